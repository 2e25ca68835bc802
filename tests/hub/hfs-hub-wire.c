/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-wire.h"

/**
 * HfsHubWire:
 * @waiting: (element-type Pending): answers that wait for their moment
 * @open: (element-type GIOStream): connections that stay open without a word
 */
struct _HfsHubWire
{
  GPtrArray *waiting;
  GPtrArray *open;
};

typedef struct
{
  HfsHubWire *wire;
  SoupServerMessage *message;
  HfsHubReply *reply;
  GSource *source;
  gulong finished;
} Pending;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_source_destroy (pending->source);
  g_source_unref (pending->source);
  g_signal_handler_disconnect (pending->message, pending->finished);
  g_clear_pointer (&pending->reply, hfs_hub_reply_free);
  g_object_unref (pending->message);
  g_free (pending);
}

/* The client left before its answer was due. */
static void
finished_cb (SoupServerMessage *message, Pending *pending)
{
  g_ptr_array_remove_fast (pending->wire->waiting, pending);
}

static void
fill_message (SoupServerMessage *message, HfsHubReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gsize length = reply->body->len;

  soup_server_message_set_status (message, reply->status, NULL);
  for (guint i = 0; i < reply->headers->len; i += 2)
    soup_message_headers_append (headers, g_ptr_array_index (reply->headers, i),
                                 g_ptr_array_index (reply->headers, i + 1));
  soup_server_message_set_response (message, reply->content_type, SOUP_MEMORY_TAKE,
                                    g_string_free (g_steal_pointer (&reply->body), FALSE), length);
}

static GString *
write_response (const HfsHubReply *reply)
{
  GString *text = g_string_new (NULL);
  gsize length = reply->body->len;

  g_string_printf (text, "HTTP/1.1 %u %s\r\nContent-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n",
                   reply->status, soup_status_get_phrase (reply->status), reply->content_type, length);
  if (reply->sending == HFS_HUB_SEND_AS_WRITTEN || reply->sending == HFS_HUB_SEND_HALF_CLOSE)
    g_string_append (text, "Connection: close\r\n");
  for (guint i = 0; i < reply->headers->len; i += 2)
    g_string_append_printf (text, "%s: %s\r\n", (char *) g_ptr_array_index (reply->headers, i),
                            (char *) g_ptr_array_index (reply->headers, i + 1));
  g_string_append (text, "\r\n");
  if (reply->sending != HFS_HUB_SEND_AS_WRITTEN)
    length /= 2;
  g_string_append_len (text, reply->body->str, (gssize) length);
  return text;
}

/* Writing in a blocking way is right here: it is the server's own thread, and what a
 * client does not read must not be lost before the connection closes. */
static void
send_raw (HfsHubWire *wire, SoupServerMessage *message, const HfsHubReply *reply)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  if (stream == NULL)
    return;
  if (reply->sending != HFS_HUB_SEND_NOTHING)
    {
      GString *text = write_response (reply);

      /* A client that has gone away is no concern of the Hub. */
      g_output_stream_write_all (g_io_stream_get_output_stream (stream), text->str, text->len, NULL, NULL, NULL);
      g_string_free (text, TRUE);
    }
  if (reply->sending == HFS_HUB_SEND_NOTHING || reply->sending == HFS_HUB_SEND_STALL)
    g_ptr_array_add (wire->open, g_steal_pointer (&stream));
  else
    g_io_stream_close (stream, NULL, NULL);
}

static gboolean
due_cb (gpointer data)
{
  Pending *pending = data;
  HfsHubWire *wire = pending->wire;
  g_autoptr (SoupServerMessage) message = g_object_ref (pending->message);
  g_autoptr (HfsHubReply) reply = g_steal_pointer (&pending->reply);

  g_ptr_array_remove_fast (wire->waiting, pending);
  if (reply->sending == HFS_HUB_SEND_WHOLE)
    {
      fill_message (message, reply);
      soup_server_message_unpause (message);
    }
  else
    send_raw (wire, message, reply);
  return G_SOURCE_REMOVE;
}

/**
 * hfs_hub_wire_new:
 *
 * Returns: (transfer full): a wire, to be freed with hfs_hub_wire_free()
 */
HfsHubWire *
hfs_hub_wire_new (void)
{
  HfsHubWire *wire = g_new0 (HfsHubWire, 1);

  wire->waiting = g_ptr_array_new_with_free_func (pending_free);
  wire->open = g_ptr_array_new_with_free_func (g_object_unref);
  return wire;
}

/**
 * hfs_hub_wire_free:
 * @wire: (transfer full): a wire
 *
 * Drops the answers that still wait and closes the connections that were kept open.
 */
void
hfs_hub_wire_free (HfsHubWire *wire)
{
  g_ptr_array_unref (wire->waiting);
  g_ptr_array_unref (wire->open);
  g_free (wire);
}

/**
 * hfs_hub_wire_send:
 * @wire: a wire
 * @message: the request, from within the server's handler
 * @reply: (transfer full): the answer
 *
 * Sends the answer, now or when its delay is over.
 */
void
hfs_hub_wire_send (HfsHubWire *wire, SoupServerMessage *message, HfsHubReply *reply)
{
  Pending *pending;

  if (reply->sending == HFS_HUB_SEND_WHOLE && reply->delay == 0)
    {
      fill_message (message, reply);
      hfs_hub_reply_free (reply);
      return;
    }

  /* A connection can be taken from the server only when it is not at work on it. */
  soup_server_message_pause (message);
  pending = g_new0 (Pending, 1);
  pending->wire = wire;
  pending->message = g_object_ref (message);
  pending->reply = reply;
  pending->finished = g_signal_connect (message, "finished", G_CALLBACK (finished_cb), pending);
  pending->source = g_timeout_source_new (reply->delay);
  g_source_set_callback (pending->source, due_cb, pending, NULL);
  g_source_attach (pending->source, g_main_context_get_thread_default ());
  g_ptr_array_add (wire->waiting, pending);
}
