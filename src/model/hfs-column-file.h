/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsSection:
 * @bytes: (nullable): what it holds; %NULL when it is not there
 * @width: bytes of a value
 *
 * One piece of a column file, named by its place in the list.
 */
typedef struct
{
  GBytes *bytes;
  guint width;
} HfsSection;

#define HFS_TYPE_COLUMN_FILE (hfs_column_file_get_type ())
G_DECLARE_FINAL_TYPE (HfsColumnFile, hfs_column_file, HFS, COLUMN_FILE, GObject)

HfsColumnFile *hfs_column_file_new         (const HfsSection  *sections,
                                            guint              n_sections);
HfsColumnFile *hfs_column_file_open        (const char        *path,
                                            guint              n_sections,
                                            GError           **error);

gboolean       hfs_column_file_save        (HfsColumnFile     *self,
                                            const char        *path,
                                            GError           **error);
gboolean       hfs_column_file_is_mapped   (HfsColumnFile     *self);
GBytes        *hfs_column_file_get_bytes   (HfsColumnFile     *self,
                                            guint              section);
HfsColumn      hfs_column_file_get_column  (HfsColumnFile     *self,
                                            guint              section);

G_END_DECLS
