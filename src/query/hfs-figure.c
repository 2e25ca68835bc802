/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-figure.h"

#include <glib/gi18n-lib.h>

/* The words of the files, and what they multiply with; 1 where there is no word. */
static const char * const scale_keys[] = { "thousand", "million", "billion", "trillion", NULL };
static const double scales[] = { 1e3, 1e6, 1e9, 1e12, 1 };

const HfsSchemaMember hfs_figure_schema[] = {
  { "value", HFS_SCHEMA_NUMBER, FALSE, -1e15, 1e15, NULL, NULL },
  { "from", HFS_SCHEMA_NUMBER, FALSE, -1e15, 1e15, NULL, NULL },
  { "to", HFS_SCHEMA_NUMBER, FALSE, -1e15, 1e15, NULL, NULL },
  { "low", HFS_SCHEMA_NUMBER, FALSE, -1e15, 1e15, NULL, NULL },
  { "high", HFS_SCHEMA_NUMBER, FALSE, -1e15, 1e15, NULL, NULL },
  { "scale", HFS_SCHEMA_TEXT, FALSE, 1, 20, scale_keys, NULL },
  { "unit", HFS_SCHEMA_TEXT, FALSE, 1, 60, NULL, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 1, 120, NULL, NULL },
  { "source", HFS_SCHEMA_WHOLE, FALSE, 0, 20, NULL, NULL },
  { NULL },
};

/* A figure is one number, a change, a range or words: not two of these. */
static gboolean
find_figure_kind (JsonObject     *json,
                  HfsFigureKind  *kind)
{
  gboolean value = json_object_has_member (json, "value");
  gboolean from = json_object_has_member (json, "from"), to = json_object_has_member (json, "to");
  gboolean low = json_object_has_member (json, "low"), high = json_object_has_member (json, "high");

  *kind = value ? HFS_FIGURE_VALUE : from ? HFS_FIGURE_CHANGE : low ? HFS_FIGURE_RANGE : HFS_FIGURE_WORDS;
  return from == to && low == high && value + from + low <= 1;
}

static gboolean
read_figure (HfsFigure   *figure,
             JsonObject  *json,
             guint        n_sources,
             const char  *place,
             GError     **error)
{
  static const char * const first[] = { "", "value", "from", "low" };
  static const char * const second[] = { "", "value", "to", "high" };

  if (!find_figure_kind (json, &figure->kind))
    return hfs_schema_fail (place, _("A figure has either “value”, or “from” and “to”, or “low” and “high”, or only a text."), error);
  if (figure->kind != HFS_FIGURE_WORDS)
    {
      figure->value = json_object_get_double_member (json, first[figure->kind]);
      figure->until = json_object_get_double_member (json, second[figure->kind]);
    }
  if (figure->kind == HFS_FIGURE_RANGE && figure->until < figure->value)
    return hfs_schema_fail (place, _("The range runs backwards."), error);
  figure->scale = scales[hfs_schema_find_choice (scale_keys, json_object_get_string_member_with_default (json, "scale", ""))];
  figure->unit = g_strdup (json_object_get_string_member_with_default (json, "unit", ""));
  figure->text = hfs_schema_dup_text (json, "text");
  figure->source = json_object_get_int_member_with_default (json, "source", 0);
  if (figure->kind != HFS_FIGURE_WORDS && *figure->unit == '\0')
    return hfs_schema_fail (place, _("A number needs a unit."), error);
  if (figure->source >= n_sources)
    return hfs_schema_fail (place, _("There is no source of this number."), error);
  return TRUE;
}

/**
 * hfs_figure_new_from_json:
 * @json: an object that is as `hfs_figure_schema` says
 * @n_sources: how many sources the claim has
 * @place: where it stands
 *
 * Returns: (transfer full) (nullable): the figure, or %NULL with @error naming the place
 */
HfsFigure *
hfs_figure_new_from_json (JsonObject  *json,
                          guint        n_sources,
                          const char  *place,
                          GError     **error)
{
  g_autoptr (HfsFigure) figure = g_new0 (HfsFigure, 1);

  return read_figure (figure, json, n_sources, place, error) ? g_steal_pointer (&figure) : NULL;
}

/**
 * hfs_figure_free:
 *
 * Frees @figure.
 */
void
hfs_figure_free (HfsFigure *figure)
{
  g_free (figure->unit);
  g_free (figure->text);
  g_free (figure);
}
