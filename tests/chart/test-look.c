/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-look.h"

#include <string.h>

static void
test_links_lead_back (void)
{
  const HfsChartLook looks[] = { HFS_CHART_LOOK_INIT, { HFS_CHART_MAP, FALSE, FALSE }, { HFS_CHART_LINES, TRUE, FALSE },
                                 { HFS_CHART_USUAL, TRUE, FALSE }, { HFS_CHART_USUAL, FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsQuery) query = hfs_query_parse ("models?search=a%26chart%3Dmap", &error);
      g_autofree char *uri = hfs_chart_look_to_uri (&looks[i], query);
      g_autoptr (HfsQuery) read = NULL;
      HfsChartLook look;

      g_assert_no_error (error);
      read = hfs_chart_look_parse (uri, &look, &error);
      g_assert_no_error (error);
      g_assert_true (hfs_query_equal (query, read));
      g_assert_true (hfs_chart_look_equal (&look, &looks[i]));
    }
}

static void
test_a_query_alone_has_the_usual_look (void)
{
  HfsChartLook look = { HFS_CHART_MAP, TRUE, TRUE };
  g_autoptr (HfsQuery) query = hfs_chart_look_parse ("countries", &look, NULL);

  g_assert_nonnull (query);
  g_assert_true (hfs_chart_look_equal (&look, &(HfsChartLook) HFS_CHART_LOOK_INIT));
}

static void
test_wrong_words_are_named (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *words[3];
  } cases[] = {
    { "countries?chart=pie", HFS_QUERY_ERROR_VALUE, { "“pie”", "bars", "table" } },
    { "countries?chart=", HFS_QUERY_ERROR_VALUE, { "“chart”", "map" } },
    { "countries?scale=linear", HFS_QUERY_ERROR_VALUE, { "“linear”", "log" } },
    { "countries?chart=map&share=1&chart=bars", HFS_QUERY_ERROR_KEY, { "“chart”" } },
    { "countries?chart=map&colour=red", HFS_QUERY_ERROR_KEY, { "colour" } },
    { "countries?chart", HFS_QUERY_ERROR_KEY, { "chart" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HfsChartLook look;

      g_test_message ("%s", cases[i].text);
      g_assert_null (hfs_chart_look_parse (cases[i].text, &look, &error));
      g_assert_true (error->domain == HFS_QUERY_ERROR);
      g_test_message ("%s", error->message);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].words) && cases[i].words[j] != NULL; j++)
        g_assert_nonnull (strstr (error->message, cases[i].words[j]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/look/links-lead-back", test_links_lead_back);
  g_test_add_func ("/chart/look/a-query-alone-has-the-usual-look", test_a_query_alone_has_the_usual_look);
  g_test_add_func ("/chart/look/wrong-words-are-named", test_wrong_words_are_named);
  return g_test_run ();
}
