/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-finding.h"

G_BEGIN_DECLS

/* All return whether there is a number; if not, @error says what the data at hand lack. */

gboolean hfs_finding_measure_groups  (HfsFinding        *finding,
                                      HfsEngine         *engine,
                                      const HfsRecipe   *recipe,
                                      GError           **error);
gboolean hfs_finding_measure_models  (HfsFinding        *finding,
                                      HfsEngine         *engine,
                                      const HfsRecipe   *recipe,
                                      GError           **error);

gboolean hfs_finding_set_number      (HfsFinding        *finding,
                                      double             number);
gboolean hfs_finding_set_quotient    (HfsFinding        *finding,
                                      double             part,
                                      double             whole,
                                      GError           **error);
gboolean hfs_finding_fail            (const HfsFinding  *finding,
                                      GError            *raised,
                                      GError           **error);
gboolean hfs_finding_fail_no_model   (const HfsFinding  *finding,
                                      GError           **error);
gboolean hfs_finding_fail_not_stated (const HfsFinding  *finding,
                                      const char        *what,
                                      GError           **error);

G_END_DECLS
