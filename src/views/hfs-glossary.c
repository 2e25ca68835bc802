/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-glossary.h"

#include "hfs-text-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const struct
{
  const char *word;
  const char *meaning;
} words[] = {
  { N_("Model"), N_("A program that has learned from examples, such as one that writes text or knows pictures. Here, one that anybody can fetch from the Hub.") },
  { N_("Hub"), N_("The Hugging Face Hub, a place on the web where people put models for others to fetch.") },
  { N_("Publisher"), N_("The account on the Hub that a model belongs to: a company, a university, a group or one person.") },
  { N_("Download"), N_("One request for the files of a model. It is not a person: a program that fetches a model each day is counted each day.") },
  { N_("Downloads, 30 days"), N_("The requests of the 30 days before the date of the data.") },
  { N_("Downloads, all time"), N_("All requests since the model was put on the Hub. They are never mixed with those of 30 days.") },
  { N_("Like"), N_("A heart that somebody with an account gave a model.") },
  { N_("Country"), N_("Where the publisher is, never where the people are who use a model.") },
  { N_("No clear country"), N_("Publishers with no single country, those who do not say where they are, and those nobody has classified yet.") },
  { N_("Not classified yet"), N_("Nobody has said yet where this publisher is, or what kind it is.") },
  { N_("Kind of developer"), N_("What a publisher is: a company, a school, a non-profit, a state, a group or one person.") },
  { N_("Parameters"), N_("The numbers that a model has learned. The more there are, the larger the model.") },
  { N_("Copy"), N_("A model made from another one: trained further, made smaller, or mixed with others.") },
  { N_("Base model"), N_("The model that a copy was made from.") },
  { N_("Family"), N_("A model and all the models that were made from it.") },
  { N_("Mixture of experts"), N_("A model with many parts, of which only a few work at a time. It is large, but costs less to run than its size says.") },
  { N_("GGUF"), N_("A kind of file for running a model on a computer at home.") },
  { N_("Credit"), N_("Whom the downloads of a copy count for: the account that uploaded it, or the maker of the first model.") },
  { N_("Snapshot"), N_("What was on the Hub on one day. A complete one holds every model, a partial one only the most used.") },
  { N_("Concentration"), N_("How much of all downloads a few models have.") },
  { N_("Lorenz curve"), N_("A line that shows how much the most used models have together. The more it bends, the more uneven it is.") },
  { N_("Gini coefficient"), N_("A number from 0 to 1 for how uneven something is: 0 when all have the same, near 1 when one has nearly all.") },
  { N_("Share"), N_("A part of a whole, per cent. The line under each answer says of which whole.") },
  { N_("Mean"), N_("The sum of some numbers, divided by how many they are. One very large number pulls it up.") },
  { N_("Median"), N_("The number in the middle: half of the others are below it, and half above.") },
  { N_("Count of others"), N_("A number that somebody else published, with its date. It is used only where our own data cannot tell.") },
  { N_("Token"), N_("A secret word of letters and digits that tells the Hub who you are. You do not need one.") },
  { N_("CSV"), N_("A plain table that every program for tables can open.") },
  { N_("JSON"), N_("A form of text that programs pass to each other.") },
  { N_("Claim"), N_("One statement of a report that can be compared with data.") },
  { N_("Holds"), N_("Our number counts the same thing and is as the report says.") },
  { N_("Has moved"), N_("Our number counts the same thing on a later day, and is not as the report says.") },
  { N_("Differs"), N_("Our number counts the same thing at the same time, and is not as the report says.") },
  { N_("Depends on the definition"), N_("Our number counts by another rule, so the two cannot be set against each other.") },
  { N_("Cannot be tested"), N_("The data that would tell are not public, or not at hand.") },
};

static GtkWidget *
new_word (guint index)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Translators: what a screen reader says for a word that is explained: the word, what it means. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), _(words[index].word), _(words[index].meaning));

  gtk_box_append (GTK_BOX (box), hfs_text_label (_(words[index].word), "term"));
  gtk_box_append (GTK_BOX (box), hfs_text_label (_(words[index].meaning), NULL));
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/**
 * hfs_glossary_new:
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a window that explains the words used on screen
 */
GtkWidget *
hfs_glossary_new (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new (), *list = gtk_list_box_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_word (i));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "glossary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words used here"), -1);
  g_object_set (scroller, "child", list, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  g_object_set (window, "title", _("Words used here"), "default-width", 480, "default-height", 560, "width-request", 300,
                "modal", TRUE, "transient-for", parent, "content", box, NULL);
  return window;
}
