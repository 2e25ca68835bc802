/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsQueryError:
 * @HFS_QUERY_ERROR_NAME: there is no query of this name
 * @HFS_QUERY_ERROR_KEY: there is no such key, or it is there twice
 * @HFS_QUERY_ERROR_VALUE: the key cannot have this value
 * @HFS_QUERY_ERROR_NOT_STATED: the snapshot does not hold what is asked for
 *
 * What can be wrong with a question. Messages are whole sentences for the reader: they name the word and list what is allowed.
 */
typedef enum
{
  HFS_QUERY_ERROR_NAME,
  HFS_QUERY_ERROR_KEY,
  HFS_QUERY_ERROR_VALUE,
  HFS_QUERY_ERROR_NOT_STATED,
} HfsQueryError;

#define HFS_QUERY_ERROR (hfs_query_error_quark ())
GQuark hfs_query_error_quark (void);

G_END_DECLS
