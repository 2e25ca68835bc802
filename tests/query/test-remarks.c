/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"
#include "hfs-remarks.h"

#include "hfs-named.h"
#include "hfs-sentence.h"
#include "hfs-store-run.h"
#include "hfs-trend.h"
#include "model-fixture.h"

#include <string.h>

typedef struct
{
  ModelFixture model;
  HfsStore *store;
  HfsEngine *engine;
} Fixture;

/* Six models with 1000 downloads, small enough to be reckoned up by hand. */
static const HfsModelRow six[] = {
  { .id = "Qwen/a", .downloads = 600, .stated = 2000000000, .task = "robotics" },
  { .id = "Qwen/b", .downloads = 200, .stated = 200000000000 },
  { .id = "google/c", .downloads = 100, .stated = 50000000 },
  { .id = "google/d", .downloads = 50, .stated = 2000000000, .task = "robotics" },
  { .id = "upstage/k", .downloads = 30, .task = "text-generation" },
  { .id = "nobody-that-is-known/copy", .downloads = 20, .base_model = "Qwen/a", .relation = HFS_RELATION_QUANTIZED },
};

static void
add_snapshot (Fixture           *fixture,
              const char        *date,
              const HfsModelRow *rows,
              guint              n_rows)
{
  g_autofree HfsModelRow *all = g_memdup2 (rows, n_rows * sizeof *rows);
  HfsStorePage page = { all, n_rows, NULL, TRUE, 1, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStoreRun) run = hfs_store_run_begin_import (fixture->store, "test", date, &error);
  g_autoptr (HfsSnapshotInfo) info = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      all[i].downloads_all_time = all[i].likes = HFS_COUNT_ABSENT;
      all[i].created_at = HFS_TIME_ABSENT;
    }
  hfs_store_run_add (run, &page, &error);
  g_assert_no_error (error);
  info = hfs_store_run_commit (run, NULL, &error);
  g_assert_no_error (error);
  hfs_archive_changed (hfs_engine_get_archive (fixture->engine));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  model_fixture_set_up (&fixture->model, NULL);
  fixture->store = model_fixture_open (&fixture->model);
  fixture->engine = hfs_engine_new_bundled (&error);
  g_assert_no_error (error);
  hfs_archive_set_store (hfs_engine_get_archive (fixture->engine), fixture->store);
}

static void
set_up_six (Fixture       *fixture,
            gconstpointer  data)
{
  set_up (fixture, data);
  add_snapshot (fixture, "2026-10-01", six, G_N_ELEMENTS (six));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->engine);
  g_assert_finalize_object (fixture->store);
  model_fixture_tear_down (&fixture->model, NULL);
}

static GPtrArray *
make (Fixture    *fixture,
      const char *page,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);
  GPtrArray *remarks;

  g_assert_no_error (error);
  remarks = hfs_remarks_make (fixture->engine, page, query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < remarks->len; i++)
    g_test_message ("%s: %s", ((HfsRemark *) g_ptr_array_index (remarks, i))->id, ((HfsRemark *) g_ptr_array_index (remarks, i))->text->str);
  return remarks;
}

static HfsRemark *
find (GPtrArray  *remarks,
      const char *id)
{
  for (guint i = 0; i < remarks->len; i++)
    if (g_str_equal (((HfsRemark *) g_ptr_array_index (remarks, i))->id, id))
      return g_ptr_array_index (remarks, i);
  g_error ("There is no remark “%s”", id);
}

static void
assert_says (HfsRemark  *remark,
             const char *words)
{
  if (strstr (remark->text->str, words) == NULL)
    g_error ("“%s” does not say “%s”", remark->text->str, words);
}

static void
assert_row (HfsRemark  *remark,
            const char *label,
            const char *value)
{
  for (guint i = 0; i < remark->rows->len; i++)
    {
      const HfsRemarkRow *row = g_ptr_array_index (remark->rows, i);

      if (g_str_equal (row->label, label))
        {
          g_assert_cmpstr (row->value, ==, value);
          return;
        }
    }
  g_error ("No row is “%s”", label);
}

static void
test_china_us (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "countries", "countries");
  HfsRemark *remark = find (remarks, "china-us-sizes");

  assert_says (remark, "China has 5.3 times as much");
  assert_says (remark, "800 against 150");
  assert_says (remark, "China is ahead here: 1 to 10 billion; 100 billion parameters or more.");
  g_assert_nonnull (remark->result);
}

static void
test_regions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "countries", "countries?snapshot=hub-top-2026-08-22");
  HfsRemark *remark = find (remarks, "european-union");

  assert_says (remark, "27\u00a0%");
  assert_says (remark, "Germany: 24\u00a0%");
}

static void
test_then (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "countries", "countries?snapshot=hub-top-2026-08-22");
  g_autoptr (GPtrArray) oldest = make (fixture, "countries", "countries?snapshot=hub-whole-2022-07-02");

  assert_says (find (remarks, "then"), "Since 2 July 2022");
  assert_says (find (remarks, "then"), "China: from 9.6\u00a0% to 23\u00a0%");
  for (guint i = 0; i < oldest->len; i++)
    g_assert_cmpstr (((HfsRemark *) g_ptr_array_index (oldest, i))->id, !=, "then");
}

static void
test_credit (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "countries", "countries");
  g_autoptr (GPtrArray) without = make (fixture, "countries", "countries?snapshot=hub-top-2026-08-22");

  assert_says (find (remarks, "credit"), "China, from 80.0\u00a0% to 82.0\u00a0%");
  assert_says (find (without, "credit"), "do not say what a model is made from");
}

static void
test_publishers (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "developer-types", "developer-types");
  HfsRemark *remark = find (remarks, "publishers");

  /* 800 of the 980 downloads of companies. */
  assert_row (remark, "Qwen", "81.6\u00a0%");
  assert_says (remark, "Companies: Qwen, with 82\u00a0%");
}

static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "sizes", "sizes");

  /* (2 × 670 + 200 × 200 + 0.05 × 100) / 970 */
  assert_row (find (remarks, "mean-and-median"), "Mean, weighted", "42.6 billion");
  assert_row (find (remarks, "mean-and-median"), "Median, weighted", "2.00 billion");
  assert_row (find (remarks, "mean-and-median"), "Median, every model once", "2.00 billion");
  assert_says (find (remarks, "four-times"), "fewer than ten models");
}

static void
test_four_times (Fixture       *fixture,
                 gconstpointer  data)
{
  HfsModelRow rows[50];
  char ids[G_N_ELEMENTS (rows)][16];
  g_autoptr (GPtrArray) remarks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean large = i < 10, used = i < 20;

      g_snprintf (ids[i], sizeof ids[i], "somebody/%u", i);
      rows[i] = (HfsModelRow) { .id = ids[i], .downloads = large ? 10 : used ? 40 : 1, .stated = large ? 200000000000 : 2000000000 };
    }
  add_snapshot (fixture, "2026-10-01", rows, G_N_ELEMENTS (rows));
  remarks = make (fixture, "sizes", "sizes");
  assert_says (find (remarks, "four-times"), "these data say 4.0 times: 40 against 10");
  assert_says (find (remarks, "four-times"), "it is 0.1 times: 1 against 10");
}

static void
test_concentration (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "concentration", "concentration");
  HfsRemark *top = find (remarks, "top");

  assert_says (top, "belongs to 1 model out of 6");
  g_assert_cmpuint (top->steps->len, ==, 4);
  g_assert_cmpstr (((HfsRemarkStep *) g_ptr_array_index (top->steps, 1))->text, ==, "The first 2 of 6 models have 80.0\u00a0%.");
  g_assert_cmpstr (((HfsRemarkStep *) g_ptr_array_index (top->steps, 2))->text, ==, "The first 5 of 6 models have 98.0\u00a0%.");
  g_assert_cmpstr (((HfsRemarkStep *) g_ptr_array_index (top->steps, 3))->label, ==, "6");
  assert_says (find (remarks, "under-200"), "4 models (67\u00a0%) had fewer than 200 downloads");
  assert_says (find (remarks, "under-200"), "holds only much used models");
  assert_says (find (remarks, "whole-hub"), "6 models out of 55,524");
}

static void
test_never_mixes_windows (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "concentration", "concentration?measure=downloads-all-time");

  for (guint i = 0; i < remarks->len; i++)
    {
      HfsRemark *remark = g_ptr_array_index (remarks, i);

      g_assert_null (remark->result);
      g_assert_cmpuint (remark->steps->len, ==, 0);
    }
  assert_says (find (remarks, "under-200"), "does not state");
}

static void
test_communities (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "tasks", "tasks");
  const HfsRemarkRow *first = g_ptr_array_index (find (remarks, "spread")->rows, 0);

  /* 650² / (600² + 50²) */
  g_assert_cmpstr (first->value, ==, "as if 1.2 equal publishers shared it");
  g_assert_cmpstr (first->place, ==, "publishers?measure=downloads&task=robotics");
  assert_says (find (remarks, "robotics"), "2 models state robotics as their task. They have 65.0\u00a0%, which is place 1");
}

static void
test_derivatives (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "relations", "relations");
  g_autoptr (GPtrArray) without = make (fixture, "relations", "relations?snapshot=hub-top-2026-08-22");

  assert_row (find (remarks, "derivatives"), "Qwen", "1");
  assert_row (find (remarks, "derivatives"), "Google", "0");
  assert_row (find (remarks, "base-countries"), "China", "100.0\u00a0%");
  assert_says (find (without, "derivatives"), "do not say what a model is made from");
}

static void
test_country (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "country", "countries?country=KR");
  g_autoptr (GPtrArray) without = make (fixture, "country", "countries?country=KR&snapshot=hub-top-2026-08-22");

  assert_row (find (remarks, "publishers"), "upstage", "30, 100.0\u00a0%");
  assert_row (find (remarks, "models"), "upstage/k", "30, 100.0\u00a0%");
  assert_row (find (remarks, "named"), "Upstage", "30");
  assert_row (find (remarks, "named"), "SK Telecom", "no model in this snapshot");
  g_assert_cmpuint (find (remarks, "named")->rows->len, ==, 5);
  assert_says (find (remarks, "then"), "South Korea rose from 0.0\u00a0% on 2 July 2022 to 3.0\u00a0% on 1 October 2026.");
  assert_says (find (without, "publishers"), "None of the 529 models");
  g_assert_cmpuint (find (without, "publishers")->rows->len, >, 5);
}

static void
test_trends (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "trends", "countries");
  HfsRemark *hub = find (remarks, "hub-models");
  g_autofree char *title = hfs_result_dup_title (hub->result);

  /* 3,080,517 / 55,524 */
  assert_says (hub, "55,524 models on 2 July 2022 and 3.08 million on 20 September 2026, about 55 times");
  g_assert_cmpstr (title, ==, "How many models are there?");
  g_assert_cmpuint (hfs_result_get_n_moments (hub->result), ==, 14);
  assert_says (find (remarks, "model-downloads"), "openai-community/gpt2 had been downloaded 900 million times");
  assert_row (find (remarks, "companies"), "Baidu", "2 new in 2024, 97 new in 2025");
  /* Each company's count less its count before, summed over the companies. */
  assert_says (find (remarks, "company-weeks"), "in the week to 24 June 2026: 15.");
  assert_says (find (remarks, "company-weeks"), "week to 2 April 2025, 306 in all, of which Ai2 has");
  g_assert_cmpuint (hfs_result_get_n_moments (find (remarks, "company-weeks")->result), ==, 226);
  assert_says (find (remarks, "own-history"), "Over 3 snapshots from 2 July 2022");
}

static void
test_overview (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) remarks = make (fixture, "overview", "countries");
  g_autoptr (GPtrArray) first = make (fixture, "overview", "countries?snapshot=hub-whole-2022-07-02");

  assert_says (find (remarks, "freshness"), "are of 22 August 2026 and hold 529 models");
  assert_says (find (remarks, "freshness"), "3 snapshots");
  assert_says (find (first, "freshness"), "are of 2 July 2022 and hold 55,524 models");
}

static void
test_trend_quarters (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsTrend) trend = hfs_trend_load ("new-models-by-field", HFS_TREND_QUARTER_SUMS, &error);
  const HfsTrendGroup *audio;

  g_assert_no_error (error);
  /* March 2022 and April 2026 are no whole quarters. */
  g_assert_cmpstr (trend->dates[0], ==, "2022-06-30");
  g_assert_cmpstr (trend->dates[trend->n_dates - 1], ==, "2026-03-31");
  audio = hfs_trend_find (trend, "Audio");
  g_assert_cmpfloat (audio->values[0], ==, 284 + 375 + 262);
  g_assert_cmpint (hfs_trend_get_days ("2025-12-31", "2026-03-18"), ==, 77);
}

static void
test_named (Fixture       *fixture,
            gconstpointer  data)
{
  static const char bad[] = "country,account,name,what,source\nKR,a,b,hero,http://x\n";
  g_autoptr (GBytes) csv = g_bytes_new_static (bad, sizeof bad - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = hfs_named_load (&error);
  HfsPublishers *publishers = hfs_engine_get_publishers (fixture->engine);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const HfsNamed *named = g_ptr_array_index (all, i);
      const HfsPublisher *publisher = hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, named->account);

      if (*named->account == '\0')
        continue;
      g_assert_nonnull (publisher);
      if (!g_str_equal (named->country, "EU"))
        g_assert_cmpstr (publisher->country, ==, named->country);
    }
  g_assert_null (hfs_named_parse (csv, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "Line 2"));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries", NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hfs_remarks_make (fixture->engine, "countries", query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, set_up, test) g_test_add ("/query/remarks/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sets-china-against-the-united-states", set_up_six, test_china_us);
  ADD ("takes-the-european-union-as-one", set_up, test_regions);
  ADD ("compares-with-the-oldest-snapshot", set_up, test_then);
  ADD ("tells-what-moves-when-copies-count-for-their-makers", set_up_six, test_credit);
  ADD ("lists-the-publishers-of-each-type", set_up_six, test_publishers);
  ADD ("weighs-mean-and-median", set_up_six, test_sizes);
  ADD ("compares-sizes-as-the-report-does", set_up, test_four_times);
  ADD ("tells-how-few-models-have-half", set_up_six, test_concentration);
  ADD ("never-mixes-30-days-with-all-time", set_up_six, test_never_mixes_windows);
  ADD ("counts-equal-publishers", set_up_six, test_communities);
  ADD ("counts-what-is-made-from-what", set_up_six, test_derivatives);
  ADD ("tells-about-one-country", set_up_six, test_country);
  ADD ("tells-how-published-counts-went", set_up, test_trends);
  ADD ("tells-which-data-there-are", set_up, test_overview);
  ADD ("sums-whole-quarters-only", set_up, test_trend_quarters);
  ADD ("names-only-publishers-that-are-known", set_up, test_named);
  ADD ("stops-when-cancelled", set_up_six, test_cancelled);
  return g_test_run ();
}
