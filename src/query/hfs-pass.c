/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-pass.h"

/* Below, starting a thread costs more than it saves. */
#define WORTH_A_THREAD (256 * 1024)

typedef struct
{
  HfsPassFunc func;
  gpointer user_data;
  guint from;
  guint to;
} Part;

static gpointer
run_part (gpointer data)
{
  const Part *part = data;

  part->func (part->from, part->to, 1, part->user_data);
  return NULL;
}

/**
 * hfs_pass_run:
 * @func: (scope call): what to do
 *
 * Goes over the rows of a snapshot, on two processors when there are so many that it pays.
 *
 * Returns: how many parts there were
 */
guint
hfs_pass_run (guint       n_rows,
              HfsPassFunc func,
              gpointer    user_data)
{
  /* A multiple of 64: no two threads then write to one cache line of a mask. */
  guint middle = n_rows / 2 / 64 * 64;
  Part second = { func, user_data, middle, n_rows };
  GThread *thread = NULL;

  if (n_rows >= WORTH_A_THREAD && g_get_num_processors () > 1)
    thread = g_thread_try_new ("pass", run_part, &second, NULL);
  if (thread == NULL)
    {
      func (0, n_rows, 0, user_data);
      return 1;
    }
  func (0, middle, 0, user_data);
  g_thread_join (thread);
  return HFS_PASS_PARTS;
}
