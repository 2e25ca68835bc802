/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-query-private.h"

#include "hfs-countries.h"
#include "hfs-size.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define FIRST_YEAR 2022
#define LAST_YEAR  2099

/* What a key is called and may be; %NULL choices are checked in a way of their own. */
static const struct
{
  const char *key;
  const char *choices[5];
} keys[HFS_N_QUERY_KEYS] = {
  [HFS_QUERY_KEY_MEASURE] = { "measure", { "downloads", "downloads-all-time", "models", "likes" } },
  [HFS_QUERY_KEY_SHARE] = { "share", { "1" } },
  [HFS_QUERY_KEY_BY] = { "by" },
  [HFS_QUERY_KEY_TOP] = { "top" },
  [HFS_QUERY_KEY_SNAPSHOT] = { "snapshot" },
  [HFS_QUERY_KEY_COMPARE] = { "compare" },
  [HFS_QUERY_KEY_OVER] = { "over", { "time" } },
  [HFS_QUERY_KEY_ATTRIBUTION] = { "attribution", { "published", "atom", "mine" } },
  [HFS_QUERY_KEY_CREDIT] = { "credit", { "publisher", "base" } },
  [HFS_QUERY_KEY_UNKNOWN] = { "unknown", { "show", "exclude" } },
  [HFS_QUERY_KEY_SEARCH] = { "search" },
};

const char * const *
hfs_query_key_get_choices (HfsQueryKey key)
{
  return keys[key].choices;
}

const char *
hfs_query_key_get_name (HfsQueryKey key)
{
  return keys[key].key;
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

/* All names, or only those that can be a second dimension beside @first. */
static char *
list_names (const HfsDimension *first)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (first == NULL || (hfs_dimension_get (i)->groups && hfs_dimension_get (i) != first))
      g_strv_builder_add (builder, hfs_dimension_get (i)->name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static char *
list_keys (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < HFS_N_QUERY_KEYS; i++)
    g_strv_builder_add (builder, hfs_query_key_get_name (i));
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
check_by (HfsQuery    *self,
          const char  *value,
          GError     **error)
{
  g_autofree char *names = NULL;
  HfsDimensionId by;

  if (!hfs_dimension_get (self->dimension)->groups)
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                   _("“%s” cannot be divided by a second dimension."), hfs_dimension_get (self->dimension)->name);
      return FALSE;
    }
  if (hfs_dimension_from_name (value, &by) && hfs_dimension_get (by)->groups && by != self->dimension)
    return TRUE;
  names = list_names (hfs_dimension_get (self->dimension));
  return fail_value (hfs_query_key_get_name (HFS_QUERY_KEY_BY), value, names, error);
}

static gboolean
check_value (HfsQuery    *self,
             HfsQueryKey          key,
             const char  *value,
             GError     **error)
{
  guint64 top;

  if (key == HFS_QUERY_KEY_SNAPSHOT || key == HFS_QUERY_KEY_COMPARE)
    return check_snapshot (hfs_query_key_get_name (key), value, error);
  if (key == HFS_QUERY_KEY_TOP && !g_ascii_string_to_unsigned (value, 10, 1, 1000000, &top, NULL))
    return fail_value (hfs_query_key_get_name (key), value, _("a whole number from 1 to 1000000"), error);
  if (key == HFS_QUERY_KEY_BY)
    return check_by (self, value, error);
  if (hfs_query_key_get_choices (key)[0] != NULL && !g_strv_contains (hfs_query_key_get_choices (key), value))
    {
      g_autofree char *allowed = g_strjoinv (", ", (char **) hfs_query_key_get_choices (key));

      return fail_value (hfs_query_key_get_name (key), value, allowed, error);
    }
  return TRUE;
}

static gboolean
set_value (HfsQuery    *self,
           HfsQueryKey          key,
           const char  *escaped,
           GError     **error)
{
  g_autofree char *value = g_uri_unescape_string (escaped, NULL);

  if (value == NULL || !g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                   _("The value of “%s” is not percent-encoded UTF-8."), hfs_query_key_get_name (key));
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

gboolean
hfs_query_key_from_name (const char  *name,
                         HfsQueryKey *key)
{
  for (guint i = 0; i < HFS_N_QUERY_KEYS; i++)
    if (g_str_equal (name, hfs_query_key_get_name (i)))
      return *key = i, TRUE;
  return FALSE;
}

gboolean
hfs_query_set_pair (HfsQuery    *self,
                    const char  *name,
                    const char  *escaped,
                    GError     **error)
{
  HfsDimensionId dimension;
  gboolean is_key, is_filter;
  HfsQueryKey key = HFS_N_QUERY_KEYS;

  is_key = hfs_query_key_from_name (name, &key);
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
      g_autofree char *names = list_names (NULL);
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

      if (!hfs_query_set_pair (self, shown, equals ? equals + 1 : "", error))
        return NULL;
    }
  return g_steal_pointer (&self);
}
