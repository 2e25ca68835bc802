/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh-command.h"

#include "hfs-format.h"
#include "hfs-refresh.h"
#include "hfs-terminal.h"
#include "hfs-token.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

typedef struct
{
  GMainLoop *loop;           /* (unowned) */
  GCancellable *cancellable; /* (unowned) */
  HfsRefresh *refresh;       /* (unowned) */
  gint64 depth;
  int code;                  /* of the program */
} Command;

static gboolean
parse_depth (const char *text,
             gint64     *depth)
{
  g_autofree char *sentence = NULL;

  *depth = HFS_REFRESH_USUAL;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "all"))
    return *depth = HFS_REFRESH_ALL, TRUE;
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, depth, NULL))
    return TRUE;
  sentence = g_strdup_printf (_("“%s” is not a number of models. Write a whole number from 1, or “all”."), text);
  return hfs_terminal_fail (sentence);
}

static void
message_cb (HfsRefresh *refresh,
            GParamSpec *pspec,
            gpointer    data)
{
  if (hfs_refresh_get_message (refresh) != NULL)
    g_printerr ("%s\n", hfs_refresh_get_message (refresh));
}

static gboolean
interrupt_cb (gpointer data)
{
  Command *command = data;

  g_cancellable_cancel (command->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  HfsRefresh *refresh = HFS_REFRESH (source);
  Command *command = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshotInfo) info = hfs_refresh_run_finish (refresh, result, &error);
  gint64 skipped = hfs_refresh_get_skipped (refresh);

  if (info != NULL)
    {
      g_print ("%s\n", info->id);
      if (skipped > 0)
        {
          g_autofree char *count = hfs_format_integer (skipped);

          g_printerr (ngettext ("%s row of the Hub could not be read and was left out.\n",
                                "%s rows of the Hub could not be read and were left out.\n", (gulong) skipped), count);
        }
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hfs_terminal_fail (_("The refresh was stopped. What was fetched is kept for a day: the next refresh goes on from there."));
  else
    hfs_terminal_fail (error->message);
  command->code = info != NULL ? HFS_EXIT_DONE : HFS_EXIT_FAILED;
  g_main_loop_quit (command->loop);
}

/* The token, if there is one in the keyring, lets the Hub answer more requests. */
static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Command *command = data;

  hfs_token_sign_finish (result, NULL);
  hfs_refresh_run_async (command->refresh, command->depth, command->cancellable, run_cb, command);
}

static int
run (HfsStore     *store,
     HfsHubClient *client,
     gint64        depth)
{
  g_autoptr (HfsRefresh) refresh = hfs_refresh_new (store, client);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Command command = { loop, cancellable, refresh, depth, HFS_EXIT_FAILED };
  guint interrupt = g_unix_signal_add (SIGINT, interrupt_cb, &command);
  guint terminate = g_unix_signal_add (SIGTERM, interrupt_cb, &command);

  g_signal_connect (refresh, "notify::message", G_CALLBACK (message_cb), NULL);
  hfs_token_sign_async (client, cancellable, signed_cb, &command);
  g_main_loop_run (loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return command.code;
}

/**
 * hfs_refresh_command_run:
 *
 * Fetches the most downloaded models into a new snapshot and prints its id; progress goes to standard error.
 *
 * Returns: the exit code of the program
 */
int
hfs_refresh_command_run (HfsOptions *options)
{
  g_autofree char *path = hfs_store_dup_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsHubClient) client = NULL;
  g_autoptr (HfsStore) store = NULL;
  gint64 depth;

  if (!parse_depth (options->depth, &depth))
    return HFS_EXIT_USAGE;
  client = hfs_hub_client_new (NULL, NULL, &error);
  store = client ? hfs_store_open (path, &error) : NULL;
  if (store == NULL)
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;
  return run (store, client, depth);
}
