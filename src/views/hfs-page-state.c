/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-page-state.h"

#include "hfs-failure.h"

#include <glib/gi18n.h>

/* A wait shorter than this is not worth a sign of it. */
#define PATIENCE_MS 300

/**
 * HfsPageState:
 *
 * What a page shows: its content, that it is being worked out, or why there is none. What was shown stays while
 * something new is on its way; only where there was nothing a spinner comes, after a while.
 */
struct _HfsPageState
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkSpinner *spinner;
  HfsFailure *failure;
  guint patience_id;
};

enum
{
  AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsPageState, hfs_page_state, GTK_TYPE_WIDGET)

static gboolean
patience_cb (gpointer data)
{
  HfsPageState *self = data;

  self->patience_id = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (HfsPageState *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static void
again_cb (HfsPageState *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
hfs_page_state_dispose (GObject *object)
{
  HfsPageState *self = HFS_PAGE_STATE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_page_state_parent_class)->dispose (object);
}

static void
hfs_page_state_class_init (HfsPageStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_page_state_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * HfsPageState::again:
   *
   * The reader wants what failed to be tried again.
   */
  signals[AGAIN] = g_signal_new ("again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_page_state_init (HfsPageState *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER,
                                "width-request", 32, "height-request", 32, "margin-top", 96, "margin-bottom", 96, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Working out the answer"), -1);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->spinner), "wait");
  self->failure = HFS_FAILURE (hfs_failure_new ());
  g_signal_connect_swapped (self->failure, "again", G_CALLBACK (again_cb), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failure), "failure");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * hfs_page_state_new:
 * @content: what is shown when all is well
 *
 * Returns: (transfer floating): a page that waits
 */
GtkWidget *
hfs_page_state_new (GtkWidget *content)
{
  HfsPageState *self = g_object_new (HFS_TYPE_PAGE_STATE, NULL);

  gtk_stack_add_named (self->stack, content, "content");
  return GTK_WIDGET (self);
}

/**
 * hfs_page_state_wait:
 *
 * Something is on its way.
 */
void
hfs_page_state_wait (HfsPageState *self)
{
  stop_waiting (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "wait");
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

/**
 * hfs_page_state_show:
 *
 * The content is there.
 */
void
hfs_page_state_show (HfsPageState *self)
{
  stop_waiting (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

/**
 * hfs_page_state_fail:
 * @title: what failed, in a few words
 * @message: why, and what to do about it; plain text
 */
void
hfs_page_state_fail (HfsPageState *self,
                     const char   *title,
                     const char   *message)
{
  stop_waiting (self);
  hfs_failure_set_texts (self->failure, title, message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}
