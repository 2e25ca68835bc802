/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-regions.h"

#include <glib/gi18n-lib.h>

#define BOTH "CN,US"

static gint64
get_part (HfsResult          *result,
          const HfsResultRow *row,
          const char         *key)
{
  for (guint i = 0; i < hfs_result_get_n_series (result); i++)
    if (g_str_equal (hfs_result_get_series (result, i)->key, key))
      return row->series[i];
  return 0;
}

static char *
dup_ratio (gint64 china,
           gint64 us)
{
  g_autofree char *most = hfs_format_amount (MAX (china, us)), *least = hfs_format_amount (MIN (china, us));
  g_autofree char *times = MIN (china, us) > 0 ? hfs_format_decimal ((double) MAX (china, us) / MIN (china, us), 1) : NULL;

  if (china == us)
    return g_strdup_printf (_("China and the United States have the same: %s."), most);
  if (times == NULL)
    return g_strdup_printf (china > 0 ? _("China has %s, and the United States have nothing.")
                                      : _("The United States have %s, and China has nothing."), most);
  /* Translators: so many times as much, then the two amounts. */
  return g_strdup_printf (china > us ? _("China has %1$s times as much as the United States: %2$s against %3$s.")
                                     : _("The United States have %1$s times as much as China: %2$s against %3$s."), times, most, least);
}

/* The two countries side by side in each row of @dimension. */
static HfsRemark *
compare_both (HfsEngine       *engine,
              HfsQuery        *query,
              HfsDimensionId   dimension,
              GError         **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, dimension, error, "country", BOTH, "by", "countries", NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (GStrvBuilder) ahead = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  gint64 china = 0, us = 0;
  guint n = 0, n_ahead = 0;

  if (result == NULL)
    return NULL;
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      gint64 of_china = get_part (result, row, "CN"), of_us = get_part (result, row, "US");

      china += of_china;
      us += of_us;
      if (row->kind != HFS_ROW_CLEAR || of_china + of_us == 0)
        continue;
      n++;
      if (of_china <= of_us)
        continue;
      n_ahead++;
      g_strv_builder_add (ahead, row->label);
    }
  if (china + us == 0)
    return NULL;
  hfs_remark_say (remark, dup_ratio (china, us));
  labels = g_strv_builder_end (ahead);
  if (n_ahead == 0)
    hfs_remark_say (remark, g_strdup (_("The United States are ahead in every row.")));
  else if (n_ahead == n)
    hfs_remark_say (remark, g_strdup (_("China is ahead in every row.")));
  else
    {
      g_autofree char *list = g_strjoinv (_("; "), labels);

      /* Translators: the rows of the chart in which China has more than the United States. */
      hfs_remark_say (remark, g_strdup_printf (_("China is ahead here: %s. In the other rows the United States are ahead."), list));
    }
  hfs_remark_show (remark, g_steal_pointer (&result));
  return g_steal_pointer (&remark);
}

/* China against the United States, by the size of the models. */
HfsRemark *
hfs_remark_china_us_sizes (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  return compare_both (engine, query, HFS_DIMENSION_SIZES, error);
}

/* The same, by who makes them. */
HfsRemark *
hfs_remark_china_us_types (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  return compare_both (engine, query, HFS_DIMENSION_DEVELOPER_TYPES, error);
}

static void
say_course (HfsRemark  *remark,
            HfsResult  *result,
            const char *key)
{
  const HfsResultRow *row = hfs_result_find_row (result, key);
  g_autofree char *before = NULL, *now = NULL;

  if (row == NULL)
    return;
  before = hfs_remark_dup_share (row->before_share);
  now = hfs_remark_dup_share (row->share);
  /* Translators: a country and its share then and now, such as “China: from 10 % to 23 %.” */
  hfs_remark_say (remark, g_strdup_printf (_("%1$s: from %2$s to %3$s."), row->label, before, now));
}

/* The largest countries in the oldest snapshot and now. */
HfsRemark *
hfs_remark_countries_then (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  g_autofree char *first = hfs_remark_dup_first_snapshot (engine, query, error);
  g_autofree char *date = NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (HfsResult) result = NULL;

  if (first == NULL)
    return NULL;
  result = hfs_remark_ask (engine, query, HFS_DIMENSION_COUNTRIES, error, "share", "1", "top", "6", "compare", first, NULL);
  if (result == NULL)
    return NULL;
  date = hfs_format_date (hfs_result_get_before (result)->date);
  hfs_remark_say (remark, g_strdup_printf (_("Since %s, the shares went like this."), date));
  say_course (remark, result, "US");
  say_course (remark, result, "CN");
  hfs_remark_show (remark, g_steal_pointer (&result));
  return g_steal_pointer (&remark);
}

/* The European Union as one. */
HfsRemark *
hfs_remark_european_union (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  g_autoptr (HfsResult) regions = hfs_remark_ask (engine, query, HFS_DIMENSION_REGIONS, error, "share", "1", NULL);
  g_autoptr (HfsResult) countries = regions ? hfs_remark_ask (engine, query, HFS_DIMENSION_COUNTRIES, error, NULL) : NULL;
  const HfsResultRow *together = regions ? hfs_result_find_row (regions, "european-union") : NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *share = NULL, *most = NULL;
  const HfsResultRow *largest = NULL;
  guint n = 0;

  if (countries == NULL || together == NULL || together->value == 0)
    return NULL;
  for (guint i = 0; i < hfs_result_get_n_rows (countries); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (countries, i);

      if (row->kind != HFS_ROW_CLEAR || !g_str_equal (hfs_region_of_country (row->key), "european-union"))
        continue;
      n++;
      if (largest == NULL || row->value > largest->value)
        largest = row;
    }
  share = hfs_remark_dup_share (together->share);
  most = hfs_remark_dup_share (largest->share);
  hfs_remark_say (remark, g_strdup_printf (ngettext ("Taken as one, the European Union has %1$s. Models come from %2$u of its countries.",
                                                     "Taken as one, the European Union has %1$s. Models come from %2$u of its countries.",
                                                     n), share, n));
  hfs_remark_say (remark, g_strdup_printf (_("Most of it is of one country, %1$s: %2$s."), largest->label, most));
  hfs_remark_show (remark, g_steal_pointer (&regions));
  return g_steal_pointer (&remark);
}
