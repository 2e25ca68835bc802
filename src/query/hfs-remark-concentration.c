/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-sentence.h"
#include "hfs-statistics.h"

#include <glib/gi18n-lib.h>

/* What the report calls rarely used. */
#define RARELY 200

/**
 * hfs_remark_collect_values:
 * @info: (out) (transfer full): the snapshot
 * @n_values: (out): how many models there are
 *
 * Returns: (transfer full) (array length=n_values) (nullable): what is counted of each model, the largest first
 */
gint64 *
hfs_remark_collect_values (HfsEngine        *engine,
                           HfsQuery         *query,
                           HfsSnapshotInfo **info,
                           guint            *n_values,
                           GError          **error)
{
  g_autoptr (HfsFacets) facets = hfs_engine_open (engine, hfs_query_get_snapshot (query), error);
  HfsPopulation population = { NULL };
  gint64 *values;

  if (facets == NULL || !hfs_engine_find_population (facets, query, 0, &population, error))
    {
      g_free (population.mask);
      return NULL;
    }
  values = hfs_population_collect (&population, n_values);
  hfs_statistics_sort (values, *n_values);
  *info = hfs_snapshot_info_copy (hfs_snapshot_get_info (hfs_facets_get_snapshot (facets)));
  g_free (population.mask);
  return values;
}

static char *
dup_scope (HfsEngine  *engine,
           HfsQuery   *query,
           GError    **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, HFS_DIMENSION_CONCENTRATION, error, NULL);

  return result ? hfs_result_dup_scope (result) : NULL;
}

static void
add_top (HfsRemark *remark,
         guint      k,
         guint      n,
         double     share)
{
  g_autofree char *count = hfs_format_integer (k), *all = hfs_format_integer (n), *part = hfs_format_share (share);
  char *text;

  /* Translators: how many models at the top have how much of all downloads (or likes) of how many models. */
  text = g_strdup_printf (ngettext ("The first %1$s of %2$s models has %3$s.", "The first %1$s of %2$s models have %3$s.", k), count, all, part);
  hfs_remark_add_step (remark, g_steal_pointer (&count), text);
}

/* How much the first so many models have, in steps of 1, 2, 5, 10 and so on. */
static void
add_tops (HfsRemark    *remark,
          const gint64 *values,
          guint         n,
          gint64        total)
{
  static const guint digits[] = { 1, 2, 5 };
  gint64 sum = 0;
  guint at = 0;

  for (guint64 power = 1; power < n; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (digits) && power * digits[i] < n; i++)
      {
        guint k = (guint) (power * digits[i]);

        sum += hfs_statistics_sum (values + at, k - at);
        at = k;
        add_top (remark, k, n, (double) sum / total);
      }
  add_top (remark, n, n, 1);
}

static guint
find_half (const gint64 *values,
           guint         n,
           gint64        total)
{
  gint64 sum = 0;
  guint k = 0;

  while (k < n && sum * 2 < total)
    sum += values[k++];
  return k;
}

/* How few models have half, and how much any number of them has. */
HfsRemark *
hfs_remark_top_models (HfsEngine  *engine,
                       HfsQuery   *query,
                       GError    **error)
{
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  guint n = 0, half;
  g_autofree gint64 *values = NULL;
  g_autofree char *count = NULL, *all = NULL;
  gint64 total;

  if (hfs_query_get_measure (query) == HFS_MEASURE_MODELS)
    return NULL;
  values = hfs_remark_collect_values (engine, query, &info, &n, error);
  total = values ? hfs_statistics_sum (values, n) : 0;
  if (total == 0)
    return NULL;
  half = find_half (values, n, total);
  count = hfs_format_integer (half);
  all = hfs_format_integer (n);
  if (info->complete)
    hfs_remark_say (remark, g_strdup_printf (ngettext ("Half of it belongs to %1$s model out of %2$s.", "Half of it belongs to %1$s models out of %2$s.", half), count, all));
  else
    {
      hfs_remark_say (remark, g_strdup_printf (ngettext ("Half of what this snapshot counts belongs to %1$s model out of %2$s.", "Half of what this snapshot counts belongs to %1$s models out of %2$s.", half), count, all));
      hfs_remark_say (remark, g_strdup (_("The snapshot leaves out the rarely used models, so of the whole Hub these shares are a little smaller.")));
    }
  add_tops (remark, values, n, total);
  remark->steps_label = _("How many models");
  remark->scope = dup_scope (engine, query, error);
  return remark->scope ? g_steal_pointer (&remark) : NULL;
}

/* How many models have fewer than 200 downloads. */
HfsRemark *
hfs_remark_under_200 (HfsEngine  *engine,
                      HfsQuery   *query,
                      GError    **error)
{
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  HfsMeasure measure = hfs_query_get_measure (query);
  guint n = 0, below = 0;
  g_autofree gint64 *values = NULL;
  g_autofree char *share = NULL, *count = NULL, *date = NULL;
  gint64 sum = 0;

  if (measure == HFS_MEASURE_MODELS || measure == HFS_MEASURE_LIKES)
    return NULL;
  values = hfs_remark_collect_values (engine, query, &info, &n, error);
  if (values == NULL || n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (values[i] < RARELY)
      {
        below++;
        sum += values[i];
      }
  share = hfs_remark_dup_share ((double) below / n);
  count = hfs_format_integer (below);
  date = hfs_format_date (info->date);
  if (measure == HFS_MEASURE_DOWNLOADS)
    hfs_remark_say (remark, g_strdup_printf (ngettext ("%1$s model (%2$s) had fewer than 200 downloads in the 30 days to %3$s.",
                                                       "%1$s models (%2$s) had fewer than 200 downloads in the 30 days to %3$s.", below), count, share, date));
  else
    hfs_remark_say (remark, g_strdup_printf (ngettext ("%1$s model (%2$s) has had fewer than 200 downloads in all, to %3$s.",
                                                       "%1$s models (%2$s) have had fewer than 200 downloads in all, to %3$s.", below), count, share, date));
  if (!info->complete)
    hfs_remark_say (remark, g_strdup (_("This snapshot holds only much used models. So it cannot tell how many of all models are rarely used.")));
  else if (hfs_statistics_sum (values, n) > 0)
    {
      g_autofree char *together = hfs_format_share ((double) sum / hfs_statistics_sum (values, n));

      hfs_remark_say (remark, g_strdup_printf (_("Together they have %s of all downloads."), together));
    }
  hfs_remark_say (remark, g_strdup (_("Two reports count downloads since the beginning: about half of the models (Spring 2026), or 85.6 % (Summer 2026). They do not agree, and downloads of 30 days are another count.")));
  remark->scope = dup_scope (engine, query, error);
  return remark->scope ? g_steal_pointer (&remark) : NULL;
}

/* The newest snapshot that holds every model, where the reader looks at one that does not. */
HfsRemark *
hfs_remark_whole_hub (HfsEngine  *engine,
                      HfsQuery   *query,
                      GError    **error)
{
  HfsArchive *archive = hfs_engine_get_archive (engine);
  g_autoptr (HfsSnapshotInfo) shown = hfs_archive_find (archive, hfs_query_get_snapshot (query), error);
  g_autoptr (HfsSnapshotInfo) complete = NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (HfsResult) result = NULL;
  const HfsResultRow *row;
  g_autofree char *date = NULL, *count = NULL, *all = NULL, *share = NULL;

  if (shown == NULL || shown->complete || (complete = hfs_archive_find_complete (archive, NULL)) == NULL)
    return NULL;
  result = hfs_remark_ask (engine, query, HFS_DIMENSION_CONCENTRATION, error, "snapshot", complete->id, "share", "1", NULL);
  row = result ? hfs_result_find_row (result, "top-0.01") : NULL;
  if (row == NULL || row->value == 0)
    return NULL;
  date = hfs_format_date (complete->date);
  count = hfs_format_integer (row->models);
  all = hfs_format_integer (hfs_result_get_n_models (result));
  share = hfs_remark_dup_share (row->share);
  hfs_remark_say (remark, g_strdup_printf (_("The newest data that hold every model are of %s."), date));
  hfs_remark_say (remark, g_strdup_printf (ngettext ("One in ten thousand, %1$s model out of %2$s, had %3$s then.",
                                                     "One in ten thousand, %1$s models out of %2$s, had %3$s then.", row->models), count, all, share));
  if (!hfs_remark_quote (remark, "spring-2026/top-001", error))
    return NULL;
  hfs_remark_say (remark, g_strdup (_("That counts the downloads of all time, on a Hub that is much larger by now.")));
  hfs_remark_show (remark, g_steal_pointer (&result));
  return g_steal_pointer (&remark);
}
