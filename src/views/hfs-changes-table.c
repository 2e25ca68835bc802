/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes-table.h"

#include "hfs-format.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/* The least width of a name, in characters; longer ones have a tooltip. */
#define NAME_CHARS 24

typedef enum
{
  COLUMN_KIND,
  COLUMN_LABEL,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_BEFORE_SHARE,
  COLUMN_AFTER_SHARE,
  N_COLUMNS,
} ColumnKind;

/* What a column shows, and of which changes; rows are known by their number. */
typedef struct
{
  ColumnKind kind;
  HfsChanges *changes;  /* (owned) */
} Column;

static void
column_free (Column *column)
{
  g_object_unref (column->changes);
  g_free (column);
}

static const HfsChange *
get_change (HfsChanges *changes,
            gpointer    item)
{
  return hfs_changes_get (changes, (guint) g_ascii_strtoull (gtk_string_object_get_string (item), NULL, 10));
}

static char *
dup_text (const Column    *column,
          const HfsChange *change)
{
  /* What was not among the models compared may have had any number. */
  if (change->kind == HFS_CHANGE_NEW && change->before_rank == 0 &&
      (column->kind == COLUMN_BEFORE || column->kind == COLUMN_BEFORE_SHARE))
    return g_strdup (_("not among them"));
  switch (column->kind)
    {
    case COLUMN_KIND:
      return g_strdup (hfs_change_kind_get_title (change->kind));
    case COLUMN_LABEL:
      return g_strdup (change->label);
    case COLUMN_BEFORE:
      return hfs_format_integer (change->before);
    case COLUMN_AFTER:
      return hfs_format_integer (change->after);
    case COLUMN_BEFORE_SHARE:
      return hfs_format_share (change->before_share);
    case COLUMN_AFTER_SHARE:
      return hfs_format_share (change->after_share);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_text (ColumnKind kind)
{
  return kind == COLUMN_KIND || kind == COLUMN_LABEL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_text (column->kind) ? 0 : 1);
  if (column->kind == COLUMN_LABEL)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
      hfs_text_label_cut (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (!is_text (column->kind))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* GTK 4.8 names cells and rows after their classes, so a screen reader would say those. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const Column             *column)
{
  const HfsChange *change = get_change (column->changes, gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item), *cell = gtk_widget_get_parent (label);
  g_autofree char *text = dup_text (column, change), *sentence = hfs_change_dup_sentence (change);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (cell == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (gtk_widget_get_parent (cell) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const Column *column = data;
  const HfsChange *left = get_change (column->changes, (gpointer) a), *right = get_change (column->changes, (gpointer) b);
  g_autofree char *left_text = NULL, *right_text = NULL;

  switch (column->kind)
    {
    case COLUMN_BEFORE:
      return (left->before > right->before) - (left->before < right->before);
    case COLUMN_AFTER:
      return (left->after > right->after) - (left->after < right->after);
    case COLUMN_BEFORE_SHARE:
      return (left->before_share > right->before_share) - (left->before_share < right->before_share);
    case COLUMN_AFTER_SHARE:
      return (left->after_share > right->after_share) - (left->after_share < right->after_share);
    case COLUMN_KIND:
    case COLUMN_LABEL:
    case N_COLUMNS:
    default:
      left_text = dup_text (column, left);
      right_text = dup_text (column, right);
      return gtk_ordering_from_cmpfunc (g_utf8_collate (left_text, right_text));
    }
}

static Column *
column_new (ColumnKind  kind,
            HfsChanges *changes)
{
  Column *column = g_new (Column, 1);

  *column = (Column) { kind, g_object_ref (changes) };
  return column;
}

static void
add_column (GtkColumnView *view,
            ColumnKind     kind,
            HfsChanges    *changes,
            const char    *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, column_new (kind, changes),
                                                                    (GDestroyNotify) column_free));
  Column *column = column_new (kind, changes);

  g_object_set_data_full (G_OBJECT (factory), "column", column, (GDestroyNotify) column_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, kind == COLUMN_LABEL);
  gtk_column_view_append_column (view, view_column);
}

static GListModel *
new_numbers (guint n)
{
  GtkStringList *numbers = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (numbers, g_strdup_printf ("%u", i));
  return G_LIST_MODEL (numbers);
}

/**
 * hfs_changes_table_new:
 * @changes: what the table shows
 *
 * Returns: (transfer floating): a table that can be sorted by each column
 */
GtkWidget *
hfs_changes_table_new (HfsChanges *changes)
{
  GtkWidget *view = gtk_column_view_new (NULL);
  g_autofree char *then = hfs_format_date (hfs_changes_get_before (changes)->date);
  g_autofree char *now = hfs_format_date (hfs_changes_get_snapshot (changes)->date);
  /* Translators: the head of a column; %s is the day of the data. */
  g_autofree char *then_share = g_strdup_printf (_("Share (%s)"), then), *now_share = g_strdup_printf (_("Share (%s)"), now);
  /* Translators: the head of a column; %s is the day of the data. */
  g_autofree char *before = g_strdup_printf (_("Downloads (%s)"), then), *after = g_strdup_printf (_("Downloads (%s)"), now);
  const char *titles[N_COLUMNS] = { _("Change"), C_("column", "What"), before, after, then_share, now_share };
  GtkSortListModel *sorted;
  g_autoptr (GtkNoSelection) selection = NULL;

  for (ColumnKind kind = 0; kind < N_COLUMNS; kind++)
    add_column (GTK_COLUMN_VIEW (view), kind, changes, titles[kind]);
  sorted = gtk_sort_list_model_new (new_numbers (hfs_changes_get_n (changes)),
                                    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view))));
  selection = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), GTK_SELECTION_MODEL (selection));
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Changes"), -1);
  return view;
}
