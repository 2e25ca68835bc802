/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-file.h"
#include "hfs-column.h"
#include "hfs-dictionary.h"

G_BEGIN_DECLS

/* How the sections of a file of columns are made. */
HfsSection hfs_section_new_ordered     (HfsColumn      column,
                                        const guint   *order,
                                        guint          n,
                                        guint          width);
HfsSection hfs_section_take_array      (GArray        *array);
void       hfs_section_take_dictionary (HfsSection    *sections,
                                        HfsDictionary *dictionary);

G_END_DECLS
