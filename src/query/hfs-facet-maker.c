/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-facet-maker.h"

#include "hfs-countries.h"
#include "hfs-pass.h"
#include "hfs-regions.h"

#include <string.h>

/*
 * How a row gets its code: nearly always through a small table from a narrow column of the
 * snapshot to the codes of the facet. The table is made once a value and not once a model, and
 * where it changes nothing the facet is the column itself.
 */

/* What a facet is being made from. */
typedef struct
{
  HfsSnapshot *snapshot;
  HfsPublishers *publishers;
  HfsLineage *lineage;   /* (nullable): where base models do not matter */
  guint dimension;
  HfsAttribution attribution;
  HfsFacet *facet;
  GHashTable *codes;     /* (owned) (element-type utf8 guint): keys of the facet */
} Making;

static guint
add_key (Making     *making,
         const char *key)
{
  g_ptr_array_add (making->facet->keys, (gpointer) key);
  g_hash_table_insert (making->codes, (gpointer) key, GUINT_TO_POINTER (making->facet->keys->len - 1));
  return making->facet->keys->len - 1;
}

/* The code of a key that may not live long. */
static guint
code_of (Making     *making,
         const char *key)
{
  gpointer code;

  if (g_hash_table_lookup_extended (making->codes, key, NULL, &code))
    return GPOINTER_TO_UINT (code);
  if (making->facet->text == NULL)
    making->facet->text = g_string_chunk_new (256);
  return add_key (making, g_string_chunk_insert (making->facet->text, key));
}

static gpointer
new_codes (Making *making,
           guint   width)
{
  making->facet->made = g_malloc ((gsize) hfs_snapshot_get_n_models (making->snapshot) * width);
  making->facet->codes = (HfsColumn) { making->facet->made, width };
  return making->facet->made;
}

/* Gives each row the code that @map has for its value in @column. */
static void
map_column (Making      *making,
            HfsColumn    column,
            const guint *map,
            guint        n_values)
{
  guint n = hfs_snapshot_get_n_models (making->snapshot), width = hfs_column_width_for (making->facet->keys->len);
  gboolean same = TRUE;
  gpointer codes;

  for (guint i = 0; i < n_values && same; i++)
    same = map[i] == i;
  if (same)
    {
      making->facet->codes = column;
      return;
    }
  codes = new_codes (making, width);
  for (guint row = 0; row < n; row++)
    hfs_column_set (codes, width, row, map[hfs_column_get (column, row)]);
}

/* The words of a dictionary are the keys; one that says “unknown” is as good as none. */
static void
make_word_facet (Making        *making,
                 HfsColumn      column,
                 HfsDictionary *dictionary)
{
  guint n = hfs_dictionary_get_size (dictionary), unknown;
  g_autofree guint *map = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      map[i] = i;
      if (i > HFS_NO_WORD)
        g_ptr_array_add (making->facet->keys, (gpointer) hfs_dictionary_get_word (dictionary, i));
    }
  if (hfs_dictionary_lookup (dictionary, "unknown", &unknown))
    {
      map[unknown] = HFS_NO_WORD;
      making->facet->keys->pdata[unknown] = (gpointer) "";
    }
  map_column (making, column, map, n);
}

/* The code of an account: its place in the dictionary, or one after all of those. */
static guint
account_code (Making     *making,
              const char *account)
{
  HfsDictionary *accounts = hfs_snapshot_get_dictionary (making->snapshot, HFS_WORD_PUBLISHER);
  guint code;

  if (account == NULL || g_str_equal (account, "unknown"))
    return HFS_NO_WORD;
  return hfs_dictionary_lookup (accounts, account, &code) ? code : code_of (making, account);
}

/* Whether a place is a decision that could have gone another way. */
static gboolean
is_doubtful (const HfsPublisher *publisher)
{
  return publisher != NULL && g_strcmp0 (publisher->confidence, "medium") == 0 && *publisher->note != '\0';
}

/* The code of what is known of a publisher in a dimension that is about publishers. */
static guint
decision_code (Making             *making,
               const HfsPublisher *publisher)
{
  if (making->dimension == HFS_FACET_DOUBTFUL)
    return code_of (making, is_doubtful (publisher) ? publisher->account : "");
  if (making->dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    return code_of (making, hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
  if (publisher == NULL)
    return code_of (making, HFS_COUNTRY_UNKNOWN);
  return code_of (making, making->dimension == HFS_DIMENSION_REGIONS ? hfs_region_of_country (publisher->country)
                                                                     : publisher->country);
}

/* The code of a model that may be outside the snapshot. */
static guint
publisher_code (Making     *making,
                const char *model_id)
{
  g_autofree char *owned = NULL;

  if (making->dimension == HFS_DIMENSION_PUBLISHERS)
    return account_code (making, hfs_publishers_account_of (making->publishers, model_id, &owned));
  return decision_code (making, hfs_publishers_lookup_model (making->publishers, making->attribution, model_id));
}

/* All models of an account share the answer. */
static guint *
map_accounts (Making        *making,
              HfsDictionary *accounts)
{
  guint n = hfs_dictionary_get_size (accounts);
  guint *map = g_new0 (guint, n);

  for (guint i = HFS_NO_WORD + 1; i < n; i++)
    {
      const char *account = hfs_dictionary_get_word (accounts, i);

      if (making->dimension == HFS_DIMENSION_PUBLISHERS)
        {
          map[i] = g_str_equal (account, "unknown") ? HFS_NO_WORD : i;
          g_ptr_array_add (making->facet->keys, (gpointer) (map[i] == i ? account : ""));
        }
      else
        map[i] = decision_code (making, hfs_publishers_lookup (making->publishers, making->attribution, account));
    }
  return map;
}

/* All copies of a base model share the answer, when it gets the credit. */
static guint *
map_roots (Making *making)
{
  HfsDictionary *bases = hfs_snapshot_get_base_names (making->snapshot);
  guint n = hfs_dictionary_get_size (bases);
  guint *map = g_new (guint, n);

  for (guint i = HFS_NO_WORD + 1; i < n; i++)
    map[i] = publisher_code (making, hfs_dictionary_get_word (bases, i));
  return map;
}

/* Whether an account is named in no id: only then rows have to be looked at one by one. */
static gboolean
has_legacy_names (HfsSnapshot *snapshot,
                  HfsColumn    accounts)
{
  guint n = hfs_snapshot_get_n_models (snapshot), row = 0;

  while (row < n && hfs_column_get (accounts, row) != HFS_NO_WORD)
    row++;
  return row < n;
}

static void
make_publisher_facet (Making *making)
{
  HfsSnapshot *snapshot = making->snapshot;
  HfsColumn accounts = hfs_snapshot_get_word_column (snapshot, HFS_WORD_PUBLISHER);
  HfsDictionary *dictionary = hfs_snapshot_get_dictionary (snapshot, HFS_WORD_PUBLISHER);
  guint n = hfs_snapshot_get_n_models (snapshot);
  g_autofree guint *map = map_accounts (making, dictionary);
  g_autofree guint *roots = making->lineage ? map_roots (making) : NULL;
  g_autofree guint32 *codes = NULL;
  guint width;

  if (roots == NULL && !has_legacy_names (snapshot, accounts))
    {
      map_column (making, accounts, map, hfs_dictionary_get_size (dictionary));
      return;
    }
  codes = g_new (guint32, n);
  for (guint row = 0; row < n; row++)
    {
      guint account = hfs_column_get (accounts, row);
      guint root = roots ? hfs_lineage_get_root (making->lineage, row) : HFS_NO_WORD;

      if (root != HFS_NO_WORD)
        codes[row] = roots[root];
      else
        codes[row] = account != HFS_NO_WORD ? map[account]
                     : publisher_code (making, hfs_snapshot_get_model_id (snapshot, row));
    }
  width = hfs_column_width_for (making->facet->keys->len);
  new_codes (making, width);
  for (guint row = 0; row < n; row++)
    hfs_column_set (making->facet->made, width, row, codes[row]);
}

static void
make_language_facet (Making *making)
{
  guint n = hfs_snapshot_get_n_language_sets (making->snapshot);
  g_autofree guint *map = g_new (guint, n);
  HfsDictionary *names = hfs_snapshot_get_language_names (making->snapshot);

  for (guint i = 0; i < n; i++)
    {
      guint n_languages;
      const guint *languages = hfs_snapshot_get_set_languages (making->snapshot, i, &n_languages);

      map[i] = code_of (making, n_languages == 0 ? "unknown" : n_languages > 1 ? "several"
                                : hfs_dictionary_get_word (names, languages[0]));
    }
  map_column (making, hfs_snapshot_get_column (making->snapshot, HFS_COLUMN_LANGUAGES), map, n);
}

/* A column of few numbers, each with a key of its own. */
static void
make_key_facet (Making              *making,
                HfsColumnId          column,
                const char * const  *keys,
                guint                n_keys)
{
  g_autofree guint *map = g_new (guint, n_keys);

  for (guint i = 0; i < n_keys; i++)
    map[i] = code_of (making, keys[i]);
  map_column (making, hfs_snapshot_get_column (making->snapshot, column), map, n_keys);
}

static void
make_size_facet (Making *making)
{
  const char *keys[HFS_N_SIZE_CLASSES];

  for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
    keys[i] = hfs_size_class_get_key (i);
  make_key_facet (making, HFS_COLUMN_SIZES, keys, HFS_N_SIZE_CLASSES);
}

/* Only years that a model has are keys; the column counts them from 2000, below stand the two that are none. */
static void
make_year_facet (Making *making)
{
  HfsColumn column = hfs_snapshot_get_column (making->snapshot, HFS_COLUMN_YEARS);
  gboolean there[G_MAXUINT8 + 1] = { FALSE };
  guint map[G_MAXUINT8 + 1] = { 0 };

  for (guint row = 0; row < hfs_snapshot_get_n_models (making->snapshot); row++)
    there[hfs_column_get (column, row)] = TRUE;
  for (guint i = 1; i < G_N_ELEMENTS (map); i++)
    if (there[i])
      {
        g_autofree char *year = i == 1 ? g_strdup ("earlier") : g_strdup_printf ("%u", 2000 + i);

        map[i] = code_of (making, year);
      }
  map_column (making, column, map, G_N_ELEMENTS (map));
}

/* A model belongs to the family of the model that its chain of base models ends at, and that one to its own. */
static void
make_family_facet (Making *making)
{
  HfsDictionary *bases = hfs_snapshot_get_base_names (making->snapshot);
  guint n = hfs_snapshot_get_n_models (making->snapshot), n_bases = hfs_dictionary_get_size (bases);
  guint width = hfs_column_width_for (n_bases), unknown = HFS_NO_WORD;
  g_autofree guint8 *is_root = g_new0 (guint8, n_bases);
  gpointer codes = new_codes (making, width);

  for (guint i = HFS_NO_WORD + 1; i < n_bases; i++)
    g_ptr_array_add (making->facet->keys, (gpointer) hfs_dictionary_get_word (bases, i));
  if (hfs_dictionary_lookup (bases, "unknown", &unknown))
    making->facet->keys->pdata[unknown] = (gpointer) "";
  for (guint row = 0; row < n; row++)
    {
      guint root = hfs_lineage_get_root (making->lineage, row);

      if (root == unknown)
        root = HFS_NO_WORD;
      is_root[root] = 1;
      hfs_column_set (codes, width, row, root);
    }
  for (guint i = HFS_NO_WORD + 1; i < n_bases; i++)
    {
      guint row;

      if (is_root[i] && hfs_snapshot_find_base (making->snapshot, i, &row))
        hfs_column_set (codes, width, row, i);
    }
}

/* Rows of a natural order keep it even when no model falls into them. */
static void
add_fixed_keys (Making *making)
{
  const HfsDimension *dimension;

  if (making->dimension == HFS_FACET_DOUBTFUL)
    {
      code_of (making, "");
      return;
    }
  dimension = hfs_dimension_get (making->dimension);
  if (making->dimension == HFS_DIMENSION_SIZES)
    for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
      code_of (making, hfs_size_class_get_key (i));
  for (guint i = 0; dimension->unclear != NULL && dimension->unclear[i] != NULL; i++)
    code_of (making, dimension->unclear[i]);
}

static void
make_codes (Making *making)
{
  static const char * const relations[] = { "unknown", "finetune", "adapter", "quantized", "merge" };
  static const HfsWord words[HFS_N_DIMENSIONS] = {
    [HFS_DIMENSION_TASKS] = HFS_WORD_TASK,
    [HFS_DIMENSION_LICENSES] = HFS_WORD_LICENSE,
    [HFS_DIMENSION_LIBRARIES] = HFS_WORD_LIBRARY,
  };

  switch (making->dimension)
    {
    case HFS_DIMENSION_TASKS:
    case HFS_DIMENSION_LICENSES:
    case HFS_DIMENSION_LIBRARIES:
      make_word_facet (making, hfs_snapshot_get_word_column (making->snapshot, words[making->dimension]),
                       hfs_snapshot_get_dictionary (making->snapshot, words[making->dimension]));
      break;
    case HFS_DIMENSION_SIZES:
      make_size_facet (making);
      break;
    case HFS_DIMENSION_LANGUAGES:
      make_language_facet (making);
      break;
    case HFS_DIMENSION_RELATIONS:
      make_key_facet (making, HFS_COLUMN_RELATIONS, relations, G_N_ELEMENTS (relations));
      break;
    case HFS_DIMENSION_YEARS:
      make_year_facet (making);
      break;
    case HFS_DIMENSION_FAMILIES:
      make_family_facet (making);
      break;
    default:
      make_publisher_facet (making);
      break;
    }
}

/**
 * hfs_facet_make:
 * @lineage: (nullable): the base models of @snapshot, where they are followed
 * @dimension: an #HfsDimensionId, or %HFS_FACET_DOUBTFUL
 *
 * Finds the row of a result that each model falls into.
 *
 * Returns: (transfer full): the facet; it borrows from @snapshot
 */
HfsFacet *
hfs_facet_make (HfsSnapshot    *snapshot,
                HfsPublishers  *publishers,
                HfsLineage     *lineage,
                guint           dimension,
                HfsAttribution  attribution,
                HfsCredit       credit)
{
  HfsFacet *facet = g_new0 (HfsFacet, 1);
  gboolean follows = credit == HFS_CREDIT_BASE || dimension == HFS_DIMENSION_FAMILIES;
  Making making = { snapshot, publishers, follows ? lineage : NULL, dimension, attribution, facet };

  facet->keys = g_ptr_array_new ();
  making.codes = g_hash_table_new (g_str_hash, g_str_equal);
  add_fixed_keys (&making);
  make_codes (&making);
  g_hash_table_unref (making.codes);
  return facet;
}

/**
 * hfs_facet_free:
 *
 * Frees @facet.
 */
void
hfs_facet_free (HfsFacet *facet)
{
  g_ptr_array_unref (facet->keys);
  g_clear_pointer (&facet->text, g_string_chunk_free);
  g_free (facet->made);
  g_free (facet);
}
