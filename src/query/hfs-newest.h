/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsNewestFuncs:
 * @find: finds what is asked, in any thread; %NULL with the error set when it cannot
 * @take: makes what was found what the list holds, in the list's thread; it may take parts of it
 * @free: frees what was found
 *
 * What a list does with an update.
 */
typedef struct
{
  gpointer       (*find) (gpointer   list,
                          HfsQuery  *query,
                          GError   **error);
  void           (*take) (gpointer   list,
                          gpointer   found);
  GDestroyNotify   free;
} HfsNewestFuncs;

gboolean hfs_newest_update        (gpointer               list,
                                   guint                 *newest,
                                   const HfsNewestFuncs  *funcs,
                                   HfsQuery              *query,
                                   GError               **error);
void     hfs_newest_update_async  (gpointer               list,
                                   guint                 *newest,
                                   const HfsNewestFuncs  *funcs,
                                   HfsQuery              *query,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               data);
gboolean hfs_newest_update_finish (gpointer               list,
                                   GAsyncResult          *result,
                                   GError               **error);

G_END_DECLS
