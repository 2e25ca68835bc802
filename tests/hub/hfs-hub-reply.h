/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsHubSending:
 * @HFS_HUB_SEND_WHOLE: as HTTP wants it
 * @HFS_HUB_SEND_AS_WRITTEN: header names keep their case; the connection closes after
 * @HFS_HUB_SEND_HALF: half of the body, then the connection closes
 * @HFS_HUB_SEND_HALF_CLOSE: the same, announced with `Connection: close`
 * @HFS_HUB_SEND_STALL: half of the body, then nothing
 * @HFS_HUB_SEND_NOTHING: nothing at all, the connection stays open
 *
 * How an answer goes over the wire.
 */
typedef enum
{
  HFS_HUB_SEND_WHOLE,
  HFS_HUB_SEND_AS_WRITTEN,
  HFS_HUB_SEND_HALF,
  HFS_HUB_SEND_HALF_CLOSE,
  HFS_HUB_SEND_STALL,
  HFS_HUB_SEND_NOTHING,
} HfsHubSending;

/**
 * HfsHubRate:
 *
 * What an answer says of the quota: the truth, that it is used up, or nothing.
 */
typedef enum
{
  HFS_HUB_RATE_TRUE,
  HFS_HUB_RATE_USED_UP,
  HFS_HUB_RATE_SILENT,
} HfsHubRate;

/**
 * HfsHubReply:
 * @headers: names and values in turn
 * @delay: milliseconds before it is sent
 *
 * An answer on its way.
 */
typedef struct
{
  guint status;
  const char *content_type;
  GString *body;
  GPtrArray *headers;
  HfsHubRate rate;
  HfsHubSending sending;
  guint delay;
} HfsHubReply;

HfsHubReply *hfs_hub_reply_new_json (guint status, GString *body);
HfsHubReply *hfs_hub_reply_new_html (guint status, const char *heading, const char *text);
HfsHubReply *hfs_hub_reply_new_error (guint status, const char *code, const char *message);
HfsHubReply *hfs_hub_reply_new_redirect (const char *location);
void hfs_hub_reply_free (HfsHubReply *reply);
void hfs_hub_reply_add_header (HfsHubReply *reply, const char *name, const char *value);
void hfs_hub_reply_cut_body (HfsHubReply *reply);
void hfs_hub_reply_compress (HfsHubReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHubReply, hfs_hub_reply_free)

G_END_DECLS
