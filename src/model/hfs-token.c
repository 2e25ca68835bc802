/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-token.h"

#include "hfs-json-cursor.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

#define ENDPOINT "endpoint"

/* A token is a password: it is kept in the keyring alone, one for each Hub. */
static const SecretSchema schema = {
  "org.example.HfState.Token", SECRET_SCHEMA_NONE, { { ENDPOINT, SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

/**
 * hfs_token_is_from_environment:
 *
 * Returns: whether `HF_TOKEN` is set, which counts before the keyring
 */
gboolean
hfs_token_is_from_environment (void)
{
  const char *token = g_getenv ("HF_TOKEN");

  return token != NULL && *token != '\0';
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *token = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, token, (GDestroyNotify) secret_password_free);
}

/**
 * hfs_token_lookup_async:
 * @endpoint: of the Hub that the token is for
 *
 * Finds the user's token: `HF_TOKEN`, or else what is in the keyring.
 */
void
hfs_token_lookup_async (const char          *endpoint,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_token_lookup_async);
  if (hfs_token_is_from_environment ())
    g_task_return_pointer (task, g_strdup (g_getenv ("HF_TOKEN")), (GDestroyNotify) secret_password_free);
  else
    secret_password_lookup (&schema, cancellable, looked_up_cb, g_object_ref (task), ENDPOINT, endpoint, NULL);
}

/**
 * hfs_token_lookup_finish:
 *
 * Returns: (transfer full) (nullable): the token, to be freed with secret_password_free() or g_free(); %NULL without
 *   @error when there is none, and with @error when the keyring cannot be asked, for instance since there is none
 */
char *
hfs_token_lookup_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *token = hfs_token_lookup_finish (result, &error);

  /* Public lists can be read without a token, so a keyring that cannot be asked is no reason not to ask the Hub. */
  if (error != NULL)
    g_info ("Without a token: %s", error->message);
  if (token != NULL)
    hfs_hub_client_set_token (g_task_get_source_object (task), token);
  g_clear_pointer (&token, secret_password_free);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/**
 * hfs_token_sign_async:
 * @client: gets the user's token, if there is one
 *
 * Lets the Hub know the user from the next request on. Without a keyring there is no token, and that is no error.
 */
void
hfs_token_sign_async (HfsHubClient        *client,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (client, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_token_sign_async);
  hfs_token_lookup_async (hfs_hub_client_get_endpoint (client), cancellable, signed_cb, g_object_ref (task));
}

/**
 * hfs_token_sign_finish:
 *
 * Returns: %TRUE, or %FALSE with %G_IO_ERROR_CANCELLED set
 */
gboolean
hfs_token_sign_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * hfs_token_keep_async:
 * @endpoint: of the Hub that the token is for
 * @token: (nullable): the token; %NULL or an empty text to forget the one that is kept
 *
 * Puts the token into the keyring, or takes it out.
 */
void
hfs_token_keep_async (const char          *endpoint,
                      const char          *token,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *label = NULL;

  g_task_set_source_tag (task, hfs_token_keep_async);
  if (token == NULL || *token == '\0')
    {
      secret_password_clear (&schema, cancellable, cleared_cb, g_object_ref (task), ENDPOINT, endpoint, NULL);
      return;
    }
  /* Translators: the name of a password in the keyring; %s is the address of a Hub. */
  label = g_strdup_printf (_("Token of HF State for %s"), endpoint);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, token, cancellable, stored_cb, g_object_ref (task),
                         ENDPOINT, endpoint, NULL);
}

/**
 * hfs_token_keep_finish:
 *
 * Returns: whether the keyring has it, or has forgotten it
 */
gboolean
hfs_token_keep_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The name in the answer to "who am I"; %NULL if it is no such answer. */
static char *
parse_name (GBytes *document)
{
  gsize length;
  const char *data = g_bytes_get_data (document, &length);
  g_autofree char *text = g_strndup (data ? data : "", length);
  HfsJsonCursor cursor = { text, text + strlen (text) };
  gboolean is_first = TRUE;
  g_autofree char *name = NULL;
  char *member, *value;

  if (hfs_json_cursor_peek (&cursor) != HFS_JSON_OBJECT)
    return NULL;
  while (hfs_json_cursor_next_member (&cursor, &is_first, &member))
    {
      if (!g_str_equal (member, "name") || hfs_json_cursor_peek (&cursor) != HFS_JSON_TEXT)
        {
          if (!hfs_json_cursor_skip (&cursor))
            return NULL;
          continue;
        }
      if (!hfs_json_cursor_read_text (&cursor, &value))
        return NULL;
      g_free (name);
      name = g_utf8_make_valid (value, -1);
    }
  return hfs_json_cursor_is_at_end (&cursor) ? g_steal_pointer (&name) : NULL;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsHubClient *client = HFS_HUB_CLIENT (source);
  GError *error = NULL;
  g_autoptr (GBytes) document = hfs_hub_client_ask_finish (client, result, &error);
  char *name = document ? parse_name (document) : NULL;

  if (document != NULL && name == NULL)
    error = hfs_hub_error_new (HFS_HUB_ERROR_NOT_HUB, hfs_hub_client_get_host (client));
  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_token_test_async:
 * @client: a client that has the token
 *
 * Asks the Hub once whose token it is. The Hub allows few such questions: ask when the user wants it, never by itself.
 */
void
hfs_token_test_async (HfsHubClient        *client,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (client, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_token_test_async);
  hfs_hub_client_ask_async (client, "/api/whoami-v2", cancellable, answered_cb, g_object_ref (task));
}

/**
 * hfs_token_test_finish:
 *
 * Returns: (transfer full) (nullable): the account that the token belongs to; %NULL with @error set, which is
 *   %HFS_HUB_ERROR_TOKEN when the Hub refuses it
 */
char *
hfs_token_test_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
