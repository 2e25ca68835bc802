/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-waterfall.h"

#include "hfs-data-resources.h"
#include "hfs-format.h"
#include "hfs-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WATERFALLS "/org/example/HfState/data/editions/waterfalls.json"

static const HfsSchemaMember step_schema[] = {
  { "rule", HFS_SCHEMA_TEXT, TRUE, 1, 20, hfs_rule_keys, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 10, 300, NULL, NULL },
  { "recipe", HFS_SCHEMA_OBJECT, FALSE, 0, 0, NULL, hfs_recipe_schema },
  { "reason", HFS_SCHEMA_TEXT, FALSE, 10, 400, NULL, NULL },
  { NULL },
};

static const HfsSchemaMember waterfall_schema[] = {
  { "id", HFS_SCHEMA_WORD, TRUE, 1, 60, NULL, NULL },
  { "title", HFS_SCHEMA_TEXT, TRUE, 1, 120, NULL, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 10, 600, NULL, NULL },
  { "claims", HFS_SCHEMA_TEXTS, TRUE, 2, 10, NULL, NULL },
  { "steps", HFS_SCHEMA_OBJECTS, TRUE, 2, 20, NULL, step_schema },
  { NULL },
};

static const HfsSchemaMember file_schema[] = {
  { "waterfalls", HFS_SCHEMA_OBJECTS, TRUE, 1, 50, NULL, waterfall_schema },
  { NULL },
};

/* A step as the file has it. */
typedef struct
{
  HfsRule rule;
  char *text;
  HfsRecipe *recipe; /* (owned) (nullable) */
  char *reason;      /* (nullable) */
} Plan;

/**
 * HfsWaterfall:
 *
 * Why published numbers about the same thing differ: the claims, and the steps that lead from one way to count to
 * the other, each a recipe of its own. Immutable; safe to read from any thread.
 */
struct _HfsWaterfall
{
  GObject parent_instance;

  char *id;
  char *title;
  char *text;
  char **claims;
  GPtrArray *plans; /* (owned) (element-type Plan) */
};

G_DEFINE_FINAL_TYPE (HfsWaterfall, hfs_waterfall, G_TYPE_OBJECT)

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_clear_pointer (&plan->recipe, hfs_recipe_free);
  g_free (plan->text);
  g_free (plan->reason);
  g_free (plan);
}

static void
hfs_waterfall_finalize (GObject *object)
{
  HfsWaterfall *self = HFS_WATERFALL (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_strfreev (self->claims);
  g_ptr_array_unref (self->plans);

  G_OBJECT_CLASS (hfs_waterfall_parent_class)->finalize (object);
}

static void
hfs_waterfall_class_init (HfsWaterfallClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_waterfall_finalize;
}

static void
hfs_waterfall_init (HfsWaterfall *self)
{
  self->plans = g_ptr_array_new_with_free_func (plan_free);
}

static gboolean
read_step (HfsWaterfall  *self,
           JsonObject    *json,
           const char    *place,
           GError       **error)
{
  Plan *plan = g_new0 (Plan, 1);
  gboolean has_recipe = json_object_has_member (json, "recipe");
  g_autofree char *inner = g_strconcat (place, ".recipe", NULL);

  g_ptr_array_add (self->plans, plan);
  plan->rule = hfs_schema_find_choice (hfs_rule_keys, json_object_get_string_member (json, "rule"));
  plan->text = hfs_schema_dup_text (json, "text");
  plan->reason = hfs_schema_dup_text (json, "reason");
  if (has_recipe == (plan->reason != NULL))
    return hfs_schema_fail (place, _("A step has either a recipe, or the reason why there is none."), error);
  if (has_recipe)
    plan->recipe = hfs_recipe_new_from_json (json_object_get_object_member (json, "recipe"), inner, error);
  return !has_recipe || plan->recipe != NULL;
}

static HfsWaterfall *
read_waterfall (JsonObject  *json,
                const char  *place,
                GError     **error)
{
  g_autoptr (HfsWaterfall) self = g_object_new (HFS_TYPE_WATERFALL, NULL);
  g_autoptr (GStrvBuilder) claims = g_strv_builder_new ();
  JsonArray *names = json_object_get_array_member (json, "claims");
  JsonArray *steps = json_object_get_array_member (json, "steps");

  self->id = g_strdup (json_object_get_string_member (json, "id"));
  self->title = hfs_schema_dup_text (json, "title");
  self->text = hfs_schema_dup_text (json, "text");
  for (guint i = 0; i < json_array_get_length (names); i++)
    g_strv_builder_add (claims, json_array_get_string_element (names, i));
  self->claims = g_strv_builder_end (claims);
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.steps[%u]", place, i);

      if (!read_step (self, json_array_get_object_element (steps, i), inner, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * hfs_waterfalls_new:
 * @json: waterfalls as data/editions/README.md describes them
 *
 * Returns: (transfer container) (element-type HfsWaterfall) (nullable): the waterfalls, or %NULL with @error naming the place
 */
GPtrArray *
hfs_waterfalls_new (GBytes  *json,
                    GError **error)
{
  g_autoptr (GPtrArray) waterfalls = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) root = hfs_schema_parse (json, error);
  JsonArray *array;

  if (root == NULL || !hfs_schema_check (root, file_schema, "", error))
    return NULL;
  array = json_object_get_array_member (json_node_get_object (root), "waterfalls");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("waterfalls[%u]", i);
      HfsWaterfall *waterfall = read_waterfall (json_array_get_object_element (array, i), place, error);

      if (waterfall == NULL)
        return NULL;
      g_ptr_array_add (waterfalls, waterfall);
    }
  return g_steal_pointer (&waterfalls);
}

/**
 * hfs_waterfalls_load:
 *
 * Returns: (transfer container) (element-type HfsWaterfall) (nullable): the waterfalls that come with the program
 */
GPtrArray *
hfs_waterfalls_load (GError **error)
{
  g_autoptr (GBytes) json = g_resource_lookup_data (hfs_data_get_resource (), WATERFALLS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  GPtrArray *waterfalls = json ? hfs_waterfalls_new (json, error) : NULL;

  if (waterfalls == NULL)
    g_prefix_error (error, "waterfalls.json: ");
  return waterfalls;
}

/**
 * hfs_waterfall_get_id:
 *
 * Returns: (transfer none): what names it
 */
const char *
hfs_waterfall_get_id (HfsWaterfall *self)
{
  return self->id;
}

/**
 * hfs_waterfall_get_title:
 *
 * Returns: (transfer none): the question it answers
 */
const char *
hfs_waterfall_get_title (HfsWaterfall *self)
{
  return self->title;
}

/**
 * hfs_waterfall_get_text:
 *
 * Returns: (transfer none): what the published numbers count, in plain words
 */
const char *
hfs_waterfall_get_text (HfsWaterfall *self)
{
  return self->text;
}

/**
 * hfs_waterfall_get_n_claims:
 *
 * Returns: how many published numbers it sets side by side
 */
guint
hfs_waterfall_get_n_claims (HfsWaterfall *self)
{
  return g_strv_length (self->claims);
}

/**
 * hfs_waterfall_get_claim:
 *
 * Returns: (transfer none): the name of a claim, for [func@editions_find_claim]
 */
const char *
hfs_waterfall_get_claim (HfsWaterfall *self,
                         guint         index)
{
  return self->claims[index];
}

/**
 * hfs_waterfall_get_n_steps:
 *
 * Returns: how many steps it has
 */
guint
hfs_waterfall_get_n_steps (HfsWaterfall *self)
{
  return self->plans->len;
}

static void
step_free (gpointer data)
{
  HfsWaterfallStep *step = data;

  g_clear_pointer (&step->finding, hfs_finding_free);
  g_free (step->lack);
  g_free (step);
}

/**
 * hfs_waterfall_compute:
 *
 * Makes the number of each step from the data of @engine. Blocks while snapshots are opened.
 *
 * Returns: (transfer container) (element-type HfsWaterfallStep): the steps, good as long as @self
 */
GPtrArray *
hfs_waterfall_compute (HfsWaterfall *self,
                       HfsEngine    *engine)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  double before = NAN;

  for (guint i = 0; i < self->plans->len; i++)
    {
      const Plan *plan = g_ptr_array_index (self->plans, i);
      HfsWaterfallStep *step = g_new0 (HfsWaterfallStep, 1);
      g_autoptr (GError) error = NULL;

      step->rule = plan->rule;
      step->text = plan->text;
      step->recipe = plan->recipe;
      step->change = NAN;
      step->finding = plan->recipe ? hfs_finding_new (engine, plan->recipe, &error) : NULL;
      /* The step before counts 30 days already; that again is no step. */
      if (step->finding != NULL && step->finding->stands_in)
        {
          g_autofree char *date = hfs_format_date (step->finding->snapshot->date);

          step->lack = g_strdup_printf (_("The snapshot of %1$s does not state this: %2$s."), date,
                                        hfs_measure_get_name (HFS_MEASURE_DOWNLOADS_ALL_TIME));
          g_clear_pointer (&step->finding, hfs_finding_free);
        }
      else if (step->finding == NULL)
        step->lack = g_strdup (error ? error->message : plan->reason);
      if (step->finding != NULL)
        {
          step->change = step->finding->value - before;
          before = step->finding->value;
        }
      g_ptr_array_add (steps, step);
    }
  return steps;
}

/**
 * hfs_waterfall_step_dup_sentence:
 *
 * Returns: (transfer full): how the number of a step comes about, or why there is none
 */
char *
hfs_waterfall_step_dup_sentence (const HfsWaterfallStep *step)
{
  if (step->finding == NULL)
    return g_strdup (step->lack);
  return hfs_finding_dup_arithmetic (step->finding, step->recipe->statistic);
}
