/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-builder.h"

#include "hfs-snapshot-private.h"

#include <string.h>

/* A row as it came, its words already codes. */
typedef struct
{
  const char *id; /* borrowed from the builder's ids */
  gint64 counts[HFS_N_COUNTS];
  gint64 created_at;
  gint64 parameters;
  gint64 active_parameters;
  guint words[HFS_N_WORDS];
  guint base;
  guint language_from;
  guint n_languages;
  guint8 size_source;
  guint8 relation;
} Entry;

/**
 * HfsSnapshotBuilder:
 *
 * Collects models in any order and makes a [class@Snapshot] of them, ordered by downloads.
 */
struct _HfsSnapshotBuilder
{
  GObject parent_instance;

  HfsSnapshotInfo *info;                   /* (owned) */
  HfsSizeList *sizes;                      /* (owned) */
  GStringChunk *ids;                       /* (owned) */
  GHashTable *seen;                        /* (owned) (element-type utf8): borrowed from ids */
  GArray *entries;                         /* (owned) (element-type Entry) */
  HfsDictionary *dictionaries[HFS_N_WORDS]; /* (owned) */
  GArray *languages;                       /* (owned) (element-type guint) */
  HfsDictionary *language_names;           /* (owned) */
  HfsDictionary *base_names;               /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsSnapshotBuilder, hfs_snapshot_builder, G_TYPE_OBJECT)

static void
hfs_snapshot_builder_finalize (GObject *object)
{
  HfsSnapshotBuilder *self = HFS_SNAPSHOT_BUILDER (object);

  g_clear_pointer (&self->info, hfs_snapshot_info_free);
  g_clear_object (&self->sizes);
  g_hash_table_unref (self->seen);
  g_array_unref (self->entries);
  g_string_chunk_free (self->ids);
  for (guint i = 0; i < HFS_N_WORDS; i++)
    g_object_unref (self->dictionaries[i]);
  g_array_unref (self->languages);
  g_object_unref (self->language_names);
  g_object_unref (self->base_names);

  G_OBJECT_CLASS (hfs_snapshot_builder_parent_class)->finalize (object);
}

static void
hfs_snapshot_builder_class_init (HfsSnapshotBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_snapshot_builder_finalize;
}

static void
hfs_snapshot_builder_init (HfsSnapshotBuilder *self)
{
  self->ids = g_string_chunk_new (64 * 1024);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  for (guint i = 0; i < HFS_N_WORDS; i++)
    self->dictionaries[i] = hfs_dictionary_new ();
  self->languages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->language_names = hfs_dictionary_new ();
  self->base_names = hfs_dictionary_new ();
}

/**
 * hfs_snapshot_builder_new:
 * @info: what the snapshot is of; its number of models is counted from the rows
 * @sizes: the curated list of sizes
 *
 * Returns: (transfer full): a builder without rows
 */
HfsSnapshotBuilder *
hfs_snapshot_builder_new (const HfsSnapshotInfo *info,
                          HfsSizeList           *sizes)
{
  HfsSnapshotBuilder *self = g_object_new (HFS_TYPE_SNAPSHOT_BUILDER, NULL);

  self->info = hfs_snapshot_info_copy (info);
  self->sizes = g_object_ref (sizes);
  return self;
}

static guint
add_publisher (HfsSnapshotBuilder *self,
               const char         *id)
{
  const char *slash = strchr (id, '/');
  g_autofree char *publisher = slash ? g_strndup (id, slash - id) : NULL;

  return hfs_dictionary_add (self->dictionaries[HFS_WORD_PUBLISHER], publisher);
}

/**
 * hfs_snapshot_builder_add:
 * @row: a model; its id has at least one character
 *
 * Adds a model. Everything in @row is copied.
 *
 * Returns: %FALSE when a row with this id came before; the first one stays
 */
gboolean
hfs_snapshot_builder_add (HfsSnapshotBuilder *self,
                          const HfsModelRow  *row)
{
  Entry entry = {
    .counts = { row->downloads, row->downloads_all_time, row->likes },
    .created_at = row->created_at,
    .relation = row->relation,
    .language_from = self->languages->len,
  };
  HfsSizeSource source;

  g_return_val_if_fail (*row->id != '\0', FALSE);

  if (g_hash_table_contains (self->seen, row->id))
    return FALSE;
  entry.id = g_string_chunk_insert (self->ids, row->id);
  g_hash_table_add (self->seen, (gpointer) entry.id);

  entry.words[HFS_WORD_PUBLISHER] = add_publisher (self, row->id);
  entry.words[HFS_WORD_TASK] = hfs_dictionary_add (self->dictionaries[HFS_WORD_TASK], row->task);
  entry.words[HFS_WORD_LIBRARY] = hfs_dictionary_add (self->dictionaries[HFS_WORD_LIBRARY], row->library);
  entry.words[HFS_WORD_LICENSE] = hfs_dictionary_add (self->dictionaries[HFS_WORD_LICENSE], row->license);
  entry.base = hfs_dictionary_add (self->base_names, row->base_model);
  for (const char * const *language = row->languages; language != NULL && *language != NULL; language++)
    {
      guint code = hfs_dictionary_add (self->language_names, *language);

      g_array_append_val (self->languages, code);
      entry.n_languages++;
    }
  entry.parameters = hfs_size_list_resolve (self->sizes, row, &source, &entry.active_parameters);
  entry.size_source = source;
  g_array_append_val (self->entries, entry);
  return TRUE;
}

/* Most downloads first; a row that does not state them comes last; ties by id. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a, *right = b;
  gint64 x = left->counts[HFS_COUNT_DOWNLOADS], y = right->counts[HFS_COUNT_DOWNLOADS];

  return x != y ? (x < y) - (x > y) : strcmp (left->id, right->id);
}

/* Follows base models, a few steps at most since links may form a ring, to one whose size is known. */
static gint64
size_of_base (HfsSnapshotBuilder *self,
              HfsSnapshot        *snapshot,
              const Entry        *entry)
{
  guint base = entry->base, row;

  for (guint step = 0; base != HFS_NO_WORD && step < 8; step++)
    {
      const char *id = hfs_dictionary_get_word (self->base_names, base);
      gint64 parameters = hfs_size_list_lookup (self->sizes, id, NULL);

      if (hfs_snapshot_find_model (snapshot, id, &row))
        {
          const Entry *parent = &g_array_index (self->entries, Entry, row);

          if (parent->parameters > 0)
            return parent->parameters;
          base = parent->base;
        }
      else
        base = HFS_NO_WORD;
      if (parameters > 0)
        return parameters;
    }
  return 0;
}

/* An adapter has its base model's name but not its size: its own weights are few. */
static void
fill_sizes_from_bases (HfsSnapshotBuilder *self,
                       HfsSnapshot        *snapshot)
{
  for (guint row = 0; row < self->entries->len; row++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, row);
      gint64 parameters = 0;

      if (entry->parameters == 0 && entry->relation != HFS_RELATION_ADAPTER)
        parameters = size_of_base (self, snapshot, entry);
      if (parameters > 0)
        {
          g_array_index (snapshot->parameters, gint64, row) = parameters;
          snapshot->size_sources->data[row] = HFS_SIZE_SOURCE_BASE_MODEL;
        }
    }
}

static void
append_entry (HfsSnapshotBuilder *self,
              HfsSnapshot        *snapshot,
              const Entry        *entry)
{
  for (guint i = 0; i < HFS_N_COUNTS; i++)
    if (snapshot->counts[i] != NULL)
      {
        gint64 value = MAX (entry->counts[i], 0);

        g_array_append_val (snapshot->counts[i], value);
      }
  for (guint i = 0; i < HFS_N_WORDS; i++)
    g_array_append_val (snapshot->codes[i], entry->words[i]);
  g_array_append_vals (snapshot->languages, &g_array_index (self->languages, guint, entry->language_from),
                       entry->n_languages);
  g_array_append_val (snapshot->language_at, snapshot->languages->len);
  g_array_append_val (snapshot->created_at, entry->created_at);
  g_array_append_val (snapshot->parameters, entry->parameters);
  g_array_append_val (snapshot->active_parameters, entry->active_parameters);
  g_byte_array_append (snapshot->size_sources, &entry->size_source, 1);
  g_byte_array_append (snapshot->relations, &entry->relation, 1);
  g_array_append_val (snapshot->bases, entry->base);
  g_array_append_val (snapshot->name_at, snapshot->names->len);
  g_byte_array_append (snapshot->names, (const guint8 *) entry->id, strlen (entry->id) + 1);
}

/* Makes the columns; a count that no row states gets none. */
static HfsSnapshot *
new_snapshot (HfsSnapshotBuilder *self)
{
  HfsSnapshot *snapshot = g_object_new (HFS_TYPE_SNAPSHOT, NULL);
  guint n = self->entries->len, zero = 0;

  snapshot->info = hfs_snapshot_info_copy (self->info);
  snapshot->info->n_models = snapshot->n_models = n;
  snapshot->names = g_byte_array_new ();
  snapshot->name_at = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < HFS_N_COUNTS; i++)
    for (guint row = 0; row < n && snapshot->counts[i] == NULL; row++)
      if (g_array_index (self->entries, Entry, row).counts[i] != HFS_COUNT_ABSENT)
        snapshot->counts[i] = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      snapshot->codes[i] = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
      snapshot->words[i] = g_object_ref (self->dictionaries[i]);
    }
  snapshot->language_at = g_array_sized_new (FALSE, FALSE, sizeof (guint), n + 1);
  g_array_append_val (snapshot->language_at, zero);
  snapshot->languages = g_array_new (FALSE, FALSE, sizeof (guint));
  snapshot->language_names = g_object_ref (self->language_names);
  snapshot->created_at = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  snapshot->parameters = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  snapshot->active_parameters = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  snapshot->size_sources = g_byte_array_sized_new (n);
  snapshot->relations = g_byte_array_sized_new (n);
  snapshot->bases = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  snapshot->base_names = g_object_ref (self->base_names);
  snapshot->rows = g_hash_table_new (g_str_hash, g_str_equal);
  return snapshot;
}

/**
 * hfs_snapshot_builder_finish:
 *
 * Orders the models and fills in sizes that only a base model tells. The builder is of no more use.
 *
 * Returns: (transfer full): the snapshot
 */
HfsSnapshot *
hfs_snapshot_builder_finish (HfsSnapshotBuilder *self)
{
  g_autoptr (HfsSnapshot) snapshot = NULL;

  g_array_sort (self->entries, compare_entries);
  snapshot = new_snapshot (self);
  for (guint row = 0; row < self->entries->len; row++)
    append_entry (self, snapshot, &g_array_index (self->entries, Entry, row));
  for (guint row = 0; row < self->entries->len; row++)
    g_hash_table_insert (snapshot->rows, (gpointer) hfs_snapshot_get_model_id (snapshot, row),
                         GUINT_TO_POINTER (row));
  fill_sizes_from_bases (self, snapshot);
  return g_steal_pointer (&snapshot);
}
