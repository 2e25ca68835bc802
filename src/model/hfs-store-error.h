/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsStoreError:
 * @HFS_STORE_ERROR_FAILED: anything else
 * @HFS_STORE_ERROR_BUSY: another instance is writing
 * @HFS_STORE_ERROR_DAMAGED: the file is no longer a whole database
 * @HFS_STORE_ERROR_FULL: there is no room left on the disk
 * @HFS_STORE_ERROR_NEWER: a newer version of the program wrote the file
 * @HFS_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @HFS_STORE_ERROR_EMPTY: a run that fetched no model is no snapshot
 *
 * What can go wrong with the store. Messages are whole sentences for the reader.
 */
typedef enum
{
  HFS_STORE_ERROR_FAILED,
  HFS_STORE_ERROR_BUSY,
  HFS_STORE_ERROR_DAMAGED,
  HFS_STORE_ERROR_FULL,
  HFS_STORE_ERROR_NEWER,
  HFS_STORE_ERROR_READ_ONLY,
  HFS_STORE_ERROR_EMPTY,
} HfsStoreError;

#define HFS_STORE_ERROR (hfs_store_error_quark ())
GQuark hfs_store_error_quark (void);

G_END_DECLS
