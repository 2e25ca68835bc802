/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-about-number.h"

#include "hfs-accessible-name.h"
#include "hfs-citation.h"
#include "hfs-format.h"
#include "hfs-sentence.h"
#include "hfs-unknown-range.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * HfsAboutNumber:
 *
 * “About this number”: what is counted, of what, in which time, from where. A row that opens.
 *
 * It is empty until it is told of what, and its long texts are made when it opens: to measure them costs more than all
 * else on the page.
 */
struct _HfsAboutNumber
{
  GtkWidget parent_instance;

  GtkWidget *list;     /* (nullable) */
  GtkWidget *expander; /* (nullable) */
  HfsResult *result; /* (owned) (nullable): what the facts are about */
  GPtrArray *texts;  /* (owned) (element-type GtkLabel): not owned, one for each fact */
  GtkWidget *unknown_row;
  GtkWidget *unknown_box;
};

static char *
dup_date (HfsResult *result)
{
  return hfs_format_date (hfs_result_get_snapshot (result)->date);
}

static char *
dup_licence (HfsResult *result)
{
  return g_strdup (hfs_result_get_snapshot (result)->licence);
}

static char *
dup_whole (HfsResult *result)
{
  g_autofree char *denominator = hfs_format_integer (hfs_result_get_denominator (result));
  g_autofree char *models = hfs_format_integer (hfs_result_get_n_models (result));

  switch (hfs_query_get_measure (hfs_result_get_query (result)))
    {
    case HFS_MEASURE_DOWNLOADS:
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
      /* Translators: what a percentage is of. */
      return g_strdup_printf (_("%1$s downloads of %2$s models"), denominator, models);
    case HFS_MEASURE_LIKES:
      return g_strdup_printf (_("%1$s likes of %2$s models"), denominator, models);
    case HFS_MEASURE_MODELS:
      return g_strdup_printf (_("%s models"), denominator);
    case HFS_N_MEASURES:
    default:
      g_return_val_if_reached (NULL);
    }
}

static const struct
{
  const char *term;
  char *(*dup_text) (HfsResult *result);
  gboolean copied;
} facts[] = {
  { N_("What is counted"), hfs_result_dup_definition },
  { N_("Of what"), dup_whole },
  { N_("Time"), hfs_result_dup_window },
  { N_("Source"), hfs_result_dup_source },
  { N_("Date of the data"), dup_date },
  { N_("What the data cover"), hfs_result_dup_coverage },
  { N_("Licence of the data"), dup_licence },
  { N_("What it cannot tell"), hfs_result_dup_limits },
  { N_("Do the numbers add up?"), hfs_result_dup_sanity },
  { N_("Cite it in short"), hfs_result_dup_citation, TRUE },
  { N_("Cite it in full"), hfs_result_dup_full_citation, TRUE },
  { N_("BibTeX"), hfs_result_dup_bibtex, TRUE },
};

G_DEFINE_FINAL_TYPE (HfsAboutNumber, hfs_about_number, GTK_TYPE_WIDGET)

static void
hfs_about_number_dispose (GObject *object)
{
  HfsAboutNumber *self = HFS_ABOUT_NUMBER (object);

  g_ptr_array_set_size (self->texts, 0);
  self->unknown_row = self->unknown_box = self->expander = NULL;
  g_clear_object (&self->result);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (hfs_about_number_parent_class)->dispose (object);
}

static void
hfs_about_number_finalize (GObject *object)
{
  g_ptr_array_unref (HFS_ABOUT_NUMBER (object)->texts);

  G_OBJECT_CLASS (hfs_about_number_parent_class)->finalize (object);
}

static void
hfs_about_number_class_init (HfsAboutNumberClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hfs_about_number_dispose;
  object_class->finalize = hfs_about_number_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_wrapping_label (const char *text,
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

static void
copy_cb (GtkButton *button,
         GtkLabel  *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), gtk_label_get_text (text));
  gtk_widget_activate_action (GTK_WIDGET (button), "win.say", "s", _("The citation is on the clipboard"));
}

static GtkWidget *
new_copy_button (GtkWidget  *text,
                 const char *term)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: %s is what is copied, such as “BibTeX”. */
  g_autofree char *name = g_strdup_printf (_("Copy: %s"), term);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  hfs_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), text, 0);
  return button;
}

/* The way to the glossary. */
static GtkWidget *
new_words_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("What do these words mean?"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.glossary");
  return row;
}

/* What the unknown could do to the shares. */
static void
add_unknown_row (HfsAboutNumber *self,
                 GtkWidget      *expander)
{
  const char *title = _("What if the unknown were known?");

  self->unknown_row = gtk_list_box_row_new ();
  self->unknown_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->unknown_box, "fact");
  gtk_box_append (GTK_BOX (self->unknown_box), new_wrapping_label (title, "term"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->unknown_row), self->unknown_box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->unknown_row), FALSE);
  gtk_widget_set_focusable (self->unknown_row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unknown_row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), self->unknown_row);
}

static void
update_unknown_row (HfsAboutNumber *self,
                    HfsResult      *result)
{
  GtkWidget *old = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->unknown_box));
  GtkWidget *ranges = hfs_unknown_range_new (result);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->unknown_box), old);
  if (ranges != NULL)
    gtk_box_append (GTK_BOX (self->unknown_box), ranges);
  gtk_widget_set_visible (self->unknown_row, ranges != NULL);
}

static void
add_fact_row (HfsAboutNumber *self,
              guint           fact)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = new_wrapping_label (NULL, NULL);

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (box), new_wrapping_label (_(facts[fact].term), "term"));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), text);
  if (facts[fact].copied)
    gtk_box_append (GTK_BOX (line), new_copy_button (text, _(facts[fact].term)));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
  g_ptr_array_add (self->texts, text);
}

static void
add_rows (HfsAboutNumber *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (facts[i].dup_text == hfs_result_dup_citation)
        add_unknown_row (self, self->expander);
      add_fact_row (self, i);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), new_words_row ());
}

/* Nothing is said while nobody reads it. */
static void
update (HfsAboutNumber *self)
{
  if (self->result == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->expander)))
    return;
  if (self->texts->len == 0)
    add_rows (self);
  update_unknown_row (self, self->result);
  for (guint i = 0; i < self->texts->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->texts, i);
      GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
      g_autofree char *text = facts[i].dup_text (self->result);
      g_autofree char *row_label = NULL;

      gtk_widget_set_visible (row, text != NULL && *text != '\0');
      if (text == NULL)
        continue;
      gtk_label_set_text (GTK_LABEL (label), text);
      /* Translators: what a screen reader says for a fact: what it is about, then the fact. */
      row_label = g_strdup_printf (_("%1$s: %2$s"), _(facts[i].term), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, row_label, -1);
    }
}

static void
build (HfsAboutNumber *self)
{
  self->expander = adw_expander_row_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About this number"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _("About this number"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander), _("What is counted, of what, and where it comes from"));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->expander);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static void
hfs_about_number_init (HfsAboutNumber *self)
{
  self->texts = g_ptr_array_new ();
}

/**
 * hfs_about_number_new:
 *
 * Returns: (transfer floating): facts about nothing yet
 */
GtkWidget *
hfs_about_number_new (void)
{
  return g_object_new (HFS_TYPE_ABOUT_NUMBER, NULL);
}

/**
 * hfs_about_number_get_result:
 *
 * Returns: (transfer none) (nullable): what the facts are about
 */
HfsResult *
hfs_about_number_get_result (HfsAboutNumber *self)
{
  return self->result;
}

/**
 * hfs_about_number_set_result:
 * @result: what the facts are about
 */
void
hfs_about_number_set_result (HfsAboutNumber *self,
                             HfsResult      *result)
{
  if (self->list == NULL)
    build (self);
  g_set_object (&self->result, result);
  update (self);
}
