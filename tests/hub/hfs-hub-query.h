/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-row-json.h"

G_BEGIN_DECLS

/**
 * HfsHubQuery:
 * @fields: what each row shows
 * @search: lower-case parts that the id must have, all of them
 * @filters: tags that the row must have, all of them, as JSON strings with their quotation marks
 * @cursor: (nullable): where the page begins
 *
 * What a request for `/api/models` asks.
 */
typedef struct
{
  HfsHubSort sort;
  guint limit;
  HfsHubFields fields;
  char *author;
  char *task;
  char *cursor;
  GPtrArray *search;
  GPtrArray *filters;
} HfsHubQuery;

HfsHubQuery *hfs_hub_query_new (const char *query, char **problem);
void hfs_hub_query_free (HfsHubQuery *query);
gboolean hfs_hub_query_matches (const HfsHubQuery *query, HfsHubRows *rows, const HfsHubRow *row, GString *scratch);
HfsHubFields hfs_hub_query_parse_single (const char *query, char **problem);
char *hfs_hub_query_with_cursor (const char *query, const char *cursor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHubQuery, hfs_hub_query_free)

G_END_DECLS
