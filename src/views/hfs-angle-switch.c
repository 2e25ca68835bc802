/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-angle-switch.h"

#include "hfs-accessible-name.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsAngleSwitch:
 *
 * A row of buttons that asks one question from its several sides. It is not seen when there is but one.
 */
struct _HfsAngleSwitch
{
  GtkWidget parent_instance;

  HfsQuestion *question;  /* (owned) (nullable) */
  HfsQuery *query;        /* (owned) (nullable): what is asked now */
  GPtrArray *buttons;     /* (owned) (element-type GtkToggleButton): one an angle; their parent owns them */
  gboolean updating;      /* the buttons follow the query, and not the query the buttons */
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsAngleSwitch, hfs_angle_switch, GTK_TYPE_WIDGET)

static void
toggled_cb (HfsAngleSwitch  *self,
            GtkToggleButton *button)
{
  guint place;
  g_autoptr (HfsQuery) query = NULL;

  if (self->updating || self->query == NULL || !gtk_toggle_button_get_active (button) ||
      !g_ptr_array_find (self->buttons, button, &place))
    return;
  query = hfs_query_with_name (self->query, hfs_query_get_dimension (hfs_question_get_angle (self->question, place)->query));
  g_signal_emit (self, signals[ASKED], 0, query);
}

static void
hfs_angle_switch_dispose (GObject *object)
{
  HfsAngleSwitch *self = HFS_ANGLE_SWITCH (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->question);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (hfs_angle_switch_parent_class)->dispose (object);
}

static void
hfs_angle_switch_finalize (GObject *object)
{
  g_ptr_array_unref (HFS_ANGLE_SWITCH (object)->buttons);

  G_OBJECT_CLASS (hfs_angle_switch_parent_class)->finalize (object);
}

static void
hfs_angle_switch_class_init (HfsAngleSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hfs_angle_switch_dispose;
  object_class->finalize = hfs_angle_switch_finalize;

  /**
   * HfsAngleSwitch::asked:
   * @query: what is asked now
   *
   * The reader looks at it from another side.
   */
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, HFS_TYPE_QUERY);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), HFS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hfs_angle_switch_init (HfsAngleSwitch *self)
{
  self->buttons = g_ptr_array_new ();
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, NULL);
  hfs_accessible_name (GTK_WIDGET (self), _("Sides of the question"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
add_button (HfsAngleSwitch         *self,
            const HfsQuestionAngle *angle)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (angle->label);

  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_ptr_array_add (self->buttons, button);
  gtk_widget_add_css_class (button, "angle");
  hfs_accessible_name (button, angle->label);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/**
 * hfs_angle_switch_set_question:
 * @question: whose sides there are; can be set once
 */
void
hfs_angle_switch_set_question (HfsAngleSwitch *self,
                               HfsQuestion    *question)
{
  guint n_angles = hfs_question_get_n_angles (question);

  g_return_if_fail (self->question == NULL);
  self->question = g_object_ref (question);
  for (guint i = 0; n_angles > 1 && i < n_angles; i++)
    add_button (self, hfs_question_get_angle (question, i));
  gtk_widget_set_visible (GTK_WIDGET (self), n_angles > 1);
}

/**
 * hfs_angle_switch_set_query:
 * @query: what is asked now
 */
void
hfs_angle_switch_set_query (HfsAngleSwitch *self,
                            HfsQuery       *query)
{
  g_set_object (&self->query, query);
  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    if (hfs_query_get_dimension (hfs_question_get_angle (self->question, i)->query) == hfs_query_get_dimension (query))
      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);
  self->updating = FALSE;
}
