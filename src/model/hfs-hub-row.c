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

/* A row on its way from text to model. Readers return whether they met with JSON; what is JSON, but not what the field
 * should have been, they pass over and note in @error, the first time. */
typedef struct
{
  HfsJsonCursor *cursor;
  HfsModelRow *row;
  GPtrArray *tags;        /* (owned) (element-type utf8): borrowed from the text */
  const char *base_relation;
  gboolean is_private;
  GError *error;          /* (owned) (nullable) */
} Reader;

typedef gboolean (* ReadFunc) (Reader     *self,
                               const char *name,
                               gpointer    target);

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

/* Passes over a value that is not what the field should have been, or whose rest is of no use. */
static gboolean
refuse (Reader     *self,
        const char *name,
        Want        want)
{
  if (self->error == NULL)
    fail (name, want, &self->error);
  return TRUE;
}

static gboolean
refuse_kind (Reader     *self,
             const char *name,
             Want        want)
{
  /* Null is as good as absent. */
  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_NULL)
    refuse (self, name, want);
  return hfs_json_cursor_skip (self->cursor);
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

/* A short text; what is not one becomes %NULL. */
static gboolean
read_text (Reader     *self,
           const char *name,
           gpointer    target)
{
  const char **field = target;
  char *text;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_TEXT)
    return refuse_kind (self, name, WANT_TEXT);
  if (!hfs_json_cursor_read_text (self->cursor, &text))
    return FALSE;
  if (!is_short_text (text))
    return refuse (self, name, WANT_TEXT);
  *field = *text != '\0' ? text : NULL;
  return TRUE;
}

static gboolean
read_count (Reader     *self,
            const char *name,
            gpointer    target)
{
  gint64 *count = target, number;
  gboolean is_whole;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_NUMBER)
    return refuse_kind (self, name, WANT_COUNT);
  if (!hfs_json_cursor_read_number (self->cursor, &number, &is_whole))
    return FALSE;
  if (!is_whole || number < 0 || number > MAX_COUNT)
    return refuse (self, name, WANT_COUNT);
  *count = number;
  return TRUE;
}

/* The total in an object such as `safetensors`. */
static gboolean
read_total (Reader     *self,
            const char *name,
            gpointer    target)
{
  gboolean is_first = TRUE;
  char *member;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_OBJECT)
    return refuse_kind (self, name, WANT_OBJECT);
  while (hfs_json_cursor_next_member (self->cursor, &is_first, &member))
    if (!(g_str_equal (member, "total") ? read_count (self, member, target) : hfs_json_cursor_skip (self->cursor)))
      return FALSE;
  return hfs_json_cursor_is_good (self->cursor);
}

static gboolean
read_private (Reader     *self,
              const char *name,
              gpointer    target)
{
  gboolean *is_private = target;

  *is_private = hfs_json_cursor_peek (self->cursor) == HFS_JSON_TRUE;
  return hfs_json_cursor_skip (self->cursor);
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
read_time (Reader     *self,
           const char *name,
           gpointer    target)
{
  const char *text = NULL;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_TEXT)
    return refuse_kind (self, name, WANT_TIME);
  if (!read_text (self, name, &text))
    return FALSE;
  if (text != NULL && !parse_time (text, target))
    return refuse (self, name, WANT_TIME);
  return TRUE;
}

static gboolean
check_ids (const HfsModelRow  *row,
           GError            **error)
{
  if (row->hub_id == NULL || strlen (row->hub_id) != 24 || strspn (row->hub_id, "0123456789abcdef") != 24)
    return fail ("_id", WANT_HUB_ID, error);
  return (row->id != NULL && hfs_hub_is_model_id (row->id)) || fail ("id", WANT_MODEL_ID, error);
}

static gboolean
read_tags (Reader     *self,
           const char *name,
           gpointer    target)
{
  gboolean is_first = TRUE;
  char *tag;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_LIST)
    return refuse_kind (self, name, WANT_LIST);
  g_ptr_array_set_size (self->tags, 0);
  while (hfs_json_cursor_next_element (self->cursor, &is_first))
    {
      if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_TEXT || self->tags->len >= MAX_TAGS)
        {
          refuse (self, name, WANT_LIST);
          if (!hfs_json_cursor_skip (self->cursor))
            return FALSE;
          continue;
        }
      if (!hfs_json_cursor_read_text (self->cursor, &tag))
        return FALSE;
      if (is_short_text (tag))
        g_ptr_array_add (self->tags, tag);
    }
  return hfs_json_cursor_is_good (self->cursor);
}

/* The id of one of the base models. */
static gboolean
read_base_model (Reader *self)
{
  gboolean is_first = TRUE;
  const char *id = NULL;
  char *member;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_OBJECT)
    {
      refuse (self, "baseModels", WANT_OBJECT);
      return hfs_json_cursor_skip (self->cursor);
    }
  while (hfs_json_cursor_next_member (self->cursor, &is_first, &member))
    if (!(g_str_equal (member, "id") ? read_text (self, member, &id) : hfs_json_cursor_skip (self->cursor)))
      return FALSE;
  if (id == NULL || !hfs_hub_is_model_id (id))
    refuse (self, "baseModels", WANT_MODEL_ID);
  else
    self->row->base_model = id;
  return hfs_json_cursor_is_good (self->cursor);
}

/* The first of a list of base models stands for all. */
static gboolean
read_base_list (Reader *self)
{
  gboolean is_first = TRUE, is_done = FALSE;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_LIST)
    return refuse_kind (self, "baseModels", WANT_LIST);
  for (; hfs_json_cursor_next_element (self->cursor, &is_first); is_done = TRUE)
    if (!(is_done ? hfs_json_cursor_skip (self->cursor) : read_base_model (self)))
      return FALSE;
  return hfs_json_cursor_is_good (self->cursor);
}

static gboolean
read_bases (Reader     *self,
            const char *name,
            gpointer    target)
{
  gboolean is_first = TRUE;
  char *member;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_OBJECT)
    return refuse_kind (self, name, WANT_OBJECT);
  while (hfs_json_cursor_next_member (self->cursor, &is_first, &member))
    if (!(g_str_equal (member, "models")     ? read_base_list (self)
          : g_str_equal (member, "relation") ? read_text (self, member, target)
                                             : hfs_json_cursor_skip (self->cursor)))
      return FALSE;
  return hfs_json_cursor_is_good (self->cursor);
}

static gboolean
read_member (Reader     *self,
             const char *name)
{
  HfsModelRow *row = self->row;
  const struct { const char *name; ReadFunc read; gpointer target; } members[] = {
    { "_id", read_text, &row->hub_id },
    { "id", read_text, &row->id },
    { "tags", read_tags, NULL },
    { "downloads", read_count, &row->downloads },
    { "downloadsAllTime", read_count, &row->downloads_all_time },
    { "likes", read_count, &row->likes },
    { "createdAt", read_time, &row->created_at },
    { "safetensors", read_total, &row->safetensors },
    { "gguf", read_total, &row->gguf },
    { "pipeline_tag", read_text, &row->task },
    { "library_name", read_text, &row->library },
    { "baseModels", read_bases, &self->base_relation },
    { "private", read_private, &self->is_private },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, name))
      return members[i].read (self, name, members[i].target);
  return hfs_json_cursor_skip (self->cursor);
}

static gboolean
read_members (Reader *self)
{
  gboolean is_first = TRUE;
  char *name;

  if (hfs_json_cursor_peek (self->cursor) != HFS_JSON_OBJECT)
    {
      if (!hfs_json_cursor_skip (self->cursor))
        return FALSE;
      self->error = g_error_new_literal (HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("It is not an object."));
      return TRUE;
    }
  while (hfs_json_cursor_next_member (self->cursor, &is_first, &name))
    if (!read_member (self, name))
      return FALSE;
  return hfs_json_cursor_is_at_end (self->cursor);
}

/**
 * hfs_hub_row_read:
 * @cursor: at a row as `GET /api/models` gives it, with nothing behind it; its text must outlive @row
 * @lists: (element-type gpointer): takes the lists that @row points to
 * @row: (out caller-allocates): the model
 *
 * Checks the type and range of all that is read. Every field but `_id` and `id` may be
 * absent or null. With a token the Hub lists the user's own private repositories too: they
 * are nobody else's business and no part of the statistics.
 *
 * Returns: what the row is; if bad, @error tells which field is not as it should be
 */
HfsHubRowKind
hfs_hub_row_read (HfsJsonCursor  *cursor,
                  GPtrArray      *lists,
                  HfsModelRow    *row,
                  GError        **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  Reader self = { .cursor = cursor, .row = row, .tags = tags };

  *row = (HfsModelRow) HFS_MODEL_ROW_INIT;
  if (!read_members (&self))
    {
      g_clear_error (&self.error);
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("It is not JSON."));
      return HFS_HUB_ROW_BAD;
    }
  if (self.is_private)
    {
      g_clear_error (&self.error);
      return HFS_HUB_ROW_PRIVATE;
    }
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return HFS_HUB_ROW_BAD;
    }
  if (!check_ids (row, error))
    return HFS_HUB_ROW_BAD;
  if (row->base_model != NULL && self.base_relation != NULL)
    row->relation = hfs_hub_relation_from_text (self.base_relation, strlen (self.base_relation));
  hfs_hub_tags_apply (tags, row, lists);
  return HFS_HUB_ROW_GOOD;
}
