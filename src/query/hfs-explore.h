/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

/**
 * HfsExploreTotals:
 * @value: what is counted of the models that pass all selections
 * @models: how many they are
 * @whole: what is counted of the models that there are without any selection
 * @whole_models: how many they are
 *
 * How much is selected, and of how much.
 */
typedef struct
{
  gint64 value;
  gint64 models;
  gint64 whole;
  gint64 whole_models;
} HfsExploreTotals;

#define HFS_TYPE_EXPLORE (hfs_explore_get_type ())
G_DECLARE_FINAL_TYPE (HfsExplore, hfs_explore, HFS, EXPLORE, GObject)

HfsExplore     *hfs_explore_new           (HfsEngine            *engine,
                                           HfsSnapshot          *snapshot,
                                           const HfsDimensionId *dimensions,
                                           guint                 n_dimensions);

guint           hfs_explore_get_n_results (HfsExplore           *self);
HfsDimensionId  hfs_explore_get_dimension (HfsExplore           *self,
                                           guint                 index);
HfsQuery       *hfs_explore_get_query     (HfsExplore           *self);
HfsResult      *hfs_explore_get_result    (HfsExplore           *self,
                                           guint                 index);
const HfsExploreTotals *
                hfs_explore_get_totals    (HfsExplore           *self);

gboolean        hfs_explore_update        (HfsExplore           *self,
                                           HfsQuery             *query,
                                           GError              **error);
void            hfs_explore_update_async  (HfsExplore           *self,
                                           HfsQuery             *query,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean        hfs_explore_update_finish (HfsExplore           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
