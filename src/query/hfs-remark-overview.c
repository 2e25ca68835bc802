/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-changes.h"
#include "hfs-format.h"

#include <glib/gi18n-lib.h>

/* How many changes of each kind are worth a line on the first page. */
#define MOST_OF_A_KIND 2

/* Which data there are. */
HfsRemark *
hfs_remark_freshness (HfsEngine  *engine,
                      HfsQuery   *query,
                      GError    **error)
{
  HfsArchive *archive = hfs_engine_get_archive (engine);
  g_autoptr (HfsSnapshotInfo) info = hfs_archive_find (archive, hfs_query_get_snapshot (query), error);
  g_autoptr (GPtrArray) all = info ? hfs_archive_list (archive, error) : NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *date = NULL, *models = NULL, *count = NULL;

  if (all == NULL)
    return NULL;
  date = hfs_format_date (info->date);
  models = hfs_format_integer (info->n_models);
  count = hfs_format_integer (all->len);
  hfs_remark_say (remark, g_strdup_printf (ngettext ("The newest data are of %1$s and hold %2$s model.", "The newest data are of %1$s and hold %2$s models.",
                                                     info->n_models), date, models));
  if (info->bundled)
    hfs_remark_say (remark, g_strdup (_("They came with the program. With “Fetch today’s data” you bring newer ones from the Hub; the old ones stay.")));
  hfs_remark_say (remark, g_strdup_printf (ngettext ("There is %s snapshot to choose from.", "There are %s snapshots to choose from.", all->len), count));
  /* Translators: where data come from. */
  remark->source = g_strdup_printf (_("Source: %s"), info->source);
  return g_steal_pointer (&remark);
}

static const char *
get_page (HfsChangeKind kind)
{
  if (kind == HFS_CHANGE_COUNTRY)
    return "country";
  return kind == HFS_CHANGE_TYPE ? NULL : "model";
}

/* What is otherwise than at the last refresh. */
HfsRemark *
hfs_remark_changes (HfsEngine  *engine,
                    HfsQuery   *query,
                    GError    **error)
{
  g_autoptr (GError) raised = NULL;
  g_autoptr (HfsChanges) changes = hfs_changes_new (engine, hfs_query_get_snapshot (query), NULL, &raised);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  guint n_of_kind[HFS_N_CHANGE_KINDS] = { 0 };

  if (g_error_matches (raised, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND))
    {
      hfs_remark_say (remark, g_strdup (raised->message));
      return g_steal_pointer (&remark);
    }
  if (changes == NULL)
    return g_propagate_error (error, g_steal_pointer (&raised)), NULL;
  hfs_remark_say (remark, hfs_changes_dup_summary (changes));
  for (guint i = 0; i < hfs_changes_get_n (changes); i++)
    {
      const HfsChange *change = hfs_changes_get (changes, i);
      gboolean has_page = get_page (change->kind) != NULL && !hfs_dimension_is_unclear (HFS_DIMENSION_COUNTRIES, change->key);

      if (n_of_kind[change->kind]++ >= MOST_OF_A_KIND)
        continue;
      hfs_remark_add_row (remark, NULL, change->label, hfs_change_dup_sentence (change), has_page ? get_page (change->kind) : NULL,
                          has_page ? change->key : NULL);
    }
  return g_steal_pointer (&remark);
}
