/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Models that do not exist, as many as wanted and always the same, as skewed as the real ones: few have
 * nearly all downloads and a third has none; few accounts have many models and most have one; names are as long as on
 * the Hub. They are made one after another, the most downloaded first.
 */

#define TYPE_SYNTHETIC (synthetic_get_type ())
G_DECLARE_FINAL_TYPE (Synthetic, synthetic, HFS, SYNTHETIC, GObject)

Synthetic         *synthetic_new  (guint      n_models);
const HfsModelRow *synthetic_next (Synthetic *self);

G_END_DECLS
