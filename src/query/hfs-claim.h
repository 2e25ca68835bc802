/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-figure.h"
#include "hfs-tally.h"

G_BEGIN_DECLS

/**
 * HfsWindowKind:
 * @HFS_WINDOW_DAYS_30: the 30 days to a date
 * @HFS_WINDOW_ALL_TIME: everything up to a date
 * @HFS_WINDOW_ON_DATE: what was there on a date
 * @HFS_WINDOW_PERIOD: from one date to another
 * @HFS_WINDOW_SINCE_RELEASE: a time that begins for each model when it comes out
 * @HFS_WINDOW_UNSTATED: the source does not say
 *
 * The time that a number is about. Our own numbers have one of the first three.
 */
typedef enum
{
  HFS_WINDOW_DAYS_30,
  HFS_WINDOW_ALL_TIME,
  HFS_WINDOW_ON_DATE,
  HFS_WINDOW_PERIOD,
  HFS_WINDOW_SINCE_RELEASE,
  HFS_WINDOW_UNSTATED,
  HFS_N_WINDOWS,
} HfsWindowKind;

/**
 * HfsScope:
 * @HFS_SCOPE_HUB: every public model on the Hub
 * @HFS_SCOPE_TOP: the first of a ranking, as many as the depth says
 * @HFS_SCOPE_PUBLISHERS: the models of the publishers that come first, as many as the depth says
 * @HFS_SCOPE_CHOSEN: models that somebody chose one by one
 * @HFS_SCOPE_OUTSIDE: something that is not a model
 *
 * What a number is about.
 */
typedef enum
{
  HFS_SCOPE_HUB,
  HFS_SCOPE_TOP,
  HFS_SCOPE_PUBLISHERS,
  HFS_SCOPE_CHOSEN,
  HFS_SCOPE_OUTSIDE,
  HFS_N_SCOPES,
} HfsScope;

/**
 * HfsClaimSource:
 * @title: what it is
 * @uri: where a reader can see it
 * @date: `YYYY-MM-DD`, or `YYYY-MM` where the day is not known
 *
 * Where a figure is published.
 */
typedef struct
{
  char *title;
  char *uri;
  char *date;
} HfsClaimSource;

#define HFS_TYPE_CLAIM (hfs_claim_get_type ())
G_DECLARE_FINAL_TYPE (HfsClaim, hfs_claim, HFS, CLAIM, GObject)

HfsClaim             *hfs_claim_new_from_json       (JsonObject     *json,
                                                     const char     *place,
                                                     GError        **error);

const char           *hfs_claim_get_id              (HfsClaim       *self);
const char           *hfs_claim_get_text            (HfsClaim       *self);
HfsDimensionId        hfs_claim_get_question        (HfsClaim       *self);
HfsScope              hfs_claim_get_scope           (HfsClaim       *self);
guint                 hfs_claim_get_depth           (HfsClaim       *self);
const char           *hfs_claim_get_population_text (HfsClaim       *self);
HfsWindowKind         hfs_claim_get_window          (HfsClaim       *self);
const char           *hfs_claim_get_window_text     (HfsClaim       *self);
const char           *hfs_claim_get_window_end      (HfsClaim       *self);
guint                 hfs_claim_get_n_figures       (HfsClaim       *self);
const HfsFigure      *hfs_claim_get_figure          (HfsClaim       *self,
                                                     guint           index);
guint                 hfs_claim_get_n_sources       (HfsClaim       *self);
const HfsClaimSource *hfs_claim_get_source          (HfsClaim       *self,
                                                     guint           index);
const HfsRecipe      *hfs_claim_get_recipe          (HfsClaim       *self);
const HfsTally       *hfs_claim_get_tally           (HfsClaim       *self);
const char           *hfs_claim_get_reason          (HfsClaim       *self);

extern const HfsSchemaMember hfs_claim_schema[];

const char           *hfs_window_get_key            (HfsWindowKind   window);
const char           *hfs_scope_get_key             (HfsScope        scope);

G_END_DECLS
