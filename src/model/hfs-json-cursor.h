/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsJsonKind:
 * @HFS_JSON_NOTHING: the text ends, or is not JSON
 *
 * What kind of value comes next.
 */
typedef enum
{
  HFS_JSON_NOTHING,
  HFS_JSON_NULL,
  HFS_JSON_TRUE,
  HFS_JSON_FALSE,
  HFS_JSON_NUMBER,
  HFS_JSON_TEXT,
  HFS_JSON_LIST,
  HFS_JSON_OBJECT,
} HfsJsonKind;

/**
 * HfsJsonCursor:
 * @at: the next character
 * @end: the end of the text
 *
 * A place in a text of JSON that is read from its beginning to its end, once, without a
 * tree. Strings are read where they stand: the text must be writable, and is used up.
 * Once something was not JSON, every further call fails.
 */
typedef struct
{
  char *at;
  char *end;
} HfsJsonCursor;

HfsJsonKind hfs_json_cursor_peek         (HfsJsonCursor  *self);
gboolean    hfs_json_cursor_read_text    (HfsJsonCursor  *self,
                                          char          **text);
gboolean    hfs_json_cursor_read_number  (HfsJsonCursor  *self,
                                          gint64         *number,
                                          gboolean       *is_whole);
gboolean    hfs_json_cursor_skip         (HfsJsonCursor  *self);
gboolean    hfs_json_cursor_next_element (HfsJsonCursor  *self,
                                          gboolean       *is_first);
gboolean    hfs_json_cursor_next_member  (HfsJsonCursor  *self,
                                          gboolean       *is_first,
                                          char          **name);
gboolean    hfs_json_cursor_is_good      (HfsJsonCursor  *self);
gboolean    hfs_json_cursor_is_at_end    (HfsJsonCursor  *self);

G_END_DECLS
