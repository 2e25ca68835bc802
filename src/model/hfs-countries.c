/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-countries.h"

#include "hfs-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define ISO_DOMAIN "iso_3166-1"

/* Answers that are no single country, and the words of the ATOM Project's table that are none. */
static const struct
{
  const char *key;
  const char *name;
  gboolean clear;
} groups[] = {
  { HFS_COUNTRY_INTERNATIONAL, N_("International"), FALSE },
  { HFS_COUNTRY_UNSTATED, N_("Country not stated"), FALSE },
  { HFS_COUNTRY_UNKNOWN, N_("Not classified yet"), FALSE },
  { "EU", N_("European Union"), TRUE },
  { "elsewhere", N_("Another country"), TRUE },
};

/* The long form is right on a passport and too long beside a bar. */
static const struct
{
  const char *key;
  const char *name;
} short_names[] = {
  { "RU", N_("Russia") },
};

/* The countries of Debian's iso-codes. */
typedef struct
{
  GHashTable *names;   /* alpha-2 to English name */
  GHashTable *numbers; /* ISO 3166-1 number, three digits, to alpha-2 */
} Countries;

static void
add_country (JsonArray *array,
             guint      index,
             JsonNode  *node,
             gpointer   user_data)
{
  Countries *countries = user_data;
  JsonObject *country = json_node_get_object (node);
  const char *name = json_object_get_string_member_with_default (country, "common_name", NULL);
  const char *key = json_object_get_string_member_with_default (country, "alpha_2", "");

  if (name == NULL)
    name = json_object_get_string_member_with_default (country, "name", "");
  g_hash_table_insert (countries->names, g_strdup (key), g_strdup (name));
  g_hash_table_insert (countries->numbers, g_strdup (json_object_get_string_member_with_default (country, "numeric", "")),
                       g_strdup (key));
}

/* The countries, read once. */
static Countries *
get_countries (void)
{
  static Countries *countries;

  if (g_once_init_enter (&countries))
    {
      Countries *table = g_new0 (Countries, 1);
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GError) error = NULL;

      table->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      table->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (json_parser_load_from_mapped_file (parser, HFS_ISO_CODES_DIR "/iso_3166-1.json", &error))
        {
          JsonObject *root = json_node_get_object (json_parser_get_root (parser));

          json_array_foreach_element (json_object_get_array_member (root, "3166-1"), add_country, table);
        }
      else
        g_warning ("The list of countries cannot be read: %s", error->message);
      bindtextdomain (ISO_DOMAIN, HFS_ISO_CODES_LOCALEDIR);
      bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
      g_once_init_leave (&countries, table);
    }
  return countries;
}

/**
 * hfs_country_from_key:
 * @key: a country as a table or a query names it; ISO codes may be in lower case
 *
 * Returns: (transfer none) (nullable): the key that stands for it everywhere, or %NULL when there is no such country
 */
const char *
hfs_country_from_key (const char *key)
{
  g_autofree char *upper = g_ascii_strup (key, -1);
  gpointer kept;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_ascii_strcasecmp (key, groups[i].key) == 0)
      return groups[i].key;
  return g_hash_table_lookup_extended (get_countries ()->names, upper, &kept, NULL) ? kept : NULL;
}

/**
 * hfs_country_from_number:
 * @number: three digits as in ISO 3166-1
 *
 * Returns: (transfer none) (nullable): the key of the country, or %NULL when there is none of this number
 */
const char *
hfs_country_from_number (const char *number)
{
  return g_hash_table_lookup (get_countries ()->numbers, number);
}

/**
 * hfs_country_is_clear:
 *
 * Returns: whether @key is one place, and not `international`, `unstated` or `unknown`
 */
gboolean
hfs_country_is_clear (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (key, groups[i].key))
      return groups[i].clear;
  return TRUE;
}

/**
 * hfs_country_get_name:
 * @key: a key of [func@country_from_key]
 *
 * Returns: (transfer none): the name in the reader's language; @key itself when there is none
 */
const char *
hfs_country_get_name (const char *key)
{
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (key, groups[i].key))
      return _(groups[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (g_str_equal (key, short_names[i].key))
      return _(short_names[i].name);

  name = g_hash_table_lookup (get_countries ()->names, key);
  return name != NULL && *name != '\0' ? dgettext (ISO_DOMAIN, name) : key;
}
