/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claim-doubts.h"

#include "hfs-format.h"
#include "hfs-range-bar.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/* What the line of a ratio ends at, as a multiple of the largest number on it. */
#define ROOM 1.25

static char *
dup_value (double       value,
           HfsStatistic statistic)
{
  g_autofree char *number = NULL;

  if (hfs_statistic_is_share (statistic))
    return hfs_format_share (value);
  number = hfs_format_decimal (value, 2);
  return g_strdup_printf (_("%s times"), number);
}

/* “What if the unknown…”: the range, drawn and in words. */
static void
append_range (GtkBox          *box,
              const HfsBounds *bounds,
              HfsClaim        *claim)
{
  HfsStatistic statistic = hfs_claim_get_recipe (claim)->statistic;
  g_autofree char *sentence = hfs_bounds_dup_sentence (bounds, claim);
  g_autofree char *least = dup_value (bounds->values[HFS_BOUND_LEAST], statistic);
  g_autofree char *most = dup_value (bounds->values[HFS_BOUND_MOST], statistic);
  /* Translators: the ends of a range. */
  g_autofree char *ends = g_strdup_printf (_("From %1$s to %2$s; the stroke marks our number as it is counted."), least, most);
  double whole = hfs_statistic_is_share (statistic) ? 1 : MAX (bounds->values[HFS_BOUND_MOST], 1) * ROOM;

  gtk_box_append (box, hfs_heading_label (_("What if the unknown were known?"), "term"));
  gtk_box_append (box, hfs_range_bar_new (bounds->values[HFS_BOUND_LEAST], bounds->values[HFS_BOUND_MOST],
                                          bounds->values[HFS_BOUND_COUNTED], whole, ends));
  gtk_box_append (box, hfs_text_label (ends, "quiet"));
  gtk_box_append (box, hfs_text_label (sentence, NULL));
}

static void
append_doubts (GtkBox          *box,
               HfsCheckedClaim *claim)
{
  const char * const *doubts = hfs_checked_claim_get_doubts (claim);

  gtk_box_append (box, hfs_heading_label (_("Which single publisher would change it?"), "term"));
  if (*doubts == NULL)
    gtk_box_append (box, hfs_text_label (_("None that we know of. Newer data, or data that count as the source does, could."), NULL));
  for (; *doubts != NULL; doubts++)
    gtk_box_append (box, hfs_text_label (*doubts, NULL));
}

static void
append_link (GtkBox     *box,
             const char *text,
             const char *uri)
{
  g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", uri, text);
  GtkWidget *label = hfs_text_label (NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_tooltip_text (label, uri);
  gtk_box_append (box, label);
}

static void
append_sources (GtkBox     *box,
                HfsVerdict *verdict)
{
  HfsClaim *claim = hfs_verdict_get_claim (verdict);
  const HfsTallied *tallied = hfs_verdict_get_tallied (verdict);

  gtk_box_append (box, hfs_heading_label (_("Sources"), "term"));
  for (guint i = 0; i < hfs_claim_get_n_sources (claim); i++)
    {
      const HfsClaimSource *source = hfs_claim_get_source (claim, i);
      g_autofree char *date = hfs_format_date (source->date);
      /* Translators: a source and its date. */
      g_autofree char *text = g_strdup_printf (_("%1$s, %2$s"), source->title, date);

      append_link (box, text, source->uri);
    }
  if (tallied != NULL)
    {
      g_autofree char *date = hfs_format_date (tallied->date);
      /* Translators: who counted, and the date of the count. */
      g_autofree char *text = g_strdup_printf (_("The count of others: %1$s, %2$s"), tallied->source, date);

      append_link (box, text, tallied->uri);
    }
}

/**
 * hfs_claim_doubts_new:
 *
 * Returns: (transfer floating): what could change the verdict of a claim, of what it is said, and where it is published
 */
GtkWidget *
hfs_claim_doubts_new (HfsCheckedClaim *claim)
{
  HfsVerdict *verdict = hfs_checked_claim_get_verdict (claim);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const HfsBounds *bounds = hfs_checked_claim_get_bounds (claim);

  gtk_widget_add_css_class (box, "doubts-list");
  if (bounds != NULL)
    append_range (GTK_BOX (box), bounds, hfs_verdict_get_claim (verdict));
  if (hfs_verdict_get_finding (verdict) != NULL)
    append_doubts (GTK_BOX (box), claim);
  append_sources (GTK_BOX (box), verdict);
  return box;
}
