/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-view.h"

#include "hfs-chart-layout.h"
#include "hfs-chart-mark.h"
#include "hfs-chart-painter.h"
#include "hfs-chart-walk.h"
#include "hfs-row-menu.h"
#include "hfs-sentence.h"

#include <adwaita.h>

#define MINIMUM_WIDTH 240
#define NATURAL_WIDTH 720

/**
 * HfsChartView:
 *
 * Shows a result as a chart, as a tree of widgets that can be walked: the chart is a list, each mark an item.
 * Where marks are and how they look is up to [class@ChartLayout] and its painter.
 *
 * ## CSS nodes
 * ```
 * chart
 * ╰── mark
 * ```
 *
 * ## Keyboard
 * The chart is one stop for Tab. Up and Down go from row to row, Left and Right from mark to mark in the direction
 * of the text, Home and End to the first and the last, Page Up and Page Down ten marks on, `[` and `]` to the least and
 * the most. T shows the table.
 *
 * ## Accessibility
 * %GTK_ACCESSIBLE_ROLE_LIST, labelled with the question and described by its answer.
 */
struct _HfsChartView
{
  GtkWidget parent_instance;

  HfsResult *result;         /* (owned) (nullable) */
  HfsChartLook look;
  GPtrArray *distributions;  /* (owned) (nullable) (element-type HfsDistribution) */
  GPtrArray *marks;          /* (owned) (element-type HfsChartMark): parented */
  HfsChartLayout *layout;    /* (owned) (nullable): for the width, direction and font below */
  int layout_width;
  gboolean layout_rtl;
  guint layout_font;
  int hovered;               /* the mark below the pointer, or -1 */
  guint last;                /* where Tab comes back to */
};

typedef enum
{
  PROP_RESULT = 1,
} HfsChartViewProperty;

static GParamSpec *properties[PROP_RESULT + 1];

G_DEFINE_FINAL_TYPE (HfsChartView, hfs_chart_view, GTK_TYPE_WIDGET)

/* The layout for a width; kept as long as nothing that it depends on changes. */
static HfsChartLayout *
ensure_layout (HfsChartView *self,
               int           width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->layout != NULL && self->layout_width == width && self->layout_rtl == rtl &&
      self->layout_font == pango_context_get_serial (context))
    return self->layout;
  g_clear_object (&self->layout);
  self->layout = hfs_chart_layout_new_with_options (self->result, context,
                                                    &(HfsChartOptions) { self->look.kind, width, 0, rtl, self->look.log, self->distributions });
  self->layout_width = width;
  self->layout_rtl = rtl;
  self->layout_font = pango_context_get_serial (context);
  return self->layout;
}

static HfsChartLayout *
current_layout (HfsChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return ensure_layout (self, width > 0 ? width : NATURAL_WIDTH);
}

/* The mark that has the focus, or -1. */
static int
find_focus (HfsChartView *self)
{
  guint index;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && g_ptr_array_find (self->marks, focus, &index) ? (int) index : -1;
}

static int
find_active (HfsChartView *self)
{
  int focus = find_focus (self);

  if (self->hovered >= 0)
    return self->hovered;
  if (focus >= 0 && gtk_widget_has_visible_focus (g_ptr_array_index (self->marks, focus)))
    return focus;
  return -1;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  int from = find_focus (self);
  int move, step, target;

  if (from < 0)
    return FALSE;
  g_variant_get (args, "(ii)", &move, &step);
  target = hfs_chart_walk (current_layout (self), move, step, from,
                           gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  if (target < 0)
    gtk_widget_error_bell (widget);
  else
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->marks, target));
      if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
        gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
    }
  return TRUE;
}

static void
set_hovered (HfsChartView *self,
             int           hovered)
{
  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (HfsChartView *self,
           double        x,
           double        y)
{
  if (self->result != NULL)
    set_hovered (self, hfs_chart_layout_find_mark (current_layout (self), x, y));
}

static void
leave_cb (HfsChartView *self)
{
  set_hovered (self, -1);
}

static void
pressed_cb (HfsChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  int mark = self->result ? hfs_chart_layout_find_mark (current_layout (self), x, y) : -1;

  if (mark >= 0 && (guint) mark < self->marks->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->marks, mark));
}

/* The row of the mark below the pointer, or of the one with the focus. */
static const HfsResultRow *
find_menu_row (GtkWidget     *widget,
               double         x,
               double         y,
               HfsResult    **result,
               GdkRectangle  *area)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  const HfsMark *mark;
  int index;

  if (self->result == NULL)
    return NULL;
  index = x < 0 ? find_focus (self) : hfs_chart_layout_find_mark (current_layout (self), x, y);
  if (index < 0)
    return NULL;
  mark = hfs_chart_layout_get_mark (current_layout (self), index);
  *area = (GdkRectangle) { (int) mark->area.x, (int) mark->area.y, (int) mark->area.width, (int) mark->area.height };
  *result = self->result;
  return mark->row < hfs_result_get_n_rows (self->result) ? hfs_result_get_row (self->result, mark->row) : NULL;
}

static gboolean
hfs_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  const HfsMark *mark;
  GdkRectangle area;
  int index;

  if (self->result == NULL)
    return FALSE;
  index = keyboard_tooltip ? find_focus (self) : hfs_chart_layout_find_mark (current_layout (self), x, y);
  if (index < 0)
    return FALSE;
  mark = hfs_chart_layout_get_mark (current_layout (self), index);
  area = (GdkRectangle) { (int) mark->area.x, (int) mark->area.y, (int) mark->area.width, (int) mark->area.height };
  gtk_tooltip_set_text (tooltip, mark->spoken);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static GtkSizeRequestMode
hfs_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hfs_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->result == NULL)
    *minimum = *natural = 0;
  else
    {
      int width = for_size < 0 ? NATURAL_WIDTH : MAX (for_size, MINIMUM_WIDTH);

      *minimum = *natural = (int) (hfs_chart_layout_get_height (ensure_layout (self, width)) + 0.5);
    }
}

static void
hfs_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  HfsChartLayout *layout;

  if (self->result == NULL)
    return;
  layout = ensure_layout (self, width);
  for (guint i = 0; i < self->marks->len && i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const cairo_rectangle_t *area = &hfs_chart_layout_get_mark (layout, i)->area;
      GtkAllocation box = { (int) area->x, (int) area->y, MAX (1, (int) area->width), MAX (1, (int) area->height) };

      gtk_widget_size_allocate (g_ptr_array_index (self->marks, i), &box, -1);
    }
}

static HfsAppearance
get_appearance (HfsChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? HFS_APPEARANCE_HIGH_CONTRAST_DARK : HFS_APPEARANCE_HIGH_CONTRAST;
  return adw_style_manager_get_dark (style) ? HFS_APPEARANCE_DARK : HFS_APPEARANCE_LIGHT;
}

static void
hfs_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->result == NULL)
    return;
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  hfs_chart_paint (current_layout (self), cr, get_appearance (self), find_active (self));
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (hfs_chart_view_parent_class)->snapshot (widget, snapshot);
}

/* One stop for Tab: going in lands on the mark that was left, going on leaves. */
static gboolean
hfs_chart_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->marks->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->marks, MIN (self->last, self->marks->len - 1)));
}

static gboolean
hfs_chart_view_grab_focus (GtkWidget *widget)
{
  return hfs_chart_view_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
hfs_chart_view_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  int focus;

  GTK_WIDGET_CLASS (hfs_chart_view_parent_class)->set_focus_child (widget, child);
  focus = find_focus (self);
  if (focus >= 0)
    self->last = focus;
  gtk_widget_queue_draw (widget);
}

static void
hfs_chart_view_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (hfs_chart_view_parent_class)->direction_changed (widget, previous);
  gtk_widget_queue_resize (widget);
}

static void
hfs_chart_view_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((HfsChartViewProperty) id)
    {
    case PROP_RESULT:
      g_value_set_object (value, HFS_CHART_VIEW (object)->result);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_chart_view_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((HfsChartViewProperty) id)
    {
    case PROP_RESULT:
      hfs_chart_view_set_result (HFS_CHART_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_chart_view_dispose (GObject *object)
{
  HfsChartView *self = HFS_CHART_VIEW (object);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  g_clear_object (&self->layout);
  g_clear_object (&self->result);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);

  G_OBJECT_CLASS (hfs_chart_view_parent_class)->dispose (object);
}

static void
hfs_chart_view_finalize (GObject *object)
{
  g_ptr_array_unref (HFS_CHART_VIEW (object)->marks);

  G_OBJECT_CLASS (hfs_chart_view_parent_class)->finalize (object);
}

static void
bind_move (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           HfsChartMove    move,
           int             step)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "(ii)", move, step);
  if (keypad_key != 0)
    gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cb, "(ii)", move, step);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, HFS_CHART_MOVE_ROW, -1);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, HFS_CHART_MOVE_ROW, 1);
  bind_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, HFS_CHART_MOVE_MARK, -1);
  bind_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, HFS_CHART_MOVE_MARK, 1);
  bind_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, HFS_CHART_MOVE_PAGE, -1);
  bind_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, HFS_CHART_MOVE_PAGE, 1);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, HFS_CHART_MOVE_ENDS, -1);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, HFS_CHART_MOVE_ENDS, 1);
  bind_move (widget_class, GDK_KEY_bracketleft, 0, HFS_CHART_MOVE_LEAST_MOST, -1);
  bind_move (widget_class, GDK_KEY_bracketright, 0, HFS_CHART_MOVE_LEAST_MOST, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "page.toggle-table", NULL);
}

static void
hfs_chart_view_class_init (HfsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hfs_chart_view_get_property;
  object_class->set_property = hfs_chart_view_set_property;
  object_class->dispose = hfs_chart_view_dispose;
  object_class->finalize = hfs_chart_view_finalize;
  widget_class->get_request_mode = hfs_chart_view_get_request_mode;
  widget_class->measure = hfs_chart_view_measure;
  widget_class->size_allocate = hfs_chart_view_size_allocate;
  widget_class->snapshot = hfs_chart_view_snapshot;
  widget_class->focus = hfs_chart_view_focus;
  widget_class->grab_focus = hfs_chart_view_grab_focus;
  widget_class->set_focus_child = hfs_chart_view_set_focus_child;
  widget_class->direction_changed = hfs_chart_view_direction_changed;
  widget_class->query_tooltip = hfs_chart_view_query_tooltip;

  /**
   * HfsChartView:result:
   *
   * What is shown.
   */
  properties[PROP_RESULT] =
    g_param_spec_object ("result", NULL, NULL, HFS_TYPE_RESULT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  bind_keys (widget_class);
}

static void
hfs_chart_view_init (HfsChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->marks = g_ptr_array_new ();
  self->hovered = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  hfs_row_menu_attach (GTK_WIDGET (self), find_menu_row);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* As many children as marks, each saying what its mark says. */
static void
update_marks (HfsChartView *self)
{
  HfsChartLayout *layout = self->result ? current_layout (self) : NULL;
  guint n_marks = layout ? hfs_chart_layout_get_n_marks (layout) : 0;

  while (self->marks->len > n_marks)
    gtk_widget_unparent (g_ptr_array_steal_index (self->marks, self->marks->len - 1));
  while (self->marks->len < n_marks)
    {
      GtkWidget *mark = hfs_chart_mark_new ();

      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_ptr_array_add (self->marks, mark);
    }
  for (guint i = 0; i < n_marks; i++)
    hfs_chart_mark_set_spoken (g_ptr_array_index (self->marks, i), hfs_chart_layout_get_mark (layout, i)->spoken);
}

static void
update_description (HfsChartView *self)
{
  g_autofree char *title = NULL, *description = NULL;

  if (self->result == NULL)
    return;
  title = hfs_result_dup_title (self->result);
  description = hfs_chart_kind_dup_alt_text (hfs_chart_layout_get_kind (current_layout (self)), self->result);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * hfs_chart_view_new:
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
GtkWidget *
hfs_chart_view_new (void)
{
  return g_object_new (HFS_TYPE_CHART_VIEW, NULL);
}

/**
 * hfs_chart_view_get_result:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
HfsResult *
hfs_chart_view_get_result (HfsChartView *self)
{
  return self->result;
}

/**
 * hfs_chart_view_set_result:
 * @result: (nullable): what to show, in the usual way
 */
void
hfs_chart_view_set_result (HfsChartView *self,
                           HfsResult    *result)
{
  hfs_chart_view_set_drawing (self, result, &(HfsChartLook) HFS_CHART_LOOK_INIT, NULL);
}

/**
 * hfs_chart_view_set_drawing:
 * @result: (nullable): what to show
 * @look: how
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 */
void
hfs_chart_view_set_drawing (HfsChartView       *self,
                            HfsResult          *result,
                            const HfsChartLook *look,
                            GPtrArray          *distributions)
{
  gboolean is_new = g_set_object (&self->result, result);

  if (!is_new && self->distributions == distributions && hfs_chart_look_equal (&self->look, look))
    return;
  self->look = *look;
  g_clear_pointer (&self->distributions, g_ptr_array_unref);
  self->distributions = distributions ? g_ptr_array_ref (distributions) : NULL;
  g_clear_object (&self->layout);
  self->hovered = -1;
  update_marks (self);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}
