/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsDeveloperType:
 *
 * What kind of developer a publisher is.
 */
typedef enum
{
  HFS_DEVELOPER_INDUSTRY,
  HFS_DEVELOPER_ACADEMIA,
  HFS_DEVELOPER_NONPROFIT,
  HFS_DEVELOPER_GOVERNMENT,
  HFS_DEVELOPER_COMMUNITY,
  HFS_DEVELOPER_INDIVIDUAL,
  HFS_DEVELOPER_UNKNOWN,
  HFS_N_DEVELOPER_TYPES,
} HfsDeveloperType;

/**
 * HfsAttribution:
 * @HFS_ATTRIBUTION_PUBLISHED: the table that comes with the program
 * @HFS_ATTRIBUTION_ATOM: countries as the ATOM Project's table has them
 * @HFS_ATTRIBUTION_MINE: the published table with the reader's own changes
 *
 * Who says which country and type a publisher has.
 */
typedef enum
{
  HFS_ATTRIBUTION_PUBLISHED,
  HFS_ATTRIBUTION_ATOM,
  HFS_ATTRIBUTION_MINE,
  HFS_N_ATTRIBUTIONS,
} HfsAttribution;

/**
 * HfsPublisher:
 * @account: the Hub account
 * @name: the name as people know it
 * @country: ISO 3166-1 alpha-2, or `international`, `unstated`, `unknown`
 * @evidence: an address where a reader can see it
 * @confidence: `high`, `medium` or `low`
 * @note: why it was decided so, or empty
 *
 * A decision about one publisher.
 */
typedef struct
{
  char *account;
  char *name;
  const char *country;
  HfsDeveloperType type;
  char *evidence;
  char *confidence;
  char *note;
} HfsPublisher;

void        hfs_publisher_free          (HfsPublisher     *publisher);

const char *hfs_developer_type_get_key  (HfsDeveloperType  type);
gboolean    hfs_developer_type_from_key (const char       *key,
                                         HfsDeveloperType *type);
const char *hfs_attribution_get_key     (HfsAttribution    attribution);

G_END_DECLS
