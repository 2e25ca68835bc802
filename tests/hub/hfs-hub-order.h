/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-rows.h"

G_BEGIN_DECLS

/**
 * HfsHubOrders:
 *
 * The models in each of the five orders. The order by downloads costs nothing, the
 * others are sorted when first asked for and take four bytes a model.
 */
typedef struct _HfsHubOrders HfsHubOrders;

HfsHubOrders *hfs_hub_orders_new (HfsHubRows *rows);
void hfs_hub_orders_free (HfsHubOrders *orders);
void hfs_hub_orders_get (HfsHubOrders *orders, HfsHubSort sort, guint position, HfsHubRow *row);
guint hfs_hub_orders_find_after (HfsHubOrders *orders, HfsHubSort sort, gint64 key, const char *object_id);

gint64 hfs_hub_row_get_key (const HfsHubRow *row, HfsHubSort sort);
const char *hfs_hub_sort_get_name (HfsHubSort sort);
gboolean hfs_hub_sort_from_name (const char *name, HfsHubSort *sort);

char *hfs_hub_cursor_new (const HfsHubRow *last, HfsHubSort sort);
gboolean hfs_hub_cursor_parse (const char *cursor, HfsHubSort sort, gint64 *key, char *object_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHubOrders, hfs_hub_orders_free)

G_END_DECLS
