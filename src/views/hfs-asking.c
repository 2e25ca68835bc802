/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-asking.h"

#include "hfs-export.h"

/* An answer on its way, with what the chosen chart needs besides. */
typedef struct
{
  HfsChartLook look;
  HfsChartKind kind;         /* that the result is drawn as */
  HfsResult *result;         /* (owned) (nullable): until it is there */
  GPtrArray *distributions;  /* (owned) (nullable): only for a chart of single models */
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_object (&asking->result);
  g_clear_pointer (&asking->distributions, g_ptr_array_unref);
  g_free (asking);
}

static void
distribute_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Asking *asking = data;
  GError *error = NULL;

  asking->distributions = hfs_export_distribute (source, asking->result, asking->kind, &error);
  if (asking->distributions != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;

  asking->result = hfs_engine_run_finish (HFS_ENGINE (source), async_result, &error);
  if (asking->result == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  asking->kind = hfs_chart_kind_settle (asking->look.kind, asking->result);
  if (!asking->look.table && hfs_chart_kind_is_spread (asking->kind))
    g_task_run_in_thread (task, distribute_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * hfs_asking_run_async:
 * @engine: what answers
 * @query: what is asked
 * @look: how the answer is to be shown
 * @cancellable: stops it
 *
 * Asks for an answer and for all that it takes to draw it.
 */
void
hfs_asking_run_async (HfsEngine           *engine,
                      HfsQuery            *query,
                      const HfsChartLook  *look,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (engine, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->look = *look;
  g_task_set_source_tag (task, hfs_asking_run_async);
  g_task_set_task_data (task, asking, (GDestroyNotify) asking_free);
  hfs_engine_run_async (engine, query, cancellable, answered_cb, task);
}

/**
 * hfs_asking_run_finish:
 * @distributions: (out) (transfer full) (nullable) (element-type HfsDistribution): one a row for a chart of single models
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
HfsResult *
hfs_asking_run_finish (GAsyncResult  *result,
                       GPtrArray    **distributions,
                       GError       **error)
{
  Asking *asking = g_task_get_task_data (G_TASK (result));

  *distributions = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *distributions = g_steal_pointer (&asking->distributions);
  return g_steal_pointer (&asking->result);
}
