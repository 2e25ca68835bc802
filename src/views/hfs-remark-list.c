/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remark-list.h"

#include "hfs-remark-panel.h"
#include "hfs-remarks.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsRemarkList:
 *
 * All remarks for a page, one below the other. They are made in a worker; those that are shown stay until the new ones
 * are there.
 */
struct _HfsRemarkList
{
  GtkWidget parent_instance;

  GtkBox *box;
  GCancellable *cancellable; /* (owned) (nullable): of the remarks that are being made */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsRemarkList, hfs_remark_list, GTK_TYPE_WIDGET)

static void
empty (HfsRemarkList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (HfsRemarkList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) remarks = hfs_remarks_make_finish (HFS_ENGINE (source), result, &error);

  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  empty (self);
  if (remarks == NULL)
    gtk_box_append (self->box, hfs_text_label (error->message, "quiet"));
  while (remarks != NULL && remarks->len > 0)
    gtk_box_append (self->box, hfs_remark_panel_new (g_ptr_array_steal_index (remarks, 0)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hfs_remark_list_dispose (GObject *object)
{
  HfsRemarkList *self = HFS_REMARK_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;

  G_OBJECT_CLASS (hfs_remark_list_parent_class)->dispose (object);
}

static void
hfs_remark_list_class_init (HfsRemarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_remark_list_dispose;

  /**
   * HfsRemarkList::changed:
   *
   * Other remarks are shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_remark_list_init (HfsRemarkList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 36));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * hfs_remark_list_new:
 *
 * Returns: (transfer floating): a list without remarks
 */
GtkWidget *
hfs_remark_list_new (void)
{
  return g_object_new (HFS_TYPE_REMARK_LIST, NULL);
}

/**
 * hfs_remark_list_ask:
 * @page: the name of a query or of another page
 * @query: what the reader asks there
 *
 * Makes the remarks for a page and shows them when they are there.
 */
void
hfs_remark_list_ask (HfsRemarkList *self,
                     HfsEngine     *engine,
                     const char    *page,
                     HfsQuery      *query)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (hfs_remarks_count (page) == 0)
    {
      empty (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  hfs_remarks_make_async (engine, page, query, self->cancellable, made_cb, g_object_ref (self));
}

/**
 * hfs_remark_list_clear:
 *
 * Shows nothing.
 */
void
hfs_remark_list_clear (HfsRemarkList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  empty (self);
}
