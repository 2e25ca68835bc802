/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-private.h"

#include "hfs-data-error.h"
#include "hfs-hub-address.h"
#include "hfs-snapshot-builder.h"

#include <glib/gi18n-lib.h>

/* One of the store's sets of facts that many models share. */
typedef struct
{
  const char *task;       /* borrowed from the words */
  const char *library;    /* borrowed from the words */
  const char *license;    /* borrowed from the words */
  char **languages;       /* (owned) */
  HfsRelation relation;
  HfsCounted counted;
} Traits;

static char *
make_source (const char *kind,
             const char *origin)
{
  if (g_str_equal (kind, "import"))
    return g_strdup_printf (_("The file “%s”"), origin);
  if (g_str_equal (origin, HFS_HUB_DEFAULT_ENDPOINT))
    return g_strdup (_("Metadata from the Hugging Face Hub"));
  return g_strdup_printf (_("Metadata from the Hub at %s"), origin);
}

static HfsSnapshotInfo *
read_info (sqlite3_stmt *statement)
{
  const char *kind = hfs_sql_get_text (statement, 1), *origin = hfs_sql_get_text (statement, 3);
  g_autofree char *source = make_source (kind, origin);
  HfsSnapshotInfo *info = hfs_snapshot_info_new (hfs_sql_get_text (statement, 0), hfs_sql_get_text (statement, 2),
                                                 source);

  if (g_str_equal (kind, "hub"))
    info->uri = g_strconcat (origin, "/models?sort=downloads", NULL);
  info->n_models = sqlite3_column_int64 (statement, 4);
  info->complete = sqlite3_column_int (statement, 5);
  info->most_downloaded = sqlite3_column_int64 (statement, 6);
  return info;
}

/**
 * hfs_store_read_infos:
 * @id: (nullable): one snapshot, or all that are not removed
 *
 * Returns: (transfer container) (element-type HfsSnapshotInfo) (nullable): the snapshots, the oldest first
 */
GPtrArray *
hfs_store_read_infos (sqlite3     *db,
                      const char  *id,
                      GError     **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_snapshot_info_free);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "SELECT id, kind, date, origin, models, complete, most_downloaded FROM snapshot"
        " WHERE removed = 0 AND (?1 IS NULL OR id = ?1) ORDER BY date, id", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  hfs_sql_bind_text (statement, 1, id);
  while (hfs_sql_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&infos);
      g_ptr_array_add (infos, read_info (statement));
    }
  return NULL;
}

static void
traits_clear (gpointer data)
{
  Traits *traits = data;

  g_strfreev (traits->languages);
}

/* Reads a table of key and text; the keys have gaps at most where something was deleted. */
static GPtrArray *
read_words (sqlite3  *db,
            GError  **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, "SELECT key, text FROM word ORDER BY key", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (hfs_sql_step (statement, &row, error))
    {
      gint64 key;

      if (!row)
        return g_steal_pointer (&words);
      key = sqlite3_column_int64 (statement, 0);
      if (key < 0 || key > G_MAXINT)
        continue;
      if ((guint) key >= words->len)
        g_ptr_array_set_size (words, key + 1);
      g_free (words->pdata[key]);
      words->pdata[key] = g_strdup (hfs_sql_get_text (statement, 1));
    }
  return NULL;
}

/* The word of a key; NULL for the empty one, and for one that another program left out. */
static const char *
get_word (GPtrArray *words,
          gint64     key)
{
  const char *word = key > 0 && key < words->len ? g_ptr_array_index (words, key) : NULL;

  return word == NULL || *word == '\0' ? NULL : word;
}

static GArray *
read_traits (sqlite3    *db,
             GPtrArray  *words,
             GError    **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Traits));
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "SELECT key, task, library, license, languages, relation, counted FROM traits ORDER BY key", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (all, traits_clear);
  while (hfs_sql_step (statement, &row, error))
    {
      gint64 key;
      const char *languages;
      Traits *traits;

      if (!row)
        return g_steal_pointer (&all);
      key = sqlite3_column_int64 (statement, 0);
      if (key < 0 || key > G_MAXINT)
        continue;
      if (key >= all->len)
        g_array_set_size (all, key + 1);
      traits = &g_array_index (all, Traits, key);
      traits->task = get_word (words, sqlite3_column_int64 (statement, 1));
      traits->library = get_word (words, sqlite3_column_int64 (statement, 2));
      traits->license = get_word (words, sqlite3_column_int64 (statement, 3));
      languages = get_word (words, sqlite3_column_int64 (statement, 4));
      traits->languages = languages ? g_strsplit (languages, ",", -1) : NULL;
      traits->relation = sqlite3_column_int (statement, 5);
      traits->counted = sqlite3_column_int (statement, 6);
    }
  return NULL;
}

static void
read_model (sqlite3_stmt *statement,
            GPtrArray    *words,
            GArray       *all_traits,
            HfsModelRow  *model)
{
  gint64 parameters = sqlite3_column_int64 (statement, 6), key = sqlite3_column_int64 (statement, 7);

  *model = (HfsModelRow) {
    .id = hfs_sql_get_text (statement, 0),
    .downloads = hfs_sql_get_count (statement, 1, HFS_COUNT_ABSENT),
    .downloads_all_time = hfs_sql_get_count (statement, 2, HFS_COUNT_ABSENT),
    .likes = hfs_sql_get_count (statement, 3, HFS_COUNT_ABSENT),
    .created_at = hfs_sql_get_count (statement, 4, hfs_sql_get_count (statement, 5, HFS_TIME_ABSENT)),
    .base_model = get_word (words, sqlite3_column_int64 (statement, 8)),
  };
  if (model->created_at == 0)
    model->created_at = HFS_TIME_ABSENT;
  if (key >= 0 && key < all_traits->len)
    {
      const Traits *traits = &g_array_index (all_traits, Traits, key);

      model->task = traits->task;
      model->library = traits->library;
      model->license = traits->license;
      model->languages = (const char * const *) traits->languages;
      model->relation = traits->relation;
      model->safetensors = traits->counted == HFS_COUNTED_SAFETENSORS ? parameters : 0;
      model->gguf = traits->counted == HFS_COUNTED_GGUF ? parameters : 0;
      model->stated = traits->counted == HFS_COUNTED_FILE ? parameters : 0;
    }
}

/**
 * hfs_store_read_models:
 *
 * Reads a snapshot in one transaction of @db.
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL with @error set
 */
HfsSnapshot *
hfs_store_read_models (sqlite3      *db,
                       const char   *id,
                       HfsSizeList  *sizes,
                       GError      **error)
{
  g_autoptr (GPtrArray) infos = hfs_store_read_infos (db, id, error);
  g_autoptr (GPtrArray) words = infos ? read_words (db, error) : NULL;
  g_autoptr (GArray) traits = words ? read_traits (db, words, error) : NULL;
  g_autoptr (HfsSnapshotBuilder) builder = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  if (traits == NULL)
    return NULL;
  if (infos->len == 0)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND, _("There is no snapshot “%s” any more."), id);
      return NULL;
    }
  statement = hfs_sql_prepare (
    db, "SELECT m.id, r.downloads, r.downloads_all_time, r.likes, m.created, m.born, m.parameters, m.traits,"
        " m.base FROM snapshot_row r CROSS JOIN model m ON m.key = r.model"
        " WHERE r.snapshot = (SELECT key FROM snapshot WHERE id = ?)", error);
  if (statement == NULL)
    return NULL;
  hfs_sql_bind_text (statement, 1, id);
  builder = hfs_snapshot_builder_new (g_ptr_array_index (infos, 0), sizes);
  while (hfs_sql_step (statement, &row, error))
    {
      HfsModelRow model;

      if (!row)
        return hfs_snapshot_builder_finish (builder);
      read_model (statement, words, traits, &model);
      hfs_snapshot_builder_add (builder, &model);
    }
  return NULL;
}
