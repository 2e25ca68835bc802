/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-text-label.h"

/**
 * hfs_text_label:
 * @text: (nullable): plain text
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a label that wraps and begins where lines begin
 */
GtkWidget *
hfs_text_label (const char *text,
                const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * hfs_heading_label:
 * @text: (nullable): plain text
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): as [func@text_label], and a heading for screen readers
 */
GtkWidget *
hfs_heading_label (const char *text,
                   const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/* Asked for when it is shown: to set the text of a tooltip asks the display each time where the pointer is. */
static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/**
 * hfs_text_label_cut:
 * @where: where an ellipsis stands for what there is no room for
 *
 * Keeps a label on one line. Where its text is cut short, a tooltip tells all of it.
 */
void
hfs_text_label_cut (GtkLabel           *label,
                    PangoEllipsizeMode  where)
{
  gtk_label_set_ellipsize (label, where);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

typedef struct
{
  int max_chars;
  gboolean wraps;
} LabelForm;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const LabelForm          *form)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), form->max_chars);
  gtk_label_set_wrap (GTK_LABEL (label), form->wraps);
  gtk_label_set_ellipsize (GTK_LABEL (label), form->wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (label);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  /* The rows of a list have no name of their own in GTK 4.8. */
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * hfs_text_factory:
 * @max_chars: how wide a text is at most
 * @wraps: whether a longer one goes on in the next line, or is cut short
 *
 * Returns: (transfer full): what makes the rows of a choice among strings
 */
GtkListItemFactory *
hfs_text_factory (int      max_chars,
                  gboolean wraps)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  LabelForm *form = g_new0 (LabelForm, 1);

  form->max_chars = max_chars;
  form->wraps = wraps;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), form, (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
