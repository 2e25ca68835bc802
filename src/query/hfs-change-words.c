/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes.h"

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
 * hfs_changes_dup_scope:
 *
 * Returns: (transfer full): what is compared, in a sentence
 */
char *
hfs_changes_dup_scope (HfsChanges *self)
{
  g_autofree char *from = hfs_format_date (hfs_changes_get_before (self)->date);
  g_autofree char *to = hfs_format_date (hfs_changes_get_snapshot (self)->date);
  g_autofree char *depth = hfs_format_integer (hfs_changes_get_depth (self));

  return g_strdup_printf (ngettext ("The %1$s most downloaded model, %2$s and %3$s.",
                                    "The %1$s most downloaded models, %2$s and %3$s.", (gulong) hfs_changes_get_depth (self)),
                          depth, from, to);
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
  g_autofree char *head = hfs_changes_dup_scope (self);
  int last = -1;

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

/* The largest change of a share, first of a country's; what is no answer may change more and says less. */
static const HfsChange *
find_brief (HfsChanges *self)
{
  for (guint i = 0; i < hfs_changes_get_n (self); i++)
    {
      const HfsChange *change = hfs_changes_get (self, i);

      if ((change->kind == HFS_CHANGE_COUNTRY && !hfs_dimension_is_unclear (HFS_DIMENSION_COUNTRIES, change->key)) ||
          (change->kind == HFS_CHANGE_TYPE && !hfs_dimension_is_unclear (HFS_DIMENSION_DEVELOPER_TYPES, change->key)))
        return change;
    }
  return NULL;
}

/**
 * hfs_changes_dup_brief:
 *
 * Returns: (transfer full): since when, and the largest change of a country's share as a sentence, or else of a developer type's
 */
char *
hfs_changes_dup_brief (HfsChanges *self)
{
  const HfsChange *change = find_brief (self);
  g_autofree char *date = hfs_format_date (hfs_changes_get_before (self)->date);
  g_autofree char *sentence = change ? hfs_change_dup_sentence (change) : NULL;

  /* Translators: %1$s is a date, %2$s a whole sentence. */
  return g_strdup_printf (_("Since %1$s – %2$s"), date, sentence ? sentence : _("Nothing changed."));
}
