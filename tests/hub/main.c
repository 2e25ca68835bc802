/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-test-hub.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  gint models;
  gint64 seed;
  gint quota;
  gint window;
  gint delay;
  gint huge;
  gboolean gzip;
  gboolean until_eof;
  char **faults;
} Options;

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
input_cb (GObject *stream, gpointer data)
{
  char buffer[256];
  gssize length = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (stream), buffer, sizeof buffer,
                                                            NULL, NULL);

  if (length > 0)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* NAME[@AFTER[xCOUNT]]: without a count once, x0 for ever. */
static gboolean
plan_fault (HfsTestHub *hub, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  g_auto (GStrv) numbers = g_strsplit (parts[0] != NULL && parts[1] != NULL ? parts[1] : "0", "x", 2);
  guint64 after = 0;
  guint64 count = 1;
  HfsTestHubFault fault;

  if (parts[0] == NULL || !hfs_test_hub_fault_from_name (parts[0], &fault) || numbers[0] == NULL
      || !g_ascii_string_to_unsigned (numbers[0], 10, 0, G_MAXUINT, &after, NULL)
      || (numbers[1] != NULL && !g_ascii_string_to_unsigned (numbers[1], 10, 0, G_MAXUINT, &count, NULL)))
    return FALSE;
  hfs_test_hub_inject (hub, (guint) after, (guint) count, fault);
  return TRUE;
}

static gboolean
plan_faults (HfsTestHub *hub, char **faults)
{
  for (guint i = 0; faults != NULL && faults[i] != NULL; i++)
    if (!plan_fault (hub, faults[i]))
      {
        g_printerr ("hfs-test-hub: “%s” is not NAME[@AFTER[xCOUNT]]; the names are", faults[i]);
        for (guint fault = 1; fault < HFS_TEST_HUB_N_FAULTS; fault++)
          g_printerr (" %s", hfs_test_hub_fault_get_name (fault));
        g_printerr ("\n");
        return FALSE;
      }
  return TRUE;
}

static gboolean
parse_options (Options *options, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "models", 0, 0, G_OPTION_ARG_INT, &options->models, "Number of models (default 1000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "Another seed gives other models", "S" },
    { "quota", 0, 0, G_OPTION_ARG_INT, &options->quota, "Requests in a window (default 1000000)", "Q" },
    { "window", 0, 0, G_OPTION_ARG_INT, &options->window, "Length of a window in seconds (default 300)", "S" },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->faults,
      "After AFTER requests let COUNT go wrong (default once, 0 for all)", "NAME[@AFTER[xCOUNT]]" },
    { "delay", 0, 0, G_OPTION_ARG_INT, &options->delay, "How long the fault slow takes (default 500)", "MS" },
    { "huge", 0, 0, G_OPTION_ARG_INT, &options->huge, "How much the fault huge adds (default 64)", "MIB" },
    { "gzip", 0, 0, G_OPTION_ARG_NONE, &options->gzip, "Pack answers for clients that accept it", NULL },
    { "until-eof", 0, 0, G_OPTION_ARG_NONE, &options->until_eof, "End when standard input does", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- a Hub of invented models on 127.0.0.1");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_printerr ("hfs-test-hub: %s\n", error->message);
  else if (argc > 1)
    g_printerr ("hfs-test-hub: unexpected argument “%s”\n", argv[1]);
  else if (options->models < 0 || options->quota < 0 || options->window < 1 || options->delay < 0
           || options->huge < 0)
    g_printerr ("hfs-test-hub: numbers must not be negative\n");
  else
    return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  Options options = { .models = 1000, .quota = 1000000, .window = 300, .delay = 500, .huge = 64 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GSource) ended = NULL;
  g_autoptr (HfsTestHub) hub = NULL;
  g_auto (GStrv) faults = NULL;

  setlocale (LC_ALL, "");
  if (!parse_options (&options, argc, argv))
    return 2;
  faults = options.faults;
  hub = hfs_test_hub_new ((guint) options.models, (guint64) options.seed);
  hfs_test_hub_set_quota (hub, (guint) options.quota, (guint) options.window);
  hfs_test_hub_set_delay (hub, (guint) options.delay);
  hfs_test_hub_set_huge (hub, (guint) options.huge);
  hfs_test_hub_set_gzip (hub, options.gzip);
  if (!plan_faults (hub, faults))
    return 2;

  g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_unix_signal_add (SIGINT, quit_cb, loop);
  if (options.until_eof)
    {
      input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      ended = g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (input), NULL);
      g_source_set_callback (ended, G_SOURCE_FUNC (input_cb), loop, NULL);
      g_source_attach (ended, NULL);
    }
  g_print ("%s\n", hfs_test_hub_get_uri (hub));
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}
