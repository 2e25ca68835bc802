/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-picture.h"

G_BEGIN_DECLS

/**
 * HfsAnswerFile:
 * @name: such as `answer.png`
 * @bytes: what it holds
 *
 * One file of a folder with an answer.
 */
typedef struct
{
  char *name;
  GBytes *bytes;
} HfsAnswerFile;

GPtrArray *hfs_answer_folder_create_files (HfsEngine                *engine,
                                           HfsQuery                 *query,
                                           const HfsPictureOptions  *options,
                                           GError                  **error);
gboolean   hfs_answer_folder_write        (GPtrArray                *files,
                                           const char               *path,
                                           GError                  **error);

G_END_DECLS
