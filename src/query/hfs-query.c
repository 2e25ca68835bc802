/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-query.h"

#include "hfs-countries.h"
#include "hfs-size.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (hfs-query-error-quark, hfs_query_error)

#define FIRST_YEAR 2022
#define LAST_YEAR  2099

/* The keys that are no filter, in the order in which they are printed. */
typedef enum
{
  KEY_MEASURE,
  KEY_SHARE,
  KEY_BY,
  KEY_TOP,
  KEY_SNAPSHOT,
  KEY_COMPARE,
  KEY_OVER,
  KEY_ATTRIBUTION,
  KEY_CREDIT,
  KEY_UNKNOWN,
  KEY_SEARCH,
  N_KEYS,
} Key;

/* What a key is called and may be; %NULL choices are checked in a way of their own. */
static const struct
{
  const char *key;
  const char *choices[5];
} keys[N_KEYS] = {
  [KEY_MEASURE] = { "measure", { "downloads", "downloads-all-time", "models", "likes" } },
  [KEY_SHARE] = { "share", { "1" } },
  [KEY_BY] = { "by" },
  [KEY_TOP] = { "top" },
  [KEY_SNAPSHOT] = { "snapshot" },
  [KEY_COMPARE] = { "compare" },
  [KEY_OVER] = { "over", { "time" } },
  [KEY_ATTRIBUTION] = { "attribution", { "published", "atom", "mine" } },
  [KEY_CREDIT] = { "credit", { "publisher", "base" } },
  [KEY_UNKNOWN] = { "unknown", { "show", "exclude" } },
  [KEY_SEARCH] = { "search" },
};

/**
 * HfsQuery:
 *
 * A question, as a value: it prints to and parses from text such as
 * `countries?measure=likes&country=CN,US`. Immutable.
 */
struct _HfsQuery
{
  GObject parent_instance;

  HfsDimensionId dimension;
  char *values[N_KEYS];              /* (owned) (nullable): decoded, checked */
  char **filters[HFS_N_DIMENSIONS];  /* (owned) (nullable): as written, each checked */
  char **members[HFS_N_DIMENSIONS];  /* (owned) (nullable): the filters with ranges written out */
};

G_DEFINE_FINAL_TYPE (HfsQuery, hfs_query, G_TYPE_OBJECT)

static void
hfs_query_finalize (GObject *object)
{
  HfsQuery *self = HFS_QUERY (object);

  for (guint i = 0; i < N_KEYS; i++)
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

static gboolean
fail_value (const char  *key,
            const char  *value,
            const char  *allowed,
            GError     **error)
{
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
               _("“%s” cannot be the value of “%s”. It can be: %s."), value, key, allowed);
  return FALSE;
}

/* All names, or only those that can be a second dimension. */
static char *
list_names (gboolean only_groups)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (!only_groups || hfs_dimension_get (i)->groups)
      g_strv_builder_add (builder, hfs_dimension_get (i)->name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static char *
list_keys (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < N_KEYS; i++)
    g_strv_builder_add (builder, keys[i].key);
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (hfs_dimension_get (i)->filter != NULL)
      g_strv_builder_add (builder, hfs_dimension_get (i)->filter);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static gboolean
is_date (const char *text)
{
  int year, month, day, end = 0;

  return strlen (text) == 10 && sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 &&
         g_date_valid_dmy (day, month, year);
}

/* A snapshot's name: a date that exists, or a slug; whether it is there only the archive knows. */
static gboolean
check_snapshot (const char  *key,
                const char  *value,
                GError     **error)
{
  gboolean looks_like_date = strlen (value) == 10 && g_ascii_isdigit (value[0]) && value[4] == '-' && value[7] == '-';

  if (strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") != strlen (value) ||
      (looks_like_date && !is_date (value)))
    return fail_value (key, value, _("latest, the name of a snapshot, or a date such as 2026-08-22"), error);
  return TRUE;
}

static gboolean
check_value (HfsQuery    *self,
             Key          key,
             const char  *value,
             GError     **error)
{
  HfsDimensionId by;
  guint64 top;

  if (key == KEY_SNAPSHOT || key == KEY_COMPARE)
    return check_snapshot (keys[key].key, value, error);
  if (key == KEY_TOP && !g_ascii_string_to_unsigned (value, 10, 1, 1000000, &top, NULL))
    return fail_value (keys[key].key, value, _("a whole number from 1 to 1000000"), error);
  if (key == KEY_BY && (!hfs_dimension_from_name (value, &by) || !hfs_dimension_get (by)->groups ||
                        by == self->dimension || !hfs_dimension_get (self->dimension)->groups))
    {
      g_autofree char *names = list_names (TRUE);

      if (!hfs_dimension_get (self->dimension)->groups)
        {
          g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                       _("“%s” cannot be divided by a second dimension."), hfs_dimension_get (self->dimension)->name);
          return FALSE;
        }
      return fail_value (keys[key].key, value, names, error);
    }
  if (keys[key].choices[0] != NULL && !g_strv_contains (keys[key].choices, value))
    {
      g_autofree char *allowed = g_strjoinv (", ", (char **) keys[key].choices);

      return fail_value (keys[key].key, value, allowed, error);
    }
  return TRUE;
}

static gboolean
set_value (HfsQuery    *self,
           Key          key,
           const char  *escaped,
           GError     **error)
{
  g_autofree char *value = g_uri_unescape_string (escaped, NULL);

  if (value == NULL || !g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                   _("The value of “%s” is not percent-encoded UTF-8."), keys[key].key);
      return FALSE;
    }
  if (!check_value (self, key, value, error))
    return FALSE;
  self->values[key] = g_steal_pointer (&value);
  return TRUE;
}

/* Writes "2022..2024" out; a single year is itself. */
static gboolean
add_years (GStrvBuilder  *members,
           const char    *value,
           GError       **error)
{
  g_auto (GStrv) ends = g_strsplit (value, "..", -1);
  guint64 from, to;

  if (g_str_equal (value, "earlier") || g_str_equal (value, "unknown"))
    {
      g_strv_builder_add (members, value);
      return TRUE;
    }
  if (g_strv_length (ends) > 2 || !g_ascii_string_to_unsigned (ends[0], 10, FIRST_YEAR, LAST_YEAR, &from, NULL) ||
      !g_ascii_string_to_unsigned (ends[1] ? ends[1] : ends[0], 10, FIRST_YEAR, LAST_YEAR, &to, NULL))
    return fail_value ("year", value, _("a year from 2022, a range such as 2022..2025, earlier, unknown"), error);
  if (from > to)
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                   _("The range “%s” of “year” runs backwards; write the earlier year first."), value);
      return FALSE;
    }
  for (; from <= to; from++)
    {
      g_autofree char *year = g_strdup_printf ("%u", (guint) from);

      g_strv_builder_add (members, year);
    }
  return TRUE;
}

/* Puts a value that comes from a closed list into its one spelling. */
static const char *
canonical_member (HfsDimensionId  dimension,
                  const char     *value,
                  GError        **error)
{
  g_autoptr (GString) allowed = g_string_new (NULL);
  HfsDeveloperType type;

  if (dimension == HFS_DIMENSION_COUNTRIES)
    {
      const char *country = hfs_country_from_key (value);

      if (country == NULL)
        fail_value ("country", value, _("two letters as in ISO 3166-1, such as US or CN, international, unstated, unknown"), error);
      return country;
    }
  if (dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    {
      if (hfs_developer_type_from_key (value, &type))
        return value;
      for (guint i = 0; i < HFS_N_DEVELOPER_TYPES; i++)
        g_string_append_printf (allowed, "%s%s", i ? ", " : "", hfs_developer_type_get_key (i));
    }
  else if (dimension == HFS_DIMENSION_SIZES)
    {
      for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
        {
          if (g_str_equal (value, hfs_size_class_get_key (i)))
            return value;
          g_string_append_printf (allowed, "%s%s", i ? ", " : "", hfs_size_class_get_key (i));
        }
    }
  else
    return value;
  fail_value (hfs_dimension_get (dimension)->filter, value, allowed->str, error);
  return NULL;
}

static gboolean
set_filter (HfsQuery        *self,
            HfsDimensionId   dimension,
            const char      *escaped,
            GError         **error)
{
  const char *key = hfs_dimension_get (dimension)->filter;
  g_autoptr (GStrvBuilder) filters = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (escaped, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *value = g_uri_unescape_string (*part, NULL);
      const char *member = value;

      if (value == NULL || *value == '\0' || !g_utf8_validate (value, -1, NULL))
        {
          g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                       value && *value == '\0' ? _("A value of “%s” is empty.")
                       : _("A value of “%s” is not percent-encoded UTF-8."), key);
          return FALSE;
        }
      if (dimension == HFS_DIMENSION_YEARS)
        {
          if (!add_years (members, value, error))
            return FALSE;
        }
      else if ((member = canonical_member (dimension, value, error)) == NULL)
        return FALSE;
      else
        g_strv_builder_add (members, member);
      g_strv_builder_add (filters, member);
    }
  self->filters[dimension] = g_strv_builder_end (filters);
  self->members[dimension] = g_strv_builder_end (members);
  return TRUE;
}

static gboolean
find_key (const char *name,
          Key        *key)
{
  for (guint i = 0; i < N_KEYS; i++)
    if (g_str_equal (name, keys[i].key))
      return *key = i, TRUE;
  return FALSE;
}

/* Sets one key from its escaped text. */
static gboolean
set_pair (HfsQuery    *self,
          const char  *name,
          const char  *escaped,
          GError     **error)
{
  HfsDimensionId dimension;
  gboolean is_key, is_filter;
  Key key = N_KEYS;

  is_key = find_key (name, &key);
  is_filter = !is_key && hfs_dimension_from_filter (name, &dimension);
  if (!is_key && !is_filter)
    {
      g_autofree char *allowed = list_keys ();

      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_KEY,
                   _("There is no key “%s” in a query. There are: %s."), name, allowed);
      return FALSE;
    }
  if ((is_key && self->values[key] != NULL) || (is_filter && self->filters[dimension] != NULL))
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_KEY, _("The key “%s” is given twice."), name);
      return FALSE;
    }
  if (*escaped == '\0')
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE, _("The key “%s” has no value."), name);
      return FALSE;
    }
  return is_key ? set_value (self, key, escaped, error) : set_filter (self, dimension, escaped, error);
}

/**
 * hfs_query_parse:
 * @text: `NAME?key=value&key=value`, percent-encoded UTF-8, with or without `hf-state:` in front
 *
 * Returns: (transfer full) (nullable): the query; if @text is none, @error names the word that is
 *   wrong and lists what is allowed
 */
HfsQuery *
hfs_query_parse (const char  *text,
                 GError     **error)
{
  g_autoptr (HfsQuery) self = g_object_new (HFS_TYPE_QUERY, NULL);
  const char *start = g_str_has_prefix (text, HFS_QUERY_SCHEME) ? text + strlen (HFS_QUERY_SCHEME) : text;
  const char *mark = strchr (start, '?');
  g_autofree char *name = mark ? g_strndup (start, mark - start) : g_strdup (start);
  g_auto (GStrv) pairs = NULL;

  if (!hfs_dimension_from_name (name, &self->dimension))
    {
      g_autofree char *names = list_names (FALSE);
      g_autofree char *shown = g_utf8_make_valid (name, -1);

      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NAME,
                   _("There is no query “%s”. There are: %s."), shown, names);
      return NULL;
    }
  pairs = g_strsplit (mark && mark[1] != '\0' ? mark + 1 : "", "&", -1);
  for (char **pair = pairs; *pair != NULL; pair++)
    {
      const char *equals = strchr (*pair, '=');
      g_autofree char *key = equals ? g_strndup (*pair, equals - *pair) : g_strdup (*pair);
      g_autofree char *shown = g_utf8_make_valid (key, -1);

      if (!set_pair (self, shown, equals ? equals + 1 : "", error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static HfsQuery *
copy (HfsQuery *self)
{
  HfsQuery *other = g_object_new (HFS_TYPE_QUERY, NULL);

  other->dimension = self->dimension;
  for (guint i = 0; i < N_KEYS; i++)
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
  Key key = N_KEYS;

  if (find_key (name, &key))
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
  if (value != NULL && !set_pair (other, key, value, error))
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

  append_pair (text, keys[KEY_MEASURE].key, hfs_measure_get_key (hfs_query_get_measure (self)));
  for (guint i = KEY_MEASURE + 1; i < N_KEYS; i++)
    if (self->values[i] != NULL)
      {
        g_autofree char *escaped = g_uri_escape_string (self->values[i], "/:@", FALSE);

        append_pair (text, keys[i].key, escaped);
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
            Key       key)
{
  for (guint i = 1; self->values[key] != NULL && keys[key].choices[i] != NULL; i++)
    if (g_str_equal (self->values[key], keys[key].choices[i]))
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
  return get_choice (self, KEY_MEASURE);
}

/**
 * hfs_query_get_share:
 *
 * Returns: whether shares are shown, and not amounts
 */
gboolean
hfs_query_get_share (HfsQuery *self)
{
  return self->values[KEY_SHARE] != NULL;
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
  return self->values[KEY_BY] != NULL && hfs_dimension_from_name (self->values[KEY_BY], by);
}

/**
 * hfs_query_get_top:
 *
 * Returns: how many rows are shown apart before the others are summed, 0 for all
 */
guint
hfs_query_get_top (HfsQuery *self)
{
  return self->values[KEY_TOP] ? (guint) g_ascii_strtoull (self->values[KEY_TOP], NULL, 10) : 0;
}

/**
 * hfs_query_get_snapshot:
 *
 * Returns: (transfer none): the name of the snapshot
 */
const char *
hfs_query_get_snapshot (HfsQuery *self)
{
  return self->values[KEY_SNAPSHOT] ? self->values[KEY_SNAPSHOT] : "latest";
}

/**
 * hfs_query_get_compare:
 *
 * Returns: (transfer none) (nullable): the name of the snapshot to compare with
 */
const char *
hfs_query_get_compare (HfsQuery *self)
{
  return self->values[KEY_COMPARE];
}

/**
 * hfs_query_get_over_time:
 *
 * Returns: whether one value a snapshot is asked for
 */
gboolean
hfs_query_get_over_time (HfsQuery *self)
{
  return self->values[KEY_OVER] != NULL;
}

/**
 * hfs_query_get_attribution:
 *
 * Returns: whose table of publishers is used
 */
HfsAttribution
hfs_query_get_attribution (HfsQuery *self)
{
  return get_choice (self, KEY_ATTRIBUTION);
}

/**
 * hfs_query_get_credit:
 *
 * Returns: who gets the downloads of a copy
 */
HfsCredit
hfs_query_get_credit (HfsQuery *self)
{
  return get_choice (self, KEY_CREDIT);
}

/**
 * hfs_query_get_shows_unknown:
 *
 * Returns: whether models without an answer are shown and counted
 */
gboolean
hfs_query_get_shows_unknown (HfsQuery *self)
{
  return get_choice (self, KEY_UNKNOWN) == 0;
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
  return self->values[KEY_SEARCH];
}
