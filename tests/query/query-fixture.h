/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "reference.h"

G_BEGIN_DECLS

/* The same models as the program has them and as the slow reference has them. */
typedef struct
{
  HfsSnapshot *snapshot;
  Reference *reference;
} Twins;

/* What comes with the program, without a store. */
typedef struct
{
  HfsEngine *engine;
  HfsPublishers *publishers;
  HfsSizeList *sizes;
} QueryFixture;

void      query_fixture_init   (QueryFixture *fixture);
void      query_fixture_clear  (QueryFixture *fixture);

Twins     twins_new_random     (QueryFixture *fixture,
                                GRand        *random,
                                guint         most_models);
Twins     twins_load           (QueryFixture *fixture,
                                const char   *id);
void      twins_clear          (Twins        *twins);

HfsQuery *random_query         (GRand        *random,
                                Twins        *twins,
                                gboolean      may_compare);

G_END_DECLS
