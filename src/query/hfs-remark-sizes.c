/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-sentence.h"
#include "hfs-statistics.h"

#include <glib/gi18n-lib.h>

/* How many of each size the report compared. */
#define COMPARED 10

/* The models of a query with what is counted of them; mask and facets are the caller's. */
static gboolean
find_models (HfsEngine      *engine,
             HfsQuery       *query,
             HfsPopulation  *population,
             GError        **error)
{
  HfsFacets *facets = hfs_engine_open (engine, hfs_query_get_snapshot (query), error);

  if (facets == NULL)
    return FALSE;
  population->facets = facets;
  return hfs_engine_find_population (facets, query, 0, population, error);
}

static void
let_go (HfsPopulation *population)
{
  g_clear_object (&population->facets);
  g_clear_pointer (&population->mask, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfsPopulation, let_go)

static char *
dup_scope (HfsEngine  *engine,
           HfsQuery   *query,
           GError    **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, HFS_DIMENSION_SIZES, error, NULL);

  return result ? hfs_result_dup_scope (result) : NULL;
}

static GArray *
collect_class (const HfsPopulation *population,
               HfsSizeClass         wanted)
{
  const gint64 *parameters = hfs_snapshot_get_parameters (hfs_facets_get_snapshot (population->facets));
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row) && hfs_size_class_of (parameters[row]) == wanted)
      {
        gint64 value = hfs_population_value (population, row);

        g_array_append_val (values, value);
      }
  hfs_statistics_sort ((gint64 *) (gpointer) values->data, values->len);
  return values;
}

static double
find_median (GArray *values,
             guint   most)
{
  return hfs_statistics_median ((const gint64 *) (gpointer) values->data, MIN (most, values->len));
}

static void
say_ratio (HfsRemark  *remark,
           const char *sentence,
           GArray     *small,
           GArray     *large,
           guint       most)
{
  double of_small = find_median (small, most), of_large = find_median (large, most);
  g_autofree char *times = of_large > 0 ? hfs_format_decimal (of_small / of_large, 1) : NULL;
  g_autofree char *first = hfs_format_amount ((gint64) of_small), *second = hfs_format_amount ((gint64) of_large);

  if (times != NULL)
    hfs_remark_say (remark, g_strdup_printf (sentence, times, first, second));
}

/* The report's comparison of small and large models, as it was published and over all models. */
HfsRemark *
hfs_remark_four_times (HfsEngine  *engine,
                       HfsQuery   *query,
                       GError    **error)
{
  g_auto (HfsPopulation) models = { NULL };
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (GArray) small = NULL, large = NULL;
  g_autofree char *n_small = NULL, *n_large = NULL;

  /* The report speaks of downloads. */
  if (hfs_query_get_measure (query) == HFS_MEASURE_MODELS || hfs_query_get_measure (query) == HFS_MEASURE_LIKES ||
      !find_models (engine, query, &models, error))
    return NULL;
  small = collect_class (&models, HFS_SIZE_CLASS_1B_10B);
  large = collect_class (&models, HFS_SIZE_CLASS_GE_100B);
  hfs_remark_say (remark, g_strdup (_("The report took ten models of 1 to 9 billion parameters and ten above 100 billion: the most downloaded ones. The middle of the small ones had about 4 times the downloads of the middle of the large ones.")));
  if (small->len < COMPARED || large->len < COMPARED)
    {
      hfs_remark_say (remark, g_strdup (_("These data hold fewer than ten models of one of the two sizes, so the comparison cannot be made here.")));
      return g_steal_pointer (&remark);
    }
  say_ratio (remark, _("Counted in the same way, these data say %1$s times: %2$s against %3$s."), small, large, COMPARED);
  say_ratio (remark, _("Over all models of the two sizes in these data it is %1$s times: %2$s against %3$s."), small, large, G_MAXUINT);
  n_small = hfs_format_integer (small->len);
  n_large = hfs_format_integer (large->len);
  hfs_remark_add_row (remark, NULL, _("Models of 1 to 10 billion parameters"), g_steal_pointer (&n_small), NULL, NULL);
  hfs_remark_add_row (remark, NULL, _("Models of 100 billion parameters or more"), g_steal_pointer (&n_large), NULL, NULL);
  remark->scope = dup_scope (engine, query, error);
  return remark->scope ? g_steal_pointer (&remark) : NULL;
}

/* Mean and median size of models and of what is counted of them. */
HfsRemark *
hfs_remark_mean_and_median (HfsEngine  *engine,
                            HfsQuery   *query,
                            GError    **error)
{
  g_auto (HfsPopulation) models = { NULL };
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint64)), weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *parameters, *all, *weight;
  g_autofree char *mean = NULL, *median = NULL, *plain_mean = NULL, *plain_median = NULL;

  if (!find_models (engine, query, &models, error))
    return NULL;
  parameters = hfs_snapshot_get_parameters (hfs_facets_get_snapshot (models.facets));
  for (guint row = 0; row < models.n_rows; row++)
    if (hfs_population_has (&models, row) && parameters[row] > 0)
      {
        gint64 value = hfs_population_value (&models, row);

        g_array_append_val (sizes, parameters[row]);
        g_array_append_val (weights, value);
      }
  all = (const gint64 *) (gpointer) sizes->data;
  weight = (const gint64 *) (gpointer) weights->data;
  if (sizes->len == 0 || hfs_statistics_sum (weight, sizes->len) == 0)
    return NULL;
  mean = hfs_format_amount ((gint64) hfs_statistics_weighted_mean (all, weight, sizes->len));
  median = hfs_format_amount ((gint64) hfs_statistics_weighted_quantile (all, weight, sizes->len, 0.5));
  plain_mean = hfs_format_amount ((gint64) hfs_statistics_mean (all, sizes->len));
  hfs_statistics_sort ((gint64 *) (gpointer) sizes->data, sizes->len);
  plain_median = hfs_format_amount ((gint64) hfs_statistics_median (all, sizes->len));
  if (hfs_query_get_measure (query) == HFS_MEASURE_MODELS)
    hfs_remark_say (remark, g_strdup_printf (_("The mean size of these models is %1$s parameters, and the median is %2$s."), mean, median));
  else if (hfs_query_get_measure (query) == HFS_MEASURE_LIKES)
    hfs_remark_say (remark, g_strdup_printf (_("When a model counts once for each like, the mean size is %1$s parameters, and the median is %2$s."), mean, median));
  else
    hfs_remark_say (remark, g_strdup_printf (_("When a model counts once for each download, the mean size is %1$s parameters, and the median is %2$s."), mean, median));
  hfs_remark_say (remark, g_strdup (_("The median is the one in the middle: half are smaller. The mean shares all parameters out evenly, so that a few very large models pull it up. A mean that rises while the median stays says that some models grew, not that most did.")));
  if (hfs_query_get_measure (query) != HFS_MEASURE_MODELS)
    {
      hfs_remark_add_row (remark, NULL, _("Mean, weighted"), g_steal_pointer (&mean), NULL, NULL);
      hfs_remark_add_row (remark, NULL, _("Median, weighted"), g_steal_pointer (&median), NULL, NULL);
    }
  hfs_remark_add_row (remark, NULL, _("Mean, every model once"), g_steal_pointer (&plain_mean), NULL, NULL);
  hfs_remark_add_row (remark, NULL, _("Median, every model once"), g_steal_pointer (&plain_median), NULL, NULL);
  remark->scope = dup_scope (engine, query, error);
  return remark->scope ? g_steal_pointer (&remark) : NULL;
}

/* Models that use a part of their parameters at a time. */
HfsRemark *
hfs_remark_active_parameters (HfsEngine  *engine,
                              HfsQuery   *query,
                              GError    **error)
{
  g_auto (HfsPopulation) models = { NULL };
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  gint64 total[HFS_N_SIZE_CLASSES] = { 0 }, active[HFS_N_SIZE_CLASSES] = { 0 }, sum = 0, of_experts = 0;
  HfsSnapshot *snapshot;
  guint n = 0;

  if (!find_models (engine, query, &models, error))
    return NULL;
  snapshot = hfs_facets_get_snapshot (models.facets);
  for (guint row = 0; row < models.n_rows; row++)
    if (hfs_population_has (&models, row))
      {
        gint64 parameters = hfs_snapshot_get_parameters (snapshot)[row];
        gint64 used = hfs_snapshot_get_active_parameters (snapshot, row), value = hfs_population_value (&models, row);
        gboolean is_part = used > 0 && used < parameters;

        sum += value;
        n += is_part;
        of_experts += is_part ? value : 0;
        total[hfs_size_class_of (parameters)] += value;
        active[hfs_size_class_of (is_part ? used : parameters)] += value;
      }
  if (n == 0 || sum == 0)
    return NULL;
  {
    g_autofree char *count = hfs_format_integer (n), *share = hfs_remark_dup_share ((double) of_experts / sum);

    hfs_remark_say (remark, g_strdup_printf (ngettext ("%1$s model is known to use only a part of its parameters for each word (a mixture of experts). It has %2$s.",
                                                       "%1$s models are known to use only a part of their parameters for each word (a mixture of experts). They have %2$s.",
                                                       n), count, share));
  }
  hfs_remark_say (remark, g_strdup (_("All parameters say how much memory a model needs; the active ones say how much it computes. The charts count all of them.")));
  for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
    {
      g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_SIZES, hfs_size_class_get_key (i));
      g_autofree char *by_total = hfs_format_share ((double) total[i] / sum), *by_active = hfs_format_share ((double) active[i] / sum);

      /* Translators: a share by all parameters, then by the active ones. */
      hfs_remark_add_row (remark, NULL, label, g_strdup_printf (_("%1$s by all parameters, %2$s by active ones"), by_total, by_active), NULL, NULL);
    }
  remark->scope = dup_scope (engine, query, error);
  return remark->scope ? g_steal_pointer (&remark) : NULL;
}
