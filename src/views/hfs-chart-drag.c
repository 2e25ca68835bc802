/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-drag.h"

/* A chart can be dragged to where its picture is wanted: programs take the picture, folders a file. */

#define PNG_TYPE "image/png"

static char *
dup_name (HfsResult *result)
{
  HfsQuery *query = hfs_result_get_query (result);

  return g_strdup_printf ("%s-%s-%s.png", hfs_dimension_get (hfs_query_get_dimension (query))->name,
                          hfs_measure_get_key (hfs_query_get_measure (query)), hfs_result_get_snapshot (result)->date);
}

/* A file to copy has to be somewhere: in the cache, where the next one of its name takes its place. */
static GFile *
write_file (HfsResult *result,
            GBytes    *png)
{
  g_autofree char *name = dup_name (result);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "hf-state", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (png, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, data, (gssize) size, NULL))
    return NULL;
  return g_file_new_for_path (path);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            HfsChartView  *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = hfs_chart_view_render (chart, &error);
  g_autoptr (GdkTexture) texture = png ? gdk_texture_new_from_bytes (png, &error) : NULL;
  g_autoptr (GFile) file = NULL;
  GdkContentProvider *providers[3];
  guint n = 0;

  if (texture == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (chart));
      return NULL;
    }
  file = write_file (hfs_chart_view_get_result (chart), png);
  providers[n++] = gdk_content_provider_new_for_bytes (PNG_TYPE, png);
  providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  if (file != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  return gdk_content_provider_new_union (providers, n);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          HfsChartView  *chart)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (chart));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

/**
 * hfs_chart_drag_attach:
 * @chart: a chart
 *
 * Lets the reader drag the chart out of the window, as a picture and as a file.
 */
void
hfs_chart_drag_attach (HfsChartView *chart)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), chart, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), chart, 0);
  gtk_widget_add_controller (GTK_WIDGET (chart), GTK_EVENT_CONTROLLER (source));
}
