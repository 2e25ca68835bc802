/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher.h"

static const char * const type_keys[HFS_N_DEVELOPER_TYPES] = {
  "industry", "academia", "nonprofit", "government", "community", "individual", "unknown",
};

static const char * const attribution_keys[HFS_N_ATTRIBUTIONS] = { "published", "atom", "mine" };

/**
 * hfs_publisher_free:
 *
 * Frees @publisher.
 */
void
hfs_publisher_free (HfsPublisher *publisher)
{
  g_free (publisher->account);
  g_free (publisher->name);
  g_free (publisher->evidence);
  g_free (publisher->confidence);
  g_free (publisher->note);
  g_free (publisher);
}

/**
 * hfs_developer_type_get_key:
 *
 * Returns: (transfer none): the word of tables and queries
 */
const char *
hfs_developer_type_get_key (HfsDeveloperType type)
{
  return type_keys[type];
}

/**
 * hfs_developer_type_from_key:
 * @type: (out): the type
 *
 * Returns: whether there is a type of this name; @type is left alone when there is not
 */
gboolean
hfs_developer_type_from_key (const char       *key,
                             HfsDeveloperType *type)
{
  for (guint i = 0; i < HFS_N_DEVELOPER_TYPES; i++)
    if (g_str_equal (key, type_keys[i]))
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hfs_attribution_get_key:
 *
 * Returns: (transfer none): the word of queries
 */
const char *
hfs_attribution_get_key (HfsAttribution attribution)
{
  return attribution_keys[attribution];
}
