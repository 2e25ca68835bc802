/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-address.h"

#include <string.h>

/* What is asked for. `gguf` is not: each value carries a chat template of several KB. */
static const char * const many_fields[] = {
  "downloads", "downloadsAllTime", "likes", "createdAt", "tags", "pipeline_tag", "library_name", "private",
  "safetensors", "baseModels",
};

/* What has been there for longest, for a Hub that does not know all of the above. */
static const char * const few_fields_list[] = {
  "downloads", "likes", "createdAt", "tags", "pipeline_tag", "library_name", "private",
};

/**
 * hfs_hub_address_check_endpoint:
 * @endpoint: address of a Hub, as in `HF_ENDPOINT`
 *
 * Returns: (transfer full) (nullable): the address without a slash at its end; %NULL with @error set
 */
char *
hfs_hub_address_check_endpoint (const char  *endpoint,
                                GError     **error)
{
  g_autoptr (GUri) uri = g_uri_parse (endpoint, G_URI_FLAGS_ENCODED, NULL);
  char *checked;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL ||
      (!g_str_equal (g_uri_get_scheme (uri), "https") && !g_str_equal (g_uri_get_scheme (uri), "http")))
    {
      g_propagate_error (error, hfs_hub_error_new (HFS_HUB_ERROR_ADDRESS, endpoint));
      return NULL;
    }
  checked = g_strdup (endpoint);
  while (g_str_has_suffix (checked, "/"))
    checked[strlen (checked) - 1] = '\0';
  return checked;
}

/**
 * hfs_hub_address_dup_host:
 *
 * Returns: (transfer full): the host of @address, for readers
 */
char *
hfs_hub_address_dup_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);

  return g_strdup (uri && g_uri_get_host (uri) ? g_uri_get_host (uri) : address);
}

static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  return port > 0 ? port : g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

/**
 * hfs_hub_address_is_same_origin:
 *
 * Returns: whether scheme, host and port of @address are those of @endpoint
 */
gboolean
hfs_hub_address_is_same_origin (const char *address,
                                const char *endpoint)
{
  g_autoptr (GUri) a = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GUri) b = g_uri_parse (endpoint, G_URI_FLAGS_ENCODED, NULL);

  return a != NULL && b != NULL && g_uri_get_host (a) != NULL && g_uri_get_host (b) != NULL &&
    g_uri_get_userinfo (a) == NULL && g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) &&
    g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 && get_port (a) == get_port (b);
}

static void
append_parameter (GString    *address,
                  const char *parameter)
{
  if (address->str[address->len - 1] != '?')
    g_string_append_c (address, '&');
  g_string_append (address, parameter);
}

static void
append_fields (GString            *address,
               const char * const *fields,
               guint               n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (address, "&expand=%s", fields[i]);
}

/**
 * hfs_hub_address_new_first:
 * @limit: models on a page
 * @few_fields: whether to ask for those fields alone that every Hub has
 *
 * Makes the address of the first page. Sizes of GGUF files come with some kilobytes of text each, and are asked for where a
 * page has at most %HFS_HUB_MAX_WITH_GGUF models.
 *
 * Returns: (transfer full): the address of the first page of models by downloads
 */
char *
hfs_hub_address_new_first (const char *endpoint,
                           guint       limit,
                           gboolean    few_fields)
{
  GString *address = g_string_new (endpoint);

  g_string_append_printf (address, "/api/models?sort=downloads&limit=%u", limit);
  if (few_fields)
    append_fields (address, few_fields_list, G_N_ELEMENTS (few_fields_list));
  else
    append_fields (address, many_fields, G_N_ELEMENTS (many_fields));
  if (!few_fields && limit <= HFS_HUB_MAX_WITH_GGUF)
    append_fields (address, (const char * const []) { "gguf" }, 1);
  return g_string_free (address, FALSE);
}

/**
 * hfs_hub_address_with:
 * @address: of a page
 * @limit: models on a page
 * @few_fields: whether to ask for those fields alone that every Hub has; else they stay
 *
 * Returns: (transfer full): @address with these instead of its own
 */
char *
hfs_hub_address_with (const char *address,
                      guint       limit,
                      gboolean    few_fields)
{
  const char *question = strchr (address, '?');
  gsize length = question ? (gsize) (question - address) : strlen (address);
  g_auto (GStrv) parameters = g_strsplit (question ? question + 1 : "", "&", -1);
  GString *changed = g_string_new_len (address, length);
  g_autofree char *size = g_strdup_printf ("limit=%u", limit);

  g_string_append_c (changed, '?');
  for (guint i = 0; parameters[i] != NULL; i++)
    if (*parameters[i] != '\0' && !g_str_has_prefix (parameters[i], "limit=") &&
        !(few_fields && g_str_has_prefix (parameters[i], "expand")))
      append_parameter (changed, parameters[i]);
  append_parameter (changed, size);
  if (few_fields)
    append_fields (changed, few_fields_list, G_N_ELEMENTS (few_fields_list));
  return g_string_free (changed, FALSE);
}
