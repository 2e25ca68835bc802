/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-question.h"

G_BEGIN_DECLS

#define HFS_TYPE_ANGLE_SWITCH (hfs_angle_switch_get_type ())
G_DECLARE_FINAL_TYPE (HfsAngleSwitch, hfs_angle_switch, HFS, ANGLE_SWITCH, GtkWidget)

void hfs_angle_switch_set_question (HfsAngleSwitch *self,
                                    HfsQuestion    *question);
void hfs_angle_switch_set_query    (HfsAngleSwitch *self,
                                    HfsQuery       *query);

G_END_DECLS
