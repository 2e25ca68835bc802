/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-order.h"
#include "hfs-hub-reply.h"
#include "hfs-test-hub.h"

G_BEGIN_DECLS

/**
 * HfsHubCatalog:
 * @uri: where the test Hub is, without a slash at the end
 * @port: its port
 * @huge: size of a huge member in MiB
 *
 * What there is to list, and the address it is listed under.
 */
typedef struct
{
  HfsHubRows *rows;
  HfsHubOrders *orders;
  char *uri;
  guint port;
  guint huge;
} HfsHubCatalog;

HfsHubReply *hfs_hub_list_models (HfsHubCatalog *catalog, const char *query, HfsTestHubFault fault);

G_END_DECLS
