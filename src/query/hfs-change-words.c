/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes.h"

#include "hfs-csv.h"
#include "hfs-format.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *key;
  const char *title;
} kinds[HFS_N_CHANGE_KINDS] = {
  [HFS_CHANGE_NEW] = { "new", N_("New among the 100 most downloaded") },
  [HFS_CHANGE_RISE] = { "rise", N_("Biggest rises") },
  [HFS_CHANGE_FALL] = { "fall", N_("Biggest falls") },
  [HFS_CHANGE_COUNTRY] = { "country", N_("Countries") },
  [HFS_CHANGE_TYPE] = { "developer-type", N_("Developer types") },
};

/**
 * hfs_change_kind_get_key:
 *
 * Returns: (transfer none): what stands for the kind in files
 */
const char *
hfs_change_kind_get_key (HfsChangeKind kind)
{
  return kinds[kind].key;
}

/**
 * hfs_change_kind_get_title:
 *
 * Returns: (transfer none): the heading for changes of the kind
 */
const char *
hfs_change_kind_get_title (HfsChangeKind kind)
{
  return _(kinds[kind].title);
}

/**
 * hfs_change_dup_sentence:
 *
 * Returns: (transfer full): the change as a sentence
 */
char *
hfs_change_dup_sentence (const HfsChange *change)
{
  g_autofree char *before = hfs_format_amount (change->before), *after = hfs_format_amount (change->after);
  g_autofree char *before_share = hfs_format_share (change->before_share);
  g_autofree char *after_share = hfs_format_share (change->after_share);
  g_autofree char *rank = hfs_format_integer (change->after_rank), *before_rank = hfs_format_integer (change->before_rank);

  switch (change->kind)
    {
    case HFS_CHANGE_NEW:
      if (change->before_rank > 0)
        return g_strdup_printf (_("%1$s came from place %2$s to place %3$s, with %4$s downloads."), change->label,
                                before_rank, rank, after);
      return g_strdup_printf (_("%1$s is new on place %2$s, with %3$s downloads."), change->label, rank, after);
    case HFS_CHANGE_RISE:
      return g_strdup_printf (_("%1$s rose from %2$s to %3$s downloads."), change->label, before, after);
    case HFS_CHANGE_FALL:
      return g_strdup_printf (_("%1$s fell from %2$s to %3$s downloads."), change->label, before, after);
    case HFS_CHANGE_COUNTRY:
    case HFS_CHANGE_TYPE:
    case HFS_N_CHANGE_KINDS:
    default:
      /* Translators: a country or kind of developer, then its shares of the downloads */
      return g_strdup_printf (_("%1$s: from %2$s to %3$s of the downloads."), change->label, before_share, after_share);
    }
}

/**
 * hfs_changes_dup_summary:
 *
 * Returns: (transfer full): what is compared, then the largest change of each kind, in sentences
 */
char *
hfs_changes_dup_summary (HfsChanges *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  g_autofree char *from = hfs_format_date (hfs_changes_get_before (self)->date);
  g_autofree char *to = hfs_format_date (hfs_changes_get_snapshot (self)->date);
  g_autofree char *depth = hfs_format_integer (hfs_changes_get_depth (self)), *head = NULL;
  int last = -1;

  head = g_strdup_printf (ngettext ("The %1$s most downloaded model, %2$s and %3$s.",
                                    "The %1$s most downloaded models, %2$s and %3$s.", hfs_changes_get_depth (self)),
                          depth, from, to);
  g_strv_builder_add (builder, head);
  for (guint i = 0; i < hfs_changes_get_n (self); i++)
    {
      const HfsChange *change = hfs_changes_get (self, i);
      g_autofree char *sentence = hfs_change_dup_sentence (change);

      if ((int) change->kind != last)
        g_strv_builder_add (builder, sentence);
      last = change->kind;
    }
  if (last < 0)
    g_strv_builder_add (builder, _("Nothing changed."));
  sentences = g_strv_builder_end (builder);
  return g_strjoinv (" ", sentences);
}

static void
append_share (GString *text,
              double   share)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, ",%s", g_ascii_formatd (buffer, sizeof buffer, "%.6f", share));
}

/**
 * hfs_changes_to_csv:
 *
 * Returns: (transfer full): the changes as comma separated values (RFC 4180), the header first
 */
char *
hfs_changes_to_csv (HfsChanges *self)
{
  g_autoptr (GString) text = g_string_new (
    "kind,key,label,value_before,value,share_before,share,rank_before,rank\r\n");

  for (guint i = 0; i < hfs_changes_get_n (self); i++)
    {
      const HfsChange *change = hfs_changes_get (self, i);

      hfs_csv_append_field (text, hfs_change_kind_get_key (change->kind));
      hfs_csv_append_field (text, change->key);
      hfs_csv_append_field (text, change->label);
      g_string_append_printf (text, ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, change->before, change->after);
      append_share (text, change->before_share);
      append_share (text, change->after_share);
      g_string_append_printf (text, ",%u,%u\r\n", change->before_rank, change->after_rank);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
