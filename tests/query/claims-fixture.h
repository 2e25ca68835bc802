/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-edition.h"
#include "hfs-engine.h"
#include "model-fixture.h"

G_BEGIN_DECLS

/**
 * ClaimsFixture:
 * @model: a folder for a store
 * @editions: (element-type HfsEdition): those that come with the program
 * @publishers: the published table
 *
 * What the tests of the claims share.
 */
typedef struct
{
  ModelFixture model;
  GPtrArray *editions;
  HfsPublishers *publishers;
} ClaimsFixture;

void         claims_fixture_set_up      (ClaimsFixture      *fixture,
                                         gconstpointer       data);
void         claims_fixture_tear_down   (ClaimsFixture      *fixture,
                                         gconstpointer       data);
HfsEngine   *claims_fixture_bundled     (ClaimsFixture      *fixture);
HfsEngine   *claims_fixture_with        (ClaimsFixture      *fixture,
                                         const HfsModelRow  *rows,
                                         guint               n_rows);
HfsModelRow *claims_fixture_hub         (guint               n_rows,
                                         GPtrArray          *owned);
HfsClaim    *claims_fixture_claim       (ClaimsFixture      *fixture,
                                         const char         *name);

G_END_DECLS
