/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-preferences-data.h"

#include "hfs-config.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-hub-client.h"
#include "hfs-refresh.h"
#include "hfs-snapshots-edit.h"

#include <glib/gi18n.h>

/* So many days are named; of more the number says enough. */
#define MAX_NAMED 6

/**
 * HfsPreferencesData:
 *
 * What is fetched, how often, and how much of it is kept. What would go is said before it goes.
 */
struct _HfsPreferencesData
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *address_row;
  AdwComboRow *depth_row;
  AdwActionRow *weekly_row;
  GtkSwitch *weekly_switch;
  AdwComboRow *retention_row;
  AdwActionRow *superfluous_row;
  GtkWidget *remove_button;

  GSettings *settings;  /* (owned) */
  HfsArchive *archive;  /* (owned) (nullable) */
};

enum
{
  REMOVED,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the rows of the choice. */
static const gint64 depths[] = { HFS_REFRESH_QUICK, HFS_REFRESH_USUAL, HFS_REFRESH_ALL };

G_DEFINE_FINAL_TYPE (HfsPreferencesData, hfs_preferences_data, ADW_TYPE_PREFERENCES_PAGE)

/* The snapshots that the settings do not keep. */
static GPtrArray *
find_superfluous (HfsPreferencesData *self,
                  GPtrArray          *infos)
{
  return hfs_retention_choose (g_settings_get_enum (self->settings, "retention"), infos);
}

static void
update_superfluous (HfsPreferencesData *self)
{
  g_autoptr (GPtrArray) infos = self->archive ? hfs_archive_list (self->archive, NULL) : NULL;
  g_autoptr (GPtrArray) chosen = infos ? find_superfluous (self, infos) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) dates = NULL;
  g_autofree char *number = NULL, *title = NULL, *list = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->superfluous_row), chosen != NULL && chosen->len > 0);
  if (chosen == NULL || chosen->len == 0)
    return;
  number = hfs_format_integer (chosen->len);
  title = g_strdup_printf (ngettext ("%s snapshot is more than that", "%s snapshots are more than that", chosen->len), number);
  for (guint i = 0; i < chosen->len && i < MAX_NAMED; i++)
    {
      g_autofree char *date = hfs_format_date (((const HfsSnapshotInfo *) g_ptr_array_index (chosen, i))->date);

      g_strv_builder_add (builder, date);
    }
  if (chosen->len > MAX_NAMED)
    g_strv_builder_add (builder, "…");
  dates = g_strv_builder_end (builder);
  list = g_strjoinv (", ", dates);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->superfluous_row), title);
  adw_action_row_set_subtitle (self->superfluous_row, list);
}

static void
depth_selected_cb (HfsPreferencesData *self)
{
  guint selected = adw_combo_row_get_selected (self->depth_row);

  if (self->settings != NULL && selected < G_N_ELEMENTS (depths))
    g_settings_set_enum (self->settings, "depth", (int) depths[selected]);
}

static void
retention_selected_cb (HfsPreferencesData *self)
{
  guint selected = adw_combo_row_get_selected (self->retention_row);

  if (self->settings == NULL || selected > HFS_RETENTION_MONTHLY)
    return;
  g_settings_set_enum (self->settings, "retention", (int) selected);
  update_superfluous (self);
}

static void
retained_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HfsPreferencesData) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = hfs_snapshots_edit_finish (result, &error);

  if (self->settings == NULL)
    return;
  if (ids == NULL)
    g_signal_emit (self, signals[TROUBLE], 0, error->message);
  else if (*ids != NULL)
    g_signal_emit (self, signals[REMOVED], 0, ids);
}

static void
remove_cb (HfsPreferencesData *self)
{
  hfs_snapshots_retain_async (self->archive, g_settings_get_enum (self->settings, "retention"), NULL, retained_cb,
                              g_object_ref (self));
}

static void
show_address (HfsPreferencesData *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsHubClient) client = hfs_hub_client_new (NULL, NULL, &error);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->address_row), FALSE);
  adw_action_row_set_subtitle (self->address_row, client ? hfs_hub_client_get_endpoint (client) : error->message);
}

static void
hfs_preferences_data_dispose (GObject *object)
{
  HfsPreferencesData *self = HFS_PREFERENCES_DATA (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->archive);
  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_PREFERENCES_DATA);

  G_OBJECT_CLASS (hfs_preferences_data_parent_class)->dispose (object);
}

static void
hfs_preferences_data_class_init (HfsPreferencesDataClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_preferences_data_dispose;

  /**
   * HfsPreferencesData::removed:
   * @ids: (array zero-terminated=1): of snapshots
   *
   * Snapshots were removed, and can be brought back.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);

  /**
   * HfsPreferencesData::trouble:
   * @sentence: what went wrong
   *
   * Something could not be done.
   */
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-preferences-data.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, address_row);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, depth_row);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, weekly_row);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, weekly_switch);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, retention_row);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, superfluous_row);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesData, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, depth_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, retention_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
hfs_preferences_data_init (HfsPreferencesData *self)
{
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);
  int depth = g_settings_get_enum (settings, "depth");

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    if (depths[i] == depth)
      adw_combo_row_set_selected (self->depth_row, i);
  adw_combo_row_set_selected (self->retention_row, (guint) g_settings_get_enum (settings, "retention"));
  /* From now on the choices are the reader's. */
  self->settings = g_steal_pointer (&settings);
  g_settings_bind (self->settings, "scheduled-refresh", self->weekly_switch, "active", G_SETTINGS_BIND_DEFAULT);
  hfs_accessible_name (GTK_WIDGET (self->weekly_switch), _("Refresh every week"));
  hfs_accessible_name (self->remove_button, _("Remove these snapshots"));
  show_address (self);
}

/**
 * hfs_preferences_data_new:
 * @archive: the snapshots
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hfs_preferences_data_new (HfsArchive *archive)
{
  HfsPreferencesData *self = g_object_new (HFS_TYPE_PREFERENCES_DATA, NULL);

  self->archive = g_object_ref (archive);
  g_signal_connect_object (archive, "changed", G_CALLBACK (update_superfluous), self, G_CONNECT_SWAPPED);
  update_superfluous (self);
  return GTK_WIDGET (self);
}
