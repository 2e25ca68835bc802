/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-rows.h"

#include "hfs-hub-name.h"

#include <math.h>
#include <string.h>

/* 2026-10-01T00:00:00Z: the invented Hub stands still at this moment. */
#define NOW G_GINT64_CONSTANT (1790812800)
#define MOST_DOWNLOADS 130e6
/* The curve is flat over its first places, as that of the real Hub. */
#define HEAD 8.0

/**
 * HfsHubRows:
 * @n_live: the models from 0 to this one have downloads, the others have none
 * @group_start: first row of the run of equal downloads last asked for
 * @group_end: one past its last row
 * @counts: (nullable): models of each account, once somebody asked
 *
 * The invented models, made on demand.
 */
struct _HfsHubRows
{
  guint n;
  guint n_live;
  guint n_authors;
  guint64 seed;
  double exponent;
  guint group_start;
  guint group_end;
  guint32 *counts;
};

/* The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): one good 64-bit
 * value per index without any state. */
static guint64
mix (guint64 x)
{
  x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static double
unit (guint64 x)
{
  return (double) (mix (x) >> 11) / 9007199254740992.0;
}

static void
put_hex (char *to, guint32 number)
{
  static const char hex[] = "0123456789abcdef";

  for (int i = 7; i >= 0; i--, number >>= 4)
    to[i] = hex[number & 15];
}

/* Non-increasing in @index, which is what makes paging by downloads need no index. */
static gint64
downloads_at (const HfsHubRows *rows, guint index)
{
  if (index >= rows->n_live)
    return 0;
  return MAX (1, (gint64) (MOST_DOWNLOADS * pow ((index + HEAD) / HEAD, -rows->exponent)));
}

static gboolean
is_bare (const HfsHubRows *rows, guint index)
{
  return rows->n >= 20 && index == rows->n - 1;
}

/* First row of [low, high) with fewer downloads than @than, else @high. */
static guint
first_below (const HfsHubRows *rows, guint low, guint high, gint64 than)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (downloads_at (rows, middle) < than)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
find_group (HfsHubRows *rows, guint index, gint64 downloads)
{
  if (index >= rows->group_start && index < rows->group_end)
    return;

  if (index >= rows->n_live)
    {
      rows->group_start = rows->n_live;
      rows->group_end = rows->n;
      return;
    }
  rows->group_start = first_below (rows, 0, index, downloads + 1);
  rows->group_end = first_below (rows, index, rows->n_live, downloads);
}

/* Rows with the same downloads are ordered by object id, whose first bytes are the
 * creation date: so within such a run the dates must rise with the index. */
static gint64
created_at (HfsHubRows *rows, guint index, guint64 hash, gint64 downloads)
{
  const double span = NOW - HFS_HUB_SENTINEL - 1;
  guint length;
  double place;

  if (index >= rows->n)
    return NOW + 1 + (index - rows->n);

  find_group (rows, index, downloads);
  length = rows->group_end - rows->group_start;
  if (index == 1 || (length > 1 && index == rows->group_start))
    return HFS_HUB_SENTINEL;

  place = (index - rows->group_start + unit (hash)) / length;
  if (place < 0.02)
    return HFS_HUB_SENTINEL;
  return HFS_HUB_SENTINEL + 1 + (gint64) (span * sqrt ((place - 0.02) / 0.98));
}

static HfsHubOddity
oddity_of (guint index, guint64 hash)
{
  guint draw;

  if (index < HFS_HUB_N_ODDITIES)
    return index;
  draw = (hash >> 40) % 2048;
  return draw < HFS_HUB_N_ODDITIES ? draw : HFS_HUB_ODDITY_NONE;
}

static guint64
hash_of (const HfsHubRows *rows, guint index)
{
  return mix (rows->seed ^ ((guint64) index << 20));
}

static guint
author_of (const HfsHubRows *rows, guint64 hash, HfsHubOddity oddity)
{
  double draw = unit (hash + 11);

  if (oddity == HFS_HUB_ODDITY_NO_SLASH)
    return 0;
  return 1 + (guint) (rows->n_authors * draw * draw * draw);
}

static void
draw_relation (HfsHubRow *row)
{
  guint draw = hfs_hub_row_draw (row, 5, 1000);

  /* 28 % of the Hub's models name a base; the parts are hub-stats', October 2025. */
  if (row->index < 3 || row->oddity == HFS_HUB_ODDITY_TRILLION_PARAMETERS)
    row->relation = HFS_HUB_RELATION_NONE;
  else if (row->oddity == HFS_HUB_ODDITY_TWO_BASES)
    row->relation = HFS_HUB_RELATION_MERGE;
  else if (row->oddity == HFS_HUB_ODDITY_SHARDED_GGUF || draw < 54)
    row->relation = HFS_HUB_RELATION_QUANTIZED;
  else if (draw < 173)
    row->relation = HFS_HUB_RELATION_ADAPTER;
  else if (draw < 274)
    row->relation = HFS_HUB_RELATION_FINETUNE;
  else if (draw < 280)
    row->relation = HFS_HUB_RELATION_MERGE;

  if (row->relation != HFS_HUB_RELATION_NONE)
    {
      row->n_bases = row->relation == HFS_HUB_RELATION_MERGE ? 2 : 1;
      row->bases[0] = hfs_hub_row_draw (row, 6, MIN (row->index - 1, 4000));
      row->bases[1] = row->bases[0] + 1;
    }
  row->is_gguf = row->oddity == HFS_HUB_ODDITY_SHARDED_GGUF
                 || (row->relation == HFS_HUB_RELATION_QUANTIZED && hfs_hub_row_draw (row, 7, 4) > 0);
}

static void
draw_counts (HfsHubRow *row)
{
  gint64 root = (gint64) sqrt ((double) row->downloads);

  row->downloads_all_time = row->downloads * (1 + hfs_hub_row_draw (row, 1, 20)) + hfs_hub_row_draw (row, 2, 300);
  if (row->oddity == HFS_HUB_ODDITY_HUGE_ALL_TIME)
    row->downloads_all_time += G_GINT64_CONSTANT (5000000000);
  row->likes = root * hfs_hub_row_draw (row, 3, 400) / 1000;
  row->trending = hfs_hub_row_draw (row, 4, 40) == 0 ? 1 + row->likes / 5 : 0;
}

/**
 * hfs_hub_rows_new:
 * @n_models: how many models there are, 0 or more
 * @seed: another seed gives other models
 *
 * Makes a set of invented models. It takes a few bytes, however many there are.
 *
 * Returns: (transfer full): the set, to be freed with hfs_hub_rows_free()
 */
HfsHubRows *
hfs_hub_rows_new (guint n_models, guint64 seed)
{
  HfsHubRows *rows = g_new0 (HfsHubRows, 1);

  rows->n = n_models;
  rows->seed = mix (seed);
  /* About a third of the Hub's models had a download in the past month. */
  rows->n_live = n_models < 10 ? n_models : (guint) ((guint64) n_models * 36 / 100);
  rows->n_authors = MAX (3, n_models / 8);
  rows->exponent = MIN (4.0, log (MOST_DOWNLOADS) / log ((rows->n_live + HEAD) / HEAD));
  return rows;
}

/**
 * hfs_hub_rows_free:
 * @rows: (transfer full): a set
 *
 * Frees the set.
 */
void
hfs_hub_rows_free (HfsHubRows *rows)
{
  g_free (rows->counts);
  g_free (rows);
}

/**
 * hfs_hub_rows_get_n:
 * @rows: a set
 *
 * Returns: the number of models
 */
guint
hfs_hub_rows_get_n (const HfsHubRows *rows)
{
  return rows->n;
}

/**
 * hfs_hub_rows_get_n_authors:
 * @rows: a set
 *
 * Returns: the number of accounts: `maker-1` to `maker-N`
 */
guint
hfs_hub_rows_get_n_authors (const HfsHubRows *rows)
{
  return rows->n_authors;
}

/**
 * hfs_hub_rows_count_by:
 * @rows: a set
 * @author: number of an account, from 1 to hfs_hub_rows_get_n_authors()
 *
 * Counts the models of `maker-@author`. The first call goes over all models.
 *
 * Returns: how many there are
 */
guint
hfs_hub_rows_count_by (HfsHubRows *rows, guint author)
{
  g_return_val_if_fail (author >= 1 && author <= rows->n_authors, 0);

  if (rows->counts == NULL)
    {
      rows->counts = g_new0 (guint32, rows->n_authors + 1);
      for (guint i = 0; i < rows->n; i++)
        {
          guint64 hash = hash_of (rows, i);
          HfsHubOddity oddity = oddity_of (i, hash);

          if (oddity != HFS_HUB_ODDITY_STRANGER)
            rows->counts[author_of (rows, hash, oddity)]++;
        }
    }
  return rows->counts[author];
}

/**
 * hfs_hub_row_draw:
 * @row: a row whose hash is set
 * @salt: which of the row's random numbers
 * @n: number of outcomes, at least 1
 *
 * Returns: a number from 0 to @n - 1, always the same for the same row and @salt
 */
guint
hfs_hub_row_draw (const HfsHubRow *row, guint salt, guint n)
{
  return (guint) ((mix (row->hash + salt) >> 33) % n);
}

/**
 * hfs_hub_rows_get:
 * @rows: a set
 * @index: place by downloads, from 0; a place past the end gives one more model
 *   without downloads, newer than all others
 * @row: (out caller-allocates): the model
 *
 * Makes one model. With 20 models or more, the last one has nothing but its ids and
 * the one before it is disabled.
 */
void
hfs_hub_rows_get (HfsHubRows *rows, guint index, HfsHubRow *row)
{
  memset (row, 0, sizeof *row);
  row->index = index;
  row->hash = hash_of (rows, index);
  row->oddity = oddity_of (index, row->hash);
  row->bare = is_bare (rows, index);
  row->disabled = rows->n >= 20 && (index == rows->n - 2 || (index >= rows->n_live && (row->hash >> 20) % 512 == 0));

  row->downloads = downloads_at (rows, index);
  row->created = created_at (rows, index, row->hash, row->downloads);
  row->modified = row->created + (gint64) ((double) MAX (0, NOW - row->created) * pow (unit (row->hash + 9), 4.0));
  draw_counts (row);

  row->task = hfs_hub_row_draw (row, 10, G_MAXINT);
  draw_relation (row);
  row->author = author_of (rows, row->hash, row->oddity);
  hfs_hub_row_name (row);

  put_hex (row->object_id, (guint32) row->created);
  put_hex (row->object_id + 8, (guint32) rows->seed);
  put_hex (row->object_id + 16, index);
}
