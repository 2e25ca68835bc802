/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-bars.h"

#include "hfs-bar-row.h"
#include "hfs-format.h"

#include <glib/gi18n.h>

/* How many rows are shown apart of those that have no order of their own, until the reader asks for all. */
#define FIRST_ROWS 8

/* What stands for the rows that are not shown apart. */
#define OTHERS -1

/**
 * HfsExploreBars:
 *
 * The bars of a linked chart: which rows of a result have one, and which of them are selected.
 *
 * Bars are known by their number. The one for all rows that are not shown apart has no row, and cannot be selected.
 */
struct _HfsExploreBars
{
  GObject parent_instance;

  HfsResult *result;  /* (owned) (nullable) */
  GPtrArray *keys;    /* (owned) (element-type utf8): of what is selected */
  GArray *shown;      /* (owned) (element-type int): for each bar its row in the result, or OTHERS */
  gboolean shows_all;
  int anchor;         /* the bar that a range begins at */
};

G_DEFINE_FINAL_TYPE (HfsExploreBars, hfs_explore_bars, G_TYPE_OBJECT)

static gboolean
is_selected (HfsExploreBars *self,
             const char     *key)
{
  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL);
}

/* Which rows have a bar: of those in order of value the first, what is selected, and what is no answer. */
static void
find_shown (HfsExploreBars *self)
{
  gboolean natural = hfs_result_get_dimension (self->result)->natural_order;
  guint n_apart = 0, n_others = 0;
  int others = OTHERS;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self->result, i);
      int at = (int) i;

      if (row->models == 0 && !is_selected (self, row->key) && !(natural && row->kind == HFS_ROW_CLEAR))
        continue;
      if (row->kind == HFS_ROW_CLEAR && !natural && !self->shows_all && n_apart >= FIRST_ROWS && !is_selected (self, row->key))
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
sum_others (HfsExploreBars *self,
            guint          *n_others)
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
find_longest (HfsExploreBars *self,
              gint64          others)
{
  gint64 longest = MAX (others, 1);

  for (guint i = 0; i < self->shown->len; i++)
    if (hfs_explore_bars_get_row (self, (int) i) != NULL)
      longest = MAX (longest, hfs_explore_bars_get_row (self, (int) i)->value);
  return (double) longest;
}

static void
show_others (HfsExploreBars *self,
             HfsBarRow      *bar,
             double          longest)
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
show_row (HfsExploreBars     *self,
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

static void
add_key (HfsExploreBars *self,
         int             bar)
{
  const HfsResultRow *row = hfs_explore_bars_get_row (self, bar);

  if (row != NULL && !is_selected (self, row->key))
    g_ptr_array_add (self->keys, g_strdup (row->key));
}

static void
hfs_explore_bars_finalize (GObject *object)
{
  HfsExploreBars *self = HFS_EXPLORE_BARS (object);

  g_clear_object (&self->result);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (hfs_explore_bars_parent_class)->finalize (object);
}

static void
hfs_explore_bars_class_init (HfsExploreBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_explore_bars_finalize;
}

static void
hfs_explore_bars_init (HfsExploreBars *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (int));
}

/**
 * hfs_explore_bars_new:
 *
 * Returns: (transfer full): no bars yet
 */
HfsExploreBars *
hfs_explore_bars_new (void)
{
  return g_object_new (HFS_TYPE_EXPLORE_BARS, NULL);
}

/**
 * hfs_explore_bars_get_result:
 *
 * Returns: (transfer none) (nullable): what has bars
 */
HfsResult *
hfs_explore_bars_get_result (HfsExploreBars *self)
{
  return self->result;
}

/**
 * hfs_explore_bars_set_result:
 * @result: what is to have bars, as soon as they are filled
 * @selected: (nullable) (array zero-terminated=1): keys of what is selected
 */
void
hfs_explore_bars_set_result (HfsExploreBars     *self,
                             HfsResult          *result,
                             const char * const *selected)
{
  gboolean is_other = self->result == NULL ||
    hfs_result_get_dimension (self->result) != hfs_result_get_dimension (result);

  g_set_object (&self->result, result);
  if (is_other)
    {
      self->shows_all = FALSE;
      self->anchor = 0;
    }
  g_ptr_array_set_size (self->keys, 0);
  for (; selected != NULL && *selected != NULL; selected++)
    g_ptr_array_add (self->keys, g_strdup (*selected));
}

/**
 * hfs_explore_bars_get_shows_all:
 *
 * Returns: whether all rows of the result have a bar
 */
gboolean
hfs_explore_bars_get_shows_all (HfsExploreBars *self)
{
  return self->shows_all;
}

/**
 * hfs_explore_bars_set_shows_all:
 * @shows_all: whether all rows of the result are to have a bar, until there is a result about something else
 */
void
hfs_explore_bars_set_shows_all (HfsExploreBars *self,
                                gboolean        shows_all)
{
  self->shows_all = shows_all;
}

/**
 * hfs_explore_bars_fill:
 * @list: whose rows are bars; they are used again, so that what has the focus keeps it
 *
 * Shows a result as bars that can be selected: of rows in order of value the first, what is selected, what the others
 * have together, and what is no answer.
 */
void
hfs_explore_bars_fill (HfsExploreBars *self,
                       GtkListBox     *list)
{
  GtkListBoxRow *bar;
  double longest;
  guint n_others;

  find_shown (self);
  longest = find_longest (self, sum_others (self, &n_others));
  for (guint i = 0; i < self->shown->len; i++)
    {
      const HfsResultRow *row = hfs_explore_bars_get_row (self, (int) i);

      bar = gtk_list_box_get_row_at_index (list, (int) i);
      if (bar == NULL)
        {
          gtk_list_box_append (list, hfs_bar_row_new ());
          bar = gtk_list_box_get_row_at_index (list, (int) i);
        }
      if (row != NULL)
        show_row (self, HFS_BAR_ROW (bar), row, longest);
      else
        show_others (self, HFS_BAR_ROW (bar), longest);
    }
  while ((bar = gtk_list_box_get_row_at_index (list, (int) self->shown->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (bar));
}

/**
 * hfs_explore_bars_get_row:
 * @bar: the number of a bar
 *
 * Returns: (transfer none) (nullable): its row; %NULL for the bar of all others, and where there is no bar
 */
const HfsResultRow *
hfs_explore_bars_get_row (HfsExploreBars *self,
                          int             bar)
{
  int row = bar >= 0 && bar < (int) self->shown->len ? g_array_index (self->shown, int, bar) : OTHERS;

  return row == OTHERS ? NULL : hfs_result_get_row (self->result, (guint) row);
}

/**
 * hfs_explore_bars_has_selection:
 *
 * Returns: whether anything is selected
 */
gboolean
hfs_explore_bars_has_selection (HfsExploreBars *self)
{
  return self->keys->len > 0;
}

/**
 * hfs_explore_bars_dup_selection:
 *
 * Returns: (transfer full) (array zero-terminated=1): the keys of what is selected
 */
char **
hfs_explore_bars_dup_selection (HfsExploreBars *self)
{
  char **keys = g_new0 (char *, self->keys->len + 1);

  for (guint i = 0; i < self->keys->len; i++)
    keys[i] = g_strdup (g_ptr_array_index (self->keys, i));
  return keys;
}

/**
 * hfs_explore_bars_select_none:
 *
 * Takes all of the selection back.
 */
void
hfs_explore_bars_select_none (HfsExploreBars *self)
{
  g_ptr_array_set_size (self->keys, 0);
}

/**
 * hfs_explore_bars_select_alone:
 * @bar: one that has a row
 *
 * Selects one bar and no other, or none when it was selected alone already.
 */
void
hfs_explore_bars_select_alone (HfsExploreBars *self,
                               int             bar)
{
  gboolean was_alone = self->keys->len == 1 && is_selected (self, hfs_explore_bars_get_row (self, bar)->key);

  self->anchor = bar;
  g_ptr_array_set_size (self->keys, 0);
  if (!was_alone)
    add_key (self, bar);
}

/**
 * hfs_explore_bars_toggle:
 * @bar: one that has a row
 *
 * Adds a bar to what is selected, or takes it away.
 */
void
hfs_explore_bars_toggle (HfsExploreBars *self,
                         int             bar)
{
  guint at;

  self->anchor = bar;
  if (g_ptr_array_find_with_equal_func (self->keys, hfs_explore_bars_get_row (self, bar)->key, g_str_equal, &at))
    g_ptr_array_remove_index (self->keys, at);
  else
    add_key (self, bar);
}

/**
 * hfs_explore_bars_begin_range:
 * @bar: where the next range begins
 */
void
hfs_explore_bars_begin_range (HfsExploreBars *self,
                              int             bar)
{
  self->anchor = bar;
}

/**
 * hfs_explore_bars_select_range:
 * @bar: where it ends
 *
 * Selects all bars from where the range begins, or from the one that was selected last, and no other.
 */
void
hfs_explore_bars_select_range (HfsExploreBars *self,
                               int             bar)
{
  int from = MIN (self->anchor, bar), to = MAX (self->anchor, bar);

  g_ptr_array_set_size (self->keys, 0);
  for (int i = from; i <= to; i++)
    add_key (self, i);
}
