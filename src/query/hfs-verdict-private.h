/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-verdict.h"

G_BEGIN_DECLS

gboolean hfs_claim_is_population_alike (HfsClaim         *claim,
                                        const HfsFinding *finding);
gboolean hfs_claim_is_too_new_for      (HfsClaim         *claim,
                                        const HfsFinding *finding);
gboolean hfs_claim_is_overtaken_by     (HfsClaim         *claim,
                                        const char       *date);
gboolean hfs_figure_agrees_with        (const HfsFigure  *figure,
                                        HfsComparison     comparison,
                                        double            tolerance,
                                        gboolean          earlier,
                                        double            ours);

G_END_DECLS
