/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-client.h"
#include "hfs-hub-limits.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

struct _HfsHubClient
{
  GObject parent_instance;

  char *endpoint;         /* (owned) */
  char *host;             /* (owned): of endpoint, for readers */
  char *token;            /* (owned) (nullable) */
  char *request_id;       /* (owned) (nullable): of the last answer */
  SoupSession *session;   /* (owned) */
  GRand *random;          /* (owned) */
  guint second;           /* how long a second of waiting takes, in milliseconds */
  gint64 not_before;      /* monotonic time in microseconds before which the Hub wants no request */
  gboolean is_offline;
  gboolean few_fields;    /* this Hub does not know all that is asked for */
  gboolean has_answered;
};

SoupMessage *hfs_hub_client_new_message (HfsHubClient *self,
                                         const char   *address);
void         hfs_hub_client_note_answer (HfsHubClient *self,
                                         SoupMessage  *message,
                                         HfsHubLimits *limits);
void         hfs_hub_client_tell_wait   (HfsHubClient *self,
                                         gint64        until,
                                         HfsHubWait    reason);

G_END_DECLS
