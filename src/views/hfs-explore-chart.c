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

  HfsResult *result;     /* (owned) (nullable) */
  GPtrArray *keys;       /* (owned) (element-type utf8): of what is selected */
  GArray *shown;         /* (owned) (element-type int): for each bar its row in the result, or HFS_EXPLORE_OTHERS */
  gboolean shows_all;
  gboolean updating;     /* the choice, which then says nothing */
  int anchor;            /* the bar that a range begins at */
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

static gboolean
is_selected (HfsExploreChart *self,
             const char      *key)
{
  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL);
}

static const HfsResultRow *
get_row (HfsExploreChart *self,
         int              bar)
{
  int row = bar >= 0 && bar < (int) self->shown->len ? g_array_index (self->shown, int, bar) : HFS_EXPLORE_OTHERS;

  return row == HFS_EXPLORE_OTHERS ? NULL : hfs_result_get_row (self->result, (guint) row);
}

static void
update_bars (HfsExploreChart *self)
{
  hfs_explore_bars_fill (self->list, self->result, self->keys, self->shows_all, self->shown);
  gtk_widget_set_visible (self->clear_button, self->keys->len > 0);
  gtk_widget_set_visible (self->all_button, self->shows_all);
}

/* Says what is selected now; @is_final when the reader is done with it. */
static void
tell (HfsExploreChart *self,
      gboolean         is_final)
{
  g_auto (GStrv) keys = g_new0 (char *, self->keys->len + 1);

  for (guint i = 0; i < self->keys->len; i++)
    keys[i] = g_strdup (g_ptr_array_index (self->keys, i));
  update_bars (self);
  g_signal_emit (self, signals[SELECTED], 0, keys, is_final);
}

static void
add_key (HfsExploreChart *self,
         int              bar)
{
  const HfsResultRow *row = get_row (self, bar);

  if (row != NULL && !is_selected (self, row->key))
    g_ptr_array_add (self->keys, g_strdup (row->key));
}

static void
clear (HfsExploreChart *self)
{
  g_ptr_array_set_size (self->keys, 0);
  tell (self, TRUE);
}

static void
show_all (HfsExploreChart *self,
          gboolean         all)
{
  self->shows_all = all;
  update_bars (self);
}

static void
choose (HfsExploreChart *self,
        int              bar)
{
  const HfsResultRow *row = get_row (self, bar);
  gboolean was_alone = row != NULL && self->keys->len == 1 && is_selected (self, row->key);

  if (row == NULL)
    {
      show_all (self, TRUE);
      return;
    }
  self->anchor = bar;
  g_ptr_array_set_size (self->keys, 0);
  if (!was_alone)
    add_key (self, bar);
  tell (self, TRUE);
}

static void
toggle (HfsExploreChart *self,
        int              bar)
{
  const HfsResultRow *row = get_row (self, bar);
  guint at;

  if (row == NULL)
    return;
  self->anchor = bar;
  if (g_ptr_array_find_with_equal_func (self->keys, row->key, g_str_equal, &at))
    g_ptr_array_remove_index (self->keys, at);
  else
    add_key (self, bar);
  tell (self, TRUE);
}

static void
choose_range (HfsExploreChart *self,
              int              bar,
              gboolean         is_final)
{
  int from = MIN (self->anchor, bar), to = MAX (self->anchor, bar);

  g_ptr_array_set_size (self->keys, 0);
  for (int i = from; i <= to; i++)
    add_key (self, i);
  tell (self, is_final);
}

static void
act (HfsExploreChart *self,
     int              bar,
     GdkModifierType  modifiers)
{
  if (modifiers & GDK_CONTROL_MASK)
    toggle (self, bar);
  else if (modifiers & GDK_SHIFT_MASK)
    choose_range (self, bar, TRUE);
  else
    choose (self, bar);
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

  if (bar + step < 0 || next == NULL || get_row (self, bar + step) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  if (self->keys->len == 0)
    self->anchor = bar;
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

  if (bar < 0 || self->result == NULL)
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
      if (self->keys->len == 0)
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
  if (bar < 0 || self->result == NULL)
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
  self->anchor = from;
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
  g_clear_object (&self->result);

  G_OBJECT_CLASS (hfs_explore_chart_parent_class)->dispose (object);
}

static void
hfs_explore_chart_finalize (GObject *object)
{
  g_ptr_array_unref (HFS_EXPLORE_CHART (object)->keys);
  g_array_unref (HFS_EXPLORE_CHART (object)->shown);

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
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (int));
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
  return self->result;
}

static void
update_head (HfsExploreChart *self)
{
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (self->result));
  g_autofree char *query = hfs_query_to_string (hfs_result_get_query (self->result));
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
  gboolean is_other = self->result == NULL ||
    hfs_result_get_dimension (self->result) != hfs_result_get_dimension (result);

  g_set_object (&self->result, result);
  if (is_other)
    {
      self->shows_all = FALSE;
      self->anchor = 0;
    }
  g_ptr_array_set_size (self->keys, 0);
  for (; selected != NULL && *selected != NULL; selected++)
    g_ptr_array_add (self->keys, g_strdup (*selected));
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
