/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"

G_BEGIN_DECLS

/**
 * HfsSeriesCounts:
 * @HFS_SERIES_ON_DATE: what was there on the date
 * @HFS_SERIES_PER_MONTH: what was new in the month that ends on the date
 * @HFS_SERIES_PER_YEAR: what was new in the year that ends on the date
 *
 * What the values of a series count.
 */
typedef enum
{
  HFS_SERIES_ON_DATE,
  HFS_SERIES_PER_MONTH,
  HFS_SERIES_PER_YEAR,
} HfsSeriesCounts;

/**
 * HfsSeriesPoint:
 * @date: `YYYY-MM-DD`
 * @value: in the unit of the series
 * @source: (nullable): where this value comes from, when the values have different sources
 *
 * One value of a series.
 */
typedef struct
{
  char *date;
  double value;
  char *source;
} HfsSeriesPoint;

#define HFS_TYPE_SERIES (hfs_series_get_type ())
G_DECLARE_FINAL_TYPE (HfsSeries, hfs_series, HFS, SERIES, GObject)

HfsSeries            *hfs_series_new            (const char       *id,
                                                 HfsSeriesCounts   counts,
                                                 GBytes           *csv,
                                                 GError          **error);
HfsSeries            *hfs_series_load           (const char       *id,
                                                 GError          **error);
GPtrArray            *hfs_series_load_all       (GError          **error);
HfsSeries            *hfs_series_find           (GPtrArray        *all,
                                                 const char       *id);

const char           *hfs_series_get_id         (HfsSeries        *self);
HfsSeriesCounts       hfs_series_get_counts     (HfsSeries        *self);
const char           *hfs_series_get_title      (HfsSeries        *self);
const char           *hfs_series_get_unit       (HfsSeries        *self);
const char           *hfs_series_get_population (HfsSeries        *self);
const char           *hfs_series_get_source     (HfsSeries        *self);
const char           *hfs_series_get_uri        (HfsSeries        *self);
const char           *hfs_series_get_licence    (HfsSeries        *self);
const char           *hfs_series_get_note       (HfsSeries        *self);

guint                 hfs_series_get_n_groups   (HfsSeries        *self);
const char           *hfs_series_get_group      (HfsSeries        *self,
                                                 guint             group);
gboolean              hfs_series_find_group     (HfsSeries        *self,
                                                 const char       *name,
                                                 guint            *group);
guint                 hfs_series_get_n_points   (HfsSeries        *self,
                                                 guint             group);
const HfsSeriesPoint *hfs_series_get_point      (HfsSeries        *self,
                                                 guint             group,
                                                 guint             index);
const HfsSeriesPoint *hfs_series_find_point     (HfsSeries        *self,
                                                 guint             group,
                                                 const char       *date);

G_END_DECLS
