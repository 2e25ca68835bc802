/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_SCHEDULE (hfs_schedule_get_type ())
G_DECLARE_FINAL_TYPE (HfsSchedule, hfs_schedule, HFS, SCHEDULE, GObject)

HfsSchedule *hfs_schedule_new      (GNetworkMonitor *monitor);
void         hfs_schedule_set_last (HfsSchedule     *self,
                                    gint64           last);
gboolean     hfs_schedule_check    (HfsSchedule     *self,
                                    gint64           now);
void         hfs_schedule_end      (HfsSchedule     *self,
                                    gboolean         was_good,
                                    gint64           now);

G_END_DECLS
