/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-edition-picker.h"

#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsEditionPicker:
 *
 * Chooses one of the reports, or all. Long titles are cut short in the button and stand in full in the list.
 */
struct _HfsEditionPicker
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down;
  GPtrArray *editions;  /* (owned) (nullable) (element-type HfsEdition) */
};

typedef enum
{
  PROP_EDITION = 1,
} HfsEditionPickerProperty;

static GParamSpec *properties[PROP_EDITION + 1];

G_DEFINE_FINAL_TYPE (HfsEditionPicker, hfs_edition_picker, GTK_TYPE_WIDGET)

static void
selected_cb (HfsEditionPicker *self)
{
  HfsEdition *edition = hfs_edition_picker_get_edition (self);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), edition ? hfs_edition_get_title (edition) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITION]);
}

static void
hfs_edition_picker_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((HfsEditionPickerProperty) id)
    {
    case PROP_EDITION:
      g_value_set_object (value, hfs_edition_picker_get_edition (HFS_EDITION_PICKER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_edition_picker_dispose (GObject *object)
{
  HfsEditionPicker *self = HFS_EDITION_PICKER (object);

  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;
  g_clear_pointer (&self->editions, g_ptr_array_unref);

  G_OBJECT_CLASS (hfs_edition_picker_parent_class)->dispose (object);
}

static void
hfs_edition_picker_class_init (HfsEditionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hfs_edition_picker_get_property;
  object_class->dispose = hfs_edition_picker_dispose;

  /**
   * HfsEditionPicker:edition:
   *
   * The report that is chosen, %NULL for all.
   */
  properties[PROP_EDITION] =
    g_param_spec_object ("edition", NULL, NULL, HFS_TYPE_EDITION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_edition_picker_init (HfsEditionPicker *self)
{
  g_autoptr (GtkListItemFactory) short_factory = hfs_text_factory (20, FALSE);
  g_autoptr (GtkListItemFactory) full_factory = hfs_text_factory (44, TRUE);

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (self->drop_down, short_factory);
  gtk_drop_down_set_list_factory (self->drop_down, full_factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Report"), -1);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
}

/**
 * hfs_edition_picker_new:
 *
 * Returns: (transfer floating): a choice among nothing yet
 */
GtkWidget *
hfs_edition_picker_new (void)
{
  return g_object_new (HFS_TYPE_EDITION_PICKER, NULL);
}

/**
 * hfs_edition_picker_set_editions:
 * @editions: (element-type HfsEdition): the reports to choose among
 */
void
hfs_edition_picker_set_editions (HfsEditionPicker *self,
                                 GPtrArray        *editions)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->editions, g_ptr_array_unref);
  self->editions = g_ptr_array_ref (editions);
  gtk_string_list_append (titles, _("All reports"));
  for (guint i = 0; i < editions->len; i++)
    gtk_string_list_append (titles, hfs_edition_get_title (g_ptr_array_index (editions, i)));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
}

/**
 * hfs_edition_picker_get_edition:
 *
 * Returns: (transfer none) (nullable): the report that is chosen, %NULL for all
 */
HfsEdition *
hfs_edition_picker_get_edition (HfsEditionPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->editions == NULL || selected == 0 || selected > self->editions->len)
    return NULL;
  return g_ptr_array_index (self->editions, selected - 1);
}

/**
 * hfs_edition_picker_choose:
 * @id: (nullable): the id of a report, %NULL for all
 *
 * Returns: whether there is such a report; when there is none, the choice stays
 */
gboolean
hfs_edition_picker_choose (HfsEditionPicker *self,
                           const char       *id)
{
  if (id == NULL)
    gtk_drop_down_set_selected (self->drop_down, 0);
  for (guint i = 0; id != NULL && self->editions != NULL; i++)
    {
      if (i == self->editions->len)
        return FALSE;
      if (g_str_equal (hfs_edition_get_id (g_ptr_array_index (self->editions, i)), id))
        {
          gtk_drop_down_set_selected (self->drop_down, i + 1);
          break;
        }
    }
  return TRUE;
}
