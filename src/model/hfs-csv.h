/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"

G_BEGIN_DECLS

#define HFS_TYPE_CSV_READER (hfs_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (HfsCsvReader, hfs_csv_reader, HFS, CSV_READER, GObject)

HfsCsvReader *hfs_csv_reader_new       (GBytes        *bytes,
                                        GError       **error);
gboolean      hfs_csv_reader_next      (HfsCsvReader  *self,
                                        GError       **error);
guint         hfs_csv_reader_get_line  (HfsCsvReader  *self);
int           hfs_csv_reader_find      (HfsCsvReader  *self,
                                        const char    *column);
const char   *hfs_csv_reader_get_field (HfsCsvReader  *self,
                                        int            column);

void          hfs_csv_append_field     (GString       *line,
                                        const char    *text);

G_END_DECLS
