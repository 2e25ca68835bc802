/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-row.h"

#include "hfs-hub-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Far above what the Hub has, and far from where sums of counts overflow. */
#define MAX_COUNT G_GINT64_CONSTANT (1000000000000000)
#define MAX_TEXT  256
#define MAX_TAGS  10000

/* What a field should have been. */
typedef enum
{
  WANT_COUNT,
  WANT_TEXT,
  WANT_TIME,
  WANT_LIST,
  WANT_OBJECT,
  WANT_HUB_ID,
  WANT_MODEL_ID,
} Want;

static const struct
{
  const char *name;
  HfsRelation relation;
} relations[] = {
  { "finetune", HFS_RELATION_FINETUNE },
  { "adapter", HFS_RELATION_ADAPTER },
  { "quantized", HFS_RELATION_QUANTIZED },
  { "merge", HFS_RELATION_MERGE },
};

static gboolean
fail (const char  *field,
      Want         want,
      GError     **error)
{
  static const char * const sentences[] = {
    [WANT_COUNT] = N_("“%s” is not a whole number from 0."),
    [WANT_TEXT] = N_("“%s” is not a short text."),
    [WANT_TIME] = N_("“%s” is not a time."),
    [WANT_LIST] = N_("“%s” is not a list of short texts."),
    [WANT_OBJECT] = N_("“%s” is not an object."),
    [WANT_HUB_ID] = N_("“%s” is not a number of 24 hexadecimal digits."),
    [WANT_MODEL_ID] = N_("“%s” is not the name of a model."),
  };

  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _(sentences[want]), field);
  return FALSE;
}

/* A member that is there and not null. */
static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static gboolean
is_short_text (const char *text)
{
  gsize length = 0;

  for (; text[length] != '\0'; length++)
    if ((guchar) text[length] < ' ' || text[length] == 0x7f)
      return FALSE;
  return length <= MAX_TEXT && g_utf8_validate (text, length, NULL);
}

static const char *
get_text (JsonNode *node)
{
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return is_short_text (text) ? text : NULL;
}

static gboolean
read_text (JsonObject   *object,
           const char   *name,
           const char  **text,
           GError      **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  *text = get_text (node);
  if (*text == NULL)
    return fail (name, WANT_TEXT, error);
  if (**text == '\0')
    *text = NULL;
  return TRUE;
}

static gboolean
read_count (JsonObject  *object,
            const char  *name,
            gint64      *count,
            GError     **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (name, WANT_COUNT, error);
  *count = json_node_get_int (node);
  return (*count >= 0 && *count <= MAX_COUNT) || fail (name, WANT_COUNT, error);
}

/* The total in an object such as `safetensors`. */
static gboolean
read_total (JsonObject  *object,
            const char  *name,
            gint64      *total,
            GError     **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (name, WANT_OBJECT, error);
  return read_count (json_node_get_object (node), "total", total, error);
}

static gboolean
read_digits (const char *text,
             guint       n_digits,
             int        *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }
  return TRUE;
}

/* `2024-01-31T12:00:00.000Z`, as the Hub writes it. */
static gboolean
parse_time (const char *text,
            gint64     *time)
{
  static const struct { guint at, n_digits; } parts[] = { { 0, 4 }, { 5, 2 }, { 8, 2 }, { 11, 2 }, { 14, 2 }, { 17, 2 } };
  int numbers[6];
  g_autoptr (GDateTime) moment = NULL;
  gsize length = strlen (text);

  if (length < 20 || length > 30 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':' || (text[19] != '.' && text[19] != 'Z') || text[length - 1] != 'Z')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!read_digits (text + parts[i].at, parts[i].n_digits, &numbers[i]))
      return FALSE;
  moment = g_date_time_new_utc (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  if (moment == NULL || numbers[0] < 1990 || numbers[0] > 2199)
    return FALSE;
  *time = g_date_time_to_unix (moment);
  return TRUE;
}

static gboolean
read_created_at (JsonObject  *object,
                 gint64      *time,
                 GError     **error)
{
  const char *text = NULL;

  if (!read_text (object, "createdAt", &text, error))
    return FALSE;
  return text == NULL || parse_time (text, time) || fail ("createdAt", WANT_TIME, error);
}

/* One word, or two with a slash between, and nothing that could be a path or a formula of one. */
static gboolean
is_model_id (const char *id)
{
  const char *slash = strchr (id, '/');

  return *id != '\0' && *id != '/' && strchr (id, ' ') == NULL &&
    (slash == NULL || (slash[1] != '\0' && strchr (slash + 1, '/') == NULL));
}

static gboolean
read_ids (JsonObject   *object,
          HfsModelRow  *row,
          GError      **error)
{
  JsonNode *hub_id = get_member (object, "_id"), *id = get_member (object, "id");

  row->hub_id = hub_id ? get_text (hub_id) : NULL;
  row->id = id ? get_text (id) : NULL;
  if (row->hub_id == NULL || strlen (row->hub_id) != 24 || strspn (row->hub_id, "0123456789abcdef") != 24)
    return fail ("_id", WANT_HUB_ID, error);
  return (row->id != NULL && is_model_id (row->id)) || fail ("id", WANT_MODEL_ID, error);
}

static HfsRelation
relation_from_text (const char *text,
                    gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (strlen (relations[i].name) == length && strncmp (relations[i].name, text, length) == 0)
      return relations[i].relation;
  return HFS_RELATION_NONE;
}

/* `base_model:ORG/NAME` or `base_model:RELATION:ORG/NAME`; a tag with a relation tells more. */
static void
read_base_tag (const char   *text,
               HfsModelRow  *row)
{
  const char *colon = strchr (text, ':');
  const char *id = colon ? colon + 1 : text;
  HfsRelation relation = colon ? relation_from_text (text, colon - text) : HFS_RELATION_NONE;

  if (!is_model_id (id) || (row->base_model != NULL && (relation == HFS_RELATION_NONE || row->relation != HFS_RELATION_NONE)))
    return;
  row->base_model = id;
  row->relation = relation;
}

static void
read_tag (const char   *tag,
          HfsModelRow  *row,
          GPtrArray    *languages)
{
  const char *language;

  if (g_str_has_prefix (tag, "license:"))
    {
      if (row->license == NULL && tag[8] != '\0')
        row->license = tag + 8;
    }
  else if (g_str_has_prefix (tag, "base_model:"))
    read_base_tag (tag + 11, row);
  else if (strchr (tag, ':') == NULL)
    {
      language = hfs_hub_tag_get_language (tag);
      if (language != NULL && !g_ptr_array_find (languages, language, NULL))
        g_ptr_array_add (languages, (gpointer) language);
      else if (row->task == NULL && hfs_hub_tag_is_task (tag))
        row->task = tag;
      else if (row->library == NULL && hfs_hub_tag_is_library (tag))
        row->library = tag;
    }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Reads the tags; the fields that have a member of their own are read before. */
static gboolean
read_tags (JsonObject   *object,
           GPtrArray    *lists,
           HfsModelRow  *row,
           GError      **error)
{
  JsonNode *node = get_member (object, "tags");
  g_autoptr (GPtrArray) languages = NULL;
  JsonArray *tags;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) > MAX_TAGS)
    return fail ("tags", WANT_LIST, error);
  tags = json_node_get_array (node);
  languages = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (tags); i++)
    {
      JsonNode *tag = json_array_get_element (tags, i);

      if (!JSON_NODE_HOLDS_VALUE (tag) || json_node_get_value_type (tag) != G_TYPE_STRING)
        return fail ("tags", WANT_LIST, error);
      if (is_short_text (json_node_get_string (tag)))
        read_tag (json_node_get_string (tag), row, languages);
    }
  if (languages->len == 0)
    return TRUE;
  g_ptr_array_sort (languages, compare_words);
  g_ptr_array_add (languages, NULL);
  row->languages = (const char * const *) languages->pdata;
  g_ptr_array_add (lists, g_ptr_array_steal (languages, NULL));
  return TRUE;
}

static gboolean
read_base_models (JsonObject   *object,
                  HfsModelRow  *row,
                  GError      **error)
{
  JsonNode *node = get_member (object, "baseModels"), *models;
  const char *relation = NULL, *id = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail ("baseModels", WANT_OBJECT, error);
  models = get_member (json_node_get_object (node), "models");
  if (models == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (models))
    return fail ("baseModels", WANT_LIST, error);
  if (json_array_get_length (json_node_get_array (models)) == 0)
    return TRUE;
  models = json_array_get_element (json_node_get_array (models), 0);
  if (!JSON_NODE_HOLDS_OBJECT (models))
    return fail ("baseModels", WANT_OBJECT, error);
  if (!read_text (json_node_get_object (models), "id", &id, error) ||
      !read_text (json_node_get_object (node), "relation", &relation, error))
    return FALSE;
  if (id == NULL || !is_model_id (id))
    return fail ("baseModels", WANT_MODEL_ID, error);
  row->base_model = id;
  row->relation = relation ? relation_from_text (relation, strlen (relation)) : HFS_RELATION_NONE;
  return TRUE;
}

/**
 * hfs_hub_row_is_private:
 * @node: a row
 *
 * With a token the Hub lists the user's own private repositories too. They are nobody
 * else's business and no part of the statistics.
 *
 * Returns: whether the row is of a private repository
 */
gboolean
hfs_hub_row_is_private (JsonNode *node)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node) ? get_member (json_node_get_object (node), "private") : NULL;

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_BOOLEAN &&
    json_node_get_boolean (member);
}

/**
 * hfs_hub_row_read:
 * @node: a row as `GET /api/models` gives it; it must outlive @row
 * @lists: (element-type gpointer): takes the lists that @row points to
 * @row: (out caller-allocates): the model
 *
 * Checks the type and range of all that is read. Every field but `_id` and `id` may be
 * absent or null.
 *
 * Returns: whether the row is good; if not, @error tells which field is not
 */
gboolean
hfs_hub_row_read (JsonNode      *node,
                  GPtrArray     *lists,
                  HfsModelRow   *row,
                  GError       **error)
{
  JsonObject *object;

  *row = (HfsModelRow) HFS_MODEL_ROW_INIT;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("It is not an object."));
      return FALSE;
    }
  object = json_node_get_object (node);
  return read_ids (object, row, error) &&
    read_count (object, "downloads", &row->downloads, error) &&
    read_count (object, "downloadsAllTime", &row->downloads_all_time, error) &&
    read_count (object, "likes", &row->likes, error) &&
    read_created_at (object, &row->created_at, error) &&
    read_total (object, "safetensors", &row->safetensors, error) &&
    read_total (object, "gguf", &row->gguf, error) &&
    read_text (object, "pipeline_tag", &row->task, error) &&
    read_text (object, "library_name", &row->library, error) &&
    read_base_models (object, row, error) &&
    read_tags (object, lists, row, error);
}
