/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsSizeSource:
 * @HFS_SIZE_SOURCE_NONE: the size is not known
 * @HFS_SIZE_SOURCE_SAFETENSORS: counted in the model's files
 * @HFS_SIZE_SOURCE_GGUF: stated by the model's GGUF header
 * @HFS_SIZE_SOURCE_FILE: stated by an imported file
 * @HFS_SIZE_SOURCE_LIST: from the curated list
 * @HFS_SIZE_SOURCE_NAME: read from the model's name
 * @HFS_SIZE_SOURCE_BASE_MODEL: the size of the model it is made from
 *
 * Where a number of parameters is known from, the surest first.
 */
typedef enum
{
  HFS_SIZE_SOURCE_NONE,
  HFS_SIZE_SOURCE_SAFETENSORS,
  HFS_SIZE_SOURCE_GGUF,
  HFS_SIZE_SOURCE_FILE,
  HFS_SIZE_SOURCE_LIST,
  HFS_SIZE_SOURCE_NAME,
  HFS_SIZE_SOURCE_BASE_MODEL,
  HFS_N_SIZE_SOURCES,
} HfsSizeSource;

/**
 * HfsSizeClass:
 *
 * Models by their number of parameters; a class holds its lower bound and not its upper one.
 */
typedef enum
{
  HFS_SIZE_CLASS_LT_100M,
  HFS_SIZE_CLASS_100M_1B,
  HFS_SIZE_CLASS_1B_10B,
  HFS_SIZE_CLASS_10B_30B,
  HFS_SIZE_CLASS_30B_100B,
  HFS_SIZE_CLASS_GE_100B,
  HFS_SIZE_CLASS_UNKNOWN,
  HFS_N_SIZE_CLASSES,
} HfsSizeClass;

HfsSizeClass  hfs_size_class_of           (gint64         parameters);
const char   *hfs_size_class_get_key      (HfsSizeClass   size_class);
const char   *hfs_size_source_get_key     (HfsSizeSource  source);
gboolean      hfs_size_source_is_measured (HfsSizeSource  source);

gint64        hfs_size_from_name          (const char    *id);

G_END_DECLS
