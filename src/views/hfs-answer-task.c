/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer-task.h"

#include "hfs-answer-folder.h"

#include <glib/gi18n.h>

/* What it takes to make files of an answer outside of the main loop. */
typedef struct
{
  HfsQuery *query;  /* (owned) */
  HfsExportFormat format;
  HfsPictureOptions options;
  GFile *folder;    /* (owned) (nullable) */
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->query);
  g_clear_object (&order->folder);
  g_free (order);
}

static void
start (HfsEngine               *engine,
       HfsQuery                *query,
       HfsExportFormat          format,
       const HfsPictureOptions *options,
       GFile                   *folder,
       GTaskThreadFunc          work,
       GTask                   *owned_task)
{
  g_autoptr (GTask) task = owned_task;
  Order *order = g_new0 (Order, 1);

  order->query = g_object_ref (query);
  order->format = format;
  order->options = *options;
  g_set_object (&order->folder, folder);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, work);
}

static void
render_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  GBytes *bytes = hfs_export (source, order->query, order->format, &order->options, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
folder_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Order *order = data;
  g_autofree char *path = g_file_get_path (order->folder);
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("A folder can only be written to a disk of this computer. Choose another place."));
      return;
    }
  files = hfs_answer_folder_create_files (source, order->query, &order->options, &error);
  if (files != NULL && hfs_answer_folder_write (files, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_answer_task_render_async:
 * @engine: what answers
 * @query: what the file shows
 * @format: what kind of file
 * @options: how a picture is made
 *
 * Makes a file of an answer in a thread.
 */
void
hfs_answer_task_render_async (HfsEngine               *engine,
                              HfsQuery                *query,
                              HfsExportFormat          format,
                              const HfsPictureOptions *options,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  start (engine, query, format, options, NULL, render_thread, g_task_new (engine, cancellable, callback, user_data));
}

/**
 * hfs_answer_task_render_finish:
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GBytes *
hfs_answer_task_render_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hfs_answer_task_folder_async:
 * @engine: what answers
 * @query: what the folder shows
 * @options: how the pictures are made
 * @folder: where it goes; it must not be there yet
 *
 * Makes a folder with everything about an answer, in a thread.
 */
void
hfs_answer_task_folder_async (HfsEngine               *engine,
                              HfsQuery                *query,
                              const HfsPictureOptions *options,
                              GFile                   *folder,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  start (engine, query, HFS_EXPORT_PNG, options, folder, folder_thread, g_task_new (engine, cancellable, callback, user_data));
}

/**
 * hfs_answer_task_folder_finish:
 *
 * Returns: whether the folder is there; if not, @error says why
 */
gboolean
hfs_answer_task_folder_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
