/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-json-scan.h"

#include <string.h>

/* Passes over a text in quotation marks, whose first is at @at; gives the place after the last one. */
static const char *
skip_text (const char *at,
           const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;
  return MIN (at + 1, end);
}

/**
 * hfs_json_scan_depth:
 * @text: JSON, or anything
 *
 * What is nested is read by functions that call themselves, so that a hostile text can use
 * up the stack. Call this before they see the text.
 *
 * Returns: whether nothing is nested deeper than %HFS_JSON_MAX_DEPTH
 */
gboolean
hfs_json_scan_depth (const char *text,
                     gsize       length)
{
  const char *at = text, *end = text + length;
  guint depth = 0;

  while (at < end)
    {
      if (*at == '"')
        {
          at = skip_text (at, end);
          continue;
        }
      if ((*at == '[' || *at == '{') && ++depth > HFS_JSON_MAX_DEPTH)
        return FALSE;
      if ((*at == ']' || *at == '}') && depth > 0)
        depth--;
      at++;
    }
  return TRUE;
}

/**
 * hfs_json_scan_element:
 * @at: (inout): a place inside an array, after its bracket or after an element
 * @end: the end of the text
 * @from: (out): where the next element begins
 * @length: (out): its length; it ends before a comma, the closing bracket or @end
 *
 * Cuts an array into its elements without reading them, so that a large file need not be
 * in memory as a tree. Whether an element is JSON shows when it is parsed.
 *
 * Returns: whether there is an element; if not, @at is at the closing bracket or at @end
 */
gboolean
hfs_json_scan_element (const char **at,
                       const char  *end,
                       const char **from,
                       gsize       *length)
{
  guint depth = 0;

  while (*at < end && (g_ascii_isspace (**at) || **at == ','))
    ++*at;
  *from = *at;
  while (*at < end)
    {
      char c = **at;

      if (c == '"')
        {
          *at = skip_text (*at, end);
          continue;
        }
      if (depth == 0 && (c == ',' || c == ']'))
        break;
      if (c == '[' || c == '{')
        depth++;
      else if (c == ']' || c == '}')
        depth--;
      ++*at;
    }
  *length = *at - *from;
  return *length > 0;
}
