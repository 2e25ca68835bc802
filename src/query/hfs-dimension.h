/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsDimensionId:
 *
 * What a query can be about. The order is that of `--list`.
 */
typedef enum
{
  HFS_DIMENSION_COUNTRIES,
  HFS_DIMENSION_REGIONS,
  HFS_DIMENSION_DEVELOPER_TYPES,
  HFS_DIMENSION_SIZES,
  HFS_DIMENSION_CONCENTRATION,
  HFS_DIMENSION_PUBLISHERS,
  HFS_DIMENSION_TASKS,
  HFS_DIMENSION_LANGUAGES,
  HFS_DIMENSION_LICENSES,
  HFS_DIMENSION_LIBRARIES,
  HFS_DIMENSION_RELATIONS,
  HFS_DIMENSION_FAMILIES,
  HFS_DIMENSION_YEARS,
  HFS_DIMENSION_MODELS,
  HFS_N_DIMENSIONS,
} HfsDimensionId;

/**
 * HfsMeasure:
 *
 * What is counted.
 */
typedef enum
{
  HFS_MEASURE_DOWNLOADS,
  HFS_MEASURE_DOWNLOADS_ALL_TIME,
  HFS_MEASURE_MODELS,
  HFS_MEASURE_LIKES,
  HFS_N_MEASURES,
} HfsMeasure;

/**
 * HfsDimension:
 * @name: the name in the query text
 * @filter: (nullable): the key that filters by it
 * @titles: the question that it answers, untranslated; %NULL for a measure whose question is the first
 * @heading: what its rows are, untranslated; the head of the table's first column
 * @leads: one sentence a measure about the first row: its label, then its share; untranslated
 * @definition: how models fall into its rows, untranslated
 * @unclear: (array zero-terminated=1) (nullable): keys of rows that are no answer, always there
 * @natural_order: rows keep the order of their keys, not of their values
 * @groups: rows are groups of models that share one value, so it can be the second dimension of another
 * @picture_rows: how many rows a picture shows when the query does not say; 0 for all
 *
 * The declaration of a dimension: all there is to say about it but how a row of a snapshot gets its
 * key, which is in hfs-facet-maker.c.
 */
typedef struct
{
  const char *name;
  const char *filter;
  const char *titles[HFS_N_MEASURES];
  const char *heading;
  const char *leads[HFS_N_MEASURES];
  const char *definition;
  const char * const *unclear;
  gboolean natural_order;
  gboolean groups;
  guint picture_rows;
} HfsDimension;

const HfsDimension *hfs_dimension_get         (HfsDimensionId  id);
gboolean            hfs_dimension_from_name   (const char     *name,
                                               HfsDimensionId *id);
gboolean            hfs_dimension_from_filter (const char     *filter,
                                               HfsDimensionId *id);
gboolean            hfs_dimension_is_unclear  (HfsDimensionId  id,
                                               const char     *key);
char               *hfs_dimension_dup_label   (HfsDimensionId  id,
                                               const char     *key);
char               *hfs_dimension_dup_name    (HfsDimensionId  id,
                                               const char     *key);
const char         *hfs_dimension_get_title   (HfsDimensionId  id,
                                               HfsMeasure      measure);

const char         *hfs_measure_get_key       (HfsMeasure      measure);
const char         *hfs_measure_get_unit      (HfsMeasure      measure);
const char         *hfs_measure_get_name      (HfsMeasure      measure);

G_END_DECLS
