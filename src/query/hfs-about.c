/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-sentence.h"

#include "hfs-format.h"
#include "hfs-result-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A publisher with less weight than this decides nothing a reader would notice. */
#define DECISIVE 0.05

/* What is said of a number besides the number: of what, when, where from, how sure. */

static char *
join (GPtrArray  *parts,
      const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

static char *
dup_of_what (HfsResult *self)
{
  gint64 n = hfs_result_get_n_models (self);
  g_autofree char *models = hfs_format_integer (n);
  g_autofree char *amount = hfs_format_amount (hfs_result_get_denominator (self));

  switch (hfs_query_get_measure (hfs_result_get_query (self)))
    {
    case HFS_MEASURE_MODELS:
      return g_strdup_printf (ngettext ("Of %s model", "Of %s models", n), models);
    case HFS_MEASURE_LIKES:
      return g_strdup_printf (ngettext ("Of %1$s likes of %2$s model", "Of %1$s likes of %2$s models", n), amount, models);
    case HFS_MEASURE_DOWNLOADS:
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
    case HFS_N_MEASURES:
    default:
      return g_strdup_printf (ngettext ("Of %1$s downloads of %2$s model", "Of %1$s downloads of %2$s models", n), amount, models);
    }
}

static char *
dup_population (HfsResult *self)
{
  const HfsSnapshotInfo *snapshot = hfs_result_get_snapshot (self);

  if (hfs_result_get_depth (self) > 0)
    {
      gint64 depth = hfs_result_get_depth (self);
      g_autofree char *count = hfs_format_integer (depth);

      return g_strdup_printf (ngettext ("the %s most downloaded model", "the %s most downloaded models", depth), count);
    }
  if (snapshot->complete)
    return g_strdup (_("all models on the Hub"));
  if (snapshot->most_liked > 0)
    return g_strdup (_("the most downloaded and most liked models"));
  return g_strdup (_("the most downloaded models"));
}

/* The filters in the words of the query. */
static char *
dup_filters (HfsQuery *query)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *keys = hfs_query_get_filter (query, i);
      g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *values = NULL;

      for (; keys != NULL && *keys != NULL; keys++)
        g_ptr_array_add (labels, hfs_dimension_dup_label (i, *keys));
      if (labels->len == 0)
        continue;
      values = join (labels, _(", "));
      g_ptr_array_add (parts, g_strdup_printf (_("%1$s: %2$s"), _(hfs_dimension_get (i)->heading), values));
    }
  if (hfs_query_get_search (query) != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("name holds “%s”"), hfs_query_get_search (query)));
  if (parts->len == 0)
    return NULL;
  list = join (parts, _("; "));
  /* Translators: which models are counted, such as “only Country: China; Size: 1 to 10 billion” */
  return g_strdup_printf (_("only %s"), list);
}

/**
 * hfs_result_dup_window:
 *
 * Returns: (transfer full): which time the values are of, such as `30 days to 22 August 2026`
 */
char *
hfs_result_dup_window (HfsResult *self)
{
  g_autofree char *date = hfs_format_date (hfs_result_get_snapshot (self)->date);

  switch (hfs_query_get_measure (hfs_result_get_query (self)))
    {
    case HFS_MEASURE_DOWNLOADS:
      return g_strdup_printf (_("30 days to %s"), date);
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
      return g_strdup_printf (_("all time to %s"), date);
    case HFS_MEASURE_MODELS:
    case HFS_MEASURE_LIKES:
    case HFS_N_MEASURES:
    default:
      return g_strdup_printf (_("on %s"), date);
    }
}

/* Publishers as the reader has them. */
static char *
dup_changes (HfsResult *self)
{
  guint n = hfs_result_get_n_overrides (self);
  g_autofree char *number = hfs_format_integer (n);

  return g_strdup_printf (ngettext ("%s change by you", "%s changes by you", n), number);
}

/**
 * hfs_result_dup_scope:
 *
 * Returns: (transfer full): of what the shares are and in which time, in one line
 */
char *
hfs_result_dup_scope (HfsResult *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *filters;

  if (self->own_scope != NULL)
    return g_strdup (self->own_scope);
  filters = dup_filters (hfs_result_get_query (self));
  g_ptr_array_add (parts, dup_of_what (self));
  g_ptr_array_add (parts, dup_population (self));
  if (filters != NULL)
    g_ptr_array_add (parts, filters);
  g_ptr_array_add (parts, hfs_result_dup_window (self));
  if (hfs_query_get_attribution (hfs_result_get_query (self)) == HFS_ATTRIBUTION_ATOM)
    g_ptr_array_add (parts, g_strdup (_("countries as the ATOM Project has them")));
  if (hfs_query_get_attribution (hfs_result_get_query (self)) == HFS_ATTRIBUTION_MINE)
    g_ptr_array_add (parts, dup_changes (self));
  if (hfs_query_get_credit (hfs_result_get_query (self)) == HFS_CREDIT_BASE)
    g_ptr_array_add (parts, g_strdup (_("copies count for the maker of the first model")));
  return join (parts, " · ");
}

/**
 * hfs_result_dup_definition:
 *
 * Returns: (transfer full): what is counted and how models fall into the rows
 */
char *
hfs_result_dup_definition (HfsResult *self)
{
  static const char * const counted[HFS_N_MEASURES] = {
    N_("A download is a file request that the Hub counted in the 30 days before the date: not a person, and often a program."),
    N_("A download is a file request that the Hub counted since the model was put there: not a person, and often a program."),
    N_("Each model on the Hub counts as one, whether anybody uses it or not."),
    N_("A like is a heart that somebody with an account gave a model on the Hub; it says nothing about use."),
  };
  const char *measure = _(counted[hfs_query_get_measure (hfs_result_get_query (self))]);

  return g_strdup_printf ("%s %s", measure, _(hfs_result_get_dimension (self)->definition));
}

/**
 * hfs_result_dup_source:
 *
 * Returns: (transfer full): where the rows come from, their date and their licence
 */
char *
hfs_result_dup_source (HfsResult *self)
{
  const HfsSnapshotInfo *snapshot = hfs_result_get_snapshot (self);
  g_autofree char *date = hfs_format_date (snapshot->date);

  if (snapshot->licence != NULL)
    /* Translators: where numbers come from: the source, the date, the licence. */
    return g_strdup_printf (_("%1$s, %2$s (%3$s)"), snapshot->source, date, snapshot->licence);
  return g_strdup_printf (_("%1$s, %2$s"), snapshot->source, date);
}

/**
 * hfs_result_dup_coverage:
 *
 * Returns: (transfer full): how much of the whole the answer covers
 */
char *
hfs_result_dup_coverage (HfsResult *self)
{
  const HfsSnapshotInfo *snapshot = hfs_result_get_snapshot (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  double measured = hfs_result_get_measured_share (self);
  const HfsResultRow *unknown = hfs_result_find_row (self, "unknown");

  if (snapshot->complete)
    g_ptr_array_add (parts, g_strdup (_("The snapshot holds every model that was on the Hub that day.")));
  else
    {
      g_autofree char *count = hfs_format_integer (snapshot->n_models);

      g_ptr_array_add (parts, g_strdup_printf (ngettext ("The snapshot holds %s model, not the whole Hub.",
                                                         "The snapshot holds %s models, not the whole Hub.",
                                                         snapshot->n_models), count));
    }
  if (unknown != NULL && hfs_result_get_total (self) > 0)
    {
      g_autofree char *known = hfs_format_percent (1 - (double) unknown->value / hfs_result_get_total (self), 1);

      g_ptr_array_add (parts, g_strdup_printf (_("An answer is known for %s of what is counted."), known));
    }
  if (!isnan (measured))
    {
      g_autofree char *share = hfs_format_percent (measured, 1);

      g_ptr_array_add (parts, g_strdup_printf (_("For %s the size is counted or published; for the rest it is read from the name, taken from the base model, or not known."), share));
    }
  return join (parts, " ");
}

static char *
dup_decisive (HfsResult *self)
{
  double weight;
  const HfsPublisher *publisher = hfs_result_get_decisive_publisher (self, &weight);
  g_autofree char *share = NULL;

  if (publisher == NULL || weight < DECISIVE)
    return NULL;
  share = hfs_format_percent (weight, 1);
  /* Translators: the account, its share, then a note in English on why it was placed so. */
  return g_strdup_printf (_("One publisher weighs much here: %1$s has %2$s, and where it belongs was a decision. %3$s"),
                          publisher->account, share, publisher->note);
}

/**
 * hfs_result_dup_caveat:
 *
 * Returns: (transfer full) (nullable): the one doubt that matters most for this very answer
 */
char *
hfs_result_dup_caveat (HfsResult *self)
{
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (self));
  const HfsSnapshotInfo *snapshot = hfs_result_get_snapshot (self);

  if (dimension == HFS_DIMENSION_CONCENTRATION && !snapshot->complete)
    return g_strdup (_("Rarely used models are missing from this snapshot. With them, the most used models would be an even smaller part of all models."));
  if (dimension == HFS_DIMENSION_YEARS)
    return g_strdup (_("The year is that of the upload to the Hub. Some models were published elsewhere before, and some were moved to a new account later."));
  return dup_decisive (self);
}
