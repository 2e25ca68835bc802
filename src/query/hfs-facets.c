/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-facets.h"

#include "hfs-countries.h"
#include "hfs-lineage.h"
#include "hfs-regions.h"

#include <string.h>

/**
 * HfsFacets:
 *
 * The facets of one snapshot, made when they are first asked for and kept.
 *
 * May be used from any thread; a facet lives as long as this object.
 */
struct _HfsFacets
{
  GObject parent_instance;

  HfsSnapshot *snapshot;     /* (owned) */
  HfsPublishers *publishers; /* (owned) */
  GMutex lock;
  GHashTable *made;          /* (owned) (element-type guint HfsFacet) (locked) */
};

G_DEFINE_FINAL_TYPE (HfsFacets, hfs_facets, G_TYPE_OBJECT)

static void
facet_free (gpointer data)
{
  HfsFacet *facet = data;

  g_free (facet->codes);
  g_ptr_array_unref (facet->keys);
  g_free (facet);
}

static void
hfs_facets_finalize (GObject *object)
{
  HfsFacets *self = HFS_FACETS (object);

  g_hash_table_unref (self->made);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->publishers);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_facets_parent_class)->finalize (object);
}

static void
hfs_facets_class_init (HfsFacetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_facets_finalize;
}

static void
hfs_facets_init (HfsFacets *self)
{
  g_mutex_init (&self->lock);
  self->made = g_hash_table_new_full (NULL, NULL, NULL, facet_free);
}

/**
 * hfs_facets_new:
 *
 * Returns: (transfer full): the facets of @snapshot, none made yet
 */
HfsFacets *
hfs_facets_new (HfsSnapshot   *snapshot,
                HfsPublishers *publishers)
{
  HfsFacets *self = g_object_new (HFS_TYPE_FACETS, NULL);

  self->snapshot = g_object_ref (snapshot);
  self->publishers = g_object_ref (publishers);
  return self;
}

/**
 * hfs_facets_get_snapshot:
 *
 * Returns: (transfer none): the snapshot
 */
HfsSnapshot *
hfs_facets_get_snapshot (HfsFacets *self)
{
  return self->snapshot;
}

/* What a facet is being made from. */
typedef struct
{
  HfsSnapshot *snapshot;
  HfsPublishers *publishers;
  HfsDimensionId dimension;
  HfsAttribution attribution;
  HfsCredit credit;
  HfsFacet *facet;
  GHashTable *codes; /* (owned) (element-type utf8 guint): keys of the facet */
} Making;

static guint
code_of (Making     *making,
         const char *key)
{
  gpointer code;
  char *kept;

  if (g_hash_table_lookup_extended (making->codes, key, NULL, &code))
    return GPOINTER_TO_UINT (code);
  kept = g_strdup (key);
  g_ptr_array_add (making->facet->keys, kept);
  g_hash_table_insert (making->codes, kept, GUINT_TO_POINTER (making->facet->keys->len - 1));
  return making->facet->keys->len - 1;
}

/* The key of the publisher of @model_id in a dimension that is about publishers. */
static const char *
publisher_key (Making      *making,
               const char  *model_id,
               char       **owned)
{
  const HfsPublisher *publisher;

  *owned = NULL;
  if (making->dimension == HFS_DIMENSION_PUBLISHERS)
    {
      const char *account = hfs_publishers_account_of (making->publishers, model_id, owned);

      return account ? account : "unknown";
    }
  publisher = hfs_publishers_lookup_model (making->publishers, making->attribution, model_id);
  if (making->dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    return hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN);
  if (publisher == NULL)
    return HFS_COUNTRY_UNKNOWN;
  return making->dimension == HFS_DIMENSION_REGIONS ? hfs_region_of_country (publisher->country) : publisher->country;
}

static guint
publisher_code (Making     *making,
                const char *model_id)
{
  g_autofree char *owned = NULL;

  return code_of (making, publisher_key (making, model_id, &owned));
}

/* All models of an account share the answer, so it is looked up once an account. */
static void
make_publisher_facet (Making *making)
{
  HfsSnapshot *snapshot = making->snapshot;
  const guint *accounts = hfs_snapshot_get_codes (snapshot, HFS_WORD_PUBLISHER);
  guint n = hfs_snapshot_get_n_models (snapshot);
  guint n_accounts = hfs_dictionary_get_size (hfs_snapshot_get_dictionary (snapshot, HFS_WORD_PUBLISHER));
  g_autofree guint *known = g_new0 (guint, n_accounts); /* a code plus one */

  for (guint row = 0; row < n; row++)
    {
      const char *root = making->credit == HFS_CREDIT_BASE ? hfs_lineage_find_root (snapshot, row) : NULL;
      guint account = accounts[row];

      if (root != NULL || account == HFS_NO_WORD)
        making->facet->codes[row] = publisher_code (making, root ? root : hfs_snapshot_get_model_id (snapshot, row));
      else
        {
          if (known[account] == 0)
            known[account] = 1 + publisher_code (making, hfs_snapshot_get_model_id (snapshot, row));
          making->facet->codes[row] = known[account] - 1;
        }
    }
}

static void
make_word_facet (Making  *making,
                 HfsWord  word)
{
  const guint *words = hfs_snapshot_get_codes (making->snapshot, word);
  HfsDictionary *dictionary = hfs_snapshot_get_dictionary (making->snapshot, word);
  g_autofree guint *codes = g_new (guint, hfs_dictionary_get_size (dictionary));

  for (guint i = 0; i < hfs_dictionary_get_size (dictionary); i++)
    codes[i] = code_of (making, i == HFS_NO_WORD ? "unknown" : hfs_dictionary_get_word (dictionary, i));
  for (guint row = 0; row < hfs_snapshot_get_n_models (making->snapshot); row++)
    making->facet->codes[row] = codes[words[row]];
}

static const char *
language_key (HfsSnapshot *snapshot,
              guint        row)
{
  guint n;
  const guint *languages = hfs_snapshot_get_languages (snapshot, row, &n);

  if (n == 0)
    return "unknown";
  return n > 1 ? "several" : hfs_dictionary_get_word (hfs_snapshot_get_language_names (snapshot), languages[0]);
}

static const char *
relation_key (HfsRelation relation)
{
  static const char * const relation_keys[] = { "unknown", "finetune", "adapter", "quantized", "merge" };

  return relation_keys[relation];
}

static const char *
year_key (gint64  created_at,
          char   *buffer,
          gsize   size)
{
  g_autoptr (GDateTime) time = NULL;

  if (created_at == HFS_TIME_ABSENT)
    return "unknown";
  if (created_at < HFS_TIME_BACKFILL_END)
    return "earlier";
  time = g_date_time_new_from_unix_utc (created_at);
  g_snprintf (buffer, size, "%d", g_date_time_get_year (time));
  return buffer;
}

static const char *
row_key (Making *making,
         guint   row,
         char   *buffer,
         gsize   size)
{
  HfsSnapshot *snapshot = making->snapshot;
  const char *root;

  if (making->dimension == HFS_DIMENSION_SIZES)
    return hfs_size_class_get_key (hfs_size_class_of (hfs_snapshot_get_parameters (snapshot)[row]));
  if (making->dimension == HFS_DIMENSION_LANGUAGES)
    return language_key (snapshot, row);
  if (making->dimension == HFS_DIMENSION_RELATIONS)
    return relation_key (hfs_snapshot_get_relation (snapshot, row));
  if (making->dimension == HFS_DIMENSION_YEARS)
    return year_key (hfs_snapshot_get_created_at (snapshot, row), buffer, size);
  root = hfs_lineage_find_root (snapshot, row);
  return root ? root : "unknown";
}

static void
make_row_facet (Making *making)
{
  char buffer[16];

  for (guint row = 0; row < hfs_snapshot_get_n_models (making->snapshot); row++)
    making->facet->codes[row] = code_of (making, row_key (making, row, buffer, sizeof buffer));
}

/* The model that others are made from belongs to its family too. */
static void
add_family_heads (Making *making)
{
  for (guint row = 0; row < hfs_snapshot_get_n_models (making->snapshot); row++)
    {
      gpointer code;

      if (g_hash_table_lookup_extended (making->codes, hfs_snapshot_get_model_id (making->snapshot, row), NULL, &code))
        making->facet->codes[row] = GPOINTER_TO_UINT (code);
    }
}

/* Rows of a natural order keep it even when no model falls into them. */
static void
add_fixed_keys (Making *making)
{
  const HfsDimension *dimension = hfs_dimension_get (making->dimension);

  if (making->dimension == HFS_DIMENSION_SIZES)
    for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
      code_of (making, hfs_size_class_get_key (i));
  for (guint i = 0; dimension->unclear != NULL && dimension->unclear[i] != NULL; i++)
    code_of (making, dimension->unclear[i]);
}

static HfsFacet *
make_facet (HfsFacets      *self,
            HfsDimensionId  dimension,
            HfsAttribution  attribution,
            HfsCredit       credit)
{
  HfsFacet *facet = g_new0 (HfsFacet, 1);
  Making making = { self->snapshot, self->publishers, dimension, attribution, credit, facet };

  facet->codes = g_new (guint, hfs_snapshot_get_n_models (self->snapshot));
  facet->keys = g_ptr_array_new_with_free_func (g_free);
  making.codes = g_hash_table_new (g_str_hash, g_str_equal);
  add_fixed_keys (&making);

  switch ((int) dimension)
    {
    case HFS_DIMENSION_COUNTRIES:
    case HFS_DIMENSION_REGIONS:
    case HFS_DIMENSION_DEVELOPER_TYPES:
    case HFS_DIMENSION_PUBLISHERS:
      make_publisher_facet (&making);
      break;
    case HFS_DIMENSION_TASKS:
      make_word_facet (&making, HFS_WORD_TASK);
      break;
    case HFS_DIMENSION_LIBRARIES:
      make_word_facet (&making, HFS_WORD_LIBRARY);
      break;
    case HFS_DIMENSION_LICENSES:
      make_word_facet (&making, HFS_WORD_LICENSE);
      break;
    default:
      make_row_facet (&making);
      if (dimension == HFS_DIMENSION_FAMILIES)
        add_family_heads (&making);
      break;
    }
  g_hash_table_unref (making.codes);
  return facet;
}

/**
 * hfs_facets_get:
 * @dimension: one whose rows are groups of models
 *
 * Returns: (transfer none): the facet
 */
const HfsFacet *
hfs_facets_get (HfsFacets      *self,
                HfsDimensionId  dimension,
                HfsAttribution  attribution,
                HfsCredit       credit)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  guint key = (dimension * HFS_N_ATTRIBUTIONS + attribution) * 2 + credit;
  HfsFacet *facet = g_hash_table_lookup (self->made, GUINT_TO_POINTER (key));

  g_return_val_if_fail (hfs_dimension_get (dimension)->groups, NULL);

  if (facet == NULL)
    {
      facet = make_facet (self, dimension, attribution, credit);
      g_hash_table_insert (self->made, GUINT_TO_POINTER (key), facet);
    }
  return facet;
}

/**
 * hfs_facet_find:
 *
 * Returns: the code of @key, or -1 when no model falls into it
 */
int
hfs_facet_find (const HfsFacet *facet,
                const char     *key)
{
  guint code;

  return g_ptr_array_find_with_equal_func (facet->keys, key, g_str_equal, &code) ? (int) code : -1;
}
