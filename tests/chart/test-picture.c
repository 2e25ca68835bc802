/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "hfs-picture.h"
#include "hfs-png-text.h"
#include "hfs-sentence.h"

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
render (HfsResult               *result,
        HfsPictureFormat         format,
        const HfsPictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = hfs_picture_render (result, format, options, &error);

  g_assert_no_error (error);
  return bytes;
}

static cairo_surface_t *
render_surface (HfsResult               *result,
                const HfsPictureOptions *options)
{
  g_autoptr (GBytes) png = render (result, HFS_PICTURE_PNG, options);
  Reader reader = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_png, &reader);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL;
}

static void
test_same_bytes_twice (void)
{
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;
  HfsResult *(*creators[]) (const char *) = { chart_fixture_countries, chart_fixture_then_and_now, chart_fixture_divided };

  for (guint i = 0; i < G_N_ELEMENTS (creators); i++)
    for (HfsPictureFormat format = HFS_PICTURE_PNG; format <= HFS_PICTURE_PDF; format++)
      {
        g_autoptr (HfsResult) first = creators[i] ("countries?share=1");
        g_autoptr (HfsResult) second = creators[i] ("countries?share=1");
        g_autoptr (GBytes) a = render (first, format, &options);
        g_autoptr (GBytes) b = render (second, format, &options);

        g_assert_true (g_bytes_equal (a, b));
      }
}

static void
test_size_is_as_asked (void)
{
  static const struct
  {
    int width, height;
    double scale;
    int file_width, file_height;
  } cases[] = {
    { 1600, 1000, 1, 1600, 1000 },
    { 1200, 675, 2, 2400, 1350 },
    { 1080, 1080, 1, 1080, 1080 },
    { 600, 800, 0.5, 300, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfsPictureOptions options = { cases[i].width, cases[i].height, cases[i].scale, HFS_APPEARANCE_LIGHT, FALSE };
      g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
      cairo_surface_t *surface = render_surface (result, &options);

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].file_width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].file_height);
      cairo_surface_destroy (surface);
    }
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) data)[x] & 0xffffff;
}

/* Nothing is cut: the margins of 4 % are empty on every side. */
static void
assert_margins (cairo_surface_t *surface,
                guint32          ground)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int side = width * 4 / 100 - 1;
  int end = width * 3 / 100 - 1;
  guint marked = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (x < side || x >= width - side || y < end || y >= height - end)
        g_assert_cmphex (get_pixel (surface, x, y), ==, ground);
      else
        marked += get_pixel (surface, x, y) != ground;
  g_assert_cmpuint (marked, >, width * height / 100);
}

static void
test_margins_are_empty (void)
{
  static const int widths[] = { 320, 600, 1600 };
  HfsResult *(*creators[]) (const char *) = { chart_fixture_countries, chart_fixture_then_and_now, chart_fixture_divided };

  for (guint i = 0; i < G_N_ELEMENTS (creators); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      for (guint rtl = 0; rtl < 2; rtl++)
        {
          HfsPictureOptions options = { widths[j], 0, 1, rtl ? HFS_APPEARANCE_DARK : HFS_APPEARANCE_LIGHT, rtl };
          g_autoptr (HfsResult) result = creators[i] ("countries?share=1");
          cairo_surface_t *surface = render_surface (result, &options);

          assert_margins (surface, rtl ? 0x242424 : 0xffffff);
          cairo_surface_destroy (surface);
        }
}

static void
test_picture_carries_its_question (void)
{
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;
  g_autoptr (HfsResult) result = chart_fixture_then_and_now ("countries?share=1&country=US,CN&compare=2022-07-02");
  g_autoptr (GBytes) png = render (result, HFS_PICTURE_PNG, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_picture_read_query (png, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = hfs_query_to_string (query);
  g_assert_cmpstr (text, ==, "countries?measure=downloads&share=1&snapshot=now&compare=then&country=US,CN");
}

static void
test_picture_carries_its_words (void)
{
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries?share=1");
  g_autoptr (GBytes) png = render (result, HFS_PICTURE_PNG, &options);
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *alt_text = hfs_chart_kind_dup_alt_text (HFS_CHART_BARS, result);
  const struct
  {
    const char *keyword;
    const char *text;
  } expected[] = {
    { "Title", title },
    { "Description", alt_text },
    { "Creation Time", "2026-08-22T00:00:00Z" },
    { "Software", "HF State" },
    { "Copyright", "CC0-1.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = hfs_png_dup_text (png, expected[i].keyword, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

static void
test_picture_carries_its_kind (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries?share=1");
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;
  g_autoptr (GBytes) usual = render (result, HFS_PICTURE_PNG, &options);
  g_autoptr (GBytes) map = NULL, log = NULL;
  g_autoptr (GBytes) unsuitable = NULL;
  HfsChartLook look;

  options.kind = HFS_CHART_MAP;
  map = render (result, HFS_PICTURE_PNG, &options);
  options.kind = HFS_CHART_AREA;
  unsuitable = render (result, HFS_PICTURE_PNG, &options);
  options.kind = HFS_CHART_BARS;
  options.log = TRUE;
  log = render (result, HFS_PICTURE_PNG, &options);
  hfs_picture_read_look (usual, &look);
  g_assert_true (hfs_chart_look_equal (&look, &(HfsChartLook) { HFS_CHART_BARS, FALSE, FALSE }));
  hfs_picture_read_look (map, &look);
  g_assert_true (hfs_chart_look_equal (&look, &(HfsChartLook) { HFS_CHART_MAP, FALSE, FALSE }));
  hfs_picture_read_look (log, &look);
  g_assert_true (hfs_chart_look_equal (&look, &(HfsChartLook) { HFS_CHART_BARS, TRUE, FALSE }));
  g_assert_false (g_bytes_equal (usual, map));
  g_assert_true (g_bytes_equal (usual, unsuitable));
}

static void
test_drawings_carry_their_words (void)
{
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;
  const FixtureRow row = { HFS_ROW_CLEAR, "XX", "Tom & <Jerry>", 5, 0 };
  g_autoptr (HfsResult) result = chart_fixture_create ("models", &row, 1);
  g_autoptr (GBytes) svg = render (result, HFS_PICTURE_SVG, &options);
  g_autoptr (GBytes) pdf = render (result, HFS_PICTURE_PDF, &options);

  g_assert_true (contains (svg, "<title>Which models do people use most?</title>"));
  g_assert_true (contains (svg, "Tom &amp; &lt;Jerry&gt;"));
  g_assert_true (contains (svg, "<metadata>hf-state:models?measure=downloads&amp;snapshot=now</metadata>"));
  g_assert_false (contains (svg, "id=\"surface"));
  g_assert_true (contains (pdf, "%PDF-"));
  g_assert_true (contains (pdf, "/Creator (HF State)"));
  g_assert_true (contains (pdf, "/CreationDate (20260822000000Z"));
}

static void
test_pictures_of_others_are_refused (void)
{
  static const struct
  {
    const char *source;
    GQuark (*domain) (void);
    int code;
  } cases[] = {
    { "https://example.org/", hfs_chart_error_quark, HFS_CHART_ERROR_NO_QUERY },
    { "hf-state:planets", hfs_query_error_quark, HFS_QUERY_ERROR_NAME },
    { NULL, hfs_chart_error_quark, HFS_CHART_ERROR_NO_QUERY },
  };
  g_autoptr (GBytes) text = g_bytes_new_static ("id,downloads\n", 13);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) png = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) local_error = NULL;

      g_byte_array_append (png, (const guint8 *) HFS_PNG_SIGNATURE, HFS_PNG_SIGNATURE_LENGTH);
      if (cases[i].source != NULL)
        hfs_png_append_text (png, &(HfsPngText) { "Source", (char *) cases[i].source });
      hfs_png_append_chunk (png, "IEND", NULL, 0);
      bytes = g_bytes_new (png->data, png->len);
      g_assert_null (hfs_picture_read_query (bytes, &local_error));
      g_assert_error (local_error, cases[i].domain (), cases[i].code);
    }
  g_assert_null (hfs_picture_read_query (text, &error));
  g_assert_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT);
}

static void
test_impossible_sizes_are_refused (void)
{
  static const HfsPictureOptions cases[] = {
    { 100, 1000, 1, HFS_APPEARANCE_LIGHT, FALSE },
    { 1600, 100, 1, HFS_APPEARANCE_LIGHT, FALSE },
    { 1600, -5, 1, HFS_APPEARANCE_LIGHT, FALSE },
    { 1600, 1000, 0, HFS_APPEARANCE_LIGHT, FALSE },
    { 1600, 1000, -1, HFS_APPEARANCE_LIGHT, FALSE },
    { 1600, 1000, 9, HFS_APPEARANCE_LIGHT, FALSE },
    { 40000, 1000, 1, HFS_APPEARANCE_LIGHT, FALSE },
    { 20000, 20000, 1, HFS_APPEARANCE_LIGHT, FALSE },
    { G_MAXINT, G_MAXINT, 8, HFS_APPEARANCE_LIGHT, FALSE },
  };
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (HfsPictureFormat format = HFS_PICTURE_PNG; format <= HFS_PICTURE_PDF; format++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (hfs_picture_render (result, format, &cases[i], &error));
        g_assert_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_SIZE);
      }
}

static void
test_too_many_rows_are_refused (void)
{
  g_autofree FixtureRow *rows = g_new0 (FixtureRow, 500);
  HfsPictureOptions fixed = HFS_PICTURE_OPTIONS_INIT;
  HfsPictureOptions free_height = { 800, 0, 1, HFS_APPEARANCE_LIGHT, FALSE };
  g_autoptr (HfsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  for (guint i = 0; i < 500; i++)
    rows[i] = (FixtureRow) { HFS_ROW_CLEAR, "key", "Label", 1000 - i, 0 };
  result = chart_fixture_create ("models", rows, 500);
  g_assert_null (hfs_picture_render (result, HFS_PICTURE_PNG, &fixed, &error));
  g_assert_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "500"));

  surface = render_surface (result, &free_height);
  g_assert_cmpint (cairo_image_surface_get_height (surface), >, 500 * 13);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/picture/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/chart/picture/size-is-as-asked", test_size_is_as_asked);
  g_test_add_func ("/chart/picture/margins-are-empty", test_margins_are_empty);
  g_test_add_func ("/chart/picture/carries-its-question", test_picture_carries_its_question);
  g_test_add_func ("/chart/picture/carries-its-words", test_picture_carries_its_words);
  g_test_add_func ("/chart/picture/carries-its-kind", test_picture_carries_its_kind);
  g_test_add_func ("/chart/picture/drawings-carry-their-words", test_drawings_carry_their_words);
  g_test_add_func ("/chart/picture/those-of-others-are-refused", test_pictures_of_others_are_refused);
  g_test_add_func ("/chart/picture/impossible-sizes-are-refused", test_impossible_sizes_are_refused);
  g_test_add_func ("/chart/picture/too-many-rows-are-refused", test_too_many_rows_are_refused);
  return g_test_run ();
}
