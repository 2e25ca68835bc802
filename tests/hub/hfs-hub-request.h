/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-test-hub.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

HfsTestHubRequest *hfs_hub_request_new (SoupServerMessage *message);
HfsTestHubRequest *hfs_hub_request_copy (const HfsTestHubRequest *request);
void hfs_hub_request_free (gpointer data);

G_END_DECLS
