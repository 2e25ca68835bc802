/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-presentation.h"

#include "hfs-page.h"

#include <adwaita.h>

/* How wide a page is shown to an audience; at the desk it is as wide as it is comfortable to read. */
#define WIDE 1500

/**
 * HfsPresentation:
 *
 * Shows the pages of the window to an audience: the whole screen, large type, nothing to work with. Left and Right go from
 * question to question, Escape ends it. The action is `win.present`.
 */
struct _HfsPresentation
{
  GObject parent_instance;

  GtkApplicationWindow *window;    /* not owned: it owns this */
  GtkWidget *content;              /* not owned: what holds the pages, beside the list of questions */
  GtkStack *pages;                 /* not owned */
  GtkEventController *keys;        /* owned by the window while it runs, else NULL */
  GPtrArray *hidden;               /* (owned) (element-type GtkWidget): what is shown again at the end */
  GtkWidget *page;                 /* (owned) (nullable): the page that is presented */
  int width;                       /* of its column at the desk */
  gboolean was_fullscreen;
};

G_DEFINE_FINAL_TYPE (HfsPresentation, hfs_presentation, G_TYPE_OBJECT)

static void stop (HfsPresentation *self);

static void
hfs_presentation_dispose (GObject *object)
{
  HfsPresentation *self = HFS_PRESENTATION (object);

  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (hfs_presentation_parent_class)->dispose (object);
}

static void
hfs_presentation_class_init (HfsPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_presentation_dispose;
}

static void
hfs_presentation_init (HfsPresentation *self)
{
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The column of a page, which is wider on a wall. */
static GtkWidget *
find_column (GtkWidget *root)
{
  if (ADW_IS_CLAMP (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_column (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_width (GtkWidget *page,
           int        width,
           int       *before)
{
  GtkWidget *column = find_column (page);

  if (column == NULL)
    return;
  if (before != NULL)
    *before = adw_clamp_get_maximum_size (ADW_CLAMP (column));
  g_object_set (column, "maximum-size", width, "tightening-threshold", width, NULL);
}

static void
leave_page (HfsPresentation *self)
{
  if (self->page == NULL)
    return;
  if (HFS_IS_PAGE (self->page))
    hfs_page_set_presenting (HFS_PAGE (self->page), FALSE);
  set_width (self->page, self->width, NULL);
  g_clear_object (&self->page);
}

static void
show_page (HfsPresentation *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (self->keys == NULL || page == self->page)
    return;
  leave_page (self);
  if (page == NULL)
    return;
  self->page = g_object_ref (page);
  set_width (page, WIDE, &self->width);
  if (HFS_IS_PAGE (page))
    hfs_page_set_presenting (HFS_PAGE (page), TRUE);
}

static void
hide_siblings (HfsPresentation *self,
               GtkWidget       *kept)
{
  GtkWidget *parent = gtk_widget_get_parent (kept);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != kept && gtk_widget_get_visible (child))
      {
        gtk_widget_set_visible (child, FALSE);
        g_ptr_array_add (self->hidden, g_object_ref (child));
      }
}

/* Keys of a remote control are Page Up and Page Down. */
static gboolean
key_pressed_cb (HfsPresentation *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self->window)) == GTK_TEXT_DIR_RTL;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      gtk_widget_activate_action (GTK_WIDGET (self->window), rtl ? "win.previous-question" : "win.next-question", NULL);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      gtk_widget_activate_action (GTK_WIDGET (self->window), rtl ? "win.next-question" : "win.previous-question", NULL);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-question", NULL);
      return TRUE;
    case GDK_KEY_Page_Up:
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.previous-question", NULL);
      return TRUE;
    case GDK_KEY_Escape:
      stop (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_state (HfsPresentation *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "present");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (self->keys != NULL));
}

static void
start (HfsPresentation *self)
{
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), self->keys);
  hide_siblings (self, self->content);
  hide_siblings (self, GTK_WIDGET (self->pages));
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "presenting");
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self->window));
  gtk_window_fullscreen (GTK_WINDOW (self->window));
  show_page (self);
  set_state (self);
}

static void
stop (HfsPresentation *self)
{
  if (self->keys == NULL)
    return;
  gtk_widget_remove_controller (GTK_WIDGET (self->window), g_steal_pointer (&self->keys));
  leave_page (self);
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->hidden, i), TRUE);
  g_ptr_array_set_size (self->hidden, 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), "presenting");
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self->window));
  set_state (self);
}

static void
present_cb (HfsPresentation *self)
{
  if (self->keys != NULL)
    stop (self);
  else
    start (self);
}

/**
 * hfs_presentation_new:
 * @window: the window, which keeps the presentation as long as it lives
 * @content: what of the window is presented; all beside it is hidden
 * @pages: the pages, in @content; all beside them is hidden
 *
 * Adds the action `win.present` to a window.
 *
 * Returns: (transfer full): a presentation that has not begun
 */
HfsPresentation *
hfs_presentation_new (GtkApplicationWindow *window,
                      GtkWidget            *content,
                      GtkStack             *pages)
{
  HfsPresentation *self = g_object_new (HFS_TYPE_PRESENTATION, NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("present", NULL, g_variant_new_boolean (FALSE));

  self->window = window;
  self->content = content;
  self->pages = pages;
  g_signal_connect_object (action, "activate", G_CALLBACK (present_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
  g_signal_connect_object (pages, "notify::visible-child", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  return self;
}
