/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-view.h"

#include "hfs-chart-mark.h"
#include "hfs-chart-mark-layout.h"
#include "hfs-chart-stage.h"
#include "hfs-chart-walk.h"
#include "hfs-row-menu.h"
#include "hfs-sentence.h"

#include <adwaita.h>

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
 * the most. Enter selects a mark, from which the others recede, and opens what is behind it when it is pressed again;
 * Escape selects nothing. T shows the table, D the picture in words, S lets it be heard.
 *
 * ## Accessibility
 * %GTK_ACCESSIBLE_ROLE_LIST, labelled with the question and described by its answer.
 */
struct _HfsChartView
{
  GtkWidget parent_instance;

  HfsChartStage *stage;   /* (owned) */
  GPtrArray *marks;       /* (owned) (element-type HfsChartMark): parented */
  int hovered;            /* the mark below the pointer, or -1 */
  int selected;           /* the mark that the others recede from, or -1 */
  char *selected_key;     /* (owned) (nullable): what it stands for, also in another result */
  guint last;             /* where Tab comes back to */
};

enum
{
  SELECTION_CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsChartView, hfs_chart_view, GTK_TYPE_WIDGET)

static HfsResult *
get_result (HfsChartView *self)
{
  return hfs_chart_stage_get_result (self->stage);
}

static HfsChartLayout *
current_layout (HfsChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return hfs_chart_stage_get_layout (self->stage, width > 0 ? width : HFS_CHART_NATURAL_WIDTH);
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
  if (get_result (self) != NULL)
    set_hovered (self, hfs_chart_layout_find_mark (current_layout (self), x, y));
}

static void
leave_cb (HfsChartView *self)
{
  set_hovered (self, -1);
}

static void
say_selected (HfsChartView *self,
              int           index,
              gboolean      selected)
{
  if (index >= 0 && (guint) index < self->marks->len)
    gtk_accessible_update_state (GTK_ACCESSIBLE (g_ptr_array_index (self->marks, index)), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
set_selected (HfsChartView *self,
              int           selected)
{
  if (self->selected == selected)
    return;
  say_selected (self, self->selected, FALSE);
  self->selected = selected;
  say_selected (self, selected, TRUE);
  g_clear_pointer (&self->selected_key, g_free);
  if (selected >= 0)
    self->selected_key = hfs_chart_layout_dup_mark_key (current_layout (self), (guint) selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* What was selected in the last result is in the next one too, if it is there. */
static void
find_selected (HfsChartView *self)
{
  g_autofree char *key = g_steal_pointer (&self->selected_key);
  int selected = -1;

  self->selected = -1;
  for (guint i = 0; key != NULL && selected < 0 && i < self->marks->len; i++)
    {
      g_autofree char *other = hfs_chart_layout_dup_mark_key (current_layout (self), i);

      if (g_str_equal (key, other))
        selected = (int) i;
    }
  if (selected >= 0)
    set_selected (self, selected);
  else if (key != NULL)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The first time selects, the second opens what is behind. */
static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  int focus = find_focus (self);

  if (focus < 0)
    return FALSE;
  if (focus == self->selected)
    g_signal_emit (self, signals[ACTIVATED], 0);
  else
    set_selected (self, focus);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);

  if (self->selected < 0)
    return FALSE;
  set_selected (self, -1);
  return TRUE;
}

/* A click beside all marks, or on the selected one again, selects nothing. */
static void
released_cb (HfsChartView *self,
             int           n_press,
             double        x,
             double        y)
{
  int mark = get_result (self) ? hfs_chart_layout_find_mark (current_layout (self), x, y) : -1;

  if (mark >= 0 && (guint) mark < self->marks->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->marks, mark));
  set_selected (self, mark == self->selected ? -1 : mark);
}

/* The mark with the focus, or the one below the pointer; and where it is. */
static const HfsMark *
find_asked (HfsChartView *self,
            gboolean      keyboard,
            double        x,
            double        y,
            GdkRectangle *area)
{
  const HfsMark *mark;
  int index;

  if (get_result (self) == NULL)
    return NULL;
  index = keyboard ? find_focus (self) : hfs_chart_layout_find_mark (current_layout (self), x, y);
  if (index < 0)
    return NULL;
  mark = hfs_chart_layout_get_mark (current_layout (self), (guint) index);
  *area = (GdkRectangle) { (int) mark->area.x, (int) mark->area.y, (int) mark->area.width, (int) mark->area.height };
  return mark;
}

static const HfsResultRow *
find_menu_row (GtkWidget     *widget,
               double         x,
               double         y,
               HfsResult    **result,
               GdkRectangle  *area)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);
  const HfsMark *mark = find_asked (self, x < 0, x, y, area);

  if (mark == NULL)
    return NULL;
  *result = get_result (self);
  return mark->row < hfs_result_get_n_rows (*result) ? hfs_result_get_row (*result, mark->row) : NULL;
}

static gboolean
hfs_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  GdkRectangle area;
  const HfsMark *mark = find_asked (HFS_CHART_VIEW (widget), keyboard_tooltip, x, y, &area);

  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->spoken);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
hfs_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  HfsChartView *self = HFS_CHART_VIEW (widget);

  hfs_chart_stage_snapshot (self->stage, snapshot, find_active (self), self->selected);
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
hfs_chart_view_dispose (GObject *object)
{
  HfsChartView *self = HFS_CHART_VIEW (object);

  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  hfs_chart_stage_stop (self->stage);

  G_OBJECT_CLASS (hfs_chart_view_parent_class)->dispose (object);
}

static void
hfs_chart_view_finalize (GObject *object)
{
  HfsChartView *self = HFS_CHART_VIEW (object);

  g_ptr_array_unref (self->marks);
  g_object_unref (self->stage);
  g_free (self->selected_key);

  G_OBJECT_CLASS (hfs_chart_view_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  hfs_chart_walk_bind (widget_class, move_cb);
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (widget_class, activating[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "page.toggle-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "pane.toggle-description", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "page.play", NULL);
}

static void
hfs_chart_view_class_init (HfsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hfs_chart_view_dispose;
  object_class->finalize = hfs_chart_view_finalize;
  widget_class->snapshot = hfs_chart_view_snapshot;
  widget_class->focus = hfs_chart_view_focus;
  widget_class->grab_focus = hfs_chart_view_grab_focus;
  widget_class->set_focus_child = hfs_chart_view_set_focus_child;
  widget_class->direction_changed = hfs_chart_view_direction_changed;
  widget_class->query_tooltip = hfs_chart_view_query_tooltip;

  /**
   * HfsChartView::selection-changed:
   *
   * Another mark is selected, or none.
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HfsChartView::activated:
   *
   * The reader pressed Enter on the mark that was selected already.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

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

  self->stage = hfs_chart_stage_new (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), hfs_chart_mark_layout_new (self->stage));
  self->marks = g_ptr_array_new ();
  self->hovered = -1;
  self->selected = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  hfs_row_menu_attach (GTK_WIDGET (self), find_menu_row);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* As many children as marks, each saying what its mark says. */
static void
update_marks (HfsChartView *self)
{
  HfsChartLayout *layout = current_layout (self);
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
  g_autofree char *title = NULL, *description = hfs_chart_view_dup_description (self);

  if (description == NULL)
    return;
  title = hfs_result_dup_title (get_result (self));
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
  return get_result (self);
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
  if (!hfs_chart_stage_set_drawing (self->stage, result, look, distributions))
    return;
  self->hovered = -1;
  say_selected (self, self->selected, FALSE);
  update_marks (self);
  find_selected (self);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hfs_chart_view_get_selected:
 *
 * Returns: (transfer none) (nullable): the mark that is selected
 */
const HfsMark *
hfs_chart_view_get_selected (HfsChartView *self)
{
  return self->selected >= 0 ? hfs_chart_layout_get_mark (current_layout (self), (guint) self->selected) : NULL;
}

/**
 * hfs_chart_view_select_none:
 *
 * Lets all marks stand out again as they do by themselves.
 */
void
hfs_chart_view_select_none (HfsChartView *self)
{
  set_selected (self, -1);
}

/**
 * hfs_chart_view_dup_description:
 *
 * Returns: (transfer full) (nullable): the picture in words; %NULL when nothing is shown
 */
char *
hfs_chart_view_dup_description (HfsChartView *self)
{
  HfsChartLayout *layout = current_layout (self);

  return layout ? hfs_chart_kind_dup_alt_text (hfs_chart_layout_get_kind (layout), get_result (self)) : NULL;
}

/**
 * hfs_chart_view_get_layout:
 *
 * Returns: (transfer none) (nullable): what is shown, laid out
 */
HfsChartLayout *
hfs_chart_view_get_layout (HfsChartView *self)
{
  return current_layout (self);
}

/**
 * hfs_chart_view_render:
 *
 * Returns: (transfer full) (nullable): what is shown as a PNG file with question, answer and source, or %NULL with @error set
 */
GBytes *
hfs_chart_view_render (HfsChartView  *self,
                       GError       **error)
{
  return hfs_chart_stage_render (self->stage, error);
}
