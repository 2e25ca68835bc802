/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-range-bar.h"

#define BAR_HEIGHT  12
#define TICK_WIDTH  3
#define TICK_HEIGHT 20

/**
 * HfsRangeBar:
 *
 * A number drawn as the range in which it could be, on a line that begins at nothing and ends at the whole. A stroke
 * marks the number as it is counted.
 */
struct _HfsRangeBar
{
  GtkWidget parent_instance;

  double least;
  double most;
  double counted;
};

G_DEFINE_FINAL_TYPE (HfsRangeBar, hfs_range_bar, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot   *snapshot,
            const GdkRGBA *color,
            double         from,
            double         until,
            double         middle,
            double         height)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) from, (float) (middle - height / 2),
                                                                  (float) MAX (until - from, TICK_WIDTH), (float) height), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hfs_range_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  HfsRangeBar *self = HFS_RANGE_BAR (widget);
  double width = gtk_widget_get_width (widget), middle = gtk_widget_get_height (widget) / 2.0;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double least = self->least * width, most = self->most * width, counted = self->counted * width;
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA text, track, band;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &band))
    band = text;
  track = text;
  track.alpha = 0.15f;
  if (mirrored)
    {
      double swapped = width - least;

      least = width - most;
      most = swapped;
      counted = width - counted;
    }
  append_bar (snapshot, &track, 0, width, middle, BAR_HEIGHT);
  append_bar (snapshot, &band, least, most, middle, BAR_HEIGHT);
  counted = CLAMP (counted - TICK_WIDTH / 2.0, 0, width - TICK_WIDTH);
  append_bar (snapshot, &text, counted, counted + TICK_WIDTH, middle, TICK_HEIGHT);
}

static void
hfs_range_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? TICK_HEIGHT : 60;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? TICK_HEIGHT : 400;
}

static void
hfs_range_bar_class_init (HfsRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = hfs_range_bar_snapshot;
  widget_class->measure = hfs_range_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "range");
}

static void
hfs_range_bar_init (HfsRangeBar *self)
{
}

/**
 * hfs_range_bar_new:
 * @least: where the range begins
 * @most: where it ends
 * @counted: the number as it is counted
 * @whole: what the line ends at; above 0, in the unit of the others
 * @spoken: what a screen reader says
 *
 * Returns: (transfer floating): the drawing
 */
GtkWidget *
hfs_range_bar_new (double      least,
                   double      most,
                   double      counted,
                   double      whole,
                   const char *spoken)
{
  HfsRangeBar *self = g_object_new (HFS_TYPE_RANGE_BAR, NULL);

  self->least = CLAMP (least / whole, 0, 1);
  self->most = CLAMP (most / whole, 0, 1);
  self->counted = CLAMP (counted / whole, 0, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}
