/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-engine-private.h"

#include "hfs-answer.h"
#include "hfs-format.h"
#include "hfs-result-private.h"
#include "hfs-selection.h"

#include <glib/gi18n-lib.h>

/* How one answer is made, once it is known which snapshots it is about. */

static gboolean
find_counts (HfsSnapshot  *snapshot,
             HfsMeasure    measure,
             HfsColumn    *values,
             GError      **error)
{
  static const HfsCount counts[] = {
    [HFS_MEASURE_DOWNLOADS] = HFS_COUNT_DOWNLOADS,
    [HFS_MEASURE_DOWNLOADS_ALL_TIME] = HFS_COUNT_DOWNLOADS_ALL_TIME,
    [HFS_MEASURE_LIKES] = HFS_COUNT_LIKES,
  };
  g_autofree char *date = NULL;

  *values = (HfsColumn) { NULL, 0 };
  if (measure == HFS_MEASURE_MODELS)
    return TRUE;
  *values = hfs_snapshot_get_count_column (snapshot, counts[measure]);
  if (values->data != NULL || hfs_snapshot_get_n_models (snapshot) == 0)
    return TRUE;

  date = hfs_format_date (hfs_snapshot_get_info (snapshot)->date);
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED,
               _("The snapshot of %s does not state this measure: %s. Choose another measure or another snapshot."),
               date, hfs_measure_get_name (measure));
  return FALSE;
}

/* The models that pass the filters of @query; the caller frees the mask. */
gboolean
hfs_engine_find_population (HfsFacets      *facets,
                            HfsQuery       *query,
                            gint64          depth,
                            HfsPopulation  *population,
                            GError        **error)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (facets);

  population->facets = facets;
  population->n_rows = hfs_snapshot_get_n_models (snapshot);
  if (depth > 0)
    population->n_rows = (guint) MIN (depth, population->n_rows);
  return find_counts (snapshot, hfs_query_get_measure (query), &population->counts, error) &&
         hfs_selection_make (facets, query, population->n_rows, &population->mask, error);
}

/* How deep two snapshots are alike, 0 when both are complete; an empty one is like the first model of any. */
static gint64
find_depth (HfsSnapshot *a,
            HfsSnapshot *b)
{
  gint64 depth = MIN (hfs_snapshot_info_get_depth (hfs_snapshot_get_info (a)),
                      hfs_snapshot_info_get_depth (hfs_snapshot_get_info (b)));

  return depth == G_MAXINT64 ? 0 : MAX (depth, 1);
}

static void
fill (HfsResult           *result,
      const HfsPopulation *now,
      const HfsPopulation *before)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  /* The one the facets were made with, though there may be a newer one by now. */
  HfsPublishers *publishers = hfs_facets_get_publishers (now->facets);

  if (dimension == HFS_DIMENSION_MODELS)
    hfs_answer_models (result, publishers, now, before);
  else if (dimension == HFS_DIMENSION_CONCENTRATION)
    hfs_answer_concentration (result, now, before);
  else
    hfs_answer_groups (result, publishers, now, before);
}

/* Counts the base models that lead nowhere, where the answer follows them. */
static void
count_lineage (HfsResult           *result,
               const HfsPopulation *now)
{
  HfsLineage *lineage;

  if (hfs_query_get_credit (result->query) != HFS_CREDIT_BASE &&
      hfs_query_get_dimension (result->query) != HFS_DIMENSION_FAMILIES)
    return;
  lineage = hfs_facets_get_lineage (now->facets);
  result->n_in_rings = result->n_missing_roots = 0;
  for (guint row = 0; row < now->n_rows; row++)
    if (hfs_population_has (now, row))
      {
        result->n_in_rings += hfs_lineage_is_ring (lineage, row);
        result->n_missing_roots += hfs_lineage_is_missing (lineage, row);
      }
}

/* An answer without rows. */
HfsResult *
hfs_engine_new_result (HfsQuery  *query,
                       HfsFacets *facets,
                       HfsFacets *old_facets)
{
  HfsResult *result = g_object_new (HFS_TYPE_RESULT, NULL);

  result->query = g_object_ref (query);
  result->snapshot = hfs_snapshot_info_copy (hfs_snapshot_get_info (hfs_facets_get_snapshot (facets)));
  if (hfs_query_get_attribution (query) == HFS_ATTRIBUTION_MINE)
    result->n_overrides = hfs_publishers_get_n_overrides (hfs_facets_get_publishers (facets));
  if (old_facets != NULL)
    {
      result->before = hfs_snapshot_info_copy (hfs_snapshot_get_info (hfs_facets_get_snapshot (old_facets)));
      result->depth = find_depth (hfs_facets_get_snapshot (facets), hfs_facets_get_snapshot (old_facets));
    }
  return result;
}

/* Answers about the @depth most downloaded models, or as many as two snapshots have in common when it is 0. */
HfsResult *
hfs_engine_answer (HfsQuery   *query,
                   HfsFacets  *facets,
                   HfsFacets  *old_facets,
                   gint64      depth,
                   GError    **error)
{
  g_autoptr (HfsResult) result = hfs_engine_new_result (query, facets, old_facets);
  HfsPopulation now = { NULL }, before = { NULL };
  g_autofree guint8 *mask = NULL, *old_mask = NULL;
  gboolean ok;

  if (depth > 0)
    result->depth = depth;
  ok = hfs_engine_find_population (facets, query, result->depth, &now, error) &&
       (old_facets == NULL || hfs_engine_find_population (old_facets, query, result->depth, &before, error));
  mask = now.mask;
  old_mask = before.mask;
  if (!ok)
    return NULL;
  fill (result, &now, old_facets ? &before : NULL);
  count_lineage (result, &now);
  return g_steal_pointer (&result);
}
