/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-result-table.h"

#include "hfs-place.h"
#include "hfs-result-file.h"
#include "hfs-row-list.h"
#include "hfs-row-menu.h"
#include "hfs-sentence.h"
#include "hfs-table-column.h"

#include <glib/gi18n.h>

/**
 * HfsResultTable:
 *
 * Shows a result as a table that can be sorted by each column. Ctrl+C copies it as CSV, T goes
 * back to the chart.
 */
struct _HfsResultTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *view;

  HfsResult *result;  /* (owned) (nullable) */
};

typedef enum
{
  PROP_RESULT = 1,
} HfsResultTableProperty;

static GParamSpec *properties[PROP_RESULT + 1];

enum
{
  COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsResultTable, hfs_result_table, GTK_TYPE_WIDGET)

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  return hfs_result_table_copy (HFS_RESULT_TABLE (widget));
}

static gboolean
hfs_result_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HFS_RESULT_TABLE (widget)->view));
}

static void
hfs_result_table_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((HfsResultTableProperty) id)
    {
    case PROP_RESULT:
      g_value_set_object (value, HFS_RESULT_TABLE (object)->result);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_result_table_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((HfsResultTableProperty) id)
    {
    case PROP_RESULT:
      hfs_result_table_set_result (HFS_RESULT_TABLE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_result_table_dispose (GObject *object)
{
  HfsResultTable *self = HFS_RESULT_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->result);

  G_OBJECT_CLASS (hfs_result_table_parent_class)->dispose (object);
}

static void
hfs_result_table_class_init (HfsResultTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hfs_result_table_get_property;
  object_class->set_property = hfs_result_table_set_property;
  object_class->dispose = hfs_result_table_dispose;
  widget_class->grab_focus = hfs_result_table_grab_focus;

  /**
   * HfsResultTable:result:
   *
   * What is shown.
   */
  properties[PROP_RESULT] =
    g_param_spec_object ("result", NULL, NULL, HFS_TYPE_RESULT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * HfsResultTable::copied:
   *
   * The table is on the clipboard.
   */
  signals[COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "page.toggle-table", NULL);
}

/* The row that is shown below the pointer, or that has the focus. */
static const HfsResultRow *
find_menu_row (GtkWidget     *widget,
               double         x,
               double         y,
               HfsResult    **result,
               GdkRectangle  *area)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *place = x < 0 ? gtk_root_get_focus (root) : gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  HfsRowItem *item = place && gtk_widget_is_ancestor (place, widget) ? hfs_table_column_find_item (place) : NULL;
  graphene_rect_t bounds;

  if (item == NULL || !gtk_widget_compute_bounds (place, widget, &bounds))
    return NULL;
  *area = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  *result = hfs_row_item_get_result (item);
  return hfs_row_item_get_row (item);
}

/* A row about a publisher or a model opens its page. */
static void
activated_cb (HfsResultTable *self,
              guint           position)
{
  g_autoptr (HfsRowItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);
  g_autofree char *place = hfs_place_for_row (hfs_row_item_get_result (item), hfs_row_item_get_index (item));

  if (place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "s", place);
}

static void
hfs_result_table_init (HfsResultTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);

  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_add_css_class (self->scroller, "table-card");
  gtk_widget_set_overflow (self->scroller, GTK_OVERFLOW_HIDDEN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 160);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 640);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  hfs_row_menu_attach (GTK_WIDGET (self), find_menu_row);
}

static void
replace_columns (HfsResultTable *self)
{
  GListModel *old = gtk_column_view_get_columns (self->view);
  g_autoptr (GPtrArray) columns = hfs_table_columns_new (self->result);

  while (g_list_model_get_n_items (old) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (old, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; i < columns->len; i++)
    gtk_column_view_append_column (self->view, g_ptr_array_index (columns, i));
}

static void
update_label (HfsResultTable *self)
{
  g_autofree char *title = hfs_result_dup_title (self->result);
  /* Translators: what a screen reader says for the table; %s is the question that it answers. */
  g_autofree char *label = g_strdup_printf (_("Table: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * hfs_result_table_new:
 *
 * Returns: (transfer floating): a table of nothing yet
 */
GtkWidget *
hfs_result_table_new (void)
{
  return g_object_new (HFS_TYPE_RESULT_TABLE, NULL);
}

/**
 * hfs_result_table_get_result:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
HfsResult *
hfs_result_table_get_result (HfsResultTable *self)
{
  return self->result;
}

/**
 * hfs_result_table_get_model:
 *
 * Returns: (transfer none) (nullable): the rows as they are sorted, of [class@RowItem]
 */
GtkSelectionModel *
hfs_result_table_get_model (HfsResultTable *self)
{
  return gtk_column_view_get_model (self->view);
}

/**
 * hfs_result_table_set_result:
 * @result: (nullable): what to show
 */
void
hfs_result_table_set_result (HfsResultTable *self,
                             HfsResult      *result)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (!g_set_object (&self->result, result))
    return;
  if (result != NULL)
    {
      GtkSortListModel *sorted;

      gtk_column_view_set_model (self->view, NULL);
      replace_columns (self);
      sorted = gtk_sort_list_model_new (G_LIST_MODEL (hfs_row_list_new (result)),
                                        g_object_ref (gtk_column_view_get_sorter (self->view)));
      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
      update_label (self);
    }
  gtk_column_view_set_model (self->view, selection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

/**
 * hfs_result_table_copy:
 *
 * Puts the table on the clipboard, as CSV.
 *
 * Returns: whether there was something to copy
 */
gboolean
hfs_result_table_copy (HfsResultTable *self)
{
  g_autofree char *csv = NULL;

  if (self->result == NULL)
    return FALSE;
  csv = hfs_result_to_csv (self->result);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
  g_signal_emit (self, signals[COPIED], 0);
  return TRUE;
}
