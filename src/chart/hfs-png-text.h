/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsPngText:
 * @keyword: 1 to 79 characters, a registered one where there is one
 * @text: UTF-8
 *
 * A remark that a PNG file carries.
 */
typedef struct
{
  const char *keyword;
  char *text;
} HfsPngText;

#define HFS_PNG_SIGNATURE "\211PNG\r\n\032\n"
#define HFS_PNG_SIGNATURE_LENGTH 8

void  hfs_png_append_chunk (GByteArray        *png,
                            const char        *type,
                            gconstpointer      data,
                            gsize              length);
void  hfs_png_append_text  (GByteArray        *png,
                            const HfsPngText  *text);
char *hfs_png_dup_text     (GBytes            *png,
                            const char        *keyword,
                            GError           **error);

G_END_DECLS
