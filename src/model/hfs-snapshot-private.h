/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot.h"

G_BEGIN_DECLS

/* Filled by HfsSnapshotBuilder alone; nobody writes to it afterwards. */
struct _HfsSnapshot
{
  GObject parent_instance;

  HfsSnapshotInfo *info;              /* (owned) */
  guint n_models;
  GByteArray *names;                  /* (owned): the ids, each ended by a zero byte */
  GArray *name_at;                    /* (owned) (element-type guint): offset into names */
  GArray *counts[HFS_N_COUNTS];       /* (owned) (nullable) (element-type gint64) */
  GArray *codes[HFS_N_WORDS];         /* (owned) (element-type guint) */
  HfsDictionary *words[HFS_N_WORDS];  /* (owned) */
  GArray *language_at;                /* (owned) (element-type guint): n_models + 1 offsets into languages */
  GArray *languages;                  /* (owned) (element-type guint) */
  HfsDictionary *language_names;      /* (owned) */
  GArray *created_at;                 /* (owned) (element-type gint64) */
  GArray *parameters;                 /* (owned) (element-type gint64) */
  GArray *active_parameters;          /* (owned) (element-type gint64) */
  GByteArray *size_sources;           /* (owned): an HfsSizeSource a row */
  GByteArray *relations;              /* (owned): an HfsRelation a row */
  GArray *bases;                      /* (owned) (element-type guint): code in base_names */
  HfsDictionary *base_names;          /* (owned) */
  GHashTable *rows;                   /* (owned) (element-type utf8 guint): id to row, keys borrowed from names */
};

G_END_DECLS
