/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answers.h"

#include "hfs-question.h"
#include "hfs-sentence.h"

#include <glib/gi18n.h>

/* The questions are asked one after the other, so that the page's own question never waits behind them. */
typedef struct
{
  GListModel *questions;      /* (owned) */
  HfsEngine *engine;          /* (owned) */
  GCancellable *cancellable;  /* (owned) */
  guint next;
} Round;

static void
round_free (Round *round)
{
  g_object_unref (round->questions);
  g_object_unref (round->engine);
  g_object_unref (round->cancellable);
  g_free (round);
}

static void ask_next (Round *round);

static void
answered_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      data)
{
  Round *round = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsResult) result = hfs_engine_run_finish (HFS_ENGINE (source), async_result, &error);
  g_autoptr (HfsQuestion) question = g_list_model_get_item (round->questions, round->next - 1);

  if (g_cancellable_is_cancelled (round->cancellable))
    {
      round_free (round);
      return;
    }
  if (result != NULL)
    {
      g_autofree char *brief = hfs_result_dup_brief (result);

      /* Nothing can be said when nothing is known of any model. */
      hfs_question_set_answer (question, *brief != '\0' ? brief : _("Fetch today’s data to see it"));
    }
  else
    hfs_question_set_answer (question, error->message);
  ask_next (round);
}

static void
ask_next (Round *round)
{
  while (round->next < g_list_model_get_n_items (round->questions))
    {
      g_autoptr (HfsQuestion) question = g_list_model_get_item (round->questions, round->next++);
      HfsQuery *query = hfs_question_get_query (question);

      if (query != NULL)
        {
          hfs_engine_run_async (round->engine, query, round->cancellable, answered_cb, round);
          return;
        }
    }
  round_free (round);
}

/**
 * hfs_answers_update:
 * @questions: a list of [class@Question]
 * @engine: what answers
 * @cancellable: stops it
 *
 * Puts today's answer under each question, one after the other, while the main loop runs.
 */
void
hfs_answers_update (GListModel   *questions,
                    HfsEngine    *engine,
                    GCancellable *cancellable)
{
  Round *round = g_new0 (Round, 1);

  round->questions = g_object_ref (questions);
  round->engine = g_object_ref (engine);
  round->cancellable = g_object_ref (cancellable);
  ask_next (round);
}
