/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-error.h"
#include "hfs-png.h"

#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_png (void          *closure,
          unsigned char *data,
          unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
create_png (void)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 7, 3);
  cairo_t *cr = cairo_create (surface);
  const HfsPngText texts[] = {
    { "Title", (char *) "Whose models are downloaded?" },
    { "Description", (char *) "Größe, 41\302\240%, 模型" },
  };
  GBytes *png;

  cairo_set_source_rgb (cr, 1, 0.5, 0.25);
  cairo_rectangle (cr, 2, 1, 3, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  png = hfs_png_encode (surface, texts, G_N_ELEMENTS (texts), &error);
  g_assert_no_error (error);
  cairo_surface_destroy (surface);
  return png;
}

static void
test_other_readers_see_the_pixels (void)
{
  g_autoptr (GBytes) png = create_png ();
  Reader reader = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_png, &reader);
  const guint32 *row;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 7);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 3);
  row = (const guint32 *) (cairo_image_surface_get_data (surface) + cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[1] & 0xffffff, ==, 0);
  g_assert_cmphex (row[2] & 0xffffff, ==, 0xff8040);
  g_assert_cmphex (row[4] & 0xffffff, ==, 0xff8040);
  g_assert_cmphex (row[5] & 0xffffff, ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_texts_come_back (void)
{
  g_autoptr (GBytes) png = create_png ();
  g_autofree char *title = hfs_png_dup_text (png, "Title", NULL);
  g_autofree char *description = hfs_png_dup_text (png, "Description", NULL);

  g_assert_cmpstr (title, ==, "Whose models are downloaded?");
  g_assert_cmpstr (description, ==, "Größe, 41\302\240%, 模型");
  /* The simple form where it is enough. */
  g_assert_nonnull (memmem (g_bytes_get_data (png, NULL), g_bytes_get_size (png), "tEXtTitle", 9));
  g_assert_nonnull (memmem (g_bytes_get_data (png, NULL), g_bytes_get_size (png), "iTXtDescription", 15));
}

static void
test_latin_1_becomes_utf_8 (void)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_byte_array_append (png, (const guint8 *) HFS_PNG_SIGNATURE, HFS_PNG_SIGNATURE_LENGTH);
  hfs_png_append_chunk (png, "tEXt", "Title\0Gr\366\337e", 11);
  hfs_png_append_chunk (png, "IEND", NULL, 0);
  bytes = g_bytes_new (png->data, png->len);
  text = hfs_png_dup_text (bytes, "Title", NULL);
  g_assert_cmpstr (text, ==, "Größe");
}

static void
test_checksum_as_in_the_standard (void)
{
  /* Every PNG file ends in these twelve bytes. */
  static const guint8 end[] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };
  g_autoptr (GByteArray) png = g_byte_array_new ();

  hfs_png_append_chunk (png, "IEND", NULL, 0);
  g_assert_cmpmem (png->data, png->len, end, sizeof end);
}

static void
test_damage_is_noticed (void)
{
  g_autoptr (GBytes) png = create_png ();
  gsize size = g_bytes_get_size (png);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (png, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, i);
      g_autoptr (GError) damage_error = NULL, cut_error = NULL;

      data[i] ^= 0x10;
      damaged = g_bytes_new (data, size);
      /* A remark that is not there makes it read to the end. */
      g_assert_null (hfs_png_dup_text (damaged, "Nothing", &damage_error));
      g_assert_error (damage_error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT);
      g_assert_null (hfs_png_dup_text (cut, "Nothing", &cut_error));
      g_assert_error (cut_error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT);
    }
}

static void
test_malformed_texts_are_passed_over (void)
{
  static const struct
  {
    const char *type;
    const char *data;
    gsize length;
  } chunks[] = {
    { "iTXt", "Title\0", 6 },
    { "iTXt", "Title\0\0\0", 8 },
    { "iTXt", "Title\0\0\0en", 10 },
    { "iTXt", "Title\0\0\0en\0Titel", 16 },
    { "iTXt", "Title\0\1\0\0\0packed", 16 },
    { "iTXt", "Title\0\0\0\0\0\377\376", 12 },
    { "tEXt", "Titl", 4 },
    { "tEXt", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
    {
      g_autoptr (GByteArray) png = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (png, (const guint8 *) HFS_PNG_SIGNATURE, HFS_PNG_SIGNATURE_LENGTH);
      hfs_png_append_chunk (png, chunks[i].type, chunks[i].data, chunks[i].length);
      hfs_png_append_chunk (png, "IEND", NULL, 0);
      bytes = g_bytes_new (png->data, png->len);
      g_assert_null (hfs_png_dup_text (bytes, "Title", &error));
      g_assert_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_NO_QUERY);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/png/other-readers-see-the-pixels", test_other_readers_see_the_pixels);
  g_test_add_func ("/chart/png-text/texts-come-back", test_texts_come_back);
  g_test_add_func ("/chart/png-text/latin-1-becomes-utf-8", test_latin_1_becomes_utf_8);
  g_test_add_func ("/chart/png-text/checksum-as-in-the-standard", test_checksum_as_in_the_standard);
  g_test_add_func ("/chart/png-text/damage-is-noticed", test_damage_is_noticed);
  g_test_add_func ("/chart/png-text/malformed-texts-are-passed-over", test_malformed_texts_are_passed_over);
  return g_test_run ();
}
