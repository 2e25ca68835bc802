/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-chart.h"

#include "hfs-accessible-name.h"
#include "hfs-explore-bars.h"
#include "hfs-explore-place.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsExploreChart:
 *
 * One of several linked charts: what models fall into, as bars that can be selected. It says what is selected, and
 * is told what that makes of it; it filters nothing itself.
 *
 * ## Keyboard
 * Up and Down walk through the bars. Enter or Space selects one alone, and takes that back; with Ctrl it is added or taken
 * away, with Shift all from the last one are selected, and Shift with Up or Down goes on so. Escape clears the chart.
 *
 * ## Pointer
 * A click does what Enter does, with Ctrl and Shift as there. Dragging over bars selects them.
 */
struct _HfsExploreChart
{
  GtkWidget parent_instance;

  GtkDropDown *choice;
  GtkWidget *clear_button;
  GtkWidget *open_button;
  GtkListBox *list;
  GtkWidget *all_button;

  HfsExploreBars *bars;  /* (owned) */
  gboolean updating;     /* the choice, which then says nothing */
  int dragged_to;        /* the bar that a drag has come to, -1 while there is none */
};

enum
{
  SELECTED,
  TURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsExploreChart, hfs_explore_chart, GTK_TYPE_WIDGET)

static void
update_bars (HfsExploreChart *self)
{
  hfs_explore_bars_fill (self->bars, self->list);
  gtk_widget_set_visible (self->clear_button, hfs_explore_bars_has_selection (self->bars));
  gtk_widget_set_visible (self->all_button, hfs_explore_bars_get_shows_all (self->bars));
}

/* Says what is selected now; @is_final when the reader is done with it. */
static void
tell (HfsExploreChart *self,
      gboolean         is_final)
{
  g_auto (GStrv) keys = hfs_explore_bars_dup_selection (self->bars);

  update_bars (self);
  g_signal_emit (self, signals[SELECTED], 0, keys, is_final);
}

static void
clear (HfsExploreChart *self)
{
  hfs_explore_bars_select_none (self->bars);
  tell (self, TRUE);
}

static void
show_all (HfsExploreChart *self,
          gboolean         all)
{
  hfs_explore_bars_set_shows_all (self->bars, all);
  update_bars (self);
}

static void
choose_range (HfsExploreChart *self,
              int              bar,
              gboolean         is_final)
{
  hfs_explore_bars_select_range (self->bars, bar);
  tell (self, is_final);
}

static void
act (HfsExploreChart *self,
     int              bar,
     GdkModifierType  modifiers)
{
  gboolean toggles = (modifiers & GDK_CONTROL_MASK) != 0;

  if (!toggles && modifiers & GDK_SHIFT_MASK)
    {
      choose_range (self, bar, TRUE);
      return;
    }
  if (hfs_explore_bars_get_row (self->bars, bar) == NULL)
    {
      if (!toggles)
        show_all (self, TRUE);
      return;
    }
  if (toggles)
    hfs_explore_bars_toggle (self->bars, bar);
  else
    hfs_explore_bars_select_alone (self->bars, bar);
  tell (self, TRUE);
}

/* The bar that has the focus, or -1. */
static int
find_focus (HfsExploreChart *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static gboolean
extend_by_key (HfsExploreChart *self,
               int              bar,
               int              step)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, bar + step);

  if (bar + step < 0 || next == NULL || hfs_explore_bars_get_row (self->bars, bar + step) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  if (!hfs_explore_bars_has_selection (self->bars))
    hfs_explore_bars_begin_range (self->bars, bar);
  gtk_widget_grab_focus (GTK_WIDGET (next));
  choose_range (self, bar + step, TRUE);
  return TRUE;
}

static gboolean
key_pressed_cb (HfsExploreChart *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  int bar = find_focus (self);

  if (bar < 0 || hfs_explore_chart_get_result (self) == NULL)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      act (self, bar, modifiers);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return modifiers & GDK_SHIFT_MASK ? extend_by_key (self, bar, -1) : FALSE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return modifiers & GDK_SHIFT_MASK ? extend_by_key (self, bar, 1) : FALSE;
    case GDK_KEY_Escape:
      if (!hfs_explore_bars_has_selection (self->bars))
        return FALSE;
      clear (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static int
find_bar (HfsExploreChart *self,
          double           y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  return row ? gtk_list_box_row_get_index (row) : -1;
}

static void
drag_begin_cb (HfsExploreChart *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  int bar = find_bar (self, y);
  GdkDevice *device = gtk_gesture_get_device (gesture);

  self->dragged_to = -1;
  if (bar < 0 || hfs_explore_chart_get_result (self) == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* A finger that moves scrolls the page. */
  if (device != NULL && gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, bar)));
}

static void
drag_update_cb (HfsExploreChart *self,
                double           offset_x,
                double           offset_y,
                GtkGesture      *gesture)
{
  double x, y;
  int from, to;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  from = find_bar (self, y);
  to = find_bar (self, y + offset_y);
  if (from < 0 || to < 0 || to == (self->dragged_to < 0 ? from : self->dragged_to))
    return;
  self->dragged_to = to;
  hfs_explore_bars_begin_range (self->bars, from);
  choose_range (self, to, FALSE);
}

static void
drag_end_cb (HfsExploreChart *self,
             double           offset_x,
             double           offset_y,
             GtkGesture      *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  /* A quick hand lets go before the last move is told. */
  drag_update_cb (self, offset_x, offset_y, gesture);
  if (self->dragged_to >= 0)
    choose_range (self, self->dragged_to, TRUE);
  else if (find_bar (self, y) >= 0 && find_bar (self, y) == find_bar (self, y + offset_y))
    act (self, find_bar (self, y), gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  self->dragged_to = -1;
}

static void
turned_cb (HfsExploreChart *self)
{
  guint n;
  const HfsDimensionId *choices = hfs_explore_place_choices (&n);
  guint chosen = gtk_drop_down_get_selected (self->choice);

  if (!self->updating && chosen < n)
    g_signal_emit (self, signals[TURNED], 0, choices[chosen]);
}

static void
fold_cb (HfsExploreChart *self)
{
  show_all (self, FALSE);
}

static void
hfs_explore_chart_dispose (GObject *object)
{
  HfsExploreChart *self = HFS_EXPLORE_CHART (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_explore_chart_parent_class)->dispose (object);
}

static void
hfs_explore_chart_finalize (GObject *object)
{
  g_object_unref (HFS_EXPLORE_CHART (object)->bars);

  G_OBJECT_CLASS (hfs_explore_chart_parent_class)->finalize (object);
}

static void
hfs_explore_chart_class_init (HfsExploreChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_explore_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_explore_chart_finalize;

  /**
   * HfsExploreChart::selected:
   * @keys: (array zero-terminated=1): of all that is selected in this chart
   * @is_final: whether the reader is done; while a drag goes on it is not
   *
   * The reader selected something else.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_BOOLEAN);
  /**
   * HfsExploreChart::turned:
   * @dimension: an #HfsDimensionId
   *
   * The reader wants the chart to be about something else.
   */
  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "explorechart");
}

static GtkWidget *
new_choice (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = hfs_text_factory (18, FALSE);
  guint n;
  const HfsDimensionId *choices = hfs_explore_place_choices (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _(hfs_dimension_get (choices[i])->heading));
  return g_object_new (GTK_TYPE_DROP_DOWN, "model", names, "factory", factory, "hexpand", TRUE, "halign", GTK_ALIGN_START,
                       "tooltip-text", _("What this chart is about"), NULL);
}

static GtkWidget *
new_head (HfsExploreChart *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->choice = GTK_DROP_DOWN (new_choice ());
  self->clear_button = gtk_button_new_with_label (_("Clear"));
  self->open_button = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_add_css_class (self->open_button, "flat");
  gtk_widget_set_visible (self->clear_button, FALSE);
  gtk_widget_set_tooltip_text (self->clear_button, _("Select nothing in this chart"));
  gtk_widget_set_tooltip_text (self->open_button, _("Open as a question of its own"));
  hfs_accessible_name (self->open_button, _("Open as a question of its own"));
  /* An action without its target is a fault as soon as the page is in the window. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", "countries");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-place");
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (turned_cb), self);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear), self);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (head), self->clear_button);
  gtk_box_append (GTK_BOX (head), self->open_button);
  return head;
}

static GtkWidget *
new_list (HfsExploreChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), FALSE);
  gtk_widget_add_css_class (list, "bars");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (list, keys);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (drag));
  return list;
}

static void
hfs_explore_chart_init (HfsExploreChart *self)
{
  self->bars = hfs_explore_bars_new ();
  self->dragged_to = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->list = GTK_LIST_BOX (new_list (self));
  self->all_button = gtk_button_new_with_label (_("Show Fewer"));
  gtk_widget_add_css_class (self->all_button, "flat");
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->all_button, FALSE);
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (fold_cb), self);
  gtk_widget_set_parent (new_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (self->all_button, GTK_WIDGET (self));
}

/**
 * hfs_explore_chart_new:
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
GtkWidget *
hfs_explore_chart_new (void)
{
  return g_object_new (HFS_TYPE_EXPLORE_CHART, NULL);
}

/**
 * hfs_explore_chart_get_result:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
HfsResult *
hfs_explore_chart_get_result (HfsExploreChart *self)
{
  return hfs_explore_bars_get_result (self->bars);
}

static void
update_head (HfsExploreChart *self)
{
  HfsQuery *asked = hfs_result_get_query (hfs_explore_chart_get_result (self));
  HfsDimensionId dimension = hfs_query_get_dimension (asked);
  g_autofree char *query = hfs_query_to_string (asked);
  const char *heading = _(hfs_dimension_get (dimension)->heading);
  /* Translators: what a screen reader says for a choice of what a chart is about; %s is what it is about now. */
  g_autofree char *name = g_strdup_printf (_("This chart is about: %s"), heading);
  guint n;
  const HfsDimensionId *choices = hfs_explore_place_choices (&n);

  self->updating = TRUE;
  for (guint i = 0; i < n; i++)
    if (choices[i] == dimension)
      gtk_drop_down_set_selected (self->choice, i);
  self->updating = FALSE;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", query);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

/**
 * hfs_explore_chart_set_result:
 * @result: what to show: an answer that is not filtered by what is selected in this chart
 * @selected: (nullable) (array zero-terminated=1): keys of what is selected in it
 *
 * Shows an answer. Emits no signal.
 */
void
hfs_explore_chart_set_result (HfsExploreChart    *self,
                              HfsResult          *result,
                              const char * const *selected)
{
  hfs_explore_bars_set_result (self->bars, result, selected);
  update_head (self);
  update_bars (self);
}

/**
 * hfs_explore_chart_set_presenting:
 * @presenting: whether it is shown to many, without controls
 */
void
hfs_explore_chart_set_presenting (HfsExploreChart *self,
                                  gboolean         presenting)
{
  gtk_widget_set_visible (self->open_button, !presenting);
}
