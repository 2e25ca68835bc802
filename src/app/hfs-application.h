/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_APPLICATION (hfs_application_get_type ())
G_DECLARE_FINAL_TYPE (HfsApplication, hfs_application, HFS, APPLICATION, AdwApplication)

HfsApplication *hfs_application_new (void);

G_END_DECLS
