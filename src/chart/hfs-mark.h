/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * HfsMarkEmphasis:
 * @HFS_MARK_STRONG: the answer's sentence names it
 * @HFS_MARK_RECEDING: it answers, but is not named
 * @HFS_MARK_OTHER: the sum of what is not shown apart
 * @HFS_MARK_UNCLEAR: it is no answer
 * @HFS_MARK_SERIES: one part of a row, told apart by its colour
 *
 * How a mark stands out.
 */
typedef enum
{
  HFS_MARK_STRONG,
  HFS_MARK_RECEDING,
  HFS_MARK_OTHER,
  HFS_MARK_UNCLEAR,
  HFS_MARK_SERIES,
} HfsMarkEmphasis;

/* What stands for a mark that is no part of a series. */
#define HFS_NO_SERIES G_MAXUINT

/**
 * HfsMark:
 * @bar: what is drawn, in pixels
 * @area: what reacts to the pointer and is framed when focused; areas do not overlap
 * @row: number of the row in the result
 * @series: number of the series in the result, or %HFS_NO_SERIES
 * @emphasis: how it stands out
 * @amount: what its length stands for: a share where the query asks for shares, else the amount
 * @label: what it stands for, never cut
 * @value: its value in words
 * @spoken: label, value and place in one line
 *
 * One thing in a chart that a reader can point at, walk to or hear.
 */
typedef struct
{
  cairo_rectangle_t bar;
  cairo_rectangle_t area;
  guint row;
  guint series;
  HfsMarkEmphasis emphasis;
  double amount;
  char *label;
  char *value;
  char *spoken;
} HfsMark;

/**
 * HfsFill:
 * @HFS_FILL_SOLID: an answer
 * @HFS_FILL_OUTLINED: the sum of what is not shown apart
 * @HFS_FILL_HATCHED: no answer
 *
 * How a mark is filled, so that marks are told apart without colour.
 */
typedef enum
{
  HFS_FILL_SOLID,
  HFS_FILL_OUTLINED,
  HFS_FILL_HATCHED,
} HfsFill;

void    hfs_mark_clear             (HfsMark         *self);

HfsFill hfs_mark_emphasis_get_fill (HfsMarkEmphasis  emphasis);
HfsTone hfs_mark_emphasis_get_tone (HfsMarkEmphasis  emphasis);

G_END_DECLS
