/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-facets.h"

#include "hfs-facet-maker.h"

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
  HfsLineage *lineage;       /* (owned) (nullable) (locked): made when asked for */
};

G_DEFINE_FINAL_TYPE (HfsFacets, hfs_facets, G_TYPE_OBJECT)

static void
hfs_facets_finalize (GObject *object)
{
  HfsFacets *self = HFS_FACETS (object);

  g_hash_table_unref (self->made);
  g_clear_object (&self->lineage);
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
  self->made = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hfs_facet_free);
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

/**
 * hfs_facets_get_publishers:
 *
 * Returns: (transfer none): who is where and of what kind
 */
HfsPublishers *
hfs_facets_get_publishers (HfsFacets *self)
{
  return self->publishers;
}

static HfsLineage *
get_lineage_locked (HfsFacets *self)
{
  if (self->lineage == NULL)
    self->lineage = hfs_lineage_new (self->snapshot);
  return self->lineage;
}

/**
 * hfs_facets_get_lineage:
 *
 * Returns: (transfer none): where the chains of base models end
 */
HfsLineage *
hfs_facets_get_lineage (HfsFacets *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return get_lineage_locked (self);
}

/* Who classifies and who gets the credit matters to dimensions about publishers alone. */
static gboolean
is_about_publishers (HfsDimensionId dimension)
{
  return dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_REGIONS ||
         dimension == HFS_DIMENSION_DEVELOPER_TYPES || dimension == HFS_DIMENSION_PUBLISHERS;
}

static const HfsFacet *
get (HfsFacets      *self,
     guint           dimension,
     HfsAttribution  attribution,
     HfsCredit       credit,
     gboolean        about_publishers)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean follows = dimension == HFS_DIMENSION_FAMILIES || (about_publishers && credit == HFS_CREDIT_BASE);
  guint key = dimension + (about_publishers ? (attribution * 2 + credit) * (HFS_FACET_DOUBTFUL + 1) : 0);
  HfsFacet *facet = g_hash_table_lookup (self->made, GUINT_TO_POINTER (key));

  if (facet == NULL)
    {
      facet = hfs_facet_make (self->snapshot, self->publishers, follows ? get_lineage_locked (self) : NULL,
                              dimension, attribution, credit);
      g_hash_table_insert (self->made, GUINT_TO_POINTER (key), facet);
    }
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
  g_return_val_if_fail (hfs_dimension_get (dimension)->groups, NULL);

  return get (self, dimension, attribution, credit, is_about_publishers (dimension));
}

/**
 * hfs_facets_get_doubtful:
 *
 * Returns: (transfer none): a facet whose keys are the accounts whose place is a decision that could have gone
 *   another way, and an empty one for all others
 */
const HfsFacet *
hfs_facets_get_doubtful (HfsFacets      *self,
                         HfsAttribution  attribution,
                         HfsCredit       credit)
{
  return get (self, HFS_FACET_DOUBTFUL, attribution, credit, TRUE);
}

/**
 * hfs_facets_get_for:
 * @query: who classifies and who gets the credit
 *
 * Returns: (transfer none): the facet that answers @query
 */
const HfsFacet *
hfs_facets_get_for (HfsFacets      *self,
                    HfsDimensionId  dimension,
                    HfsQuery       *query)
{
  return hfs_facets_get (self, dimension, hfs_query_get_attribution (query), hfs_query_get_credit (query));
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
