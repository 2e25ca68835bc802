/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_PAGE (hfs_page_get_type ())
G_DECLARE_INTERFACE (HfsPage, hfs_page, HFS, PAGE, GtkWidget)

/**
 * HfsPageInterface:
 * @set_engine: takes what answers; called once
 * @dup_place: tells where in the page the reader is
 * @go_to: goes back to such a place
 * @get_result: tells what can be taken away
 * @set_presenting: shows the answer alone, large, or everything again
 */
struct _HfsPageInterface
{
  GTypeInterface parent_iface;

  void       (*set_engine)     (HfsPage     *self,
                                HfsEngine   *engine);
  char      *(*dup_place)      (HfsPage     *self);
  gboolean   (*go_to)          (HfsPage     *self,
                                const char  *place,
                                GError     **error);
  HfsResult *(*get_result)     (HfsPage     *self);
  void       (*set_presenting) (HfsPage     *self,
                                gboolean     presenting);
};

void       hfs_page_set_engine     (HfsPage     *self,
                                    HfsEngine   *engine);
char      *hfs_page_dup_place      (HfsPage     *self);
gboolean   hfs_page_go_to          (HfsPage     *self,
                                    const char  *place,
                                    GError     **error);
HfsResult *hfs_page_get_result     (HfsPage     *self);
void       hfs_page_set_presenting (HfsPage     *self,
                                    gboolean     presenting);
void       hfs_page_moved          (HfsPage     *self);
void       hfs_page_answered       (HfsPage     *self);

G_END_DECLS
