/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-checked-claim.h"

#include "hfs-sensitivity.h"

/* How many publishers that would turn a verdict round are named. */
#define MAX_FLIPS 3

/**
 * HfsCheckedClaim:
 *
 * A claim of a report with its verdict, and with what could change it. Made in a worker thread, then only read.
 */
struct _HfsCheckedClaim
{
  GObject parent_instance;

  HfsEdition *edition;  /* (owned) */
  HfsVerdict *verdict;  /* (owned) */
  gboolean has_bounds;
  HfsBounds bounds;
  char **doubts;        /* (owned): a sentence each */
};

G_DEFINE_FINAL_TYPE (HfsCheckedClaim, hfs_checked_claim, G_TYPE_OBJECT)

static void
hfs_checked_claim_finalize (GObject *object)
{
  HfsCheckedClaim *self = HFS_CHECKED_CLAIM (object);

  g_clear_object (&self->edition);
  g_clear_object (&self->verdict);
  g_strfreev (self->doubts);

  G_OBJECT_CLASS (hfs_checked_claim_parent_class)->finalize (object);
}

static void
hfs_checked_claim_class_init (HfsCheckedClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_checked_claim_finalize;
}

static void
hfs_checked_claim_init (HfsCheckedClaim *self)
{
}

static char **
dup_doubts (HfsVerdict *verdict,
            HfsEngine  *engine)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) flips = hfs_sensitivity_find_flips (verdict, engine, MAX_FLIPS);

  for (guint i = 0; i < flips->len; i++)
    {
      g_autofree char *sentence = hfs_flip_dup_sentence (g_ptr_array_index (flips, i), verdict);

      g_strv_builder_add (builder, sentence);
    }
  return g_strv_builder_end (builder);
}

/**
 * hfs_checked_claim_new:
 * @edition: the report that @claim is in
 *
 * Judges a claim. Blocks while snapshots are opened; for worker threads.
 *
 * Returns: (transfer full): the claim with its verdict
 */
HfsCheckedClaim *
hfs_checked_claim_new (HfsEdition *edition,
                       HfsClaim   *claim,
                       HfsEngine  *engine)
{
  HfsCheckedClaim *self = g_object_new (HFS_TYPE_CHECKED_CLAIM, NULL);

  self->edition = g_object_ref (edition);
  self->verdict = hfs_verdict_new (claim, engine);
  self->has_bounds = hfs_bounds_of_verdict (self->verdict, engine, &self->bounds);
  self->doubts = dup_doubts (self->verdict, engine);
  return self;
}

/**
 * hfs_checked_claim_get_edition:
 *
 * Returns: (transfer none): the report that the claim is in
 */
HfsEdition *
hfs_checked_claim_get_edition (HfsCheckedClaim *self)
{
  return self->edition;
}

/**
 * hfs_checked_claim_get_verdict:
 *
 * Returns: (transfer none): the verdict, which has the claim
 */
HfsVerdict *
hfs_checked_claim_get_verdict (HfsCheckedClaim *self)
{
  return self->verdict;
}

/**
 * hfs_checked_claim_get_bounds:
 *
 * Returns: (transfer none) (nullable): how far our number could be from the truth; %NULL when nothing is unknown
 */
const HfsBounds *
hfs_checked_claim_get_bounds (HfsCheckedClaim *self)
{
  return self->has_bounds ? &self->bounds : NULL;
}

/**
 * hfs_checked_claim_get_doubts:
 *
 * Returns: (transfer none) (array zero-terminated=1): one sentence for each publisher that could turn the verdict round
 */
const char * const *
hfs_checked_claim_get_doubts (HfsCheckedClaim *self)
{
  return (const char * const *) self->doubts;
}

/**
 * hfs_checked_claim_dup_place:
 *
 * Returns: (transfer full): where the chart behind the verdict is: a query, or the page of the counts of others; where
 *   there is no number, the question that the claim belongs to
 */
char *
hfs_checked_claim_dup_place (HfsCheckedClaim *self)
{
  HfsClaim *claim = hfs_verdict_get_claim (self->verdict);
  const HfsFinding *finding = hfs_verdict_get_finding (self->verdict);
  g_autoptr (HfsQuery) share = NULL;

  if (hfs_verdict_get_tallied (self->verdict) != NULL)
    return g_strdup ("trends");
  if (finding == NULL)
    {
      g_autoptr (HfsQuery) question = hfs_query_parse (hfs_dimension_get (hfs_claim_get_question (claim))->name, NULL);

      return hfs_query_to_string (question);
    }
  if (hfs_statistic_is_share (hfs_claim_get_recipe (claim)->statistic))
    share = hfs_query_with (finding->query, "share", "1", NULL);
  return hfs_query_to_string (share ? share : finding->query);
}
