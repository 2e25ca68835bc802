/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-cases.h"

G_BEGIN_DECLS

/* The pictures that are kept in tests/chart/references: each case in the light look, and one of each kind in every other
 * way. */

guint            chart_references_count   (void);
char            *chart_reference_dup_name (guint index);
cairo_surface_t *chart_reference_paint    (guint index);

G_END_DECLS
