/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-handout.h"

#include "hfs-format.h"
#include "hfs-palette.h"
#include "hfs-picture-page.h"
#include "hfs-text-block.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A page is laid out so many units wide, whatever its size: type then has about ten points on A4. */
#define PAGE_WIDTH 800.0
#define MARGIN 32.0
#define FONT_SIZE 13.0
#define ROW_HEIGHT 22.0
#define FOOT_HEIGHT 40.0
/* A table with fewer rows on the first page is better begun on the next. */
#define LEAST_ROWS 4

/* Where columns end, as parts of the width; the first takes the rest. */
static const double column_ends[] = { 0.52, 0.7, 0.84, 1 };

struct _HfsHandout
{
  GObject parent_instance;

  HfsResult *result;       /* (owned) */
  HfsPicturePage *picture; /* (owned) */
  PangoContext *context;   /* (owned) */
  double scale;            /* from units to those of the page */
  double height;           /* of a page, in units */
  gboolean rtl;
  guint rows_on_first;
  guint rows_on_others;
};

G_DEFINE_FINAL_TYPE (HfsHandout, hfs_handout, G_TYPE_OBJECT)

static void
hfs_handout_finalize (GObject *object)
{
  HfsHandout *self = HFS_HANDOUT (object);

  g_clear_object (&self->result);
  g_clear_object (&self->picture);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hfs_handout_parent_class)->finalize (object);
}

static void
hfs_handout_class_init (HfsHandoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_handout_finalize;
}

static void
hfs_handout_init (HfsHandout *self)
{
}

/* How many rows fit from @top on, below the heads of the columns. */
static guint
count_rows (HfsHandout *self,
            double      top)
{
  double room = self->height - FOOT_HEIGHT - top - ROW_HEIGHT;

  return room > 0 ? (guint) floor (room / ROW_HEIGHT) : 0;
}

/**
 * hfs_handout_new:
 * @options: the kind of chart; width and height are those of a page, in any unit
 *
 * Composes an answer for paper.
 *
 * Returns: (transfer full) (nullable): the handout, or %NULL with @error of %HFS_CHART_ERROR_SIZE when the chart does not fit on
 *   a page
 */
HfsHandout *
hfs_handout_new (HfsResult              *result,
                 const HfsChartOptions  *options,
                 GError                **error)
{
  g_autoptr (HfsHandout) self = g_object_new (HFS_TYPE_HANDOUT, NULL);
  HfsChartOptions page = *options;
  guint first;

  self->result = g_object_ref (result);
  self->scale = options->width / PAGE_WIDTH;
  self->height = options->height / self->scale;
  self->rtl = options->rtl;
  self->context = hfs_picture_page_create_context (FONT_SIZE, self->rtl);
  page.width = PAGE_WIDTH;
  page.height = 0;
  self->picture = hfs_picture_page_new (result, &page, error);
  if (self->picture != NULL && hfs_picture_page_get_height (self->picture) > self->height)
    {
      page.height = self->height - FOOT_HEIGHT;
      g_object_unref (self->picture);
      self->picture = hfs_picture_page_new (result, &page, error);
    }
  if (self->picture == NULL)
    return NULL;
  first = count_rows (self, hfs_picture_page_get_height (self->picture));
  self->rows_on_first = first >= LEAST_ROWS ? first : 0;
  self->rows_on_others = MAX (count_rows (self, MARGIN), 1);
  return g_steal_pointer (&self);
}

/**
 * hfs_handout_get_n_pages:
 *
 * Returns: how many pages there are, at least one
 */
guint
hfs_handout_get_n_pages (HfsHandout *self)
{
  guint n_rows = hfs_result_get_n_rows (self->result);
  guint left = n_rows > self->rows_on_first ? n_rows - self->rows_on_first : 0;

  return 1 + (left + self->rows_on_others - 1) / self->rows_on_others;
}

static void
set_tone (cairo_t *cr,
          HfsTone  tone)
{
  HfsColour colour = hfs_palette_get_colour (HFS_APPEARANCE_LIGHT, tone);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

/* Paints a text in a column: the first begins where lines begin, the others are numbers and end together. */
static void
paint_cell (HfsHandout *self,
            cairo_t    *cr,
            guint       column,
            double      y,
            const char *text,
            gboolean    bold)
{
  double room = PAGE_WIDTH - 2 * MARGIN;
  double start = column > 0 ? column_ends[column - 1] * room : 0, end = column_ends[column] * room;
  g_autoptr (PangoLayout) block = hfs_text_block_new (self->context, text, &(HfsTextStyle) { 1, bold, 1 }, end - start);
  double width = hfs_text_block_get_width (block);
  double x = MARGIN + (column > 0 ? end - width : start);
  PangoRectangle extents;

  pango_layout_get_extents (block, NULL, &extents);
  if (self->rtl)
    x = PAGE_WIDTH - x - width;
  cairo_move_to (cr, x - (double) extents.x / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, block);
}

static void
paint_heads (HfsHandout *self,
             cairo_t    *cr,
             double      y)
{
  HfsMeasure measure = hfs_query_get_measure (hfs_result_get_query (self->result));
  const char *heads[] = { _(hfs_result_get_dimension (self->result)->heading), hfs_measure_get_name (measure), _("Share"), _("Models") };

  set_tone (cr, HFS_TONE_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    paint_cell (self, cr, i, y, heads[i], TRUE);
  set_tone (cr, HFS_TONE_AXIS);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, MARGIN, y + ROW_HEIGHT - 3);
  cairo_line_to (cr, PAGE_WIDTH - MARGIN, y + ROW_HEIGHT - 3);
  cairo_stroke (cr);
}

static void
paint_row (HfsHandout         *self,
           cairo_t            *cr,
           double              y,
           const HfsResultRow *row)
{
  g_autofree char *value = hfs_format_integer (row->value);
  g_autofree char *share = hfs_format_share (row->share);
  g_autofree char *models = hfs_format_integer (row->models);
  const char *cells[] = { row->label, value, share, models };

  set_tone (cr, row->kind == HFS_ROW_CLEAR ? HFS_TONE_TEXT : HFS_TONE_DIM_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    paint_cell (self, cr, i, y, cells[i], FALSE);
}

static void
paint_number (HfsHandout *self,
              cairo_t    *cr,
              guint       page)
{
  g_autofree char *number = hfs_format_integer (page + 1);
  g_autofree char *all = hfs_format_integer (hfs_handout_get_n_pages (self));
  /* Translators: at the foot of a printed page: its number, and how many there are. */
  g_autofree char *text = g_strdup_printf (_("Page %1$s of %2$s"), number, all);

  set_tone (cr, HFS_TONE_DIM_TEXT);
  paint_cell (self, cr, G_N_ELEMENTS (column_ends) - 1, self->height - FOOT_HEIGHT / 2 - FONT_SIZE, text, FALSE);
}

/**
 * hfs_handout_paint:
 * @page: from 0
 * @cr: painted on from its origin, in the unit of the page's size
 *
 * Paints a page, in the light look: paper is white.
 */
void
hfs_handout_paint (HfsHandout *self,
                   guint       page,
                   cairo_t    *cr)
{
  guint first = page == 0 ? 0 : self->rows_on_first + (page - 1) * self->rows_on_others;
  guint most = page == 0 ? self->rows_on_first : self->rows_on_others;
  guint n = MIN (most, hfs_result_get_n_rows (self->result) - MIN (first, hfs_result_get_n_rows (self->result)));
  double y = page == 0 ? hfs_picture_page_get_height (self->picture) : MARGIN;

  cairo_save (cr);
  cairo_scale (cr, self->scale, self->scale);
  if (page == 0)
    hfs_picture_page_paint (self->picture, cr, HFS_APPEARANCE_LIGHT);
  if (n > 0)
    paint_heads (self, cr, y);
  for (guint i = 0; i < n; i++)
    paint_row (self, cr, y + (i + 1) * ROW_HEIGHT, hfs_result_get_row (self->result, first + i));
  if (hfs_handout_get_n_pages (self) > 1)
    paint_number (self, cr, page);
  cairo_restore (cr);
}
