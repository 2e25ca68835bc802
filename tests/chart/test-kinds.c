/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "hfs-format.h"
#include "hfs-picture-page.h"
#include "hfs-sentence.h"

#include <cairo-script.h>
#include <string.h>

static gboolean
offers (HfsResult    *result,
        HfsChartKind  kind)
{
  HfsChartKind kinds[HFS_N_CHART_KINDS];
  guint n = hfs_chart_kinds_for (result, kinds);

  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static void
test_each_case_is_offered (void)
{
  gboolean seen[HFS_N_CHART_KINDS] = { FALSE };

  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsResult) result = chart_cases[i].create (chart_cases[i].query);

      g_test_message ("%s", chart_cases[i].name);
      g_assert_true (offers (result, chart_cases[i].kind));
      seen[chart_cases[i].kind] = TRUE;
    }
  /* No kind is without a case. */
  for (HfsChartKind kind = HFS_CHART_USUAL + 1; kind < HFS_N_CHART_KINDS; kind++)
    g_assert_true (seen[kind]);
}

static void
test_areas_and_maps_have_bars_beside_them (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    if (chart_cases[i].kind == HFS_CHART_MAP || chart_cases[i].kind == HFS_CHART_TREEMAP)
      {
        g_autoptr (HfsResult) result = chart_cases[i].create (chart_cases[i].query);

        g_assert_true (offers (result, HFS_CHART_BARS));
        g_assert_cmpint (hfs_chart_kind_get_default (result), ==, HFS_CHART_BARS);
      }
}

static void
test_unsuitable_choice_gives_way (void)
{
  g_autoptr (HfsResult) compared = chart_fixture_then_and_now ("countries?compare=then");
  g_autoptr (HfsResult) plain = chart_fixture_countries ("countries");
  g_autoptr (HfsResult) nothing = chart_fixture_create ("countries", NULL, 0);

  g_assert_cmpint (hfs_chart_kind_settle (HFS_CHART_MAP, compared), ==, HFS_CHART_COMPARE);
  g_assert_cmpint (hfs_chart_kind_settle (HFS_CHART_MAP, plain), ==, HFS_CHART_MAP);
  g_assert_cmpint (hfs_chart_kind_settle (HFS_CHART_USUAL, plain), ==, HFS_CHART_BARS);
  g_assert_cmpint (hfs_chart_kind_settle (HFS_CHART_STACK, plain), ==, HFS_CHART_BARS);
  g_assert_cmpint (hfs_chart_kind_settle (HFS_CHART_TREEMAP, nothing), ==, HFS_CHART_BARS);
}

static void
test_keys_lead_back (void)
{
  HfsChartKind kind;

  for (HfsChartKind i = HFS_CHART_USUAL + 1; i < HFS_N_CHART_KINDS; i++)
    {
      g_assert_true (hfs_chart_kind_from_key (hfs_chart_kind_get_key (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpuint (strlen (hfs_chart_kind_get_label (i)), >, 0);
    }
  g_assert_false (hfs_chart_kind_from_key ("pie", &kind));
}

static void
test_description_names_the_kind (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autofree char *bars = hfs_chart_kind_dup_alt_text (HFS_CHART_BARS, result);
  g_autofree char *map = hfs_chart_kind_dup_alt_text (HFS_CHART_MAP, result);

  g_assert_true (g_str_has_prefix (bars, "Bar chart. "));
  g_assert_true (g_str_has_prefix (map, "World map "));
  g_assert_nonnull (strstr (map, "United States: 3,600"));
  g_assert_cmpstr (strstr (map, hfs_result_get_row (result, 0)->label), ==, strstr (bars, hfs_result_get_row (result, 0)->label));
}

static cairo_status_t
collect (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
append_literal (GString    *text,
                const char *at)
{
  for (; *at != ')' && *at != '\0'; at++)
    {
      guint code = (guchar) *at;

      if (*at == '\\' && g_ascii_isdigit (at[1]))
        {
          /* Cairo writes the sign of a byte into its first digit. */
          code = (guint) ((at[1] - '0') * 64 + (at[2] - '0') * 8 + (at[3] - '0')) & 0xff;
          at += 3;
        }
      else if (*at == '\\')
        code = (guchar) *++at;
      if (code > ' ')
        g_string_append_c (text, (char) code);
    }
}

/* The texts in what cairo writes down of a drawing, one after the other and without blanks: a text can be drawn in pieces. The first
 * literal of such a command is the text. */
static char *
dup_texts (const char *script)
{
  GString *texts = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_suffix (*line, "show-text-glyphs") && strchr (*line, '(') != NULL)
      append_literal (texts, strchr (*line, '(') + 1);
  return g_string_free (texts, FALSE);
}

static char *
dup_without_blanks (const char *text)
{
  GString *bare = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if ((guchar) *text > ' ')
      g_string_append_c (bare, *text);
  return g_string_free (bare, FALSE);
}

/* What is painted on the page of a picture. */
static char *
dup_painted (HfsResult       *result,
             const ChartCase *chart_case)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) distributions = chart_fixture_distribute (result);
  HfsChartOptions options = { chart_case->kind, 1600, 1000, FALSE, chart_case->log, distributions };
  g_autoptr (HfsPicturePage) page = hfs_picture_page_new (result, &options, &error);
  g_autoptr (GString) script = g_string_new (NULL);
  cairo_device_t *device = cairo_script_create_for_stream (collect, script);
  cairo_surface_t *surface = cairo_script_surface_create (device, CAIRO_CONTENT_COLOR, 1600, 1000);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  g_assert_cmpint (hfs_picture_page_get_kind (page), ==, chart_case->kind);
  hfs_picture_page_paint (page, cr, HFS_APPEARANCE_LIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  cairo_device_finish (device);
  cairo_device_destroy (device);
  return dup_texts (script->str);
}

/* A picture with a percentage names the amount and the number of models that it is of: read from what is painted. */
static void
test_percentages_say_of_what (void)
{
  guint n = 0;

  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsResult) result = chart_cases[i].create (chart_cases[i].query);
      g_autofree char *painted = dup_painted (result, &chart_cases[i]);
      g_autofree char *scope = hfs_result_dup_scope (result);
      g_autofree char *bare_scope = dup_without_blanks (scope);
      g_autofree char *amount = hfs_format_amount (hfs_result_get_denominator (result));
      g_autofree char *models = hfs_format_integer (hfs_result_get_n_models (result));
      g_autofree char *description = hfs_chart_kind_dup_alt_text (chart_cases[i].kind, result);

      g_test_message ("%s: %s", chart_cases[i].name, painted);
      g_assert_cmpuint (strlen (painted), >, 100);
      if (strchr (painted, '%') == NULL)
        continue;
      n++;
      g_assert_nonnull (strstr (scope, amount));
      g_assert_nonnull (strstr (scope, models));
      g_assert_nonnull (strstr (painted, bare_scope));
      g_assert_nonnull (strstr (description, scope));
    }
  g_assert_cmpuint (n, >, n_chart_cases / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/kinds/each-case-is-offered", test_each_case_is_offered);
  g_test_add_func ("/chart/kinds/areas-and-maps-have-bars-beside-them", test_areas_and_maps_have_bars_beside_them);
  g_test_add_func ("/chart/kinds/unsuitable-choice-gives-way", test_unsuitable_choice_gives_way);
  g_test_add_func ("/chart/kinds/keys-lead-back", test_keys_lead_back);
  g_test_add_func ("/chart/kinds/description-names-the-kind", test_description_names_the_kind);
  g_test_add_func ("/chart/kinds/percentages-say-of-what", test_percentages_say_of_what);
  return g_test_run ();
}
