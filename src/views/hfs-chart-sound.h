/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkMediaStream *hfs_chart_sound_new        (GBytes        *wav,
                                            GError       **error);
char           *hfs_chart_sound_dup_reason (const GError  *error);

G_END_DECLS
