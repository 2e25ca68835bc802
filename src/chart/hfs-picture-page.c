/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-picture-page.h"

#include "hfs-chart-error.h"
#include "hfs-chart-painter.h"
#include "hfs-palette.h"
#include "hfs-sentence.h"
#include "hfs-text-block.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FONT "Cantarell, DejaVu Sans, Sans"
/* Parts of the width: text grows with the picture, so that it still reads when an article shows it smaller. */
#define MARGIN 0.04
#define FONT_SIZE (1.0 / 60)
/* No text is smaller, in pixels. */
#define LEAST_FONT_SIZE 13.0
#define LEAST_SMALL_SIZE 12.0
/* Multiples of the font size. */
#define TITLE_SIZE 1.75
#define SUMMARY_SIZE 1.15
#define SMALL_SIZE 0.8

typedef struct
{
  PangoLayout *block; /* (owned) */
  double x;
  double y;
  HfsTone tone;
} Text;

struct _HfsPicturePage
{
  GObject parent_instance;

  PangoContext *context; /* (owned) */
  HfsChartLayout *chart; /* (owned) */
  GArray *texts;         /* (owned) (element-type Text) */
  double width;
  double height;
  double margin;
  double em;
  double chart_y;
  gboolean rtl;
  HfsChartKind kind;
  gboolean log;
  GPtrArray *distributions; /* (borrowed) (nullable): only while the page is composed */
};

G_DEFINE_FINAL_TYPE (HfsPicturePage, hfs_picture_page, G_TYPE_OBJECT)

static void
clear_text (gpointer data)
{
  Text *text = data;

  g_object_unref (text->block);
}

static void
set_font_size (PangoContext *context,
               double        size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, round (size * PANGO_SCALE));
  pango_context_set_font_description (context, font);
}

/**
 * hfs_picture_page_create_context:
 * @size: of the font, in pixels
 * @rtl: whether it reads leftwards
 *
 * Returns: (transfer full): how texts are set on pictures and paper: the same on every machine with the same fonts, not
 *   fitted to the pixels of a screen
 */
PangoContext *
hfs_picture_page_create_context (double   size,
                                 gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  set_font_size (context, size);
  return context;
}

static double
get_content_width (HfsPicturePage *self)
{
  return self->width - 2 * self->margin;
}

/* Where a block of this width begins, on the side where lines begin. */
static double
get_x (HfsPicturePage *self,
       double          width)
{
  return self->rtl ? self->width - self->margin - width : self->margin;
}

static PangoLayout *
set_text (HfsPicturePage *self,
          const char     *text,
          double          size,
          gboolean        bold,
          double          width)
{
  return hfs_text_block_new (self->context, text, &(HfsTextStyle) { size, bold, 0 }, width);
}

/* Adds a text that is as wide as the content; returns where the next one begins. */
static double
add_text (HfsPicturePage *self,
          const char     *text,
          double          size,
          gboolean        bold,
          double          y,
          HfsTone         tone)
{
  PangoLayout *block = set_text (self, text, size, bold, get_content_width (self));
  Text added = { block, get_x (self, floor (get_content_width (self))), y, tone };

  g_array_append_val (self->texts, added);
  return y + ceil (hfs_text_block_get_height (block));
}

static double
get_small_size (HfsPicturePage *self)
{
  return MAX (SMALL_SIZE, LEAST_SMALL_SIZE / self->em);
}

/* The question, the answer and of what; returns where the chart begins. */
static double
add_head (HfsPicturePage *self,
          HfsResult      *result)
{
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *summary = hfs_result_dup_summary (result);
  g_autofree char *scope = hfs_result_dup_scope (result);
  double y = round (self->margin * 0.75);

  y = add_text (self, title, TITLE_SIZE, TRUE, y, HFS_TONE_TEXT) + round (0.35 * self->em);
  y = add_text (self, summary, SUMMARY_SIZE, FALSE, y, HFS_TONE_TEXT) + round (0.4 * self->em);
  y = add_text (self, scope, get_small_size (self), FALSE, y, HFS_TONE_DIM_TEXT);
  return y + round (0.9 * self->em);
}

/* The line on where the data are from, and the program's name at its other end; returns its height. Both begin at
 * zero until the height of the page is known. */
static double
add_foot (HfsPicturePage *self,
          HfsResult      *result)
{
  g_autofree char *source = hfs_result_dup_source (result);
  g_autofree char *coverage = hfs_result_dup_coverage (result);
  /* Translators: the last line of a picture: where the data are from, then a sentence on how much they cover. */
  g_autofree char *text = g_strdup_printf (_("Source: %1$s. %2$s"), source, coverage);
  double size = get_small_size (self);
  PangoLayout *name = set_text (self, _("HF State"), size, TRUE, 0);
  double name_width = ceil (hfs_text_block_get_width (name));
  double source_width = floor (get_content_width (self) - name_width - 2 * self->em);
  PangoLayout *block = set_text (self, text, size, FALSE, source_width);
  Text texts[] = {
    { block, get_x (self, source_width), 0, HFS_TONE_DIM_TEXT },
    { name, self->rtl ? self->margin : self->width - self->margin - name_width, 0, HFS_TONE_DIM_TEXT },
  };

  g_array_append_vals (self->texts, texts, G_N_ELEMENTS (texts));
  return ceil (hfs_text_block_get_height (block));
}

/* Puts the foot, the last two texts, at the lower margin. */
static void
place_foot (HfsPicturePage *self,
            double          foot)
{
  double bottom = self->height - round (self->margin * 0.75);

  g_array_index (self->texts, Text, self->texts->len - 2).y = bottom - foot;
  g_array_index (self->texts, Text, self->texts->len - 1).y =
    bottom - ceil (hfs_text_block_get_height (g_array_index (self->texts, Text, self->texts->len - 1).block));
}

static HfsChartLayout *
lay_out (HfsPicturePage *self,
         HfsResult      *result,
         double          height)
{
  HfsChartOptions options = { self->kind, get_content_width (self), height, self->rtl, self->log, self->distributions };

  return hfs_chart_layout_new_with_options (result, self->context, &options);
}

/* Lays the chart out with texts of this size; returns whether it fits, or else keeps the one before. */
static gboolean
try_size (HfsPicturePage *self,
          HfsResult      *result,
          double          height,
          double          size)
{
  g_autoptr (HfsChartLayout) chart = NULL;

  set_font_size (self->context, size);
  chart = lay_out (self, result, height);
  if (hfs_chart_layout_get_height (chart) > height)
    return FALSE;
  g_set_object (&self->chart, chart);
  return TRUE;
}

/* Fits the chart into @height: with the usual text size if it can, else with the largest that it can. */
static gboolean
fit_chart (HfsPicturePage  *self,
           HfsResult       *result,
           double           height,
           GError         **error)
{
  double fits = LEAST_FONT_SIZE, fails = self->em;

  if (height > 0 && try_size (self, result, height, self->em))
    return TRUE;
  if (height <= 0 || !try_size (self, result, height, fits))
    {
      g_set_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_SIZE,
                   ngettext ("%u row does not fit into this picture. Make it higher.",
                             "%u rows do not fit into this picture. Make it higher, or show fewer rows.",
                             hfs_result_get_n_rows (result)),
                   hfs_result_get_n_rows (result));
      return FALSE;
    }
  while (fails - fits > 1)
    {
      double size = floor ((fits + fails) / 2);

      if (try_size (self, result, height, size))
        fits = size;
      else
        fails = size;
    }
  set_font_size (self->context, fits);
  return TRUE;
}

static gboolean
compose (HfsPicturePage  *self,
         HfsResult       *result,
         double           height,
         GError         **error)
{
  double foot, below;

  self->chart_y = add_head (self, result);
  foot = add_foot (self, result);
  below = round (0.7 * self->em) + foot + round (self->margin * 0.75);
  if (height > 0)
    {
      self->height = height;
      if (!fit_chart (self, result, height - self->chart_y - below, error))
        return FALSE;
    }
  else
    {
      self->chart = lay_out (self, result, 0);
      self->height = ceil (self->chart_y + hfs_chart_layout_get_height (self->chart) + below);
    }
  place_foot (self, foot);
  return TRUE;
}

static void
hfs_picture_page_finalize (GObject *object)
{
  HfsPicturePage *self = HFS_PICTURE_PAGE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->chart);
  g_array_unref (self->texts);

  G_OBJECT_CLASS (hfs_picture_page_parent_class)->finalize (object);
}

static void
hfs_picture_page_class_init (HfsPicturePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_picture_page_finalize;
}

static void
hfs_picture_page_init (HfsPicturePage *self)
{
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, clear_text);
}

/**
 * hfs_picture_page_new:
 * @options: the kind of chart, and the size of the whole page; height 0 for as high as it needs
 *
 * Composes a page: the question, the answer, of what, the chart, and where the data are from.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL with @error of %HFS_CHART_ERROR_SIZE when the rows do not fit
 */
HfsPicturePage *
hfs_picture_page_new (HfsResult              *result,
                      const HfsChartOptions  *options,
                      GError                **error)
{
  g_autoptr (HfsPicturePage) self = g_object_new (HFS_TYPE_PICTURE_PAGE, NULL);

  self->width = options->width;
  self->rtl = options->rtl;
  self->kind = options->kind;
  self->log = options->log;
  self->distributions = options->distributions;
  self->margin = round (self->width * MARGIN);
  self->em = MAX (LEAST_FONT_SIZE, round (self->width * FONT_SIZE));
  self->context = hfs_picture_page_create_context (self->em, self->rtl);
  if (!compose (self, result, options->height, error))
    return NULL;
  self->distributions = NULL;
  return g_steal_pointer (&self);
}

/**
 * hfs_picture_page_get_kind:
 *
 * Returns: which kind of chart is on the page
 */
HfsChartKind
hfs_picture_page_get_kind (HfsPicturePage *self)
{
  return hfs_chart_layout_get_kind (self->chart);
}

/**
 * hfs_picture_page_get_log:
 *
 * Returns: whether the chart on the page has a logarithmic scale
 */
gboolean
hfs_picture_page_get_log (HfsPicturePage *self)
{
  return hfs_chart_layout_get_log (self->chart);
}

/**
 * hfs_picture_page_get_height:
 *
 * Returns: in pixels
 */
double
hfs_picture_page_get_height (HfsPicturePage *self)
{
  return self->height;
}

/**
 * hfs_picture_page_paint:
 *
 * Paints the whole page, its background included.
 */
void
hfs_picture_page_paint (HfsPicturePage *self,
                        cairo_t        *cr,
                        HfsAppearance   appearance)
{
  HfsColour colour = hfs_palette_get_colour (appearance, HFS_TONE_BACKGROUND);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const Text *text = &g_array_index (self->texts, Text, i);

      colour = hfs_palette_get_colour (appearance, text->tone);
      cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->block);
    }
  cairo_translate (cr, self->margin, self->chart_y);
  hfs_chart_paint (self->chart, cr, appearance, -1, -1);
  cairo_translate (cr, -self->margin, -self->chart_y);
}
