/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-file.h"
#include "hfs-snapshot.h"

G_BEGIN_DECLS

/* A row of the year column: 0 not stated, 1 up to the backfill, else the years since 2000. */
#define HFS_YEAR_UNKNOWN 0
#define HFS_YEAR_EARLIER 1
#define HFS_YEAR_ZERO    2000

/* No row: a base model that is outside the snapshot. */
#define HFS_NO_ROW G_MAXUINT32

/* A dictionary takes three sections: text, offsets and slots. */
#define HFS_DICTIONARY_SECTIONS 3

/* The sections of a snapshot's column file. */
typedef enum
{
  HFS_SECTION_INFO,                                        /* what the snapshot is of, as text */
  HFS_SECTION_COUNTS,                                      /* a column for each HfsCount */
  HFS_SECTION_CODES = HFS_SECTION_COUNTS + HFS_N_COUNTS,   /* a column for each HfsWord */
  HFS_SECTION_LANGUAGE_SET = HFS_SECTION_CODES + HFS_N_WORDS,
  HFS_SECTION_CREATED_AT,                                  /* seconds since 1970, 0 where absent */
  HFS_SECTION_YEAR,
  HFS_SECTION_PARAMETERS,
  HFS_SECTION_SIZE_CLASS,
  HFS_SECTION_SIZE_SOURCE,
  HFS_SECTION_ACTIVE_ROWS,                                 /* rows with active parameters, in order */
  HFS_SECTION_ACTIVE_PARAMETERS,                           /* of these rows */
  HFS_SECTION_RELATION,
  HFS_SECTION_BASE,                                        /* code of the base model's id */
  HFS_SECTION_BASE_ROW,                                    /* for each of those codes its row */
  HFS_SECTION_SET_OFFSETS,                                 /* for each set of languages where it begins, and the end */
  HFS_SECTION_SET_LANGUAGES,                               /* codes of languages */
  HFS_SECTION_NAMES,                                       /* dictionary of ids: the code is the row */
  HFS_SECTION_WORDS = HFS_SECTION_NAMES + HFS_DICTIONARY_SECTIONS,
  HFS_SECTION_LANGUAGE_NAMES = HFS_SECTION_WORDS + HFS_N_WORDS * HFS_DICTIONARY_SECTIONS,
  HFS_SECTION_BASE_NAMES = HFS_SECTION_LANGUAGE_NAMES + HFS_DICTIONARY_SECTIONS,
  HFS_N_SECTIONS = HFS_SECTION_BASE_NAMES + HFS_DICTIONARY_SECTIONS,
} HfsSectionId;

HfsSnapshot   *hfs_snapshot_new_from_file (HfsColumnFile         *file,
                                           const HfsSnapshotInfo *info);
HfsColumnFile *hfs_snapshot_get_file      (HfsSnapshot           *self);

G_END_DECLS
