/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-reply.h"

#include "hfs-hub-json.h"

#include <gio/gio.h>

static HfsHubReply *
reply_new (guint status, const char *content_type, GString *body)
{
  HfsHubReply *reply = g_new0 (HfsHubReply, 1);

  reply->status = status;
  reply->content_type = content_type;
  reply->body = body;
  reply->headers = g_ptr_array_new_with_free_func (g_free);
  return reply;
}

/* HTTP headers are Latin-1: the mark before the Hub's messages is not. */
static char *
make_ascii (const char *message)
{
  GString *ascii = g_string_new (NULL);

  for (; *message != '\0'; message++)
    if (g_ascii_isprint (*message))
      g_string_append_c (ascii, *message);
  return g_strstrip (g_string_free (ascii, FALSE));
}

/**
 * hfs_hub_reply_new_json:
 * @status: HTTP status
 * @body: (transfer full): JSON text
 *
 * Returns: (transfer full): an answer
 */
HfsHubReply *
hfs_hub_reply_new_json (guint status, GString *body)
{
  return reply_new (status, "application/json; charset=utf-8", body);
}

/**
 * hfs_hub_reply_new_html:
 * @status: HTTP status
 * @heading: heading of the page
 * @text: its one paragraph
 *
 * Makes an answer as machines in front of the Hub give it.
 *
 * Returns: (transfer full): an answer
 */
HfsHubReply *
hfs_hub_reply_new_html (guint status, const char *heading, const char *text)
{
  GString *body = g_string_new (NULL);

  g_string_printf (body,
                   "<!DOCTYPE html>\n<html><head><title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>\n",
                   heading, heading, text);
  return reply_new (status, "text/html; charset=utf-8", body);
}

/**
 * hfs_hub_reply_new_error:
 * @status: HTTP status
 * @code: (nullable): the Hub's word for the error
 * @message: what went wrong
 *
 * Returns: (transfer full): a refusal as the Hub words it
 */
HfsHubReply *
hfs_hub_reply_new_error (guint status, const char *code, const char *message)
{
  GString *body = g_string_new ("{\"error\":");
  HfsHubReply *reply;
  g_autofree char *ascii = make_ascii (message);

  hfs_hub_append_string (body, message);
  g_string_append_c (body, '}');
  reply = hfs_hub_reply_new_json (status, body);
  if (code != NULL)
    hfs_hub_reply_add_header (reply, "X-Error-Code", code);
  hfs_hub_reply_add_header (reply, "X-Error-Message", ascii);
  return reply;
}

/**
 * hfs_hub_reply_new_redirect:
 * @location: path and query to go to
 *
 * Returns: (transfer full): a 307
 */
HfsHubReply *
hfs_hub_reply_new_redirect (const char *location)
{
  GString *body = g_string_new (NULL);
  HfsHubReply *reply;

  g_string_printf (body, "Temporary Redirect. Redirecting to %s", location);
  reply = reply_new (307, "text/plain; charset=utf-8", body);
  hfs_hub_reply_add_header (reply, "Location", location);
  return reply;
}

/**
 * hfs_hub_reply_free:
 * @reply: (transfer full): an answer
 *
 * Frees the answer.
 */
void
hfs_hub_reply_free (HfsHubReply *reply)
{
  if (reply->body != NULL)
    g_string_free (reply->body, TRUE);
  g_ptr_array_unref (reply->headers);
  g_free (reply);
}

/**
 * hfs_hub_reply_add_header:
 * @reply: an answer
 * @name: name of a header, in the case it shall have
 * @value: its value
 *
 * Adds a header.
 */
void
hfs_hub_reply_add_header (HfsHubReply *reply, const char *name, const char *value)
{
  g_ptr_array_add (reply->headers, g_strdup (name));
  g_ptr_array_add (reply->headers, g_strdup (value));
}

/**
 * hfs_hub_reply_cut_body:
 * @reply: an answer
 *
 * Drops the second half of the body.
 */
void
hfs_hub_reply_cut_body (HfsHubReply *reply)
{
  g_string_truncate (reply->body, reply->body->len / 2);
}

/**
 * hfs_hub_reply_compress:
 * @reply: an answer
 *
 * Packs the body with gzip.
 */
void
hfs_hub_reply_compress (HfsHubReply *reply)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) packer = g_converter_output_stream_new (memory, G_CONVERTER (gzip));
  GMemoryOutputStream *packed = G_MEMORY_OUTPUT_STREAM (memory);
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_write_all (packer, reply->body->str, reply->body->len, NULL, NULL, &error)
      || !g_output_stream_close (packer, NULL, &error))
    g_error ("The test Hub could not compress an answer: %s", error->message);

  g_string_truncate (reply->body, 0);
  g_string_append_len (reply->body, g_memory_output_stream_get_data (packed),
                       (gssize) g_memory_output_stream_get_data_size (packed));
  hfs_hub_reply_add_header (reply, "Content-Encoding", "gzip");
}
