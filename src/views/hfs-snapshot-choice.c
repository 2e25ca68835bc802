/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-choice.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsSnapshotChoice:
 *
 * A choice of a snapshot by its date, or of the one that the program takes by itself.
 */
struct _HfsSnapshotChoice
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;

  char *name;         /* (owned) */
  char *by_itself;    /* (owned) */
  GPtrArray *ids;     /* (owned) (element-type utf8): by row after the first */
  gboolean updating;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsSnapshotChoice, hfs_snapshot_choice, GTK_TYPE_WIDGET)

static void
selected_cb (HfsSnapshotChoice *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
hfs_snapshot_choice_dispose (GObject *object)
{
  HfsSnapshotChoice *self = HFS_SNAPSHOT_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_snapshot_choice_parent_class)->dispose (object);
}

static void
hfs_snapshot_choice_finalize (GObject *object)
{
  HfsSnapshotChoice *self = HFS_SNAPSHOT_CHOICE (object);

  g_free (self->name);
  g_free (self->by_itself);
  g_ptr_array_unref (self->ids);

  G_OBJECT_CLASS (hfs_snapshot_choice_parent_class)->finalize (object);
}

static void
hfs_snapshot_choice_class_init (HfsSnapshotChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_snapshot_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_snapshot_choice_finalize;

  /**
   * HfsSnapshotChoice::chosen:
   *
   * The reader chose another snapshot.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hfs_snapshot_choice_init (HfsSnapshotChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = hfs_text_factory (22, FALSE);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (self->drop_down, factory);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hfs_snapshot_choice_new:
 * @name: what is chosen, in a word
 * @by_itself: what is chosen as long as the reader does not
 *
 * Returns: (transfer floating): a choice without snapshots yet
 */
GtkWidget *
hfs_snapshot_choice_new (const char *name,
                         const char *by_itself)
{
  HfsSnapshotChoice *self = g_object_new (HFS_TYPE_SNAPSHOT_CHOICE, NULL);
  GtkWidget *label = gtk_label_new (name);

  self->name = g_strdup (name);
  self->by_itself = g_strdup (by_itself);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * hfs_snapshot_choice_set_infos:
 * @infos: (element-type HfsSnapshotInfo): what there is to choose from, the oldest first
 *
 * Changes what there is to choose from. A snapshot that is still there stays chosen; no signal is emitted.
 */
void
hfs_snapshot_choice_set_infos (HfsSnapshotChoice *self,
                               GPtrArray         *infos)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (hfs_snapshot_choice_get_id (self));

  self->updating = TRUE;
  g_ptr_array_set_size (self->ids, 0);
  gtk_string_list_append (labels, self->by_itself);
  for (guint i = infos->len; i > 0; i--)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i - 1);
      g_autofree char *date = hfs_format_date (info->date), *models = hfs_format_integer (info->n_models);
      /* Translators: a snapshot in a list: its date, how many models it holds. */
      g_autofree char *label = g_strdup_printf (_("%1$s (%2$s)"), date, models);

      gtk_string_list_append (labels, label);
      g_ptr_array_add (self->ids, g_strdup (info->id));
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  self->updating = FALSE;
  hfs_snapshot_choice_choose (self, chosen);
  hfs_accessible_name (GTK_WIDGET (self->drop_down), self->name);
  hfs_accessible_name (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down)), self->name);
}

/**
 * hfs_snapshot_choice_get_id:
 *
 * Returns: (transfer none) (nullable): the snapshot that the reader chose; %NULL for the one that is taken by itself
 */
const char *
hfs_snapshot_choice_get_id (HfsSnapshotChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  return selected >= 1 && selected <= self->ids->len ? g_ptr_array_index (self->ids, selected - 1) : NULL;
}

/**
 * hfs_snapshot_choice_choose:
 * @id: (nullable): a snapshot; one that is not there counts as none
 *
 * Chooses a snapshot; no signal is emitted.
 */
void
hfs_snapshot_choice_choose (HfsSnapshotChoice *self,
                            const char        *id)
{
  guint place = 0;

  self->updating = TRUE;
  if (id == NULL || !g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &place))
    gtk_drop_down_set_selected (self->drop_down, 0);
  else
    gtk_drop_down_set_selected (self->drop_down, place + 1);
  self->updating = FALSE;
}
