/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-headline-cards.h"

#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsHeadlineCards:
 *
 * The headline figures of a report, a card each: a row of four, two by two, or one below the other.
 */
struct _HfsHeadlineCards
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (HfsHeadlineCards, hfs_headline_cards, GTK_TYPE_WIDGET)

static void
clear (HfsHeadlineCards *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
hfs_headline_cards_dispose (GObject *object)
{
  clear (HFS_HEADLINE_CARDS (object));

  G_OBJECT_CLASS (hfs_headline_cards_parent_class)->dispose (object);
}

static void
hfs_headline_cards_class_init (HfsHeadlineCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_headline_cards_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, HFS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
hfs_headline_cards_init (HfsHeadlineCards *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 12, "columns", 4, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures of the report"), -1);
}

static GtkWidget *
new_label (const char *text,
           const char *style,
           int         max_chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_card (const HfsHeadline *headline)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *when = new_label (headline->when, "quiet", 14);
  /* Translators: what a screen reader says for a figure: the figure, what it counts, of when it is. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s %2$s. %3$s"), headline->figure, headline->text, headline->when);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "headline");
  gtk_box_append (GTK_BOX (card), new_label (headline->figure, "figure", 9));
  gtk_box_append (GTK_BOX (card), new_label (headline->text, NULL, 14));
  gtk_widget_set_vexpand (when, TRUE);
  gtk_widget_set_valign (when, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (card), when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return card;
}

/**
 * hfs_headline_cards_set_headlines:
 * @headlines: what to show
 */
void
hfs_headline_cards_set_headlines (HfsHeadlineCards   *self,
                                  const HfsHeadlines *headlines)
{
  clear (self);
  for (guint i = 0; i < headlines->items->len; i++)
    gtk_widget_set_parent (new_card (g_ptr_array_index (headlines->items, i)), GTK_WIDGET (self));
}
