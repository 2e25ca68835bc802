/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-row-json.h"

#include "hfs-hub-json.h"
#include "hfs-hub-labels.h"
#include "hfs-hub-weights.h"

#include <string.h>

typedef void (*AppendValue) (GString *json, HfsHubRows *rows, const HfsHubRow *row);

typedef struct
{
  const char *name;
  AppendValue append; /* NULL: a field of the Hub that no invented model has */
} Field;

static void
append_text_or_null (GString *json, const char *plain)
{
  if (plain != NULL)
    hfs_hub_append_plain (json, plain);
  else
    g_string_append (json, "null");
}

/* The Hub leaves a field without a value out; a few rows carry null instead. */
static gboolean
leaves_out (const HfsHubRow *row, gboolean has_value)
{
  return !has_value && row->oddity != HFS_HUB_ODDITY_NULLS;
}

static void
append_author (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  if (row->author == 0 || row->oddity == HFS_HUB_ODDITY_NO_AUTHOR)
    return;
  g_string_append (json, ",\"author\":\"");
  g_string_append_len (json, row->id, row->author_length);
  g_string_append_c (json, '"');
}

static void
append_private (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"private\":false");
}

static void
append_disabled (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, row->disabled ? ",\"disabled\":true" : ",\"disabled\":false");
}

static void
append_gated (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  guint draw = hfs_hub_row_draw (row, 20, 100);

  if (row->oddity == HFS_HUB_ODDITY_GATED_AUTO || (row->oddity == HFS_HUB_ODDITY_NONE && draw < 3))
    g_string_append (json, ",\"gated\":\"auto\"");
  else if (row->oddity == HFS_HUB_ODDITY_GATED_MANUAL || (row->oddity == HFS_HUB_ODDITY_NONE && draw == 3))
    g_string_append (json, ",\"gated\":\"manual\"");
  else
    g_string_append (json, ",\"gated\":false");
}

static void
append_modified (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"lastModified\":");
  hfs_hub_append_time (json, row->modified);
}

static void
append_sha (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"sha\":\"");
  g_string_append_len (json, row->object_id + 8, 16);
  g_string_append (json, row->object_id);
  g_string_append_c (json, '"');
}

static void
append_task (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  const char *task = hfs_hub_row_get_task (row);

  if (leaves_out (row, task != NULL))
    return;
  g_string_append (json, ",\"pipeline_tag\":");
  append_text_or_null (json, task);
}

static void
append_library (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  const char *library = hfs_hub_row_get_library (row);

  if (leaves_out (row, library != NULL))
    return;
  g_string_append (json, ",\"library_name\":");
  append_text_or_null (json, library);
}

static void
append_tags_field (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"tags\":");
  hfs_hub_append_tags (json, rows, row);
}

static void
append_likes (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"likes\":");
  hfs_hub_append_number (json, row->likes);
}

static void
append_downloads (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"downloads\":");
  hfs_hub_append_number (json, row->downloads);
}

static void
append_all_time (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  if (row->oddity == HFS_HUB_ODDITY_NO_ALL_TIME)
    return;
  g_string_append (json, ",\"downloadsAllTime\":");
  hfs_hub_append_number (json, row->downloads_all_time);
}

static void
append_trending (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"trendingScore\":");
  hfs_hub_append_number (json, row->trending);
}

static void
append_bases (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  if (leaves_out (row, row->n_bases > 0))
    return;
  if (row->n_bases == 0)
    {
      g_string_append (json, ",\"baseModels\":null");
      return;
    }
  g_string_append (json, ",\"baseModels\":");
  hfs_hub_append_bases (json, rows, row);
}

static void
append_created (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"createdAt\":");
  hfs_hub_append_time (json, row->created);
}

static void
append_children (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"childrenModelCount\":{\"adapter\":");
  hfs_hub_append_number (json, row->likes / 2);
  g_string_append (json, ",\"merge\":0,\"quantized\":");
  hfs_hub_append_number (json, row->likes / 5);
  g_string_append (json, ",\"finetune\":");
  hfs_hub_append_number (json, row->likes / 3);
  g_string_append_c (json, '}');
}

static void
append_card (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  /* Cards are written by people: a licence is a word here and a list there. */
  g_string_append (json, ",\"cardData\":{\"license\":");
  if (hfs_hub_row_draw (row, 25, 20) == 0)
    g_string_append_c (json, '[');
  hfs_hub_append_plain (json, hfs_hub_row_get_license (row));
  if (hfs_hub_row_draw (row, 25, 20) == 0)
    g_string_append_c (json, ']');
  g_string_append_c (json, '}');
}

static void
append_siblings (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"siblings\":[{\"rfilename\":\".gitattributes\"},{\"rfilename\":");
  hfs_hub_append_plain (json, row->is_gguf ? "model-q4.gguf" : "model.safetensors");
  g_string_append (json, "}]");
}

static void
append_spaces (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"spaces\":[]");
}

static void
append_storage (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"usedStorage\":");
  hfs_hub_append_number (json, row->parameters * 2);
}

static void
append_model_id (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, ",\"modelId\":");
  hfs_hub_append_plain (json, row->id);
}

/* In the order in which the keys stand in a row. */
static const Field fields[] = {
  { "author", append_author },
  { "private", append_private },
  { "disabled", append_disabled },
  { "gated", append_gated },
  { "lastModified", append_modified },
  { "sha", append_sha },
  { "pipeline_tag", append_task },
  { "library_name", append_library },
  { "tags", append_tags_field },
  { "likes", append_likes },
  { "downloads", append_downloads },
  { "downloadsAllTime", append_all_time },
  { "trendingScore", append_trending },
  { "cardData", append_card },
  { "siblings", append_siblings },
  { "spaces", append_spaces },
  { "safetensors", hfs_hub_append_safetensors },
  { "gguf", hfs_hub_append_gguf },
  { "baseModels", append_bases },
  { "createdAt", append_created },
  { "childrenModelCount", append_children },
  { "usedStorage", append_storage },
  { "config", NULL },
  { "evalResults", NULL },
  { "inference", NULL },
  { "inferenceProviderMapping", NULL },
  { "mask_token", NULL },
  { "model-index", NULL },
  { "resourceGroup", NULL },
  { "transformersInfo", NULL },
  { "widgetData", NULL },
  { "xetEnabled", NULL },
  { "modelId", append_model_id }, /* last: cannot be asked for by name */
};

#define N_EXPANDABLE (G_N_ELEMENTS (fields) - 1)
#define MODEL_ID ((HfsHubFields) 1 << N_EXPANDABLE)

static HfsHubFields
set_of (const char *const *names)
{
  HfsHubFields set = 0;

  for (; *names != NULL; names++)
    set |= hfs_hub_field_from_name (*names);
  return set;
}
/**
 * hfs_hub_field_from_name:
 * @name: a name as in `expand=`
 *
 * Returns: the field, or 0 if the Hub has none of this name
 */
HfsHubFields
hfs_hub_field_from_name (const char *name)
{
  for (guint i = 0; i < N_EXPANDABLE; i++)
    if (strcmp (fields[i].name, name) == 0)
      return (HfsHubFields) 1 << i;
  return 0;
}

/**
 * hfs_hub_fields_default:
 * @sort: the order asked for
 *
 * Returns: the fields of a list row when no `expand` was given
 */
HfsHubFields
hfs_hub_fields_default (HfsHubSort sort)
{
  static const char *const names[]
      = { "likes", "private", "downloads", "tags", "pipeline_tag", "library_name", "createdAt", NULL };
  HfsHubFields set = set_of (names) | MODEL_ID;

  if (sort == HFS_HUB_SORT_TRENDING)
    set |= hfs_hub_field_from_name ("trendingScore");
  if (sort == HFS_HUB_SORT_MODIFIED)
    set |= hfs_hub_field_from_name ("lastModified");
  return set;
}

/**
 * hfs_hub_fields_full:
 *
 * Returns: the fields that `full=true` adds
 */
HfsHubFields
hfs_hub_fields_full (void)
{
  static const char *const names[] = { "author", "gated", "lastModified", "sha", "siblings", NULL };

  return set_of (names);
}

/**
 * hfs_hub_fields_single:
 *
 * Returns: the fields of a single model when no `expand` was given
 */
HfsHubFields
hfs_hub_fields_single (void)
{
  static const char *const names[] = { "disabled", "cardData", "spaces", "safetensors", "gguf", "usedStorage", NULL };

  return hfs_hub_fields_default (HFS_HUB_SORT_DOWNLOADS) | hfs_hub_fields_full () | set_of (names);
}

/**
 * hfs_hub_fields_list_expandable:
 *
 * Returns: (transfer full): the names as the Hub lists them in its refusal
 */
char *
hfs_hub_fields_list_expandable (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < N_EXPANDABLE; i++)
    g_string_append_printf (list, "%s\"%s\"", i == 0 ? "" : "|", fields[i].name);
  return g_string_free (list, FALSE);
}

/**
 * hfs_hub_append_row:
 * @json: where to write
 * @rows: the set @row is from
 * @row: a row
 * @set: which fields to write, of those the row has
 *
 * Writes the row as a JSON object.
 */
void
hfs_hub_append_row (GString *json, HfsHubRows *rows, const HfsHubRow *row, HfsHubFields set)
{
  g_string_append (json, "{\"_id\":");
  hfs_hub_append_plain (json, row->object_id);
  g_string_append (json, ",\"id\":");
  hfs_hub_append_plain (json, row->id);
  for (guint i = 0; i < G_N_ELEMENTS (fields) && !row->bare; i++)
    if ((set >> i & 1) != 0 && fields[i].append != NULL)
      fields[i].append (json, rows, row);
  g_string_append_c (json, '}');
}
