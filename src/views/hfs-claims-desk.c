/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claims-desk.h"

#include "hfs-question.h"
#include "hfs-verdict-list.h"

#include <glib/gi18n.h>

/**
 * HfsClaimsDesk:
 *
 * What the pages about the claims share: the engine, once it is there, the verdicts, and what the reader classifies otherwise.
 */
struct _HfsClaimsDesk
{
  GObject parent_instance;

  GListModel *questions;     /* (owned): of HfsQuestion */
  HfsVerdictList *verdicts;  /* (owned) */
  HfsEngine *engine;         /* (owned) (nullable) */
  HfsClassification *classification;  /* (owned) (nullable): there as soon as the engine is */
};

enum
{
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsClaimsDesk, hfs_claims_desk, G_TYPE_OBJECT)

static void
set_answer (HfsClaimsDesk *self,
            const char    *id,
            const char    *answer)
{
  guint place = hfs_questions_find (self->questions, id);
  g_autoptr (HfsQuestion) question = g_list_model_get_item (self->questions, place);

  if (question != NULL)
    hfs_question_set_answer (question, answer);
}

static void
judged_cb (HfsClaimsDesk *self)
{
  g_autofree char *brief = hfs_verdict_list_dup_brief (self->verdicts);

  set_answer (self, "claims", brief);
}

static void
hfs_claims_desk_dispose (GObject *object)
{
  HfsClaimsDesk *self = HFS_CLAIMS_DESK (object);

  if (self->verdicts != NULL)
    g_object_run_dispose (G_OBJECT (self->verdicts));
  g_clear_object (&self->verdicts);
  g_clear_object (&self->questions);
  g_clear_object (&self->engine);
  g_clear_object (&self->classification);

  G_OBJECT_CLASS (hfs_claims_desk_parent_class)->dispose (object);
}

static void
hfs_claims_desk_class_init (HfsClaimsDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_claims_desk_dispose;

  /**
   * HfsClaimsDesk::updated:
   *
   * There is an engine, or its data are new.
   */
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_claims_desk_init (HfsClaimsDesk *self)
{
  self->verdicts = hfs_verdict_list_new ();
  g_signal_connect_object (self->verdicts, "items-changed", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hfs_claims_desk_new:
 * @questions: where the briefs go
 *
 * Returns: (transfer full): a desk without engine yet
 */
HfsClaimsDesk *
hfs_claims_desk_new (GListModel *questions)
{
  HfsClaimsDesk *self = g_object_new (HFS_TYPE_CLAIMS_DESK, NULL);

  self->questions = g_object_ref (questions);
  return self;
}

/**
 * hfs_claims_desk_get_engine:
 *
 * Returns: (transfer none) (nullable): what answers
 */
HfsEngine *
hfs_claims_desk_get_engine (HfsClaimsDesk *self)
{
  return self->engine;
}

/**
 * hfs_claims_desk_update:
 * @engine: what answers
 *
 * Judges the claims by the data as they are now, and lets the pages know.
 */
void
hfs_claims_desk_update (HfsClaimsDesk *self,
                        HfsEngine     *engine)
{
  g_autofree char *brief = NULL;

  g_set_object (&self->engine, engine);
  if (self->classification == NULL)
    self->classification = hfs_classification_new (engine);
  brief = hfs_classification_dup_brief (self->classification);
  set_answer (self, "classify", brief);
  hfs_verdict_list_judge (self->verdicts, engine);
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * hfs_claims_desk_get_classification:
 *
 * Returns: (transfer none) (nullable): what the reader classifies otherwise; %NULL as long as there is no engine
 */
HfsClassification *
hfs_claims_desk_get_classification (HfsClaimsDesk *self)
{
  return self->classification;
}

/**
 * hfs_claims_desk_get_verdicts:
 *
 * Returns: (transfer none): a [class@VerdictList]
 */
GListModel *
hfs_claims_desk_get_verdicts (HfsClaimsDesk *self)
{
  return G_LIST_MODEL (self->verdicts);
}
