/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-client-private.h"

#include "hfs-config.h"
#include "hfs-hub-address.h"

#include <string.h>

#define TIME_OUT 60 /* seconds without a byte */

/**
 * HfsHubClient:
 *
 * Reads the list of models of a Hub, page by page: `GET /api/models`.
 *
 * It keeps to the Hub's limits, tries again where that helps, and goes to no other host.
 * `HF_ENDPOINT`, `HF_TOKEN` and `HF_HUB_OFFLINE` mean what they mean to the Hub's own
 * clients; the proxy of the system is used. Use it in one thread.
 */

enum
{
  WAITING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsHubClient, hfs_hub_client, G_TYPE_OBJECT)

static void
hfs_hub_client_finalize (GObject *object)
{
  HfsHubClient *self = HFS_HUB_CLIENT (object);

  g_clear_object (&self->session);
  g_free (self->endpoint);
  g_free (self->host);
  g_free (self->token);
  g_free (self->request_id);
  g_rand_free (self->random);

  G_OBJECT_CLASS (hfs_hub_client_parent_class)->finalize (object);
}

static void
hfs_hub_client_class_init (HfsHubClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_hub_client_finalize;

  /**
   * HfsHubClient::waiting:
   * @until: monotonic time in microseconds; 0 when the wait is over
   * @reason: a [enum@HubWait]
   *
   * The client begins or ends a wait.
   */
  signals[WAITING] = g_signal_new ("waiting", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
hfs_hub_client_init (HfsHubClient *self)
{
  self->session = soup_session_new_with_options ("user-agent", "hf-state/" HFS_VERSION, "timeout", TIME_OUT, NULL);
  self->random = g_rand_new ();
  self->second = 1000;
}

/* As huggingface_hub reads it: 1, ON, YES or TRUE, in any case. */
static gboolean
is_set (const char *variable)
{
  static const char * const words[] = { "1", "on", "yes", "true" };
  const char *value = g_getenv (variable);

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (value, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hfs_hub_client_new:
 * @endpoint: (nullable): address of the Hub; `HF_ENDPOINT` or the Hugging Face Hub if absent
 * @token: (nullable): an access token; `HF_TOKEN` if absent
 *
 * Returns: (transfer full) (nullable): a client; %NULL with @error set when the address is none
 */
HfsHubClient *
hfs_hub_client_new (const char  *endpoint,
                    const char  *token,
                    GError     **error)
{
  g_autoptr (HfsHubClient) self = g_object_new (HFS_TYPE_HUB_CLIENT, NULL);
  const char *stated = endpoint ? endpoint : g_getenv ("HF_ENDPOINT");

  self->endpoint = hfs_hub_address_check_endpoint (stated && *stated ? stated : HFS_HUB_DEFAULT_ENDPOINT, error);
  if (self->endpoint == NULL)
    return NULL;
  self->host = hfs_hub_address_dup_host (self->endpoint);
  hfs_hub_client_set_token (self, token ? token : g_getenv ("HF_TOKEN"));
  self->is_offline = is_set ("HF_HUB_OFFLINE");
  return g_steal_pointer (&self);
}

/**
 * hfs_hub_client_get_endpoint:
 *
 * Returns: (transfer none): address of the Hub, without a slash at its end
 */
const char *
hfs_hub_client_get_endpoint (HfsHubClient *self)
{
  return self->endpoint;
}

/**
 * hfs_hub_client_get_host:
 *
 * Returns: (transfer none): the host of the endpoint, for readers
 */
const char *
hfs_hub_client_get_host (HfsHubClient *self)
{
  return self->host;
}

/**
 * hfs_hub_client_get_request_id:
 *
 * Returns: (transfer none) (nullable): what the Hub calls the last request; its support asks for it
 */
const char *
hfs_hub_client_get_request_id (HfsHubClient *self)
{
  return self->request_id;
}

/**
 * hfs_hub_client_set_token:
 * @token: (nullable): an access token, or none
 *
 * Sets what the Hub knows the user by. It is sent to the Hub alone.
 */
void
hfs_hub_client_set_token (HfsHubClient *self,
                          const char   *token)
{
  g_autofree char *copy = token ? g_strstrip (g_strdup (token)) : NULL;

  g_free (self->token);
  /* A line break in a header would begin another one. */
  self->token = copy && *copy != '\0' && strpbrk (copy, "\r\n") == NULL ? g_steal_pointer (&copy) : NULL;
}

/**
 * hfs_hub_client_set_time_out:
 * @seconds: how long without a byte is too long
 *
 * Changes the time-out, which is 60 seconds.
 */
void
hfs_hub_client_set_time_out (HfsHubClient *self,
                             guint         seconds)
{
  soup_session_set_timeout (self->session, seconds);
}

/**
 * hfs_hub_client_set_pace:
 * @second: how many milliseconds a second of waiting takes
 * @seed: of the random part of waits
 *
 * Lets tests wait less, and the same each time.
 */
void
hfs_hub_client_set_pace (HfsHubClient *self,
                         guint         second,
                         guint32       seed)
{
  self->second = second;
  g_rand_set_seed (self->random, seed);
}

/**
 * hfs_hub_client_new_message:
 * @address: on the host of the endpoint
 *
 * Returns: (transfer full) (nullable): a request; %NULL when @address is none
 */
SoupMessage *
hfs_hub_client_new_message (HfsHubClient *self,
                            const char   *address)
{
  SoupMessage *message = soup_message_new (SOUP_METHOD_GET, address);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  /* libsoup would take the token along to any other host. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_append (headers, "Accept", "application/json");
  if (self->token != NULL)
    {
      g_autofree char *value = g_strconcat ("Bearer ", self->token, NULL);

      soup_message_headers_append (headers, "Authorization", value);
    }
  return message;
}

/**
 * hfs_hub_client_note_answer:
 * @message: a request that was answered
 * @limits: (out caller-allocates): what the Hub says of its limits
 *
 * Keeps what the answer says about the next request.
 */
void
hfs_hub_client_note_answer (HfsHubClient *self,
                            SoupMessage  *message,
                            HfsHubLimits *limits)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  guint pause;

  self->has_answered = TRUE;
  g_free (self->request_id);
  self->request_id = g_strdup (soup_message_headers_get_one (headers, "X-Request-Id"));
  hfs_hub_limits_parse (limits, soup_message_headers_get_one (headers, "RateLimit"),
                        soup_message_headers_get_one (headers, "RateLimit-Policy"));
  pause = hfs_hub_limits_get_pause (limits);
  self->not_before = pause > 0 ? g_get_monotonic_time () + (gint64) pause * self->second * 1000 : 0;
}

/**
 * hfs_hub_client_tell_wait:
 *
 * Emits [signal@HubClient::waiting].
 */
void
hfs_hub_client_tell_wait (HfsHubClient *self,
                          gint64        until,
                          HfsHubWait    reason)
{
  g_signal_emit (self, signals[WAITING], 0, until, (guint) reason);
}
