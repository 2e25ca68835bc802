/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-reply.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * HfsHubWire:
 *
 * Sends answers, also in ways that a proper server never would. It belongs to the
 * thread of the server.
 */
typedef struct _HfsHubWire HfsHubWire;

HfsHubWire *hfs_hub_wire_new (void);
void hfs_hub_wire_free (HfsHubWire *wire);
void hfs_hub_wire_send (HfsHubWire *wire, SoupServerMessage *message, HfsHubReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHubWire, hfs_hub_wire_free)

G_END_DECLS
