/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-edition.h"

#include "hfs-data-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EDITIONS "/org/example/HfState/data/editions/"

static const HfsSchemaMember edition_schema[] = {
  { "id", HFS_SCHEMA_WORD, TRUE, 1, 40, NULL, NULL },
  { "title", HFS_SCHEMA_TEXT, TRUE, 1, 200, NULL, NULL },
  { "authors", HFS_SCHEMA_TEXT, TRUE, 1, 200, NULL, NULL },
  { "date", HFS_SCHEMA_MONTH, TRUE, 7, 10, NULL, NULL },
  { "uri", HFS_SCHEMA_LINK, TRUE, 10, 500, NULL, NULL },
  { "note", HFS_SCHEMA_TEXT, FALSE, 1, 600, NULL, NULL },
  { "claims", HFS_SCHEMA_OBJECTS, TRUE, 1, 500, NULL, hfs_claim_schema },
  { NULL },
};

static const HfsSchemaMember list_schema[] = {
  { "editions", HFS_SCHEMA_TEXTS, TRUE, 1, 100, NULL, NULL },
  { NULL },
};

/**
 * HfsEdition:
 *
 * A published report with its claims. Immutable; safe to read from any thread.
 */
struct _HfsEdition
{
  GObject parent_instance;

  char *id;
  char *title;
  char *authors;
  char *date;
  char *uri;
  char *note;        /* (nullable) */
  GPtrArray *claims; /* (owned) (element-type HfsClaim) */
};

G_DEFINE_FINAL_TYPE (HfsEdition, hfs_edition, G_TYPE_OBJECT)

static void
hfs_edition_finalize (GObject *object)
{
  HfsEdition *self = HFS_EDITION (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->authors);
  g_free (self->date);
  g_free (self->uri);
  g_free (self->note);
  g_ptr_array_unref (self->claims);

  G_OBJECT_CLASS (hfs_edition_parent_class)->finalize (object);
}

static void
hfs_edition_class_init (HfsEditionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_edition_finalize;
}

static void
hfs_edition_init (HfsEdition *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
read_claims (HfsEdition  *self,
             JsonArray   *array,
             GError     **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("claims[%u]", i);
      g_autoptr (HfsClaim) claim = hfs_claim_new_from_json (json_array_get_object_element (array, i), place, error);

      if (claim == NULL)
        return FALSE;
      if (hfs_edition_find_claim (self, hfs_claim_get_id (claim)) != NULL)
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_TWICE, _("%1$s.id: “%2$s” is there twice."), place,
                       hfs_claim_get_id (claim));
          return FALSE;
        }
      g_ptr_array_add (self->claims, g_steal_pointer (&claim));
    }
  return TRUE;
}

/**
 * hfs_edition_new:
 * @json: an edition as data/editions/README.md describes it
 *
 * Reads an edition and checks every member of it.
 *
 * Returns: (transfer full) (nullable): the edition, or %NULL with @error naming the place
 */
HfsEdition *
hfs_edition_new (GBytes  *json,
                 GError **error)
{
  g_autoptr (JsonNode) root = hfs_schema_parse (json, error);
  g_autoptr (HfsEdition) self = NULL;
  JsonObject *object;

  if (root == NULL || !hfs_schema_check (root, edition_schema, "", error))
    return NULL;
  self = g_object_new (HFS_TYPE_EDITION, NULL);
  object = json_node_get_object (root);
  self->id = g_strdup (json_object_get_string_member (object, "id"));
  self->title = g_strdup (json_object_get_string_member (object, "title"));
  self->authors = g_strdup (json_object_get_string_member (object, "authors"));
  self->date = g_strdup (json_object_get_string_member (object, "date"));
  self->uri = g_strdup (json_object_get_string_member (object, "uri"));
  self->note = hfs_schema_dup_text (object, "note");
  if (!read_claims (self, json_object_get_array_member (object, "claims"), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hfs_edition_get_id:
 *
 * Returns: (transfer none): what names it
 */
const char *
hfs_edition_get_id (HfsEdition *self)
{
  return self->id;
}

/**
 * hfs_edition_get_title:
 *
 * Returns: (transfer none): the title of the report
 */
const char *
hfs_edition_get_title (HfsEdition *self)
{
  return self->title;
}

/**
 * hfs_edition_get_authors:
 *
 * Returns: (transfer none): who wrote it
 */
const char *
hfs_edition_get_authors (HfsEdition *self)
{
  return self->authors;
}

/**
 * hfs_edition_get_date:
 *
 * Returns: (transfer none): when it came out, `YYYY-MM-DD`, or `YYYY-MM` where the day is not known
 */
const char *
hfs_edition_get_date (HfsEdition *self)
{
  return self->date;
}

/**
 * hfs_edition_get_uri:
 *
 * Returns: (transfer none): where a reader can see it
 */
const char *
hfs_edition_get_uri (HfsEdition *self)
{
  return self->uri;
}

/**
 * hfs_edition_get_note:
 *
 * Returns: (transfer none) (nullable): what a reader should know before the claims
 */
const char *
hfs_edition_get_note (HfsEdition *self)
{
  return self->note;
}

/**
 * hfs_edition_get_n_claims:
 *
 * Returns: how many claims it has
 */
guint
hfs_edition_get_n_claims (HfsEdition *self)
{
  return self->claims->len;
}

/**
 * hfs_edition_get_claim:
 *
 * Returns: (transfer none): a claim
 */
HfsClaim *
hfs_edition_get_claim (HfsEdition *self,
                       guint       index)
{
  return g_ptr_array_index (self->claims, index);
}

/**
 * hfs_edition_find_claim:
 *
 * Returns: (transfer none) (nullable): the claim of this id
 */
HfsClaim *
hfs_edition_find_claim (HfsEdition *self,
                        const char *id)
{
  for (guint i = 0; i < self->claims->len; i++)
    if (g_str_equal (hfs_claim_get_id (g_ptr_array_index (self->claims, i)), id))
      return g_ptr_array_index (self->claims, i);
  return NULL;
}

static GBytes *
load (const char  *name,
      GError     **error)
{
  g_autofree char *path = g_strconcat (EDITIONS, name, ".json", NULL);

  return g_resource_lookup_data (hfs_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static HfsEdition *
load_edition (const char  *name,
              GError     **error)
{
  g_autoptr (GBytes) json = load (name, error);
  HfsEdition *edition = json ? hfs_edition_new (json, error) : NULL;

  if (edition == NULL)
    g_prefix_error (error, "%s.json: ", name);
  return edition;
}

/**
 * hfs_editions_load:
 *
 * Reads the editions that come with the program, in the order of data/editions/editions.json.
 *
 * Returns: (transfer container) (element-type HfsEdition) (nullable): the editions, or %NULL with @error naming the
 *   file and the place
 */
GPtrArray *
hfs_editions_load (GError **error)
{
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) json = load ("editions", error);
  g_autoptr (JsonNode) list = json ? hfs_schema_parse (json, error) : NULL;
  JsonArray *names;

  if (list == NULL || !hfs_schema_check (list, list_schema, "", error))
    return NULL;
  names = json_object_get_array_member (json_node_get_object (list), "editions");
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      HfsEdition *edition = load_edition (json_array_get_string_element (names, i), error);

      if (edition == NULL)
        return NULL;
      g_ptr_array_add (editions, edition);
    }
  return g_steal_pointer (&editions);
}

/**
 * hfs_editions_find_claim:
 * @editions: (element-type HfsEdition): editions
 * @name: `EDITION/CLAIM`
 *
 * Returns: (transfer none) (nullable): the claim
 */
HfsClaim *
hfs_editions_find_claim (GPtrArray  *editions,
                         const char *name)
{
  const char *slash = strchr (name, '/');

  for (guint i = 0; slash != NULL && i < editions->len; i++)
    {
      HfsEdition *edition = g_ptr_array_index (editions, i);

      if (strlen (edition->id) == (gsize) (slash - name) && g_str_has_prefix (name, edition->id))
        return hfs_edition_find_claim (edition, slash + 1);
    }
  return NULL;
}
