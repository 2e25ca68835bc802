/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-checked-claim.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_claim_doubts_new (HfsCheckedClaim *claim);

G_END_DECLS
