/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HfsMapPoint:
 * @x: from 0 at the western edge to 1 at the eastern one
 * @y: from 0 at the northern edge downwards, in the unit of @x
 *
 * A place on the map.
 */
typedef struct
{
  double x;
  double y;
} HfsMapPoint;

/**
 * HfsMapCountry:
 * @key: (nullable): ISO 3166-1 alpha-2, or %NULL for land that has no code
 * @rings: (array length=n_rings): the length of each ring of @points; holes are rings too
 * @points: all rings, one behind the other
 * @centre: the middle of its largest ring
 * @area: of its largest ring, in the square unit of the points
 *
 * The outline of a country.
 */
typedef struct
{
  const char *key;
  guint *rings;
  guint n_rings;
  HfsMapPoint *points;
  guint n_points;
  HfsMapPoint centre;
  double area;
} HfsMapCountry;

#define HFS_TYPE_WORLD_MAP (hfs_world_map_get_type ())
G_DECLARE_FINAL_TYPE (HfsWorldMap, hfs_world_map, HFS, WORLD_MAP, GObject)

HfsWorldMap         *hfs_world_map_new           (GBytes       *topojson,
                                                  GError      **error);
HfsWorldMap         *hfs_world_map_get_default   (void);

double               hfs_world_map_get_height    (HfsWorldMap  *self);
guint                hfs_world_map_get_n_countries (HfsWorldMap *self);
const HfsMapCountry *hfs_world_map_get_country   (HfsWorldMap  *self,
                                                  guint         index);
gboolean             hfs_world_map_find_place    (HfsWorldMap  *self,
                                                  const char   *key,
                                                  HfsMapPoint  *place);
HfsMapPoint          hfs_world_map_project       (double        longitude,
                                                  double        latitude);

G_END_DECLS
