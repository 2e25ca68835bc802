/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-reply.h"
#include "hfs-test-hub.h"

G_BEGIN_DECLS

/**
 * HfsHubFaults:
 *
 * The faults that are planned for coming requests. The owner guards it against other threads.
 */
typedef struct _HfsHubFaults HfsHubFaults;

HfsHubFaults *hfs_hub_faults_new (void);
void hfs_hub_faults_free (HfsHubFaults *faults);
void hfs_hub_faults_plan (HfsHubFaults *faults, guint after, guint count, HfsTestHubFault fault);
void hfs_hub_faults_clear (HfsHubFaults *faults);
HfsTestHubFault hfs_hub_faults_take (HfsHubFaults *faults, gboolean is_list, gboolean is_later_page);

HfsHubReply *hfs_hub_fault_make_reply (HfsTestHubFault fault, const char *path, const char *query);
void hfs_hub_fault_spoil (HfsTestHubFault fault, HfsHubReply *reply, guint delay);
HfsHubReply *hfs_hub_refuse_rate (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsHubFaults, hfs_hub_faults_free)

G_END_DECLS
