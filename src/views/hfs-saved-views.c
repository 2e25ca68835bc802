/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-saved-views.h"

#include <glib/gi18n.h>

/**
 * HfsSavedView:
 *
 * A place of the program under a name of the reader's.
 */
struct _HfsSavedView
{
  GObject parent_instance;

  char *name;   /* (owned) */
  char *place;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsSavedView, hfs_saved_view, G_TYPE_OBJECT)

/**
 * HfsSavedViews:
 *
 * The views that the reader saved, the oldest first: a [iface@Gio.ListModel] of [class@SavedView], kept in a file that is
 * written whole or not at all. What cannot be written is not taken.
 */
struct _HfsSavedViews
{
  GObject parent_instance;

  char *path;              /* (owned) */
  GPtrArray *views;        /* (owned) (element-type HfsSavedView) */
  HfsSavedView *removed;   /* (owned) (nullable): the last one that was removed */
  guint removed_from;
};

static GType
get_item_type (GListModel *list)
{
  return HFS_TYPE_SAVED_VIEW;
}

static guint
get_n_items (GListModel *list)
{
  return HFS_SAVED_VIEWS (list)->views->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HfsSavedViews *self = HFS_SAVED_VIEWS (list);

  return position < self->views->len ? g_object_ref (g_ptr_array_index (self->views, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsSavedViews, hfs_saved_views, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hfs_saved_view_finalize (GObject *object)
{
  g_free (HFS_SAVED_VIEW (object)->name);
  g_free (HFS_SAVED_VIEW (object)->place);

  G_OBJECT_CLASS (hfs_saved_view_parent_class)->finalize (object);
}

static void
hfs_saved_view_class_init (HfsSavedViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_saved_view_finalize;
}

static void
hfs_saved_view_init (HfsSavedView *self)
{
}

static void
hfs_saved_views_finalize (GObject *object)
{
  HfsSavedViews *self = HFS_SAVED_VIEWS (object);

  g_free (self->path);
  g_ptr_array_unref (self->views);
  g_clear_object (&self->removed);

  G_OBJECT_CLASS (hfs_saved_views_parent_class)->finalize (object);
}

static void
hfs_saved_views_class_init (HfsSavedViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_saved_views_finalize;
}

static void
hfs_saved_views_init (HfsSavedViews *self)
{
  self->views = g_ptr_array_new_with_free_func (g_object_unref);
}

static HfsSavedView *
new_view (const char *name,
          const char *place)
{
  HfsSavedView *view = g_object_new (HFS_TYPE_SAVED_VIEW, NULL);

  view->name = g_strdup (name);
  view->place = g_strdup (place);
  return view;
}

/**
 * hfs_saved_view_get_name:
 *
 * Returns: (transfer none): what the reader calls it
 */
const char *
hfs_saved_view_get_name (HfsSavedView *self)
{
  return self->name;
}

/**
 * hfs_saved_view_get_place:
 *
 * Returns: (transfer none): the place, as links have it
 */
const char *
hfs_saved_view_get_place (HfsSavedView *self)
{
  return self->place;
}

/**
 * hfs_saved_views_dup_default_path:
 *
 * Returns: (transfer full): where the user's views are kept
 */
char *
hfs_saved_views_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "hf-state", "views.ini", NULL);
}

/**
 * hfs_saved_views_new:
 * @path: the file, which need not be there
 *
 * Returns: (transfer full): a list without views until it is loaded
 */
HfsSavedViews *
hfs_saved_views_new (const char *path)
{
  HfsSavedViews *self = g_object_new (HFS_TYPE_SAVED_VIEWS, NULL);

  self->path = g_strdup (path);
  return self;
}

/**
 * hfs_saved_views_load:
 *
 * Reads the file. A part of it that is no view is passed over.
 *
 * Returns: whether it could be read, or is not there; if not, @error is set and there are no views
 */
gboolean
hfs_saved_views_load (HfsSavedViews  *self,
                      GError        **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;
  g_auto (GStrv) groups = NULL;
  guint n_before = self->views->len;

  g_ptr_array_set_size (self->views, 0);
  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &local_error) &&
      !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_string (file, groups[i], "Name", NULL);
      g_autofree char *place = g_key_file_get_string (file, groups[i], "Place", NULL);

      if (name != NULL && *name != '\0' && place != NULL && *place != '\0')
        g_ptr_array_add (self->views, new_view (name, place));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->views->len);
  return TRUE;
}

static gboolean
save (HfsSavedViews  *self,
      GError        **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (self->path);

  for (guint i = 0; i < self->views->len; i++)
    {
      HfsSavedView *view = g_ptr_array_index (self->views, i);
      g_autofree char *group = g_strdup_printf ("View %u", i + 1);

      g_key_file_set_string (file, group, "Name", view->name);
      g_key_file_set_string (file, group, "Place", view->place);
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("The folder “%s” cannot be made."), folder);
      return FALSE;
    }
  return g_key_file_save_to_file (file, self->path, error);
}

/* Puts a view in, unless it cannot be kept. */
static gboolean
insert (HfsSavedViews  *self,
        guint           position,
        HfsSavedView   *view,
        GError        **error)
{
  g_ptr_array_insert (self->views, (int) position, g_object_ref (view));
  if (!save (self, error))
    {
      g_ptr_array_remove_index (self->views, position);
      return FALSE;
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  return TRUE;
}

/**
 * hfs_saved_views_add:
 * @name: what the reader calls it; not empty
 * @place: where it leads
 *
 * Returns: whether the view is kept; if not, @error is set and the views are as before
 */
gboolean
hfs_saved_views_add (HfsSavedViews  *self,
                     const char     *name,
                     const char     *place,
                     GError        **error)
{
  g_autoptr (HfsSavedView) view = new_view (name, place);

  return insert (self, self->views->len, view, error);
}

/**
 * hfs_saved_views_remove:
 * @position: which one
 *
 * Returns: whether the view is gone; if not, @error is set and the views are as before
 */
gboolean
hfs_saved_views_remove (HfsSavedViews  *self,
                        guint           position,
                        GError        **error)
{
  g_autoptr (HfsSavedView) view = get_item (G_LIST_MODEL (self), position);

  g_return_val_if_fail (view != NULL, FALSE);
  g_ptr_array_remove_index (self->views, position);
  if (!save (self, error))
    {
      g_ptr_array_insert (self->views, (int) position, g_steal_pointer (&view));
      return FALSE;
    }
  g_set_object (&self->removed, view);
  self->removed_from = position;
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return TRUE;
}

/**
 * hfs_saved_views_can_undo:
 *
 * Returns: whether a view was removed that can come back
 */
gboolean
hfs_saved_views_can_undo (HfsSavedViews *self)
{
  return self->removed != NULL;
}

/**
 * hfs_saved_views_undo:
 *
 * Brings back the view that was removed last.
 *
 * Returns: whether it is there again; if not, @error is set
 */
gboolean
hfs_saved_views_undo (HfsSavedViews  *self,
                      GError        **error)
{
  g_autoptr (HfsSavedView) view = g_steal_pointer (&self->removed);

  g_return_val_if_fail (view != NULL, FALSE);
  return insert (self, MIN (self->removed_from, self->views->len), view, error);
}
