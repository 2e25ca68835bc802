/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-overrides.h"

G_BEGIN_DECLS

#define HFS_TYPE_CLASSIFICATION (hfs_classification_get_type ())
G_DECLARE_FINAL_TYPE (HfsClassification, hfs_classification, HFS, CLASSIFICATION, GObject)

HfsClassification *hfs_classification_new           (HfsEngine         *engine);

HfsEngine         *hfs_classification_get_engine    (HfsClassification *self);
HfsOverrides      *hfs_classification_get_overrides (HfsClassification *self);
const char        *hfs_classification_get_trouble   (HfsClassification *self);
char              *hfs_classification_dup_summary   (HfsClassification *self);
char              *hfs_classification_dup_brief     (HfsClassification *self);
char              *hfs_classification_dup_label     (HfsOverrideField   field,
                                                     const char        *value);

G_END_DECLS
