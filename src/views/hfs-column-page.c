/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-column-page.h"

#include <adwaita.h>

/* As wide as the chart of a question. */
#define COLUMN_WIDTH 900

/**
 * HfsColumnPage:
 *
 * A page of one column that scrolls. What it waits for is one thing at a time: what it asks for next takes the place of
 * what it asked for before, and nothing comes to a page that is gone.
 *
 * Pages hold what they own until they are finalized, so that their widgets can go first.
 */
typedef struct
{
  GtkBox *column;
  GCancellable *cancellable; /* (owned) (nullable): of what is on its way */
} HfsColumnPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HfsColumnPage, hfs_column_page, GTK_TYPE_WIDGET)

static void
hfs_column_page_dispose (GObject *object)
{
  GtkWidget *child;

  hfs_column_page_stop (HFS_COLUMN_PAGE (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_column_page_parent_class)->dispose (object);
}

static void
hfs_column_page_class_init (HfsColumnPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_column_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_column_page_init (HfsColumnPage *self)
{
  HfsColumnPagePrivate *priv = hfs_column_page_get_instance_private (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  priv->column = GTK_BOX (column);
  gtk_widget_add_css_class (column, "page");
  g_object_set (clamp, "maximum-size", COLUMN_WIDTH, "tightening-threshold", COLUMN_WIDTH, "child", column, NULL);
  g_object_set (viewport, "scroll-to-focus", TRUE, "vscroll-policy", GTK_SCROLL_NATURAL, "child", clamp, NULL);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", viewport, NULL);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * hfs_column_page_get_column:
 *
 * Returns: (transfer none): the box to put things into
 */
GtkBox *
hfs_column_page_get_column (HfsColumnPage *self)
{
  HfsColumnPagePrivate *priv = hfs_column_page_get_instance_private (self);

  return priv->column;
}

/**
 * hfs_column_page_begin:
 *
 * The page asks for something, and no longer for what it asked for before.
 *
 * Returns: (transfer none): to be given to what works on it
 */
GCancellable *
hfs_column_page_begin (HfsColumnPage *self)
{
  HfsColumnPagePrivate *priv = hfs_column_page_get_instance_private (self);

  hfs_column_page_stop (self);
  priv->cancellable = g_cancellable_new ();
  return priv->cancellable;
}

/**
 * hfs_column_page_stop:
 *
 * The page no longer wants what is on its way, if anything is.
 */
void
hfs_column_page_stop (HfsColumnPage *self)
{
  HfsColumnPagePrivate *priv = hfs_column_page_get_instance_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
}

/**
 * hfs_column_page_end:
 * @result: a [class@Gio.Task] that was given what [method@ColumnPage.begin] returned
 *
 * Something has come.
 *
 * Returns: whether it is what the page waits for, and it is still there
 */
gboolean
hfs_column_page_end (HfsColumnPage *self,
                     GAsyncResult  *result)
{
  HfsColumnPagePrivate *priv = hfs_column_page_get_instance_private (self);

  if (priv->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != priv->cancellable)
    return FALSE;
  g_clear_object (&priv->cancellable);
  return TRUE;
}
