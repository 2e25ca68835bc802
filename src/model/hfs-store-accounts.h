/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-store.h"

G_BEGIN_DECLS

/**
 * HfsAccountKind:
 * @HFS_ACCOUNT_USER: one person's
 * @HFS_ACCOUNT_ORGANIZATION: of several people
 * @HFS_ACCOUNT_NONE: the Hub has no account of this name
 *
 * What the Hub says an account is.
 */
typedef enum
{
  HFS_ACCOUNT_USER,
  HFS_ACCOUNT_ORGANIZATION,
  HFS_ACCOUNT_NONE,
  HFS_N_ACCOUNT_KINDS,
} HfsAccountKind;

gboolean   hfs_store_get_account   (HfsStore        *store,
                                    const char      *name,
                                    HfsAccountKind  *kind,
                                    gboolean        *found,
                                    GError         **error);
gboolean   hfs_store_set_account   (HfsStore        *store,
                                    const char      *name,
                                    HfsAccountKind   kind,
                                    GError         **error);
char     **hfs_store_list_accounts (HfsStore        *store,
                                    HfsAccountKind   kind,
                                    GError         **error);

G_END_DECLS
