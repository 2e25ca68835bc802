/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-json-cursor.h"

#include "hfs-json-scan.h"

#include <string.h>

/* After this nothing can be read any more. */
static gboolean
spoil (HfsJsonCursor *self)
{
  self->at = self->end = NULL;
  return FALSE;
}

static void
skip_white (HfsJsonCursor *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

/* Whether @c comes next; it is passed over then. */
static gboolean
take (HfsJsonCursor *self,
      char           c)
{
  skip_white (self);
  if (self->at >= self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_word (HfsJsonCursor *self,
           const char    *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return spoil (self);
  self->at += length;
  return TRUE;
}

/**
 * hfs_json_cursor_peek:
 *
 * Returns: what kind of value comes next, by its first character
 */
HfsJsonKind
hfs_json_cursor_peek (HfsJsonCursor *self)
{
  skip_white (self);
  if (self->at >= self->end)
    return HFS_JSON_NOTHING;
  switch (*self->at)
    {
    case '"':
      return HFS_JSON_TEXT;
    case '[':
      return HFS_JSON_LIST;
    case '{':
      return HFS_JSON_OBJECT;
    case 'n':
      return HFS_JSON_NULL;
    case 't':
      return HFS_JSON_TRUE;
    case 'f':
      return HFS_JSON_FALSE;
    default:
      return *self->at == '-' || g_ascii_isdigit (*self->at) ? HFS_JSON_NUMBER : HFS_JSON_NOTHING;
    }
}

static gboolean
read_unit (HfsJsonCursor *self,
           gunichar      *unit)
{
  *unit = 0;
  if (self->end - self->at < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*self->at++);

      if (digit < 0)
        return FALSE;
      *unit = *unit * 16 + digit;
    }
  return TRUE;
}

/* The four digits of `\u`, or two such groups for what is beyond the first 65,536; half of a pair is nothing. */
static gboolean
read_escaped_character (HfsJsonCursor *self,
                        gunichar      *character)
{
  gunichar low;

  if (!read_unit (self, character))
    return FALSE;
  if (*character < 0xd800 || *character > 0xdfff)
    return TRUE;
  if (*character > 0xdbff || self->end - self->at < 6 || self->at[0] != '\\' || self->at[1] != 'u')
    return FALSE;
  self->at += 2;
  if (!read_unit (self, &low) || low < 0xdc00 || low > 0xdfff)
    return FALSE;
  *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

/* Reads what follows a backslash. It is never longer than what stands for it, so that there is room at @to. */
static gboolean
read_escape (HfsJsonCursor  *self,
             char          **to)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;
  gunichar character;

  if (self->at >= self->end || *self->at == '\0')
    return FALSE;
  letter = strchr (letters, *self->at);
  if (letter != NULL)
    {
      *(*to)++ = meanings[letter - letters];
      self->at++;
      return TRUE;
    }
  if (*self->at++ != 'u' || !read_escaped_character (self, &character))
    return FALSE;
  /* A zero byte would end the text early. No field takes the one or the other control character. */
  *to += g_unichar_to_utf8 (character == 0 ? 1 : character, *to);
  return TRUE;
}

/**
 * hfs_json_cursor_read_text:
 * @text: (out) (transfer none): the text, inside the text of JSON
 *
 * Reads a string. Whether it is UTF-8 is for the caller to see.
 *
 * Returns: whether there was one
 */
gboolean
hfs_json_cursor_read_text (HfsJsonCursor  *self,
                           char          **text)
{
  char *to;

  if (!take (self, '"'))
    return spoil (self);
  *text = to = self->at;
  while (self->at < self->end && *self->at != '"' && *self->at != '\\' && (guchar) *self->at >= ' ')
    self->at++;
  to = self->at;
  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < ' ')
        return spoil (self);
      if (*self->at != '\\')
        *to++ = *self->at++;
      else
        {
          self->at++;
          if (!read_escape (self, &to))
            return spoil (self);
        }
    }
  if (self->at >= self->end)
    return spoil (self);
  self->at++;
  *to = '\0';
  return TRUE;
}

static gboolean
skip_digits (HfsJsonCursor *self)
{
  const char *from = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > from;
}

/* The digits from @at to @end, unless they are too many for 64 bits. */
static gboolean
parse_digits (const char *at,
              const char *end,
              gint64     *number)
{
  for (*number = 0; at < end; at++)
    if (*number > (G_MAXINT64 - (*at - '0')) / 10)
      return FALSE;
    else
      *number = *number * 10 + (*at - '0');
  return TRUE;
}

/**
 * hfs_json_cursor_read_number:
 * @number: (out): the number, if it is whole
 * @is_whole: (out): whether it is written without a fraction or an exponent, and has room in 64 bits
 *
 * Returns: whether there was a number
 */
gboolean
hfs_json_cursor_read_number (HfsJsonCursor *self,
                             gint64        *number,
                             gboolean      *is_whole)
{
  gboolean is_negative = take (self, '-');
  const char *from = self->at;

  if (!skip_digits (self) || (*from == '0' && self->at > from + 1))
    return spoil (self);
  *is_whole = parse_digits (from, self->at, number);
  if (is_negative)
    *number = -*number;
  if (self->at < self->end && *self->at == '.')
    {
      self->at++;
      *is_whole = FALSE;
      if (!skip_digits (self))
        return spoil (self);
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      self->at++;
      *is_whole = FALSE;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!skip_digits (self))
        return spoil (self);
    }
  return TRUE;
}

static gboolean
skip_scalar (HfsJsonCursor *self,
             HfsJsonKind    kind)
{
  gint64 number;
  gboolean is_whole;
  char *text;

  switch (kind)
    {
    case HFS_JSON_NULL:
      return take_word (self, "null");
    case HFS_JSON_TRUE:
      return take_word (self, "true");
    case HFS_JSON_FALSE:
      return take_word (self, "false");
    case HFS_JSON_NUMBER:
      return hfs_json_cursor_read_number (self, &number, &is_whole);
    case HFS_JSON_TEXT:
      return hfs_json_cursor_read_text (self, &text);
    case HFS_JSON_NOTHING:
    case HFS_JSON_LIST:
    case HFS_JSON_OBJECT:
    default:
      return spoil (self);
    }
}

static gboolean
skip_nested (HfsJsonCursor *self,
             guint          depth)
{
  HfsJsonKind kind = hfs_json_cursor_peek (self);
  gboolean is_first = TRUE;
  char *name;

  if (kind != HFS_JSON_LIST && kind != HFS_JSON_OBJECT)
    return skip_scalar (self, kind);
  if (depth == 0)
    return spoil (self);
  while (kind == HFS_JSON_LIST ? hfs_json_cursor_next_element (self, &is_first)
                               : hfs_json_cursor_next_member (self, &is_first, &name))
    if (!skip_nested (self, depth - 1))
      return FALSE;
  return hfs_json_cursor_is_good (self);
}

/**
 * hfs_json_cursor_skip:
 *
 * Passes over a value of any kind.
 *
 * Returns: whether there was one, and nothing in it is nested deeper than %HFS_JSON_MAX_DEPTH
 */
gboolean
hfs_json_cursor_skip (HfsJsonCursor *self)
{
  return skip_nested (self, HFS_JSON_MAX_DEPTH);
}

/* Goes to the next part of what is between @open and @close, if there is one. */
static gboolean
next_part (HfsJsonCursor *self,
           gboolean      *is_first,
           char           open,
           char           close)
{
  if (*is_first && !take (self, open))
    return spoil (self);
  if (take (self, close))
    return FALSE;
  if (!*is_first && !take (self, ','))
    return spoil (self);
  *is_first = FALSE;
  return TRUE;
}

/**
 * hfs_json_cursor_next_element:
 * @is_first: (inout): %TRUE before the list
 *
 * Goes to the next element of a list; the one before must have been read.
 *
 * Returns: whether there is one; if not, the list has ended, or [method@JsonCursor.is_good] tells that it did not
 */
gboolean
hfs_json_cursor_next_element (HfsJsonCursor *self,
                              gboolean      *is_first)
{
  return next_part (self, is_first, '[', ']');
}

/**
 * hfs_json_cursor_next_member:
 * @is_first: (inout): %TRUE before the object
 * @name: (out) (transfer none): the name of the member
 *
 * Goes to the value of the next member of an object; the one before must have been read.
 *
 * Returns: whether there is one; if not, the object has ended, or [method@JsonCursor.is_good] tells that it did not
 */
gboolean
hfs_json_cursor_next_member (HfsJsonCursor  *self,
                             gboolean       *is_first,
                             char          **name)
{
  if (!next_part (self, is_first, '{', '}'))
    return FALSE;
  return hfs_json_cursor_read_text (self, name) && (take (self, ':') || spoil (self));
}

/**
 * hfs_json_cursor_is_good:
 *
 * Returns: whether everything so far was JSON
 */
gboolean
hfs_json_cursor_is_good (HfsJsonCursor *self)
{
  return self->end != NULL;
}

/**
 * hfs_json_cursor_is_at_end:
 *
 * Returns: whether everything was JSON, and nothing but white space follows
 */
gboolean
hfs_json_cursor_is_at_end (HfsJsonCursor *self)
{
  skip_white (self);
  return self->end != NULL && self->at == self->end;
}
