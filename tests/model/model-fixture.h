/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"
#include "hfs-store.h"

G_BEGIN_DECLS

/**
 * ModelFixture:
 * @folder: a folder that goes away after the test
 * @path: where a store may be in it
 *
 * What the tests of the store share.
 */
typedef struct
{
  char *folder;
  char *path;
  HfsSizeList *sizes;
} ModelFixture;

void         model_fixture_set_up      (ModelFixture  *fixture,
                                        gconstpointer  data);
void         model_fixture_tear_down   (ModelFixture  *fixture,
                                        gconstpointer  data);
void         model_fixture_tell        (const char    *text);
void         model_fixture_finalized   (gpointer       object);
HfsStore    *model_fixture_open        (ModelFixture  *fixture);
guint        model_fixture_count_files (ModelFixture  *fixture,
                                        const char    *part);
HfsModelRow *model_fixture_rows        (guint          from,
                                        guint          n_rows,
                                        gint64         shift,
                                        GPtrArray     *owned);

G_END_DECLS
