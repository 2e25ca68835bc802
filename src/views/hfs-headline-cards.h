/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-headline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_HEADLINE_CARDS (hfs_headline_cards_get_type ())
G_DECLARE_FINAL_TYPE (HfsHeadlineCards, hfs_headline_cards, HFS, HEADLINE_CARDS, GtkWidget)

void hfs_headline_cards_set_headlines (HfsHeadlineCards   *self,
                                       const HfsHeadlines *headlines);

G_END_DECLS
