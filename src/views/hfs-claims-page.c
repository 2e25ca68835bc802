/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claims-page.h"

#include "hfs-action-button.h"
#include "hfs-claim-card.h"
#include "hfs-edition-picker.h"
#include "hfs-format.h"
#include "hfs-page.h"
#include "hfs-text-label.h"
#include "hfs-verdict-list.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* How long one step of filling the list may take: a part of a frame, so that none is late. */
#define SLICE_US 4000

/**
 * HfsClaimsPage:
 *
 * “Does the report hold?”: how many claims hold, and a card for each, to be filtered by verdict and by report.
 */
struct _HfsClaimsPage
{
  HfsColumnPage parent_instance;

  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *editions;      /* HfsEditionPicker */
  GtkToggleButton *buttons[HFS_N_VERDICTS + 1];  /* the last one is for all */

  HfsVerdictList *verdicts; /* (owned) */
  HfsVerdictKind kind;      /* %HFS_N_VERDICTS for all */
  gboolean going;           /* to a place, which is no step of the reader */
  guint next;               /* the first claim that has no card, or an old one */
  guint fill_id;
};

static void page_iface_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsClaimsPage, hfs_claims_page, HFS_TYPE_COLUMN_PAGE,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, page_iface_init))

/* What stands for all verdicts in a place. */
#define ALL "all"

static const char * const filter_names[HFS_N_VERDICTS + 1] = {
  N_("Hold"), N_("Moved"), N_("Differ"), N_("Definition"), N_("Cannot be tested"), N_("All"),
};

static void
fill_next (HfsClaimsPage *self)
{
  g_autoptr (HfsCheckedClaim) claim = g_list_model_get_item (G_LIST_MODEL (self->verdicts), self->next);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) self->next);

  if (row != NULL)
    hfs_claim_card_set_claim (HFS_CLAIM_CARD (row), claim);
  else
    gtk_list_box_append (self->list, hfs_claim_card_new (claim));
  self->next++;
}

static gboolean
fill_cb (gpointer data)
{
  HfsClaimsPage *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_US;
  GtkListBoxRow *row;

  while (self->next < g_list_model_get_n_items (G_LIST_MODEL (self->verdicts)))
    {
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
      fill_next (self);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) self->next)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_invalidate_filter (self->list);
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
update_counts (HfsClaimsPage *self)
{
  HfsEdition *edition = hfs_edition_picker_get_edition (HFS_EDITION_PICKER (self->editions));

  for (guint kind = 0; kind <= HFS_N_VERDICTS; kind++)
    {
      guint n = hfs_verdict_list_count (self->verdicts, kind, edition);
      g_autofree char *number = hfs_format_integer (n);
      /* Translators: a button that shows only claims with one verdict: the verdict, how many. */
      g_autofree char *text = g_strdup_printf (_("%1$s %2$s"), _(filter_names[kind]), number);

      gtk_button_set_label (GTK_BUTTON (self->buttons[kind]), text);
      gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[kind]), n > 0 || kind == HFS_N_VERDICTS || kind == self->kind);
    }
}

static void
verdicts_changed_cb (HfsClaimsPage *self)
{
  g_autofree char *summary = hfs_verdict_list_dup_summary (self->verdicts);

  gtk_label_set_text (self->summary, *summary != '\0' ? summary : _("The claims are being checked…"));
  update_counts (self);
  self->next = 0;
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static gboolean
shows_row (GtkListBoxRow *row,
           gpointer       data)
{
  HfsClaimsPage *self = data;
  HfsCheckedClaim *claim = hfs_claim_card_get_claim (HFS_CLAIM_CARD (row));
  HfsEdition *edition = hfs_edition_picker_get_edition (HFS_EDITION_PICKER (self->editions));

  return (edition == NULL || hfs_checked_claim_get_edition (claim) == edition) &&
         (self->kind == HFS_N_VERDICTS || hfs_verdict_get_kind (hfs_checked_claim_get_verdict (claim)) == self->kind);
}

static void
edition_cb (HfsClaimsPage *self)
{
  update_counts (self);
  gtk_list_box_invalidate_filter (self->list);
  if (!self->going)
    hfs_page_moved (HFS_PAGE (self));
}

static void
toggled_cb (GtkToggleButton *button,
            HfsClaimsPage   *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint kind = 0; kind <= HFS_N_VERDICTS; kind++)
    if (self->buttons[kind] == button)
      self->kind = kind;
  update_counts (self);
  gtk_list_box_invalidate_filter (self->list);
  if (!self->going)
    hfs_page_moved (HFS_PAGE (self));
}

static void
activated_cb (HfsClaimsPage *self,
              HfsClaimCard  *card)
{
  g_autofree char *query = hfs_checked_claim_dup_place (hfs_claim_card_get_claim (card));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "s", query);
}

static const char *
get_kind_key (guint kind)
{
  return kind == HFS_N_VERDICTS ? ALL : hfs_verdict_kind_get_key (kind);
}

static char *
hfs_claims_page_dup_place (HfsPage *page)
{
  HfsClaimsPage *self = HFS_CLAIMS_PAGE (page);
  HfsEdition *edition = hfs_edition_picker_get_edition (HFS_EDITION_PICKER (self->editions));

  if (edition == NULL)
    return g_strdup_printf ("claims?verdict=%s", get_kind_key (self->kind));
  return g_strdup_printf ("claims?verdict=%s&report=%s", get_kind_key (self->kind), hfs_edition_get_id (edition));
}

static gboolean
fail_place (const char  *word,
            GError     **error)
{
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE, _("The claims cannot be shown by “%s”."), word);
  return FALSE;
}

static gboolean
hfs_claims_page_go_to (HfsPage     *page,
                       const char  *place,
                       GError     **error)
{
  HfsClaimsPage *self = HFS_CLAIMS_PAGE (page);
  const char *mark = strchr (place, '?');
  g_autoptr (GHashTable) pairs = g_uri_parse_params (mark ? mark + 1 : "", -1, "&", G_URI_PARAMS_NONE, error);
  const char *verdict = pairs ? g_hash_table_lookup (pairs, "verdict") : NULL;
  const char *report = pairs ? g_hash_table_lookup (pairs, "report") : NULL;
  gboolean has_report;
  guint kind = 0;

  if (pairs == NULL)
    return FALSE;
  if (g_hash_table_size (pairs) != (guint) (verdict != NULL) + (report != NULL))
    return fail_place (mark + 1, error);
  while (kind < HFS_N_VERDICTS && g_strcmp0 (get_kind_key (kind), verdict) != 0)
    kind++;
  if (kind == HFS_N_VERDICTS && verdict != NULL && !g_str_equal (verdict, ALL))
    return fail_place (verdict, error);
  self->going = TRUE;
  has_report = hfs_edition_picker_choose (HFS_EDITION_PICKER (self->editions), report);
  if (has_report)
    gtk_toggle_button_set_active (self->buttons[kind], TRUE);
  self->going = FALSE;
  return has_report || fail_place (report, error);
}

static void
page_iface_init (HfsPageInterface *iface)
{
  iface->dup_place = hfs_claims_page_dup_place;
  iface->go_to = hfs_claims_page_go_to;
}

static void
hfs_claims_page_dispose (GObject *object)
{
  g_clear_handle_id (&HFS_CLAIMS_PAGE (object)->fill_id, g_source_remove);

  G_OBJECT_CLASS (hfs_claims_page_parent_class)->dispose (object);
}

static void
hfs_claims_page_finalize (GObject *object)
{
  g_clear_object (&HFS_CLAIMS_PAGE (object)->verdicts);

  G_OBJECT_CLASS (hfs_claims_page_parent_class)->finalize (object);
}

static void
hfs_claims_page_class_init (HfsClaimsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_claims_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_claims_page_finalize;
}

static GtkWidget *
new_filters (HfsClaimsPage *self)
{
  GtkWidget *box = hfs_wrap_box_new (6);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which claims are shown"), -1);
  for (guint i = 0; i <= HFS_N_VERDICTS; i++)
    {
      /* All come first. */
      guint kind = i == 0 ? HFS_N_VERDICTS : i - 1;
      GtkWidget *button = gtk_toggle_button_new ();

      self->buttons[kind] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "filter");
      gtk_toggle_button_set_group (self->buttons[kind], i > 0 ? self->buttons[HFS_N_VERDICTS] : NULL);
      gtk_toggle_button_set_active (self->buttons[kind], i == 0);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  self->editions = hfs_edition_picker_new ();
  g_signal_connect_object (self->editions, "notify::edition", G_CALLBACK (edition_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->editions);
  hfs_action_button_add (box, _("_Export the Claims…"), _("Export the claims to a file"), "win.export-claims", NULL);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 12);
  return box;
}

static GtkListBox *
new_list (HfsClaimsPage *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (list, hfs_text_label (_("No claim is like this."), "quiet"));
  gtk_list_box_set_filter_func (list, shows_row, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (list), "claims");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Claims"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static void
hfs_claims_page_init (HfsClaimsPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));

  self->kind = HFS_N_VERDICTS;
  self->summary = GTK_LABEL (hfs_text_label (NULL, "answer"));
  gtk_label_set_selectable (self->summary, TRUE);
  gtk_box_append (column, hfs_heading_label (_("Does the report hold?"), "question"));
  gtk_box_append (column, GTK_WIDGET (self->summary));
  gtk_box_append (column, hfs_text_label (_("Verdicts are worked out from the data at hand. Choose a claim to see the chart behind it."), "quiet"));
  gtk_box_append (column, new_filters (self));
  self->list = new_list (self);
  gtk_box_append (column, GTK_WIDGET (self->list));
}

/**
 * hfs_claims_page_new:
 * @verdicts: a [class@VerdictList]
 *
 * Returns: (transfer floating): a page that follows @verdicts
 */
GtkWidget *
hfs_claims_page_new (GListModel *verdicts)
{
  HfsClaimsPage *self = g_object_new (HFS_TYPE_CLAIMS_PAGE, NULL);

  self->verdicts = g_object_ref (HFS_VERDICT_LIST (verdicts));
  hfs_edition_picker_set_editions (HFS_EDITION_PICKER (self->editions), hfs_verdict_list_get_editions (self->verdicts));
  g_signal_connect_object (verdicts, "items-changed", G_CALLBACK (verdicts_changed_cb), self, G_CONNECT_SWAPPED);
  verdicts_changed_cb (self);
  return GTK_WIDGET (self);
}
