/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-error.h"

G_DEFINE_QUARK (hfs-chart-error-quark, hfs_chart_error)
