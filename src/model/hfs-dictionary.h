/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HFS_TYPE_DICTIONARY (hfs_dictionary_get_type ())
G_DECLARE_FINAL_TYPE (HfsDictionary, hfs_dictionary, HFS, DICTIONARY, GObject)

/* Code of a word that is absent: the dictionaries of columns hold the empty string there. */
#define HFS_NO_WORD 0u

HfsDictionary *hfs_dictionary_new       (GBytes        *text,
                                         GBytes        *offsets,
                                         GBytes        *slots);

gboolean       hfs_dictionary_lookup    (HfsDictionary *self,
                                         const char    *word,
                                         guint         *code);
const char    *hfs_dictionary_get_word  (HfsDictionary *self,
                                         guint          code);
guint          hfs_dictionary_get_size  (HfsDictionary *self);
GBytes        *hfs_dictionary_get_text  (HfsDictionary *self);
GBytes        *hfs_dictionary_get_offsets (HfsDictionary *self);
GBytes        *hfs_dictionary_get_slots (HfsDictionary *self);

guint32        hfs_dictionary_hash      (const char    *word);

G_END_DECLS
