/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claims-file.h"

#include "hfs-bounds.h"
#include "hfs-format.h"
#include "hfs-json-member.h"
#include "hfs-sensitivity.h"

#include <glib/gi18n-lib.h>

/* How many publishers that would turn a verdict round are named. */
#define MAX_FLIPS 3

/* How many claims got each verdict. */
typedef struct
{
  guint n[HFS_N_VERDICTS];
} Tally;

/* What the unknown, or one publisher, could do to the verdict. */
static void
append_doubts (GString    *text,
               HfsEngine  *engine,
               HfsVerdict *verdict)
{
  g_autoptr (GPtrArray) flips = hfs_sensitivity_find_flips (verdict, engine, MAX_FLIPS);
  HfsBounds bounds;

  if (hfs_bounds_of_verdict (verdict, engine, &bounds))
    {
      g_autofree char *sentence = hfs_bounds_dup_sentence (&bounds, hfs_verdict_get_claim (verdict));

      g_string_append_printf (text, "  %s\n", sentence);
    }
  for (guint i = 0; i < flips->len; i++)
    {
      g_autofree char *sentence = hfs_flip_dup_sentence (g_ptr_array_index (flips, i), verdict);

      g_string_append_printf (text, "  %s\n", sentence);
    }
}

static void
append_claim (GString    *text,
              HfsEngine  *engine,
              HfsEdition *edition,
              HfsVerdict *verdict)
{
  HfsClaim *claim = hfs_verdict_get_claim (verdict);
  g_autofree char *published = hfs_verdict_dup_published (verdict);
  g_autofree char *arithmetic = hfs_verdict_dup_arithmetic (verdict);
  g_autofree char *why = hfs_verdict_dup_why (verdict);

  g_string_append_printf (text, "%s/%s\t%s\n", hfs_edition_get_id (edition), hfs_claim_get_id (claim),
                          hfs_verdict_kind_get_key (hfs_verdict_get_kind (verdict)));
  g_string_append_printf (text, "  %s\n", hfs_claim_get_text (claim));
  /* Translators: what a source says, such as “Published: 41 %.” */
  g_string_append_printf (text, _("  Published: %s."), published);
  g_string_append_c (text, '\n');
  if (arithmetic != NULL)
    g_string_append_printf (text, "  %s\n", arithmetic);
  g_string_append_printf (text, "  %s\n", why);
  append_doubts (text, engine, verdict);
  g_string_append_c (text, '\n');
}

static void
append_edition (GString    *text,
                HfsEngine  *engine,
                HfsEdition *edition,
                Tally      *tally)
{
  g_autofree char *date = hfs_format_date (hfs_edition_get_date (edition));

  /* Translators: a report: its title, who wrote it, when. */
  g_string_append_printf (text, _("%1$s. %2$s, %3$s."), hfs_edition_get_title (edition), hfs_edition_get_authors (edition), date);
  g_string_append_printf (text, "\n%s\n\n", hfs_edition_get_uri (edition));
  for (guint i = 0; i < hfs_edition_get_n_claims (edition); i++)
    {
      g_autoptr (HfsVerdict) verdict = hfs_verdict_new (hfs_edition_get_claim (edition, i), engine);

      append_claim (text, engine, edition, verdict);
      tally->n[hfs_verdict_get_kind (verdict)]++;
    }
}

/**
 * hfs_claims_to_text:
 * @editions: (element-type HfsEdition): editions
 *
 * Judges every claim by the data of @engine. Blocks while snapshots are opened.
 *
 * Returns: (transfer full): each claim with its verdict and its arithmetic, for reading; the first line of a claim is
 *   `EDITION/CLAIM`, a tab and the word of the verdict
 */
char *
hfs_claims_to_text (HfsEngine *engine,
                    GPtrArray *editions)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Tally tally = { { 0 } };

  for (guint i = 0; i < editions->len; i++)
    append_edition (text, engine, g_ptr_array_index (editions, i), &tally);
  for (guint i = 0; i < HFS_N_VERDICTS; i++)
    {
      g_autofree char *count = hfs_format_integer (tally.n[i]);

      /* Translators: a verdict and how many claims got it, such as “Holds: 12” */
      g_string_append_printf (text, _("%1$s: %2$s"), hfs_verdict_kind_get_name (i), count);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_figures (JsonBuilder *builder,
             HfsClaim    *claim)
{
  static const char * const first[] = { NULL, "value", "from", "low" };
  static const char * const second[] = { NULL, NULL, "to", "high" };

  json_builder_set_member_name (builder, "published");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hfs_claim_get_n_figures (claim); i++)
    {
      const HfsFigure *figure = hfs_claim_get_figure (claim, i);
      const HfsClaimSource *source = hfs_claim_get_source (claim, figure->source);

      json_builder_begin_object (builder);
      if (first[figure->kind] != NULL)
        hfs_json_add_number (builder, first[figure->kind], figure->value * figure->scale);
      if (second[figure->kind] != NULL)
        hfs_json_add_number (builder, second[figure->kind], figure->until * figure->scale);
      if (figure->kind != HFS_FIGURE_WORDS)
        hfs_json_add_text (builder, "unit", figure->unit);
      hfs_json_add_text (builder, "text", figure->text);
      hfs_json_add_text (builder, "source", source->title);
      hfs_json_add_text (builder, "date", source->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder,
             HfsClaim    *claim)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hfs_claim_get_n_sources (claim); i++)
    {
      const HfsClaimSource *source = hfs_claim_get_source (claim, i);

      json_builder_begin_object (builder);
      hfs_json_add_text (builder, "title", source->title);
      hfs_json_add_text (builder, "uri", source->uri);
      hfs_json_add_text (builder, "date", source->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Our number; per cent where the published one is. */
static void
add_finding (JsonBuilder      *builder,
             const HfsFinding *finding,
             HfsStatistic      statistic)
{
  g_autofree char *query = hfs_query_to_string (finding->query);
  g_autofree char *text = hfs_finding_dup_value (finding, statistic);

  json_builder_set_member_name (builder, "ours");
  json_builder_begin_object (builder);
  hfs_json_add_number (builder, "value", hfs_statistic_is_share (statistic) ? finding->value * 100 : finding->value);
  hfs_json_add_text (builder, "text", text);
  if (finding->whole > 0)
    {
      hfs_json_add_number (builder, "part", finding->part);
      hfs_json_add_number (builder, "whole", finding->whole);
    }
  hfs_json_add_text (builder, "statistic", hfs_statistic_get_key (statistic));
  hfs_json_add_text (builder, "query", query);
  hfs_json_add_text (builder, "window", hfs_window_get_key (hfs_finding_get_window (finding)));
  hfs_json_add_text (builder, "snapshot", finding->snapshot->id);
  hfs_json_add_text (builder, "date", finding->snapshot->date);
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, finding->snapshot->complete);
  hfs_json_add_whole (builder, "models", finding->n_models);
  json_builder_end_object (builder);
}

/* A number made from counts of others. */
static void
add_tallied (JsonBuilder      *builder,
             const HfsTallied *tallied)
{
  g_autofree char *text = hfs_tallied_dup_value (tallied);

  json_builder_set_member_name (builder, "ours");
  json_builder_begin_object (builder);
  hfs_json_add_number (builder, "value", tallied->value);
  hfs_json_add_text (builder, "text", text);
  if (tallied->whole > 0)
    {
      hfs_json_add_number (builder, "part", tallied->part);
      hfs_json_add_number (builder, "whole", tallied->whole);
    }
  hfs_json_add_text (builder, "statistic", hfs_tally_statistic_get_key (tallied->tally->statistic));
  hfs_json_add_text (builder, "series", tallied->tally->series);
  hfs_json_add_text (builder, "source", tallied->source);
  hfs_json_add_text (builder, "uri", tallied->uri);
  hfs_json_add_text (builder, "date", tallied->date);
  json_builder_end_object (builder);
}

static void
add_unlike (JsonBuilder *builder,
            HfsVerdict  *verdict)
{
  json_builder_set_member_name (builder, "unlike");
  json_builder_begin_array (builder);
  for (guint i = 0; i < HFS_N_RULES; i++)
    if (hfs_verdict_is_unlike (verdict, i))
      json_builder_add_string_value (builder, hfs_rule_get_key (i));
  json_builder_end_array (builder);
}

static void
add_bounds (JsonBuilder *builder,
            HfsEngine   *engine,
            HfsVerdict  *verdict)
{
  static const char * const names[HFS_N_BOUNDS] = { "counted", "least", "proportional", "most" };
  HfsClaim *claim = hfs_verdict_get_claim (verdict);
  HfsBounds bounds;

  if (!hfs_bounds_of_verdict (verdict, engine, &bounds))
    return;
  json_builder_set_member_name (builder, "bounds");
  json_builder_begin_object (builder);
  for (guint i = 0; i < HFS_N_BOUNDS; i++)
    hfs_json_add_number (builder, names[i],
                hfs_statistic_is_share (hfs_claim_get_recipe (claim)->statistic) ? bounds.values[i] * 100 : bounds.values[i]);
  hfs_json_add_number (builder, "unknown", bounds.unknown * 100);
  hfs_json_add_whole (builder, "holds_in", hfs_bounds_count (&bounds, claim));
  hfs_json_add_whole (builder, "cases", HFS_N_BOUNDS);
  json_builder_end_object (builder);
}

static void
add_flips (JsonBuilder *builder,
           HfsEngine   *engine,
           HfsVerdict  *verdict)
{
  g_autoptr (GPtrArray) flips = hfs_sensitivity_find_flips (verdict, engine, MAX_FLIPS);

  json_builder_set_member_name (builder, "would_turn");
  json_builder_begin_array (builder);
  for (guint i = 0; i < flips->len; i++)
    {
      const HfsFlip *flip = g_ptr_array_index (flips, i);

      json_builder_begin_object (builder);
      hfs_json_add_text (builder, "publisher", flip->publisher);
      hfs_json_add_text (builder, "from", flip->from);
      hfs_json_add_text (builder, "to", flip->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_claim (JsonBuilder *builder,
           HfsEngine   *engine,
           HfsVerdict  *verdict)
{
  HfsClaim *claim = hfs_verdict_get_claim (verdict);
  g_autofree char *arithmetic = hfs_verdict_dup_arithmetic (verdict);
  g_autofree char *why = hfs_verdict_dup_why (verdict);

  json_builder_begin_object (builder);
  hfs_json_add_text (builder, "id", hfs_claim_get_id (claim));
  hfs_json_add_text (builder, "text", hfs_claim_get_text (claim));
  hfs_json_add_text (builder, "question", hfs_dimension_get (hfs_claim_get_question (claim))->name);
  hfs_json_add_text (builder, "population", hfs_claim_get_population_text (claim));
  hfs_json_add_text (builder, "window", hfs_claim_get_window_text (claim));
  add_figures (builder, claim);
  add_sources (builder, claim);
  hfs_json_add_text (builder, "verdict", hfs_verdict_kind_get_key (hfs_verdict_get_kind (verdict)));
  hfs_json_add_text (builder, "why", why);
  hfs_json_add_text (builder, "arithmetic", arithmetic);
  if (hfs_verdict_get_tallied (verdict) != NULL)
    {
      add_tallied (builder, hfs_verdict_get_tallied (verdict));
      add_unlike (builder, verdict);
      json_builder_set_member_name (builder, "agrees");
      json_builder_add_boolean_value (builder, hfs_verdict_get_agrees (verdict));
    }
  if (hfs_verdict_get_finding (verdict) != NULL)
    {
      add_finding (builder, hfs_verdict_get_finding (verdict), hfs_claim_get_recipe (claim)->statistic);
      add_unlike (builder, verdict);
      json_builder_set_member_name (builder, "agrees");
      json_builder_add_boolean_value (builder, hfs_verdict_get_agrees (verdict));
      add_bounds (builder, engine, verdict);
      add_flips (builder, engine, verdict);
    }
  json_builder_end_object (builder);
}

static void
add_edition (JsonBuilder *builder,
             HfsEngine   *engine,
             HfsEdition  *edition)
{
  json_builder_begin_object (builder);
  hfs_json_add_text (builder, "id", hfs_edition_get_id (edition));
  hfs_json_add_text (builder, "title", hfs_edition_get_title (edition));
  hfs_json_add_text (builder, "authors", hfs_edition_get_authors (edition));
  hfs_json_add_text (builder, "date", hfs_edition_get_date (edition));
  hfs_json_add_text (builder, "uri", hfs_edition_get_uri (edition));
  hfs_json_add_text (builder, "note", hfs_edition_get_note (edition));
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hfs_edition_get_n_claims (edition); i++)
    {
      g_autoptr (HfsVerdict) verdict = hfs_verdict_new (hfs_edition_get_claim (edition, i), engine);

      add_claim (builder, engine, verdict);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * hfs_claims_to_json:
 * @editions: (element-type HfsEdition): editions
 *
 * Judges every claim by the data of @engine. Blocks while snapshots are opened.
 *
 * Returns: (transfer full): the editions with claims, verdicts and our numbers, in a form that other programs may rely on
 */
char *
hfs_claims_to_json (HfsEngine *engine,
                    GPtrArray *editions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "editions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < editions->len; i++)
    add_edition (builder, engine, g_ptr_array_index (editions, i));
  json_builder_end_array (builder);
  hfs_json_add_whole (builder, "overrides", hfs_publishers_get_n_overrides (hfs_engine_get_publishers (engine)));
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
