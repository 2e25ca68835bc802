/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-finding-private.h"

#include "hfs-format.h"
#include "hfs-sample.h"

#include <glib/gi18n-lib.h>

/* The claim is about models that the snapshot does not hold. */
gboolean
hfs_finding_fail_no_model (const HfsFinding  *finding,
                           GError           **error)
{
  g_autofree char *date = hfs_format_date (finding->snapshot->date);

  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED,
               _("The snapshot of %s holds no model that this claim is about."), date);
  return FALSE;
}

/* The snapshot does not state @what, in words for the reader. */
gboolean
hfs_finding_fail_not_stated (const HfsFinding  *finding,
                             const char        *what,
                             GError           **error)
{
  g_autofree char *date = hfs_format_date (finding->snapshot->date);

  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED,
               _("The snapshot of %1$s does not state this: %2$s."), date, what);
  return FALSE;
}

/* Fails with @raised, which it takes. A word that no model has is a claim about models that are not there. */
gboolean
hfs_finding_fail (const HfsFinding  *finding,
                  GError            *raised,
                  GError           **error)
{
  if (g_error_matches (raised, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE))
    {
      g_error_free (raised);
      return hfs_finding_fail_no_model (finding, error);
    }
  g_propagate_error (error, raised);
  return FALSE;
}

/* The number is @part of @whole; there is none when nothing is there to divide by. */
gboolean
hfs_finding_set_quotient (HfsFinding  *finding,
                          double       part,
                          double       whole,
                          GError     **error)
{
  if (!(whole > 0))
    return hfs_finding_fail_no_model (finding, error);
  finding->part = part;
  finding->whole = whole;
  finding->value = part / whole;
  return TRUE;
}

/* The number is a count or an amount. Returns TRUE, as all that make a number do. */
gboolean
hfs_finding_set_number (HfsFinding *finding,
                        double      number)
{
  finding->value = finding->part = number;
  return TRUE;
}

static gboolean
is_made_from_groups (const HfsRecipe *recipe)
{
  switch ((int) recipe->statistic)
    {
    case HFS_STATISTIC_SHARE:
    case HFS_STATISTIC_VALUE:
    case HFS_STATISTIC_RATIO:
    case HFS_STATISTIC_RANK:
      return hfs_query_get_dimension (recipe->query) != HFS_DIMENSION_MODELS;
    case HFS_STATISTIC_MODELS:
    case HFS_STATISTIC_PUBLISHERS_SHARE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A share or an order may be looked at in another window, and then says so; an amount may not. */
static gboolean
can_stand_in (HfsStatistic statistic)
{
  return statistic == HFS_STATISTIC_SHARE || statistic == HFS_STATISTIC_RATIO || statistic == HFS_STATISTIC_RANK ||
         statistic == HFS_STATISTIC_SHARE_LARGER || statistic == HFS_STATISTIC_TOP_SHARE ||
         statistic == HFS_STATISTIC_PUBLISHERS_SHARE || statistic == HFS_STATISTIC_TOP_MEDIAN_RATIO;
}

/* Names the snapshot, and puts in the downloads of 30 days where those of all time are missing. */
static gboolean
settle_query (HfsFinding       *finding,
              HfsEngine        *engine,
              const HfsRecipe  *recipe,
              HfsQuery         *query,
              GError          **error)
{
  HfsArchive *archive = hfs_engine_get_archive (engine);
  g_autoptr (HfsSnapshot) snapshot = NULL;
  g_autoptr (HfsQuery) named = NULL;
  gboolean is_named = !g_str_equal (hfs_query_get_snapshot (query), HFS_SNAPSHOT_LATEST);

  finding->snapshot = recipe->needs_complete && !is_named ? hfs_archive_find_complete (archive, error)
                      : hfs_archive_find (archive, hfs_query_get_snapshot (query), error);
  if (finding->snapshot == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND,
                             _("There is no snapshot with every model of the Hub."));
      return FALSE;
    }
  named = hfs_query_with (query, "snapshot", finding->snapshot->id, error);
  snapshot = named ? hfs_archive_load (archive, finding->snapshot->id, error) : NULL;
  if (snapshot == NULL)
    return FALSE;
  finding->stands_in = hfs_query_get_measure (query) == HFS_MEASURE_DOWNLOADS_ALL_TIME &&
                       hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS_ALL_TIME) == NULL &&
                       can_stand_in (recipe->statistic);
  finding->query = finding->stands_in ? hfs_query_with (named, "measure", "downloads", error) : g_steal_pointer (&named);
  return finding->query != NULL;
}

/* Crediting the first model needs to know what is made from what. */
static gboolean
check_bases (HfsFinding       *finding,
             HfsEngine        *engine,
             const HfsRecipe  *recipe,
             GError          **error)
{
  g_autoptr (HfsQuery) models = NULL;
  g_autoptr (HfsQuery) named = NULL;
  g_autoptr (HfsSample) sample = NULL;

  if (hfs_query_get_credit (finding->query) != HFS_CREDIT_BASE && recipe->statistic != HFS_STATISTIC_DERIVATIVES &&
      recipe->statistic != HFS_STATISTIC_DERIVATIVES_RATIO)
    return TRUE;
  models = hfs_query_parse ("models?measure=models", NULL);
  named = hfs_query_with (models, "snapshot", finding->snapshot->id, NULL);
  sample = hfs_sample_new (engine, named, error);
  if (sample == NULL)
    return FALSE;
  return hfs_sample_states_bases (sample) ||
         hfs_finding_fail_not_stated (finding, _(hfs_dimension_get (HFS_DIMENSION_RELATIONS)->heading), error);
}

/**
 * hfs_finding_new:
 *
 * Makes the number that a recipe asks for. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error saying what the data at hand lack
 */
HfsFinding *
hfs_finding_new (HfsEngine        *engine,
                 const HfsRecipe  *recipe,
                 GError          **error)
{
  return hfs_finding_new_for_query (engine, recipe, recipe->query, error);
}

/**
 * hfs_finding_new_for_query:
 * @query: asked in place of the query of the recipe
 *
 * Makes the number of a recipe under another rule.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error saying what the data at hand lack
 */
HfsFinding *
hfs_finding_new_for_query (HfsEngine        *engine,
                           const HfsRecipe  *recipe,
                           HfsQuery         *query,
                           GError          **error)
{
  g_autoptr (HfsFinding) finding = g_new0 (HfsFinding, 1);

  if (!settle_query (finding, engine, recipe, query, error) || !check_bases (finding, engine, recipe, error))
    return NULL;
  if (is_made_from_groups (recipe) ? !hfs_finding_measure_groups (finding, engine, recipe, error)
                                   : !hfs_finding_measure_models (finding, engine, recipe, error))
    return NULL;
  return g_steal_pointer (&finding);
}

/**
 * hfs_finding_free:
 *
 * Frees @finding.
 */
void
hfs_finding_free (HfsFinding *finding)
{
  g_clear_object (&finding->query);
  g_clear_pointer (&finding->snapshot, hfs_snapshot_info_free);
  g_free (finding);
}
