/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-classify-dialog.h"

#include "hfs-accessible-name.h"
#include "hfs-countries.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsClassifyDialog:
 *
 * Changes the country or the kind of one publisher, with a reason.
 */
struct _HfsClassifyDialog
{
  AdwWindow parent_instance;

  GtkEditable *account;
  GtkLabel *now;
  GtkDropDown *choices[HFS_N_OVERRIDE_FIELDS];
  GPtrArray *values[HFS_N_OVERRIDE_FIELDS];  /* (owned) (element-type utf8): what the choices stand for; the first is NULL */
  GtkEditable *reason;
  GtkLabel *fault;

  HfsClassification *classification;  /* (owned) */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsClassifyDialog, hfs_classify_dialog, ADW_TYPE_WINDOW)

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (hfs_country_get_name (*(const char * const *) a), hfs_country_get_name (*(const char * const *) b));
}

/* All countries by their names in the reader's language. */
static GPtrArray *
list_countries (void)
{
  static const char * const others[] = { HFS_COUNTRY_INTERNATIONAL, HFS_COUNTRY_UNSTATED, HFS_COUNTRY_UNKNOWN };
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (char first = 'A'; first <= 'Z'; first++)
    for (char second = 'A'; second <= 'Z'; second++)
      {
        const char code[] = { first, second, '\0' };

        if (hfs_country_from_key (code) != NULL)
          g_ptr_array_add (keys, g_strdup (code));
      }
  g_ptr_array_sort (keys, compare_names);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (keys, g_strdup (others[i]));
  return keys;
}

static GPtrArray *
list_types (void)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < HFS_N_DEVELOPER_TYPES; i++)
    g_ptr_array_add (keys, g_strdup (hfs_developer_type_get_key (i)));
  return keys;
}

static void
fill_choice (HfsClassifyDialog *self,
             HfsOverrideField   field)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) in_button = hfs_text_factory (24, FALSE);
  g_autoptr (GtkListItemFactory) in_list = hfs_text_factory (36, TRUE);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->values[field] = field == HFS_OVERRIDE_COUNTRY ? list_countries () : list_types ();
  g_ptr_array_insert (self->values[field], 0, NULL);
  gtk_string_list_append (names, _("As it is"));
  for (guint i = 1; i < self->values[field]->len; i++)
    {
      g_autofree char *name = hfs_classification_dup_label (field, g_ptr_array_index (self->values[field], i));

      gtk_string_list_append (names, name);
    }
  g_object_set (self->choices[field], "model", names, "expression", expression, "factory", in_button, "list-factory", in_list,
                "enable-search", field == HFS_OVERRIDE_COUNTRY, NULL);
}

/* What counts for the account now. */
static void
account_cb (HfsClassifyDialog *self)
{
  HfsPublishers *publishers = hfs_engine_get_publishers (hfs_classification_get_engine (self->classification));
  const char *account = gtk_editable_get_text (self->account);
  const HfsPublisher *publisher = hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_MINE, account);
  g_autofree char *country = hfs_classification_dup_label (HFS_OVERRIDE_COUNTRY, publisher ? publisher->country : HFS_COUNTRY_UNKNOWN);
  g_autofree char *type = hfs_classification_dup_label (HFS_OVERRIDE_TYPE,
                                                        hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
  /* Translators: what is known of a publisher: the country, the kind of developer. */
  g_autofree char *text = *account != '\0' ? g_strdup_printf (_("Now: %1$s; %2$s."), country, type) : NULL;

  gtk_label_set_text (self->now, text ? text : "");
}

static gboolean
save_field (HfsClassifyDialog  *self,
            HfsOverrideField    field,
            GError            **error)
{
  guint selected = gtk_drop_down_get_selected (self->choices[field]);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *account = g_strstrip (g_strdup (gtk_editable_get_text (self->account)));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  HfsOverride draft = { account, field, NULL, reason, date };

  if (selected == 0 || selected >= self->values[field]->len)
    return TRUE;
  draft.value = g_ptr_array_index (self->values[field], selected);
  return hfs_overrides_set (hfs_classification_get_overrides (self->classification), &draft, error);
}

static void
save_cb (HfsClassifyDialog *self)
{
  if (hfs_classify_dialog_save (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
hfs_classify_dialog_dispose (GObject *object)
{
  HfsClassifyDialog *self = HFS_CLASSIFY_DIALOG (object);

  for (guint i = 0; i < HFS_N_OVERRIDE_FIELDS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_clear_object (&self->classification);

  G_OBJECT_CLASS (hfs_classify_dialog_parent_class)->dispose (object);
}

static void
hfs_classify_dialog_class_init (HfsClassifyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_classify_dialog_dispose;

  /**
   * HfsClassifyDialog::saved:
   * @n_steps: how many steps take it back
   *
   * The change counts.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
append_field (GtkBox     *box,
              const char *name,
              GtkWidget  *field)
{
  GtkWidget *label = hfs_text_label (name, "term");

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_label_set_use_underline (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
  gtk_box_append (box, field);
}

static void
fill_form (HfsClassifyDialog *self,
           GtkBox            *form)
{
  self->account = GTK_EDITABLE (gtk_entry_new ());
  self->now = GTK_LABEL (hfs_text_label (NULL, "quiet"));
  self->reason = GTK_EDITABLE (gtk_entry_new ());
  self->fault = GTK_LABEL (hfs_text_label (NULL, "fault"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("What you know, and where it can be seen"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), TRUE);
  append_field (form, _("_Account on the Hub"), GTK_WIDGET (self->account));
  gtk_box_append (form, GTK_WIDGET (self->now));
  for (guint field = 0; field < HFS_N_OVERRIDE_FIELDS; field++)
    {
      self->choices[field] = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
      fill_choice (self, field);
      append_field (form, field == HFS_OVERRIDE_COUNTRY ? _("_Country") : _("_Kind of developer"), GTK_WIDGET (self->choices[field]));
    }
  hfs_accessible_name (GTK_WIDGET (self->choices[HFS_OVERRIDE_COUNTRY]), _("Country"));
  hfs_accessible_name (GTK_WIDGET (self->choices[HFS_OVERRIDE_TYPE]), _("Kind of developer"));
  hfs_accessible_name (GTK_WIDGET (self->account), _("Account on the Hub"));
  hfs_accessible_name (GTK_WIDGET (self->reason), _("Reason"));
  append_field (form, _("_Reason"), GTK_WIDGET (self->reason));
  gtk_box_append (form, GTK_WIDGET (self->fault));
  g_signal_connect_object (self->account, "changed", G_CALLBACK (account_cb), self, G_CONNECT_SWAPPED);
}

static void
hfs_classify_dialog_init (HfsClassifyDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *save = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_window_set_title (GTK_WINDOW (self), _("Classify a publisher"));
  gtk_window_set_default_size (GTK_WINDOW (self), 360, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  gtk_widget_add_css_class (save, "suggested-action");
  hfs_accessible_name (cancel, _("Cancel"));
  hfs_accessible_name (save, _("Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  fill_form (self, GTK_BOX (form));
  gtk_widget_add_css_class (form, "form");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), form);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
}

/**
 * hfs_classify_dialog_new:
 * @classification: what is changed
 * @publisher: (nullable): the account to begin with
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
hfs_classify_dialog_new (HfsClassification *classification,
                         const char        *publisher)
{
  HfsClassifyDialog *self = g_object_new (HFS_TYPE_CLASSIFY_DIALOG, NULL);

  self->classification = g_object_ref (classification);
  if (publisher != NULL)
    gtk_editable_set_text (self->account, publisher);
  gtk_widget_grab_focus (publisher ? GTK_WIDGET (self->choices[HFS_OVERRIDE_COUNTRY]) : GTK_WIDGET (self->account));
  return GTK_WIDGET (self);
}

/**
 * hfs_classify_dialog_save:
 *
 * Lets the change count; when it cannot, says why and stays open.
 *
 * Returns: whether it counts
 */
gboolean
hfs_classify_dialog_save (HfsClassifyDialog *self)
{
  g_autoptr (GError) error = NULL;
  guint n_steps = (gtk_drop_down_get_selected (self->choices[HFS_OVERRIDE_COUNTRY]) != 0) +
                  (gtk_drop_down_get_selected (self->choices[HFS_OVERRIDE_TYPE]) != 0);

  if (n_steps == 0)
    {
      gtk_label_set_text (self->fault, _("Choose a country or a kind of developer."));
      return FALSE;
    }
  for (guint field = 0; field < HFS_N_OVERRIDE_FIELDS; field++)
    if (!save_field (self, field, &error))
      {
        gtk_label_set_text (self->fault, error->message);
        return FALSE;
      }
  g_signal_emit (self, signals[SAVED], 0, n_steps);
  return TRUE;
}
