/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes.h"

#include "hfs-csv.h"
#include "hfs-json-member.h"

static gboolean
is_unknown_before (const HfsChange *change)
{
  return change->kind == HFS_CHANGE_NEW && change->before_rank == 0;
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
      /* What was not among the models compared may have had any number. */
      if (is_unknown_before (change))
        g_string_append_printf (text, ",,%" G_GINT64_FORMAT ",", change->after);
      else
        {
          g_string_append_printf (text, ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, change->before, change->after);
          append_share (text, change->before_share);
        }
      append_share (text, change->after_share);
      g_string_append_printf (text, ",%u,%u\r\n", change->before_rank, change->after_rank);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_snapshot (JsonBuilder           *builder,
              const char            *name,
              const HfsSnapshotInfo *info)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  hfs_json_add_text (builder, "id", info->id);
  hfs_json_add_text (builder, "date", info->date);
  hfs_json_add_text (builder, "source", info->source);
  hfs_json_add_whole (builder, "models", info->n_models);
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder     *builder,
            const HfsChange *change)
{
  g_autofree char *sentence = hfs_change_dup_sentence (change);

  json_builder_begin_object (builder);
  hfs_json_add_text (builder, "kind", hfs_change_kind_get_key (change->kind));
  hfs_json_add_text (builder, "key", change->key);
  hfs_json_add_text (builder, "label", change->label);
  if (!is_unknown_before (change))
    {
      hfs_json_add_whole (builder, "before", change->before);
      hfs_json_add_number (builder, "before_share", change->before_share);
    }
  hfs_json_add_whole (builder, "value", change->after);
  hfs_json_add_number (builder, "share", change->after_share);
  hfs_json_add_whole (builder, "before_rank", change->before_rank);
  hfs_json_add_whole (builder, "rank", change->after_rank);
  hfs_json_add_text (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

/**
 * hfs_changes_to_json:
 *
 * Returns: (transfer full): the changes as JSON: the two snapshots, how many models of each were compared, and each change
 *   as in the table, with its sentence
 */
char *
hfs_changes_to_json (HfsChanges *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *summary = hfs_changes_dup_summary (self), *text = NULL;

  json_builder_begin_object (builder);
  add_snapshot (builder, "snapshot", hfs_changes_get_snapshot (self));
  add_snapshot (builder, "before", hfs_changes_get_before (self));
  hfs_json_add_whole (builder, "depth", hfs_changes_get_depth (self));
  hfs_json_add_text (builder, "summary", summary);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hfs_changes_get_n (self); i++)
    add_change (builder, hfs_changes_get (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/**
 * hfs_changes_to_text:
 *
 * Returns: (transfer full): what is compared, then each change as a sentence, a line for each
 */
char *
hfs_changes_to_text (HfsChanges *self)
{
  g_autofree char *head = hfs_changes_dup_scope (self);
  g_autoptr (GString) text = g_string_new (head);
  int last = -1;

  g_string_append_c (text, '\n');
  for (guint i = 0; i < hfs_changes_get_n (self); i++)
    {
      const HfsChange *change = hfs_changes_get (self, i);
      g_autofree char *sentence = hfs_change_dup_sentence (change);

      if ((int) change->kind != last)
        g_string_append_printf (text, "\n%s\n", hfs_change_kind_get_title (change->kind));
      g_string_append_printf (text, "%s\n", sentence);
      last = change->kind;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
