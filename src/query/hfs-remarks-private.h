/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine-private.h"
#include "hfs-remark.h"

G_BEGIN_DECLS

/* Each makes one remark about what @query asks: %NULL without an error when there is nothing to say. */

HfsRemark *hfs_remark_china_us_sizes      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_china_us_types      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_countries_then      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_european_union      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_type_publishers     (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_type_credit         (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_credit      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_four_times          (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_mean_and_median     (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_active_parameters   (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_top_models          (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_under_200           (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_whole_hub           (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_spread              (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_robotics            (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_derivatives         (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_base_countries      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_publishers  (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_models      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_named       (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_licenses    (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_sizes       (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_country_then        (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_hub_models          (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_new_models          (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_companies           (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_company_weeks       (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_model_downloads     (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_life                (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_languages_grow      (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_robotics_datasets   (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_own_history         (HfsEngine *engine, HfsQuery *query, GError **error);
HfsRemark *hfs_remark_freshness           (HfsEngine *engine, HfsQuery *query, GError **error);

/* What they share. */

char      *hfs_remark_dup_share           (double           share);
char      *hfs_remark_dup_first_snapshot  (HfsEngine       *engine,
                                           HfsQuery        *query,
                                           GError         **error);
gint64    *hfs_remark_collect_values      (HfsEngine       *engine,
                                           HfsQuery        *query,
                                           HfsSnapshotInfo **info,
                                           guint           *n_values,
                                           GError         **error);
double     hfs_remark_count_equal         (HfsResult       *result);

G_END_DECLS
