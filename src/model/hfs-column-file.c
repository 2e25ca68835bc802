/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-column-file.h"

#include "hfs-data-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>

/*
 * The file: a Head, a Place for each section, then the sections, each beginning
 * at a multiple of ALIGNMENT. It is only ever read by the machine that wrote it,
 * so numbers are as the processor has them, and one that reads otherwise finds
 * another magic number. A file of another version is as good as none.
 */
#define MAGIC     G_GUINT64_CONSTANT (0x6c6f636574617473) /* "statecol" */
#define VERSION   1
#define ALIGNMENT 64
#define CHUNK     ((gsize) 1 << 20)

typedef struct
{
  guint64 magic;
  guint32 version;
  guint32 n_sections;
  guint64 size;
  guint64 checksum; /* of all sections with what stands between them, and of the places */
} Head;

typedef struct
{
  guint64 offset;
  guint64 size;
  guint64 width; /* 0 when the section is not there */
} Place;

/**
 * HfsColumnFile:
 *
 * Named pieces of plain memory: made in memory, or a file that is opened by mapping it.
 *
 * Opening checks a sum over the whole file, so what it gives is what was written. Immutable; may be
 * read from any thread.
 */
struct _HfsColumnFile
{
  GObject parent_instance;

  HfsSection *sections; /* (owned) */
  guint n_sections;
  gboolean mapped;
};

G_DEFINE_FINAL_TYPE (HfsColumnFile, hfs_column_file, G_TYPE_OBJECT)

static void
hfs_column_file_finalize (GObject *object)
{
  HfsColumnFile *self = HFS_COLUMN_FILE (object);

  for (guint i = 0; i < self->n_sections; i++)
    g_clear_pointer (&self->sections[i].bytes, g_bytes_unref);
  g_free (self->sections);

  G_OBJECT_CLASS (hfs_column_file_parent_class)->finalize (object);
}

static void
hfs_column_file_class_init (HfsColumnFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_column_file_finalize;
}

static void
hfs_column_file_init (HfsColumnFile *self)
{
}

/**
 * hfs_column_file_new:
 * @sections: (array length=n_sections): the pieces
 *
 * Returns: (transfer full): the pieces in memory
 */
HfsColumnFile *
hfs_column_file_new (const HfsSection *sections,
                     guint             n_sections)
{
  HfsColumnFile *self = g_object_new (HFS_TYPE_COLUMN_FILE, NULL);

  self->sections = g_memdup2 (sections, n_sections * sizeof *sections);
  self->n_sections = n_sections;
  for (guint i = 0; i < n_sections; i++)
    if (sections[i].bytes != NULL)
      g_bytes_ref (sections[i].bytes);
  return self;
}

/* A sum that finds damage, not malice, at the speed of memory: four lanes of multiplications.
 * It goes by whole words; a rest is taken as if zeros followed. */
static guint64
add_to_sum (guint64       sum,
            gconstpointer data,
            gsize         size)
{
  guint64 lanes[4] = { sum, sum + 1, sum + 2, sum + 3 };
  const guint8 *at = data;
  guint64 words[4];

  for (; size >= sizeof words; at += sizeof words, size -= sizeof words)
    {
      memcpy (words, at, sizeof words);
      for (guint i = 0; i < 4; i++)
        {
          lanes[i] = (lanes[i] ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
          lanes[i] ^= lanes[i] >> 32;
        }
    }
  memset (words, 0, sizeof words);
  memcpy (words, at, size);
  for (guint i = 0; i < 4; i++)
    lanes[0] = (lanes[0] ^ words[i] ^ lanes[i]) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93) + (lanes[0] >> 29);
  return lanes[0];
}

/* What one of two threads sums: every second chunk of every section. */
typedef struct
{
  const HfsSection *sections;
  guint n_sections;
  guint first;
  guint64 sum;
} Summing;

/* Chunks are summed one by one, so that two threads can, and their sums added with their places mixed in. */
static gpointer
sum_chunks (gpointer data)
{
  Summing *summing = data;

  for (guint i = 0; i < summing->n_sections; i++)
    {
      gsize size = 0;
      const guint8 *bytes = summing->sections[i].bytes ? g_bytes_get_data (summing->sections[i].bytes, &size) : NULL;

      for (gsize at = (gsize) summing->first * CHUNK; at < size; at += 2 * CHUNK)
        summing->sum += add_to_sum (at + i, bytes + at, MIN (CHUNK, size - at));
    }
  return NULL;
}

static guint64
sum_all (const Place      *places,
         const HfsSection *sections,
         guint             n_sections)
{
  Summing even = { sections, n_sections, 0, 0 }, odd = { sections, n_sections, 1, 0 };
  GThread *thread = g_thread_try_new ("sum", sum_chunks, &odd, NULL);

  if (thread == NULL)
    sum_chunks (&odd);
  sum_chunks (&even);
  if (thread != NULL)
    g_thread_join (thread);
  return add_to_sum (n_sections, places, n_sections * sizeof *places) + even.sum + odd.sum;
}

static guint64
align (guint64 offset)
{
  return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static gboolean
write_section (GOutputStream  *stream,
               guint64        *written,
               const Place    *place,
               GBytes         *bytes,
               GError        **error)
{
  static const char zeros[ALIGNMENT];
  gsize done;

  if (bytes == NULL)
    return TRUE;
  if (!g_output_stream_write_all (stream, zeros, place->offset - *written, &done, NULL, error) ||
      !g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), place->size, &done, NULL, error))
    return FALSE;
  *written = place->offset + place->size;
  return TRUE;
}

/**
 * hfs_column_file_save:
 * @path: where to; a file that is there is replaced, and stays until the new one is whole
 *
 * Writes the pieces as a file. Blocks.
 *
 * Returns: whether it was written, or %FALSE with @error set
 */
gboolean
hfs_column_file_save (HfsColumnFile  *self,
                      const char     *path,
                      GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autofree Place *places = g_new0 (Place, self->n_sections);
  Head head = { MAGIC, VERSION, self->n_sections, 0, 0 };
  guint64 offset = sizeof head + self->n_sections * sizeof *places, written = offset;
  gsize done;

  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].bytes != NULL)
      {
        places[i].offset = align (offset);
        places[i].size = g_bytes_get_size (self->sections[i].bytes);
        places[i].width = self->sections[i].width;
        offset = places[i].offset + places[i].size;
      }
  head.size = offset;
  head.checksum = sum_all (places, self->sections, self->n_sections);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  if (stream == NULL ||
      !g_output_stream_write_all (G_OUTPUT_STREAM (stream), &head, sizeof head, &done, NULL, error) ||
      !g_output_stream_write_all (G_OUTPUT_STREAM (stream), places, self->n_sections * sizeof *places, &done, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->n_sections; i++)
    if (!write_section (G_OUTPUT_STREAM (stream), &written, &places[i], self->sections[i].bytes, error))
      return FALSE;
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static gboolean
fail_format (const char  *path,
             GError     **error)
{
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("The file “%s” is damaged or of another version."), path);
  return FALSE;
}

/* Cuts the mapped file into its sections, checking everything that a later reader relies on. */
static gboolean
cut (HfsColumnFile  *self,
     GBytes         *bytes,
     const char     *path,
     guint           n_sections,
     GError        **error)
{
  gsize size = g_bytes_get_size (bytes), heads = sizeof (Head) + n_sections * sizeof (Place);
  const Head *head = g_bytes_get_data (bytes, NULL);
  const Place *places = (const Place *) (head + 1);

  if (size < heads || head->magic != MAGIC || head->version != VERSION || head->n_sections != n_sections || head->size != size)
    return fail_format (path, error);
  self->sections = g_new0 (HfsSection, n_sections);
  self->n_sections = n_sections;
  for (guint i = 0; i < n_sections; i++)
    if (places[i].width != 0)
      {
        if (places[i].offset < heads || places[i].offset > size || places[i].size > size - places[i].offset ||
            places[i].offset % ALIGNMENT != 0 || places[i].width > 8 || places[i].size % places[i].width != 0)
          return fail_format (path, error);
        self->sections[i].bytes = g_bytes_new_from_bytes (bytes, places[i].offset, places[i].size);
        self->sections[i].width = places[i].width;
      }
  if (sum_all (places, self->sections, n_sections) != head->checksum)
    return fail_format (path, error);

  /* All of it was looked at, little of it will be again. */
  madvise ((gpointer) head, size, MADV_DONTNEED);
  return TRUE;
}

/**
 * hfs_column_file_open:
 * @n_sections: how many pieces the caller knows of
 *
 * Maps a file that [method@ColumnFile.save] wrote, and checks it.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set: it is missing, damaged or of another version
 */
HfsColumnFile *
hfs_column_file_open (const char  *path,
                      guint        n_sections,
                      GError     **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  g_autoptr (HfsColumnFile) self = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (mapped == NULL)
    return NULL;
  self = g_object_new (HFS_TYPE_COLUMN_FILE, NULL);
  self->mapped = TRUE;
  bytes = g_mapped_file_get_bytes (mapped);
  if (!cut (self, bytes, path, n_sections, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hfs_column_file_is_mapped:
 *
 * Returns: whether the pieces are a mapped file, whose pages the system can take back
 */
gboolean
hfs_column_file_is_mapped (HfsColumnFile *self)
{
  return self->mapped;
}

/**
 * hfs_column_file_get_bytes:
 *
 * Returns: (transfer none) (nullable): the piece, or %NULL when it is not there
 */
GBytes *
hfs_column_file_get_bytes (HfsColumnFile *self,
                           guint          section)
{
  g_return_val_if_fail (section < self->n_sections, NULL);

  return self->sections[section].bytes;
}

/**
 * hfs_column_file_get_column:
 *
 * Returns: the piece as a column; it lives as long as the file
 */
HfsColumn
hfs_column_file_get_column (HfsColumnFile *self,
                            guint          section)
{
  GBytes *bytes = hfs_column_file_get_bytes (self, section);

  return (HfsColumn) { bytes ? g_bytes_get_data (bytes, NULL) : NULL, self->sections[section].width };
}
