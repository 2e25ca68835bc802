/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-table-column.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-row-menu.h"
#include "hfs-sentence.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/* The width that names of rows have at least; longer ones end in an ellipsis and have a tooltip. */
#define NAME_CHARS 24

/* What a column shows of a row. */
typedef enum
{
  COLUMN_LABEL,
  COLUMN_VALUE,
  COLUMN_SHARE,
  COLUMN_BEFORE,
  COLUMN_BEFORE_SHARE,
  COLUMN_MODELS,
  COLUMN_COUNTRY,
  COLUMN_DEVELOPER_TYPE,
  COLUMN_PARAMETERS,
  COLUMN_TASK,
  COLUMN_SERIES,
  COLUMN_MOMENT,
  COLUMN_MOMENT_SHARE,
} ColumnKind;

/* Travels with the column's factory and sorter. */
typedef struct
{
  ColumnKind kind;
  guint series;
} Column;

static gboolean
is_text (ColumnKind kind)
{
  return kind == COLUMN_LABEL || kind == COLUMN_COUNTRY || kind == COLUMN_DEVELOPER_TYPE || kind == COLUMN_TASK;
}

static char *
dup_country (const HfsModelFacts *facts)
{
  return facts && facts->country ? hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, facts->country) : g_strdup ("");
}

static char *
dup_developer_type (const HfsModelFacts *facts)
{
  return facts && facts->developer_type ? hfs_dimension_dup_label (HFS_DIMENSION_DEVELOPER_TYPES, facts->developer_type)
                                        : g_strdup ("");
}

static char *
dup_text (const Column       *column,
          const HfsResultRow *row)
{
  const HfsModelFacts *facts = row->facts;

  switch (column->kind)
    {
    case COLUMN_LABEL:
      return g_strdup (row->label);
    case COLUMN_VALUE:
      return hfs_format_integer (row->value);
    case COLUMN_SHARE:
      return hfs_format_share (row->share);
    case COLUMN_BEFORE:
      return hfs_format_integer (row->before);
    case COLUMN_BEFORE_SHARE:
      return hfs_format_share (row->before_share);
    case COLUMN_MODELS:
      return hfs_format_integer (row->models);
    case COLUMN_COUNTRY:
      return dup_country (facts);
    case COLUMN_DEVELOPER_TYPE:
      return dup_developer_type (facts);
    case COLUMN_PARAMETERS:
      return facts && facts->parameters > 0 ? hfs_format_amount (facts->parameters) : g_strdup (_("not known"));
    case COLUMN_TASK:
      return hfs_dimension_dup_label (HFS_DIMENSION_TASKS, facts && facts->task ? facts->task : "");
    case COLUMN_SERIES:
      return hfs_format_integer (row->series[column->series]);
    case COLUMN_MOMENT:
      return row->points[column->series].is_known ? hfs_format_integer (row->points[column->series].value) : g_strdup (_("not known"));
    case COLUMN_MOMENT_SHARE:
      return row->points[column->series].is_known ? hfs_format_share (row->points[column->series].share) : g_strdup (_("not known"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static double
get_number (const Column       *column,
            const HfsResultRow *row)
{
  switch (column->kind)
    {
    case COLUMN_VALUE:
      return (double) row->value;
    case COLUMN_SHARE:
      return row->share;
    case COLUMN_BEFORE:
      return (double) row->before;
    case COLUMN_BEFORE_SHARE:
      return row->before_share;
    case COLUMN_MODELS:
      return (double) row->models;
    case COLUMN_PARAMETERS:
      return row->facts ? (double) row->facts->parameters : 0;
    case COLUMN_SERIES:
      return (double) row->series[column->series];
    case COLUMN_MOMENT:
      return row->points[column->series].is_known ? (double) row->points[column->series].value : -1;
    case COLUMN_MOMENT_SHARE:
      return row->points[column->series].is_known ? row->points[column->series].share : -1;
    case COLUMN_LABEL:
    case COLUMN_COUNTRY:
    case COLUMN_DEVELOPER_TYPE:
    case COLUMN_TASK:
    default:
      return 0;
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Column *column = data;
  const HfsResultRow *left = hfs_row_item_get_row (HFS_ROW_ITEM ((gpointer) a));
  const HfsResultRow *right = hfs_row_item_get_row (HFS_ROW_ITEM ((gpointer) b));

  if (is_text (column->kind))
    {
      g_autofree char *left_text = dup_text (column, left);
      g_autofree char *right_text = dup_text (column, right);

      return gtk_ordering_from_cmpfunc (g_utf8_collate (left_text, right_text));
    }
  else
    {
      double difference = get_number (column, left) - get_number (column, right);

      return difference < 0 ? GTK_ORDERING_SMALLER : difference > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  const Column *column = data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_text (column->kind) ? 0 : 1);
  if (column->kind == COLUMN_LABEL)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
      hfs_text_label_cut (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  else if (!is_text (column->kind))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* GTK 4.8 names cells and rows after their classes, so a screen reader would say those. */
static void
name_cell (GtkWidget  *label,
           const char *text,
           const char *row_text)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell ? gtk_widget_get_parent (cell) : NULL;

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, row_text, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  HfsRowItem *row_item = gtk_list_item_get_item (item);
  const HfsResultRow *row = hfs_row_item_get_row (row_item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (data, row);
  g_autofree char *row_text = hfs_table_column_dup_row (hfs_row_item_get_result (row_item), row);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (row->kind == HFS_ROW_CLEAR)
    gtk_widget_remove_css_class (label, "unclear");
  else
    gtk_widget_add_css_class (label, "unclear");
  name_cell (label, text, row_text);
  g_object_set_data_full (G_OBJECT (label), "hfs-row-item", g_object_ref (row_item), g_object_unref);
}

/* The menu of a row is made when somebody asks for it. */
static void
open_menu (GtkMenuButton *button,
           gpointer       data)
{
  HfsRowItem *item = g_object_get_data (G_OBJECT (button), "hfs-row-item");
  g_autoptr (GMenuModel) menu = item ? hfs_row_menu_new (hfs_row_item_get_result (item), hfs_row_item_get_row (item)) : NULL;

  gtk_menu_button_set_menu_model (button, menu);
}

static char *
dup_menu_name (HfsRowItem *item)
{
  /* Translators: the menu of one row of a table; %s is what the row is about. */
  return g_strdup_printf (_("More about %s"), hfs_row_item_get_row (item)->label);
}

static gboolean
query_menu_tooltip_cb (GtkWidget  *button,
                       int         x,
                       int         y,
                       gboolean    keyboard_mode,
                       GtkTooltip *tooltip)
{
  HfsRowItem *item = g_object_get_data (G_OBJECT (button), "hfs-row-item");
  g_autofree char *name = item ? dup_menu_name (item) : NULL;

  gtk_tooltip_set_text (tooltip, name);
  return name != NULL;
}

static void
setup_menu_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_menu, NULL, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-menu");
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_menu_tooltip_cb), NULL);
  gtk_list_item_set_child (item, button);
}

static void
bind_menu_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  HfsRowItem *row_item = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item);
  g_autoptr (GMenuModel) menu = hfs_row_menu_new (hfs_row_item_get_result (row_item), hfs_row_item_get_row (row_item));
  g_autofree char *name = dup_menu_name (row_item);

  gtk_widget_set_visible (button, menu != NULL);
  hfs_accessible_name (button, name);
  hfs_accessible_name (gtk_widget_get_first_child (button), name);
  g_object_set_data_full (G_OBJECT (button), "hfs-row-item", g_object_ref (row_item), g_object_unref);
}

static void
free_column (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
add_column (GPtrArray  *columns,
            ColumnKind  kind,
            guint       series,
            const char *title)
{
  Column column = { kind, series };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare_rows, g_memdup2 (&column, sizeof column), g_free));

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_memdup2 (&column, sizeof column), free_column, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), g_memdup2 (&column, sizeof column), free_column, 0);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, kind == COLUMN_LABEL);
  g_ptr_array_add (columns, view_column);
}

/* A button for each row that leads somewhere, for who has no second button or does not think of it. */
static void
add_menu (GPtrArray *columns,
          HfsResult *result)
{
  GtkListItemFactory *factory;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      g_autoptr (GMenuModel) menu = hfs_row_menu_new (result, hfs_result_get_row (result, i));

      if (menu == NULL)
        continue;
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_menu_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_menu_cb), NULL);
      g_ptr_array_insert (columns, 1, gtk_column_view_column_new (_("More"), factory));
      return;
    }
}

/* One column a day, of what the chart draws. */
static void
add_moments (GPtrArray *columns,
             HfsResult *result)
{
  gboolean shares = hfs_query_get_share (hfs_result_get_query (result));

  for (guint i = 0; i < hfs_result_get_n_moments (result); i++)
    {
      g_autofree char *date = hfs_format_date (hfs_result_get_moment (result, i)->date);

      add_column (columns, shares ? COLUMN_MOMENT_SHARE : COLUMN_MOMENT, i, date);
    }
}

/* Names a column of counts after what is counted, and of what day where there are two. */
static void
add_counts (GPtrArray *columns,
            HfsResult *result)
{
  const HfsSnapshotInfo *before = hfs_result_get_before (result);
  const char *measure = hfs_measure_get_name (hfs_query_get_measure (hfs_result_get_query (result)));
  g_autofree char *now_date = hfs_format_date (hfs_result_get_snapshot (result)->date);
  g_autofree char *now = NULL, *then = NULL, *then_date = NULL, *now_share = NULL, *then_share = NULL;

  if (before == NULL)
    {
      add_column (columns, COLUMN_VALUE, 0, measure);
      add_column (columns, COLUMN_SHARE, 0, _("Share"));
      return;
    }
  then_date = hfs_format_date (before->date);
  /* Translators: the head of a column: what is counted, then the day of the data. */
  now = g_strdup_printf (_("%1$s (%2$s)"), measure, now_date);
  then = g_strdup_printf (_("%1$s (%2$s)"), measure, then_date);
  /* Translators: the head of a column; %s is the day of the data. */
  now_share = g_strdup_printf (_("Share (%s)"), now_date);
  then_share = g_strdup_printf (_("Share (%s)"), then_date);
  add_column (columns, COLUMN_BEFORE, 0, then);
  add_column (columns, COLUMN_BEFORE_SHARE, 0, then_share);
  add_column (columns, COLUMN_VALUE, 0, now);
  add_column (columns, COLUMN_SHARE, 0, now_share);
}

/**
 * hfs_table_columns_new:
 * @result: what the table shows
 *
 * Makes the columns that a result needs; each shows, sorts and names its cells for screen readers.
 *
 * Returns: (transfer full) (element-type GtkColumnViewColumn): the columns
 */
GPtrArray *
hfs_table_columns_new (HfsResult *result)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (result));
  HfsMeasure measure = hfs_query_get_measure (hfs_result_get_query (result));

  add_column (columns, COLUMN_LABEL, 0, _(hfs_result_get_dimension (result)->heading));
  if (hfs_result_get_n_moments (result) > 1)
    {
      add_moments (columns, result);
      return columns;
    }
  add_counts (columns, result);
  for (guint i = 0; i < hfs_result_get_n_series (result); i++)
    add_column (columns, COLUMN_SERIES, i, hfs_result_get_series (result, i)->label);
  if (dimension != HFS_DIMENSION_MODELS && measure != HFS_MEASURE_MODELS)
    add_column (columns, COLUMN_MODELS, 0, _("Models"));
  if (dimension == HFS_DIMENSION_MODELS || dimension == HFS_DIMENSION_PUBLISHERS)
    {
      add_column (columns, COLUMN_COUNTRY, 0, _("Country"));
      add_column (columns, COLUMN_DEVELOPER_TYPE, 0, _("Developer type"));
    }
  if (dimension == HFS_DIMENSION_MODELS)
    {
      add_column (columns, COLUMN_PARAMETERS, 0, _("Parameters"));
      add_column (columns, COLUMN_TASK, 0, _("Task"));
    }
  add_menu (columns, result);
  return columns;
}

/**
 * hfs_table_column_dup_row:
 * @row: a row of @result
 *
 * Returns: (transfer full): what a screen reader says for the whole row
 */
char *
hfs_table_column_dup_row (HfsResult          *result,
                          const HfsResultRow *row)
{
  g_autofree char *value = hfs_result_dup_row_value (result, row);

  /* Translators: a row of a table as it is read aloud: its name, then its value. */
  return g_strdup_printf (_("%1$s, %2$s"), row->label, value);
}

/**
 * hfs_table_column_find_item:
 * @widget: something within the table
 *
 * Returns: (transfer none) (nullable): the row that @widget is a part of, or that it shows
 */
HfsRowItem *
hfs_table_column_find_item (GtkWidget *widget)
{
  for (GtkWidget *place = widget; place != NULL && !GTK_IS_COLUMN_VIEW (place); place = gtk_widget_get_parent (place))
    {
      /* A row and a cell know nothing; the label in the first cell does. */
      GtkWidget *inner = place;

      while (inner != NULL && g_object_get_data (G_OBJECT (inner), "hfs-row-item") == NULL)
        inner = gtk_widget_get_first_child (inner);
      if (inner != NULL)
        return g_object_get_data (G_OBJECT (inner), "hfs-row-item");
    }
  return NULL;
}
