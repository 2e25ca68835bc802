/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claim.h"

#include <glib/gi18n-lib.h>

/* The words of the files, in the order of the enumerations. */
static const char * const window_keys[] = {
  "days-30", "all-time", "on-date", "period", "since-release", "unstated", NULL,
};
static const char * const scope_keys[] = { "hub", "top", "publishers", "chosen", "outside", NULL };

static const HfsSchemaMember population_schema[] = {
  { "scope", HFS_SCHEMA_TEXT, TRUE, 1, 20, scope_keys, NULL },
  { "depth", HFS_SCHEMA_WHOLE, FALSE, 1, 1e6, NULL, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 1, 200, NULL, NULL },
  { NULL },
};

static const HfsSchemaMember window_schema[] = {
  { "kind", HFS_SCHEMA_TEXT, TRUE, 1, 20, window_keys, NULL },
  { "to", HFS_SCHEMA_DATE, TRUE, 10, 10, NULL, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 1, 200, NULL, NULL },
  { NULL },
};

static const HfsSchemaMember source_schema[] = {
  { "title", HFS_SCHEMA_TEXT, TRUE, 1, 200, NULL, NULL },
  { "uri", HFS_SCHEMA_LINK, TRUE, 10, 500, NULL, NULL },
  { "date", HFS_SCHEMA_MONTH, TRUE, 7, 10, NULL, NULL },
  { NULL },
};

const HfsSchemaMember hfs_claim_schema[] = {
  { "id", HFS_SCHEMA_WORD, TRUE, 1, 60, NULL, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 10, 300, NULL, NULL },
  { "question", HFS_SCHEMA_WORD, TRUE, 1, 40, NULL, NULL },
  { "population", HFS_SCHEMA_OBJECT, TRUE, 0, 0, NULL, population_schema },
  { "window", HFS_SCHEMA_OBJECT, TRUE, 0, 0, NULL, window_schema },
  { "published", HFS_SCHEMA_OBJECTS, TRUE, 1, 10, NULL, hfs_figure_schema },
  { "sources", HFS_SCHEMA_OBJECTS, TRUE, 1, 10, NULL, source_schema },
  { "recipe", HFS_SCHEMA_OBJECT, FALSE, 0, 0, NULL, hfs_recipe_schema },
  { "tally", HFS_SCHEMA_OBJECT, FALSE, 0, 0, NULL, hfs_tally_schema },
  { "reason", HFS_SCHEMA_TEXT, FALSE, 10, 400, NULL, NULL },
  { NULL },
};

/**
 * HfsClaim:
 *
 * One sentence of a published report, with what it counts, what it says, and how to test it.
 *
 * Immutable; safe to read from any thread.
 */
struct _HfsClaim
{
  GObject parent_instance;

  char *id;
  char *text;
  HfsDimensionId question;
  HfsScope scope;
  guint depth;
  char *population_text;
  HfsWindowKind window;
  char *window_text;
  char *window_end;
  GPtrArray *figures;  /* (owned) (element-type HfsFigure) */
  GPtrArray *sources;  /* (owned) (element-type HfsClaimSource) */
  HfsRecipe *recipe;   /* (owned) (nullable) */
  HfsTally *tally;     /* (owned) (nullable) */
  char *reason;        /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HfsClaim, hfs_claim, G_TYPE_OBJECT)

static void
source_free (gpointer data)
{
  HfsClaimSource *source = data;

  g_free (source->title);
  g_free (source->uri);
  g_free (source->date);
  g_free (source);
}

static void
hfs_claim_finalize (GObject *object)
{
  HfsClaim *self = HFS_CLAIM (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->population_text);
  g_free (self->window_text);
  g_free (self->window_end);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->recipe, hfs_recipe_free);
  g_clear_pointer (&self->tally, hfs_tally_free);
  g_free (self->reason);

  G_OBJECT_CLASS (hfs_claim_parent_class)->finalize (object);
}

static void
hfs_claim_class_init (HfsClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_claim_finalize;
}

static void
hfs_claim_init (HfsClaim *self)
{
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_figure_free);
  self->sources = g_ptr_array_new_with_free_func (source_free);
}

static void
read_sources (HfsClaim  *self,
              JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *json = json_array_get_object_element (array, i);
      HfsClaimSource *source = g_new0 (HfsClaimSource, 1);

      source->title = g_strdup (json_object_get_string_member (json, "title"));
      source->uri = g_strdup (json_object_get_string_member (json, "uri"));
      source->date = g_strdup (json_object_get_string_member (json, "date"));
      g_ptr_array_add (self->sources, source);
    }
}

static gboolean
read_figures (HfsClaim    *self,
              JsonArray   *array,
              const char  *place,
              GError     **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.published[%u]", place, i);

      HfsFigure *figure = hfs_figure_new_from_json (json_array_get_object_element (array, i), self->sources->len, inner, error);

      if (figure == NULL)
        return FALSE;
      g_ptr_array_add (self->figures, figure);
    }
  return TRUE;
}

/* A recipe tests the first figure, so the two have to speak of the same kind of number. */
static gboolean
check_figure (HfsClaim       *self,
              HfsComparison   comparison,
              gboolean        is_share,
              const char     *place,
              GError        **error)
{
  const HfsFigure *figure = g_ptr_array_index (self->figures, 0);

  if (comparison == HFS_COMPARISON_GREATER)
    return TRUE;
  if (figure->kind == HFS_FIGURE_WORDS)
    return hfs_schema_fail (place, _("A figure without a number can only be tested with “greater”."), error);
  if (g_str_equal (figure->unit, "%") != is_share)
    return hfs_schema_fail (place, _("A share is tested with per cent, and nothing else is."), error);
  return TRUE;
}

static gboolean
read_recipe (HfsClaim    *self,
             JsonObject  *json,
             const char  *place,
             GError     **error)
{
  g_autofree char *inner = g_strconcat (place, ".recipe", NULL);

  if (!json_object_has_member (json, "recipe"))
    return TRUE;
  self->recipe = hfs_recipe_new_from_json (json_object_get_object_member (json, "recipe"), inner, error);
  return self->recipe != NULL &&
         check_figure (self, self->recipe->comparison, hfs_statistic_is_share (self->recipe->statistic), inner, error);
}

static gboolean
read_tally (HfsClaim    *self,
            JsonObject  *json,
            const char  *place,
            GError     **error)
{
  g_autofree char *inner = g_strconcat (place, ".tally", NULL);

  if (!json_object_has_member (json, "tally"))
    return TRUE;
  self->tally = hfs_tally_new_from_json (json_object_get_object_member (json, "tally"), inner, error);
  return self->tally != NULL && check_figure (self, self->tally->comparison, FALSE, inner, error);
}

static gboolean
read_test (HfsClaim    *self,
           JsonObject  *json,
           const char  *place,
           GError     **error)
{
  gboolean is_tested = json_object_has_member (json, "recipe") || json_object_has_member (json, "tally");

  if (is_tested == json_object_has_member (json, "reason"))
    return hfs_schema_fail (place, _("A claim has either a recipe or a tally, or the reason why there is none."), error);
  self->reason = hfs_schema_dup_text (json, "reason");
  return read_recipe (self, json, place, error) && read_tally (self, json, place, error);
}

static gboolean
read_population (HfsClaim    *self,
                 JsonObject  *json,
                 const char  *place,
                 GError     **error)
{
  g_autofree char *inner = g_strconcat (place, ".population", NULL);
  gboolean ranked;

  self->scope = hfs_schema_find_choice (scope_keys, json_object_get_string_member (json, "scope"));
  self->depth = json_object_get_int_member_with_default (json, "depth", 0);
  self->population_text = hfs_schema_dup_text (json, "text");
  ranked = self->scope == HFS_SCOPE_TOP || self->scope == HFS_SCOPE_PUBLISHERS;
  if (ranked != (self->depth > 0))
    return hfs_schema_fail (inner, ranked ? _("The first of a ranking need the member “depth”.")
                                      : _("Only the first of a ranking have a “depth”."), error);
  return TRUE;
}

static void
read_window (HfsClaim   *self,
             JsonObject *json)
{
  self->window = hfs_schema_find_choice (window_keys, json_object_get_string_member (json, "kind"));
  self->window_text = hfs_schema_dup_text (json, "text");
  self->window_end = g_strdup (json_object_get_string_member (json, "to"));
}

/**
 * hfs_claim_new_from_json:
 * @json: an object that is as `hfs_claim_schema` says
 * @place: where it stands
 *
 * Returns: (transfer full) (nullable): the claim, or %NULL with @error naming the place
 */
HfsClaim *
hfs_claim_new_from_json (JsonObject  *json,
                         const char  *place,
                         GError     **error)
{
  g_autoptr (HfsClaim) self = g_object_new (HFS_TYPE_CLAIM, NULL);
  const char *question = json_object_get_string_member (json, "question");

  self->id = g_strdup (json_object_get_string_member (json, "id"));
  self->text = hfs_schema_dup_text (json, "text");
  if (!hfs_dimension_from_name (question, &self->question))
    {
      g_autofree char *inner = g_strconcat (place, ".question", NULL);

      hfs_schema_fail (inner, _("There is no query of this name."), error);
      return NULL;
    }
  read_sources (self, json_object_get_array_member (json, "sources"));
  read_window (self, json_object_get_object_member (json, "window"));
  if (!read_population (self, json_object_get_object_member (json, "population"), place, error) ||
      !read_figures (self, json_object_get_array_member (json, "published"), place, error) ||
      !read_test (self, json, place, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hfs_claim_get_id:
 *
 * Returns: (transfer none): what names it within its edition
 */
const char *
hfs_claim_get_id (HfsClaim *self)
{
  return self->id;
}

/**
 * hfs_claim_get_text:
 *
 * Returns: (transfer none): the claim in plain words of ours
 */
const char *
hfs_claim_get_text (HfsClaim *self)
{
  return self->text;
}

/**
 * hfs_claim_get_question:
 *
 * Returns: the question it belongs to
 */
HfsDimensionId
hfs_claim_get_question (HfsClaim *self)
{
  return self->question;
}

/**
 * hfs_claim_get_scope:
 *
 * Returns: what kind of population it is about
 */
HfsScope
hfs_claim_get_scope (HfsClaim *self)
{
  return self->scope;
}

/**
 * hfs_claim_get_depth:
 *
 * Returns: how many of the first of a ranking it is about, 0 when it is about no ranking
 */
guint
hfs_claim_get_depth (HfsClaim *self)
{
  return self->depth;
}

/**
 * hfs_claim_get_population_text:
 *
 * Returns: (transfer none): the population in words that go on a sentence
 */
const char *
hfs_claim_get_population_text (HfsClaim *self)
{
  return self->population_text;
}

/**
 * hfs_claim_get_window:
 *
 * Returns: what kind of time it is about
 */
HfsWindowKind
hfs_claim_get_window (HfsClaim *self)
{
  return self->window;
}

/**
 * hfs_claim_get_window_text:
 *
 * Returns: (transfer none): the time in words that go on a sentence
 */
const char *
hfs_claim_get_window_text (HfsClaim *self)
{
  return self->window_text;
}

/**
 * hfs_claim_get_window_end:
 *
 * Returns: (transfer none): the last day that it is about, `YYYY-MM-DD`
 */
const char *
hfs_claim_get_window_end (HfsClaim *self)
{
  return self->window_end;
}

/**
 * hfs_claim_get_n_figures:
 *
 * Returns: how many figures are published; more than one where sources disagree
 */
guint
hfs_claim_get_n_figures (HfsClaim *self)
{
  return self->figures->len;
}

/**
 * hfs_claim_get_figure:
 *
 * Returns: (transfer none): a published figure; the first is the one that a recipe tests
 */
const HfsFigure *
hfs_claim_get_figure (HfsClaim *self,
                      guint     index)
{
  return g_ptr_array_index (self->figures, index);
}

/**
 * hfs_claim_get_n_sources:
 *
 * Returns: how many sources it has
 */
guint
hfs_claim_get_n_sources (HfsClaim *self)
{
  return self->sources->len;
}

/**
 * hfs_claim_get_source:
 *
 * Returns: (transfer none): a source
 */
const HfsClaimSource *
hfs_claim_get_source (HfsClaim *self,
                      guint     index)
{
  return g_ptr_array_index (self->sources, index);
}

/**
 * hfs_claim_get_recipe:
 *
 * Returns: (transfer none) (nullable): how it is tested, %NULL when it cannot be
 */
const HfsRecipe *
hfs_claim_get_recipe (HfsClaim *self)
{
  return self->recipe;
}

/**
 * hfs_claim_get_tally:
 *
 * Returns: (transfer none) (nullable): how it is tested by counts of others where the recipe cannot
 */
const HfsTally *
hfs_claim_get_tally (HfsClaim *self)
{
  return self->tally;
}

/**
 * hfs_claim_get_reason:
 *
 * Returns: (transfer none) (nullable): why it cannot be tested from public data, %NULL when it can be
 */
const char *
hfs_claim_get_reason (HfsClaim *self)
{
  return self->reason;
}

/**
 * hfs_window_get_key:
 *
 * Returns: (transfer none): the word of the files
 */
const char *
hfs_window_get_key (HfsWindowKind window)
{
  return window_keys[window];
}

/**
 * hfs_scope_get_key:
 *
 * Returns: (transfer none): the word of the files
 */
const char *
hfs_scope_get_key (HfsScope scope)
{
  return scope_keys[scope];
}
