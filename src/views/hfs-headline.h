/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsHeadline:
 * @id: what it is about
 * @figure: the figure as people write it
 * @text: what the figure counts
 * @when: the time that it is of, and who says so
 *
 * A headline figure of the report, ready for the reader.
 */
typedef struct
{
  char *id;
  char *figure;
  char *text;
  char *when;
} HfsHeadline;

/**
 * HfsHeadlines:
 * @title: the report's title
 * @date: `YYYY-MM-DD`, the day it came out
 * @uri: where it can be read
 * @items: (element-type HfsHeadline): its figures
 *
 * The headline figures of a report.
 */
typedef struct
{
  char *title;
  char *date;
  char *uri;
  GPtrArray *items;
} HfsHeadlines;

HfsHeadlines *hfs_headlines_parse (GBytes        *json,
                                   GError       **error);
void          hfs_headlines_free  (HfsHeadlines  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHeadlines, hfs_headlines_free)

G_END_DECLS
