/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-overrides.h"

G_BEGIN_DECLS

char     *hfs_overrides_to_csv   (HfsOverrides   *self);
gboolean  hfs_overrides_read_csv (HfsOverrides   *self,
                                  GBytes         *csv,
                                  char         ***report,
                                  GError        **error);
char     *hfs_overrides_dup_default_path (void);
gboolean  hfs_overrides_save     (HfsOverrides   *self,
                                  const char     *path,
                                  GError        **error);
gboolean  hfs_overrides_load     (HfsOverrides   *self,
                                  const char     *path,
                                  char         ***report,
                                  GError        **error);

G_END_DECLS
