/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-find-list.h"

#include "hfs-format.h"

#include <glib/gi18n.h>

/* How many publishers stand before the models where both are listed. */
#define FIRST_PUBLISHERS 5

/**
 * HfsFindList:
 *
 * Publishers and models whose names hold a text, in one list with headings. Rows are made when they are looked at, so
 * that millions of them cost nothing.
 */
struct _HfsFindList
{
  GObject parent_instance;

  HfsPublisherList *publishers;    /* (owned) */
  HfsModelList *models;            /* (owned) */
  GtkStringList *publisher_head;   /* (owned) */
  GtkStringList *model_head;       /* (owned) */
  GtkSliceListModel *shown_publishers; /* (owned) */
  GtkSliceListModel *shown_models; /* (owned) */
  GListModel *rows;                /* (owned): all of them, one after another */
  HfsQuery *query;                 /* (owned) (nullable): what the list answers */
};

G_DEFINE_FINAL_TYPE (HfsFindList, hfs_find_list, G_TYPE_OBJECT)

static void
hfs_find_list_dispose (GObject *object)
{
  HfsFindList *self = HFS_FIND_LIST (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->shown_publishers);
  g_clear_object (&self->shown_models);
  g_clear_object (&self->publisher_head);
  g_clear_object (&self->model_head);
  g_clear_object (&self->publishers);
  g_clear_object (&self->models);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (hfs_find_list_parent_class)->dispose (object);
}

static void
hfs_find_list_class_init (HfsFindListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_find_list_dispose;
}

static void
hfs_find_list_init (HfsFindList *self)
{
  self->publisher_head = gtk_string_list_new (NULL);
  self->model_head = gtk_string_list_new (NULL);
}

/**
 * hfs_find_list_new:
 *
 * Returns: (transfer full): a list without rows until the first update
 */
HfsFindList *
hfs_find_list_new (HfsEngine *engine)
{
  HfsFindList *self = g_object_new (HFS_TYPE_FIND_LIST, NULL);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  self->publishers = hfs_publisher_list_new (engine);
  self->models = hfs_model_list_new (engine, NULL);
  self->shown_publishers = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->publishers)), 0, FIRST_PUBLISHERS);
  self->shown_models = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->models)), 0, G_MAXUINT);
  g_list_store_append (parts, self->publisher_head);
  g_list_store_append (parts, self->shown_publishers);
  g_list_store_append (parts, self->model_head);
  g_list_store_append (parts, self->shown_models);
  self->rows = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
  return self;
}

/**
 * hfs_find_list_get_rows:
 *
 * Returns: (transfer none): the rows: #HfsPublisherItem, #HfsModelItem, and #GtkStringObject for headings
 */
GListModel *
hfs_find_list_get_rows (HfsFindList *self)
{
  return self->rows;
}

/**
 * hfs_find_list_get_query:
 *
 * Returns: (transfer none) (nullable): what the list answers
 */
HfsQuery *
hfs_find_list_get_query (HfsFindList *self)
{
  return self->query;
}

/**
 * hfs_find_list_get_n_publishers:
 *
 * Returns: how many publishers were found, shown or not
 */
guint
hfs_find_list_get_n_publishers (HfsFindList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->publishers));
}

/**
 * hfs_find_list_get_n_models:
 *
 * Returns: how many models were found, shown or not
 */
guint
hfs_find_list_get_n_models (HfsFindList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->models));
}

/* An update on its way: both lists have to come. */
typedef struct
{
  HfsQuery *query;    /* (owned) */
  HfsFindKind kind;
  guint n_missing;
  GError *error;      /* (owned) (nullable): the first that came */
} Update;

static void
update_free (gpointer data)
{
  Update *update = data;

  g_object_unref (update->query);
  g_clear_error (&update->error);
  g_free (update);
}

static void
set_head (GtkStringList *head,
          char          *text)
{
  const char *texts[] = { text, NULL };

  gtk_string_list_splice (head, 0, g_list_model_get_n_items (G_LIST_MODEL (head)), text ? texts : NULL);
  g_free (text);
}

/* Headings only where there are two parts. */
static void
update_parts (HfsFindList *self,
              HfsFindKind  kind)
{
  guint n_publishers = hfs_find_list_get_n_publishers (self), n_models = hfs_find_list_get_n_models (self);
  gboolean both = kind == HFS_FIND_ALL && n_publishers > 0 && n_models > 0;
  g_autofree char *publishers = hfs_format_integer (n_publishers), *models = hfs_format_integer (n_models);

  gtk_slice_list_model_set_size (self->shown_publishers, kind == HFS_FIND_ALL ? FIRST_PUBLISHERS
                                                         : kind == HFS_FIND_PUBLISHERS ? G_MAXUINT : 0);
  gtk_slice_list_model_set_size (self->shown_models, kind == HFS_FIND_PUBLISHERS ? 0 : G_MAXUINT);
  set_head (self->publisher_head, !both ? NULL : n_publishers > FIRST_PUBLISHERS
            ? g_strdup_printf (_("The first %1$u of %2$s publishers"), FIRST_PUBLISHERS, publishers)
            : g_strdup_printf (ngettext ("%s publisher", "%s publishers", n_publishers), publishers));
  set_head (self->model_head, both ? g_strdup_printf (ngettext ("%s model", "%s models", n_models), models) : NULL);
}

static void
part_done (GTask  *task,
           GError *error)
{
  HfsFindList *self = g_task_get_source_object (task);
  Update *update = g_task_get_task_data (task);

  if (error != NULL && update->error == NULL)
    update->error = error;
  else
    g_clear_error (&error);
  if (--update->n_missing > 0)
    return;
  if (update->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&update->error));
      return;
    }
  g_set_object (&self->query, update->query);
  update_parts (self, update->kind);
  g_task_return_boolean (task, TRUE);
}

static void
publishers_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  hfs_publisher_list_update_finish (HFS_PUBLISHER_LIST (source), result, &error);
  part_done (task, error);
}

static void
models_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  hfs_model_list_update_finish (HFS_MODEL_LIST (source), result, &error);
  part_done (task, error);
}

/**
 * hfs_find_list_update_async:
 * @query: in its search what names have to hold; its measure gives the order
 * @kind: what is listed
 *
 * Finds publishers and models in worker threads. The newest wins: an update that a later one overtakes ends with
 * %G_IO_ERROR_CANCELLED.
 */
void
hfs_find_list_update_async (HfsFindList         *self,
                            HfsQuery            *query,
                            HfsFindKind          kind,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Update *update = g_new0 (Update, 1);

  g_task_set_source_tag (task, hfs_find_list_update_async);
  update->query = g_object_ref (query);
  update->kind = kind;
  update->n_missing = 2;
  g_task_set_task_data (task, update, update_free);
  hfs_publisher_list_update_async (self->publishers, query, cancellable, publishers_cb, g_object_ref (task));
  hfs_model_list_update_async (self->models, query, cancellable, models_cb, g_object_ref (task));
}

/**
 * hfs_find_list_update_finish:
 *
 * Returns: whether the list is new, or %FALSE with @error set
 */
gboolean
hfs_find_list_update_finish (HfsFindList   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
