/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-bars.h"

#include "hfs-bar-row.h"
#include "hfs-format.h"

#include <glib/gi18n.h>

/* How many rows are shown apart of those that have no order of their own, until the reader asks for all. */
#define FIRST_ROWS 8

/* What bars are made from. */
typedef struct
{
  HfsResult *result;
  GPtrArray *keys;
  GArray *shown;
} Bars;

static gboolean
is_selected (const Bars *self,
             const char *key)
{
  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL);
}

static const HfsResultRow *
get_row (const Bars *self,
         guint       bar)
{
  int row = g_array_index (self->shown, int, bar);

  return row == HFS_EXPLORE_OTHERS ? NULL : hfs_result_get_row (self->result, (guint) row);
}

/* Which rows have a bar: of those in order of value the first, what is selected, and what is no answer. */
static void
find_shown (const Bars *self,
            gboolean    shows_all)
{
  gboolean natural = hfs_result_get_dimension (self->result)->natural_order;
  guint n_apart = 0, n_others = 0;
  int others = HFS_EXPLORE_OTHERS;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self->result, i);
      int at = (int) i;

      if (row->models == 0 && !is_selected (self, row->key) && !(natural && row->kind == HFS_ROW_CLEAR))
        continue;
      if (row->kind == HFS_ROW_CLEAR && !natural && !shows_all && n_apart >= FIRST_ROWS && !is_selected (self, row->key))
        {
          n_others++;
          continue;
        }
      if (row->kind != HFS_ROW_CLEAR && n_others > 0)
        {
          g_array_append_val (self->shown, others);
          n_others = 0;
        }
      n_apart += row->kind == HFS_ROW_CLEAR;
      g_array_append_val (self->shown, at);
    }
  if (n_others > 0)
    g_array_append_val (self->shown, others);
}

/* What the rows without a bar have together. */
static gint64
sum_others (const Bars *self,
            guint      *n_others)
{
  gint64 sum = 0;

  *n_others = 0;
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self->result, i);
      gboolean is_shown = row->models == 0;

      for (guint j = 0; j < self->shown->len && !is_shown; j++)
        is_shown = g_array_index (self->shown, int, j) == (int) i;
      if (is_shown)
        continue;
      sum += row->value;
      (*n_others)++;
    }
  return sum;
}

static double
find_longest (const Bars *self,
              gint64      others)
{
  gint64 longest = MAX (others, 1);

  for (guint i = 0; i < self->shown->len; i++)
    if (get_row (self, i) != NULL)
      longest = MAX (longest, get_row (self, i)->value);
  return (double) longest;
}

static void
show_others (const Bars *self,
             HfsBarRow  *bar,
             double      longest)
{
  guint n;
  gint64 sum = sum_others (self, &n);
  g_autofree char *value = hfs_format_amount (sum);
  g_autofree char *label = g_strdup_printf (ngettext ("%u other", "%u others", n), n);
  /* Translators: a bar as it is read aloud: the name, the value, and what happens when it is chosen. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s, %2$s. Shows them all."), label, value);

  hfs_bar_row_set_texts (bar, label, value, spoken);
  hfs_bar_row_set_bar (bar, (double) sum / longest, HFS_MARK_OTHER);
  hfs_bar_row_set_selected (bar, FALSE);
}

static void
show_row (const Bars         *self,
          HfsBarRow          *bar,
          const HfsResultRow *row,
          double              longest)
{
  gboolean selected = is_selected (self, row->key);
  HfsMarkEmphasis emphasis = self->keys->len > 0 && !selected ? HFS_MARK_RECEDING : HFS_MARK_STRONG;
  g_autofree char *value = hfs_format_amount (row->value);
  g_autofree char *share = hfs_format_share (row->share);
  /* Translators: a bar as it is read aloud: the name, the value, the share of all that the chart shows. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s, %2$s, %3$s"), row->label, value, share);

  hfs_bar_row_set_texts (bar, row->label, value, spoken);
  hfs_bar_row_set_bar (bar, (double) row->value / longest, row->kind == HFS_ROW_UNCLEAR ? HFS_MARK_UNCLEAR : emphasis);
  hfs_bar_row_set_selected (bar, selected);
}

/**
 * hfs_explore_bars_fill:
 * @list: whose rows are bars; they are used again, so that what has the focus keeps it
 * @result: what to show
 * @keys: (element-type utf8): of what is selected
 * @shows_all: whether all rows of the result have a bar
 * @shown: (element-type int): set to the row of the result for each bar, or %HFS_EXPLORE_OTHERS
 *
 * Shows a result as bars that can be selected: of rows in order of value the first, what is selected, what the others
 * have together, and what is no answer.
 */
void
hfs_explore_bars_fill (GtkListBox *list,
                       HfsResult  *result,
                       GPtrArray  *keys,
                       gboolean    shows_all,
                       GArray     *shown)
{
  const Bars self = { result, keys, shown };
  GtkListBoxRow *bar;
  double longest;
  guint n_others;

  find_shown (&self, shows_all);
  longest = find_longest (&self, sum_others (&self, &n_others));
  for (guint i = 0; i < shown->len; i++)
    {
      bar = gtk_list_box_get_row_at_index (list, (int) i);
      if (bar == NULL)
        {
          gtk_list_box_append (list, hfs_bar_row_new ());
          bar = gtk_list_box_get_row_at_index (list, (int) i);
        }
      if (get_row (&self, i) != NULL)
        show_row (&self, HFS_BAR_ROW (bar), get_row (&self, i), longest);
      else
        show_others (&self, HFS_BAR_ROW (bar), longest);
    }
  while ((bar = gtk_list_box_get_row_at_index (list, (int) shown->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (bar));
}
