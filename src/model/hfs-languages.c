/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-languages.h"

#include "hfs-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define ISO_DOMAIN "iso_639-2"

/* Codes with three letters that ISO 639-2 does not have and models are made for; all of ISO 639-3 would take
 * method names for languages: moe, tts, vit and others are codes there. */
static const char * const more_languages[] = {
  "apc", "ary", "arz", "azb", "bho", "ckb", "cmn", "hak", "hne", "lzh", "mag", "nan", "pnb", "wuu", "yue", NULL,
};

/* Codes of ISO 639-2 that are words of another meaning among the tags of models. */
static const char * const no_languages[] = {
  "ace", "art", "bat", "bin", "cop", "dim", "gem", "gon", "lam", "mis", "sam", "sel", "sog", "und", "zxx", NULL,
};

/* The languages of Debian's iso-codes. */
typedef struct
{
  GHashTable *codes; /* each code to the shortest one of its language */
  GHashTable *names; /* that one to the English name */
} Languages;

static void
add_code (Languages  *languages,
          const char *code,
          const char *shortest)
{
  if (code != NULL)
    g_hash_table_insert (languages->codes, g_strdup (code), (gpointer) g_intern_string (shortest));
}

static void
add_language (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   user_data)
{
  Languages *languages = user_data;
  JsonObject *entry = json_node_get_object (node);
  const char *three = json_object_get_string_member_with_default (entry, "alpha_3", "");
  const char *two = json_object_get_string_member_with_default (entry, "alpha_2", NULL);

  if (strlen (three) != 3 || g_strv_contains (no_languages, three))
    return;
  add_code (languages, three, two ? two : three);
  add_code (languages, json_object_get_string_member_with_default (entry, "bibliographic", NULL), two ? two : three);
  add_code (languages, two, two);
  g_hash_table_insert (languages->names, (gpointer) g_intern_string (two ? two : three),
                       g_strdup (json_object_get_string_member_with_default (entry, "name", "")));
}

static void
read_list (Languages *languages)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_mapped_file (parser, HFS_ISO_CODES_DIR "/iso_639-2.json", &error))
    json_array_foreach_element (
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "639-2"), add_language, languages);
  else
    g_warning ("The list of languages cannot be read: %s", error->message);
  bindtextdomain (ISO_DOMAIN, HFS_ISO_CODES_LOCALEDIR);
  bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
}

/* The languages, read once. */
static Languages *
get_languages (void)
{
  static Languages *languages;

  if (g_once_init_enter (&languages))
    {
      Languages *table = g_new0 (Languages, 1);

      table->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      table->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
      read_list (table);
      for (guint i = 0; more_languages[i] != NULL; i++)
        add_code (table, more_languages[i], more_languages[i]);
      add_code (table, "multilingual", "mul");
      g_once_init_leave (&languages, table);
    }
  return languages;
}

/**
 * hfs_language_from_tag:
 * @tag: a tag of a model
 *
 * Tells languages from other short tags, by ISO 639-1 and 639-2. `eng`, `en` and `fre`,
 * `fr` are one.
 *
 * Returns: (transfer none) (nullable): the code, with two letters where there is one, the same pointer
 *   for the same language; %NULL for another tag
 */
const char *
hfs_language_from_tag (const char *tag)
{
  return g_hash_table_lookup (get_languages ()->codes, tag);
}

/**
 * hfs_language_dup_name:
 * @code: of [func@language_from_tag]
 *
 * Returns: (transfer full): the name in the reader's language, without the others that the list has for it; @code itself
 *   when there is none
 */
char *
hfs_language_dup_name (const char *code)
{
  const char *listed = g_hash_table_lookup (get_languages ()->names, code), *name;

  if (listed == NULL || *listed == '\0')
    return g_strdup (code);
  name = dgettext (ISO_DOMAIN, listed);
  return g_strchomp (g_strndup (name, strcspn (name, ";,(")));
}
