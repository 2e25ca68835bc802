/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-error.h"

G_BEGIN_DECLS

/* So many models a page may have for the sizes of GGUF files to be asked for. */
#define HFS_HUB_MAX_WITH_GGUF 500

#define HFS_HUB_DEFAULT_ENDPOINT "https://huggingface.co"

char     *hfs_hub_address_check_endpoint (const char  *endpoint,
                                          GError     **error);
char     *hfs_hub_address_dup_host       (const char  *address);
gboolean  hfs_hub_address_is_same_origin (const char  *address,
                                          const char  *endpoint);
char     *hfs_hub_address_new_first      (const char  *endpoint,
                                          guint        limit,
                                          gboolean     few_fields);
char     *hfs_hub_address_with           (const char  *address,
                                          guint        limit,
                                          gboolean     few_fields);

G_END_DECLS
