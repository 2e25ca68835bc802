/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>

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
