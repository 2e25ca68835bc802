/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-builder.h"

#include "hfs-dictionary-builder.h"
#include "hfs-section.h"
#include "hfs-snapshot-order.h"
#include "hfs-snapshot-private.h"

#include <string.h>
#include <time.h>

/* Links between models may form a ring; a size this many steps away is nobody's. */
#define MAX_STEPS 8

/**
 * HfsSnapshotBuilder:
 *
 * Collects models in any order and makes a [class@Snapshot] of them, ordered by downloads.
 *
 * Rows are kept as columns from the start, so that a whole Hub takes little more memory than its snapshot.
 */
struct _HfsSnapshotBuilder
{
  GObject parent_instance;

  HfsSnapshotInfo *info;                            /* (owned) */
  HfsSizeList *sizes;                               /* (owned) */
  HfsDictionaryBuilder *names;                      /* (owned): the code of an id is its row */
  GArray *counts[HFS_N_COUNTS];                     /* (owned) (element-type gint64): HFS_COUNT_ABSENT where not stated */
  GArray *codes[HFS_N_WORDS];                       /* (owned) (element-type guint32) */
  HfsDictionaryBuilder *dictionaries[HFS_N_WORDS];  /* (owned) */
  GArray *language_sets;                            /* (owned) (element-type guint32) */
  HfsDictionaryBuilder *set_names;                  /* (owned): languages joined by a comma */
  GArray *created_at;                               /* (owned) (element-type guint32) */
  GArray *parameters;                               /* (owned) (element-type gint64) */
  GHashTable *active_parameters;                    /* (owned) (element-type guint gint64): by row */
  GByteArray *size_sources;                         /* (owned) */
  GByteArray *relations;                            /* (owned) */
  GArray *bases;                                    /* (owned) (element-type guint32) */
  HfsDictionaryBuilder *base_names;                 /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsSnapshotBuilder, hfs_snapshot_builder, G_TYPE_OBJECT)

static void
hfs_snapshot_builder_finalize (GObject *object)
{
  HfsSnapshotBuilder *self = HFS_SNAPSHOT_BUILDER (object);

  g_clear_pointer (&self->info, hfs_snapshot_info_free);
  g_clear_object (&self->sizes);
  g_clear_object (&self->names);
  for (guint i = 0; i < HFS_N_COUNTS; i++)
    g_clear_pointer (&self->counts[i], g_array_unref);
  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      g_clear_pointer (&self->codes[i], g_array_unref);
      g_clear_object (&self->dictionaries[i]);
    }
  g_clear_pointer (&self->language_sets, g_array_unref);
  g_clear_object (&self->set_names);
  g_clear_pointer (&self->created_at, g_array_unref);
  g_clear_pointer (&self->parameters, g_array_unref);
  g_clear_pointer (&self->active_parameters, g_hash_table_unref);
  g_clear_pointer (&self->size_sources, g_byte_array_unref);
  g_clear_pointer (&self->relations, g_byte_array_unref);
  g_clear_pointer (&self->bases, g_array_unref);
  g_clear_object (&self->base_names);

  G_OBJECT_CLASS (hfs_snapshot_builder_parent_class)->finalize (object);
}

static void
hfs_snapshot_builder_class_init (HfsSnapshotBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_snapshot_builder_finalize;
}

/* A dictionary whose code 0 is the empty word. */
static HfsDictionaryBuilder *
new_words (void)
{
  HfsDictionaryBuilder *words = hfs_dictionary_builder_new ();

  hfs_dictionary_builder_add (words, "");
  return words;
}

static void
hfs_snapshot_builder_init (HfsSnapshotBuilder *self)
{
  self->names = hfs_dictionary_builder_new ();
  for (guint i = 0; i < HFS_N_COUNTS; i++)
    self->counts[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      self->codes[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->dictionaries[i] = new_words ();
    }
  self->language_sets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->set_names = new_words ();
  self->created_at = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->parameters = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->active_parameters = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->size_sources = g_byte_array_new ();
  self->relations = g_byte_array_new ();
  self->bases = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->base_names = new_words ();
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

static void
add_words (HfsSnapshotBuilder *self,
           const HfsModelRow  *row)
{
  const char *slash = strchr (row->id, '/');
  g_autofree char *publisher = slash ? g_strndup (row->id, slash - row->id) : NULL;
  const char *words[HFS_N_WORDS] = {
    [HFS_WORD_PUBLISHER] = publisher,
    [HFS_WORD_TASK] = row->task,
    [HFS_WORD_LIBRARY] = row->library,
    [HFS_WORD_LICENSE] = row->license,
  };
  g_autofree char *languages = row->languages ? g_strjoinv (",", (char **) row->languages) : NULL;
  guint32 set = hfs_dictionary_builder_add (self->set_names, languages);
  guint32 base = hfs_dictionary_builder_add (self->base_names, row->base_model);

  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      guint32 code = hfs_dictionary_builder_add (self->dictionaries[i], words[i]);

      g_array_append_val (self->codes[i], code);
    }
  g_array_append_val (self->language_sets, set);
  g_array_append_val (self->bases, base);
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
  const gint64 counts[HFS_N_COUNTS] = { row->downloads, row->downloads_all_time, row->likes };
  guint n = hfs_dictionary_builder_get_size (self->names);
  guint8 source_byte, relation = row->relation;
  HfsSizeSource source;
  gint64 parameters, active;
  guint32 created_at = 0;

  g_return_val_if_fail (*row->id != '\0', FALSE);

  if (hfs_dictionary_builder_add (self->names, row->id) != n)
    return FALSE;
  for (guint i = 0; i < HFS_N_COUNTS; i++)
    g_array_append_val (self->counts[i], counts[i]);
  add_words (self, row);
  if (row->created_at != HFS_TIME_ABSENT)
    created_at = (guint32) CLAMP (row->created_at, 1, G_MAXUINT32);
  g_array_append_val (self->created_at, created_at);
  parameters = hfs_size_list_resolve (self->sizes, row, &source, &active);
  source_byte = source;
  g_array_append_val (self->parameters, parameters);
  g_byte_array_append (self->size_sources, &source_byte, 1);
  if (active > 0)
    g_hash_table_insert (self->active_parameters, GUINT_TO_POINTER (n), g_memdup2 (&active, sizeof active));
  g_byte_array_append (self->relations, &relation, 1);
  return TRUE;
}

static HfsSection
take_array (GArray      **array,
            const guint  *order)
{
  HfsSection section = hfs_section_new_ordered ((HfsColumn) { (*array)->data, g_array_get_element_size (*array) },
                                    order, (*array)->len, 0);

  g_clear_pointer (array, g_array_unref);
  return section;
}

/* A count that no row states gets no column. */
static HfsSection
take_count (GArray      **array,
            const guint  *order)
{
  guint stated = 0;

  while (stated < (*array)->len && g_array_index (*array, gint64, stated) == HFS_COUNT_ABSENT)
    stated++;
  return stated < (*array)->len ? take_array (array, order) : (HfsSection) { NULL, 0 };
}

/* Takes the sets of languages apart into codes of languages. */
static void
take_language_sets (HfsSnapshotBuilder *self,
                    HfsSection         *sections)
{
  g_autoptr (HfsDictionaryBuilder) languages = new_words ();
  GArray *offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (offsets, members->len);
  for (guint set = 0; set < hfs_dictionary_builder_get_size (self->set_names); set++)
    {
      g_auto (GStrv) names = g_strsplit (hfs_dictionary_builder_get_word (self->set_names, set), ",", -1);

      for (char **name = names; *name != NULL; name++)
        {
          guint32 code = hfs_dictionary_builder_add (languages, *name);

          g_array_append_val (members, code);
        }
      g_array_append_val (offsets, members->len);
    }
  sections[HFS_SECTION_SET_OFFSETS] = hfs_section_take_array (offsets);
  sections[HFS_SECTION_SET_LANGUAGES] = hfs_section_take_array (members);
  hfs_section_take_dictionary (&sections[HFS_SECTION_LANGUAGE_NAMES], hfs_dictionary_builder_end (languages, NULL));
}

/* What is known of a base model, by its code: looked up once, however many models name it. */
typedef struct
{
  guint32 row;        /* of the builder, or HFS_NO_ROW */
  gint64 listed;      /* parameters by the curated list, or 0 */
} Base;

static Base *
look_up_bases (HfsSnapshotBuilder *self)
{
  guint n = hfs_dictionary_builder_get_size (self->base_names);
  Base *bases = g_new (Base, n);

  for (guint code = 0; code < n; code++)
    {
      const char *id = hfs_dictionary_builder_get_word (self->base_names, code);
      guint row;

      bases[code].row = hfs_dictionary_builder_lookup (self->names, id, &row) ? row : HFS_NO_ROW;
      bases[code].listed = hfs_size_list_lookup (self->sizes, id, NULL);
    }
  bases[HFS_NO_WORD] = (Base) { HFS_NO_ROW, 0 };
  return bases;
}

/* For each id of a base model the row it has in the snapshot. */
static HfsSection
find_base_rows (HfsSnapshotBuilder *self,
                const Base         *bases,
                const guint        *order)
{
  guint n = hfs_dictionary_builder_get_size (self->names), n_bases = hfs_dictionary_builder_get_size (self->base_names);
  g_autofree guint32 *row_of = g_new (guint32, n);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_bases);

  for (guint i = 0; i < n; i++)
    row_of[order[i]] = i;
  for (guint code = 0; code < n_bases; code++)
    {
      guint32 row = bases[code].row == HFS_NO_ROW ? HFS_NO_ROW : row_of[bases[code].row];

      g_array_append_val (rows, row);
    }
  return hfs_section_take_array (rows);
}

/* Follows base models to one whose size is known, in rows of the builder. */
static gint64
find_size_of_base (HfsSnapshotBuilder *self,
                   const Base         *bases,
                   guint               row)
{
  guint base = g_array_index (self->bases, guint32, row);

  for (guint step = 0; base != HFS_NO_WORD && step < MAX_STEPS; step++)
    {
      gint64 listed = bases[base].listed;
      guint parent = bases[base].row;

      base = HFS_NO_WORD;
      if (parent != HFS_NO_ROW)
        {
          gint64 parameters = g_array_index (self->parameters, gint64, parent);

          if (parameters > 0 && self->size_sources->data[parent] != HFS_SIZE_SOURCE_BASE_MODEL)
            return parameters;
          base = g_array_index (self->bases, guint32, parent);
        }
      if (listed > 0)
        return listed;
    }
  return 0;
}

/* An adapter has its base model's name but not its size: its own weights are few. */
static void
fill_sizes_from_bases (HfsSnapshotBuilder *self,
                       const Base         *bases)
{
  for (guint row = 0; row < self->parameters->len; row++)
    if (g_array_index (self->parameters, gint64, row) == 0 && self->relations->data[row] != HFS_RELATION_ADAPTER)
      {
        gint64 parameters = find_size_of_base (self, bases, row);

        if (parameters > 0)
          {
            g_array_index (self->parameters, gint64, row) = parameters;
            self->size_sources->data[row] = HFS_SIZE_SOURCE_BASE_MODEL;
          }
      }
}

static guint8
year_of (guint32 created_at)
{
  time_t seconds = created_at;
  struct tm utc;

  if (created_at == 0)
    return HFS_YEAR_UNKNOWN;
  if (created_at < HFS_TIME_BACKFILL_END)
    return HFS_YEAR_EARLIER;
  gmtime_r (&seconds, &utc);
  return utc.tm_year + 1900 - HFS_YEAR_ZERO;
}

/* Makes the columns that follow from others: classes, years, active parameters. */
static void
take_derived (HfsSnapshotBuilder *self,
              const guint        *order,
              HfsSection         *sections)
{
  guint n = self->parameters->len;
  guint8 *classes = g_malloc (n), *years = g_malloc (n);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *actives = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint32 i = 0; i < n; i++)
    {
      const gint64 *active = g_hash_table_lookup (self->active_parameters, GUINT_TO_POINTER (order[i]));

      classes[i] = hfs_size_class_of (g_array_index (self->parameters, gint64, order[i]));
      years[i] = year_of (g_array_index (self->created_at, guint32, order[i]));
      if (active != NULL)
        {
          g_array_append_val (rows, i);
          g_array_append_vals (actives, active, 1);
        }
    }
  sections[HFS_SECTION_SIZE_CLASS] = (HfsSection) { g_bytes_new_take (classes, n), 1 };
  sections[HFS_SECTION_YEAR] = (HfsSection) { g_bytes_new_take (years, n), 1 };
  sections[HFS_SECTION_ACTIVE_ROWS] = hfs_section_take_array (rows);
  sections[HFS_SECTION_ACTIVE_PARAMETERS] = hfs_section_take_array (actives);
}

static void
take_columns (HfsSnapshotBuilder *self,
              const guint        *order,
              HfsSection         *sections)
{
  guint n = self->parameters->len;

  for (guint i = 0; i < HFS_N_COUNTS; i++)
    sections[HFS_SECTION_COUNTS + i] = take_count (&self->counts[i], order);
  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      sections[HFS_SECTION_CODES + i] = take_array (&self->codes[i], order);
      hfs_section_take_dictionary (&sections[HFS_SECTION_WORDS + i * HFS_DICTIONARY_SECTIONS],
                       hfs_dictionary_builder_end (self->dictionaries[i], NULL));
    }
  take_derived (self, order, sections);
  sections[HFS_SECTION_LANGUAGE_SET] = take_array (&self->language_sets, order);
  sections[HFS_SECTION_CREATED_AT] = take_array (&self->created_at, order);
  sections[HFS_SECTION_PARAMETERS] = hfs_section_new_ordered ((HfsColumn) { self->parameters->data, sizeof (gint64) }, order, n, sizeof (gint64));
  sections[HFS_SECTION_SIZE_SOURCE] = hfs_section_new_ordered ((HfsColumn) { self->size_sources->data, 1 }, order, n, 1);
  sections[HFS_SECTION_RELATION] = hfs_section_new_ordered ((HfsColumn) { self->relations->data, 1 }, order, n, 1);
  sections[HFS_SECTION_BASE] = take_array (&self->bases, order);
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
  HfsSection sections[HFS_N_SECTIONS] = { 0 };
  g_autofree guint *order = hfs_snapshot_order_new (self->names, (const gint64 *) self->counts[HFS_COUNT_DOWNLOADS]->data);
  g_autofree Base *bases = look_up_bases (self);
  g_autoptr (HfsColumnFile) file = NULL;

  fill_sizes_from_bases (self, bases);
  sections[HFS_SECTION_BASE_ROW] = find_base_rows (self, bases, order);
  take_columns (self, order, sections);
  take_language_sets (self, sections);
  hfs_section_take_dictionary (&sections[HFS_SECTION_BASE_NAMES], hfs_dictionary_builder_end (self->base_names, NULL));
  hfs_section_take_dictionary (&sections[HFS_SECTION_NAMES], hfs_dictionary_builder_end (self->names, order));

  file = hfs_column_file_new (sections, HFS_N_SECTIONS);
  for (guint i = 0; i < HFS_N_SECTIONS; i++)
    g_clear_pointer (&sections[i].bytes, g_bytes_unref);
  return hfs_snapshot_new_from_file (file, self->info);
}
