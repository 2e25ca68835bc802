/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-verdict.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A verdict in words: what is published, what we count, and why the two can or cannot be set side by side. */

static char *
join (GPtrArray  *parts,
      const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

static char *
dup_amount (double     amount,
            HfsMeasure measure)
{
  gint64 number = llround (amount);
  g_autofree char *text = hfs_format_amount (number);
  /* What is written in millions takes the plural of a million, whatever its last digits are. */
  gulong plural = MIN (number, 1000000);

  switch (measure)
    {
    case HFS_MEASURE_MODELS:
      return g_strdup_printf (ngettext ("%s model", "%s models", plural), text);
    case HFS_MEASURE_LIKES:
      return g_strdup_printf (ngettext ("%s like", "%s likes", plural), text);
    case HFS_MEASURE_DOWNLOADS:
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
    case HFS_N_MEASURES:
    default:
      return g_strdup_printf (ngettext ("%s download", "%s downloads", plural), text);
    }
}

/* What a statistic counts, which for some is models whatever the query measures. */
static HfsMeasure
get_counted (const HfsFinding *finding,
             HfsStatistic      statistic)
{
  if (statistic == HFS_STATISTIC_MODELS || statistic == HFS_STATISTIC_SHARE_BELOW || statistic == HFS_STATISTIC_OVERLAP ||
      statistic == HFS_STATISTIC_DERIVATIVES || statistic == HFS_STATISTIC_DERIVATIVES_RATIO)
    return HFS_MEASURE_MODELS;
  return hfs_query_get_measure (finding->query);
}

/**
 * hfs_finding_dup_value:
 *
 * Returns: (transfer full): the number as people write it, with its unit
 */
char *
hfs_finding_dup_value (const HfsFinding *finding,
                       HfsStatistic      statistic)
{
  g_autofree char *number = NULL;

  if (hfs_statistic_is_share (statistic))
    return hfs_format_share (finding->value);
  switch ((int) statistic)
    {
    case HFS_STATISTIC_RATIO:
    case HFS_STATISTIC_DERIVATIVES_RATIO:
    case HFS_STATISTIC_TOP_MEDIAN_RATIO:
      number = hfs_format_decimal (finding->value, finding->value < 10 ? 2 : 0);
      /* Translators: how many times as much, such as “1.58 times” */
      return g_strdup_printf (_("%s times"), number);
    case HFS_STATISTIC_RANK:
      number = hfs_format_integer (llround (finding->value));
      /* Translators: a place in a ranking, such as “place 2” */
      return g_strdup_printf (_("place %s"), number);
    case HFS_STATISTIC_MEAN_SIZE:
    case HFS_STATISTIC_MEDIAN_SIZE:
      number = hfs_format_amount (llround (finding->value));
      return g_strdup_printf (_("%s parameters"), number);
    default:
      return dup_amount (finding->value, get_counted (finding, statistic));
    }
}

static char *
dup_window (const HfsFinding *finding)
{
  g_autofree char *date = hfs_format_date (finding->snapshot->date);

  switch (hfs_finding_get_window (finding))
    {
    case HFS_WINDOW_DAYS_30:
      return g_strdup_printf (_("30 days to %s"), date);
    case HFS_WINDOW_ALL_TIME:
      return g_strdup_printf (_("all time to %s"), date);
    default:
      return g_strdup_printf (_("on %s"), date);
    }
}

static char *
dup_population (const HfsFinding *finding)
{
  const HfsSnapshotInfo *info = finding->snapshot;
  g_autofree char *all = hfs_format_integer (info->n_models);
  g_autofree char *counted = hfs_format_integer (finding->n_models);

  if (info->complete && finding->n_models < info->n_models)
    return g_strdup_printf (ngettext ("%1$s model out of all %2$s on the Hub", "%1$s models out of all %2$s on the Hub",
                                      finding->n_models), counted, all);
  if (info->complete)
    return g_strdup_printf (ngettext ("the one model on the Hub", "all %s models on the Hub", info->n_models), all);
  if (finding->n_models < info->n_models)
    return g_strdup_printf (ngettext ("%1$s model out of the %2$s most used", "%1$s models out of the %2$s most used",
                                      finding->n_models), counted, all);
  return g_strdup_printf (ngettext ("the most used model", "the %s most used models", info->n_models), all);
}

/* “493 million of 2.10 billion downloads” */
static char *
dup_quotient (const HfsFinding *finding,
              HfsStatistic      statistic)
{
  g_autofree char *part = hfs_format_amount (llround (finding->part));
  g_autofree char *whole = dup_amount (finding->whole, get_counted (finding, statistic));

  if (!(finding->whole > 0))
    return NULL;
  if (statistic == HFS_STATISTIC_MEAN_SIZE || statistic == HFS_STATISTIC_MEDIAN_SIZE)
    /* Translators: how much is known, such as “size known for 2 billion of 3 billion downloads” */
    return g_strdup_printf (_("size known for %1$s of %2$s"), part, whole);
  if (hfs_statistic_is_share (statistic))
    /* Translators: a part and what it is a part of, such as “493 million of 2.10 billion downloads” */
    return g_strdup_printf (_("%1$s of %2$s"), part, whole);
  /* Translators: two amounts, one divided by the other: “1.15 billion to 723 million downloads” */
  return g_strdup_printf (_("%1$s to %2$s"), part, whole);
}

/**
 * hfs_finding_dup_arithmetic:
 *
 * Returns: (transfer full): the number, what it is made of, of which models and which time, in one line
 */
char *
hfs_finding_dup_arithmetic (const HfsFinding *finding,
                            HfsStatistic      statistic)
{
  g_autofree char *value = hfs_finding_dup_value (finding, statistic);
  g_autofree char *quotient = dup_quotient (finding, statistic);
  g_autofree char *population = dup_population (finding);
  g_autofree char *window = dup_window (finding);

  if (quotient == NULL)
    /* Translators: our number, then of which models, then of which time. */
    return g_strdup_printf (_("Our %1$s: %2$s, %3$s."), value, population, window);
  /* Translators: our number, what it is made of, of which models, of which time: “Our 23.5 % = 493 million of 2.10
   * billion downloads, the 529 most used models, 30 days to 22 August 2026.” */
  return g_strdup_printf (_("Our %1$s = %2$s, %3$s, %4$s."), value, quotient, population, window);
}

/**
 * hfs_verdict_dup_published:
 *
 * Returns: (transfer full): every published figure, each with its source where they are more than one
 */
char *
hfs_verdict_dup_published (HfsVerdict *self)
{
  HfsClaim *claim = hfs_verdict_get_claim (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < hfs_claim_get_n_figures (claim); i++)
    {
      const HfsFigure *figure = hfs_claim_get_figure (claim, i);
      const HfsClaimSource *source = hfs_claim_get_source (claim, figure->source);
      g_autofree char *date = hfs_format_date (source->date);

      if (hfs_claim_get_n_figures (claim) == 1)
        return g_strdup (figure->text);
      /* Translators: a figure, then where it is from and when: “13 million (the report, 17 March 2026)” */
      g_ptr_array_add (parts, g_strdup_printf (_("%1$s (%2$s, %3$s)"), figure->text, source->title, date));
    }
  return join (parts, _("; "));
}

/**
 * hfs_verdict_dup_ours:
 *
 * Returns: (transfer full) (nullable): our number with its unit, %NULL when there is none
 */
char *
hfs_verdict_dup_ours (HfsVerdict *self)
{
  const HfsFinding *finding = hfs_verdict_get_finding (self);

  if (hfs_verdict_get_tallied (self) != NULL)
    return hfs_tallied_dup_value (hfs_verdict_get_tallied (self));
  return finding ? hfs_finding_dup_value (finding, hfs_claim_get_recipe (hfs_verdict_get_claim (self))->statistic) : NULL;
}

/**
 * hfs_verdict_dup_arithmetic:
 *
 * Returns: (transfer full) (nullable): how our number comes about, in one sentence; %NULL when there is none
 */
char *
hfs_verdict_dup_arithmetic (HfsVerdict *self)
{
  const HfsFinding *finding = hfs_verdict_get_finding (self);

  if (hfs_verdict_get_tallied (self) != NULL)
    return hfs_tallied_dup_arithmetic (hfs_verdict_get_tallied (self));
  return finding ? hfs_finding_dup_arithmetic (finding, hfs_claim_get_recipe (hfs_verdict_get_claim (self))->statistic)
                 : NULL;
}

static void
add_differences (GPtrArray *differences,
                 GPtrArray *sentences)
{
  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (sentences, g_strdup (((HfsDifference *) g_ptr_array_index (differences, i))->text));
}

/* The same where others have counted. */
static void
add_unlike_tallied (HfsVerdict *self,
                    GPtrArray  *sentences)
{
  HfsClaim *claim = hfs_verdict_get_claim (self);
  const HfsTallied *tallied = hfs_verdict_get_tallied (self);

  if (!tallied->tally->same_population)
    /* Translators: what the source looks at, and what other people's count looks at. */
    g_ptr_array_add (sentences, g_strdup_printf (_("What is counted: the source looks at %1$s; this count looks at %2$s."),
                                                 hfs_claim_get_population_text (claim),
                                                 tallied->population));
  add_differences (tallied->tally->differences, sentences);
}

/* A sentence for each rule in which the two numbers differ. */
static void
add_unlike (HfsVerdict *self,
            GPtrArray  *sentences)
{
  HfsClaim *claim = hfs_verdict_get_claim (self);
  const HfsFinding *finding = hfs_verdict_get_finding (self);
  g_autofree char *window = dup_window (finding);
  g_autofree char *population = dup_population (finding);

  if (hfs_claim_get_window (claim) != hfs_finding_get_window (finding))
    g_ptr_array_add (sentences, g_strdup_printf (_("Time: the source counts %1$s; we count %2$s."),
                                                 hfs_claim_get_window_text (claim), window));
  if (hfs_verdict_is_unlike (self, HFS_RULE_POPULATION))
    g_ptr_array_add (sentences, g_strdup_printf (_("Models: the source looks at %1$s; we look at %2$s."),
                                                 hfs_claim_get_population_text (claim), population));
  add_differences (hfs_claim_get_recipe (claim)->differences, sentences);
}

/* The reason of a verdict by counts of others. */
static char *
dup_why_tallied (HfsVerdict *self,
                 const char *date,
                 const char *end)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  switch (hfs_verdict_get_kind (self))
    {
    case HFS_VERDICT_HOLDS:
      return g_strdup (_("This count is of the same thing, and it is as the source says."));
    case HFS_VERDICT_MOVED:
      return g_strdup_printf (_("This count is of the same thing on a later date: the claim is about the time to %1$s, the count is of %2$s."),
                              end, date);
    case HFS_VERDICT_DIFFERS:
      return g_strdup (_("This count is of the same thing, and it is not as the source says."));
    case HFS_VERDICT_DEPENDS:
    case HFS_VERDICT_CANNOT_TEST:
    case HFS_N_VERDICTS:
    default:
      add_unlike_tallied (self, sentences);
      g_ptr_array_add (sentences, g_strdup (hfs_verdict_get_agrees (self) ? _("By this count, the claim would hold.")
                                                                          : _("By this count, the claim would not hold.")));
      return join (sentences, " ");
    }
}

/**
 * hfs_verdict_dup_why:
 *
 * Returns: (transfer full): why the verdict is what it is, in one to a few plain sentences
 */
char *
hfs_verdict_dup_why (HfsVerdict *self)
{
  HfsClaim *claim = hfs_verdict_get_claim (self);
  const HfsFinding *finding = hfs_verdict_get_finding (self);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *date = hfs_verdict_get_date (self) ? hfs_format_date (hfs_verdict_get_date (self)) : NULL;
  g_autofree char *end = hfs_format_date (hfs_claim_get_window_end (claim));

  if (hfs_verdict_get_tallied (self) != NULL)
    return dup_why_tallied (self, date, end);
  switch (hfs_verdict_get_kind (self))
    {
    case HFS_VERDICT_HOLDS:
      return g_strdup (_("Our number counts the same thing and is as the source says."));
    case HFS_VERDICT_MOVED:
      return g_strdup_printf (_("Our number counts the same thing on a later date: the claim is about the time to %1$s, our data are of %2$s."),
                              end, date);
    case HFS_VERDICT_DIFFERS:
      return g_strdup (_("Our number counts the same thing at the same time and is not as the source says."));
    case HFS_VERDICT_DEPENDS:
      add_unlike (self, sentences);
      g_ptr_array_add (sentences, g_strdup (hfs_verdict_get_agrees (self) ? _("Counted our way, the claim would hold.")
                                                                          : _("Counted our way, the claim would not hold.")));
      return join (sentences, " ");
    case HFS_VERDICT_CANNOT_TEST:
    case HFS_N_VERDICTS:
    default:
      if (finding == NULL)
        return g_strdup (hfs_verdict_get_lack (self));
      return g_strdup_printf (_("Our data for this are of %1$s, and the claim is about a later time: to %2$s. Newer data would tell."),
                              date, end);
    }
}
