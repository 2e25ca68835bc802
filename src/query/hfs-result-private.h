/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

/* Filled by the engine alone; nobody writes to it afterwards. */
struct _HfsResult
{
  GObject parent_instance;

  HfsQuery *query;            /* (owned) */
  HfsSnapshotInfo *snapshot;  /* (owned) */
  HfsSnapshotInfo *before;    /* (owned) (nullable) */
  GPtrArray *rows;            /* (owned) (element-type HfsResultRow) */
  GPtrArray *series;          /* (owned) (element-type HfsResultSeries) */
  GPtrArray *moments;         /* (owned) (element-type HfsSnapshotInfo): the oldest first; none unless over time */
  gint64 total;
  gint64 denominator;
  gint64 before_denominator;
  gint64 n_models;
  gint64 depth;               /* how many of the most downloaded are counted, 0 for all */
  double gini;                /* NAN where there is none */
  HfsLorenzPoint *lorenz;     /* (owned) (nullable): in results about concentration */
  gint64 n_in_rings;          /* models whose base models form a ring, where these matter */
  gint64 n_missing_roots;     /* models whose first base model the snapshot does not hold */
  guint n_overrides;          /* decisions of the reader that count in it */
  HfsPublishers *publishers;  /* (owned) (nullable): keeps decisive alive */
  const HfsPublisher *decisive; /* (nullable): the publisher whose classification weighs most */
  gint64 decisive_value;
  char *own_title;            /* (owned) (nullable): what a result of no snapshot says itself */
  char *own_summary;          /* (owned) (nullable) */
  char *own_scope;            /* (owned) (nullable) */
  double measured_share;      /* of the total, in results about sizes; NAN elsewhere */
};

HfsResultRow *hfs_result_row_new  (HfsRowKind     kind,
                                   const char    *key,
                                   const char    *label);
void          hfs_result_row_free (HfsResultRow  *row);
HfsResultSeries    *hfs_result_series_new  (HfsRowKind  kind,
                                     const char *key,
                                     const char *label);
void          hfs_result_series_free (HfsResultSeries  *series);

G_END_DECLS
