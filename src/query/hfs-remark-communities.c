/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 10

/**
 * hfs_remark_count_equal:
 * @result: an answer whose rows are publishers
 *
 * Tells how spread something is by a number that can be pictured: as if so many publishers of equal weight shared it. That
 * is one divided by the Herfindahl-Hirschman index.
 *
 * Returns: how many; 0 when there is nothing to share
 */
double
hfs_remark_count_equal (HfsResult *result)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);

      if (row->kind != HFS_ROW_CLEAR)
        continue;
      sum += row->value;
      squares += (double) row->value * row->value;
    }
  return squares > 0 ? sum * sum / squares : 0;
}

/* The publishers of the models of one row. */
static HfsResult *
ask_publishers (HfsEngine           *engine,
                HfsQuery            *query,
                const HfsDimension  *dimension,
                const char          *key,
                GError             **error)
{
  return hfs_remark_ask (engine, query, HFS_DIMENSION_PUBLISHERS, error, dimension->filter, key, NULL);
}

static char *
dup_publishers_query (HfsQuery           *query,
                      const HfsDimension *dimension,
                      const char         *key)
{
  g_autoptr (HfsQuery) plain = hfs_remark_turn (query, HFS_DIMENSION_PUBLISHERS);
  g_autofree char *escaped = g_uri_escape_string (key, NULL, TRUE);
  g_autoptr (HfsQuery) filtered = hfs_query_with (plain, dimension->filter, escaped, NULL);

  return filtered ? hfs_query_to_string (filtered) : NULL;
}

/* How many publishers share each row, where a few large ones count for less than their number. */
HfsRemark *
hfs_remark_spread (HfsEngine  *engine,
                   HfsQuery   *query,
                   GError    **error)
{
  HfsDimensionId id = hfs_query_get_dimension (query);
  const HfsDimension *dimension = hfs_dimension_get (id);
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, id, error, NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *widest = NULL, *narrowest = NULL;
  double most = 0, least = G_MAXDOUBLE;

  for (guint i = 0; result != NULL && i < hfs_result_get_n_rows (result) && remark->rows->len < MOST_ROWS; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      g_autoptr (HfsResult) publishers = NULL;
      g_autofree char *number = NULL, *place = NULL;
      double equal;

      if (row->kind != HFS_ROW_CLEAR || row->value == 0)
        continue;
      if ((publishers = ask_publishers (engine, query, dimension, row->key, error)) == NULL)
        return NULL;
      equal = hfs_remark_count_equal (publishers);
      number = hfs_format_decimal (equal, 1);
      place = dup_publishers_query (query, dimension, row->key);
      /* Translators: how spread something is; the number has a decimal. */
      hfs_remark_add_row (remark, NULL, row->label, g_strdup_printf (_("as if %s equal publishers shared it"), number), NULL, place);
      if (equal > most)
        {
          most = equal;
          g_free (widest);
          widest = g_strdup (row->label);
        }
      if (equal < least)
        {
          least = equal;
          g_free (narrowest);
          narrowest = g_strdup (row->label);
        }
    }
  if (remark->rows->len < 2)
    return NULL;
  hfs_remark_say (remark, g_strdup (_("Where one publisher has nearly all, the field counts as little more than one, even if there are many others.")));
  hfs_remark_say (remark, g_strdup_printf (_("The most spread of the largest is “%1$s”, the least is “%2$s”."), widest, narrowest));
  remark->scope = hfs_result_dup_scope (result);
  return g_steal_pointer (&remark);
}

/* The community that the report singles out. */
HfsRemark *
hfs_remark_robotics (HfsEngine  *engine,
                     HfsQuery   *query,
                     GError    **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, HFS_DIMENSION_TASKS, error, NULL);
  const HfsResultRow *row = result ? hfs_result_find_row (result, "robotics") : NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();

  if (result == NULL)
    return NULL;
  if (row == NULL || row->value == 0)
    hfs_remark_say (remark, g_strdup (_("None of these models states robotics as its task. In robotics data sets have grown more than models.")));
  else
    {
      g_autofree char *models = hfs_format_integer (row->models), *share = hfs_format_share (row->share), *rank = hfs_format_integer (row->rank);

      hfs_remark_say (remark, g_strdup_printf (ngettext ("%1$s model states robotics as its task. It has %2$s, which is place %3$s among the tasks.",
                                                         "%1$s models state robotics as their task. They have %2$s, which is place %3$s among the tasks.",
                                                         row->models), models, share, rank));
    }
  remark->scope = hfs_result_dup_scope (result);
  return g_steal_pointer (&remark);
}
