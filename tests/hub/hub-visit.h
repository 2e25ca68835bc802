/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-test-hub.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * HubVisit:
 * @error: (nullable): why there is no whole answer
 * @root: (nullable): the body, if it is JSON
 * @next: (nullable): the address that `rel="next"` gives
 *
 * One request to the test Hub and what came back.
 */
typedef struct
{
  SoupMessage *message;
  GError *error;
  GBytes *body;
  JsonNode *root;
  char *next;
  guint status;
} HubVisit;

HubVisit *hub_visit (SoupSession *session, HfsTestHub *hub, const char *path);
HubVisit *hub_visit_with_token (SoupSession *session, HfsTestHub *hub, const char *path, const char *token);
void hub_visit_free (HubVisit *visit);
const char *hub_visit_get_header (HubVisit *visit, const char *name);
const char *hub_visit_get_error (HubVisit *visit);
guint hub_visit_get_n_rows (HubVisit *visit);
JsonObject *hub_visit_get_row (HubVisit *visit, guint index);
guint hub_walk (SoupSession *session, HfsTestHub *hub, const char *path, guint most, GPtrArray *ids);
void hub_assert_keys (JsonObject *row, const char *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HubVisit, hub_visit_free)

void hub_add_row_tests (void);
void hub_add_fault_tests (void);

G_END_DECLS
