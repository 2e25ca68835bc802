/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-config.h"

#include "hfs-page.h"
#include "hfs-question-page.h"
#include "hfs-remark-list.h"
#include "hfs-remark-panel.h"
#include "hfs-remarks.h"
#include "hfs-window.h"

#include "views-fixture.h"

#include <stdlib.h>

/* Every page, at one width and in one direction; the appearance is that of the whole run. A warning ends the run. */
typedef struct
{
  GtkApplication *application;
  int width;
  GtkTextDirection direction;
} Setting;

static gboolean
is_ready (GtkWidget *page)
{
  GtkWidget *remarks = views_fixture_find (page, HFS_TYPE_REMARK_LIST);
  HfsQuery *query;

  if (!HFS_IS_QUESTION_PAGE (page))
    return remarks == NULL || views_fixture_find (remarks, HFS_TYPE_REMARK_PANEL) != NULL;
  query = hfs_question_page_get_query (HFS_QUESTION_PAGE (page));
  return hfs_page_get_result (HFS_PAGE (page)) != NULL &&
         (hfs_remarks_count (hfs_dimension_get (hfs_query_get_dimension (query))->name) == 0 ||
          views_fixture_find (remarks, HFS_TYPE_REMARK_PANEL) != NULL);
}

static void
wait_until_ready (GtkWidget *page)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!is_ready (page) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_ready (page));
  views_fixture_settle ();
}

/* Things that stick out at the side cannot be reached. */
static void
check_fits (GtkWidget  *page,
            const char *id,
            int         width)
{
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%s needs %d pixels", id, minimum);
  g_assert_cmpint (minimum, <=, width);
}

static void
test_pages (gconstpointer data)
{
  const Setting *setting = data;
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);
  HfsEngine *engine = views_fixture_new_engine ();
  GtkWidget *window;
  GListModel *questions;

  g_settings_set_int (settings, "window-width", setting->width);
  g_settings_reset (settings, "last-place");
  gtk_widget_set_default_direction (setting->direction);
  window = g_object_ref (hfs_window_new (setting->application));
  hfs_window_set_engine (HFS_WINDOW (window), engine);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  questions = hfs_window_get_questions (HFS_WINDOW (window));
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (HfsQuestion) question = g_list_model_get_item (questions, i);
      g_autoptr (GError) error = NULL;

      hfs_window_open_page (HFS_WINDOW (window), hfs_question_get_id (question), NULL, &error);
      g_assert_no_error (error);
      wait_until_ready (hfs_window_get_page (HFS_WINDOW (window)));
      gtk_test_widget_wait_for_draw (window);
      check_fits (hfs_window_get_page (HFS_WINDOW (window)), hfs_question_get_id (question), setting->width);
      g_assert_cmpint (gtk_widget_get_width (window), <=, setting->width);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
  views_fixture_end_engine (engine);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
parsing_error_cb (GtkCssProvider *provider,
                  GtkCssSection  *section,
                  const GError   *error)
{
  g_error ("style.css, line %" G_GSIZE_FORMAT ": %s", gtk_css_section_get_start_location (section)->lines + 1, error->message);
}

/* The application loads them by itself; pages are only as wide as with them. */
static void
load_styles (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), NULL);
  gtk_css_provider_load_from_resource (provider, "/org/example/HfState/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* What a reader chooses who asks the desktop for larger text. Returns how many times as large it is. */
static int
scale_text (void)
{
  const char *text = g_getenv ("HFS_TEXT_FACTOR");
  int factor = text ? atoi (text) : 1;

  if (factor > 1)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE * factor, NULL);
  return factor;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  Setting settings[4];
  int narrow;

  views_fixture_init (&argc, &argv);
  load_styles ();
  narrow = 360 * scale_text ();
  application = GTK_APPLICATION (adw_application_new ("org.example.HfState.TestPages", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings[0] = (Setting) { application, narrow, GTK_TEXT_DIR_LTR };
  settings[1] = (Setting) { application, narrow, GTK_TEXT_DIR_RTL };
  settings[2] = (Setting) { application, 1600, GTK_TEXT_DIR_LTR };
  settings[3] = (Setting) { application, 1600, GTK_TEXT_DIR_RTL };
  g_test_add_data_func ("/views/pages/narrow", &settings[0], test_pages);
  g_test_add_data_func ("/views/pages/narrow-from-right-to-left", &settings[1], test_pages);
  g_test_add_data_func ("/views/pages/wide", &settings[2], test_pages);
  g_test_add_data_func ("/views/pages/wide-from-right-to-left", &settings[3], test_pages);
  return g_test_run ();
}
