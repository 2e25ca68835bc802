/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-navigation.h"

#include "hfs-page.h"
#include "hfs-question.h"

/* The buttons at the side of a mouse, as X11 and Wayland number them. */
#define MOUSE_BACK    8
#define MOUSE_FORWARD 9

static const char * const step_actions[HFS_N_HISTORY_STEPS] = {
  [HFS_HISTORY_UNDO] = "win.undo-view",
  [HFS_HISTORY_REDO] = "win.redo-view",
  [HFS_HISTORY_BACK] = "win.go-back",
  [HFS_HISTORY_FORWARD] = "win.go-forward",
};

static void
question_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  g_autoptr (HfsQuestion) question = g_list_model_get_item (hfs_window_get_listed (self),
                                                            (guint) g_variant_get_int32 (parameter));

  if (question != NULL)
    hfs_window_open_question (self, hfs_question_get_id (question));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  GListModel *questions = hfs_window_get_listed (self);
  guint place = hfs_questions_find (questions, hfs_window_get_page_id (self));
  guint next = g_str_equal (name, "win.next-question") ? place + 1 : place - 1;
  g_autoptr (HfsQuestion) question = place < G_MAXINT ? g_list_model_get_item (questions, next) : NULL;

  if (question != NULL)
    hfs_window_open_question (self, hfs_question_get_id (question));
  else
    gtk_widget_error_bell (widget);
}

static void
go (HfsWindow      *self,
    HfsHistoryStep  step)
{
  HfsHistory *history = hfs_window_get_history (self);
  g_autofree char *page = NULL, *place = NULL;

  if (!hfs_history_go (history, step))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  page = g_strdup (hfs_history_get_page (history));
  place = g_strdup (hfs_history_get_place (history));
  hfs_window_return_to (self, page, place);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  for (HfsHistoryStep step = 0; step < HFS_N_HISTORY_STEPS; step++)
    if (g_str_equal (name, step_actions[step]))
      go (HFS_WINDOW (widget), step);
}

static void
mouse_pressed_cb (GtkGestureSingle *gesture,
                  int               n_press,
                  double            x,
                  double            y,
                  HfsWindow        *self)
{
  guint button = gtk_gesture_single_get_current_button (gesture);

  if (button != MOUSE_BACK && button != MOUSE_FORWARD)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go (self, button == MOUSE_BACK ? HFS_HISTORY_BACK : HFS_HISTORY_FORWARD);
}

/**
 * hfs_window_install_navigation:
 * @widget_class: the class of the window
 *
 * Adds the actions that go from view to view.
 */
void
hfs_window_install_navigation (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.question", "i", question_action);
  gtk_widget_class_install_action (widget_class, "win.next-question", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "win.previous-question", NULL, next_action);
  for (HfsHistoryStep step = 0; step < HFS_N_HISTORY_STEPS; step++)
    gtk_widget_class_install_action (widget_class, step_actions[step], NULL, step_action);
}

/**
 * hfs_window_init_navigation:
 *
 * Lets the buttons at the side of a mouse go back and forward.
 */
void
hfs_window_init_navigation (HfsWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (mouse_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  hfs_window_update_navigation (self);
}

/**
 * hfs_window_update_navigation:
 *
 * Takes down what is shown now, and enables the ways that lead somewhere.
 */
void
hfs_window_update_navigation (HfsWindow *self)
{
  GtkWidget *page = hfs_window_get_page (self);
  HfsHistory *history = hfs_window_get_history (self);
  g_autofree char *place = HFS_IS_PAGE (page) ? hfs_page_dup_place (HFS_PAGE (page)) : NULL;

  if (page != NULL)
    hfs_history_add (history, hfs_window_get_page_id (self), place);
  for (HfsHistoryStep step = 0; step < HFS_N_HISTORY_STEPS; step++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), step_actions[step], hfs_history_can_go (history, step));
}
