/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-share-table.h"

#include "hfs-format.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>
#include <math.h>

/* How many rows the table has at most: those that differ most. */
#define MAX_ROWS 10

/* The width of a column, in which the head is broken into lines. */
#define HEAD_CHARS 6

/* Half of the last digit that a share is written with. */
#define VISIBLE 0.0005

/* One way to count, and what it gives. */
typedef struct
{
  const char *head;   /* not translated yet */
  const char *spoken; /* the same in a sentence */
  HfsResult *result;  /* (owned) */
} Way;

/* A row of the published answer that some other way of counting moves. */
typedef struct
{
  const char *key;
  const char *label;
  double moved;
} Moved;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_object_unref (way->result);
  g_free (way);
}

static void
add_way (GPtrArray      *ways,
         HfsEngine      *engine,
         HfsDimensionId  dimension,
         const char     *keys,
         const char     *head,
         const char     *spoken)
{
  g_autofree char *text = g_strdup_printf ("%s?share=1%s", hfs_dimension_get (dimension)->name, keys);
  g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);
  HfsResult *result = hfs_engine_run (engine, query, NULL);
  Way *way;

  if (result == NULL)
    return;
  way = g_new (Way, 1);
  *way = (Way) { head, spoken, result };
  g_ptr_array_add (ways, way);
}

/* Without knowing what is made from what, all copies would count as before, and the column would say nothing. */
static gboolean
states_bases (HfsEngine *engine,
              HfsResult *result)
{
  g_autoptr (HfsSnapshot) snapshot = hfs_archive_load (hfs_engine_get_archive (engine), hfs_result_get_snapshot (result)->id, NULL);

  for (guint row = 0; snapshot != NULL && row < hfs_snapshot_get_n_models (snapshot); row++)
    if (hfs_snapshot_get_base_model (snapshot, row) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * hfs_share_ways_new:
 * @dimension: countries, regions or developer types
 *
 * Asks for the same shares by each table of publishers, and with copies counted for the maker of the first model where
 * the data tell. Blocks; for worker threads.
 *
 * Returns: (transfer full): the ways to count, for [func@share_table_new]; the published one is the first
 */
GPtrArray *
hfs_share_ways_new (HfsEngine      *engine,
                    HfsDimensionId  dimension)
{
  GPtrArray *ways = g_ptr_array_new_with_free_func (way_free);

  add_way (ways, engine, dimension, "", N_("Ours"), N_("%s by our table"));
  if (ways->len == 0)
    return ways;
  /* The ATOM Project has no developer types, and of countries only three. */
  if (dimension == HFS_DIMENSION_REGIONS)
    add_way (ways, engine, dimension, "&attribution=atom", N_("ATOM"), N_("%s by the ATOM Project"));
  if (hfs_publishers_get_n_overrides (hfs_engine_get_publishers (engine)) > 0)
    add_way (ways, engine, dimension, "&attribution=mine", N_("Yours"), N_("%s by your table"));
  if (states_bases (engine, ((Way *) ways->pdata[0])->result))
    add_way (ways, engine, dimension, "&credit=base", N_("First maker"), N_("%s with copies counted for the maker of the first model"));
  return ways;
}

static double
get_share (const Way  *way,
           const char *key)
{
  const HfsResultRow *row = hfs_result_find_row (way->result, key);

  return row ? row->share : 0;
}

static double
find_most_moved (GPtrArray  *ways,
                 const char *key)
{
  double published = get_share (ways->pdata[0], key), most = 0;

  for (guint i = 1; i < ways->len; i++)
    most = MAX (most, fabs (get_share (ways->pdata[i], key) - published));
  return most;
}

static int
compare_moved (gconstpointer a,
               gconstpointer b)
{
  const Moved *left = a, *right = b;

  return left->moved == right->moved ? g_strcmp0 (left->key, right->key) : left->moved < right->moved ? 1 : -1;
}

static gboolean
has_key (GArray     *rows,
         const char *key)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (g_array_index (rows, Moved, i).key, key))
      return TRUE;
  return FALSE;
}

/* The rows that differ, wherever they appear, those that differ most first. */
static GArray *
list_moved (GPtrArray *ways)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Moved));

  for (guint i = 0; i < ways->len; i++)
    {
      HfsResult *result = ((Way *) ways->pdata[i])->result;

      for (guint j = 0; j < hfs_result_get_n_rows (result); j++)
        {
          const HfsResultRow *row = hfs_result_get_row (result, j);
          Moved moved = { row->key, row->label, find_most_moved (ways, row->key) };

          if (moved.moved >= VISIBLE && !has_key (rows, row->key))
            g_array_append_val (rows, moved);
        }
    }
  g_array_sort (rows, compare_moved);
  if (rows->len > MAX_ROWS)
    g_array_set_size (rows, MAX_ROWS);
  return rows;
}

static void
append_cell (GtkWidget    *line,
             GtkSizeGroup *column,
             const char   *text,
             gboolean      is_head)
{
  GtkWidget *label = hfs_text_label (text, is_head ? "term" : NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  /* No narrower than it wants to be: else each row would give its cells another part of what is missing. */
  gtk_label_set_wrap (GTK_LABEL (label), is_head);
  gtk_label_set_width_chars (GTK_LABEL (label), is_head ? HEAD_CHARS : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), is_head ? HEAD_CHARS : -1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_size_group_add_widget (column, label);
  gtk_box_append (GTK_BOX (line), label);
}

static GtkWidget *
new_line (GtkListBox *list,
          const char *name,
          const char *style)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = hfs_text_label (name, style);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
  return line;
}

static void
append_row (GtkListBox    *list,
            GPtrArray     *ways,
            GtkSizeGroup **columns,
            const Moved   *moved)
{
  GtkWidget *line = new_line (list, moved->label, NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *joined = NULL, *spoken = NULL;

  for (guint i = 0; i < ways->len; i++)
    {
      const Way *way = ways->pdata[i];
      g_autofree char *share = hfs_format_share (get_share (way, moved->key));
      g_autofree char *part = g_strdup_printf (_(way->spoken), share);

      append_cell (line, columns[i], share, FALSE);
      g_strv_builder_add (parts, part);
    }
  texts = g_strv_builder_end (parts);
  joined = g_strjoinv (_(", "), texts);
  spoken = g_strdup_printf (_("%1$s: %2$s"), moved->label, joined);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * hfs_share_table_new:
 * @ways: of [func@share_ways_new]
 * @name: what a screen reader says
 *
 * Returns: (transfer floating) (nullable): a table of the shares that differ, a column for each way to count; %NULL when
 *   none does
 */
GtkWidget *
hfs_share_table_new (GPtrArray  *ways,
                     const char *name)
{
  g_autoptr (GArray) rows = list_moved (ways);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *list, *head;

  if (rows->len == 0)
    return NULL;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  head = new_line (GTK_LIST_BOX (list), _(hfs_result_get_dimension (((Way *) ways->pdata[0])->result)->heading), "term");
  for (guint i = 0; i < ways->len; i++)
    {
      g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      append_cell (head, columns->pdata[i], _(((Way *) ways->pdata[i])->head), TRUE);
    }
  for (guint i = 0; i < rows->len; i++)
    append_row (GTK_LIST_BOX (list), ways, (GtkSizeGroup **) columns->pdata, &g_array_index (rows, Moved, i));
  return list;
}
