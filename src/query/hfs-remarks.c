/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks.h"

#include "hfs-format.h"
#include "hfs-remarks-private.h"

#include <glib/gi18n-lib.h>

typedef HfsRemark *(*Maker) (HfsEngine *engine, HfsQuery *query, GError **error);

/* A remark more is one function and one line: the page that it is for, the name of a query or of another page. */
static const struct
{
  const char *page;
  const char *id;
  const char *title;
  Maker make;
} declarations[] = {
  { "overview", "freshness", N_("The data at hand"), hfs_remark_freshness },
  { "countries", "china-us-sizes", N_("China and the United States by size"), hfs_remark_china_us_sizes },
  { "countries", "china-us-types", N_("China and the United States by kind of developer"), hfs_remark_china_us_types },
  { "countries", "then", N_("Then and now"), hfs_remark_countries_then },
  { "countries", "european-union", N_("The European Union as one"), hfs_remark_european_union },
  { "countries", "credit", N_("Who is counted for a copy"), hfs_remark_country_credit },
  { "regions", "european-union", N_("The European Union as one"), hfs_remark_european_union },
  { "developer-types", "publishers", N_("The largest publishers of each kind"), hfs_remark_type_publishers },
  { "developer-types", "credit", N_("Those who upload copies"), hfs_remark_type_credit },
  { "sizes", "four-times", N_("Small against large, as the report has it"), hfs_remark_four_times },
  { "sizes", "mean-and-median", N_("Mean and median, and why they differ"), hfs_remark_mean_and_median },
  { "sizes", "active", N_("All parameters, and those in use"), hfs_remark_active_parameters },
  { "concentration", "top", N_("How much the first models have"), hfs_remark_top_models },
  { "concentration", "under-200", N_("Models that hardly anybody uses"), hfs_remark_under_200 },
  { "concentration", "whole-hub", N_("The whole Hub, for comparison"), hfs_remark_whole_hub },
  { "tasks", "growth", N_("New models by field"), hfs_remark_new_models },
  { "tasks", "robotics", N_("Robotics"), hfs_remark_robotics },
  { "tasks", "robotics-datasets", N_("Data sets for robotics"), hfs_remark_robotics_datasets },
  { "tasks", "spread", N_("How spread each community is"), hfs_remark_spread },
  { "languages", "growth", N_("Models by language"), hfs_remark_languages_grow },
  { "languages", "spread", N_("How spread each community is"), hfs_remark_spread },
  { "libraries", "spread", N_("How spread each community is"), hfs_remark_spread },
  { "licenses", "spread", N_("How spread each community is"), hfs_remark_spread },
  { "relations", "derivatives", N_("Qwen, Google and Meta"), hfs_remark_derivatives },
  { "relations", "base-countries", N_("Whose models others build on"), hfs_remark_base_countries },
  { "families", "derivatives", N_("Qwen, Google and Meta"), hfs_remark_derivatives },
  { "families", "base-countries", N_("Whose models others build on"), hfs_remark_base_countries },
  { "country", "named", N_("Whom the report names"), hfs_remark_country_named },
  { "country", "publishers", N_("Publishers"), hfs_remark_country_publishers },
  { "country", "models", N_("Models"), hfs_remark_country_models },
  { "country", "then", N_("Did it rise or fall?"), hfs_remark_country_then },
  { "country", "sizes", N_("Sizes"), hfs_remark_country_sizes },
  { "country", "licenses", N_("Licenses"), hfs_remark_country_licenses },
  { "country", "base-countries", N_("Whose models it builds on"), hfs_remark_base_countries },
  { "trends", "hub-models", N_("The Hub grows"), hfs_remark_hub_models },
  { "trends", "new-models", N_("New models by field"), hfs_remark_new_models },
  { "trends", "companies", N_("Models of 24 companies"), hfs_remark_companies },
  { "trends", "company-weeks", N_("New models of these companies, week by week"), hfs_remark_company_weeks },
  { "trends", "model-downloads", N_("Downloads of all time, of 41 models"), hfs_remark_model_downloads },
  { "trends", "life", N_("How long a model holds attention"), hfs_remark_life },
  { "trends", "own-history", N_("Your own snapshots"), hfs_remark_own_history },
};

/**
 * hfs_remark_dup_share:
 *
 * Returns: (transfer full): a share for a sentence: whole per cents, and a decimal where it is small
 */
char *
hfs_remark_dup_share (double share)
{
  return share < 0.1 ? hfs_format_share (share) : hfs_format_percent (share, 0);
}

/**
 * hfs_remark_dup_first_snapshot:
 *
 * Finds the oldest snapshot, to compare the one that the query is about with.
 *
 * Returns: (transfer full) (nullable): its id; %NULL without an error when there is no older one
 */
char *
hfs_remark_dup_first_snapshot (HfsEngine  *engine,
                               HfsQuery   *query,
                               GError    **error)
{
  HfsArchive *archive = hfs_engine_get_archive (engine);
  g_autoptr (HfsSnapshotInfo) shown = hfs_archive_find (archive, hfs_query_get_snapshot (query), error);
  g_autoptr (GPtrArray) all = shown ? hfs_archive_list (archive, error) : NULL;
  const HfsSnapshotInfo *first = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (all, i);

      if (g_strcmp0 (info->date, first ? first->date : shown->date) < 0)
        first = info;
    }
  return first ? g_strdup (first->id) : NULL;
}

/* Some questions cannot be put to some data; that is said and is no fault. */
static HfsRemark *
excuse (GError   *raised,
        GError  **error)
{
  HfsRemark *remark;

  if (raised == NULL)
    return NULL;
  if (!g_error_matches (raised, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED))
    {
      if (raised->domain == HFS_QUERY_ERROR)
        g_error_free (raised);
      else
        g_propagate_error (error, raised);
      return NULL;
    }
  remark = hfs_remark_new ();
  hfs_remark_say (remark, g_strdup (raised->message));
  g_error_free (raised);
  return remark;
}

/**
 * hfs_remarks_count:
 * @page: the name of a query or of another page
 *
 * Returns: how many remarks there can be on it
 */
guint
hfs_remarks_count (const char *page)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    n += g_str_equal (declarations[i].page, page);
  return n;
}

/**
 * hfs_remarks_make:
 * @page: the name of a query or of another page
 * @query: what the reader asks there
 *
 * Makes all remarks for a page. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (element-type HfsRemark) (nullable): those that have something to say, or %NULL with @error set
 */
GPtrArray *
hfs_remarks_make (HfsEngine     *engine,
                  const char    *page,
                  HfsQuery      *query,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_remark_free);

  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      GError *raised = NULL, *fault = NULL;
      HfsRemark *remark;

      if (!g_str_equal (declarations[i].page, page))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      remark = declarations[i].make (engine, query, &raised);
      if (remark == NULL)
        remark = excuse (raised, &fault);
      if (fault != NULL)
        return g_propagate_error (error, fault), NULL;
      if (remark == NULL)
        continue;
      remark->id = declarations[i].id;
      remark->title = _(declarations[i].title);
      g_ptr_array_add (remarks, remark);
    }
  return g_steal_pointer (&remarks);
}

typedef struct
{
  char *page;
  HfsQuery *query;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->page);
  g_object_unref (asked->query);
  g_free (asked);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  GPtrArray *remarks = hfs_remarks_make (source, asked->page, asked->query, cancellable, &error);

  if (remarks != NULL)
    g_task_return_pointer (task, remarks, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_remarks_make_async:
 *
 * Makes the remarks in a worker thread.
 */
void
hfs_remarks_make_async (HfsEngine           *engine,
                        const char          *page,
                        HfsQuery            *query,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (engine, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->page = g_strdup (page);
  asked->query = g_object_ref (query);
  g_task_set_source_tag (task, hfs_remarks_make_async);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * hfs_remarks_make_finish:
 *
 * Returns: (transfer full) (element-type HfsRemark) (nullable): the remarks, or %NULL with @error set
 */
GPtrArray *
hfs_remarks_make_finish (HfsEngine     *engine,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
