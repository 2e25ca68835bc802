/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-weights.h"

#include "hfs-hub-json.h"
#include "hfs-hub-labels.h"

/**
 * hfs_hub_append_safetensors:
 * @json: where to write
 * @rows: the set @row is from
 * @row: a row
 *
 * Writes the member `safetensors` with a comma before it, if the row has one.
 */
void
hfs_hub_append_safetensors (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  gboolean known = row->parameters > 0 && !row->is_gguf && row->oddity != HFS_HUB_ODDITY_NULLS
                   && (row->oddity == HFS_HUB_ODDITY_TRILLION_PARAMETERS || hfs_hub_row_draw (row, 21, 10) < 6);
  gint64 scales = row->parameters / 50;

  if (!known && row->oddity != HFS_HUB_ODDITY_NULLS)
    return;
  if (!known)
    {
      g_string_append (json, ",\"safetensors\":null");
      return;
    }
  g_string_append (json, ",\"safetensors\":{\"parameters\":{\"BF16\":");
  if (row->oddity == HFS_HUB_ODDITY_TRILLION_PARAMETERS || hfs_hub_row_draw (row, 22, 12) == 0)
    {
      hfs_hub_append_number (json, scales);
      g_string_append (json, ",\"F8_E4M3\":");
      hfs_hub_append_number (json, row->parameters - scales);
    }
  else
    hfs_hub_append_number (json, row->parameters);
  g_string_append (json, "},\"total\":");
  hfs_hub_append_number (json, row->parameters);
  g_string_append_c (json, '}');
}

/**
 * hfs_hub_append_gguf:
 * @json: where to write
 * @rows: the set @row is from
 * @row: a row
 *
 * Writes the member `gguf` with a comma before it, if the row has one.
 */
void
hfs_hub_append_gguf (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  gboolean split = row->oddity == HFS_HUB_ODDITY_SHARDED_GGUF;

  if (!row->is_gguf || row->parameters == 0)
    return;
  g_string_append (json, ",\"gguf\":{\"total\":");
  /* Of a split file the Hub reads the first part only: 27 billion become 2.67 million. */
  hfs_hub_append_number (json, split ? 2670000 : row->parameters);
  g_string_append (json, ",\"architecture\":");
  hfs_hub_append_plain (json,
                        hfs_hub_row_get_architecture (row) != NULL ? hfs_hub_row_get_architecture (row) : "llama");
  g_string_append (json, ",\"context_length\":32768,\"chat_template\":\"");
  for (guint i = 0; i < 24; i++)
    g_string_append (json, "{%- if part.kind == \\\"text\\\" %}\\n{{ part.value | trim }}\\n{%- endif %}\\n");
  g_string_append (json, "\",\"totalFileSize\":");
  hfs_hub_append_number (json, row->parameters / 2);
  g_string_append_c (json, '}');
}
