/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-profile.h"

#include "hfs-countries.h"
#include "hfs-engine-private.h"
#include "hfs-grouping.h"

#include <glib/gi18n-lib.h>

static void
moment_free (gpointer data)
{
  HfsMoment *moment = data;

  hfs_snapshot_info_free (moment->info);
  g_free (moment);
}

static gint64
get_count (HfsSnapshot *snapshot,
           HfsCount     count,
           guint        row)
{
  HfsColumn column = hfs_snapshot_get_count_column (snapshot, count);

  return column.data ? hfs_column_get (column, row) : HFS_COUNT_ABSENT;
}

/* All models together, or that it is not stated. */
static gint64
sum_count (HfsSnapshot *snapshot,
           HfsCount     count)
{
  HfsColumn column = hfs_snapshot_get_count_column (snapshot, count);
  gint64 sum = 0;

  if (column.data == NULL)
    return HFS_COUNT_ABSENT;
  for (guint row = 0; row < hfs_snapshot_get_n_models (snapshot); row++)
    sum += hfs_column_get (column, row);
  return sum;
}

static char *
dup_word (HfsSnapshot *snapshot,
          HfsWord      word,
          guint        row)
{
  return g_strdup (hfs_dictionary_get_word (hfs_snapshot_get_dictionary (snapshot, word),
                                            hfs_column_get (hfs_snapshot_get_word_column (snapshot, word), row)));
}

static char **
dup_languages (HfsSnapshot *snapshot,
               guint        row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n;
  const guint *languages = hfs_snapshot_get_languages (snapshot, row, &n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, hfs_dictionary_get_word (hfs_snapshot_get_language_names (snapshot), languages[i]));
  return g_strv_builder_end (builder);
}

static void
fill_publisher (HfsModelProfile *self,
                HfsPublishers   *publishers)
{
  g_autofree char *owned = NULL;
  const char *account = hfs_publishers_account_of (publishers, self->id, &owned);
  const HfsPublisher *decision = hfs_publishers_lookup_model (publishers, HFS_ATTRIBUTION_PUBLISHED, self->id);

  self->publisher = g_strdup (account ? account : "");
  self->country = g_strdup (decision ? decision->country : HFS_COUNTRY_UNKNOWN);
  self->developer_type = g_strdup (hfs_developer_type_get_key (decision ? decision->type : HFS_DEVELOPER_UNKNOWN));
}

static void
fill (HfsModelProfile *self,
      HfsSnapshot     *snapshot,
      guint            row)
{
  self->info = hfs_snapshot_info_copy (hfs_snapshot_get_info (snapshot));
  self->rank = row + 1;
  for (HfsCount count = 0; count < HFS_N_COUNTS; count++)
    {
      self->counts[count] = get_count (snapshot, count, row);
      self->totals[count] = sum_count (snapshot, count);
    }
  self->parameters = hfs_column_get (hfs_snapshot_get_column (snapshot, HFS_COLUMN_PARAMETERS), row);
  self->active_parameters = hfs_snapshot_get_active_parameters (snapshot, row);
  self->size_source = hfs_snapshot_get_size_source (snapshot, row);
  self->task = dup_word (snapshot, HFS_WORD_TASK, row);
  self->library = dup_word (snapshot, HFS_WORD_LIBRARY, row);
  self->license = dup_word (snapshot, HFS_WORD_LICENSE, row);
  self->languages = dup_languages (snapshot, row);
  self->created_at = hfs_snapshot_get_created_at (snapshot, row);
  self->relation = hfs_snapshot_get_relation (snapshot, row);
  self->base = g_strdup (hfs_snapshot_get_base_model (snapshot, row));
}

/* Looks the model up in every snapshot. One that cannot be opened is left out: it tells nothing either way. */
static gboolean
fill_history (HfsModelProfile  *self,
              HfsEngine        *engine,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GPtrArray) infos = hfs_archive_list (hfs_engine_get_archive (engine), error);

  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (HfsFacets) facets = NULL;
      HfsMoment *moment;
      guint row;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      facets = hfs_engine_open (engine, info->id, NULL);
      if (facets == NULL || !hfs_snapshot_find_model (hfs_facets_get_snapshot (facets), self->id, &row))
        continue;
      moment = g_new0 (HfsMoment, 1);
      moment->info = hfs_snapshot_info_copy (info);
      moment->rank = row + 1;
      for (HfsCount count = 0; count < HFS_N_COUNTS; count++)
        moment->counts[count] = get_count (hfs_facets_get_snapshot (facets), count, row);
      g_ptr_array_add (self->history, moment);
    }
  return infos != NULL;
}

/* The newest snapshot that holds the model. */
static HfsFacets *
find_newest (HfsModelProfile  *self,
             HfsEngine        *engine,
             GError          **error)
{
  g_autoptr (HfsFacets) latest = hfs_engine_open (engine, HFS_SNAPSHOT_LATEST, error);
  guint row;

  if (latest == NULL)
    return NULL;
  if (hfs_snapshot_find_model (hfs_facets_get_snapshot (latest), self->id, &row))
    return g_steal_pointer (&latest);
  if (self->history->len > 0)
    {
      const HfsMoment *last = g_ptr_array_index (self->history, self->history->len - 1);

      return hfs_engine_open (engine, last->info->id, error);
    }
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND,
               _("No snapshot here holds a model called “%s”. A snapshot of only the most downloaded models leaves out most of the Hub."),
               self->id);
  return NULL;
}

/**
 * hfs_model_profile_new:
 * @id: of the model
 *
 * Finds what is known of a model: in the newest snapshot that holds it, and what it was in all others. Blocks; for
 * worker threads.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with @error set, also when no snapshot holds the model
 */
HfsModelProfile *
hfs_model_profile_new (HfsEngine     *engine,
                       const char    *id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (HfsModelProfile) self = g_new0 (HfsModelProfile, 1);
  g_autoptr (HfsFacets) facets = NULL;
  guint row;

  self->id = g_strdup (id);
  self->history = g_ptr_array_new_with_free_func (moment_free);
  if (!fill_history (self, engine, cancellable, error))
    return NULL;
  facets = find_newest (self, engine, error);
  if (facets == NULL || !hfs_snapshot_find_model (hfs_facets_get_snapshot (facets), id, &row))
    return NULL;
  fill (self, hfs_facets_get_snapshot (facets), row);
  fill_publisher (self, hfs_facets_get_publishers (facets));
  self->descent = hfs_descent_new (hfs_facets_get_snapshot (facets));
  return g_steal_pointer (&self);
}

/**
 * hfs_model_profile_free:
 *
 * Frees @self.
 */
void
hfs_model_profile_free (HfsModelProfile *self)
{
  g_free (self->id);
  g_clear_pointer (&self->info, hfs_snapshot_info_free);
  g_free (self->publisher);
  g_free (self->country);
  g_free (self->developer_type);
  g_free (self->task);
  g_free (self->library);
  g_free (self->license);
  g_strfreev (self->languages);
  g_free (self->base);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_object (&self->descent);
  g_free (self);
}

/**
 * hfs_model_profile_count_copies:
 * @downloads: (out): their downloads in 30 days, 0 where the snapshot does not state them
 *
 * Returns: how many models name this one as their base model
 */
gint64
hfs_model_profile_count_copies (HfsModelProfile *self,
                                gint64          *downloads)
{
  guint n;
  const guint32 *rows = hfs_descent_find (self->descent, self->id, &n);

  *downloads = 0;
  for (guint i = 0; i < n; i++)
    *downloads += MAX (get_count (hfs_descent_get_snapshot (self->descent), HFS_COUNT_DOWNLOADS, rows[i]), 0);
  return n;
}
