/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsHubSort:
 *
 * The five keys by which `/api/models` can be sorted, always descending.
 */
typedef enum
{
  HFS_HUB_SORT_TRENDING,
  HFS_HUB_SORT_DOWNLOADS,
  HFS_HUB_SORT_LIKES,
  HFS_HUB_SORT_CREATED,
  HFS_HUB_SORT_MODIFIED,
} HfsHubSort;

#define HFS_HUB_N_SORTS 5

/**
 * HfsHubOddity:
 *
 * What is unusual about a row. Row number N of a Hub (N from 1) has oddity N, so a
 * Hub of 20 models shows every one; beyond that they are sprinkled thinly.
 * Sentinel creation dates, the disabled row and the row without any field but
 * its ids depend on the place of the row instead, see hfs_hub_rows_get().
 */
typedef enum
{
  HFS_HUB_ODDITY_NONE,
  HFS_HUB_ODDITY_GATED_AUTO,
  HFS_HUB_ODDITY_GATED_MANUAL,
  HFS_HUB_ODDITY_NO_AUTHOR,
  HFS_HUB_ODDITY_NO_PIPELINE,
  HFS_HUB_ODDITY_NO_LIBRARY,
  HFS_HUB_ODDITY_NO_SAFETENSORS,
  HFS_HUB_ODDITY_HUGE_ALL_TIME,
  HFS_HUB_ODDITY_TRILLION_PARAMETERS,
  HFS_HUB_ODDITY_NULLS,
  HFS_HUB_ODDITY_NO_SLASH,
  HFS_HUB_ODDITY_SHARDED_GGUF,
  HFS_HUB_ODDITY_TWO_BASES,
  HFS_HUB_ODDITY_ONLY_REGION,
  HFS_HUB_ODDITY_NON_ASCII_TAGS,
  HFS_HUB_ODDITY_STRANGER,
  HFS_HUB_ODDITY_NO_TAGS,
  HFS_HUB_ODDITY_NO_ALL_TIME,
} HfsHubOddity;

#define HFS_HUB_N_ODDITIES 18

typedef enum
{
  HFS_HUB_RELATION_NONE,
  HFS_HUB_RELATION_ADAPTER,
  HFS_HUB_RELATION_FINETUNE,
  HFS_HUB_RELATION_QUANTIZED,
  HFS_HUB_RELATION_MERGE,
} HfsHubRelation;

/**
 * HfsHubRow:
 * @index: place by downloads, from 0
 * @hash: the random bits of the row
 * @created: seconds since 1970, UTC
 * @modified: seconds since 1970, UTC
 * @downloads: of 30 days, or -1 where the Hub sends none
 * @task: number of the task, an index into the tables of hfs-hub-row-json.c
 * @parameters: 0 where unknown
 * @author: number of the account, from 1; 0 for a row whose id has no slash
 * @author_length: bytes of @id that are the account's name
 *
 * One invented model, all of it derived from the seed and the index.
 */
typedef struct
{
  guint index;
  guint64 hash;
  HfsHubOddity oddity;
  gboolean bare;
  gboolean disabled;
  gint64 created;
  gint64 modified;
  gint64 downloads;
  gint64 downloads_all_time;
  gint64 likes;
  gint64 trending;
  guint task;
  gint64 parameters;
  gboolean is_gguf;
  HfsHubRelation relation;
  guint n_bases;
  guint bases[2];
  guint author;
  guint author_length;
  char id[64];
  char object_id[25];
} HfsHubRow;

typedef struct _HfsHubRows HfsHubRows;

/**
 * HFS_HUB_SENTINEL:
 *
 * 2022-03-02T23:29:04Z, the creation date of everything older.
 */
#define HFS_HUB_SENTINEL G_GINT64_CONSTANT (1646263744)

/* Not safe for more than one thread at a time. */
HfsHubRows *hfs_hub_rows_new (guint n_models, guint64 seed);
void hfs_hub_rows_free (HfsHubRows *rows);
guint hfs_hub_rows_get_n (const HfsHubRows *rows);
void hfs_hub_rows_get (HfsHubRows *rows, guint index, HfsHubRow *row);
guint hfs_hub_rows_count_by (HfsHubRows *rows, guint author);
guint hfs_hub_rows_get_n_authors (const HfsHubRows *rows);
guint hfs_hub_row_draw (const HfsHubRow *row, guint salt, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHubRows, hfs_hub_rows_free)

G_END_DECLS
