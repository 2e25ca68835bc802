/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_EXPLORE_BARS (hfs_explore_bars_get_type ())
G_DECLARE_FINAL_TYPE (HfsExploreBars, hfs_explore_bars, HFS, EXPLORE_BARS, GObject)

HfsExploreBars     *hfs_explore_bars_new           (void);

HfsResult          *hfs_explore_bars_get_result    (HfsExploreBars     *self);
void                hfs_explore_bars_set_result    (HfsExploreBars     *self,
                                                    HfsResult          *result,
                                                    const char * const *selected);
gboolean            hfs_explore_bars_get_shows_all (HfsExploreBars     *self);
void                hfs_explore_bars_set_shows_all (HfsExploreBars     *self,
                                                    gboolean            shows_all);
void                hfs_explore_bars_fill          (HfsExploreBars     *self,
                                                    GtkListBox         *list);
const HfsResultRow *hfs_explore_bars_get_row       (HfsExploreBars     *self,
                                                    int                 bar);

gboolean            hfs_explore_bars_has_selection (HfsExploreBars     *self);
char              **hfs_explore_bars_dup_selection (HfsExploreBars     *self);
void                hfs_explore_bars_select_none   (HfsExploreBars     *self);
void                hfs_explore_bars_select_alone  (HfsExploreBars     *self,
                                                    int                 bar);
void                hfs_explore_bars_toggle        (HfsExploreBars     *self,
                                                    int                 bar);
void                hfs_explore_bars_begin_range   (HfsExploreBars     *self,
                                                    int                 bar);
void                hfs_explore_bars_select_range  (HfsExploreBars     *self,
                                                    int                 bar);

G_END_DECLS
