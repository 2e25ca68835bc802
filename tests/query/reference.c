/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

#include "hfs-countries.h"
#include "hfs-regions.h"

#include <string.h>

static void
model_free (gpointer data)
{
  ReferenceModel *model = data;

  g_free (model->id);
  g_free (model->task);
  g_free (model->library);
  g_free (model->license);
  g_strfreev (model->languages);
  g_free (model->base_model);
  g_free (model);
}

Reference *
reference_new (HfsPublishers         *publishers,
               const HfsSnapshotInfo *info)
{
  Reference *self = g_new0 (Reference, 1);

  self->models = g_ptr_array_new_with_free_func (model_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->roots = g_hash_table_new (g_str_hash, g_str_equal);
  self->publishers = g_object_ref (publishers);
  self->complete = info->complete;
  self->most_downloaded = info->most_downloaded;
  return self;
}

void
reference_free (Reference *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->roots);
  g_ptr_array_unref (self->models);
  g_object_unref (self->publishers);
  g_free (self);
}

void
reference_add (Reference         *self,
               HfsSizeList       *sizes,
               const HfsModelRow *row)
{
  ReferenceModel *model;
  HfsSizeSource source;
  gint64 active;

  if (g_hash_table_contains (self->by_id, row->id))
    return;
  model = g_new0 (ReferenceModel, 1);
  model->id = g_strdup (row->id);
  model->counts[0] = row->downloads;
  model->counts[1] = row->downloads_all_time;
  model->counts[2] = row->likes;
  model->created_at = row->created_at;
  model->parameters = hfs_size_list_resolve (sizes, row, &source, &active);
  model->measured = hfs_size_source_is_measured (source);
  model->task = g_strdup (row->task);
  model->library = g_strdup (row->library);
  model->license = g_strdup (row->license);
  model->languages = g_strdupv ((char **) row->languages);
  model->base_model = g_strdup (row->base_model);
  model->relation = row->relation;
  g_ptr_array_add (self->models, model);
  g_hash_table_insert (self->by_id, model->id, model);
}

static int
compare_models (gconstpointer a,
                gconstpointer b)
{
  const ReferenceModel *x = *(ReferenceModel * const *) a, *y = *(ReferenceModel * const *) b;

  if (x->counts[0] != y->counts[0])
    return x->counts[0] > y->counts[0] ? -1 : 1;
  return strcmp (x->id, y->id);
}

/* The id at the end of the chain of base models, NULL when there is none or it goes in a ring. */
static const char *
find_root (Reference            *self,
           const ReferenceModel *model)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *root = NULL;

  while (model != NULL && model->base_model != NULL)
    {
      root = model->base_model;
      if (!g_hash_table_add (seen, (gpointer) root))
        return NULL;
      model = g_hash_table_lookup (self->by_id, root);
    }
  return root;
}

void
reference_finish (Reference   *self,
                  HfsSizeList *sizes)
{
  g_autofree gint64 *found = g_new0 (gint64, self->models->len + 1);

  for (guint i = 0; i < self->models->len; i++)
    {
      const ReferenceModel *model = g_ptr_array_index (self->models, i), *at = model;

      if (model->parameters > 0 || model->relation == HFS_RELATION_ADAPTER)
        continue;
      for (guint step = 0; step < 8 && at != NULL && at->base_model != NULL && found[i] == 0; step++)
        {
          const char *base = at->base_model;

          at = g_hash_table_lookup (self->by_id, base);
          if (at != NULL && at->parameters > 0)
            found[i] = at->parameters;
          else
            found[i] = hfs_size_list_lookup (sizes, base, NULL);
        }
    }
  for (guint i = 0; i < self->models->len; i++)
    if (found[i] > 0)
      ((ReferenceModel *) g_ptr_array_index (self->models, i))->parameters = found[i];
  g_ptr_array_sort (self->models, compare_models);
  for (guint i = 0; i < self->models->len; i++)
    {
      const char *root = find_root (self, g_ptr_array_index (self->models, i));

      if (root != NULL)
        g_hash_table_add (self->roots, (gpointer) root);
    }
}

static char *
dup_publisher_key (Reference            *self,
                   const ReferenceModel *model,
                   HfsDimensionId        dimension,
                   HfsQuery             *query)
{
  const char *root = hfs_query_get_credit (query) == HFS_CREDIT_BASE ? find_root (self, model) : NULL;
  const char *id = root ? root : model->id;
  const HfsPublisher *publisher = hfs_publishers_lookup_model (self->publishers, hfs_query_get_attribution (query), id);
  g_autofree char *owned = NULL;
  const char *account;

  if (dimension == HFS_DIMENSION_PUBLISHERS)
    {
      account = hfs_publishers_account_of (self->publishers, id, &owned);
      return g_strdup (account ? account : "unknown");
    }
  if (publisher == NULL)
    return g_strdup ("unknown");
  if (dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    return g_strdup (hfs_developer_type_get_key (publisher->type));
  return g_strdup (dimension == HFS_DIMENSION_REGIONS ? hfs_region_of_country (publisher->country) : publisher->country);
}

static char *
dup_year_key (gint64 created_at)
{
  g_autoptr (GDateTime) time = NULL;

  if (created_at == HFS_TIME_ABSENT)
    return g_strdup ("unknown");
  if (created_at < HFS_TIME_BACKFILL_END)
    return g_strdup ("earlier");
  time = g_date_time_new_from_unix_utc (created_at);
  return g_date_time_format (time, "%Y");
}

static char *
dup_family_key (Reference            *self,
                const ReferenceModel *model)
{
  const char *root = find_root (self, model);

  if (root != NULL)
    return g_strdup (root);
  return g_strdup (g_hash_table_contains (self->roots, model->id) ? model->id : "unknown");
}

/* The row of a result that @model falls into. */
char *
reference_dup_key (Reference            *self,
                   const ReferenceModel *model,
                   HfsDimensionId        dimension,
                   HfsQuery             *query)
{
  static const char * const relations[] = { "unknown", "finetune", "adapter", "quantized", "merge" };
  guint n_languages = model->languages ? g_strv_length (model->languages) : 0;

  switch ((int) dimension)
    {
    case HFS_DIMENSION_SIZES:
      return g_strdup (hfs_size_class_get_key (hfs_size_class_of (model->parameters)));
    case HFS_DIMENSION_TASKS:
      return g_strdup (model->task ? model->task : "unknown");
    case HFS_DIMENSION_LIBRARIES:
      return g_strdup (model->library ? model->library : "unknown");
    case HFS_DIMENSION_LICENSES:
      return g_strdup (model->license ? model->license : "unknown");
    case HFS_DIMENSION_LANGUAGES:
      return g_strdup (n_languages == 0 ? "unknown" : n_languages > 1 ? "several" : model->languages[0]);
    case HFS_DIMENSION_RELATIONS:
      return g_strdup (relations[model->relation]);
    case HFS_DIMENSION_YEARS:
      return dup_year_key (model->created_at);
    case HFS_DIMENSION_FAMILIES:
      return dup_family_key (self, model);
    case HFS_DIMENSION_MODELS:
      return g_strdup (model->id);
    default:
      return dup_publisher_key (self, model, dimension, query);
    }
}

/* Whether the key is one that a filter of the dimension may name. */
static gboolean
is_known (Reference      *self,
          HfsDimensionId  dimension,
          const char     *key,
          HfsQuery       *query)
{
  if (hfs_dimension_is_unclear (dimension, key) || (dimension == HFS_DIMENSION_LANGUAGES && g_str_equal (key, "several")))
    return TRUE;
  for (guint i = 0; i < self->models->len; i++)
    {
      const ReferenceModel *model = g_ptr_array_index (self->models, i);
      g_autofree char *found = reference_dup_key (self, model, dimension, query);

      if (g_str_equal (found, key) || (dimension == HFS_DIMENSION_LANGUAGES && model->languages != NULL &&
                                       g_strv_contains ((const char * const *) model->languages, key)))
        return TRUE;
    }
  return FALSE;
}

/* Whether every word that a filter names is one that some model has, where words are not from a closed list. */
gboolean
reference_can_answer (Reference *self,
                      HfsQuery  *query)
{
  static const HfsDimensionId open[] = { HFS_DIMENSION_TASKS, HFS_DIMENSION_LANGUAGES, HFS_DIMENSION_LICENSES,
                                         HFS_DIMENSION_LIBRARIES, HFS_DIMENSION_PUBLISHERS };
  HfsMeasure measure = hfs_query_get_measure (query);
  gboolean stated = self->models->len == 0;

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    for (const char * const *key = hfs_query_get_filter (query, open[i]); key != NULL && *key != NULL; key++)
      if (!is_known (self, open[i], *key, query))
        return FALSE;
  for (guint i = 0; i < self->models->len && !stated; i++)
    stated = measure == HFS_MEASURE_MODELS ||
             ((ReferenceModel *) g_ptr_array_index (self->models, i))->counts[measure == HFS_MEASURE_LIKES ? 2 : measure] >= 0;
  return stated;
}

gint64
reference_value (const ReferenceModel *model,
                 HfsMeasure            measure)
{
  if (measure == HFS_MEASURE_MODELS)
    return 1;
  return MAX (model->counts[measure == HFS_MEASURE_LIKES ? 2 : measure], 0);
}

gboolean
reference_is_let_through (Reference            *self,
                          const ReferenceModel *model,
                          HfsQuery             *query)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *keys = hfs_query_get_filter (query, i);
      g_autofree char *key = keys ? reference_dup_key (self, model, i, query) : NULL;
      gboolean passes = keys == NULL || g_strv_contains (keys, key);

      for (char **language = model->languages; i == HFS_DIMENSION_LANGUAGES && keys != NULL && language && *language; language++)
        passes |= g_strv_contains (keys, *language);
      if (!passes)
        return FALSE;
    }
  if (hfs_query_get_search (query) != NULL)
    {
      g_autofree char *id = g_ascii_strdown (model->id, -1), *text = g_ascii_strdown (hfs_query_get_search (query), -1);

      return strstr (id, text) != NULL;
    }
  return TRUE;
}
