/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-png-text.h"

#include "hfs-chart-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A chunk is its length, its type, its data and a checksum of the last two: PNG specification, section 5.3. */
#define TYPE_LENGTH 4
#define FRAME_LENGTH 12

typedef struct
{
  const char *type;
  const guint8 *data;
  gsize length;
} Chunk;

/* The checksum of PNG, CRC-32, four bits at a time. */
static guint32
update_checksum (guint32       checksum,
                 const guint8 *data,
                 gsize         length)
{
  static const guint32 table[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };

  for (gsize i = 0; i < length; i++)
    {
      checksum = table[(checksum ^ data[i]) & 0xf] ^ checksum >> 4;
      checksum = table[(checksum ^ data[i] >> 4) & 0xf] ^ checksum >> 4;
    }
  return checksum;
}

static guint32
get_checksum (const char   *type,
              const guint8 *data,
              gsize         length)
{
  guint32 checksum = update_checksum (0xffffffff, (const guint8 *) type, TYPE_LENGTH);

  return ~update_checksum (checksum, data, length);
}

static void
append_number (GByteArray *png,
               guint32     number)
{
  guint32 ordered = GUINT32_TO_BE (number);

  g_byte_array_append (png, (const guint8 *) &ordered, sizeof ordered);
}

static guint32
read_number (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT,
                       _("This picture is damaged or cut short. Export it again."));
}

/* Reads the chunk at @offset and moves on behind it. */
static gboolean
read_chunk (const guint8  *png,
            gsize          size,
            gsize         *offset,
            Chunk         *chunk,
            GError       **error)
{
  if (size - *offset < FRAME_LENGTH || read_number (png + *offset) > size - *offset - FRAME_LENGTH)
    {
      set_damaged (error);
      return FALSE;
    }
  chunk->length = read_number (png + *offset);
  chunk->type = (const char *) png + *offset + 4;
  chunk->data = png + *offset + 8;
  if (read_number (chunk->data + chunk->length) != get_checksum (chunk->type, chunk->data, chunk->length))
    {
      set_damaged (error);
      return FALSE;
    }
  *offset += FRAME_LENGTH + chunk->length;
  return TRUE;
}

/* The text of a chunk if it has this keyword, in UTF-8. Packed texts are left alone: we write none. */
static char *
dup_chunk_text (const Chunk *chunk,
                const char  *keyword)
{
  gsize skipped = strlen (keyword) + 1;
  const guint8 *end = chunk->data + chunk->length;
  const guint8 *text = chunk->data + skipped;

  if (chunk->length < skipped || memcmp (chunk->data, keyword, skipped) != 0)
    return NULL;
  if (memcmp (chunk->type, "tEXt", TYPE_LENGTH) == 0)
    return g_convert ((const char *) text, end - text, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (end - text < 2 || text[0] != 0)
    return NULL;
  /* Behind the two bytes about packing stand the language and the translated keyword. */
  text += 2;
  for (guint i = 0; i < 2; i++)
    {
      const guint8 *zero = memchr (text, 0, end - text);

      if (zero == NULL)
        return NULL;
      text = zero + 1;
    }
  return g_utf8_validate ((const char *) text, end - text, NULL) ? g_strndup ((const char *) text, end - text) : NULL;
}

/**
 * hfs_png_append_chunk:
 * @type: four letters
 * @data: (array length=length) (nullable): what the chunk holds
 *
 * Appends a chunk with its length and its checksum.
 */
void
hfs_png_append_chunk (GByteArray    *png,
                      const char    *type,
                      gconstpointer  data,
                      gsize          length)
{
  append_number (png, length);
  g_byte_array_append (png, (const guint8 *) type, TYPE_LENGTH);
  if (length > 0)
    g_byte_array_append (png, data, length);
  append_number (png, get_checksum (type, data, length));
}

/**
 * hfs_png_append_text:
 *
 * Appends a remark: as `tEXt` where ASCII is enough, for every reader understands that, else as `iTXt`.
 */
void
hfs_png_append_text (GByteArray       *png,
                     const HfsPngText *text)
{
  g_autoptr (GString) data = g_string_new (text->keyword);
  gboolean plain = g_str_is_ascii (text->text);

  /* Not packed, no language, no translated keyword. */
  g_string_append_len (data, "\0\0\0\0\0", plain ? 1 : 5);
  g_string_append (data, text->text);
  hfs_png_append_chunk (png, plain ? "tEXt" : "iTXt", data->str, data->len);
}

/**
 * hfs_png_dup_text:
 * @png: a file
 * @keyword: the remark's keyword
 *
 * Reads a remark. Every chunk up to it is checked.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with @error of %HFS_CHART_ERROR_FORMAT when @png is no
 *   whole PNG file and %HFS_CHART_ERROR_NO_QUERY when it has no such remark
 */
char *
hfs_png_dup_text (GBytes      *png,
                  const char  *keyword,
                  GError     **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  gsize offset = HFS_PNG_SIGNATURE_LENGTH;
  Chunk chunk = { "\0\0\0" };

  if (size < HFS_PNG_SIGNATURE_LENGTH || memcmp (data, HFS_PNG_SIGNATURE, HFS_PNG_SIGNATURE_LENGTH) != 0)
    {
      g_set_error_literal (error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT, _("This file is not a PNG picture."));
      return NULL;
    }
  while (memcmp (chunk.type, "IEND", TYPE_LENGTH) != 0)
    {
      if (!read_chunk (data, size, &offset, &chunk, error))
        return NULL;
      if (memcmp (chunk.type, "tEXt", TYPE_LENGTH) == 0 || memcmp (chunk.type, "iTXt", TYPE_LENGTH) == 0)
        {
          char *text = dup_chunk_text (&chunk, keyword);

          if (text != NULL)
            return text;
        }
    }
  g_set_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_NO_QUERY, _("This picture carries no remark “%s”."), keyword);
  return NULL;
}
