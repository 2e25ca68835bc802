/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "views-fixture.h"

/* A test that waits longer than this has failed. */
#define DEADLINE_S 20

void
views_fixture_init (int    *argc,
                    char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

HfsEngine *
views_fixture_new_engine (void)
{
  g_autoptr (GError) error = NULL;
  HfsEngine *engine = hfs_engine_new_bundled (&error);

  g_assert_no_error (error);
  return engine;
}

HfsResult *
views_fixture_run (HfsEngine  *engine,
                   const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) parsed = hfs_query_parse (query, &error);
  HfsResult *result;

  g_assert_no_error (error);
  result = hfs_engine_run (engine, parsed, &error);
  g_assert_no_error (error);
  return result;
}

/* Shows @child in a window of its own and waits until it is drawn. */
GtkWidget *
views_fixture_show (GtkWidget *child,
                    int        width,
                    int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), "Test");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static gboolean
too_late_cb (gpointer data)
{
  g_error ("Waited for “%s” in vain", (const char *) data);
  return G_SOURCE_REMOVE;
}

static void
happened_cb (gboolean *happened)
{
  *happened = TRUE;
}

/* Runs the main loop until @object emits @signal. */
void
views_fixture_wait_for (gpointer    object,
                        const char *signal)
{
  gboolean happened = FALSE;
  guint deadline = g_timeout_add_seconds (DEADLINE_S, too_late_cb, (gpointer) signal);
  gulong handler = g_signal_connect_swapped (object, signal, G_CALLBACK (happened_cb), &happened);

  while (!happened)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (object, handler);
  g_source_remove (deadline);
}

/* Runs the main loop until nothing is left to do at once. */
void
views_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Waits for what still answers to @widget, and checks that nothing else holds it. Takes the caller's reference. */
void
views_fixture_let_go (GtkWidget *widget)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  while (G_OBJECT (widget)->ref_count > 1 && g_get_monotonic_time () < deadline)
    {
      views_fixture_settle ();
      g_usleep (1000);
    }
  g_assert_finalize_object (widget);
}

/* Waits for the workers that still answer a question nobody asks any more, and gives the engine up.
 * Under the sanitizers a worker takes its time. */
void
views_fixture_end_engine (HfsEngine *engine)
{
  gint64 deadline = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (G_OBJECT (engine)->ref_count > 1 && g_get_monotonic_time () < deadline)
    {
      views_fixture_settle ();
      g_usleep (1000);
    }
  g_object_unref (engine);
}

/* Activates the shortcut that @widget has for a key, as a press of the key does. */
gboolean
views_fixture_press (GtkWidget *widget,
                     guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static GtkWidget *
find_where (GtkWidget     *root,
            gboolean     (*is_it) (GtkWidget *, gconstpointer),
            gconstpointer  data)
{
  GtkWidget *found = is_it (root, data) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_where (child, is_it, data);
  return found;
}

static gboolean
is_a (GtkWidget     *widget,
      gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static gboolean
has_class (GtkWidget     *widget,
           gconstpointer  css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

static gboolean
begins (GtkWidget     *widget,
        gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* The first widget of a type below @root, itself included. */
GtkWidget *
views_fixture_find (GtkWidget *root,
                    GType      type)
{
  return find_where (root, is_a, &type);
}

/* The first widget with a style class below @root, itself included. */
GtkWidget *
views_fixture_find_class (GtkWidget  *root,
                          const char *css_class)
{
  return find_where (root, has_class, css_class);
}

/* The first label below @root whose text begins like this. */
GtkWidget *
views_fixture_find_label (GtkWidget  *root,
                          const char *text)
{
  return find_where (root, begins, text);
}
