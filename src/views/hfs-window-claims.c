/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-claims.h"

#include "hfs-claims-desk.h"
#include "hfs-claims-export.h"
#include "hfs-classify-dialog.h"
#include "hfs-glossary.h"
#include "hfs-question-page.h"
#include "hfs-verdict-list.h"
#include "hfs-window.h"

#include <glib/gi18n.h>

static void
claims_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  hfs_window_open_question (HFS_WINDOW (widget), "claims");
}

static void
glossary_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (hfs_glossary_new (GTK_WINDOW (widget))));
}

static void
say_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  hfs_window_show_message (HFS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A chart that shows publishers follows the reader's table from now on. */
static void
follow_reader (HfsWindow *self)
{
  GtkWidget *page = hfs_window_get_page (self);
  g_autoptr (HfsQuery) mine = NULL;

  if (!HFS_IS_QUESTION_PAGE (page))
    return;
  mine = hfs_query_with (hfs_question_page_get_query (HFS_QUESTION_PAGE (page)), "attribution", "mine", NULL);
  if (mine != NULL)
    hfs_question_page_set_query (HFS_QUESTION_PAGE (page), mine);
}

/* Something was classified: the reader hears of it and can take it back. */
static void
classified_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  HfsClassification *classification = hfs_claims_desk_get_classification (hfs_window_get_desk (self));
  g_autofree char *brief = classification ? hfs_classification_dup_brief (classification) : NULL;
  AdwToast *toast;

  if (brief == NULL)
    return;
  toast = adw_toast_new (brief);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-classify");
  adw_toast_set_action_target_value (toast, parameter);
  hfs_window_add_toast (self, toast);
  follow_reader (self);
}

static void
undo_classify_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HfsClassification *classification = hfs_claims_desk_get_classification (hfs_window_get_desk (HFS_WINDOW (widget)));

  for (guint i = 0; classification != NULL && i < g_variant_get_uint32 (parameter); i++)
    hfs_overrides_undo (hfs_classification_get_overrides (classification));
}

static void
saved_cb (HfsWindow *self,
          guint      n_steps)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.classified", "u", n_steps);
}

static void
classify_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HfsClassification *classification = hfs_claims_desk_get_classification (hfs_window_get_desk (HFS_WINDOW (widget)));
  const char *publisher = g_variant_get_string (parameter, NULL);
  GtkWidget *dialog;

  if (classification == NULL)
    return;
  dialog = hfs_classify_dialog_new (classification, *publisher != '\0' ? publisher : NULL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (widget));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = hfs_claims_export_finish (result, &error);

  if (file != NULL)
    hfs_window_show_message (HFS_WINDOW (source), _("The claims are in the file"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hfs_window_show_message (HFS_WINDOW (source), error->message);
}

static void
export_claims_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HfsClaimsDesk *desk = hfs_window_get_desk (HFS_WINDOW (widget));
  HfsVerdictList *verdicts = HFS_VERDICT_LIST (hfs_claims_desk_get_verdicts (desk));

  if (hfs_claims_desk_get_engine (desk) != NULL)
    hfs_claims_export_async (GTK_WINDOW (widget), hfs_claims_desk_get_engine (desk), hfs_verdict_list_get_editions (verdicts),
                             exported_cb, NULL);
}

/**
 * hfs_window_install_claims:
 * @widget_class: the class of [class@Window]
 *
 * Adds the actions that lead to the claims, and from them to the charts behind them.
 */
void
hfs_window_install_claims (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.claims", NULL, claims_action);
  gtk_widget_class_install_action (widget_class, "win.export-claims", NULL, export_claims_action);
  gtk_widget_class_install_action (widget_class, "win.glossary", NULL, glossary_action);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_action);
  gtk_widget_class_install_action (widget_class, "win.classify", "s", classify_action);
  gtk_widget_class_install_action (widget_class, "win.classified", "u", classified_action);
  gtk_widget_class_install_action (widget_class, "win.undo-classify", "u", undo_classify_action);
}
