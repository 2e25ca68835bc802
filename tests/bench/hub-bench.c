/* SPDX-License-Identifier: GPL-3.0-or-later */

/* hub-bench [MODELS]
 *
 * Lists a Hub of MODELS invented models (20,000 if it is not said) on 127.0.0.1, which runs in a process of its own,
 * into a new store, and prints what it costs this process: time, processor, memory, disk. */

#include "hfs-refresh.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* What the Hub allows a reader without an account: docs of the Hub, "Rate limits". */
#define QUOTA        500
#define QUOTA_WINDOW 300.0

#define PAGE 1000

typedef struct
{
  gint64 wanted;
  HfsSnapshotInfo *info;
  GError *error;
  gboolean is_done;
  gint64 begun;          /* monotonic, microseconds */
  double cpu_begun;
  double cpu_listed;     /* when the last page was in the staging area */
  gint64 listed;
  long memory_early;     /* KiB, when a tenth was listed */
  long memory_listed;
  GTimer *loop;
  double longest;        /* seconds the main loop was away */
  double cpu_ticked;     /* of this thread, at the last look */
  double busiest;        /* seconds of the processor between two looks: what other programs take is no part of it */
} Bench;

static double
get_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
fetched_cb (HfsRefresh *refresh,
            GParamSpec *pspec,
            Bench      *bench)
{
  gint64 fetched = hfs_refresh_get_fetched (refresh);

  if (bench->memory_early == 0 && fetched >= bench->wanted / 10)
    bench->memory_early = get_peak ();
  bench->memory_listed = get_peak ();
  bench->cpu_listed = get_cpu () - bench->cpu_begun;
  bench->listed = g_get_monotonic_time ();
}

static double
get_thread_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static gboolean
watch_cb (gpointer user_data)
{
  Bench *bench = user_data;
  double cpu = get_thread_cpu ();

  bench->busiest = MAX (bench->busiest, cpu - bench->cpu_ticked);
  bench->cpu_ticked = cpu;

  bench->longest = MAX (bench->longest, g_timer_elapsed (bench->loop, NULL));
  g_timer_start (bench->loop);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Bench *bench = user_data;

  bench->info = hfs_refresh_run_finish (HFS_REFRESH (source), result, &bench->error);
  bench->is_done = TRUE;
}

static char *
read_line (GInputStream *stream)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);

  return g_data_input_stream_read_line (lines, NULL, NULL, NULL);
}

static void
print_figures (Bench      *bench,
               const char *path)
{
  gint64 now = g_get_monotonic_time ();
  double wall = (now - bench->begun) / 1e6, cpu = get_cpu () - bench->cpu_begun;
  double pages = (double) bench->info->n_models / PAGE;
  double listing = (bench->listed - bench->begun) / 1e6;
  GStatBuf file;

  if (g_stat (path, &file) != 0)
    return;
  g_print ("models %" G_GINT64_FORMAT "\n", bench->info->n_models);
  g_print ("pages a second, by the clock %.1f\n", pages / listing);
  g_print ("pages a second of processor time %.1f\n", pages / bench->cpu_listed);
  g_print ("processor, listing %.1f s\n", bench->cpu_listed);
  g_print ("processor, putting together %.1f s\n", cpu - bench->cpu_listed);
  g_print ("processor, all %.1f s\n", cpu);
  g_print ("clock, all %.1f s\n", wall);
  g_print ("peak memory at a tenth %.0f MB\n", bench->memory_early / 1024.0);
  g_print ("peak memory, listing %.0f MB\n", bench->memory_listed / 1024.0);
  g_print ("peak memory, all %.0f MB\n", get_peak () / 1024.0);
  g_print ("store %.1f MB\n", file.st_size / 1e6);
  g_print ("main loop away at most %.1f ms\n", bench->longest * 1000);
  g_print ("main loop busy at most %.1f ms of processor time\n", bench->busiest * 1000);
  g_print ("times as fast as the anonymous quota %.1f\n", pages / wall / (QUOTA / QUOTA_WINDOW));
}

static void
list_hub (Bench      *bench,
          const char *address,
          const char *path)
{
  g_autoptr (HfsStore) store = hfs_store_open (path, &bench->error);
  g_autoptr (HfsHubClient) client = store ? hfs_hub_client_new (address, NULL, &bench->error) : NULL;
  g_autoptr (HfsRefresh) refresh = NULL;
  guint watch;

  if (client == NULL)
    return;
  refresh = hfs_refresh_new (store, client);
  g_signal_connect (refresh, "notify::fetched", G_CALLBACK (fetched_cb), bench);
  bench->loop = g_timer_new ();
  watch = g_timeout_add_full (G_PRIORITY_HIGH, 1, watch_cb, bench, NULL);
  bench->begun = g_get_monotonic_time ();
  bench->cpu_begun = get_cpu ();
  bench->cpu_ticked = get_thread_cpu ();
  hfs_refresh_run_async (refresh, HFS_REFRESH_ALL, NULL, done_cb, bench);
  while (!bench->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watch);
  g_timer_destroy (bench->loop);
  if (bench->info != NULL)
    print_figures (bench, path);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { .wanted = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 20000 };
  g_autofree char *models = g_strdup_printf ("--models=%" G_GINT64_FORMAT, bench.wanted);
  g_autofree char *folder = g_dir_make_tmp (NULL, &bench.error);
  g_autofree char *path = folder ? g_build_filename (folder, "hub.sqlite", NULL) : NULL;
  g_autoptr (GSubprocess) hub = NULL;
  g_autofree char *address = NULL;

  if (path != NULL)
    hub = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &bench.error, TEST_HUB,
                            models, "--until-eof", NULL);
  address = hub ? read_line (g_subprocess_get_stdout_pipe (hub)) : NULL;
  if (address != NULL)
    list_hub (&bench, address, path);
  if (hub != NULL)
    {
      g_output_stream_close (g_subprocess_get_stdin_pipe (hub), NULL, NULL);
      g_subprocess_wait (hub, NULL, NULL);
    }
  if (folder != NULL)
    remove_folder (folder);
  if (bench.error != NULL)
    g_printerr ("hub-bench: %s\n", bench.error->message);
  return bench.info != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
