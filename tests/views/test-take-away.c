/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-config.h"

#include "hfs-chart-view.h"
#include "hfs-print-answer.h"
#include "hfs-print-preview.h"
#include "hfs-question-page.h"
#include "hfs-sentence.h"
#include "hfs-window.h"

#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  HfsEngine *engine;
  HfsWindow *window;
  HfsResult *result;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  application)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries?share=1", NULL);

  fixture->engine = views_fixture_new_engine ();
  fixture->window = HFS_WINDOW (hfs_window_new (GTK_APPLICATION ((gpointer) application)));
  hfs_window_set_engine (fixture->window, fixture->engine);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  hfs_window_open_query (fixture->window, query);
  views_fixture_wait_for (hfs_window_get_page (fixture->window), "answered");
  fixture->result = hfs_question_page_get_result (HFS_QUESTION_PAGE (hfs_window_get_page (fixture->window)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  application)
{
  GtkWidget *window = g_object_ref (GTK_WIDGET (fixture->window));

  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
  views_fixture_end_engine (fixture->engine);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*(char **) data);
}

static char *
read_text (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
copy (Fixture    *fixture,
      const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
test_copies_the_sentence_with_its_source (Fixture       *fixture,
                                          gconstpointer  application)
{
  g_autofree char *summary = hfs_result_dup_summary (fixture->result);
  g_autofree char *text = NULL;

  copy (fixture, "win.copy-sentence");
  text = read_text (fixture);
  g_assert_true (g_str_has_prefix (text, summary));
  g_assert_nonnull (strstr (text, hfs_result_get_snapshot (fixture->result)->source));
  g_assert_nonnull (strstr (text, "hf-state:countries?"));
}

static void
test_copies_the_picture_in_words (Fixture       *fixture,
                                  gconstpointer  application)
{
  g_autofree char *text = NULL;

  copy (fixture, "win.copy-alt-text");
  text = read_text (fixture);
  g_assert_true (g_str_has_prefix (text, "Bar chart. Whose models"));
}

static void
texture_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GdkTexture **) data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*(GdkTexture **) data);
}

static void
test_copies_the_picture (Fixture       *fixture,
                         gconstpointer  application)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GdkTexture *texture = NULL;

  copy (fixture, "win.copy-picture");
  views_fixture_wait_for (clipboard, "notify::content");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1600);
  g_object_unref (texture);
}

static void
test_prints_pages (Fixture       *fixture,
                   gconstpointer  application)
{
  HfsChartLook look = HFS_CHART_LOOK_INIT;
  g_autoptr (GtkPrintOperation) operation = hfs_print_answer_new (fixture->result, &look, NULL);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "answer.pdf", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF"));
  g_assert_cmpuint (length, >, 5000);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_shows_the_pages_before (Fixture       *fixture,
                             gconstpointer  application)
{
  HfsChartLook look = { HFS_CHART_MAP, FALSE, FALSE };
  GtkWidget *preview = hfs_print_preview_new (fixture->result, &look, NULL, NULL);
  GtkWidget *page = views_fixture_find (preview, GTK_TYPE_DRAWING_AREA);

  gtk_window_present (GTK_WINDOW (preview));
  gtk_test_widget_wait_for_draw (preview);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_cmpint (gtk_widget_get_height (page), >, gtk_widget_get_width (page));
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* What a drag out of the chart carries: a picture for programs, a file for folders. */
static void
test_chart_can_be_dragged_out (Fixture       *fixture,
                               gconstpointer  application)
{
  GtkWidget *chart = views_fixture_find (hfs_window_get_page (fixture->window), HFS_TYPE_CHART_VIEW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chart);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  g_autofree char *path = NULL;
  GValue value = G_VALUE_INIT;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", 10.0, 10.0, &provider);
    }
  g_assert_nonnull (provider);
  formats = gdk_content_provider_ref_formats (provider);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  g_value_init (&value, G_TYPE_FILE);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  path = g_file_get_path (g_value_get_object (&value));
  g_assert_true (g_str_has_suffix (path, "countries-downloads-2026-08-22.png"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
  g_value_unset (&value);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = NULL, *folder = NULL;
  int status;

  /* What is dragged goes to the cache. */
  cache = g_dir_make_tmp (NULL, NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  views_fixture_init (&argc, &argv);
  application = GTK_APPLICATION (adw_application_new ("org.example.HfState.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add ("/views/take-away/copies-the-sentence-with-its-source", Fixture, application, set_up, test_copies_the_sentence_with_its_source, tear_down);
  g_test_add ("/views/take-away/copies-the-picture-in-words", Fixture, application, set_up, test_copies_the_picture_in_words, tear_down);
  g_test_add ("/views/take-away/copies-the-picture", Fixture, application, set_up, test_copies_the_picture, tear_down);
  g_test_add ("/views/take-away/prints-pages", Fixture, application, set_up, test_prints_pages, tear_down);
  g_test_add ("/views/take-away/shows-the-pages-before", Fixture, application, set_up, test_shows_the_pages_before, tear_down);
  g_test_add ("/views/take-away/chart-can-be-dragged-out", Fixture, application, set_up, test_chart_can_be_dragged_out, tear_down);
  status = g_test_run ();
  folder = g_build_filename (cache, "hf-state", NULL);
  g_rmdir (folder);
  g_rmdir (cache);
  return status;
}
