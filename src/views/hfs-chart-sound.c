/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-sound.h"

#include <glib/gi18n.h>

#define FILE_KEY "hfs-chart-sound-file"

static void
remove_file (gpointer data)
{
  GFile *file = data;

  g_file_delete (file, NULL, NULL);
  g_object_unref (file);
}

/* What has been opened can be read to its end. */
static void
prepared_cb (GtkMediaStream *sound)
{
  g_object_set_data (G_OBJECT (sound), FILE_KEY, NULL);
}

/**
 * hfs_chart_sound_new:
 * @wav: a WAV file
 *
 * Makes ready to play a sound. The media module of GTK 4.8 plays files and ends the program when it is given a stream, so
 * the sound lies in a file until it has been opened.
 *
 * Returns: (transfer full) (nullable): the sound; %NULL with @error set when there is no place for the file
 */
GtkMediaStream *
hfs_chart_sound_new (GBytes  *wav,
                     GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("hf-state-XXXXXX.wav", &stream, error);
  GtkMediaStream *sound;
  gsize size;
  gconstpointer data = g_bytes_get_data (wav, &size);

  if (file == NULL)
    return NULL;
  if (!g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), data, size, NULL, NULL, error) ||
      !g_io_stream_close (G_IO_STREAM (stream), NULL, error))
    {
      remove_file (file);
      return NULL;
    }
  sound = gtk_media_file_new_for_file (file);
  g_object_set_data_full (G_OBJECT (sound), FILE_KEY, file, remove_file);
  g_signal_connect (sound, "notify::prepared", G_CALLBACK (prepared_cb), NULL);
  return sound;
}

/**
 * hfs_chart_sound_dup_reason:
 * @error: why a sound is not heard
 *
 * Returns: (transfer full): what to tell the reader
 */
char *
hfs_chart_sound_dup_reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return g_strdup (_("No sound can be played here. It takes GTK’s media module of GStreamer, which Debian calls libgtk-4-media-gstreamer."));
  /* Translators: then the system’s own words. */
  return g_strdup_printf (_("The sound could not be played: %s"), error->message);
}
