/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-wrap-layout.h"

/**
 * HfsWrapLayout:
 *
 * Puts children side by side and goes on in a new line where the width ends, as words in a paragraph.
 *
 * With [property@WrapLayout:columns] set, children share the width equally: as many a line as that, or half as
 * many, and so on down to one, so that no line is left with a single child. Without it each child has its natural
 * width, and children that expand share what a line has left.
 */
struct _HfsWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  guint columns;
};

typedef enum
{
  PROP_SPACING = 1,
  PROP_COLUMNS,
} HfsWrapLayoutProperty;

static GParamSpec *properties[PROP_COLUMNS + 1];

/* Where a child goes, before the text direction is applied. */
typedef struct
{
  GtkWidget *child;
  GtkAllocation box;
} Place;

G_DEFINE_FINAL_TYPE (HfsWrapLayout, hfs_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GArray *
list_children (GtkWidget *widget)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        Place place = { child, { 0, 0, 0, 0 } };

        g_array_append_val (places, place);
      }
  return places;
}

/* The columns that fit, each as wide as the child that needs the most. */
static guint
count_columns (HfsWrapLayout *self,
               GArray        *places,
               int            width)
{
  int needed = 1;
  guint columns = MIN (self->columns, MAX (places->len, 1));

  for (guint i = 0; i < places->len; i++)
    {
      int natural;

      gtk_widget_measure (g_array_index (places, Place, i).child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      needed = MAX (needed, natural);
    }
  while (columns > 1 && (int) columns * (needed + self->spacing) - self->spacing > width)
    columns /= 2;
  return columns;
}

static void
set_widths (HfsWrapLayout *self,
            GArray        *places,
            int            width)
{
  guint columns = self->columns > 0 ? count_columns (self, places, width) : 0;

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      int minimum, natural;

      gtk_widget_measure (place->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      place->box.width = columns > 0 ? (width - (int) (columns - 1) * self->spacing) / (int) columns
                                     : MAX (minimum, MIN (natural, width));
    }
}

/* Gives what is left of a line to its children that expand. */
static void
expand_line (GArray *places,
             guint   first,
             guint   end,
             int     left)
{
  guint n_expanding = 0;
  int shift = 0;

  for (guint i = first; i < end; i++)
    n_expanding += gtk_widget_compute_expand (g_array_index (places, Place, i).child, GTK_ORIENTATION_HORIZONTAL);
  for (guint i = first; i < end && n_expanding > 0; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      place->box.x += shift;
      if (gtk_widget_compute_expand (place->child, GTK_ORIENTATION_HORIZONTAL))
        {
          place->box.width += left / (int) n_expanding;
          shift += left / (int) n_expanding;
        }
    }
}

/* Gives every child its place. Returns the height of all lines. */
static int
place_children (HfsWrapLayout *self,
                GArray        *places,
                int            width)
{
  guint first = 0;
  int y = 0;

  set_widths (self, places, width);
  while (first < places->len)
    {
      guint end = first;
      int x = 0, height = 0;

      while (end < places->len && (end == first || x + g_array_index (places, Place, end).box.width <= width))
        {
          Place *place = &g_array_index (places, Place, end++);

          place->box.x = x;
          place->box.y = y;
          x += place->box.width + self->spacing;
        }
      if (self->columns == 0)
        expand_line (places, first, end, MAX (0, width - (x - self->spacing)));
      for (guint i = first; i < end; i++)
        {
          Place *place = &g_array_index (places, Place, i);
          int natural;

          gtk_widget_measure (place->child, GTK_ORIENTATION_VERTICAL, place->box.width, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
        }
      for (guint i = first; i < end; i++)
        g_array_index (places, Place, i).box.height = height;
      y += height + self->spacing;
      first = end;
    }
  return MAX (0, y - self->spacing);
}

static GtkSizeRequestMode
hfs_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hfs_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  HfsWrapLayout *self = HFS_WRAP_LAYOUT (manager);
  g_autoptr (GArray) places = list_children (widget);
  int widest = 0, sum = 0, broadest = 0;

  for (guint i = 0; i < places->len; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (g_array_index (places, Place, i).child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      broadest = MAX (broadest, child_natural);
      sum += child_natural + (i > 0 ? self->spacing : 0);
    }
  if (self->columns > 0)
    sum = (int) MIN (self->columns, places->len) * (broadest + self->spacing) - self->spacing;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (sum, widest);
    }
  else
    *minimum = *natural = place_children (self, places, for_size < 0 ? MAX (sum, widest) : for_size);
}

static void
hfs_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  HfsWrapLayout *self = HFS_WRAP_LAYOUT (manager);
  g_autoptr (GArray) places = list_children (widget);

  place_children (self, places, width);
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        place->box.x = width - place->box.x - place->box.width;
      gtk_widget_size_allocate (place->child, &place->box, -1);
    }
}

static void
hfs_wrap_layout_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HfsWrapLayout *self = HFS_WRAP_LAYOUT (object);

  switch ((HfsWrapLayoutProperty) id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_COLUMNS:
      g_value_set_uint (value, self->columns);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_wrap_layout_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  HfsWrapLayout *self = HFS_WRAP_LAYOUT (object);

  switch ((HfsWrapLayoutProperty) id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_COLUMNS:
      self->columns = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
hfs_wrap_layout_class_init (HfsWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = hfs_wrap_layout_get_property;
  object_class->set_property = hfs_wrap_layout_set_property;
  layout_class->get_request_mode = hfs_wrap_layout_get_request_mode;
  layout_class->measure = hfs_wrap_layout_measure;
  layout_class->allocate = hfs_wrap_layout_allocate;

  /**
   * HfsWrapLayout:spacing:
   *
   * Pixels between children and between lines.
   */
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * HfsWrapLayout:columns:
   *
   * The most columns of equal width, or 0 for children of their natural widths.
   */
  properties[PROP_COLUMNS] =
    g_param_spec_uint ("columns", NULL, NULL, 0, 64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hfs_wrap_layout_init (HfsWrapLayout *self)
{
}

/**
 * hfs_wrap_box_new:
 * @spacing: pixels between the children, and between the lines of them
 *
 * Returns: (transfer floating): a [class@Gtk.Box] whose children go on in a new line where there is no more room
 */
GtkWidget *
hfs_wrap_box_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (HFS_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL));
  return box;
}
