/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-private.h"

#include <sys/mman.h>
#include <unistd.h>

/**
 * HfsSnapshot:
 *
 * The Hub's models at one moment: immutable columns in memory or in a mapped file.
 *
 * A row is a model; rows are ordered by downloads, most first, ties by id, so the
 * first *n* rows are the *n* most downloaded. Made by [class@SnapshotBuilder] or
 * opened with [func@Snapshot.open]; safe to read from any thread.
 */
struct _HfsSnapshot
{
  GObject parent_instance;

  HfsSnapshotInfo *info;              /* (owned) */
  HfsColumnFile *file;                /* (owned): all columns */
  guint n_models;
  HfsDictionary *names;               /* (owned): ids; the code is the row */
  HfsDictionary *words[HFS_N_WORDS];  /* (owned) */
  HfsDictionary *language_names;      /* (owned) */
  HfsDictionary *base_names;          /* (owned) */

  GMutex lock;
  gint64 *wide_counts[HFS_N_COUNTS];  /* (owned) (nullable) (locked): made when asked for */
  guint *wide_codes[HFS_N_WORDS];     /* (owned) (nullable) (locked): made when asked for */
};

G_DEFINE_FINAL_TYPE (HfsSnapshot, hfs_snapshot, G_TYPE_OBJECT)

static void
hfs_snapshot_finalize (GObject *object)
{
  HfsSnapshot *self = HFS_SNAPSHOT (object);

  for (guint i = 0; i < HFS_N_COUNTS; i++)
    g_free (self->wide_counts[i]);
  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      g_free (self->wide_codes[i]);
      g_clear_object (&self->words[i]);
    }
  g_clear_object (&self->names);
  g_clear_object (&self->language_names);
  g_clear_object (&self->base_names);
  g_clear_object (&self->file);
  g_clear_pointer (&self->info, hfs_snapshot_info_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_snapshot_parent_class)->finalize (object);
}

static void
hfs_snapshot_class_init (HfsSnapshotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_snapshot_finalize;
}

static void
hfs_snapshot_init (HfsSnapshot *self)
{
  g_mutex_init (&self->lock);
}

static HfsDictionary *
dictionary_from_file (HfsColumnFile *file,
                      guint          section)
{
  return hfs_dictionary_new (hfs_column_file_get_bytes (file, section),
                             hfs_column_file_get_bytes (file, section + 1),
                             hfs_column_file_get_bytes (file, section + 2));
}

/* Puts a snapshot together from its columns. */
HfsSnapshot *
hfs_snapshot_new_from_file (HfsColumnFile         *file,
                            const HfsSnapshotInfo *info)
{
  HfsSnapshot *self = g_object_new (HFS_TYPE_SNAPSHOT, NULL);

  self->file = g_object_ref (file);
  self->info = hfs_snapshot_info_copy (info);
  self->names = dictionary_from_file (file, HFS_SECTION_NAMES);
  self->n_models = hfs_dictionary_get_size (self->names);
  self->info->n_models = self->n_models;
  for (guint i = 0; i < HFS_N_WORDS; i++)
    self->words[i] = dictionary_from_file (file, HFS_SECTION_WORDS + i * HFS_DICTIONARY_SECTIONS);
  self->language_names = dictionary_from_file (file, HFS_SECTION_LANGUAGE_NAMES);
  self->base_names = dictionary_from_file (file, HFS_SECTION_BASE_NAMES);
  return self;
}

/* The file that holds all columns; it belongs to the snapshot. */
HfsColumnFile *
hfs_snapshot_get_file (HfsSnapshot *self)
{
  return self->file;
}

/**
 * hfs_snapshot_get_info:
 *
 * Returns: (transfer none): what the snapshot is of
 */
const HfsSnapshotInfo *
hfs_snapshot_get_info (HfsSnapshot *self)
{
  return self->info;
}

/**
 * hfs_snapshot_get_n_models:
 *
 * Returns: the number of rows
 */
guint
hfs_snapshot_get_n_models (HfsSnapshot *self)
{
  return self->n_models;
}

/**
 * hfs_snapshot_get_model_id:
 * @row: a row below [method@Snapshot.get_n_models]
 *
 * Returns: (transfer none): `owner/name`, or a legacy name without owner
 */
const char *
hfs_snapshot_get_model_id (HfsSnapshot *self,
                           guint        row)
{
  return hfs_dictionary_get_word (self->names, row);
}

/**
 * hfs_snapshot_get_names:
 *
 * Returns: (transfer none): the ids of the models; the code of an id is its row
 */
HfsDictionary *
hfs_snapshot_get_names (HfsSnapshot *self)
{
  return self->names;
}

/**
 * hfs_snapshot_forget_names:
 *
 * Tells that the ids of many models were looked at and will not be soon, so that a mapped
 * file's pages need not stay in memory.
 */
void
hfs_snapshot_forget_names (HfsSnapshot *self)
{
  gsize size, page = sysconf (_SC_PAGESIZE);
  const char *text = g_bytes_get_data (hfs_dictionary_get_text (self->names), &size);
  gsize inside = (page - GPOINTER_TO_SIZE (text) % page) % page;

  /* Whole pages alone: others share their first and last page. */
  if (hfs_column_file_is_mapped (self->file) && size > inside)
    madvise ((gpointer) (text + inside), (size - inside) / page * page, MADV_DONTNEED);
}

/**
 * hfs_snapshot_find_model:
 * @row: (out) (optional): the model's row
 *
 * Returns: whether the snapshot holds a model with exactly this id
 */
gboolean
hfs_snapshot_find_model (HfsSnapshot *self,
                         const char  *id,
                         guint       *row)
{
  return hfs_dictionary_lookup (self->names, id, row);
}

/**
 * hfs_snapshot_get_count_column:
 *
 * One counted column. A single row that does not state the count has 0.
 *
 * Returns: the column; without data when the snapshot does not state this count
 */
HfsColumn
hfs_snapshot_get_count_column (HfsSnapshot *self,
                               HfsCount     count)
{
  return hfs_column_file_get_column (self->file, HFS_SECTION_COUNTS + count);
}

/**
 * hfs_snapshot_get_word_column:
 *
 * Returns: a code of [method@Snapshot.get_dictionary] a row, %HFS_NO_WORD where it is not stated
 */
HfsColumn
hfs_snapshot_get_word_column (HfsSnapshot *self,
                              HfsWord      word)
{
  return hfs_column_file_get_column (self->file, HFS_SECTION_CODES + word);
}

/**
 * hfs_snapshot_get_column:
 *
 * Returns: the column
 */
HfsColumn
hfs_snapshot_get_column (HfsSnapshot *self,
                         HfsColumnId  column)
{
  static const HfsSectionId sections[] = {
    [HFS_COLUMN_LANGUAGES] = HFS_SECTION_LANGUAGE_SET,
    [HFS_COLUMN_YEARS] = HFS_SECTION_YEAR,
    [HFS_COLUMN_SIZES] = HFS_SECTION_SIZE_CLASS,
    [HFS_COLUMN_SIZE_SOURCES] = HFS_SECTION_SIZE_SOURCE,
    [HFS_COLUMN_PARAMETERS] = HFS_SECTION_PARAMETERS,
    [HFS_COLUMN_RELATIONS] = HFS_SECTION_RELATION,
    [HFS_COLUMN_BASES] = HFS_SECTION_BASE,
  };

  return hfs_column_file_get_column (self->file, sections[column]);
}

/**
 * hfs_snapshot_get_counts:
 *
 * One counted column, each value in 64 bits: made when it is first asked for, so a pass over
 * all models rather takes [method@Snapshot.get_count_column].
 *
 * Returns: (transfer none) (nullable): a value a row, or %NULL when the snapshot does not state this count
 */
const gint64 *
hfs_snapshot_get_counts (HfsSnapshot *self,
                         HfsCount     count)
{
  HfsColumn column = hfs_snapshot_get_count_column (self, count);
  g_autoptr (GMutexLocker) locker = NULL;

  if (column.data == NULL || column.width == sizeof (gint64))
    return column.data;
  locker = g_mutex_locker_new (&self->lock);
  if (self->wide_counts[count] == NULL)
    {
      self->wide_counts[count] = g_new (gint64, self->n_models);
      for (guint row = 0; row < self->n_models; row++)
        self->wide_counts[count][row] = hfs_column_get (column, row);
    }
  return self->wide_counts[count];
}

/**
 * hfs_snapshot_get_codes:
 *
 * As [method@Snapshot.get_word_column], each code in 32 bits: made when it is first asked for.
 *
 * Returns: (transfer none): a code of [method@Snapshot.get_dictionary] a row, %HFS_NO_WORD where it is not stated
 */
const guint *
hfs_snapshot_get_codes (HfsSnapshot *self,
                        HfsWord      word)
{
  HfsColumn column = hfs_snapshot_get_word_column (self, word);
  g_autoptr (GMutexLocker) locker = NULL;

  if (column.width == sizeof (guint))
    return column.data;
  locker = g_mutex_locker_new (&self->lock);
  if (self->wide_codes[word] == NULL)
    {
      self->wide_codes[word] = g_new (guint, self->n_models);
      for (guint row = 0; row < self->n_models; row++)
        self->wide_codes[word][row] = hfs_column_get (column, row);
    }
  return self->wide_codes[word];
}

/**
 * hfs_snapshot_get_dictionary:
 *
 * Returns: (transfer none): the words of the column
 */
HfsDictionary *
hfs_snapshot_get_dictionary (HfsSnapshot *self,
                             HfsWord      word)
{
  g_return_val_if_fail (word < HFS_N_WORDS, NULL);

  return self->words[word];
}

/**
 * hfs_snapshot_get_n_language_sets:
 *
 * Returns: how many different sets of languages models state; set 0 is the empty one
 */
guint
hfs_snapshot_get_n_language_sets (HfsSnapshot *self)
{
  return g_bytes_get_size (hfs_column_file_get_bytes (self->file, HFS_SECTION_SET_OFFSETS)) / sizeof (guint32) - 1;
}

/**
 * hfs_snapshot_get_set_languages:
 * @set: a value of the column of language sets
 * @n_languages: (out): how many languages it holds
 *
 * Returns: (transfer none) (array length=n_languages): codes of [method@Snapshot.get_language_names]
 */
const guint *
hfs_snapshot_get_set_languages (HfsSnapshot *self,
                                guint        set,
                                guint       *n_languages)
{
  const guint32 *offsets = hfs_column_file_get_column (self->file, HFS_SECTION_SET_OFFSETS).data;

  *n_languages = offsets[set + 1] - offsets[set];
  return (const guint *) hfs_column_file_get_column (self->file, HFS_SECTION_SET_LANGUAGES).data + offsets[set];
}

/**
 * hfs_snapshot_get_language_names:
 *
 * Returns: (transfer none): the language codes that models state
 */
HfsDictionary *
hfs_snapshot_get_language_names (HfsSnapshot *self)
{
  return self->language_names;
}

/**
 * hfs_snapshot_get_parameters:
 *
 * Returns: (transfer none): the parameters of each model, 0 where they are not known
 */
const gint64 *
hfs_snapshot_get_parameters (HfsSnapshot *self)
{
  return hfs_snapshot_get_column (self, HFS_COLUMN_PARAMETERS).data;
}

/**
 * hfs_snapshot_get_base_names:
 *
 * Returns: (transfer none): the ids of base models, in the snapshot or not
 */
HfsDictionary *
hfs_snapshot_get_base_names (HfsSnapshot *self)
{
  return self->base_names;
}

/**
 * hfs_snapshot_find_base:
 * @base: a code of [method@Snapshot.get_base_names]
 * @row: (out): its row
 *
 * Returns: whether the base model is in the snapshot
 */
gboolean
hfs_snapshot_find_base (HfsSnapshot *self,
                        guint        base,
                        guint       *row)
{
  *row = ((const guint32 *) hfs_column_file_get_column (self->file, HFS_SECTION_BASE_ROW).data)[base];
  return *row != HFS_NO_ROW;
}
