/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-series.h"

G_BEGIN_DECLS

/**
 * HfsSeries:
 *
 * Counts that somebody else published, at several dates, in one group or more. They come with the
 * program and are never mixed with snapshots. Immutable; safe to read from any thread.
 */
struct _HfsSeries
{
  GObject parent_instance;

  char *id;
  char *title;
  char *unit;
  char *population;
  char *source;
  char *uri;
  char *licence;
  char *note;
  HfsSeriesCounts counts;
  GPtrArray *groups; /* (owned) (element-type Group) */
};

G_END_DECLS
