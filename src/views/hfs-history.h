/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HfsHistoryStep:
 * @HFS_HISTORY_UNDO: to the view before the last change
 * @HFS_HISTORY_REDO: to the view whose change was undone
 * @HFS_HISTORY_BACK: to the page that was open before, as it was left
 * @HFS_HISTORY_FORWARD: to the page that was open after, as it was left
 *
 * Ways through the views that were shown.
 */
typedef enum
{
  HFS_HISTORY_UNDO,
  HFS_HISTORY_REDO,
  HFS_HISTORY_BACK,
  HFS_HISTORY_FORWARD,
  HFS_N_HISTORY_STEPS,
} HfsHistoryStep;

#define HFS_TYPE_HISTORY (hfs_history_get_type ())
G_DECLARE_FINAL_TYPE (HfsHistory, hfs_history, HFS, HISTORY, GObject)

HfsHistory  *hfs_history_new         (void);

void         hfs_history_add         (HfsHistory      *self,
                                      const char      *page,
                                      const char      *place);
gboolean     hfs_history_can_go      (HfsHistory      *self,
                                      HfsHistoryStep   step);
gboolean     hfs_history_go          (HfsHistory      *self,
                                      HfsHistoryStep   step);

const char  *hfs_history_get_page    (HfsHistory      *self);
const char  *hfs_history_get_place   (HfsHistory      *self);

G_END_DECLS
