/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-find-row.h"

#include "hfs-format.h"
#include "hfs-model-item.h"
#include "hfs-place.h"
#include "hfs-publisher-list.h"

#include <glib/gi18n.h>

/**
 * HfsFindRow:
 *
 * One line of a list of publishers and models: its name, what it is, and its count; or a heading between them.
 */
struct _HfsFindRow
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkLabel *facts;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (HfsFindRow, hfs_find_row, GTK_TYPE_WIDGET)

static void
hfs_find_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_find_row_parent_class)->dispose (object);
}

static void
hfs_find_row_class_init (HfsFindRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_find_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findrow");
}

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
hfs_find_row_init (HfsFindRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->name = new_label ("name");
  self->facts = new_label ("quiet");
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->facts));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  gtk_widget_set_parent (texts, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->value), GTK_WIDGET (self));
}

/**
 * hfs_find_row_new:
 *
 * Returns: (transfer floating): a line that says nothing yet
 */
GtkWidget *
hfs_find_row_new (void)
{
  return g_object_new (HFS_TYPE_FIND_ROW, NULL);
}

/* Facts with a dot between them. */
static char *
join_facts (GPtrArray *facts)
{
  g_ptr_array_add (facts, NULL);
  /* Translators: what stands between short facts in a line, as in “China · Companies · 75 models”. */
  return g_strjoinv (C_("between facts", " · "), (char **) facts->pdata);
}

static char *
dup_publisher_facts (HfsPublisherItem *item)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const HfsPublisher *decision = hfs_publisher_item_get_decision (item);
  gint64 n = hfs_publisher_item_get_models (item);
  g_autofree char *models = hfs_format_integer (n);

  if (decision != NULL)
    {
      g_ptr_array_add (facts, hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, decision->country));
      g_ptr_array_add (facts, hfs_dimension_dup_label (HFS_DIMENSION_DEVELOPER_TYPES, hfs_developer_type_get_key (decision->type)));
    }
  else
    g_ptr_array_add (facts, hfs_dimension_dup_label (HFS_DIMENSION_DEVELOPER_TYPES, "unknown"));
  g_ptr_array_add (facts, g_strdup_printf (ngettext ("%s model", "%s models", (gulong) n), models));
  return join_facts (facts);
}

static char *
dup_model_facts (HfsModelItem *item)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const char *task = hfs_model_item_get_key (item, HFS_DIMENSION_TASKS);
  gint64 parameters = hfs_model_item_get_parameters (item);

  g_ptr_array_add (facts, hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, hfs_model_item_get_key (item, HFS_DIMENSION_COUNTRIES)));
  if (parameters > 0)
    {
      g_autofree char *amount = hfs_format_amount (parameters);

      g_ptr_array_add (facts, g_strdup_printf (_("%s parameters"), amount));
    }
  if (*task != '\0' && !g_str_equal (task, "unknown"))
    g_ptr_array_add (facts, hfs_dimension_dup_name (HFS_DIMENSION_TASKS, task));
  return join_facts (facts);
}

static void
show_texts (HfsFindRow *self,
            const char *name,
            char       *facts,
            gint64      value)
{
  g_autofree char *amount = value >= 0 ? hfs_format_amount (value) : g_strdup ("");

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->facts, facts ? facts : "");
  gtk_label_set_text (self->value, amount);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), facts != NULL);
  g_free (facts);
}

/* What is counted of a model; publishers have it summed up. */
static gint64
get_value (HfsModelItem *item,
           HfsMeasure    measure)
{
  switch (measure)
    {
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
      return hfs_model_item_get_count (item, HFS_COUNT_DOWNLOADS_ALL_TIME);
    case HFS_MEASURE_LIKES:
      return hfs_model_item_get_count (item, HFS_COUNT_LIKES);
    case HFS_MEASURE_DOWNLOADS:
    case HFS_MEASURE_MODELS:
    case HFS_N_MEASURES:
    default:
      return hfs_model_item_get_count (item, HFS_COUNT_DOWNLOADS);
    }
}

/**
 * hfs_find_row_show:
 * @item: a #HfsPublisherItem, a #HfsModelItem, or a #GtkStringObject for a heading
 * @measure: what is counted
 *
 * Shows a line.
 */
void
hfs_find_row_show (HfsFindRow *self,
                   gpointer    item,
                   HfsMeasure  measure)
{
  if (HFS_IS_PUBLISHER_ITEM (item))
    show_texts (self, hfs_publisher_item_get_account (item), dup_publisher_facts (item), hfs_publisher_item_get_value (item));
  else if (HFS_IS_MODEL_ITEM (item))
    show_texts (self, hfs_model_item_get_id (item), dup_model_facts (item), get_value (item, measure));
  else
    show_texts (self, gtk_string_object_get_string (item), NULL, HFS_COUNT_ABSENT);
  if (GTK_IS_STRING_OBJECT (item))
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading");
}

/**
 * hfs_find_row_dup_spoken:
 *
 * Returns: (transfer full): what a screen reader says for the line
 */
char *
hfs_find_row_dup_spoken (HfsFindRow *self)
{
  const char *facts = gtk_label_get_text (self->facts);

  if (*facts == '\0')
    return g_strdup (gtk_label_get_text (self->name));
  /* Translators: a line as it is read aloud: the name, its count, what it is. */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), gtk_label_get_text (self->name), gtk_label_get_text (self->value), facts);
}

/**
 * hfs_find_row_dup_place:
 * @item: as in [method@FindRow.show]
 *
 * Returns: (transfer full) (nullable): the place of its page; a heading has none
 */
char *
hfs_find_row_dup_place (gpointer item)
{
  if (HFS_IS_PUBLISHER_ITEM (item))
    return hfs_place_with ("publisher", "id", hfs_publisher_item_get_account (item));
  if (HFS_IS_MODEL_ITEM (item))
    return hfs_place_with ("model", "id", hfs_model_item_get_id (item));
  return NULL;
}
