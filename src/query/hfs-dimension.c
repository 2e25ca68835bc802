/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-dimension.h"

#include "hfs-countries.h"
#include "hfs-languages.h"
#include "hfs-task-name.h"

#include <glib/gi18n-lib.h>

static const char * const no_country[] = { HFS_COUNTRY_UNSTATED, HFS_COUNTRY_UNKNOWN, HFS_COUNTRY_INTERNATIONAL, NULL };
static const char * const only_unknown[] = { "unknown", NULL };

/* Each lead takes the label of the first row and its share, such as “36 %”. */
static const HfsDimension dimensions[HFS_N_DIMENSIONS] = {
  [HFS_DIMENSION_COUNTRIES] = {
    "countries", "country", { N_("Whose models are downloaded?"), N_("Whose models are downloaded?"), N_("Where do the models come from?"), N_("Whose models are liked?") }, N_("Country"),
    { N_("Publishers in %1$s have %2$s of the downloads."),
      N_("Publishers in %1$s have %2$s of all downloads so far."),
      N_("Publishers in %1$s have %2$s of the models."),
      N_("Publishers in %1$s have %2$s of the likes.") },
    N_("A model counts for the country of its publisher, the account that uploaded it. "
       "This says where models come from, not where they are used."),
    no_country, FALSE, TRUE, 12 },
  [HFS_DIMENSION_REGIONS] = {
    "regions", NULL, { N_("Which part of the world do models come from?") }, N_("Region"),
    { N_("Publishers in %1$s have %2$s of the downloads."),
      N_("Publishers in %1$s have %2$s of all downloads so far."),
      N_("Publishers in %1$s have %2$s of the models."),
      N_("Publishers in %1$s have %2$s of the likes.") },
    N_("A model counts for the region of its publisher’s country. The European Union is one region."),
    no_country, FALSE, TRUE, 0 },
  [HFS_DIMENSION_DEVELOPER_TYPES] = {
    "developer-types", "developer-type", { N_("Companies or individuals?") }, N_("Developer type"),
    { N_("%1$s have %2$s of the downloads."),
      N_("%1$s have %2$s of all downloads so far."),
      N_("%1$s have %2$s of the models."),
      N_("%1$s have %2$s of the likes.") },
    N_("A model counts for the kind of its publisher, the account that uploaded it. "
       "A copy counts for whoever uploaded it."),
    only_unknown, FALSE, TRUE, 0 },
  [HFS_DIMENSION_SIZES] = {
    "sizes", "size", { N_("How big are the models people use?") }, N_("Size"),
    { N_("%1$s: %2$s of the downloads."),
      N_("%1$s: %2$s of all downloads so far."),
      N_("%1$s: %2$s of the models."),
      N_("%1$s: %2$s of the likes.") },
    N_("The size of a model is its number of parameters, the numbers it has learned. It is counted in the model’s "
       "files where they say it, else taken from a list of published sizes, else read from the model’s name. "
       "For a mixture of experts all parameters count."),
    only_unknown, TRUE, TRUE, 0 },
  [HFS_DIMENSION_CONCENTRATION] = {
    "concentration", NULL, { N_("How few models have most of the downloads?"), NULL, NULL, N_("How few models have most of the likes?") }, N_("Models"),
    { N_("%1$s have %2$s of the downloads."),
      N_("%1$s have %2$s of all downloads so far."),
      N_("%1$s are %2$s of the models."),
      N_("%1$s have %2$s of the likes.") },
    N_("Models are ordered from the most to the least. Each row holds the rows above it, so the rows do not add up."),
    NULL, TRUE, FALSE, 0 },
  [HFS_DIMENSION_PUBLISHERS] = {
    "publishers", "publisher", { N_("Who publishes the models people use?") }, N_("Publisher"),
    { N_("%1$s has %2$s of the downloads."),
      N_("%1$s has %2$s of all downloads so far."),
      N_("%1$s has %2$s of the models."),
      N_("%1$s has %2$s of the likes.") },
    N_("A publisher is the account that a model belongs to. Old models without an account count for the account that holds them today."),
    only_unknown, FALSE, TRUE, 15 },
  [HFS_DIMENSION_TASKS] = {
    "tasks", "task", { N_("What are the models for?") }, N_("Task"),
    { N_("Models for “%1$s” have %2$s of the downloads."),
      N_("Models for “%1$s” have %2$s of all downloads so far."),
      N_("%2$s of the models are for “%1$s”."),
      N_("Models for “%1$s” have %2$s of the likes.") },
    N_("The task is the one that the model’s page on the Hub states."),
    only_unknown, FALSE, TRUE, 15 },
  [HFS_DIMENSION_LANGUAGES] = {
    "languages", "language", { N_("Which languages do the models speak?") }, N_("Language"),
    { N_("Models that state the language %1$s have %2$s of the downloads."),
      N_("Models that state the language %1$s have %2$s of all downloads so far."),
      N_("%2$s of the models state the language %1$s."),
      N_("Models that state the language %1$s have %2$s of the likes.") },
    N_("A model counts for the language that its page states. A model that states several counts as “Several languages”; "
       "filter by a language to see all models that state it."),
    only_unknown, FALSE, TRUE, 15 },
  [HFS_DIMENSION_LICENSES] = {
    "licenses", "license", { N_("What may one do with the models?") }, N_("License"),
    { N_("Models under the license %1$s have %2$s of the downloads."),
      N_("Models under the license %1$s have %2$s of all downloads so far."),
      N_("%2$s of the models are under the license %1$s."),
      N_("Models under the license %1$s have %2$s of the likes.") },
    N_("The license is the one that the model’s page on the Hub states."),
    only_unknown, FALSE, TRUE, 15 },
  [HFS_DIMENSION_LIBRARIES] = {
    "libraries", "library", { N_("Which software are the models made for?") }, N_("Library"),
    { N_("Models for %1$s have %2$s of the downloads."),
      N_("Models for %1$s have %2$s of all downloads so far."),
      N_("%2$s of the models are for %1$s."),
      N_("Models for %1$s have %2$s of the likes.") },
    N_("The library is the software that the model’s page on the Hub names for loading it."),
    only_unknown, FALSE, TRUE, 15 },
  [HFS_DIMENSION_RELATIONS] = {
    "relations", NULL, { N_("How many models are made from others?") }, N_("Made from another model"),
    { N_("%1$s: %2$s of the downloads."),
      N_("%1$s: %2$s of all downloads so far."),
      N_("%1$s: %2$s of the models."),
      N_("%1$s: %2$s of the likes.") },
    N_("How a model is made from its base model, as its page on the Hub states it. "
       "A model that states no base model may be an original or may not say."),
    only_unknown, FALSE, TRUE, 0 },
  [HFS_DIMENSION_FAMILIES] = {
    "families", NULL, { N_("Which models do others build on?") }, N_("Family"),
    { N_("Models made from %1$s have %2$s of the downloads."),
      N_("Models made from %1$s have %2$s of all downloads so far."),
      N_("%2$s of the models are made from %1$s."),
      N_("Models made from %1$s have %2$s of the likes.") },
    N_("A family is a model and all models made from it. We follow the base models that the pages on the Hub state. "
       "A model that states no base model, and that no other names, belongs to no family that we know."),
    only_unknown, FALSE, TRUE, 15 },
  [HFS_DIMENSION_YEARS] = {
    "years", "year", { N_("How old are the models people use?") }, N_("Year of upload"),
    { N_("%1$s: %2$s of the downloads."),
      N_("%1$s: %2$s of all downloads so far."),
      N_("%1$s: %2$s of the models."),
      N_("%1$s: %2$s of the likes.") },
    N_("The year in which the model was put on the Hub. The Hub began to keep this on 2 March 2022; all older models carry that day."),
    only_unknown, TRUE, TRUE, 0 },
  [HFS_DIMENSION_MODELS] = {
    "models", NULL, { N_("Which models do people use most?") }, N_("Model"),
    { N_("%1$s has %2$s of the downloads."),
      N_("%1$s has %2$s of all downloads so far."),
      N_("%1$s is %2$s of the models."),
      N_("%1$s has %2$s of the likes.") },
    N_("Each row is one model on the Hub."),
    NULL, FALSE, FALSE, 15 },
};

static const struct
{
  const char *key;
  const char *unit;
  const char *name;
} measures[HFS_N_MEASURES] = {
  { "downloads", "downloads", N_("Downloads, 30 days") },
  { "downloads-all-time", "downloads", N_("Downloads, all time") },
  { "models", "models", N_("Models") },
  { "likes", "likes", N_("Likes") },
};

/* Keys of ours that readers see under another name. */
static const struct
{
  HfsDimensionId dimension;
  const char *key;
  const char *label;
} labels[] = {
  { HFS_DIMENSION_DEVELOPER_TYPES, "industry", N_("Companies") },
  { HFS_DIMENSION_DEVELOPER_TYPES, "academia", N_("Universities") },
  { HFS_DIMENSION_DEVELOPER_TYPES, "nonprofit", N_("Non-profits") },
  { HFS_DIMENSION_DEVELOPER_TYPES, "government", N_("Governments") },
  { HFS_DIMENSION_DEVELOPER_TYPES, "community", N_("Communities") },
  { HFS_DIMENSION_DEVELOPER_TYPES, "individual", N_("Individuals") },
  { HFS_DIMENSION_DEVELOPER_TYPES, "unknown", N_("Not classified yet") },
  { HFS_DIMENSION_SIZES, "lt100m", N_("Below 100 million parameters") },
  { HFS_DIMENSION_SIZES, "100m-1b", N_("100 million to 1 billion") },
  { HFS_DIMENSION_SIZES, "1b-10b", N_("1 to 10 billion") },
  { HFS_DIMENSION_SIZES, "10b-30b", N_("10 to 30 billion") },
  { HFS_DIMENSION_SIZES, "30b-100b", N_("30 to 100 billion") },
  { HFS_DIMENSION_SIZES, "ge100b", N_("100 billion parameters or more") },
  { HFS_DIMENSION_SIZES, "unknown", N_("Size not known") },
  /* xgettext:no-c-format */
  { HFS_DIMENSION_CONCENTRATION, "top-0.01", N_("Top 0.01\u00a0% of models") },
  /* xgettext:no-c-format */
  { HFS_DIMENSION_CONCENTRATION, "top-0.1", N_("Top 0.1\u00a0% of models") },
  /* xgettext:no-c-format */
  { HFS_DIMENSION_CONCENTRATION, "top-1", N_("Top 1\u00a0% of models") },
  /* xgettext:no-c-format */
  { HFS_DIMENSION_CONCENTRATION, "top-10", N_("Top 10\u00a0% of models") },
  { HFS_DIMENSION_PUBLISHERS, "unknown", N_("No publisher named") },
  { HFS_DIMENSION_TASKS, "unknown", N_("No task stated") },
  { HFS_DIMENSION_LANGUAGES, "several", N_("Several languages") },
  { HFS_DIMENSION_LANGUAGES, "unknown", N_("No language stated") },
  { HFS_DIMENSION_LICENSES, "unknown", N_("No license stated") },
  { HFS_DIMENSION_LIBRARIES, "unknown", N_("No library stated") },
  { HFS_DIMENSION_RELATIONS, "finetune", N_("Fine-tuned") },
  { HFS_DIMENSION_RELATIONS, "adapter", N_("Adapters") },
  { HFS_DIMENSION_RELATIONS, "quantized", N_("Made smaller (quantised)") },
  { HFS_DIMENSION_RELATIONS, "merge", N_("Merged") },
  { HFS_DIMENSION_RELATIONS, "unknown", N_("No base model stated") },
  { HFS_DIMENSION_FAMILIES, "unknown", N_("No family known") },
  { HFS_DIMENSION_YEARS, "earlier", N_("2 March 2022 or earlier") },
  { HFS_DIMENSION_YEARS, "unknown", N_("Year not stated") },
  { HFS_DIMENSION_REGIONS, "northern-america", N_("Northern America") },
  { HFS_DIMENSION_REGIONS, "latin-america", N_("Latin America") },
  { HFS_DIMENSION_REGIONS, "european-union", N_("European Union") },
  { HFS_DIMENSION_REGIONS, "other-europe", N_("Europe outside the Union") },
  { HFS_DIMENSION_REGIONS, "china", N_("China") },
  { HFS_DIMENSION_REGIONS, "other-asia", N_("Asia outside China") },
  { HFS_DIMENSION_REGIONS, "africa", N_("Africa") },
  { HFS_DIMENSION_REGIONS, "oceania", N_("Oceania") },
};

/**
 * hfs_dimension_get:
 *
 * Returns: (transfer none): the declaration
 */
const HfsDimension *
hfs_dimension_get (HfsDimensionId id)
{
  return &dimensions[id];
}

/**
 * hfs_dimension_from_name:
 * @id: (out): the dimension
 *
 * Returns: whether a query of this name exists
 */
gboolean
hfs_dimension_from_name (const char     *name,
                         HfsDimensionId *id)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (g_str_equal (name, dimensions[i].name))
      return *id = i, TRUE;
  return FALSE;
}

/**
 * hfs_dimension_from_filter:
 * @id: (out): the dimension
 *
 * Returns: whether a filter of this key exists
 */
gboolean
hfs_dimension_from_filter (const char     *filter,
                           HfsDimensionId *id)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (g_strcmp0 (filter, dimensions[i].filter) == 0)
      return *id = i, TRUE;
  return FALSE;
}

/**
 * hfs_dimension_is_unclear:
 *
 * Returns: whether the row @key is no answer, such as `unknown`
 */
gboolean
hfs_dimension_is_unclear (HfsDimensionId  id,
                          const char     *key)
{
  return dimensions[id].unclear != NULL && g_strv_contains (dimensions[id].unclear, key);
}

/**
 * hfs_dimension_dup_label:
 * @key: key of a row
 *
 * Returns: (transfer full): what readers see for it, in their language
 */
char *
hfs_dimension_dup_label (HfsDimensionId  id,
                         const char     *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].dimension == id && g_str_equal (labels[i].key, key))
      return g_strdup (_(labels[i].label));
  switch ((int) id)
    {
    case HFS_DIMENSION_COUNTRIES:
    case HFS_DIMENSION_REGIONS:
      return g_strdup (hfs_country_get_name (key));
    case HFS_DIMENSION_TASKS:
      return hfs_task_dup_label (key);
    case HFS_DIMENSION_LANGUAGES:
      return hfs_language_dup_name (key);
    default:
      return g_strdup (key);
    }
}

/* Names that look different inside a sentence. */
static const struct
{
  const char *key;
  const char *name;
} names_in_sentences[] = {
  /* Translators: names inside a sentence, such as “Publishers in the United States have 36 % of the downloads.”
   * or “Then come universities with 23 %.” */
  { "US", N_("the United States") },
  { "GB", N_("the United Kingdom") },
  { "NL", N_("the Netherlands") },
  { "AE", N_("the United Arab Emirates") },
  { "PH", N_("the Philippines") },
  { "EU", N_("the European Union") },
  { "european-union", N_("the European Union") },
  { "industry", N_("companies") },
  { "academia", N_("universities") },
  { "nonprofit", N_("non-profits") },
  { "government", N_("governments") },
  { "community", N_("communities") },
  { "individual", N_("individuals") },
};

/**
 * hfs_dimension_dup_name:
 * @key: key of a row
 *
 * Returns: (transfer full): what stands for the row inside a sentence
 */
char *
hfs_dimension_dup_name (HfsDimensionId  id,
                        const char     *key)
{
  if (id == HFS_DIMENSION_COUNTRIES || id == HFS_DIMENSION_REGIONS || id == HFS_DIMENSION_DEVELOPER_TYPES)
    for (guint i = 0; i < G_N_ELEMENTS (names_in_sentences); i++)
      if (g_str_equal (key, names_in_sentences[i].key))
        return g_strdup (_(names_in_sentences[i].name));
  if (id == HFS_DIMENSION_TASKS && !hfs_dimension_is_unclear (id, key))
    return hfs_task_dup_name (key);
  return hfs_dimension_dup_label (id, key);
}

/**
 * hfs_dimension_get_title:
 *
 * Returns: (transfer none): the question in the reader's language
 */
const char *
hfs_dimension_get_title (HfsDimensionId id,
                         HfsMeasure     measure)
{
  const char * const *titles = dimensions[id].titles;

  return _(titles[measure] ? titles[measure] : titles[0]);
}

/**
 * hfs_measure_get_key:
 *
 * Returns: (transfer none): the word of queries
 */
const char *
hfs_measure_get_key (HfsMeasure measure)
{
  return measures[measure].key;
}

/**
 * hfs_measure_get_unit:
 *
 * Returns: (transfer none): what is counted, as exported files name it
 */
const char *
hfs_measure_get_unit (HfsMeasure measure)
{
  return measures[measure].unit;
}

/**
 * hfs_measure_get_name:
 *
 * Returns: (transfer none): the name in the reader's language
 */
const char *
hfs_measure_get_name (HfsMeasure measure)
{
  return _(measures[measure].name);
}
