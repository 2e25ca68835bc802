/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "views-fixture.h"

G_BEGIN_DECLS

/**
 * SnapshotsFixture:
 * @engine: answers from a store of the test's own
 * @archive: (unowned): its snapshots
 *
 * A reader who has snapshots.
 */
typedef struct
{
  HfsEngine *engine;
  HfsArchive *archive;
} SnapshotsFixture;

void  snapshots_fixture_set_up    (SnapshotsFixture *fixture);
void  snapshots_fixture_tear_down (SnapshotsFixture *fixture);
GFile *snapshots_fixture_write    (const char       *content);
void  snapshots_fixture_add       (SnapshotsFixture *fixture,
                                   const char       *date,
                                   const char       *content);
void  snapshots_fixture_as_fetched (SnapshotsFixture *fixture);
guint snapshots_fixture_count     (SnapshotsFixture *fixture);
void  snapshots_fixture_run       (int              *argc,
                                   char           ***argv);
int   snapshots_fixture_end       (void);

G_END_DECLS
