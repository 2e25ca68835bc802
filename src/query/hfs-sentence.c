/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-sentence.h"

#include "hfs-format.h"
#include "hfs-result-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many rows a sentence names; more would be a table. */
#define NAMED 3

static HfsDimensionId
get_dimension (HfsResult *self)
{
  return hfs_query_get_dimension (hfs_result_get_query (self));
}

/* Whole per cents read best; small shares need a decimal to say anything. */
static char *
format_share (double share)
{
  return share > 0 && share < 0.01 ? hfs_format_share (share) : hfs_format_percent (share, 0);
}

/* The clear rows with the largest values, whatever order the rows are in. */
static guint
find_largest (HfsResult           *self,
              const HfsResultRow **largest)
{
  guint n = 0;

  for (guint rank = 1; rank <= NAMED; rank++)
    for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
      {
        const HfsResultRow *row = hfs_result_get_row (self, i);

        if (row->kind == HFS_ROW_CLEAR && row->rank == rank)
          largest[n++] = row;
      }
  return n;
}

/* “Publishers in the United States have 36 % of the downloads.” */
static char *
dup_lead (HfsResult          *self,
          const HfsResultRow *row)
{
  const char *lead = _(hfs_result_get_dimension (self)->leads[hfs_query_get_measure (hfs_result_get_query (self))]);
  gboolean begins = g_str_has_prefix (lead, "%1$s");
  g_autofree char *name = begins ? hfs_dimension_dup_label (get_dimension (self), row->key)
                          : hfs_dimension_dup_name (get_dimension (self), row->key);
  g_autofree char *share = format_share (row->share);

  return g_strdup_printf (lead, name, share);
}

/* “Then come China with 25 % and Germany with 24 %.” */
static char *
dup_follow (HfsResult           *self,
            const HfsResultRow **largest,
            guint                n)
{
  g_autofree char *second = n > 1 ? hfs_dimension_dup_name (get_dimension (self), largest[1]->key) : NULL;
  g_autofree char *second_share = n > 1 ? format_share (largest[1]->share) : NULL;
  g_autofree char *third = n > 2 ? hfs_dimension_dup_name (get_dimension (self), largest[2]->key) : NULL;
  g_autofree char *third_share = n > 2 ? format_share (largest[2]->share) : NULL;

  if (n == 2)
    return g_strdup_printf (_("Then comes %1$s with %2$s."), second, second_share);
  if (n > 2)
    return g_strdup_printf (_("Then come %1$s with %2$s and %3$s with %4$s."), second, second_share, third, third_share);
  return NULL;
}

static double
share_below_1b (HfsResult *self)
{
  double share = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self, i);

      if (g_str_equal (row->key, "lt100m") || g_str_equal (row->key, "100m-1b"))
        share += row->share;
    }
  return share;
}

/* Sizes have an order, so the sentence says how much is small and how much is large. */
static void
add_sizes (HfsResult *self,
           GPtrArray *sentences)
{
  static const char * const leads[HFS_N_MEASURES] = {
    N_("Models below 1 billion parameters have %s of the downloads."),
    N_("Models below 1 billion parameters have %s of all downloads so far."),
    N_("%s of the models are below 1 billion parameters."),
    N_("Models below 1 billion parameters have %s of the likes."),
  };
  const char *lead = leads[hfs_query_get_measure (hfs_result_get_query (self))];
  const HfsResultRow *large = hfs_result_find_row (self, "ge100b");
  g_autofree char *small_share = format_share (share_below_1b (self));

  g_ptr_array_add (sentences, g_strdup_printf (_(lead), small_share));
  if (large != NULL)
    {
      g_autofree char *share = format_share (large->share);

      g_ptr_array_add (sentences, g_strdup_printf (_("Those of 100 billion parameters or more: %s."), share));
    }
}

/* “5 of 529 models have 23 % of the downloads.” */
static void
add_concentration (HfsResult *self,
                   GPtrArray *sentences)
{
  const HfsResultRow *row = hfs_result_find_row (self, "top-1");
  const char *lead = hfs_result_get_dimension (self)->leads[hfs_query_get_measure (hfs_result_get_query (self))];
  g_autofree char *top = hfs_format_integer (row->models);
  g_autofree char *all = hfs_format_integer (hfs_result_get_n_models (self));
  g_autofree char *label = g_strdup_printf (ngettext ("%1$s model out of %2$s", "%1$s models out of %2$s", row->models), top, all);
  g_autofree char *share = format_share (row->share);

  g_ptr_array_add (sentences, g_strdup_printf (_(lead), label, share));
  if (!hfs_result_get_snapshot (self)->complete)
    g_ptr_array_add (sentences, g_strdup (_("This snapshot holds only the most used models of the Hub, so it cannot say how few of all models have most.")));
}

static void
add_unclear (HfsResult *self,
             GPtrArray *sentences)
{
  HfsDimensionId dimension = get_dimension (self);
  g_autofree char *share = format_share (hfs_result_get_unclear_share (self));
  g_autofree char *label = NULL;

  if (hfs_result_get_unclear_share (self) <= 0)
    return;
  if (!hfs_query_get_shows_unknown (hfs_result_get_query (self)))
    {
      g_ptr_array_add (sentences, g_strdup_printf (_("Models without an answer are left out: %s of the whole."), share));
      return;
    }
  if (dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_REGIONS)
    {
      g_ptr_array_add (sentences, g_strdup_printf (_("No clear country: %s."), share));
      return;
    }
  label = hfs_dimension_dup_label (dimension, "unknown");
  /* Translators: the share of models without an answer, such as “Not classified yet: 5 %.” */
  g_ptr_array_add (sentences, g_strdup_printf (_("%1$s: %2$s."), label, share));
}

/* The clear row whose share changed most between the two snapshots. */
static const HfsResultRow *
find_mover (HfsResult *self)
{
  const HfsResultRow *mover = NULL;

  for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self, i);

      if (row->kind == HFS_ROW_CLEAR &&
          (mover == NULL || fabs (row->share - row->before_share) > fabs (mover->share - mover->before_share)))
        mover = row;
    }
  return mover;
}

/* The first moment whose values are known, or the last; -1 when there is none. */
static int
find_known (HfsResult *self,
            gboolean   is_last)
{
  int n = hfs_result_get_n_moments (self);
  const HfsPoint *points = hfs_result_get_n_rows (self) > 0 ? hfs_result_get_row (self, 0)->points : NULL;

  for (int i = 0; points != NULL && i < n; i++)
    if (points[is_last ? n - 1 - i : i].is_known)
      return is_last ? n - 1 - i : i;
  return -1;
}

static void
add_depth (HfsResult *self,
           GPtrArray *sentences)
{
  gint64 depth = hfs_result_get_depth (self);
  g_autofree char *count = hfs_format_integer (depth);

  if (depth > 0)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("Only the %s most downloaded model of each date is counted, so that like is compared with like.",
                                                           "Only the %s most downloaded models of each date are counted, so that like is compared with like.",
                                                           depth), count));
}

/* “Over 3 snapshots from … to …, the largest change is this: China, from 4 % to 25 %.” */
static void
add_course (HfsResult *self,
            GPtrArray *sentences)
{
  int first = find_known (self, FALSE), last = find_known (self, TRUE);
  const HfsResultRow *mover = NULL;
  double largest = -1;
  guint n_known = 0;
  g_autofree char *from = NULL, *to = NULL, *from_date = NULL, *to_date = NULL, *count = NULL, *name = NULL;

  for (guint i = 0; first >= 0 && i < hfs_result_get_n_moments (self); i++)
    n_known += hfs_result_get_row (self, 0)->points[i].is_known;
  if (n_known < 2)
    {
      g_ptr_array_add (sentences, g_strdup (_("There is only one snapshot like this so far. Each refresh adds one.")));
      return;
    }
  for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self, i);
      double change = fabs (row->points[last].share - row->points[first].share);

      if (row->kind == HFS_ROW_CLEAR && change > largest)
        {
          mover = row;
          largest = change;
        }
    }
  if (mover == NULL)
    return;
  from = format_share (mover->points[first].share);
  to = format_share (mover->points[last].share);
  from_date = hfs_format_date (hfs_result_get_moment (self, first)->date);
  to_date = hfs_format_date (hfs_result_get_moment (self, last)->date);
  count = hfs_format_integer (n_known);
  name = hfs_dimension_dup_label (get_dimension (self), mover->key);
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("Over %1$s snapshot from %2$s to %3$s, the largest change is this: %4$s, from %5$s to %6$s.",
                                                         "Over %1$s snapshots from %2$s to %3$s, the largest change is this: %4$s, from %5$s to %6$s.",
                                                         n_known), count, from_date, to_date, name, from, to));
  add_depth (self, sentences);
}

static void
add_comparison (HfsResult *self,
                GPtrArray *sentences)
{
  const HfsSnapshotInfo *before = hfs_result_get_before (self);
  const HfsResultRow *mover = find_mover (self);
  g_autofree char *now_date = hfs_format_date (hfs_result_get_snapshot (self)->date);
  g_autofree char *date = hfs_format_date (before->date);

  if (mover != NULL)
    {
      g_autofree char *name = hfs_dimension_dup_label (get_dimension (self), mover->key);
      g_autofree char *from = format_share (mover->before_share);
      g_autofree char *to = format_share (mover->share);

      g_ptr_array_add (sentences, g_strdup_printf (_("The largest change from %1$s to %2$s: %3$s, from %4$s to %5$s."),
                                                   date, now_date, name, from, to));
    }
  add_depth (self, sentences);
}

static char *
join (GPtrArray  *sentences,
      const char *between)
{
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (between, (char **) sentences->pdata);
}

/**
 * hfs_result_dup_title:
 *
 * Returns: (transfer full): the question
 */
char *
hfs_result_dup_title (HfsResult *self)
{
  if (self->own_title != NULL)
    return g_strdup (self->own_title);
  return g_strdup (hfs_dimension_get_title (get_dimension (self), hfs_query_get_measure (hfs_result_get_query (self))));
}

/**
 * hfs_result_dup_summary:
 *
 * Returns: (transfer full): the answer in one to four plain sentences, the unknown part among them
 */
char *
hfs_result_dup_summary (HfsResult *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  const HfsResultRow *largest[NAMED];
  guint n = find_largest (self, largest);

  if (self->own_summary != NULL)
    return g_strdup (self->own_summary);
  if (hfs_result_get_n_models (self) == 0)
    return g_strdup (_("No model of this snapshot is like that."));
  if (hfs_result_get_total (self) == 0)
    return g_strdup (_("The models of this selection have a count of zero."));

  if (get_dimension (self) == HFS_DIMENSION_SIZES)
    add_sizes (self, sentences);
  else if (get_dimension (self) == HFS_DIMENSION_CONCENTRATION)
    add_concentration (self, sentences);
  else if (n > 0)
    {
      char *follow = dup_follow (self, largest, n);

      g_ptr_array_add (sentences, dup_lead (self, largest[0]));
      if (follow != NULL)
        g_ptr_array_add (sentences, follow);
    }
  add_unclear (self, sentences);
  if (hfs_result_get_before (self) != NULL)
    add_comparison (self, sentences);
  if (hfs_result_get_n_moments (self) > 0)
    add_course (self, sentences);
  return join (sentences, " ");
}

/**
 * hfs_result_dup_brief:
 *
 * Returns: (transfer full): the answer in a few words, as under a question in a list
 */
char *
hfs_result_dup_brief (HfsResult *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const HfsResultRow *largest[NAMED];
  guint n = find_largest (self, largest);

  if (hfs_result_get_total (self) == 0)
    return g_strdup (_("No answer in this snapshot"));
  if (get_dimension (self) == HFS_DIMENSION_SIZES)
    {
      g_autofree char *share = format_share (share_below_1b (self));

      return g_strdup_printf (_("%s below 1 billion parameters"), share);
    }
  if (get_dimension (self) == HFS_DIMENSION_CONCENTRATION)
    {
      const HfsResultRow *row = hfs_result_find_row (self, "top-1");
      g_autofree char *count = hfs_format_integer (row->models);
      g_autofree char *share = format_share (row->share);

      return g_strdup_printf (ngettext ("%1$s model has %2$s", "%1$s models have %2$s", row->models), count, share);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = hfs_dimension_dup_label (get_dimension (self), largest[i]->key);
      g_autofree char *share = format_share (largest[i]->share);

      /* Translators: a row and its share in a short list, such as “China 25 %” */
      g_ptr_array_add (parts, g_strdup_printf (_("%1$s %2$s"), label, share));
    }
  return join (parts, _(", "));
}

/**
 * hfs_result_dup_row_value:
 *
 * Returns: (transfer full): the value of a row as the chart labels it: a share or an amount, as the query asks
 */
char *
hfs_result_dup_row_value (HfsResult          *self,
                          const HfsResultRow *row)
{
  return hfs_query_get_share (hfs_result_get_query (self)) ? hfs_format_share (row->share) : hfs_format_amount (row->value);
}

/**
 * hfs_result_dup_alt_text:
 *
 * Returns: (transfer full): a picture of the result in words, whatever kind of chart it is: what it says and its largest rows
 */
char *
hfs_result_dup_alt_text (HfsResult *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = hfs_result_dup_title (self);
  g_autofree char *summary = hfs_result_dup_summary (self);
  g_autofree char *scope = hfs_result_dup_scope (self);
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (hfs_result_get_n_rows (self), 15); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self, i);
      g_autofree char *value = hfs_result_dup_row_value (self, row);

      /* Translators: a row of a chart and its value, such as “China: 25.3 %” */
      g_ptr_array_add (rows, g_strdup_printf (_("%1$s: %2$s"), row->label, value));
    }
  list = join (rows, _("; "));
  /* Translators: the description of a chart: the question, the answer, of what, the rows. */
  return g_strdup_printf (_("%1$s %2$s %3$s. Rows: %4$s."), title, summary, scope, list);
}
