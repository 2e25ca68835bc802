/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-copy.h"

#include "hfs-answer-task.h"
#include "hfs-citation.h"
#include "hfs-result-file.h"
#include "hfs-sentence.h"
#include "hfs-window-pages.h"

#include <glib/gi18n.h>

#define PNG_TYPE "image/png"

static void
copy_text (HfsWindow  *self,
           const char *text,
           const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  hfs_window_show_message (self, message);
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HfsResult *result = hfs_window_get_result (HFS_WINDOW (widget));
  g_autofree char *csv = result ? hfs_result_to_csv (result) : NULL;

  if (csv != NULL)
    copy_text (HFS_WINDOW (widget), csv, _("The table is on the clipboard"));
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  g_autofree char *place = hfs_window_dup_place (self);
  g_autofree char *link = g_strconcat (HFS_QUERY_SCHEME, place, NULL);

  copy_text (self, link, _("The link is on the clipboard"));
}

static void
copy_sentence_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HfsResult *result = hfs_window_get_result (HFS_WINDOW (widget));
  g_autofree char *summary = NULL, *citation = NULL, *text = NULL;

  if (result == NULL)
    return;
  summary = hfs_result_dup_summary (result);
  citation = hfs_result_dup_full_citation (result);
  /* Translators: an answer, then where it is from; both are whole sentences. */
  text = g_strdup_printf (C_("sentence with source", "%1$s (%2$s)"), summary, citation);
  copy_text (HFS_WINDOW (widget), text, _("The sentence and its source are on the clipboard"));
}

static void
copy_alt_text_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HfsResult *result = hfs_window_get_result (HFS_WINDOW (widget));
  HfsChartLook look;
  g_autofree char *text = NULL;

  if (hfs_window_get_query (HFS_WINDOW (widget), &look) == NULL)
    return;
  text = hfs_chart_kind_dup_alt_text (hfs_chart_kind_settle (look.kind, result), result);
  copy_text (HFS_WINDOW (widget), text, _("The picture in words is on the clipboard"));
}

/* Programs that know PNG get the file with all that it says of itself, the others its pixels. */
static GdkContentProvider *
create_provider (GBytes  *png,
                 GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, error);
  GdkContentProvider *providers[2];

  if (texture == NULL)
    return NULL;
  providers[0] = gdk_content_provider_new_for_bytes (PNG_TYPE, png);
  providers[1] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      data)
{
  g_autoptr (HfsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = hfs_answer_task_render_finish (async_result, &error);
  g_autoptr (GdkContentProvider) provider = png ? create_provider (png, &error) : NULL;

  if (provider == NULL)
    {
      hfs_window_show_message (self, error->message);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  hfs_window_show_message (self, _("The picture is on the clipboard"));
}

static void
copy_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  HfsPictureOptions options = HFS_PICTURE_OPTIONS_INIT;
  HfsChartLook look;
  HfsQuery *query = hfs_window_get_query (self, &look);

  if (query == NULL)
    return;
  options.kind = look.kind;
  options.log = look.log;
  options.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  hfs_answer_task_render_async (hfs_window_get_engine (self), query, HFS_EXPORT_PNG, &options, NULL,
                                rendered_cb, g_object_ref (self));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_result;
} actions[] = {
  { "win.copy-picture", copy_picture_action, TRUE },
  { "win.copy-table", copy_table_action, TRUE },
  { "win.copy-sentence", copy_sentence_action, TRUE },
  { "win.copy-alt-text", copy_alt_text_action, TRUE },
  { "win.copy-link", copy_link_action, FALSE },
};

/**
 * hfs_window_install_copy:
 * @widget_class: the class of [class@Window]
 *
 * Adds the actions that put what the window shows on the clipboard.
 */
void
hfs_window_install_copy (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/**
 * hfs_window_update_copy:
 * @has_result: whether an answer is shown
 *
 * Enables the actions that have something to copy.
 */
void
hfs_window_update_copy (HfsWindow *self,
                        gboolean   has_result)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_result)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, has_result);
}
