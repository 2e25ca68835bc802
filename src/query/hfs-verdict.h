/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-claim.h"
#include "hfs-finding.h"

G_BEGIN_DECLS

/**
 * HfsVerdictKind:
 * @HFS_VERDICT_HOLDS: our number is as the claim says
 * @HFS_VERDICT_MOVED: it is not, and it is of a later date
 * @HFS_VERDICT_DIFFERS: it is not, and it is of the same time
 * @HFS_VERDICT_DEPENDS: our number follows another rule, so the two cannot be set against each other
 * @HFS_VERDICT_CANNOT_TEST: there is no number to set against it
 *
 * What the data say of a claim. It is computed whenever it is asked for, by these rules, the first that fits:
 *
 * 1. The claim has no recipe, or the data at hand do not hold what the recipe asks for, or they are more than 45 days
 *    older than the time that the claim is about (a recipe that names a snapshot wants that date): then its tally is asked
 *    for, which names its dates. Without a tally it cannot be tested.
 * 2. The claim is about another kind of time (%HfsWindowKind), about other models (see below), or its source follows a rule
 *    that the recipe lists among its differences: the verdict depends on the definition, and each such rule is named.
 * 3. Our number is as the comparison of the recipe asks, within its tolerance: the claim holds.
 * 4. Our snapshot is more than 31 days later than the time that the claim is about: it has moved.
 * 5. It differs.
 *
 * The models are alike when the claim is about the whole Hub and the snapshot holds every model; or when the claim is
 * about the first of a ranking, and the snapshot surely holds as many of the first (nothing being filtered out), or every
 * model. A list that somebody chose by hand is never alike. Of a tally the edition says whether it counts the same things.
 */
typedef enum
{
  HFS_VERDICT_HOLDS,
  HFS_VERDICT_MOVED,
  HFS_VERDICT_DIFFERS,
  HFS_VERDICT_DEPENDS,
  HFS_VERDICT_CANNOT_TEST,
  HFS_N_VERDICTS,
} HfsVerdictKind;

#define HFS_TYPE_VERDICT (hfs_verdict_get_type ())
G_DECLARE_FINAL_TYPE (HfsVerdict, hfs_verdict, HFS, VERDICT, GObject)

HfsVerdict       *hfs_verdict_new             (HfsClaim         *claim,
                                               HfsEngine        *engine);
void              hfs_verdict_new_async       (HfsClaim         *claim,
                                               HfsEngine        *engine,
                                               GCancellable     *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer          user_data);
HfsVerdict       *hfs_verdict_new_finish      (GAsyncResult     *result,
                                               GError          **error);
HfsVerdict       *hfs_verdict_new_for_finding (HfsClaim         *claim,
                                               HfsFinding       *finding);

HfsClaim         *hfs_verdict_get_claim       (HfsVerdict       *self);
HfsVerdictKind    hfs_verdict_get_kind        (HfsVerdict       *self);
const HfsFinding *hfs_verdict_get_finding     (HfsVerdict       *self);
const HfsTallied *hfs_verdict_get_tallied     (HfsVerdict       *self);
const char       *hfs_verdict_get_date        (HfsVerdict       *self);
gboolean          hfs_verdict_get_agrees      (HfsVerdict       *self);
gboolean          hfs_verdict_is_unlike       (HfsVerdict       *self,
                                               HfsRule           rule);
const char       *hfs_verdict_get_lack        (HfsVerdict       *self);

HfsVerdict       *hfs_verdict_new_for_tallied (HfsClaim         *claim,
                                               HfsTallied       *tallied);

gboolean          hfs_claim_agrees_with       (HfsClaim         *claim,
                                               double            value);
HfsWindowKind     hfs_finding_get_window      (const HfsFinding *finding);
const char       *hfs_verdict_kind_get_key    (HfsVerdictKind    kind);
const char       *hfs_verdict_kind_get_name   (HfsVerdictKind    kind);

char             *hfs_verdict_dup_published   (HfsVerdict       *self);
char             *hfs_verdict_dup_ours        (HfsVerdict       *self);
char             *hfs_verdict_dup_arithmetic  (HfsVerdict       *self);
char             *hfs_verdict_dup_why         (HfsVerdict       *self);
char             *hfs_finding_dup_value       (const HfsFinding *finding,
                                               HfsStatistic      statistic);
char             *hfs_finding_dup_arithmetic  (const HfsFinding *finding,
                                               HfsStatistic      statistic);

G_END_DECLS
