/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Results made by hand, so that the tests of charts do not depend on the data. */

/* Pango 1.50 has no automatic clean-up for its contexts. */
typedef PangoContext FixtureContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixtureContext, g_object_unref)

typedef struct
{
  HfsRowKind kind;
  const char *key;
  const char *label;
  gint64 value;
  gint64 before;
} FixtureRow;

HfsResult    *chart_fixture_create         (const char       *query,
                                            const FixtureRow *rows,
                                            guint             n_rows);
HfsResult    *chart_fixture_countries      (const char       *query);
HfsResult    *chart_fixture_then_and_now   (const char       *query);
HfsResult    *chart_fixture_divided        (const char       *query);
HfsResult    *chart_fixture_concentration  (const char       *query);
HfsResult    *chart_fixture_years          (const char       *query);
HfsResult    *chart_fixture_divided_years  (const char       *query);
GPtrArray    *chart_fixture_distribute     (HfsResult        *result);
PangoContext *chart_fixture_create_context (double            size);

G_END_DECLS
