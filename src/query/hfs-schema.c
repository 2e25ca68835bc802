/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-schema.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/**
 * hfs_schema_fail:
 * @place: a place in a file
 * @what: a whole sentence on what is wrong there
 *
 * Sets @error to a sentence that begins with the place.
 *
 * Returns: %FALSE
 */
gboolean
hfs_schema_fail (const char  *place,
                 const char  *what,
                 GError     **error)
{
  /* Translators: the place in a file, such as “claims[3].window”, then a whole sentence on what is wrong there. */
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("%1$s: %2$s"), place, what);
  return FALSE;
}

/**
 * hfs_schema_find_choice:
 * @choices: (array zero-terminated=1): words
 *
 * Returns: the number of the word, from 0; the number of words when it is not among them
 */
guint
hfs_schema_find_choice (const char * const *choices,
                        const char         *word)
{
  guint i = 0;

  while (choices[i] != NULL && !g_str_equal (choices[i], word))
    i++;
  return i;
}

static gboolean
fail_type (GError     **error,
           const char  *place,
           HfsSchemaType type)
{
  static const char * const sentences[] = {
    [HFS_SCHEMA_TEXT] = N_("This has to be a text."),
    [HFS_SCHEMA_WORD] = N_("This has to be a word of lower-case letters, digits and hyphens."),
    [HFS_SCHEMA_DATE] = N_("This has to be a date such as 2026-03-17."),
    [HFS_SCHEMA_MONTH] = N_("This has to be a date such as 2026-03-17, or a month such as 2026-03."),
    [HFS_SCHEMA_LINK] = N_("This has to be an address that begins with https:// or http://."),
    [HFS_SCHEMA_NUMBER] = N_("This has to be a number."),
    [HFS_SCHEMA_WHOLE] = N_("This has to be a whole number."),
    [HFS_SCHEMA_TEXTS] = N_("This has to be a list of texts."),
    [HFS_SCHEMA_OBJECT] = N_("This has to be an object."),
    [HFS_SCHEMA_OBJECTS] = N_("This has to be a list of objects."),
  };

  return hfs_schema_fail (place, _(sentences[type]), error);
}

static gboolean
check_range (double                  number,
             const HfsSchemaMember  *member,
             const char             *place,
             GError                **error)
{
  g_autofree char *what = NULL;

  if (number >= member->least && number <= member->most)
    return TRUE;
  if (member->type == HFS_SCHEMA_NUMBER || member->type == HFS_SCHEMA_WHOLE)
    what = g_strdup_printf (_("The number has to be from %1$g to %2$g."), member->least, member->most);
  else if (member->type == HFS_SCHEMA_TEXT || member->type == HFS_SCHEMA_WORD || member->type == HFS_SCHEMA_LINK)
    what = g_strdup_printf (_("The text has to have from %1$g to %2$g characters."), member->least, member->most);
  else
    what = g_strdup_printf (_("The list has to have from %1$g to %2$g members."), member->least, member->most);
  return hfs_schema_fail (place, what, error);
}

/**
 * hfs_schema_dup_text:
 * @member: a text for readers that has been checked, or is not there
 *
 * Returns: (transfer full) (nullable): the text in the reader's language, where somebody has translated it; data/texts.c
 *   holds such texts for translators
 */
char *
hfs_schema_dup_text (JsonObject *json,
                     const char *member)
{
  const char *text = json_object_get_string_member_with_default (json, member, NULL);

  /* An empty text would be taken for the head of the catalogue. */
  return g_strdup (text != NULL && *text != '\0' ? _(text) : text);
}

/**
 * hfs_schema_is_date:
 *
 * Returns: whether @text is `YYYY-MM-DD` and that day exists
 */
gboolean
hfs_schema_is_date (const char *text)
{
  int year, month, day, end = 0;

  return strlen (text) == 10 && sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 &&
         g_date_valid_dmy (day, month, year);
}

static gboolean
is_of_type (const char    *text,
            HfsSchemaType  type)
{
  if (type == HFS_SCHEMA_WORD)
    return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
  if (type == HFS_SCHEMA_DATE)
    return hfs_schema_is_date (text);
  if (type == HFS_SCHEMA_MONTH && strlen (text) == 7)
    {
      g_autofree char *day = g_strconcat (text, "-01", NULL);

      return hfs_schema_is_date (day);
    }
  if (type == HFS_SCHEMA_MONTH)
    return hfs_schema_is_date (text);
  if (type == HFS_SCHEMA_LINK)
    return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) &&
           g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
  return TRUE;
}

static gboolean
check_text (JsonNode               *node,
            const HfsSchemaMember  *member,
            const char             *place,
            GError                **error)
{
  const char *text;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_type (error, place, member->type);
  text = json_node_get_string (node);
  if (member->choices != NULL && !g_strv_contains (member->choices, text))
    {
      g_autofree char *allowed = g_strjoinv (", ", (char **) member->choices);
      g_autofree char *what = g_strdup_printf (_("“%1$s” cannot stand here. It can be: %2$s."), text, allowed);

      return hfs_schema_fail (place, what, error);
    }
  if (!is_of_type (text, member->type))
    return fail_type (error, place, member->type);
  return member->type == HFS_SCHEMA_DATE || member->type == HFS_SCHEMA_MONTH || member->choices != NULL ||
         check_range (g_utf8_strlen (text, -1), member, place, error);
}

static gboolean
check_number (JsonNode               *node,
              const HfsSchemaMember  *member,
              const char             *place,
              GError                **error)
{
  GType type = json_node_get_value_type (node);
  double number;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return fail_type (error, place, member->type);
  number = json_node_get_double (node);
  if (!isfinite (number) || (member->type == HFS_SCHEMA_WHOLE && number != floor (number)))
    return fail_type (error, place, member->type);
  return check_range (number, member, place, error);
}

static gboolean
check_list (JsonNode               *node,
            const HfsSchemaMember  *member,
            const char             *place,
            GError                **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_type (error, place, member->type);
  array = json_node_get_array (node);
  if (!check_range (json_array_get_length (array), member, place, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *inner = g_strdup_printf ("%s[%u]", place, i);

      if (member->type == HFS_SCHEMA_OBJECTS)
        {
          if (!hfs_schema_check (element, member->members, inner, error))
            return FALSE;
        }
      else if (json_node_get_value_type (element) != G_TYPE_STRING || *json_node_get_string (element) == '\0')
        return fail_type (error, inner, HFS_SCHEMA_TEXT);
    }
  return TRUE;
}

static gboolean
check_member (JsonNode               *node,
              const HfsSchemaMember  *member,
              const char             *place,
              GError                **error)
{
  switch (member->type)
    {
    case HFS_SCHEMA_NUMBER:
    case HFS_SCHEMA_WHOLE:
      return check_number (node, member, place, error);
    case HFS_SCHEMA_TEXTS:
    case HFS_SCHEMA_OBJECTS:
      return check_list (node, member, place, error);
    case HFS_SCHEMA_OBJECT:
      return hfs_schema_check (node, member->members, place, error);
    case HFS_SCHEMA_TEXT:
    case HFS_SCHEMA_WORD:
    case HFS_SCHEMA_DATE:
    case HFS_SCHEMA_MONTH:
    case HFS_SCHEMA_LINK:
    default:
      return check_text (node, member, place, error);
    }
}

static const HfsSchemaMember *
find_member (const HfsSchemaMember *members,
             const char            *name)
{
  for (; members->name != NULL; members++)
    if (g_str_equal (members->name, name))
      return members;
  return NULL;
}

/* “claims[3]” and “window” make “claims[3].window”. */
static char *
join_place (const char *place,
            const char *name)
{
  return *place == '\0' ? g_strdup (name) : g_strconcat (place, ".", name, NULL);
}

static gboolean
fail_unknown (const HfsSchemaMember  *members,
              const char             *place,
              GError                **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *allowed = NULL;
  g_autofree char *what = NULL;

  for (; members->name != NULL; members++)
    g_ptr_array_add (names, (char *) members->name);
  g_ptr_array_add (names, NULL);
  allowed = g_strjoinv (", ", (char **) names->pdata);
  what = g_strdup_printf (_("There is no such member. There are: %s."), allowed);
  return hfs_schema_fail (place, what, error);
}

/**
 * hfs_schema_check:
 * @node: (nullable): what a file holds
 * @members: (array zero-terminated=1): what it can hold
 * @place: where @node stands; empty for the whole file
 *
 * Checks the type and range of every member, that those that have to be there are, and that there are no others.
 *
 * Returns: whether all is as it should be; if not, @error names the place
 */
gboolean
hfs_schema_check (JsonNode               *node,
                  const HfsSchemaMember  *members,
                  const char             *place,
                  GError                **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail_type (error, *place != '\0' ? place : _("The whole file"), HFS_SCHEMA_OBJECT);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      const HfsSchemaMember *member = find_member (members, name);
      g_autofree char *inner = join_place (place, name);

      if (member == NULL)
        return fail_unknown (members, inner, error);
      if (!check_member (value, member, inner, error))
        return FALSE;
    }
  for (const HfsSchemaMember *member = members; member->name != NULL; member++)
    if (member->required && !json_object_has_member (json_node_get_object (node), member->name))
      {
        g_autofree char *inner = join_place (place, member->name);

        return hfs_schema_fail (inner, _("This member is missing."), error);
      }
  return TRUE;
}

/**
 * hfs_schema_parse:
 * @json: a file
 *
 * Returns: (transfer full) (nullable): what the file holds, or %NULL with @error when it is not JSON
 */
JsonNode *
hfs_schema_parse (GBytes  *json,
                  GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (json, &size);

  if (!g_utf8_validate (text ? text : "", size, NULL) ||
      !json_parser_load_from_data (parser, text ? text : "", size, &local_error))
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("This is not JSON: %s"),
                   local_error ? local_error->message : _("it is not UTF-8"));
      return NULL;
    }
  return json_parser_steal_root (parser);
}
