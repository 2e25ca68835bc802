/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-named.h"
#include "hfs-regions.h"
#include "hfs-result-private.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>

#define LISTED "10"
#define MOST_KNOWN 12

/* The one country that the query is about. */
static const char *
get_country (HfsQuery *query)
{
  const char * const *keys = hfs_query_get_filter (query, HFS_DIMENSION_COUNTRIES);

  return keys ? keys[0] : NULL;
}

static HfsQuery *
drop_country (HfsQuery  *query,
              GError   **error)
{
  return hfs_query_with (query, "country", NULL, error);
}

/* Publishers that the table knows though none of their models is in the snapshot. */
static void
list_known (HfsRemark  *remark,
            HfsEngine  *engine,
            const char *country)
{
  g_autoptr (GPtrArray) known = hfs_publishers_list (hfs_engine_get_publishers (engine), country);

  for (guint i = 0; i < MIN (known->len, MOST_KNOWN); i++)
    {
      const HfsPublisher *publisher = g_ptr_array_index (known, i);
      g_autofree char *type = hfs_dimension_dup_label (HFS_DIMENSION_DEVELOPER_TYPES, hfs_developer_type_get_key (publisher->type));

      hfs_remark_add_row (remark, NULL, publisher->name, g_steal_pointer (&type), "publisher", publisher->account);
    }
}

static void
list_rows (HfsRemark  *remark,
           HfsResult  *result,
           const char *page)
{
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      g_autofree char *amount = hfs_format_amount (row->value), *share = hfs_format_share (row->share);

      if (row->kind == HFS_ROW_CLEAR && row->value > 0)
        /* Translators: an amount, then its share of all that the country has. */
        hfs_remark_add_row (remark, NULL, row->label, g_strdup_printf (C_("amount and share", "%1$s, %2$s"), amount, share), page, row->key);
    }
}

/* The publishers of the country. */
HfsRemark *
hfs_remark_country_publishers (HfsEngine  *engine,
                               HfsQuery   *query,
                               GError    **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, HFS_DIMENSION_PUBLISHERS, error, "top", LISTED, NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *country = NULL;

  if (result == NULL)
    return NULL;
  country = hfs_dimension_dup_name (HFS_DIMENSION_COUNTRIES, get_country (query));
  if (hfs_result_get_n_models (result) > 0)
    {
      list_rows (remark, result, "publisher");
      if (remark->rows->len > 0)
        {
          const HfsRemarkRow *first = g_ptr_array_index (remark->rows, 0);

          hfs_remark_say (remark, g_strdup_printf (_("Of all publishers in %1$s, this one has most: %2$s."), country, first->label));
        }
    }
  else
    {
      g_autofree char *all = hfs_format_integer (hfs_result_get_snapshot (result)->n_models);

      hfs_remark_say (remark, g_strdup_printf (_("None of the %1$s models of this snapshot is by a publisher in %2$s."), all, country));
      list_known (remark, engine, get_country (query));
      if (remark->rows->len > 0)
        hfs_remark_say (remark, g_strdup (_("These publishers there are known. With the data of the Hub their models appear here.")));
    }
  remark->scope = hfs_result_dup_scope (result);
  return g_steal_pointer (&remark);
}

/* Its models with most. */
HfsRemark *
hfs_remark_country_models (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, HFS_DIMENSION_MODELS, error, "top", LISTED, NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *count = NULL;

  if (result == NULL || hfs_result_get_n_models (result) == 0)
    return NULL;
  count = hfs_format_integer (hfs_result_get_n_models (result));
  hfs_remark_say (remark, g_strdup_printf (ngettext ("%s model of this country is counted here.", "%s models of this country are counted here.",
                                                     hfs_result_get_n_models (result)), count));
  list_rows (remark, result, "model");
  remark->scope = hfs_result_dup_scope (result);
  return g_steal_pointer (&remark);
}

/* How much an account has in the snapshot, in words. */
static char *
dup_amount_of (HfsEngine  *engine,
               HfsQuery   *query,
               const char *account)
{
  g_autoptr (HfsQuery) all = drop_country (query, NULL);
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, all, HFS_DIMENSION_PUBLISHERS, NULL, "publisher", account, NULL);
  const HfsResultRow *row = result ? hfs_result_find_row (result, account) : NULL;

  return row && row->models > 0 ? hfs_format_amount (row->value) : g_strdup (_("no model in this snapshot"));
}

/* Those whom the report names when it speaks of the country. */
HfsRemark *
hfs_remark_country_named (HfsEngine  *engine,
                          HfsQuery   *query,
                          GError    **error)
{
  static const char * const sentences[HFS_N_NAMED_WHAT] = {
    N_("The report names the companies that the state chose as champions in mid-2025."),
    N_("The report names this initiative of public research bodies."),
    N_("The report speaks of projects that the European Union pays for, without naming one. This is such a project."),
    N_("The report speaks of plans for public money and public code here, and names no publisher."),
  };
  g_autoptr (GPtrArray) all = hfs_named_load (error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  const char *country = get_country (query);
  int said = -1;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HfsNamed *named = g_ptr_array_index (all, i);

      if (!g_str_equal (named->country, country) &&
          !(g_str_equal (named->country, "EU") && g_str_equal (hfs_region_of_country (country), "european-union")))
        continue;
      if (said != (int) named->what)
        hfs_remark_say (remark, g_strdup (_(sentences[named->what])));
      said = named->what;
      g_free (remark->source);
      /* Translators: an address where a reader can see it. */
      remark->source = g_strdup_printf (_("Source: %s"), named->source);
      if (*named->account != '\0')
        hfs_remark_add_row (remark, NULL, named->name, dup_amount_of (engine, query, named->account), "publisher", named->account);
    }
  return said >= 0 ? g_steal_pointer (&remark) : NULL;
}

static HfsRemark *
draw_mix (HfsEngine       *engine,
          HfsQuery        *query,
          HfsDimensionId   dimension,
          GError         **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, dimension, error, "share", "1", "top", "6", NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();

  if (result == NULL || hfs_result_get_total (result) == 0)
    return NULL;
  hfs_remark_say (remark, hfs_result_dup_summary (result));
  /* A picture of what is not known shows nothing. */
  if (hfs_result_get_unclear_share (result) < 1)
    hfs_remark_show (remark, g_steal_pointer (&result));
  else
    remark->scope = hfs_result_dup_scope (result);
  return g_steal_pointer (&remark);
}

/* Under which terms its models may be used. */
HfsRemark *
hfs_remark_country_licenses (HfsEngine  *engine,
                             HfsQuery   *query,
                             GError    **error)
{
  return draw_mix (engine, query, HFS_DIMENSION_LICENSES, error);
}

/* How large its models are. */
HfsRemark *
hfs_remark_country_sizes (HfsEngine  *engine,
                          HfsQuery   *query,
                          GError    **error)
{
  return draw_mix (engine, query, HFS_DIMENSION_SIZES, error);
}

/* Takes all rows but one out of an answer that nobody else has seen yet. */
static void
keep_row (HfsResult  *result,
          const char *key)
{
  for (guint i = result->rows->len; i-- > 0;)
    if (!g_str_equal (((HfsResultRow *) g_ptr_array_index (result->rows, i))->key, key))
      g_ptr_array_remove_index (result->rows, i);
}

/* Draws the share of the country over the reader's own snapshots, where there are enough. */
static void
show_course (HfsRemark  *remark,
             HfsEngine  *engine,
             HfsQuery   *all,
             const char *country)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, all, HFS_DIMENSION_COUNTRIES, NULL, "share", "1", "over", "time", NULL);

  if (result == NULL || hfs_result_get_n_moments (result) < 2 || hfs_result_find_row (result, country) == NULL)
    return;
  keep_row (result, country);
  /* The totals are still those of all countries, so the usual words would not be true. */
  result->own_summary = g_strdup (remark->text->str);
  hfs_remark_show (remark, g_steal_pointer (&result));
}

/* Place and share of the country in the oldest snapshot and now. */
HfsRemark *
hfs_remark_country_then (HfsEngine  *engine,
                         HfsQuery   *query,
                         GError    **error)
{
  g_autofree char *first = hfs_remark_dup_first_snapshot (engine, query, error);
  g_autoptr (HfsQuery) all = first ? drop_country (query, error) : NULL;
  g_autoptr (HfsResult) result = all ? hfs_remark_ask (engine, all, HFS_DIMENSION_COUNTRIES, error, "share", "1", "compare", first, NULL) : NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  const HfsResultRow *row = result ? hfs_result_find_row (result, get_country (query)) : NULL;
  g_autofree char *name = NULL, *date = NULL, *now_date = NULL, *from = NULL, *to = NULL;

  if (result == NULL)
    return NULL;
  name = hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, get_country (query));
  date = hfs_format_date (hfs_result_get_before (result)->date);
  now_date = hfs_format_date (hfs_result_get_snapshot (result)->date);
  from = hfs_format_share (row ? row->before_share : 0);
  to = hfs_format_share (row ? row->share : 0);
  if (row == NULL)
    hfs_remark_say (remark, g_strdup_printf (_("%1$s is not among the models compared, neither on %2$s nor on %3$s."), name, date, now_date));
  else if (row->share > row->before_share)
    hfs_remark_say (remark, g_strdup_printf (_("%1$s rose from %2$s on %3$s to %4$s on %5$s."), name, from, date, to, now_date));
  else if (row->share < row->before_share)
    hfs_remark_say (remark, g_strdup_printf (_("%1$s fell from %2$s on %3$s to %4$s on %5$s."), name, from, date, to, now_date));
  else
    hfs_remark_say (remark, g_strdup_printf (_("%1$s has the same share on %2$s and on %3$s: %4$s."), name, date, now_date, to));
  if (row != NULL && row->before_rank > 0 && row->rank > 0)
    hfs_remark_say (remark, g_strdup_printf (_("Its place among the countries: %1$u then, %2$u now."), row->before_rank, row->rank));
  remark->scope = hfs_result_dup_scope (result);
  show_course (remark, engine, all, get_country (query));
  return g_steal_pointer (&remark);
}
