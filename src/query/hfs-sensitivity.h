/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-verdict.h"

G_BEGIN_DECLS

/**
 * HfsFlip:
 * @publisher: the Hub account
 * @from: key of the row that it counts for
 * @to: key of the row that it would count for
 * @share: what it has of all that is counted
 * @value: what our number would be
 * @in_doubt: whether the table itself calls its place a decision that could have gone another way
 *
 * One publisher that, counted for another row, would make a claim agree that does not, or the other way round.
 */
typedef struct
{
  char *publisher;
  char *from;
  char *to;
  double share;
  double value;
  gboolean in_doubt;
} HfsFlip;

/**
 * HfsVariant:
 * @attribution: whose table of publishers
 * @credit: whom a copy counts for
 * @finding: (nullable): the number
 * @agrees: whether it is as the claim says
 * @lack: (nullable): why there is no number
 *
 * Our number under another choice.
 */
typedef struct
{
  HfsAttribution attribution;
  HfsCredit credit;
  HfsFinding *finding;
  gboolean agrees;
  char *lack;
} HfsVariant;

GPtrArray *hfs_sensitivity_find_flips    (HfsVerdict       *verdict,
                                          HfsEngine        *engine,
                                          guint             most);
GPtrArray *hfs_sensitivity_list_variants (HfsVerdict       *verdict,
                                          HfsEngine        *engine);
char      *hfs_flip_dup_sentence         (const HfsFlip    *flip,
                                          HfsVerdict       *verdict);
char      *hfs_variant_dup_sentence      (const HfsVariant *variant,
                                          HfsVerdict       *verdict);
GPtrArray *hfs_sensitivity_rank_unknown  (HfsEngine        *engine,
                                          HfsQuery         *query,
                                          guint             most,
                                          GError          **error);

G_END_DECLS
