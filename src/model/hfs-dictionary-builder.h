/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-dictionary.h"

G_BEGIN_DECLS

#define HFS_TYPE_DICTIONARY_BUILDER (hfs_dictionary_builder_get_type ())
G_DECLARE_FINAL_TYPE (HfsDictionaryBuilder, hfs_dictionary_builder, HFS, DICTIONARY_BUILDER, GObject)

HfsDictionaryBuilder *hfs_dictionary_builder_new      (void);

guint                 hfs_dictionary_builder_add      (HfsDictionaryBuilder *self,
                                                       const char           *word);
gboolean              hfs_dictionary_builder_lookup   (HfsDictionaryBuilder *self,
                                                       const char           *word,
                                                       guint                *code);
const char           *hfs_dictionary_builder_get_word (HfsDictionaryBuilder *self,
                                                       guint                 code);
guint                 hfs_dictionary_builder_get_size (HfsDictionaryBuilder *self);
HfsDictionary        *hfs_dictionary_builder_end      (HfsDictionaryBuilder *self,
                                                       const guint          *order);

G_END_DECLS
