/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-family-view.h"

#include "hfs-dimension.h"
#include "hfs-family-node.h"
#include "hfs-format.h"
#include "hfs-place.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/* How high the tree can be before it scrolls by itself. */
#define MOST_HEIGHT 420

static GListModel *
create_children_cb (gpointer item,
                    gpointer data)
{
  return hfs_family_node_list_children (item);
}

static const char * const relation_keys[] = {
  [HFS_RELATION_NONE] = NULL,
  [HFS_RELATION_FINETUNE] = "finetune",
  [HFS_RELATION_ADAPTER] = "adapter",
  [HFS_RELATION_QUANTIZED] = "quantized",
  [HFS_RELATION_MERGE] = "merge",
};

static char *
dup_relation (HfsRelation relation)
{
  if (relation_keys[relation] == NULL)
    return g_strdup (_("Made from it, not said how"));
  return hfs_dimension_dup_label (HFS_DIMENSION_RELATIONS, relation_keys[relation]);
}

/* What a line says at its end. */
static char *
dup_facts (HfsFamilyNode *node)
{
  gint64 downloads = hfs_family_node_get_downloads (node);
  g_autofree char *amount = NULL;

  if (hfs_family_node_is_group (node))
    {
      guint n = hfs_family_node_count (node);
      g_autofree char *count = hfs_format_integer (n);

      return g_strdup_printf (ngettext ("%s model", "%s models", n), count);
    }
  if (hfs_family_node_is_missing (node))
    return g_strdup (_("not in this snapshot"));
  if (downloads == HFS_COUNT_ABSENT)
    return g_strdup ("");
  amount = hfs_format_amount (downloads);
  return g_strdup_printf (_("%s downloads"), amount);
}

static char *
dup_name (HfsFamilyNode *node)
{
  if (hfs_family_node_is_group (node))
    return dup_relation (hfs_family_node_get_relation (node));
  return g_strdup (hfs_family_node_get_id (node));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL), *facts = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  hfs_text_label_cut (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (facts, "quiet");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), facts);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

/* The model of the page stands out, and the groups do not pretend to be models. */
static void
style_name (GtkWidget     *name,
            HfsFamilyNode *node)
{
  gtk_widget_remove_css_class (name, "subject");
  gtk_widget_remove_css_class (name, "term");
  if (hfs_family_node_is_subject (node))
    gtk_widget_add_css_class (name, "subject");
  else if (hfs_family_node_is_group (node))
    gtk_widget_add_css_class (name, "term");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *name_label = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (expander));
  g_autoptr (HfsFamilyNode) node = gtk_tree_list_row_get_item (row);
  g_autofree char *name = dup_name (node), *facts = dup_facts (node), *spoken = NULL;

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_text (GTK_LABEL (name_label), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name_label)), facts);
  style_name (name_label, node);
  /* Translators: a line of a tree as it is read aloud: the name, what is said of it, how deep in the tree it is. */
  spoken = g_strdup_printf (_("%1$s, %2$s, level %3$u"), name, facts, gtk_tree_list_row_get_depth (row) + 1);
  /* The expander takes the focus of its row. GTK 4.8 names both after their classes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* A model opens its page; a group opens and closes. */
static void
activated_cb (GtkListView *view,
              guint        position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  g_autoptr (HfsFamilyNode) node = gtk_tree_list_row_get_item (row);
  g_autofree char *place = NULL;

  if (hfs_family_node_is_group (node) || hfs_family_node_is_subject (node))
    {
      gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
      return;
    }
  place = hfs_place_with ("model", "id", hfs_family_node_get_id (node));
  gtk_widget_activate_action (GTK_WIDGET (view), "win.open-place", "s", place);
}

/* Opens the way down to the model itself, and the model. */
static void
open_way (GtkTreeListModel *tree)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (tree), i);
      g_autoptr (HfsFamilyNode) node = gtk_tree_list_row_get_item (row);

      if (!hfs_family_node_is_above (node) && !hfs_family_node_is_subject (node))
        return;
      gtk_tree_list_row_set_expanded (row, TRUE);
      if (hfs_family_node_is_subject (node))
        return;
    }
}

/**
 * hfs_family_view_new:
 * @descent: what is made from what
 * @id: a model
 *
 * Returns: (transfer floating): the tree of the model: what it is made from, and what is made from it
 */
GtkWidget *
hfs_family_view_new (HfsDescent *descent,
                     const char *id)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkTreeListModel *tree = gtk_tree_list_model_new (hfs_family_tree_new (descent, id), FALSE, FALSE, create_children_cb, NULL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  open_way (tree);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree))), factory);
  g_signal_connect (view, "activate", G_CALLBACK (activated_cb), NULL);
  gtk_widget_add_css_class (view, "find-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is made from what"), -1);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", view, "propagate-natural-height", TRUE,
                "max-content-height", MOST_HEIGHT, NULL);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}
