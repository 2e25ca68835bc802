/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-unknown-range.h"

#include "hfs-bounds.h"
#include "hfs-format.h"
#include "hfs-range-bar.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/* How many rows have a range; the others are small, and so are their ranges. */
#define MAX_ROWS 5
/* What the lines end at, as a multiple of the largest number on them. */
#define ROOM 1.1

/* The bounds of a row that answers. */
static gboolean
find_bounds (HfsResult          *result,
             const HfsResultRow *row,
             HfsBounds          *bounds)
{
  const char * const keys[] = { row->key, NULL };

  return row->kind == HFS_ROW_CLEAR && hfs_bounds_of_share (result, keys, bounds) && bounds->unknown > 0;
}

static GtkWidget *
new_range (const HfsResultRow *row,
           const HfsBounds    *bounds,
           double              whole)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *sentence = hfs_bounds_dup_row_sentence (bounds, row->label);

  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), hfs_text_label (sentence, NULL));
  gtk_box_append (GTK_BOX (box), hfs_range_bar_new (bounds->values[HFS_BOUND_LEAST], bounds->values[HFS_BOUND_MOST],
                                                    bounds->values[HFS_BOUND_COUNTED], whole, sentence));
  return box;
}

/* The end of the lines: the most that any row could be, and some room. */
static double
find_whole (HfsResult *result)
{
  double most = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      HfsBounds bounds;

      if (find_bounds (result, hfs_result_get_row (result, i), &bounds))
        most = MAX (most, bounds.values[HFS_BOUND_MOST]);
    }
  return MIN (1, most * ROOM);
}

static GtkWidget *
new_box (double unknown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *share = hfs_format_share (unknown);
  /* Translators: %s is a share. */
  g_autofree char *lead = g_strdup_printf (_("For %s of what is counted the answer is unknown."), share);

  gtk_box_append (GTK_BOX (box), hfs_text_label (lead, NULL));
  return box;
}

/**
 * hfs_unknown_range_new:
 * @result: an answer
 *
 * Draws what the unknown could do to the largest shares of an answer: if none, a fair part or all of it belonged there.
 *
 * Returns: (transfer floating) (nullable): the ranges, %NULL when nothing is unknown, or nothing about it is asked
 */
GtkWidget *
hfs_unknown_range_new (HfsResult *result)
{
  double whole = find_whole (result);
  GtkWidget *box = NULL;
  guint n = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result) && n < MAX_ROWS; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      HfsBounds bounds;

      if (!find_bounds (result, row, &bounds))
        continue;
      if (box == NULL)
        box = new_box (bounds.unknown);
      gtk_box_append (GTK_BOX (box), new_range (row, &bounds, whole));
      n++;
    }
  return box;
}
