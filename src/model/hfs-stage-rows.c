/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-stage-rows.h"

#include "hfs-store-private.h"

#include <string.h>

struct _HfsStageRows
{
  sqlite3 *db;                 /* borrowed from the run */
  GHashTable *traits;          /* (owned) (element-type utf8 guint): the key of each set of words in the staging area */
  sqlite3_stmt *insert;        /* (owned) (nullable) */
  sqlite3_stmt *insert_traits; /* (owned) (nullable) */
};

static char *
make_traits_key (const char  *task,
                 const char  *library,
                 const char  *license,
                 const char  *languages,
                 HfsRelation  relation,
                 HfsCounted   counted)
{
  /* With the lengths in front no two sets give the same text, whatever is in the words. */
  return g_strdup_printf ("%u %u %zu %zu %zu %s%s%s%s", relation, counted, strlen (task), strlen (library),
                          strlen (license), task, library, license, languages);
}

static gboolean
load_traits (HfsStageRows  *self,
             GError       **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    self->db, "SELECT key, task, library, license, languages, relation, counted FROM stage.traits", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (hfs_sql_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_insert (self->traits,
                           make_traits_key (hfs_sql_get_text (statement, 1), hfs_sql_get_text (statement, 2),
                                            hfs_sql_get_text (statement, 3), hfs_sql_get_text (statement, 4),
                                            sqlite3_column_int (statement, 5), sqlite3_column_int (statement, 6)),
                           GUINT_TO_POINTER (sqlite3_column_int (statement, 0)));
    }
  return FALSE;
}

/**
 * hfs_stage_rows_new:
 * @db: has a staging area, and outlives the rows
 *
 * Gets ready to put rows in. SQLite's progress handler may break it off.
 *
 * Returns: (transfer full) (nullable): the rows, or %NULL with @error set
 */
HfsStageRows *
hfs_stage_rows_new (sqlite3  *db,
                    GError  **error)
{
  g_autoptr (HfsStageRows) self = g_new0 (HfsStageRows, 1);

  self->db = db;
  self->traits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!load_traits (self, error))
    return NULL;
  self->insert = hfs_sql_prepare (db, "INSERT INTO stage.row VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (self->insert == NULL)
    return NULL;
  self->insert_traits = hfs_sql_prepare (db, "INSERT INTO stage.traits VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  return self->insert_traits ? g_steal_pointer (&self) : NULL;
}

/**
 * hfs_stage_rows_free:
 *
 * Frees @self, not the rows in the staging area.
 */
void
hfs_stage_rows_free (HfsStageRows *self)
{
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->insert_traits, sqlite3_finalize);
  g_hash_table_unref (self->traits);
  g_free (self);
}

static gboolean
find_traits (HfsStageRows       *self,
             const HfsModelRow  *row,
             HfsCounted          counted,
             guint              *key,
             GError            **error)
{
  g_autofree char *languages = row->languages ? g_strjoinv (",", (char **) row->languages) : g_strdup ("");
  const char *words[] = { row->task ? row->task : "", row->library ? row->library : "",
                          row->license ? row->license : "", languages };
  g_autofree char *text = make_traits_key (words[0], words[1], words[2], words[3], row->relation, counted);

  *key = GPOINTER_TO_UINT (g_hash_table_lookup (self->traits, text));
  if (*key != 0)
    return TRUE;
  *key = g_hash_table_size (self->traits) + 1;
  sqlite3_bind_int (self->insert_traits, 1, *key);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hfs_sql_bind_text (self->insert_traits, i + 2, words[i]);
  sqlite3_bind_int (self->insert_traits, 6, row->relation);
  sqlite3_bind_int (self->insert_traits, 7, counted);
  if (!hfs_sql_run (self->insert_traits, error))
    return FALSE;
  g_hash_table_insert (self->traits, g_steal_pointer (&text), GUINT_TO_POINTER (*key));
  return TRUE;
}

/* The Hub's 24 digits as two numbers; the first is when the repository was made. */
static gboolean
parse_hub_id (const char *hub_id,
              gint64     *born,
              gint64     *serial)
{
  char head[9];

  if (hub_id == NULL || strlen (hub_id) != 24 || strspn (hub_id, "0123456789abcdef") != 24)
    return FALSE;
  g_strlcpy (head, hub_id, sizeof head);
  *born = g_ascii_strtoull (head, NULL, 16);
  *serial = (gint64) g_ascii_strtoull (hub_id + 8, NULL, 16);
  return TRUE;
}

static void
bind_origin (sqlite3_stmt      *insert,
             const HfsModelRow *row)
{
  gint64 born = 0, serial = 0;

  if (parse_hub_id (row->hub_id, &born, &serial))
    {
      sqlite3_bind_int64 (insert, 2, born);
      sqlite3_bind_int64 (insert, 3, serial);
      hfs_sql_bind_count (insert, 4, row->created_at == HFS_TIME_ABSENT ? 0 : row->created_at, born);
    }
  else
    {
      sqlite3_bind_null (insert, 2);
      sqlite3_bind_null (insert, 3);
      hfs_sql_bind_count (insert, 4, row->created_at, HFS_TIME_ABSENT);
    }
}

static HfsCounted
choose_parameters (const HfsModelRow *row,
                   gint64            *parameters)
{
  HfsCounted counted = row->safetensors > 0 ? HFS_COUNTED_SAFETENSORS
                     : row->gguf > 0        ? HFS_COUNTED_GGUF
                     : row->stated > 0      ? HFS_COUNTED_FILE : HFS_COUNTED_NOT;

  *parameters = counted == HFS_COUNTED_SAFETENSORS ? row->safetensors
              : counted == HFS_COUNTED_GGUF        ? row->gguf
              : counted == HFS_COUNTED_FILE        ? row->stated : 0;
  return counted;
}

/**
 * hfs_stage_rows_add:
 *
 * Puts a row in, in the transaction that is open.
 *
 * Returns: whether all went well
 */
gboolean
hfs_stage_rows_add (HfsStageRows       *self,
                    const HfsModelRow  *row,
                    GError            **error)
{
  sqlite3_stmt *insert = self->insert;
  gint64 parameters;
  HfsCounted counted = choose_parameters (row, &parameters);
  guint traits;

  if (!find_traits (self, row, counted, &traits, error))
    return FALSE;
  hfs_sql_bind_text (insert, 1, row->id);
  bind_origin (insert, row);
  hfs_sql_bind_count (insert, 5, parameters, 0);
  sqlite3_bind_int (insert, 6, traits);
  hfs_sql_bind_text (insert, 7, row->base_model ? row->base_model : "");
  hfs_sql_bind_count (insert, 8, row->downloads, HFS_COUNT_ABSENT);
  hfs_sql_bind_count (insert, 9, row->downloads_all_time, HFS_COUNT_ABSENT);
  hfs_sql_bind_count (insert, 10, row->likes, HFS_COUNT_ABSENT);
  return hfs_sql_run (insert, error);
}

/**
 * hfs_stage_rows_forget:
 *
 * Tells that the staging area was emptied.
 */
void
hfs_stage_rows_forget (HfsStageRows *self)
{
  g_hash_table_remove_all (self->traits);
}

/**
 * hfs_stage_rows_reload:
 *
 * Forgets the sets of words that a page brought whose transaction was taken back.
 */
void
hfs_stage_rows_reload (HfsStageRows *self)
{
  hfs_stage_rows_forget (self);
  if (!load_traits (self, NULL))
    hfs_stage_rows_forget (self);
}
