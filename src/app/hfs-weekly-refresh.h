/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

#define HFS_TYPE_WEEKLY_REFRESH (hfs_weekly_refresh_get_type ())
G_DECLARE_FINAL_TYPE (HfsWeeklyRefresh, hfs_weekly_refresh, HFS, WEEKLY_REFRESH, GObject)

HfsWeeklyRefresh *hfs_weekly_refresh_new (GApplication    *application,
                                          HfsEngine       *engine,
                                          GNetworkMonitor *monitor);

G_END_DECLS
