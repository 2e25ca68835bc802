/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-change-sentence.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What one choice has done to an answer, in one sentence: which share moved most, and what moved it. */

typedef enum
{
  REASON_NONE,
  REASON_UNKNOWN_OUT,
  REASON_UNKNOWN_IN,
  REASON_CREDIT_BASE,
  REASON_CREDIT_PUBLISHER,
  REASON_PUBLISHED,
  REASON_ATOM,
  REASON_MINE,
  REASON_DOWNLOADS,
  REASON_ALL_TIME,
  REASON_MODELS,
  REASON_LIKES,
  REASON_FILTER,
  REASON_DATA,
  REASON_LIKE,
  REASON_SEVERAL,
  N_REASONS,
} Reason;

/* Each with the name of a row, its share now and its share before. */
static const char * const sentences[N_REASONS] = {
  /* Translators: what a choice has changed: %1$s is a row such as “China”, %2$s its share now, %3$s its share before. */
  [REASON_UNKNOWN_OUT] = N_("%1$s: %2$s now, %3$s before, because what is not known is left out."),
  [REASON_UNKNOWN_IN] = N_("%1$s: %2$s now, %3$s before, because what is not known is counted again."),
  [REASON_CREDIT_BASE] = N_("%1$s: %2$s now, %3$s before, because copies count for the original publisher."),
  [REASON_CREDIT_PUBLISHER] = N_("%1$s: %2$s now, %3$s before, because copies count for whoever uploaded them."),
  [REASON_PUBLISHED] = N_("%1$s: %2$s now, %3$s before, because publishers are where this program places them."),
  [REASON_ATOM] = N_("%1$s: %2$s now, %3$s before, because publishers are where the ATOM Project places them."),
  [REASON_MINE] = N_("%1$s: %2$s now, %3$s before, because publishers are where you place them."),
  [REASON_DOWNLOADS] = N_("%1$s: %2$s now, %3$s before, because the downloads of 30 days are counted."),
  [REASON_ALL_TIME] = N_("%1$s: %2$s now, %3$s before, because all downloads so far are counted."),
  [REASON_MODELS] = N_("%1$s: %2$s now, %3$s before, because models are counted."),
  [REASON_LIKES] = N_("%1$s: %2$s now, %3$s before, because likes are counted."),
  [REASON_FILTER] = N_("%1$s: %2$s now, %3$s before, because other models are counted."),
  [REASON_DATA] = N_("%1$s: %2$s now, %3$s before, because the data are of another day."),
  [REASON_LIKE] = N_("%1$s: %2$s now, %3$s before, because only what can be compared is counted."),
  [REASON_SEVERAL] = N_("%1$s: %2$s now, %3$s before, because several choices have changed."),
};

/* Adds a reason to those found so far. */
static void
add_reason (Reason   *found,
            gboolean  differs,
            Reason    reason)
{
  if (differs)
    *found = *found == REASON_NONE ? reason : REASON_SEVERAL;
}

static gboolean
same_filters (HfsQuery *one,
              HfsQuery *other)
{
  for (HfsDimensionId i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *a = hfs_query_get_filter (one, i), * const *b = hfs_query_get_filter (other, i);

      if (!a != !b || (a != NULL && !g_strv_equal (a, b)))
        return FALSE;
    }
  return g_strcmp0 (hfs_query_get_search (one), hfs_query_get_search (other)) == 0;
}

static Reason
find_reason (HfsResult *before,
             HfsResult *after)
{
  HfsQuery *old = hfs_result_get_query (before), *new = hfs_result_get_query (after);
  gboolean unknown = hfs_query_get_shows_unknown (new);
  Reason reason = REASON_NONE;

  add_reason (&reason, hfs_query_get_shows_unknown (old) != unknown, unknown ? REASON_UNKNOWN_IN : REASON_UNKNOWN_OUT);
  add_reason (&reason, hfs_query_get_credit (old) != hfs_query_get_credit (new),
              hfs_query_get_credit (new) == HFS_CREDIT_BASE ? REASON_CREDIT_BASE : REASON_CREDIT_PUBLISHER);
  add_reason (&reason, hfs_query_get_attribution (old) != hfs_query_get_attribution (new),
              REASON_PUBLISHED + hfs_query_get_attribution (new));
  add_reason (&reason, hfs_query_get_measure (old) != hfs_query_get_measure (new), REASON_DOWNLOADS + hfs_query_get_measure (new));
  add_reason (&reason, !same_filters (old, new), REASON_FILTER);
  add_reason (&reason, !g_str_equal (hfs_result_get_snapshot (before)->id, hfs_result_get_snapshot (after)->id), REASON_DATA);
  add_reason (&reason, hfs_result_get_depth (before) != hfs_result_get_depth (after), REASON_LIKE);
  return reason;
}

/* The row of both answers whose share differs most; %NULL when they have none in common. */
static const HfsResultRow *
find_mover (HfsResult           *before,
            HfsResult           *after,
            const HfsResultRow **was)
{
  const HfsResultRow *mover = NULL;

  for (guint i = 0; i < hfs_result_get_n_rows (after); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (after, i);
      const HfsResultRow *old = row->kind == HFS_ROW_CLEAR ? hfs_result_find_row (before, row->key) : NULL;

      if (old != NULL && (mover == NULL || fabs (row->share - old->share) > fabs (mover->share - (*was)->share)))
        {
          mover = row;
          *was = old;
        }
    }
  return mover;
}

/**
 * hfs_change_sentence_new:
 * @before: the answer that was shown
 * @after: the answer to the same question after the reader has changed something
 *
 * Says what the change has done, such as “China: 38 % now, 41 % before, because what is not known is left out.”
 *
 * Returns: (transfer full) (nullable): one sentence, or %NULL when nothing was changed that can move a share, or the
 *   answers have nothing in common
 */
char *
hfs_change_sentence_new (HfsResult *before,
                         HfsResult *after)
{
  const HfsResultRow *was = NULL, *mover;
  g_autofree char *now_share = NULL, *old_share = NULL;
  Reason reason;

  if (hfs_query_get_dimension (hfs_result_get_query (before)) != hfs_query_get_dimension (hfs_result_get_query (after)))
    return NULL;
  reason = find_reason (before, after);
  mover = reason != REASON_NONE ? find_mover (before, after, &was) : NULL;
  if (mover == NULL)
    return NULL;
  now_share = hfs_format_share (mover->share);
  old_share = hfs_format_share (was->share);
  if (g_str_equal (now_share, old_share))
    return g_strdup (_("The shares stay as they were."));
  return g_strdup_printf (_(sentences[reason]), mover->label, now_share, old_share);
}
