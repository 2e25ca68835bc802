/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"
#include "hfs-snapshot-info.h"
#include "hfs-statistics.h"

G_BEGIN_DECLS

/**
 * HfsRowKind:
 * @HFS_ROW_CLEAR: a row that answers
 * @HFS_ROW_OTHER: the sum of rows that are not shown apart
 * @HFS_ROW_UNCLEAR: models that do not fall into an answer, such as `unknown`
 *
 * What a row of a result stands for.
 */
typedef enum
{
  HFS_ROW_CLEAR,
  HFS_ROW_OTHER,
  HFS_ROW_UNCLEAR,
} HfsRowKind;

/**
 * HfsModelFacts:
 * @publisher: the account; empty when there is none
 * @country: key of the publisher's country
 * @developer_type: key of the publisher's type
 * @task: empty when not stated
 * @parameters: 0 when not known
 * @active_parameters: 0 when not known
 * @size_source: key of where the parameters are known from
 *
 * What is said of a model or a publisher besides its value. Of a publisher only the first three are set.
 */
typedef struct
{
  char *publisher;
  char *country;
  char *developer_type;
  char *task;
  gint64 parameters;
  gint64 active_parameters;
  const char *size_source;
} HfsModelFacts;

/**
 * HfsPoint:
 * @is_known: whether the snapshot states the measure; if not, the rest means nothing
 * @value: in the result's unit
 * @share: of that snapshot's denominator
 * @models: how many models are counted
 *
 * What a row was in one of the snapshots of a result over time.
 */
typedef struct
{
  gboolean is_known;
  gint64 value;
  double share;
  gint64 models;
} HfsPoint;

/**
 * HfsResultRow:
 * @key: what stands for it in queries and files
 * @label: what readers see
 * @value: in the result's unit
 * @share: of the result's denominator; 1 is all
 * @models: how many models are counted
 * @rank: from 1 among the clear rows by value, 0 for the others
 * @before: the value in the snapshot compared with
 * @before_share: of that snapshot's denominator
 * @before_rank: as @rank
 * @series: (nullable) (array): the value in each of the result's series
 * @points: (nullable) (array): what it was at each of the result's moments
 * @facts: (nullable): in results about models and publishers
 *
 * One row of an answer. Read only.
 */
typedef struct
{
  HfsRowKind kind;
  char *key;
  char *label;
  gint64 value;
  double share;
  gint64 models;
  guint rank;
  gint64 before;
  double before_share;
  guint before_rank;
  gint64 *series;
  HfsPoint *points;
  HfsModelFacts *facts;
} HfsResultRow;

/**
 * HfsResultSeries:
 * @key: key of the second dimension
 * @label: what readers see
 * @kind: whether it is an answer
 *
 * One part that every row is divided into.
 */
typedef struct
{
  HfsRowKind kind;
  char *key;
  char *label;
} HfsResultSeries;

/* How many points the Lorenz curve of a result has. */
#define HFS_RESULT_LORENZ_POINTS 201

#define HFS_TYPE_RESULT (hfs_result_get_type ())
G_DECLARE_FINAL_TYPE (HfsResult, hfs_result, HFS, RESULT, GObject)

HfsQuery              *hfs_result_get_query       (HfsResult *self);
const HfsDimension    *hfs_result_get_dimension   (HfsResult *self);
const HfsSnapshotInfo *hfs_result_get_snapshot    (HfsResult *self);
const HfsSnapshotInfo *hfs_result_get_before      (HfsResult *self);
guint                  hfs_result_get_n_rows      (HfsResult *self);
const HfsResultRow    *hfs_result_get_row         (HfsResult *self,
                                                   guint      index);
const HfsResultRow    *hfs_result_find_row        (HfsResult *self,
                                                   const char *key);
guint                  hfs_result_get_n_series    (HfsResult *self);
const HfsResultSeries       *hfs_result_get_series      (HfsResult *self,
                                                   guint      index);
guint                  hfs_result_get_n_moments   (HfsResult *self);
const HfsSnapshotInfo *hfs_result_get_moment      (HfsResult *self,
                                                   guint      index);
gint64                 hfs_result_get_total       (HfsResult *self);
gint64                 hfs_result_get_denominator (HfsResult *self);
gint64                 hfs_result_get_before_denominator (HfsResult *self);
gint64                 hfs_result_get_n_models    (HfsResult *self);
gint64                 hfs_result_get_depth       (HfsResult *self);
double                 hfs_result_get_gini        (HfsResult *self);
const HfsLorenzPoint  *hfs_result_get_lorenz       (HfsResult *self);
gboolean               hfs_result_get_lineage      (HfsResult *self,
                                                    gint64    *in_rings,
                                                    gint64    *missing_roots);
guint                  hfs_result_get_n_overrides (HfsResult *self);
double                 hfs_result_get_unclear_share (HfsResult *self);
double                 hfs_result_get_measured_share (HfsResult *self);
const HfsPublisher    *hfs_result_get_decisive_publisher (HfsResult *self,
                                                   double    *share);

G_END_DECLS
