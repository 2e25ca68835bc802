/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-coverage.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * hfs_coverage_of:
 * @all_models: how many models the Hub has, for instance those of the newest complete snapshot; 0 when not known
 *
 * Finds how much of the Hub a snapshot holds. The Hub lists models by downloads, so that each model
 * that was not fetched has at most as many as the last one that was. All of them together have
 * at most that many times their number, and the share fetched is at least what follows from it.
 *
 * Returns: the coverage
 */
HfsCoverage
hfs_coverage_of (HfsSnapshot *snapshot,
                 gint64       all_models)
{
  const HfsSnapshotInfo *info = hfs_snapshot_get_info (snapshot);
  HfsColumn downloads = hfs_snapshot_get_count_column (snapshot, HFS_COUNT_DOWNLOADS);
  guint n = hfs_snapshot_get_n_models (snapshot);
  gint64 depth = MIN (hfs_snapshot_info_get_depth (info), n);
  HfsCoverage self = { n, info->complete ? n : all_models, NAN, 0, 0, NAN };

  for (guint i = 0; downloads.data != NULL && i < n; i++)
    {
      self.downloads += hfs_column_get (downloads, i);
      if (i < depth && (i == 0 || hfs_column_get (downloads, i) < self.least))
        self.least = hfs_column_get (downloads, i);
    }
  /* More were fetched than that number says: it is of another day. */
  if (self.all_models < n)
    self.all_models = 0;
  if (self.all_models > 0)
    self.models_share = (double) n / self.all_models;
  if (self.all_models > 0 && self.downloads > 0)
    self.least_share = self.downloads / (self.downloads + (double) (self.all_models - n) * self.least);
  return self;
}

/**
 * hfs_coverage_dup_sentence:
 *
 * Returns: (transfer full): the coverage in words, and what the bound follows from
 */
char *
hfs_coverage_dup_sentence (const HfsCoverage *self)
{
  g_autofree char *least = hfs_format_integer (self->least), *models = NULL, *downloads = NULL;

  if (self->models == self->all_models)
    return g_strdup (_("These are all models of the Hub."));
  if (isnan (self->least_share))
    /* Translators: %s is a number. */
    return g_strdup_printf (ngettext ("No model that is not among these has more than %s download.",
                                      "No model that is not among these has more than %s downloads.",
                                      (gulong) self->least), least);
  models = hfs_format_share (self->models_share);
  downloads = hfs_format_percent (floor (self->least_share * 100) / 100, 0);
  /* Translators: two percentages, then a number of downloads. */
  return g_strdup_printf (_("These are %1$s of the Hub’s models, with at least %2$s of its downloads: each of the others has "
                            "at most %3$s."), models, downloads, least);
}
