/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-publishers.h"

G_BEGIN_DECLS

/**
 * HfsOverrideField:
 * @HFS_OVERRIDE_COUNTRY: the country of a publisher
 * @HFS_OVERRIDE_TYPE: what kind of developer a publisher is
 *
 * What a reader can classify otherwise.
 */
typedef enum
{
  HFS_OVERRIDE_COUNTRY,
  HFS_OVERRIDE_TYPE,
  HFS_N_OVERRIDE_FIELDS,
} HfsOverrideField;

/**
 * HfsOverride:
 * @publisher: the Hub account
 * @field: what is changed
 * @value: key of a country or of a developer type
 * @reason: why, in the reader's words
 * @date: when it was decided, `YYYY-MM-DD`
 *
 * One decision of the reader. Read only.
 */
typedef struct
{
  char *publisher;
  HfsOverrideField field;
  char *value;
  char *reason;
  char *date;
} HfsOverride;

/**
 * HfsOverrideError:
 * @HFS_OVERRIDE_ERROR_PUBLISHER: that cannot be the name of an account
 * @HFS_OVERRIDE_ERROR_VALUE: there is no such country or developer type
 * @HFS_OVERRIDE_ERROR_REASON: the reason is missing or too long
 * @HFS_OVERRIDE_ERROR_DATE: that day does not exist
 * @HFS_OVERRIDE_ERROR_FILE: a file has faults, which its report lists by line
 *
 * What can be wrong with a decision.
 */
typedef enum
{
  HFS_OVERRIDE_ERROR_PUBLISHER,
  HFS_OVERRIDE_ERROR_VALUE,
  HFS_OVERRIDE_ERROR_REASON,
  HFS_OVERRIDE_ERROR_DATE,
  HFS_OVERRIDE_ERROR_FILE,
} HfsOverrideError;

#define HFS_OVERRIDE_ERROR (hfs_override_error_quark ())
GQuark hfs_override_error_quark (void);

#define HFS_TYPE_OVERRIDES (hfs_overrides_get_type ())
G_DECLARE_FINAL_TYPE (HfsOverrides, hfs_overrides, HFS, OVERRIDES, GObject)

HfsOverrides      *hfs_overrides_new          (void);

guint              hfs_overrides_get_n        (HfsOverrides      *self);
const HfsOverride *hfs_overrides_get          (HfsOverrides      *self,
                                               guint              index);
const HfsOverride *hfs_overrides_find         (HfsOverrides      *self,
                                               const char        *publisher,
                                               HfsOverrideField   field);
gboolean           hfs_overrides_set          (HfsOverrides      *self,
                                               const HfsOverride *override,
                                               GError           **error);
gboolean           hfs_overrides_remove       (HfsOverrides      *self,
                                               const char        *publisher,
                                               HfsOverrideField   field);
void               hfs_overrides_replace      (HfsOverrides      *self,
                                               GPtrArray         *overrides);
gboolean           hfs_overrides_can_undo     (HfsOverrides      *self);
gboolean           hfs_overrides_undo         (HfsOverrides      *self);

char              *hfs_overrides_dup_published (HfsPublishers     *publishers,
                                               const HfsOverride *override);

HfsOverride       *hfs_override_new_checked   (const HfsOverride *draft,
                                               GError           **error);
void               hfs_override_free          (HfsOverride       *override);
const char        *hfs_override_field_get_key (HfsOverrideField   field);
gboolean           hfs_override_field_from_key (const char       *key,
                                               HfsOverrideField  *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsOverride, hfs_override_free)

G_END_DECLS
