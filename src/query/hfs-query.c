/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-query-private.h"

#include <string.h>

G_DEFINE_QUARK (hfs-query-error-quark, hfs_query_error)

/**
 * HfsQuery:
 *
 * A question, as a value: it prints to and parses from text such as
 * `countries?measure=likes&country=CN,US`. Immutable.
 */
G_DEFINE_FINAL_TYPE (HfsQuery, hfs_query, G_TYPE_OBJECT)

static void
hfs_query_finalize (GObject *object)
{
  HfsQuery *self = HFS_QUERY (object);

  for (guint i = 0; i < HFS_N_QUERY_KEYS; i++)
    g_free (self->values[i]);
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      g_strfreev (self->filters[i]);
      g_strfreev (self->members[i]);
    }

  G_OBJECT_CLASS (hfs_query_parent_class)->finalize (object);
}

static void
hfs_query_class_init (HfsQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_query_finalize;
}

static void
hfs_query_init (HfsQuery *self)
{
}

static HfsQuery *
copy (HfsQuery *self)
{
  HfsQuery *other = g_object_new (HFS_TYPE_QUERY, NULL);

  other->dimension = self->dimension;
  for (guint i = 0; i < HFS_N_QUERY_KEYS; i++)
    other->values[i] = g_strdup (self->values[i]);
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      other->filters[i] = g_strdupv (self->filters[i]);
      other->members[i] = g_strdupv (self->members[i]);
    }
  return other;
}

/* Forgets one key. */
static void
clear_key (HfsQuery   *self,
           const char *name)
{
  HfsDimensionId dimension;
  HfsQueryKey key = HFS_N_QUERY_KEYS;

  if (hfs_query_key_from_name (name, &key))
    g_clear_pointer (&self->values[key], g_free);
  else if (hfs_dimension_from_filter (name, &dimension))
    {
      g_clear_pointer (&self->filters[dimension], g_strfreev);
      g_clear_pointer (&self->members[dimension], g_strfreev);
    }
}

/**
 * hfs_query_with:
 * @key: a key of the query text
 * @value: (nullable): its value as in the query text (escaped), or %NULL to leave the key out
 *
 * Makes a query that differs in one key.
 *
 * Returns: (transfer full) (nullable): the new query, or %NULL with @error set
 */
HfsQuery *
hfs_query_with (HfsQuery    *self,
                const char  *key,
                const char  *value,
                GError     **error)
{
  g_autoptr (HfsQuery) other = copy (self);

  clear_key (other, key);
  if (value != NULL && !hfs_query_set_pair (other, key, value, error))
    return NULL;
  return g_steal_pointer (&other);
}

/**
 * hfs_query_with_name:
 *
 * Makes the query that asks another question of the same models. A second dimension that
 * the new question is itself about is left out.
 *
 * Returns: (transfer full): the new query
 */
HfsQuery *
hfs_query_with_name (HfsQuery       *self,
                     HfsDimensionId  dimension)
{
  HfsQuery *other = copy (self);
  HfsDimensionId by;

  other->dimension = dimension;
  if (hfs_query_get_by (other, &by) && (by == dimension || !hfs_dimension_get (dimension)->groups))
    clear_key (other, "by");
  clear_key (other, "top");
  return other;
}

/**
 * hfs_query_turn_to:
 * @self: what was asked
 * @target: another question, as it was left
 *
 * Makes the query that asks the other question of the same models in the same snapshot: filters, measure, snapshot and whose
 * publishers they are come from @self, all else from @target.
 *
 * Returns: (transfer full): the new query
 */
HfsQuery *
hfs_query_turn_to (HfsQuery *self,
                   HfsQuery *target)
{
  static const HfsQueryKey kept[] = { HFS_QUERY_KEY_MEASURE, HFS_QUERY_KEY_SNAPSHOT, HFS_QUERY_KEY_ATTRIBUTION,
                                      HFS_QUERY_KEY_CREDIT, HFS_QUERY_KEY_UNKNOWN, HFS_QUERY_KEY_SEARCH };
  HfsQuery *other = copy (target);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_free (other->values[kept[i]]);
      other->values[kept[i]] = g_strdup (self->values[kept[i]]);
    }
  /* How many models few models have says nothing. */
  if (other->dimension == HFS_DIMENSION_CONCENTRATION && hfs_query_get_measure (other) == HFS_MEASURE_MODELS)
    g_clear_pointer (&other->values[HFS_QUERY_KEY_MEASURE], g_free);
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      g_strfreev (other->filters[i]);
      g_strfreev (other->members[i]);
      other->filters[i] = g_strdupv (self->filters[i]);
      other->members[i] = g_strdupv (self->members[i]);
    }
  return other;
}

static void
append_pair (GString    *text,
             const char *key,
             const char *escaped)
{
  g_string_append_printf (text, "%c%s=%s", strchr (text->str, '?') ? '&' : '?', key, escaped);
}

/**
 * hfs_query_to_string:
 *
 * Prints the query in its one form: the measure always, the other keys where they are set, in a fixed order.
 *
 * Returns: (transfer full): text that [func@Query.parse] reads back to an equal query
 */
char *
hfs_query_to_string (HfsQuery *self)
{
  g_autoptr (GString) text = g_string_new (hfs_dimension_get (self->dimension)->name);

  append_pair (text, hfs_query_key_get_name (HFS_QUERY_KEY_MEASURE), hfs_measure_get_key (hfs_query_get_measure (self)));
  for (guint i = HFS_QUERY_KEY_MEASURE + 1; i < HFS_N_QUERY_KEYS; i++)
    if (self->values[i] != NULL)
      {
        g_autofree char *escaped = g_uri_escape_string (self->values[i], "/:@", FALSE);

        append_pair (text, hfs_query_key_get_name (i), escaped);
      }
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (self->filters[i] != NULL)
      {
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
        g_auto (GStrv) escaped = NULL;
        g_autofree char *list = NULL;

        for (char **value = self->filters[i]; *value != NULL; value++)
          {
            g_autofree char *part = g_uri_escape_string (*value, "/:@", FALSE);

            g_strv_builder_add (builder, part);
          }
        escaped = g_strv_builder_end (builder);
        list = g_strjoinv (",", escaped);
        append_pair (text, hfs_dimension_get (i)->filter, list);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hfs_query_to_uri:
 *
 * Returns: (transfer full): the query as a link, `hf-state:…`
 */
char *
hfs_query_to_uri (HfsQuery *self)
{
  g_autofree char *text = hfs_query_to_string (self);

  return g_strconcat (HFS_QUERY_SCHEME, text, NULL);
}

/**
 * hfs_query_equal:
 *
 * Returns: whether both ask the same
 */
gboolean
hfs_query_equal (HfsQuery *self,
                 HfsQuery *other)
{
  g_autofree char *a = hfs_query_to_string (self);
  g_autofree char *b = hfs_query_to_string (other);

  return g_str_equal (a, b);
}

/* The number of the chosen value among the choices, the first when the key is not set. */
static guint
get_choice (HfsQuery *self,
            HfsQueryKey       key)
{
  for (guint i = 1; self->values[key] != NULL && hfs_query_key_get_choices (key)[i] != NULL; i++)
    if (g_str_equal (self->values[key], hfs_query_key_get_choices (key)[i]))
      return i;
  return 0;
}

/**
 * hfs_query_get_dimension:
 *
 * Returns: what the query is about
 */
HfsDimensionId
hfs_query_get_dimension (HfsQuery *self)
{
  return self->dimension;
}

/**
 * hfs_query_get_measure:
 *
 * Returns: what is counted
 */
HfsMeasure
hfs_query_get_measure (HfsQuery *self)
{
  return get_choice (self, HFS_QUERY_KEY_MEASURE);
}

/**
 * hfs_query_get_share:
 *
 * Returns: whether shares are shown, and not amounts
 */
gboolean
hfs_query_get_share (HfsQuery *self)
{
  return self->values[HFS_QUERY_KEY_SHARE] != NULL;
}

/**
 * hfs_query_get_by:
 * @by: (out): the second dimension
 *
 * Returns: whether there is one
 */
gboolean
hfs_query_get_by (HfsQuery       *self,
                  HfsDimensionId *by)
{
  return self->values[HFS_QUERY_KEY_BY] != NULL && hfs_dimension_from_name (self->values[HFS_QUERY_KEY_BY], by);
}

/**
 * hfs_query_get_top:
 *
 * Returns: how many rows are shown apart before the others are summed, 0 for all
 */
guint
hfs_query_get_top (HfsQuery *self)
{
  return self->values[HFS_QUERY_KEY_TOP] ? (guint) g_ascii_strtoull (self->values[HFS_QUERY_KEY_TOP], NULL, 10) : 0;
}

/**
 * hfs_query_get_snapshot:
 *
 * Returns: (transfer none): the name of the snapshot
 */
const char *
hfs_query_get_snapshot (HfsQuery *self)
{
  return self->values[HFS_QUERY_KEY_SNAPSHOT] ? self->values[HFS_QUERY_KEY_SNAPSHOT] : "latest";
}

/**
 * hfs_query_get_compare:
 *
 * Returns: (transfer none) (nullable): the name of the snapshot to compare with
 */
const char *
hfs_query_get_compare (HfsQuery *self)
{
  return self->values[HFS_QUERY_KEY_COMPARE];
}

/**
 * hfs_query_get_over_time:
 *
 * Returns: whether one value a snapshot is asked for
 */
gboolean
hfs_query_get_over_time (HfsQuery *self)
{
  return self->values[HFS_QUERY_KEY_OVER] != NULL;
}

/**
 * hfs_query_get_attribution:
 *
 * Returns: whose table of publishers is used
 */
HfsAttribution
hfs_query_get_attribution (HfsQuery *self)
{
  return get_choice (self, HFS_QUERY_KEY_ATTRIBUTION);
}

/**
 * hfs_query_get_credit:
 *
 * Returns: who gets the downloads of a copy
 */
HfsCredit
hfs_query_get_credit (HfsQuery *self)
{
  return get_choice (self, HFS_QUERY_KEY_CREDIT);
}

/**
 * hfs_query_get_shows_unknown:
 *
 * Returns: whether models without an answer are shown and counted
 */
gboolean
hfs_query_get_shows_unknown (HfsQuery *self)
{
  return get_choice (self, HFS_QUERY_KEY_UNKNOWN) == 0;
}

/**
 * hfs_query_get_filter:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the keys that are let through, ranges written out
 */
const char * const *
hfs_query_get_filter (HfsQuery       *self,
                      HfsDimensionId  dimension)
{
  return (const char * const *) self->members[dimension];
}

/**
 * hfs_query_get_search:
 *
 * Returns: (transfer none) (nullable): text that a model's id has to hold
 */
const char *
hfs_query_get_search (HfsQuery *self)
{
  return self->values[HFS_QUERY_KEY_SEARCH];
}
