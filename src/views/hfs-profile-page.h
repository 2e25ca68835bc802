/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-page.h"
#include "hfs-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_PROFILE_PAGE (hfs_profile_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HfsProfilePage, hfs_profile_page, HFS, PROFILE_PAGE, HfsColumnPage)

/**
 * HfsProfilePageClass:
 * @name: the name of its places, as in `NAME?id=…`
 * @none_chosen: said where nothing is asked yet; translated when it is shown, as the next two
 * @not_found: said where there is no such thing
 * @without_id: said of a place without an id
 * @make_profile: finds all that is known; called in a thread
 * @free_profile: frees what @make_profile returned
 * @get_result: (nullable): tells what of a profile can be taken away
 * @show_profile: fills the page, which is empty; to begin with [method@ProfilePage.add_head]
 *
 * What one kind of profile has of its own.
 */
struct _HfsProfilePageClass
{
  HfsColumnPageClass parent_class;

  const char *name;
  const char *none_chosen;
  const char *not_found;
  const char *without_id;

  gpointer   (*make_profile) (HfsEngine      *engine,
                              const char     *id,
                              GCancellable   *cancellable,
                              GError        **error);
  void       (*free_profile) (gpointer        profile);
  HfsResult *(*get_result)   (gpointer        profile);
  void       (*show_profile) (HfsProfilePage *self,
                              gpointer        profile);
};

void hfs_profile_page_add_head    (HfsProfilePage *self,
                                   const char     *answer,
                                   const char     *scope,
                                   GtkWidget      *facts,
                                   GtkWidget      *buttons);
void hfs_profile_page_add_section (HfsProfilePage *self,
                                   GtkWidget      *heading,
                                   GtkWidget      *widget);
void hfs_profile_page_add         (HfsProfilePage *self,
                                   GtkWidget      *widget);

G_END_DECLS
