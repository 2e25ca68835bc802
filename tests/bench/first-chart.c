/* SPDX-License-Identifier: GPL-3.0-or-later */

/* first-chart empty|QUERY
 *
 * Opens a window and prints how many milliseconds pass from the start of the process to the end of the frame that
 * shows its content: an empty AdwApplicationWindow, or HF State with the chart that answers QUERY. */

#include "hfs-application.h"
#include "hfs-config.h"

#include <adwaita.h>
#include <time.h>

typedef struct
{
  double start; /* seconds of CLOCK_BOOTTIME */
  gboolean wants_chart;
  GApplication *application;
} Bench;

static double
get_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double) now.tv_sec + now.tv_nsec / 1e9;
}

/* When the kernel started the process, from field 22 of proc(5)'s stat, counted in clock ticks since boot. */
static double
get_start (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return get_clock ();
  fields = g_strsplit (strrchr (stat, ')') + 2, " ", -1);
  return g_ascii_strtod (fields[19], NULL) / (double) sysconf (_SC_CLK_TCK);
}

/* Whether a mark of a chart is on the screen below @widget. */
static gboolean
shows_chart (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "HfsChartMark") && gtk_widget_get_mapped (widget) &&
      gtk_widget_get_height (widget) > 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_chart (child))
      return TRUE;
  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       data)
{
  Bench *bench = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (bench->application));

  if (window == NULL || (bench->wants_chart && !shows_chart (GTK_WIDGET (window))))
    return;
  g_print ("%.1f\n", (get_clock () - bench->start) * 1000);
  g_application_quit (bench->application);
}

static void
realize_cb (GtkWidget *window,
            gpointer   data)
{
  GdkFrameClock *clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));

  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), data);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), data);
}

static void
activate_empty_cb (GtkApplication *application,
                   gpointer        data)
{
  gtk_window_present (GTK_WINDOW (g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                                "default-width", 1180, "default-height", 760, NULL)));
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { get_start (), argc == 2 && !g_str_equal (argv[1], "empty"), NULL };
  g_autofree char *uri = bench.wants_chart ? g_strconcat ("hf-state:", argv[1], NULL) : NULL;
  char *arguments[] = { argv[0], uri, NULL };
  g_autoptr (GApplication) application = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: first-chart empty|QUERY\n");
      return 2;
    }
  if (bench.wants_chart)
    application = G_APPLICATION (hfs_application_new ());
  else
    {
      application = G_APPLICATION (adw_application_new ("org.example.HfState.Empty", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  bench.application = application;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (application, bench.wants_chart ? 2 : 1, arguments);
}
