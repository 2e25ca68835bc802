/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-picture.h"

#include "hfs-picture-page.h"
#include "hfs-png.h"
#include "hfs-sentence.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a reader can use, and what image surfaces can hold. */
#define LEAST_SIDE 200
#define MOST_SIDE 32000
#define MOST_PIXELS 200e6
#define MOST_SCALE 8
/* A pixel of the web is 1/96 inch, a point of PDF 1/72. */
#define POINTS_PER_PIXEL 0.75

#define SOFTWARE "HF State"
#define SOURCE_KEYWORD "Source"
#define KIND_KEYWORD "Chart"
#define SCALE_KEYWORD "Scale"
#define LOG_SCALE "log"

static void
set_error (GError          **error,
           cairo_status_t    status)
{
  g_set_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_DRAWING, _("The picture could not be drawn: %s."),
               cairo_status_to_string (status));
}

/* A height that follows from the rows is known only once the page is composed. */
static gboolean
check_size (const HfsPictureOptions  *options,
            double                    height,
            GError                  **error)
{
  if (!(options->scale > 0 && options->scale <= MOST_SCALE))
    {
      g_set_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_SIZE, _("The scale of a picture is more than 0 and at most %d."), MOST_SCALE);
      return FALSE;
    }
  if (options->width < LEAST_SIDE || height < LEAST_SIDE ||
      options->width * options->scale > MOST_SIDE || height * options->scale > MOST_SIDE ||
      options->width * options->scale * height * options->scale > MOST_PIXELS)
    {
      g_set_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_SIZE,
                   _("A picture of this size cannot be made. Each side has at least %1$d and, scaled, at most %2$d pixels, and both together at most %3$d million."),
                   LEAST_SIDE, MOST_SIDE, (int) (MOST_PIXELS / 1e6));
      return FALSE;
    }
  return TRUE;
}

/**
 * hfs_picture_dup_uri:
 *
 * Returns: (transfer full): a link to the question with its snapshots named by their ids, so that it has the same answer later
 */
char *
hfs_picture_dup_uri (HfsResult *result)
{
  g_autoptr (HfsQuery) pinned = g_object_ref (hfs_result_get_query (result));
  const HfsSnapshotInfo *snapshots[] = { hfs_result_get_snapshot (result), hfs_result_get_before (result) };
  const char *keys[] = { "snapshot", "compare" };

  for (guint i = 0; i < G_N_ELEMENTS (snapshots); i++)
    {
      g_autofree char *id = snapshots[i] ? g_uri_escape_string (snapshots[i]->id, NULL, FALSE) : NULL;
      HfsQuery *next = id ? hfs_query_with (pinned, keys[i], id, NULL) : NULL;

      if (next != NULL)
        {
          g_object_unref (pinned);
          pinned = next;
        }
    }
  return hfs_query_to_uri (pinned);
}

/* The day of the snapshot, not of the export: the same question gives the same file. */
static char *
dup_creation_time (HfsResult *result)
{
  return g_strdup_printf ("%sT00:00:00Z", hfs_result_get_snapshot (result)->date);
}

static cairo_status_t
collect (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
paint (HfsPicturePage           *page,
       cairo_surface_t          *surface,
       double                    scale,
       const HfsPictureOptions  *options,
       GError                  **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  hfs_picture_page_paint (page, cr, options->appearance);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  set_error (error, status);
  return FALSE;
}

static GBytes *
encode_png (HfsResult        *result,
            HfsPicturePage   *page,
            cairo_surface_t  *surface,
            GError          **error)
{
  HfsChartKind kind = hfs_picture_page_get_kind (page);
  const char *licence = hfs_result_get_snapshot (result)->licence;
  guint n_texts = 0;
  HfsPngText texts[] = {
    { "Title", hfs_result_dup_title (result) },
    { "Description", hfs_chart_kind_dup_alt_text (kind, result) },
    { SOURCE_KEYWORD, hfs_picture_dup_uri (result) },
    { "Creation Time", dup_creation_time (result) },
    { "Software", g_strdup (SOFTWARE) },
    { KIND_KEYWORD, g_strdup (hfs_chart_kind_get_key (kind)) },
    { SCALE_KEYWORD, hfs_picture_page_get_log (page) ? g_strdup (LOG_SCALE) : NULL },
    { "Copyright", g_strdup (licence) },
  };
  GBytes *png;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      texts[n_texts++] = texts[i];
  png = hfs_png_encode (surface, texts, n_texts, error);
  for (guint i = 0; i < n_texts; i++)
    g_free (texts[i].text);
  return png;
}

static GBytes *
render_png (HfsResult                *result,
            HfsPicturePage           *page,
            const HfsPictureOptions  *options,
            GError                  **error)
{
  int width = round (options->width * options->scale);
  int height = round (hfs_picture_page_get_height (page) * options->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  GBytes *png = NULL;

  if (paint (page, surface, options->scale, options, error))
    png = encode_png (result, page, surface, error);
  cairo_surface_destroy (surface);
  return png;
}

/* Puts title and description into the drawing, for screen readers and search, and takes out the numbers that cairo
 * gives surfaces in the order of the whole process: they would make each file differ. */
static GBytes *
describe_svg (HfsResult        *result,
              HfsChartKind      kind,
              const GByteArray *drawing)
{
  g_autofree char *text = g_strndup ((const char *) drawing->data, drawing->len);
  g_autoptr (GRegex) numbers = g_regex_new (" id=\"surface\\d+\"", 0, 0, NULL);
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *description = hfs_chart_kind_dup_alt_text (kind, result);
  g_autofree char *source = hfs_picture_dup_uri (result);
  g_autofree char *words = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>\n<metadata>%s</metadata>", title, description, source);
  g_autofree char *plain = g_regex_replace_literal (numbers, text, -1, 0, "", 0, NULL);
  const char *root = strstr (plain, "<svg ");
  const char *end = strchr (root, '>');
  GString *svg = g_string_new_len (plain, root - plain);

  g_string_append (svg, "<svg role=\"img\" ");
  g_string_append_len (svg, root + strlen ("<svg "), end + 1 - root - strlen ("<svg "));
  g_string_append (svg, words);
  g_string_append (svg, end + 1);
  return g_string_free_to_bytes (svg);
}

static GBytes *
render_svg (HfsResult                *result,
            HfsPicturePage           *page,
            const HfsPictureOptions  *options,
            GError                  **error)
{
  g_autoptr (GByteArray) drawing = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (collect, drawing, options->width, hfs_picture_page_get_height (page));
  gboolean painted;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  painted = paint (page, surface, 1, options, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return painted ? describe_svg (result, hfs_picture_page_get_kind (page), drawing) : NULL;
}

static void
describe_pdf (HfsResult       *result,
              HfsChartKind     kind,
              cairo_surface_t *surface)
{
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *description = hfs_chart_kind_dup_alt_text (kind, result);
  g_autofree char *source = hfs_picture_dup_uri (result);
  g_autofree char *time = dup_creation_time (result);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, source);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, SOFTWARE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

static GBytes *
render_pdf (HfsResult                *result,
            HfsPicturePage           *page,
            const HfsPictureOptions  *options,
            GError                  **error)
{
  g_autoptr (GByteArray) document = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, document, options->width * POINTS_PER_PIXEL,
                                                                  hfs_picture_page_get_height (page) * POINTS_PER_PIXEL);
  gboolean painted;

  describe_pdf (result, hfs_picture_page_get_kind (page), surface);
  painted = paint (page, surface, POINTS_PER_PIXEL, options, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return painted ? g_byte_array_free_to_bytes (g_steal_pointer (&document)) : NULL;
}

/**
 * hfs_picture_render:
 * @result: the answer
 * @options: how
 *
 * Makes the picture to take away: the question, the answer, of what, the chart, the source. The same result and the
 * same fonts give the same bytes. Needs no display.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with @error of %HFS_CHART_ERROR when the size is not possible
 *   or the rows do not fit
 */
GBytes *
hfs_picture_render (HfsResult                *result,
                    HfsPictureFormat          format,
                    const HfsPictureOptions  *options,
                    GError                  **error)
{
  g_autoptr (HfsPicturePage) page = NULL;

  if (!check_size (options, options->height != 0 ? options->height : LEAST_SIDE, error))
    return NULL;
  page = hfs_picture_page_new (result, &(HfsChartOptions) { options->kind, options->width, options->height, options->rtl, options->log, options->distributions }, error);
  if (page == NULL || !check_size (options, MAX (hfs_picture_page_get_height (page), LEAST_SIDE), error))
    return NULL;
  switch (format)
    {
    case HFS_PICTURE_SVG:
      return render_svg (result, page, options, error);
    case HFS_PICTURE_PDF:
      return render_pdf (result, page, options, error);
    case HFS_PICTURE_PNG:
    default:
      return render_png (result, page, options, error);
    }
}

/**
 * hfs_picture_read_query:
 * @png: a PNG file
 *
 * Reads the question out of a picture that this program has made.
 *
 * Returns: (transfer full) (nullable): the question, its snapshot named; %NULL with @error set when the file is no
 *   PNG, damaged, or of another program
 */
HfsQuery *
hfs_picture_read_query (GBytes  *png,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *source = hfs_png_dup_text (png, SOURCE_KEYWORD, &local_error);

  if (g_error_matches (local_error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (source == NULL || !g_str_has_prefix (source, HFS_QUERY_SCHEME))
    {
      g_set_error_literal (error, HFS_CHART_ERROR, HFS_CHART_ERROR_NO_QUERY,
                           _("This picture carries no question. Only pictures that HF State has exported do."));
      return NULL;
    }
  return hfs_query_parse (source, error);
}

/**
 * hfs_picture_read_look:
 * @png: a PNG file that [func@picture_read_query] can read
 * @look: (out caller-allocates): how the answer is drawn; the usual kind when the picture does not say, or says one
 *   that there is not
 *
 * Reads which chart a picture is.
 */
void
hfs_picture_read_look (GBytes       *png,
                       HfsChartLook *look)
{
  g_autofree char *key = hfs_png_dup_text (png, KIND_KEYWORD, NULL);
  g_autofree char *scale = hfs_png_dup_text (png, SCALE_KEYWORD, NULL);

  *look = (HfsChartLook) HFS_CHART_LOOK_INIT;
  if (key != NULL && !hfs_chart_kind_from_key (key, &look->kind))
    look->kind = HFS_CHART_USUAL;
  look->log = g_strcmp0 (scale, LOG_SCALE) == 0;
}
