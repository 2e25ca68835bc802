/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-stage.h"

#include "hfs-chart-painter.h"
#include "hfs-chart-plate.h"
#include "hfs-picture.h"

#include <adwaita.h>
#include <string.h>

/* Long enough to see what goes where, short enough not to be waited for. */
#define TRANSITION_MS 220
/* GTK asks for the height at the least width between that at the width which it gives. */
#define N_FITS 2

/* A layout, and what it was made for. */
typedef struct
{
  HfsChartLayout *layout;    /* (owned) (nullable) */
  int width;
  gboolean rtl;
  guint font;
} Fit;

/**
 * HfsChartStage:
 *
 * What a chart widget draws: a result laid out for a width, and the way from the picture before to this one. The last
 * layouts are kept as long as nothing that they depend on changes.
 */
struct _HfsChartStage
{
  GObject parent_instance;

  GtkWidget *widget;         /* (borrowed): it holds the stage */
  HfsResult *result;         /* (owned) (nullable) */
  HfsChartLook look;
  GPtrArray *distributions;  /* (owned) (nullable) (element-type HfsDistribution) */
  Fit fits[N_FITS];          /* the last first */
  cairo_rectangle_t band;    /* where the last active mark was */
  HfsChartPlate plate;       /* with the layout as it is below and above an active mark */
  HfsChartLayout *before;    /* (owned) (nullable): the last one that was drawn of another result */
  AdwAnimation *animation;   /* (owned) (nullable): made when it is first needed */
};

G_DEFINE_FINAL_TYPE (HfsChartStage, hfs_chart_stage, G_TYPE_OBJECT)

static void
moved_cb (double   value,
          gpointer data)
{
  gtk_widget_queue_draw (HFS_CHART_STAGE (data)->widget);
}

static void
clear_fits (HfsChartStage *self)
{
  for (guint i = 0; i < N_FITS; i++)
    g_clear_object (&self->fits[i].layout);
}

static void
hfs_chart_stage_finalize (GObject *object)
{
  HfsChartStage *self = HFS_CHART_STAGE (object);

  g_clear_object (&self->animation);
  clear_fits (self);
  g_clear_object (&self->before);
  hfs_chart_plate_clear (&self->plate);
  g_clear_object (&self->result);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);

  G_OBJECT_CLASS (hfs_chart_stage_parent_class)->finalize (object);
}

static void
hfs_chart_stage_class_init (HfsChartStageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_chart_stage_finalize;
}

static void
hfs_chart_stage_init (HfsChartStage *self)
{
}

/**
 * hfs_chart_stage_new:
 * @widget: (transfer none): where it is drawn; it holds the stage
 *
 * Returns: (transfer full): a stage of nothing yet
 */
HfsChartStage *
hfs_chart_stage_new (GtkWidget *widget)
{
  HfsChartStage *self = g_object_new (HFS_TYPE_CHART_STAGE, NULL);

  self->widget = widget;
  return self;
}

/**
 * hfs_chart_stage_stop:
 *
 * Ends a transition, before the widget goes away.
 */
void
hfs_chart_stage_stop (HfsChartStage *self)
{
  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_object (&self->before);
}

/**
 * hfs_chart_stage_get_result:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
HfsResult *
hfs_chart_stage_get_result (HfsChartStage *self)
{
  return self->result;
}

/* The way from the last picture to the next, where there was one. */
static void
start (HfsChartStage *self)
{
  g_clear_object (&self->before);
  self->before = g_steal_pointer (&self->fits[0].layout);
  clear_fits (self);
  if (self->before == NULL || self->result == NULL || !gtk_widget_get_mapped (self->widget))
    {
      g_clear_object (&self->before);
      return;
    }
  if (self->animation == NULL)
    self->animation = adw_timed_animation_new (self->widget, 0, 1, TRANSITION_MS,
                                               adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_animation_reset (self->animation);
  /* Where motion is not wanted it is at its end at once. */
  adw_animation_play (self->animation);
}

/**
 * hfs_chart_stage_set_drawing:
 * @result: (nullable): what to show
 * @look: how
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 *
 * Returns: whether anything about it is new
 */
gboolean
hfs_chart_stage_set_drawing (HfsChartStage      *self,
                             HfsResult          *result,
                             const HfsChartLook *look,
                             GPtrArray          *distributions)
{
  if (self->result == result && self->distributions == distributions && hfs_chart_look_equal (&self->look, look))
    return FALSE;
  g_set_object (&self->result, result);
  self->look = *look;
  if (distributions != NULL)
    g_ptr_array_ref (distributions);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);
  self->distributions = distributions;
  start (self);
  return TRUE;
}

static gboolean
fits (const Fit *fit,
      const Fit *wanted)
{
  return fit->layout != NULL && fit->width == wanted->width && fit->rtl == wanted->rtl && fit->font == wanted->font;
}

/**
 * hfs_chart_stage_get_layout:
 * @width: in pixels
 *
 * Returns: (transfer none) (nullable): what is shown, laid out; %NULL when nothing is
 */
HfsChartLayout *
hfs_chart_stage_get_layout (HfsChartStage *self,
                            int            width)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  Fit fit = { NULL, width, gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL, pango_context_get_serial (context) };
  guint place = 0;

  if (self->result == NULL)
    return NULL;
  while (place < N_FITS - 1 && !fits (&self->fits[place], &fit))
    place++;
  if (fits (&self->fits[place], &fit))
    fit.layout = g_steal_pointer (&self->fits[place].layout);
  else
    fit.layout = hfs_chart_layout_new_with_options (self->result, context,
                                                    &(HfsChartOptions) { self->look.kind, width, 0, fit.rtl, self->look.log, self->distributions });
  g_clear_object (&self->fits[place].layout);
  memmove (self->fits + 1, self->fits, place * sizeof *self->fits);
  self->fits[0] = fit;
  return fit.layout;
}

/**
 * hfs_chart_stage_render:
 *
 * Returns: (transfer full) (nullable): what is shown as a PNG file, or %NULL with @error set
 */
GBytes *
hfs_chart_stage_render (HfsChartStage  *self,
                        GError        **error)
{
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;

  g_return_val_if_fail (self->result != NULL, NULL);

  options.kind = self->look.kind;
  options.log = self->look.log;
  options.distributions = self->distributions;
  options.rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  return hfs_picture_render (self->result, HFS_PICTURE_PNG, &options, error);
}

/**
 * hfs_chart_stage_is_moving:
 *
 * Returns: whether a transition is under way
 */
gboolean
hfs_chart_stage_is_moving (HfsChartStage *self)
{
  return self->before != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

static HfsAppearance
get_appearance (HfsChartStage *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (self->widget));

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? HFS_APPEARANCE_HIGH_CONTRAST_DARK : HFS_APPEARANCE_HIGH_CONTRAST;
  return adw_style_manager_get_dark (style) ? HFS_APPEARANCE_DARK : HFS_APPEARANCE_LIGHT;
}

static cairo_t *
append_cairo (GtkSnapshot             *snapshot,
              const cairo_rectangle_t *box)
{
  return gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height));
}

/* What lies below the picture: no larger than it has to be, since all that it covers is drawn anew. Where nothing is active
 * an empty one keeps the place of the last, or GTK would take the picture for a band that has become another and draw all
 * of it, or all between the band and wherever the empty one is. */
static void
snapshot_band (HfsChartStage  *self,
               HfsChartLayout *layout,
               GtkSnapshot    *snapshot,
               int             active)
{
  cairo_t *cr;

  if (active >= 0)
    hfs_chart_layout_get_band_extents (layout, (guint) active, &self->band);
  cr = append_cairo (snapshot, &self->band);
  if (active >= 0)
    hfs_chart_paint_band (layout, cr, get_appearance (self), active);
  cairo_destroy (cr);
}

/* What lies above it. */
static void
snapshot_edge (HfsChartStage  *self,
               HfsChartLayout *layout,
               GtkSnapshot    *snapshot,
               guint           active)
{
  cairo_rectangle_t box;
  cairo_t *cr;

  if (!hfs_chart_layout_get_edge_extents (layout, active, &box))
    return;
  cr = append_cairo (snapshot, &box);
  hfs_chart_paint_edge (layout, cr, get_appearance (self), (int) active);
  cairo_destroy (cr);
}

static void
snapshot_moving (HfsChartStage  *self,
                 HfsChartLayout *layout,
                 GtkSnapshot    *snapshot)
{
  gboolean same_kind = hfs_chart_layout_get_kind (self->before) == hfs_chart_layout_get_kind (layout);
  g_autoptr (HfsChartLayout) between = hfs_chart_layout_new_between (same_kind ? self->before : NULL, layout,
                                                                     adw_animation_get_value (self->animation));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (self->widget), gtk_widget_get_height (self->widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  hfs_chart_paint (between, cr, get_appearance (self), -1, -1);
  cairo_destroy (cr);
}

/**
 * hfs_chart_stage_snapshot:
 * @active: the mark that is pointed at or has the focus, -1 for none
 * @selected: the mark that is selected, -1 for none
 *
 * Draws what is shown, or the picture on the way to it.
 */
void
hfs_chart_stage_snapshot (HfsChartStage *self,
                          GtkSnapshot   *snapshot,
                          int            active,
                          int            selected)
{
  int width = gtk_widget_get_width (self->widget), height = gtk_widget_get_height (self->widget);
  HfsChartLayout *layout = hfs_chart_stage_get_layout (self, width);
  HfsChartImpression of = { layout, width, height, gtk_widget_get_scale_factor (self->widget), get_appearance (self), selected };

  if (layout == NULL || width <= 0 || height <= 0)
    return;
  if (hfs_chart_stage_is_moving (self))
    {
      snapshot_moving (self, layout, snapshot);
      return;
    }
  g_clear_object (&self->before);
  if (active >= (int) hfs_chart_layout_get_n_marks (layout))
    active = -1;
  snapshot_band (self, layout, snapshot, active);
  gtk_snapshot_append_node (snapshot, hfs_chart_plate_print (&self->plate, &of));
  if (active >= 0)
    snapshot_edge (self, layout, snapshot, (guint) active);
}
