/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-client-private.h"

G_BEGIN_DECLS

#define HFS_HUB_TRIES 5 /* at one page size, and of refusals for the sake of limits */

/* One page or document on its way: the data of a task of the client. */
typedef struct
{
  char *address;        /* (owned) */
  guint limit;          /* 0 for a document that is no list */
  guint tries_left;
  guint n_refusals;
  guint n_hops;
  guint n_requests;
  guint n_delays;
  SoupMessage *message; /* (owned) (nullable) */
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *body;     /* (owned) */
  HfsHubLimits limits;
  char *next;           /* (owned) (nullable) */
} HfsHubFetch;

/* What sends, waits and reads shares. Each of these either returns the task or sees to it that something goes on. */

void     hfs_hub_fetch_send           (GTask       *task);
void     hfs_hub_fetch_fail           (GTask       *task,
                                       HfsHubError  code);
void     hfs_hub_fetch_take_answer    (GTask       *task);

gboolean hfs_hub_fetch_pause          (GTask       *task);
void     hfs_hub_fetch_retry          (GTask       *task);
void     hfs_hub_fetch_recover        (GTask       *task,
                                       GError      *error);
void     hfs_hub_fetch_wait_for_quota (GTask       *task);

G_END_DECLS
