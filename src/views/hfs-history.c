/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-history.h"

/* Nobody goes back further. */
#define MAX_VIEWS 500

/**
 * HfsHistory:
 *
 * The views that were shown, one after the other. Undo and redo go from change to change, back and forward from page
 * to page; a new view drops what was undone.
 */
struct _HfsHistory
{
  GObject parent_instance;

  GPtrArray *views;  /* (owned) (element-type View): the oldest first */
  guint place;       /* of the view that is shown, if there is one */
};

typedef struct
{
  char *page;   /* (owned) */
  char *place;  /* (owned) (nullable): in the page, if it has several */
} View;

G_DEFINE_FINAL_TYPE (HfsHistory, hfs_history, G_TYPE_OBJECT)

static void
view_free (View *view)
{
  g_free (view->page);
  g_free (view->place);
  g_free (view);
}

static View *
get_view (HfsHistory *self)
{
  return self->place < self->views->len ? g_ptr_array_index (self->views, self->place) : NULL;
}

static gboolean
is_page (HfsHistory *self,
         guint       place,
         const char *page)
{
  return g_str_equal (((View *) g_ptr_array_index (self->views, place))->page, page);
}

/* Where a step leads; where it begins when it leads nowhere. */
static guint
find_place (HfsHistory     *self,
            HfsHistoryStep  step)
{
  guint place = self->place, last;
  const char *page;

  if (self->views->len == 0)
    return place;
  last = self->views->len - 1;
  page = get_view (self)->page;
  switch (step)
    {
    case HFS_HISTORY_UNDO:
      return place > 0 ? place - 1 : place;
    case HFS_HISTORY_REDO:
      return place < last ? place + 1 : place;
    case HFS_HISTORY_BACK:
      while (place > 0 && is_page (self, place, page))
        place--;
      return is_page (self, place, page) ? self->place : place;
    case HFS_HISTORY_FORWARD:
      while (place < last && is_page (self, place, page))
        place++;
      if (is_page (self, place, page))
        return self->place;
      page = ((View *) g_ptr_array_index (self->views, place))->page;
      while (place < last && is_page (self, place + 1, page))
        place++;
      return place;
    case HFS_N_HISTORY_STEPS:
    default:
      g_return_val_if_reached (self->place);
    }
}

static void
hfs_history_finalize (GObject *object)
{
  g_ptr_array_unref (HFS_HISTORY (object)->views);

  G_OBJECT_CLASS (hfs_history_parent_class)->finalize (object);
}

static void
hfs_history_class_init (HfsHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_history_finalize;
}

static void
hfs_history_init (HfsHistory *self)
{
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) view_free);
}

/**
 * hfs_history_new:
 *
 * Returns: (transfer full): a history without a view
 */
HfsHistory *
hfs_history_new (void)
{
  return g_object_new (HFS_TYPE_HISTORY, NULL);
}

/**
 * hfs_history_add:
 * @page: the name of the page
 * @place: (nullable): where in it the reader is, see [method@Page.dup_place]
 *
 * Takes a view down that is shown now, and drops those that were undone. A view that equals the last one is none.
 */
void
hfs_history_add (HfsHistory *self,
                 const char *page,
                 const char *place)
{
  const View *last = get_view (self);
  View *view;

  if (last != NULL && g_str_equal (last->page, page) && g_strcmp0 (last->place, place) == 0)
    return;
  if (last != NULL)
    g_ptr_array_set_size (self->views, (int) self->place + 1);
  if (self->views->len == MAX_VIEWS)
    g_ptr_array_remove_index (self->views, 0);
  view = g_new0 (View, 1);
  view->page = g_strdup (page);
  view->place = g_strdup (place);
  g_ptr_array_add (self->views, view);
  self->place = self->views->len - 1;
}

/**
 * hfs_history_can_go:
 * @step: which way
 *
 * Returns: whether there is a view that way
 */
gboolean
hfs_history_can_go (HfsHistory     *self,
                    HfsHistoryStep  step)
{
  return find_place (self, step) != self->place;
}

/**
 * hfs_history_go:
 * @step: which way
 *
 * Makes another view the one that is shown; the getters then tell which.
 *
 * Returns: whether there was one
 */
gboolean
hfs_history_go (HfsHistory     *self,
                HfsHistoryStep  step)
{
  guint place = find_place (self, step);

  if (place == self->place)
    return FALSE;
  self->place = place;
  return TRUE;
}

/**
 * hfs_history_get_page:
 *
 * Returns: (transfer none) (nullable): the name of the page that is shown
 */
const char *
hfs_history_get_page (HfsHistory *self)
{
  const View *view = get_view (self);

  return view ? view->page : NULL;
}

/**
 * hfs_history_get_place:
 *
 * Returns: (transfer none) (nullable): where the reader is in the page that is shown
 */
const char *
hfs_history_get_place (HfsHistory *self)
{
  const View *view = get_view (self);

  return view ? view->place : NULL;
}
