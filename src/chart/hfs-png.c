/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-png.h"

#include <gio/gio.h>
#include <string.h>

/* Cairo's own writer tries every filter on every line, which takes three times as long as drawing the
 * picture and saves nothing on flat colours. */
#define LEVEL 3
#define CHANNELS 3
#define SLICE (64 * 1024)

/* The rows as PNG has them: the number of the filter (none), then red, green and blue of each pixel. */
static GByteArray *
dup_rows (cairo_surface_t *surface)
{
  gsize width = cairo_image_surface_get_width (surface);
  gsize height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  GByteArray *rows = g_byte_array_sized_new (height * (width * CHANNELS + 1));
  guint8 *out;

  g_byte_array_set_size (rows, height * (width * CHANNELS + 1));
  out = rows->data;
  for (gsize y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (pixels + y * stride);

      *out++ = 0;
      for (gsize x = 0; x < width; x++)
        {
          *out++ = row[x] >> 16;
          *out++ = row[x] >> 8;
          *out++ = row[x];
        }
    }
  return rows;
}

static GByteArray *
pack (const GByteArray  *rows,
      GError           **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  gsize offset = 0;
  gsize length = 0;

  for (;;)
    {
      GConverterResult result;
      gsize bytes_read, bytes_written;

      g_byte_array_set_size (packed, length + SLICE);
      result = g_converter_convert (G_CONVERTER (compressor), rows->data + offset, rows->len - offset,
                                    packed->data + length, SLICE, G_CONVERTER_INPUT_AT_END,
                                    &bytes_read, &bytes_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      offset += bytes_read;
      length += bytes_written;
      if (result == G_CONVERTER_FINISHED)
        break;
    }
  g_byte_array_set_size (packed, length);
  return g_steal_pointer (&packed);
}

static void
append_header (GByteArray *png,
               guint32     width,
               guint32     height)
{
  guint8 header[13] = { 0 };
  guint32 sizes[2] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  memcpy (header, sizes, sizeof sizes);
  header[8] = 8; /* bits a channel */
  header[9] = 2; /* red, green, blue */
  hfs_png_append_chunk (png, "IHDR", header, sizeof header);
}

/**
 * hfs_png_encode:
 * @surface: an image surface of the format %CAIRO_FORMAT_RGB24
 * @texts: (array length=n_texts): remarks to put in front of the pixels
 *
 * Returns: (transfer full) (nullable): a PNG file, or %NULL with @error set
 */
GBytes *
hfs_png_encode (cairo_surface_t   *surface,
                const HfsPngText  *texts,
                guint              n_texts,
                GError           **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GByteArray) rows = NULL;
  g_autoptr (GByteArray) packed = NULL;

  cairo_surface_flush (surface);
  rows = dup_rows (surface);
  packed = pack (rows, error);
  if (packed == NULL)
    return NULL;
  g_byte_array_append (png, (const guint8 *) HFS_PNG_SIGNATURE, HFS_PNG_SIGNATURE_LENGTH);
  append_header (png, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  for (guint i = 0; i < n_texts; i++)
    hfs_png_append_text (png, &texts[i]);
  hfs_png_append_chunk (png, "IDAT", packed->data, packed->len);
  hfs_png_append_chunk (png, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
