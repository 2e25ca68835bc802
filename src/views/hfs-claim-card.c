/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claim-card.h"

#include "hfs-accessible-name.h"
#include "hfs-claim-doubts.h"
#include "hfs-format.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * HfsClaimCard:
 *
 * One claim in the list of claims: what it says, the verdict, the published figure and ours side by side, how ours comes
 * about, why the verdict is as it is, and what could change it. Activating it opens the chart behind it.
 */
struct _HfsClaimCard
{
  GtkListBoxRow parent_instance;

  HfsCheckedClaim *claim;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsClaimCard, hfs_claim_card, GTK_TYPE_LIST_BOX_ROW)

static void
hfs_claim_card_dispose (GObject *object)
{
  g_clear_object (&HFS_CLAIM_CARD (object)->claim);

  G_OBJECT_CLASS (hfs_claim_card_parent_class)->dispose (object);
}

static void
hfs_claim_card_class_init (HfsClaimCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_claim_card_dispose;
}

static void
hfs_claim_card_init (HfsClaimCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "claim");
}

static GtkWidget *
new_head (HfsVerdict *verdict)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = hfs_text_label (hfs_claim_get_text (hfs_verdict_get_claim (verdict)), "claim-text");
  GtkWidget *pill = gtk_label_new (hfs_verdict_kind_get_name (hfs_verdict_get_kind (verdict)));
  GtkLayoutManager *layout = g_object_new (HFS_TYPE_WRAP_LAYOUT, "spacing", 6, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (title), 58);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (pill, "verdict");
  gtk_widget_add_css_class (pill, hfs_verdict_kind_get_key (hfs_verdict_get_kind (verdict)));
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (head, layout);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), pill);
  return head;
}

static GtkWidget *
new_figure (const char *figure,
            const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = hfs_text_label (caption, "quiet");

  gtk_label_set_max_width_chars (GTK_LABEL (text), 34);
  gtk_box_append (GTK_BOX (box), hfs_text_label (figure, "figure"));
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static char *
dup_published_caption (HfsClaim        *claim,
                       const HfsFigure *figure)
{
  const HfsClaimSource *source = hfs_claim_get_source (claim, figure->source);
  g_autofree char *date = hfs_format_date (source->date);

  /* Two sources of one figure are told apart by their titles. */
  if (hfs_claim_get_n_figures (claim) > 1)
    /* Translators: where a figure is from: the source, its date. */
    return g_strdup_printf (_("%1$s, %2$s"), source->title, date);
  /* Translators: under a published figure; %s is a time, such as “the past year”. */
  return g_strdup_printf (_("Published: %s"), hfs_claim_get_window_text (claim));
}

static char *
dup_our_caption (HfsVerdict *verdict)
{
  const HfsFinding *finding = hfs_verdict_get_finding (verdict);
  g_autofree char *date = hfs_verdict_get_date (verdict) ? hfs_format_date (hfs_verdict_get_date (verdict)) : NULL;

  if (hfs_verdict_get_tallied (verdict) != NULL)
    /* Translators: under a figure that neither the report nor our data have; %s is a date. */
    return g_strdup_printf (_("Counted by others: %s"), date);
  if (finding == NULL)
    return g_strdup (_("Our data do not tell"));
  switch (hfs_finding_get_window (finding))
    {
    case HFS_WINDOW_DAYS_30:
      /* Translators: under our own figure; %s is a date. */
      return g_strdup_printf (_("Our data: 30 days to %s"), date);
    case HFS_WINDOW_ALL_TIME:
      return g_strdup_printf (_("Our data: all time to %s"), date);
    default:
      return g_strdup_printf (_("Our data: on %s"), date);
    }
}

static GtkWidget *
new_figures (HfsVerdict *verdict)
{
  HfsClaim *claim = hfs_verdict_get_claim (verdict);
  GtkWidget *figures = hfs_wrap_box_new (16);
  g_autofree char *ours = hfs_verdict_dup_ours (verdict);
  g_autofree char *caption = dup_our_caption (verdict);

  for (guint i = 0; i < hfs_claim_get_n_figures (claim); i++)
    {
      const HfsFigure *figure = hfs_claim_get_figure (claim, i);
      g_autofree char *published = dup_published_caption (claim, figure);

      gtk_box_append (GTK_BOX (figures), new_figure (figure->text, published));
    }
  gtk_box_append (GTK_BOX (figures), new_figure (ours ? ours : "–", caption));
  return figures;
}

/* Made when it is first opened: most cards never are. */
static void
toggled_cb (GtkToggleButton *button,
            HfsClaimCard    *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *doubts = gtk_widget_get_next_sibling (GTK_WIDGET (button));

  if (doubts == NULL)
    {
      doubts = hfs_claim_doubts_new (self->claim);
      gtk_box_append (GTK_BOX (box), doubts);
    }
  gtk_widget_set_visible (doubts, gtk_toggle_button_get_active (button));
}

/* No expander: a click on one would also open the chart behind the card. */
static GtkWidget *
new_toggle (HfsClaimCard *self)
{
  const char *text = _("What would change this, and the sources");
  GtkWidget *button = gtk_toggle_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic",
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (content), hfs_text_label (text, "name"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  hfs_accessible_name (button, text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "doubts");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  return button;
}

static void
update_spoken (HfsClaimCard *self)
{
  HfsVerdict *verdict = hfs_checked_claim_get_verdict (self->claim);
  g_autofree char *published = hfs_verdict_dup_published (verdict);
  g_autofree char *ours = hfs_verdict_dup_ours (verdict);
  const char *name = hfs_verdict_kind_get_name (hfs_verdict_get_kind (verdict));
  const char *text = hfs_claim_get_text (hfs_verdict_get_claim (verdict));
  g_autofree char *spoken = NULL;

  if (ours != NULL)
    /* Translators: what a screen reader says for a claim: what it says, the verdict, the published figure, ours. */
    spoken = g_strdup_printf (_("%1$s Verdict: %2$s. Published: %3$s. Our data: %4$s."), text, name, published, ours);
  else
    spoken = g_strdup_printf (_("%1$s Verdict: %2$s. Published: %3$s."), text, name, published);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * hfs_claim_card_new:
 * @claim: what to show
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
hfs_claim_card_new (HfsCheckedClaim *claim)
{
  HfsClaimCard *self = g_object_new (HFS_TYPE_CLAIM_CARD, NULL);

  hfs_claim_card_set_claim (self, claim);
  return GTK_WIDGET (self);
}

/**
 * hfs_claim_card_get_claim:
 *
 * Returns: (transfer none): what is shown
 */
HfsCheckedClaim *
hfs_claim_card_get_claim (HfsClaimCard *self)
{
  return self->claim;
}

/**
 * hfs_claim_card_set_claim:
 * @claim: what to show
 */
void
hfs_claim_card_set_claim (HfsClaimCard    *self,
                          HfsCheckedClaim *claim)
{
  HfsVerdict *verdict = hfs_checked_claim_get_verdict (claim);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *arithmetic = hfs_verdict_dup_arithmetic (verdict);
  g_autofree char *why = hfs_verdict_dup_why (verdict);

  g_set_object (&self->claim, claim);
  gtk_widget_add_css_class (box, "card");
  gtk_box_append (GTK_BOX (box), new_head (verdict));
  gtk_box_append (GTK_BOX (box), new_figures (verdict));
  if (arithmetic != NULL)
    gtk_box_append (GTK_BOX (box), hfs_text_label (arithmetic, NULL));
  gtk_box_append (GTK_BOX (box), hfs_text_label (why, NULL));
  gtk_box_append (GTK_BOX (box), new_toggle (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  update_spoken (self);
}
