/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-descent.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_FAMILY_NODE (hfs_family_node_get_type ())
G_DECLARE_FINAL_TYPE (HfsFamilyNode, hfs_family_node, HFS, FAMILY_NODE, GObject)

GListModel    *hfs_family_tree_new             (HfsDescent     *descent,
                                                const char     *id);

GListModel    *hfs_family_node_list_children   (HfsFamilyNode  *self);
const char    *hfs_family_node_get_id          (HfsFamilyNode  *self);
HfsRelation    hfs_family_node_get_relation    (HfsFamilyNode  *self);
gboolean       hfs_family_node_is_group        (HfsFamilyNode  *self);
gboolean       hfs_family_node_is_subject      (HfsFamilyNode  *self);
gboolean       hfs_family_node_is_above        (HfsFamilyNode  *self);
gboolean       hfs_family_node_is_missing      (HfsFamilyNode  *self);
guint          hfs_family_node_count           (HfsFamilyNode  *self);
gint64         hfs_family_node_get_downloads   (HfsFamilyNode  *self);

G_END_DECLS
