/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-schema.h"

G_BEGIN_DECLS

/**
 * HfsFigureKind:
 * @HFS_FIGURE_WORDS: no number
 * @HFS_FIGURE_VALUE: one number
 * @HFS_FIGURE_CHANGE: from one number to another, later one
 * @HFS_FIGURE_RANGE: somewhere between two numbers
 *
 * The form of a published figure.
 */
typedef enum
{
  HFS_FIGURE_WORDS,
  HFS_FIGURE_VALUE,
  HFS_FIGURE_CHANGE,
  HFS_FIGURE_RANGE,
} HfsFigureKind;

/**
 * HfsFigure:
 * @kind: which of the numbers are set
 * @value: the value; of a change the earlier, of a range the lower one
 * @until: of a change the later, of a range the higher number
 * @scale: what the numbers are multiplied with, such as 1000000 for millions
 * @unit: the unit; `%` for per cent
 * @text: as readers see it
 * @source: the number of its source in the claim
 *
 * One published figure, as the source writes it.
 */
typedef struct
{
  HfsFigureKind kind;
  double value;
  double until;
  double scale;
  char *unit;
  char *text;
  guint source;
} HfsFigure;

extern const HfsSchemaMember hfs_figure_schema[];

HfsFigure *hfs_figure_new_from_json (JsonObject  *json,
                                     guint        n_sources,
                                     const char  *place,
                                     GError     **error);
void       hfs_figure_free          (HfsFigure   *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsFigure, hfs_figure_free)

G_END_DECLS
