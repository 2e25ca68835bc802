/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-failure.h"

#include "hfs-accessible-name.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsFailure:
 *
 * Stands where something should be that failed: what failed, why, what to do about it, and a button that tries it again.
 */
struct _HfsFailure
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *message;
};

enum
{
  AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsFailure, hfs_failure, GTK_TYPE_BOX)

static void
again_cb (HfsFailure *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
hfs_failure_class_init (HfsFailureClass *klass)
{
  /**
   * HfsFailure::again:
   *
   * The reader wants what failed to be tried again.
   */
  signals[AGAIN] = g_signal_new ("again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_failure_init (HfsFailure *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Try _Again"));

  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "failure");
  self->title = GTK_LABEL (hfs_heading_label (NULL, "title-2"));
  self->message = GTK_LABEL (hfs_text_label (NULL, NULL));
  gtk_label_set_justify (self->title, GTK_JUSTIFY_CENTER);
  gtk_label_set_justify (self->message, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->title, 0.5);
  gtk_label_set_xalign (self->message, 0.5);
  gtk_label_set_selectable (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 60);
  hfs_accessible_name (button, _("Try again"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (again_cb), self);
  gtk_box_append (GTK_BOX (self), g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "pixel-size", 48,
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (self), button);
}

/**
 * hfs_failure_new:
 *
 * Returns: (transfer floating): a failure that says nothing yet
 */
GtkWidget *
hfs_failure_new (void)
{
  return g_object_new (HFS_TYPE_FAILURE, NULL);
}

/**
 * hfs_failure_set_texts:
 * @title: what failed, in a few words
 * @message: why, and what to do about it; plain text
 */
void
hfs_failure_set_texts (HfsFailure *self,
                       const char *title,
                       const char *message)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->message, message);
}
