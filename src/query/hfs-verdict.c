/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-verdict-private.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>

/**
 * HfsVerdict:
 *
 * What the data say of a claim. Immutable; safe to read from any thread.
 */
struct _HfsVerdict
{
  GObject parent_instance;

  HfsClaim *claim;      /* (owned) */
  HfsFinding *finding;  /* (owned) (nullable) */
  HfsTallied *tallied;  /* (owned) (nullable): what stands in for a finding */
  HfsVerdictKind kind;
  gboolean unlike[HFS_N_RULES];
  gboolean agrees;
  char *lack;           /* (nullable): what the data lack */
};

G_DEFINE_FINAL_TYPE (HfsVerdict, hfs_verdict, G_TYPE_OBJECT)

static void
hfs_verdict_finalize (GObject *object)
{
  HfsVerdict *self = HFS_VERDICT (object);

  g_clear_object (&self->claim);
  g_clear_pointer (&self->finding, hfs_finding_free);
  g_clear_pointer (&self->tallied, hfs_tallied_free);
  g_free (self->lack);

  G_OBJECT_CLASS (hfs_verdict_parent_class)->finalize (object);
}

static void
hfs_verdict_class_init (HfsVerdictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_verdict_finalize;
}

static void
hfs_verdict_init (HfsVerdict *self)
{
}

static void
add_differences (HfsVerdict *self,
                 GPtrArray  *differences)
{
  for (guint i = 0; i < differences->len; i++)
    self->unlike[((HfsDifference *) g_ptr_array_index (differences, i))->rule] = TRUE;
}

/* The rules that the header states, but for the first. */
static HfsVerdictKind
conclude (HfsVerdict *self)
{
  for (guint i = 0; i < HFS_N_RULES; i++)
    if (self->unlike[i])
      return HFS_VERDICT_DEPENDS;
  if (self->agrees)
    return HFS_VERDICT_HOLDS;
  return hfs_claim_is_overtaken_by (self->claim, hfs_verdict_get_date (self)) ? HFS_VERDICT_MOVED : HFS_VERDICT_DIFFERS;
}

static void
judge (HfsVerdict *self)
{
  self->agrees = hfs_claim_agrees_with (self->claim, self->finding->value);
  self->unlike[HFS_RULE_WINDOW] = hfs_claim_get_window (self->claim) != hfs_finding_get_window (self->finding);
  self->unlike[HFS_RULE_POPULATION] = !hfs_claim_is_population_alike (self->claim, self->finding);
  add_differences (self, hfs_claim_get_recipe (self->claim)->differences);
  self->kind = hfs_claim_is_too_new_for (self->claim, self->finding) ? HFS_VERDICT_CANNOT_TEST : conclude (self);
}

/**
 * hfs_verdict_new_for_tallied:
 * @claim: a claim with a tally
 * @tallied: (transfer full): what the tally gives
 *
 * Judges a claim by counts of others.
 *
 * Returns: (transfer full): the verdict
 */
HfsVerdict *
hfs_verdict_new_for_tallied (HfsClaim   *claim,
                             HfsTallied *tallied)
{
  HfsVerdict *self = g_object_new (HFS_TYPE_VERDICT, NULL);
  const HfsTally *tally = hfs_claim_get_tally (claim);
  const HfsFigure *figure = hfs_claim_get_figure (claim, 0);

  self->claim = g_object_ref (claim);
  self->tallied = tallied;
  self->agrees = hfs_figure_agrees_with (figure, tally->comparison, tally->tolerance, FALSE,
                                         tally->comparison == HFS_COMPARISON_GREATER ? tallied->value
                                                                                     : tallied->value / figure->scale);
  self->unlike[HFS_RULE_POPULATION] = !tally->same_population;
  add_differences (self, tally->differences);
  self->kind = conclude (self);
  return self;
}

/**
 * hfs_verdict_new_for_finding:
 * @claim: a claim with a recipe
 * @finding: (transfer full): a number of ours
 *
 * Judges a claim by a number.
 *
 * Returns: (transfer full): the verdict
 */
HfsVerdict *
hfs_verdict_new_for_finding (HfsClaim   *claim,
                             HfsFinding *finding)
{
  HfsVerdict *self = g_object_new (HFS_TYPE_VERDICT, NULL);

  self->claim = g_object_ref (claim);
  self->finding = finding;
  judge (self);
  return self;
}

/* What is missing most: where a whole list is needed, a newer one. */
static char *
dup_lack (const HfsRecipe *recipe,
          HfsEngine       *engine,
          const GError    *error)
{
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autofree char *date = NULL;

  if (recipe->needs_complete && error->domain == HFS_QUERY_ERROR)
    info = hfs_archive_find_complete (hfs_engine_get_archive (engine), NULL);
  if (info == NULL)
    return g_strdup (error->message);
  date = hfs_format_date (info->date);
  return g_strdup_printf (_("This needs a list of every model on the Hub. The newest one here is of %1$s. %2$s"), date, error->message);
}

static HfsVerdict *
new_without_number (HfsClaim *claim,
                    char     *lack)
{
  HfsVerdict *self = g_object_new (HFS_TYPE_VERDICT, NULL);

  self->claim = g_object_ref (claim);
  self->kind = HFS_VERDICT_CANNOT_TEST;
  self->lack = lack;
  return self;
}

/* By the recipe alone. */
static HfsVerdict *
new_by_recipe (HfsClaim        *claim,
               const HfsRecipe *recipe,
               HfsEngine       *engine)
{
  g_autoptr (GError) error = NULL;
  HfsFinding *finding = hfs_finding_new (engine, recipe, &error);

  return finding ? hfs_verdict_new_for_finding (claim, finding) : new_without_number (claim, dup_lack (recipe, engine, error));
}

/* By the counts of others alone; they come with the program, so a fault in them is one of the program. */
static HfsVerdict *
new_by_tally (HfsClaim       *claim,
              const HfsTally *tally)
{
  g_autoptr (GError) error = NULL;
  HfsTallied *tallied = hfs_tallied_new (tally, &error);

  return tallied ? hfs_verdict_new_for_tallied (claim, tallied) : new_without_number (claim, g_strdup (error->message));
}

/**
 * hfs_verdict_new:
 *
 * Judges a claim by the data of @engine, and where they cannot tell, by counts that others published. Blocks while a
 * snapshot is opened.
 *
 * Returns: (transfer full): the verdict
 */
HfsVerdict *
hfs_verdict_new (HfsClaim  *claim,
                 HfsEngine *engine)
{
  const HfsRecipe *recipe = hfs_claim_get_recipe (claim);
  const HfsTally *tally = hfs_claim_get_tally (claim);
  g_autoptr (HfsVerdict) verdict = recipe ? new_by_recipe (claim, recipe, engine) : NULL;

  if (tally != NULL && (verdict == NULL || verdict->kind == HFS_VERDICT_CANNOT_TEST))
    return new_by_tally (claim, tally);
  return verdict ? g_steal_pointer (&verdict) : new_without_number (claim, g_strdup (hfs_claim_get_reason (claim)));
}

static void
judge_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, hfs_verdict_new (source, task_data), g_object_unref);
}

/**
 * hfs_verdict_new_async:
 *
 * Judges a claim in a worker thread.
 */
void
hfs_verdict_new_async (HfsClaim            *claim,
                       HfsEngine           *engine,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (claim, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_verdict_new_async);
  g_task_set_task_data (task, g_object_ref (engine), g_object_unref);
  g_task_run_in_thread (task, judge_in_thread);
}

/**
 * hfs_verdict_new_finish:
 *
 * Returns: (transfer full) (nullable): the verdict, or %NULL with @error set when it was cancelled
 */
HfsVerdict *
hfs_verdict_new_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hfs_verdict_get_claim:
 *
 * Returns: (transfer none): what is judged
 */
HfsClaim *
hfs_verdict_get_claim (HfsVerdict *self)
{
  return self->claim;
}

/**
 * hfs_verdict_get_kind:
 *
 * Returns: what the data say
 */
HfsVerdictKind
hfs_verdict_get_kind (HfsVerdict *self)
{
  return self->kind;
}

/**
 * hfs_verdict_get_finding:
 *
 * Returns: (transfer none) (nullable): our number; there may be one though the claim cannot be tested
 */
const HfsFinding *
hfs_verdict_get_finding (HfsVerdict *self)
{
  return self->finding;
}

/**
 * hfs_verdict_get_tallied:
 *
 * Returns: (transfer none) (nullable): the number made from counts of others, where our data could not tell
 */
const HfsTallied *
hfs_verdict_get_tallied (HfsVerdict *self)
{
  return self->tallied;
}

/**
 * hfs_verdict_get_date:
 *
 * Returns: (transfer none) (nullable): of which day the number is, `YYYY-MM-DD`; %NULL when there is none
 */
const char *
hfs_verdict_get_date (HfsVerdict *self)
{
  if (self->tallied != NULL)
    return self->tallied->date;
  return self->finding ? self->finding->snapshot->date : NULL;
}

/**
 * hfs_verdict_get_agrees:
 *
 * Returns: whether our number is as the claim says, whatever rule it follows; %FALSE when there is none
 */
gboolean
hfs_verdict_get_agrees (HfsVerdict *self)
{
  return self->agrees;
}

/**
 * hfs_verdict_is_unlike:
 *
 * Returns: whether our number and the claim differ in this rule
 */
gboolean
hfs_verdict_is_unlike (HfsVerdict *self,
                       HfsRule     rule)
{
  return self->unlike[rule];
}

/**
 * hfs_verdict_get_lack:
 *
 * Returns: (transfer none) (nullable): a sentence on why there is no number, %NULL when there is one
 */
const char *
hfs_verdict_get_lack (HfsVerdict *self)
{
  return self->lack;
}

/**
 * hfs_verdict_kind_get_key:
 *
 * Returns: (transfer none): the word of files
 */
const char *
hfs_verdict_kind_get_key (HfsVerdictKind kind)
{
  static const char * const keys[] = { "holds", "moved", "differs", "depends-on-definition", "cannot-be-tested" };

  return keys[kind];
}

/**
 * hfs_verdict_kind_get_name:
 *
 * Returns: (transfer none): what readers see, in their language
 */
const char *
hfs_verdict_kind_get_name (HfsVerdictKind kind)
{
  static const char * const names[] = {
    N_("Holds"), N_("Has moved"), N_("Differs"), N_("Depends on the definition"), N_("Cannot be tested"),
  };

  return _(names[kind]);
}
