/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-grouping.h"
#include "hfs-result.h"

G_BEGIN_DECLS

/* Each fills a result that has its query and snapshots set from one population, or from two to compare. */

void hfs_answer_groups        (HfsResult           *result,
                               HfsPublishers       *publishers,
                               const HfsPopulation *now,
                               const HfsPopulation *before);
void hfs_answer_models        (HfsResult           *result,
                               HfsPublishers       *publishers,
                               const HfsPopulation *now,
                               const HfsPopulation *before);
void hfs_answer_concentration (HfsResult           *result,
                               const HfsPopulation *now,
                               const HfsPopulation *before);

/* Shared by them. */
void hfs_answer_finish        (HfsResult           *result,
                               GPtrArray           *rows);

G_END_DECLS
