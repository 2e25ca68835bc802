/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-link.h"

#include "hfs-hub-address.h"

#include <string.h>

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;
  return at;
}

/* Reads a value, in quotation marks or without; gives the place after it. */
static const char *
read_value (const char *at,
            GString    *value)
{
  g_string_truncate (value, 0);
  if (*at != '"')
    {
      gsize length = strcspn (at, ";, \t");

      g_string_append_len (value, at, length);
      return at + length;
    }
  for (at++; *at != '\0' && *at != '"'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        at++;
      g_string_append_c (value, *at);
    }
  return *at == '"' ? at + 1 : at;
}

static gboolean
has_next (const char *relations)
{
  g_auto (GStrv) words = g_strsplit_set (relations, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], "next") == 0)
      return TRUE;
  return FALSE;
}

/* Reads the parameters of a link, up to the comma before the next one. Of several `rel` the first counts. */
static const char *
read_parameters (const char *at,
                 gboolean   *is_next)
{
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean has_rel = FALSE;

  *is_next = FALSE;
  for (at = skip_space (at); *at == ';'; at = skip_space (at))
    {
      const char *name = skip_space (at + 1);
      gsize length = strcspn (name, "=;, \t");

      at = skip_space (name + length);
      if (*at != '=')
        continue;
      at = read_value (skip_space (at + 1), value);
      if (!has_rel && length == 3 && g_ascii_strncasecmp (name, "rel", 3) == 0)
        {
          has_rel = TRUE;
          *is_next = has_next (value->str);
        }
    }
  return at;
}

/* The next address in angle brackets; commas may be in it, and brackets in the texts between. */
static const char *
find_bracket (const char *at)
{
  gboolean is_quoted = FALSE;

  for (; *at != '\0' && (is_quoted || *at != '<'); at++)
    if (*at == '"')
      is_quoted = !is_quoted;
    else if (is_quoted && *at == '\\' && at[1] != '\0')
      at++;
  return *at == '<' ? at : NULL;
}

/**
 * hfs_hub_link_find_next:
 * @header: (nullable): the Link header (RFC 8288); of several, joined by commas
 * @endpoint: the Hub that sent it
 * @next: (out) (nullable): where the next page is, %NULL after the last
 *
 * Looks for the next page.
 *
 * Returns: %FALSE with @error set if it would be at another host, where no request is sent
 */
gboolean
hfs_hub_link_find_next (const char  *header,
                        const char  *endpoint,
                        char       **next,
                        GError     **error)
{
  const char *at = header ? find_bracket (header) : NULL;

  *next = NULL;
  while (at != NULL)
    {
      const char *end = strchr (at, '>');
      g_autofree char *target = end ? g_strndup (at + 1, end - at - 1) : NULL;
      g_autofree char *address = NULL, *host = NULL;
      gboolean is_next;

      if (end == NULL)
        break;
      at = find_bracket (read_parameters (end + 1, &is_next));
      if (!is_next)
        continue;
      address = g_uri_resolve_relative (endpoint, target, G_URI_FLAGS_ENCODED, NULL);
      if (address != NULL && hfs_hub_address_is_same_origin (address, endpoint))
        {
          *next = g_steal_pointer (&address);
          return TRUE;
        }
      host = hfs_hub_address_dup_host (endpoint);
      g_propagate_error (error, hfs_hub_error_new (HFS_HUB_ERROR_ELSEWHERE, host));
      return FALSE;
    }
  return TRUE;
}
