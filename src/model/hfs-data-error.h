/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsDataError:
 * @HFS_DATA_ERROR_FORMAT: the text is not of the form it should have
 * @HFS_DATA_ERROR_COLUMN: a column that is needed is missing
 * @HFS_DATA_ERROR_VALUE: a value is not one that can be
 * @HFS_DATA_ERROR_TWICE: the same thing is there twice
 * @HFS_DATA_ERROR_NOT_FOUND: a snapshot that is not there
 *
 * What can be wrong with a file of data. Messages are whole sentences for the reader and name the place.
 */
typedef enum
{
  HFS_DATA_ERROR_FORMAT,
  HFS_DATA_ERROR_COLUMN,
  HFS_DATA_ERROR_VALUE,
  HFS_DATA_ERROR_TWICE,
  HFS_DATA_ERROR_NOT_FOUND,
} HfsDataError;

#define HFS_DATA_ERROR (hfs_data_error_quark ())
GQuark hfs_data_error_quark (void);

G_END_DECLS
