/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bar-row.h"

#include "hfs-bar-layout.h"
#include "hfs-palette.h"

#include <adwaita.h>

#define LEAST_WIDTH 2
#define HATCH_STEP  6

/**
 * HfsBarRow:
 *
 * One row of a list that is a chart: a name, a value, and below them a bar as long as the value.
 *
 * A row that the reader selected has a mark beside its name, so that it is not told by colour alone.
 *
 * ## CSS nodes
 * `row.bar-row`, with the class `.chosen` while it is selected.
 */
struct _HfsBarRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *mark;           /* (nullable): few rows are ever selected, so that most need none */
  GtkLabel *label;
  GtkLabel *value;
  char *spoken;              /* (owned) (nullable): what a screen reader says, and the tooltip */
  double part;               /* of the longest bar */
  HfsMarkEmphasis emphasis;
};

G_DEFINE_FINAL_TYPE (HfsBarRow, hfs_bar_row, GTK_TYPE_LIST_BOX_ROW)

static HfsAppearance
get_appearance (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? HFS_APPEARANCE_HIGH_CONTRAST_DARK : HFS_APPEARANCE_HIGH_CONTRAST;
  return dark ? HFS_APPEARANCE_DARK : HFS_APPEARANCE_LIGHT;
}

static GdkRGBA
get_colour (HfsAppearance appearance,
            HfsTone       tone)
{
  HfsColour colour = hfs_palette_get_colour (appearance, tone);

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}

static HfsTone
get_tone (HfsMarkEmphasis emphasis)
{
  switch (emphasis)
    {
    case HFS_MARK_RECEDING:
      return HFS_TONE_RECEDING;
    case HFS_MARK_OTHER:
      return HFS_TONE_OTHER;
    case HFS_MARK_UNCLEAR:
      return HFS_TONE_UNCLEAR_GROUND;
    case HFS_MARK_STRONG:
    case HFS_MARK_SERIES:
    default:
      return HFS_TONE_STRONG;
    }
}

/* What is not known is hatched, as in every chart. */
static void
append_hatching (GtkSnapshot           *snapshot,
                 const graphene_rect_t *bar,
                 const GdkRGBA         *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bar);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  for (double x = bar->origin.x - bar->size.height; x < bar->origin.x + bar->size.width; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, bar->origin.y + bar->size.height);
      cairo_line_to (cr, x + bar->size.height, bar->origin.y);
    }
  cairo_stroke (cr);
  cairo_rectangle (cr, bar->origin.x + 0.5, bar->origin.y + 0.5, MAX (bar->size.width - 1, 1), bar->size.height - 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
hfs_bar_row_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  HfsBarRow *self = HFS_BAR_ROW (widget);
  HfsAppearance appearance = get_appearance (widget);
  GdkRGBA colour = get_colour (appearance, get_tone (self->emphasis));
  float width = MAX ((float) (self->part * gtk_widget_get_width (widget)), LEAST_WIDTH);
  graphene_rect_t bar = GRAPHENE_RECT_INIT (0, gtk_widget_get_height (widget) - HFS_BAR_HEIGHT, width, HFS_BAR_HEIGHT);
  GskRoundedRect outline;

  GTK_WIDGET_CLASS (hfs_bar_row_parent_class)->snapshot (widget, snapshot);
  if (self->part <= 0)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    bar.origin.x = gtk_widget_get_width (widget) - width;
  gsk_rounded_rect_init_from_rect (&outline, &bar, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &bar);
  if (self->emphasis == HFS_MARK_UNCLEAR)
    {
      colour = get_colour (appearance, HFS_TONE_UNCLEAR);
      append_hatching (snapshot, &bar, &colour);
    }
  gtk_snapshot_pop (snapshot);
}

/* Asked for when it is shown: to set the text of a tooltip asks the display each time where the pointer is. */
static gboolean
hfs_bar_row_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  HfsBarRow *self = HFS_BAR_ROW (widget);

  gtk_tooltip_set_text (tooltip, self->spoken);
  return self->spoken != NULL;
}

static void
hfs_bar_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_bar_row_parent_class)->dispose (object);
}

static void
hfs_bar_row_finalize (GObject *object)
{
  g_free (HFS_BAR_ROW (object)->spoken);

  G_OBJECT_CLASS (hfs_bar_row_parent_class)->finalize (object);
}

static void
hfs_bar_row_class_init (HfsBarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_bar_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_bar_row_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = hfs_bar_row_snapshot;
  GTK_WIDGET_CLASS (klass)->query_tooltip = hfs_bar_row_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), HFS_TYPE_BAR_LAYOUT);
}

static void
hfs_bar_row_init (HfsBarRow *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->value), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "bar-row");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * hfs_bar_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
hfs_bar_row_new (void)
{
  return g_object_new (HFS_TYPE_BAR_ROW, NULL);
}

/**
 * hfs_bar_row_set_texts:
 * @label: the name
 * @value: the value in words
 * @spoken: what a screen reader says for the row
 */
void
hfs_bar_row_set_texts (HfsBarRow  *self,
                       const char *label,
                       const char *value,
                       const char *spoken)
{
  if (g_strcmp0 (spoken, self->spoken) == 0 && g_str_equal (label, gtk_label_get_text (self->label)) &&
      g_str_equal (value, gtk_label_get_text (self->value)))
    return;
  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->value, value);
  g_free (self->spoken);
  self->spoken = g_strdup (spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* One that is open, or about to be, says what is so now. */
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT)
    gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

/**
 * hfs_bar_row_set_bar:
 * @part: how long the bar is, 1 for as long as the row is wide
 * @emphasis: how it stands out
 */
void
hfs_bar_row_set_bar (HfsBarRow       *self,
                     double           part,
                     HfsMarkEmphasis  emphasis)
{
  if (self->part == CLAMP (part, 0, 1) && self->emphasis == emphasis)
    return;
  self->part = CLAMP (part, 0, 1);
  self->emphasis = emphasis;
  if (emphasis == HFS_MARK_UNCLEAR || emphasis == HFS_MARK_OTHER)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "unclear");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "unclear");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_mark (HfsBarRow *self,
           gboolean   visible)
{
  if (self->mark == NULL && visible)
    {
      self->mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (self->mark, GTK_WIDGET (self), NULL);
    }
  if (self->mark != NULL)
    gtk_widget_set_visible (self->mark, visible);
}

/**
 * hfs_bar_row_set_selected:
 * @selected: whether the reader selected what it stands for
 */
void
hfs_bar_row_set_selected (HfsBarRow *self,
                          gboolean   selected)
{
  show_mark (self, selected);
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
