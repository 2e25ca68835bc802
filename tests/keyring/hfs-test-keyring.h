/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsTestKeyring:
 *
 * A keyring for tests: what libsecret needs of `org.freedesktop.secrets`, on a message bus of its own. Nothing is encrypted.
 * It answers in the thread that made it, so use libsecret asynchronously there.
 */
typedef struct _HfsTestKeyring HfsTestKeyring;

HfsTestKeyring *hfs_test_keyring_new        (void);
void            hfs_test_keyring_free       (HfsTestKeyring *self);
void            hfs_test_keyring_set_absent (HfsTestKeyring *self,
                                             gboolean        is_absent);
guint           hfs_test_keyring_get_n      (HfsTestKeyring *self);
const char     *hfs_test_keyring_get_secret (HfsTestKeyring *self,
                                             const char     *endpoint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsTestKeyring, hfs_test_keyring_free)

G_END_DECLS
