/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_EXPLORE_CHART (hfs_explore_chart_get_type ())
G_DECLARE_FINAL_TYPE (HfsExploreChart, hfs_explore_chart, HFS, EXPLORE_CHART, GtkWidget)

GtkWidget          *hfs_explore_chart_new           (void);

HfsResult          *hfs_explore_chart_get_result    (HfsExploreChart     *self);
void                hfs_explore_chart_set_result    (HfsExploreChart     *self,
                                                     HfsResult           *result,
                                                     const char * const  *selected);
void                hfs_explore_chart_set_presenting (HfsExploreChart    *self,
                                                     gboolean             presenting);

G_END_DECLS
