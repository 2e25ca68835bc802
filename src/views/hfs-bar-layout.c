/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bar-layout.h"

#define SPACING    6
#define BAR_SPACE  (3 + HFS_BAR_HEIGHT)

/**
 * HfsBarLayout:
 *
 * Puts children side by side in one line, and leaves room for a bar below them, which the widget paints: as high as
 * %HFS_BAR_HEIGHT and at the bottom. A child that expands has what the others leave.
 *
 * Boxes in boxes would do the same with three widgets more for each of the many bars that are on the screen.
 */
struct _HfsBarLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (HfsBarLayout, hfs_bar_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
hfs_bar_layout_get_request_mode (GtkLayoutManager *layout,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
hfs_bar_layout_measure (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least = 0, wanted = 0, spacing = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_least, child_wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_least, &child_wanted, NULL, NULL);
      least = across ? least + spacing + child_least : MAX (least, child_least);
      wanted = across ? wanted + spacing + child_wanted : MAX (wanted, child_wanted);
      spacing = SPACING;
    }
  *minimum = across ? least : least + BAR_SPACE;
  *natural = across ? wanted : wanted + BAR_SPACE;
}

/* What is left of @width for each child that expands, below 0 when there is too little for the others. */
static int
find_rest (GtkWidget *widget,
           int        width)
{
  int rest = width + SPACING, n_expand = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wanted = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      if (gtk_widget_get_hexpand (child))
        n_expand++;
      else
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
      rest -= wanted + SPACING;
    }
  return rest / MAX (n_expand, 1);
}

static void
hfs_bar_layout_allocate (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, rest = find_rest (widget, width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation box = { 0, 0, 0, height - BAR_SPACE };
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      box.width = MAX (gtk_widget_get_hexpand (child) ? rest : wanted, least);
      box.x = from_right ? width - x - box.width : x;
      gtk_widget_size_allocate (child, &box, -1);
      x += box.width + SPACING;
    }
}

static void
hfs_bar_layout_class_init (HfsBarLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = hfs_bar_layout_get_request_mode;
  layout_class->measure = hfs_bar_layout_measure;
  layout_class->allocate = hfs_bar_layout_allocate;
}

static void
hfs_bar_layout_init (HfsBarLayout *self)
{
}
