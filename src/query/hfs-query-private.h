/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

G_BEGIN_DECLS

/* The keys that are no filter, in the order in which they are printed. */
typedef enum
{
  HFS_QUERY_KEY_MEASURE,
  HFS_QUERY_KEY_SHARE,
  HFS_QUERY_KEY_BY,
  HFS_QUERY_KEY_TOP,
  HFS_QUERY_KEY_SNAPSHOT,
  HFS_QUERY_KEY_COMPARE,
  HFS_QUERY_KEY_OVER,
  HFS_QUERY_KEY_ATTRIBUTION,
  HFS_QUERY_KEY_CREDIT,
  HFS_QUERY_KEY_UNKNOWN,
  HFS_QUERY_KEY_SEARCH,
  HFS_N_QUERY_KEYS,
} HfsQueryKey;

struct _HfsQuery
{
  GObject parent_instance;

  HfsDimensionId dimension;
  char *values[HFS_N_QUERY_KEYS];    /* (owned) (nullable): decoded, checked */
  char **filters[HFS_N_DIMENSIONS];  /* (owned) (nullable): as written, each checked */
  char **members[HFS_N_DIMENSIONS];  /* (owned) (nullable): the filters with ranges written out */
};

/* What a key may be, %NULL at the end; nothing where it is checked in a way of its own. */
const char * const *hfs_query_key_get_choices (HfsQueryKey  key);
const char         *hfs_query_key_get_name    (HfsQueryKey  key);
gboolean            hfs_query_key_from_name   (const char  *name,
                                               HfsQueryKey *key);

/* Sets one key, which is not set yet, from its escaped text. */
gboolean            hfs_query_set_pair        (HfsQuery    *self,
                                               const char  *name,
                                               const char  *escaped,
                                               GError     **error);

G_END_DECLS
