/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-more-options.h"

#include "hfs-accessible-name.h"

#include <glib/gi18n.h>

/**
 * HfsMoreOptions:
 *
 * A button with the choices that are made less often, each with a sentence that says what it does. The choices are
 * built when they are first looked at.
 */
struct _HfsMoreOptions
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkDropDown *by_drop_down;      /* (nullable): as the others below, until they are looked at */
  GtkCheckButton *credit_button;
  GtkCheckButton *unknown_button;
  GtkCheckButton *attribution_buttons[HFS_ATTRIBUTION_MINE + 1];

  HfsQuery *query;                /* (owned) (nullable) */
  HfsDimensionId by[HFS_N_DIMENSIONS];
  guint n_by;
  gboolean updating;              /* the choices follow the query, and not the query the choices */
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *key;
  const char *label;
} attributions[] = {
  [HFS_ATTRIBUTION_PUBLISHED] = { "published", N_("As this program places them") },
  [HFS_ATTRIBUTION_ATOM] = { "atom", N_("As the ATOM Project places them") },
  [HFS_ATTRIBUTION_MINE] = { "mine", N_("As you place them") },
};

G_DEFINE_FINAL_TYPE (HfsMoreOptions, hfs_more_options, GTK_TYPE_WIDGET)

/* Asks the query that differs in one key. */
static void
ask (HfsMoreOptions *self,
     const char     *key,
     const char     *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = NULL;

  if (self->updating || self->query == NULL)
    return;
  query = hfs_query_with (self->query, key, value, &error);
  if (query == NULL)
    g_warning ("%s", error->message);
  else if (!hfs_query_equal (query, self->query))
    g_signal_emit (self, signals[ASKED], 0, query);
}

static void
by_selected_cb (HfsMoreOptions *self)
{
  guint selected = gtk_drop_down_get_selected (self->by_drop_down);

  if (selected <= self->n_by)
    ask (self, "by", selected == 0 ? NULL : hfs_dimension_get (self->by[selected - 1])->name);
}

static void
credit_toggled_cb (HfsMoreOptions *self)
{
  ask (self, "credit", gtk_check_button_get_active (self->credit_button) ? "base" : NULL);
}

static void
unknown_toggled_cb (HfsMoreOptions *self)
{
  ask (self, "unknown", gtk_check_button_get_active (self->unknown_button) ? "exclude" : NULL);
}

static void
attribution_toggled_cb (HfsMoreOptions *self,
                        GParamSpec     *pspec,
                        GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (attributions); i++)
    if (button == self->attribution_buttons[i])
      ask (self, "attribution", i == HFS_ATTRIBUTION_PUBLISHED ? NULL : attributions[i].key);
}

/* What the answer can be divided by: not what it is about already. */
static void
fill_by (HfsMoreOptions *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  HfsDimensionId by = HFS_N_DIMENSIONS;
  guint selected = 0;

  hfs_query_get_by (self->query, &by);
  self->n_by = 0;
  gtk_string_list_append (names, C_("divide by", "Nothing"));
  for (HfsDimensionId id = 0; id < HFS_N_DIMENSIONS; id++)
    {
      g_autoptr (HfsQuery) divided = hfs_query_with (self->query, "by", hfs_dimension_get (id)->name, NULL);

      if (divided == NULL)
        continue;
      self->by[self->n_by++] = id;
      gtk_string_list_append (names, _(hfs_dimension_get (id)->heading));
      if (id == by)
        selected = self->n_by;
    }
  gtk_drop_down_set_model (self->by_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->by_drop_down, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->by_drop_down), self->n_by > 0);
  hfs_accessible_name (GTK_WIDGET (self->by_drop_down), _("Divide by"));
  hfs_accessible_name (gtk_widget_get_first_child (GTK_WIDGET (self->by_drop_down)), _("Divide by"));
}

static void
update (HfsMoreOptions *self)
{
  if (self->query == NULL || self->by_drop_down == NULL)
    return;
  self->updating = TRUE;
  fill_by (self);
  gtk_check_button_set_active (self->credit_button, hfs_query_get_credit (self->query) == HFS_CREDIT_BASE);
  gtk_check_button_set_active (self->unknown_button, !hfs_query_get_shows_unknown (self->query));
  gtk_check_button_set_active (self->attribution_buttons[hfs_query_get_attribution (self->query)], TRUE);
  self->updating = FALSE;
}

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* The same width whether it is asked for or given, so that the popover is as high as its text. */
  gtk_label_set_width_chars (GTK_LABEL (label), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A choice and the sentence that says what it does. */
static GtkCheckButton *
add_choice (HfsMoreOptions *self,
            GtkWidget      *box,
            const char     *label,
            const char     *sentence,
            GCallback       toggled)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "notify::active", toggled, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  if (sentence != NULL)
    {
      GtkWidget *text = new_text (sentence, "quiet");

      gtk_widget_set_margin_start (text, 30);
      gtk_box_append (GTK_BOX (box), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
  return GTK_CHECK_BUTTON (button);
}

static void
add_attributions (HfsMoreOptions *self,
                  GtkWidget      *box)
{
  gtk_box_append (GTK_BOX (box), new_text (_("Countries and types of publishers"), "heading"));
  gtk_box_append (GTK_BOX (box), new_text (_("Others place some publishers elsewhere, and the answer can change with that."),
                                           "quiet"));
  for (guint i = 0; i < G_N_ELEMENTS (attributions); i++)
    {
      self->attribution_buttons[i] = add_choice (self, box, _(attributions[i].label), NULL,
                                                 G_CALLBACK (attribution_toggled_cb));
      gtk_check_button_set_group (self->attribution_buttons[i], i == 0 ? NULL : self->attribution_buttons[0]);
    }
}

static void
build (GtkMenuButton *button,
       gpointer       data)
{
  HfsMoreOptions *self = data;
  GtkWidget *box, *popover;

  if (self->by_drop_down != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  popover = gtk_popover_new ();
  self->updating = TRUE;
  gtk_box_append (GTK_BOX (box), new_text (_("Divide by"), "heading"));
  self->by_drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_object (self->by_drop_down, "notify::selected", G_CALLBACK (by_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->by_drop_down));
  gtk_box_append (GTK_BOX (box), new_text (_("Each row of the answer is shown in parts."), "quiet"));
  self->unknown_button = add_choice (self, box, _("_Leave out what is not known"),
                                     _("Shares are then of what is known only, and are larger."),
                                     G_CALLBACK (unknown_toggled_cb));
  self->credit_button = add_choice (self, box, _("Count copies for the _original publisher"),
                                    _("Many downloads are of copies: compressed or trained further by someone else. "
                                      "Else they count for whoever uploaded them."),
                                    G_CALLBACK (credit_toggled_cb));
  add_attributions (self, box);
  self->updating = FALSE;
  gtk_widget_add_css_class (box, "more-options");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  update (self);
}

static void
hfs_more_options_dispose (GObject *object)
{
  HfsMoreOptions *self = HFS_MORE_OPTIONS (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  self->by_drop_down = NULL;
  g_clear_object (&self->query);

  G_OBJECT_CLASS (hfs_more_options_parent_class)->dispose (object);
}

static void
hfs_more_options_class_init (HfsMoreOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_more_options_dispose;

  /**
   * HfsMoreOptions::asked:
   * @query: what is asked now
   *
   * The reader made a choice.
   */
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, HFS_TYPE_QUERY);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_more_options_init (HfsMoreOptions *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("_More"));
  gtk_menu_button_set_use_underline (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, build, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("More ways to count"));
  hfs_accessible_name (GTK_WIDGET (self->button), _("More ways to count"));
  hfs_accessible_name (gtk_widget_get_first_child (GTK_WIDGET (self->button)), _("More ways to count"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * hfs_more_options_set_query:
 * @query: what the choices show; emits no signal
 */
void
hfs_more_options_set_query (HfsMoreOptions *self,
                            HfsQuery       *query)
{
  g_set_object (&self->query, query);
  update (self);
}
