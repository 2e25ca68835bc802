/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshots-page.h"

#include "hfs-accessible-name.h"
#include "hfs-action-button.h"
#include "hfs-format.h"
#include "hfs-snapshots-edit.h"
#include "hfs-snapshots-import.h"
#include "hfs-snapshots-list.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * HfsSnapshotsPage:
 *
 * “Which data are there?”: the snapshots, with what each of them holds. They can be opened and removed, and files imported.
 */
struct _HfsSnapshotsPage
{
  HfsColumnPage parent_instance;

  GtkLabel *summary;
  GtkLabel *trouble;
  GtkListBox *list;

  HfsClaimsDesk *desk;  /* (owned) */
};

enum
{
  LISTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsSnapshotsPage, hfs_snapshots_page, HFS_TYPE_COLUMN_PAGE)

static HfsArchive *
get_archive (HfsSnapshotsPage *self)
{
  HfsEngine *engine = hfs_claims_desk_get_engine (self->desk);

  return engine ? hfs_engine_get_archive (engine) : NULL;
}

static void
tell (HfsSnapshotsPage *self,
      const char       *trouble)
{
  gtk_label_set_text (self->trouble, trouble ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

static GtkWidget *
new_remove_button (const HfsSnapshotInfo *info,
                   const char            *date)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a date. */
  g_autofree char *name = g_strdup_printf (_("Remove the data of %s"), date);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  hfs_accessible_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "snapshots.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", info->id);
  return button;
}

static GtkWidget *
new_row (const HfsSnapshotEntry *entry)
{
  GtkWidget *row = adw_action_row_new (), *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *date = hfs_format_date (entry->info->date), *text = hfs_snapshot_entry_dup_text (entry);
  /* Translators: what a screen reader says for a row: what it is about, then what is said of it. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), date, text);
  g_autofree char *name = g_uri_escape_string (entry->info->id, NULL, FALSE);
  g_autofree char *query = g_strdup_printf ("countries?share=1&snapshot=%s", name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (!entry->info->bundled)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (entry->info, date));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", query);
  gtk_widget_set_tooltip_text (row, _("Open the countries in these data"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
fill (HfsSnapshotsPage *self,
      GPtrArray        *entries)
{
  GtkListBoxRow *row;
  guint n_own = 0;
  g_autofree char *summary = NULL, *number = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = entries->len; i > 0; i--)
    {
      const HfsSnapshotEntry *entry = g_ptr_array_index (entries, i - 1);

      n_own += !entry->info->bundled;
      gtk_list_box_append (self->list, new_row (entry));
    }
  number = hfs_format_integer (n_own);
  if (n_own == 0)
    summary = g_strdup (_("You have the data that came with the program. Fetch today’s from the Hub, or import your own."));
  else
    summary = g_strdup_printf (ngettext ("%s snapshot is yours. The others came with the program.",
                                         "%s snapshots are yours. The others came with the program.", n_own), number);
  gtk_label_set_text (self->summary, summary);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsSnapshotsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hfs_snapshots_list_finish (result, &error);

  if (!hfs_column_page_end (HFS_COLUMN_PAGE (self), result))
    return;
  tell (self, error ? error->message : NULL);
  if (entries != NULL)
    fill (self, entries);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
update (HfsSnapshotsPage *self)
{
  HfsArchive *archive = get_archive (self);

  hfs_column_page_stop (HFS_COLUMN_PAGE (self));
  if (archive == NULL)
    return;
  hfs_snapshots_list_async (archive, hfs_column_page_begin (HFS_COLUMN_PAGE (self)), listed_cb, g_object_ref (self));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (HfsSnapshotsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = hfs_snapshots_edit_finish (result, &error);

  if (ids != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.snapshots-removed", "^as", ids);
  else
    tell (self, error->message);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HfsArchive *archive = get_archive (HFS_SNAPSHOTS_PAGE (widget));
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };

  hfs_snapshots_remove_async (archive, ids, NULL, removed_cb, g_object_ref (widget));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (get_archive (HFS_SNAPSHOTS_PAGE (widget)) != NULL)
    hfs_snapshots_choose_file (HFS_SNAPSHOTS_PAGE (widget));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HfsSnapshotsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshots_import_finish (result, &error);
  g_autofree char *number = info ? hfs_format_integer (info->n_models) : NULL, *text = NULL;

  if (info == NULL)
    {
      /* Translators: %s says what is wrong with it, and where. */
      text = g_strdup_printf (_("This file was not imported: %s"), error->message);
      tell (self, text);
      g_signal_emit (self, signals[LISTED], 0);
      return;
    }
  text = g_strdup_printf (ngettext ("Imported %s model", "Imported %s models", (gulong) info->n_models), number);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", text);
}

static void
hfs_snapshots_page_finalize (GObject *object)
{
  g_clear_object (&HFS_SNAPSHOTS_PAGE (object)->desk);

  G_OBJECT_CLASS (hfs_snapshots_page_parent_class)->finalize (object);
}

static void
hfs_snapshots_page_class_init (HfsSnapshotsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hfs_snapshots_page_finalize;

  /**
   * HfsSnapshotsPage::listed:
   *
   * The list is as it is now, or the trouble with it is told.
   */
  signals[LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "snapshots.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "snapshots.import", NULL, import_action);
}

static GtkWidget *
new_buttons (void)
{
  GtkWidget *box = hfs_wrap_box_new (6);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  hfs_action_button_add (box, _("_Fetch Today’s Data"), _("Fetch today’s data from the Hub"), "win.refresh", NULL);
  hfs_action_button_add (box, _("_Import a File…"), _("Import a file"), "snapshots.import", NULL);
  hfs_action_button_add (box, _("_Preferences"), C_("accessible name", "Preferences"), "app.preferences", NULL);
  return box;
}

static void
hfs_snapshots_page_init (HfsSnapshotsPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));

  self->summary = GTK_LABEL (hfs_text_label (NULL, "answer"));
  self->trouble = GTK_LABEL (hfs_text_label (NULL, "caveat"));
  gtk_label_set_selectable (self->trouble, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Snapshots"), -1);
  gtk_box_append (column, hfs_heading_label (_("Which data are there?"), "question"));
  gtk_box_append (column, GTK_WIDGET (self->summary));
  gtk_box_append (column, hfs_text_label (_("A snapshot is what was on the Hub on one day. Choose one to see its answers."), "quiet"));
  gtk_box_append (column, GTK_WIDGET (self->trouble));
  gtk_box_append (column, new_buttons ());
  gtk_box_append (column, GTK_WIDGET (self->list));
}

/**
 * hfs_snapshots_page_new:
 * @desk: what the page follows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hfs_snapshots_page_new (HfsClaimsDesk *desk)
{
  HfsSnapshotsPage *self = g_object_new (HFS_TYPE_SNAPSHOTS_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * hfs_snapshots_page_import:
 * @file: a table, or saved pages of the Hub
 * @date: (nullable): `YYYY-MM-DD`, the day its counts are of; the day the file was last changed if absent
 *
 * Makes a snapshot of a file, or says what is wrong with it, and where.
 */
void
hfs_snapshots_page_import (HfsSnapshotsPage *self,
                           GFile            *file,
                           const char       *date)
{
  tell (self, NULL);
  hfs_snapshots_import_async (get_archive (self), file, date, NULL, imported_cb, g_object_ref (self));
}
