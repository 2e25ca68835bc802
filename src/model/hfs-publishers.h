/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-publisher.h"

G_BEGIN_DECLS

typedef struct _HfsOverrides HfsOverrides;

#define HFS_TYPE_PUBLISHERS (hfs_publishers_get_type ())
G_DECLARE_FINAL_TYPE (HfsPublishers, hfs_publishers, HFS, PUBLISHERS, GObject)

HfsPublishers      *hfs_publishers_new            (GBytes            *publishers,
                                                   GBytes            *repositories,
                                                   GBytes            *atom,
                                                   GError           **error);
HfsPublishers      *hfs_publishers_new_with_overrides (HfsPublishers *published,
                                                   HfsOverrides      *overrides);
HfsPublishers      *hfs_publishers_new_with_users (HfsPublishers     *published,
                                                   const char * const *users);
const HfsPublisher *hfs_publishers_lookup         (HfsPublishers     *self,
                                                   HfsAttribution     attribution,
                                                   const char        *account);
const HfsPublisher *hfs_publishers_lookup_model   (HfsPublishers     *self,
                                                   HfsAttribution     attribution,
                                                   const char        *model_id);
const char         *hfs_publishers_account_of     (HfsPublishers     *self,
                                                   const char        *model_id,
                                                   char             **owned);
guint               hfs_publishers_get_n          (HfsPublishers     *self);
GPtrArray          *hfs_publishers_list           (HfsPublishers     *self,
                                                   const char        *country);
guint               hfs_publishers_get_n_overrides (HfsPublishers    *self);

G_END_DECLS
