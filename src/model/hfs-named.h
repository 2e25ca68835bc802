/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"

G_BEGIN_DECLS

/**
 * HfsNamedWhat:
 * @HFS_NAMED_CHAMPION: a company that a state chose
 * @HFS_NAMED_INITIATIVE: an initiative of public bodies
 * @HFS_NAMED_PROJECT: one of the projects of which the report speaks without names
 * @HFS_NAMED_PLANS: plans without a publisher
 *
 * As what a report speaks of somebody.
 */
typedef enum
{
  HFS_NAMED_CHAMPION,
  HFS_NAMED_INITIATIVE,
  HFS_NAMED_PROJECT,
  HFS_NAMED_PLANS,
  HFS_N_NAMED_WHAT,
} HfsNamedWhat;

/**
 * HfsNamed:
 * @country: ISO 3166-1 alpha-2, or `EU` for all countries of the European Union
 * @account: the Hub account; empty when there is none
 * @name: the name as people know it
 * @source: where a reader can see it
 *
 * Somebody whom a report names when it speaks of a country.
 */
typedef struct
{
  char *country;
  char *account;
  char *name;
  HfsNamedWhat what;
  char *source;
} HfsNamed;

GPtrArray *hfs_named_parse  (GBytes    *csv,
                             GError   **error);
GPtrArray *hfs_named_load   (GError   **error);

G_END_DECLS
