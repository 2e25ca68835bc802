/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PUBLISHERS_OF_A_TYPE "5"

/* The publishers with most in each type. */
HfsRemark *
hfs_remark_type_publishers (HfsEngine  *engine,
                            HfsQuery   *query,
                            GError    **error)
{
  g_autoptr (HfsResult) types = hfs_remark_ask (engine, query, HFS_DIMENSION_DEVELOPER_TYPES, error, NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  double most = 0;
  g_autofree char *narrowest = NULL, *share = NULL;

  for (guint i = 0; types != NULL && i < hfs_result_get_n_rows (types); i++)
    {
      const HfsResultRow *type = hfs_result_get_row (types, i);
      g_autoptr (HfsResult) result = NULL;

      if (type->kind != HFS_ROW_CLEAR || type->value == 0)
        continue;
      result = hfs_remark_ask (engine, query, HFS_DIMENSION_PUBLISHERS, error, "developer-type", type->key,
                               "top", PUBLISHERS_OF_A_TYPE, NULL);
      if (result == NULL)
        return NULL;
      for (guint j = 0; j < hfs_result_get_n_rows (result); j++)
        {
          const HfsResultRow *row = hfs_result_get_row (result, j);

          if (row->kind != HFS_ROW_CLEAR)
            continue;
          hfs_remark_add_row (remark, type->label, row->label, hfs_format_share (row->share), "publisher", row->key);
          if (row->share <= most || type->models < 2)
            continue;
          most = row->share;
          g_free (narrowest);
          narrowest = g_strdup_printf (C_("kind of developer and publisher", "%1$s: %2$s"), type->label, row->label);
        }
    }
  if (types == NULL || remark->rows->len == 0)
    return NULL;
  hfs_remark_say (remark, g_strdup (_("These publishers have most of each kind. Each share is of its own kind.")));
  if (narrowest != NULL)
    {
      share = hfs_remark_dup_share (most);
      /* Translators: a kind of developer and its largest publisher, then the share of that publisher. */
      hfs_remark_say (remark, g_strdup_printf (_("One publisher weighs most in its kind: %1$s, with %2$s."), narrowest, share));
    }
  remark->scope = hfs_result_dup_scope (types);
  return g_steal_pointer (&remark);
}

static gboolean
has_relations (HfsEngine  *engine,
               HfsQuery   *query,
               GError    **error)
{
  g_autoptr (HfsQuery) models = hfs_query_with (query, "measure", "models", error);
  g_autoptr (HfsResult) result = models ? hfs_remark_ask (engine, models, HFS_DIMENSION_RELATIONS, error, NULL) : NULL;

  for (guint i = 0; result != NULL && i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_CLEAR && hfs_result_get_row (result, i)->models > 0)
      return TRUE;
  return FALSE;
}

static double
share_of (HfsResult  *result,
          const char *key)
{
  const HfsResultRow *row = hfs_result_find_row (result, key);

  return row ? row->share : 0;
}

/* What moves when a copy counts for the maker of the first model and not for who uploaded it. */
static HfsRemark *
compare_credit (HfsEngine       *engine,
                HfsQuery        *query,
                HfsDimensionId   dimension,
                GError         **error)
{
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (HfsResult) uploaded = NULL, made = NULL;
  const HfsResultRow *mover = NULL;
  double largest = 0.0005;
  GError *raised = NULL;

  if (!has_relations (engine, query, &raised))
    {
      if (raised != NULL)
        return g_propagate_error (error, raised), NULL;
      hfs_remark_say (remark, g_strdup (_("These data do not say what a model is made from, so copies cannot be told apart here. The data of the Hub do.")));
      return g_steal_pointer (&remark);
    }
  uploaded = hfs_remark_ask (engine, query, dimension, error, "credit", "publisher", NULL);
  made = uploaded ? hfs_remark_ask (engine, query, dimension, error, "credit", "base", "share", "1", NULL) : NULL;
  if (made == NULL)
    return NULL;
  for (guint i = 0; i < hfs_result_get_n_rows (uploaded); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (uploaded, i);
      double after = share_of (made, row->key);
      g_autofree char *from = hfs_format_share (row->share), *to = hfs_format_share (after);

      if (fabs (after - row->share) > largest && row->kind == HFS_ROW_CLEAR)
        {
          largest = fabs (after - row->share);
          mover = row;
        }
      if (i < 8)
        /* Translators: a share by one rule, then by another. */
        hfs_remark_add_row (remark, NULL, row->label, g_strdup_printf (_("%1$s as uploaded, %2$s as first made"), from, to), NULL, NULL);
    }
  if (mover == NULL)
    hfs_remark_say (remark, g_strdup (_("Nothing moves when copies count for the maker of the first model.")));
  else
    {
      g_autofree char *from = hfs_format_share (mover->share), *to = hfs_format_share (share_of (made, mover->key));

      hfs_remark_say (remark, g_strdup_printf (_("Some accounts upload copies of what others made. When a copy counts for the maker of the first model, this moves most: %1$s, from %2$s to %3$s."),
                                               mover->label, from, to));
    }
  remark->scope = hfs_result_dup_scope (uploaded);
  return g_steal_pointer (&remark);
}

/* Re-uploaders seen apart. */
HfsRemark *
hfs_remark_type_credit (HfsEngine  *engine,
                        HfsQuery   *query,
                        GError    **error)
{
  return compare_credit (engine, query, HFS_DIMENSION_DEVELOPER_TYPES, error);
}

/* The same for countries. */
HfsRemark *
hfs_remark_country_credit (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  return compare_credit (engine, query, HFS_DIMENSION_COUNTRIES, error);
}
