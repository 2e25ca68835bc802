/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-data-error.h"

G_DEFINE_QUARK (hfs-data-error-quark, hfs_data_error)
