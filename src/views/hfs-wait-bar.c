/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-wait-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A wait shorter than this is not worth a sign of it. */
#define PATIENCE_MS 300
#define PULSE_MS    80

/**
 * HfsWaitBar:
 *
 * A thin bar over a page that tells that an answer is being worked out, as soon as that takes long.
 */
struct _HfsWaitBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkProgressBar *bar;
  guint patience_id;
  guint pulse_id;
};

G_DEFINE_FINAL_TYPE (HfsWaitBar, hfs_wait_bar, GTK_TYPE_WIDGET)

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (HFS_WAIT_BAR (data)->bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  HfsWaitBar *self = data;

  self->patience_id = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (adw_get_enable_animations (GTK_WIDGET (self)))
    self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

static void
hfs_wait_bar_dispose (GObject *object)
{
  HfsWaitBar *self = HFS_WAIT_BAR (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;

  G_OBJECT_CLASS (hfs_wait_bar_parent_class)->dispose (object);
}

static void
hfs_wait_bar_class_init (HfsWaitBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_wait_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_wait_bar_init (HfsWaitBar *self)
{
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "osd");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Working out the answer"), -1);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->bar));
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * hfs_wait_bar_start:
 *
 * Begins to wait; the bar comes after a while. A wait that had begun is forgotten.
 */
void
hfs_wait_bar_start (HfsWaitBar *self)
{
  hfs_wait_bar_stop (self);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

/**
 * hfs_wait_bar_stop:
 *
 * There is an answer, or none is waited for any more.
 */
void
hfs_wait_bar_stop (HfsWaitBar *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
