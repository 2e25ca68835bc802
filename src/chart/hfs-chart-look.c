/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A link says how its answer is shown in keys of its own, after those of the query. */
#define KIND_KEY  "chart"
#define SCALE_KEY "scale"
#define TABLE     "table"
#define LOG       "log"

/**
 * hfs_chart_look_equal:
 *
 * Returns: whether both show an answer in the same way
 */
gboolean
hfs_chart_look_equal (const HfsChartLook *self,
                      const HfsChartLook *other)
{
  return self->kind == other->kind && self->log == other->log && self->table == other->table;
}

/**
 * hfs_chart_look_to_uri:
 * @query: what is asked
 *
 * Returns: (transfer full): a link to @query that is shown in this way, such as
 *   `hf-state:countries?measure=downloads&chart=map`
 */
char *
hfs_chart_look_to_uri (const HfsChartLook *self,
                       HfsQuery           *query)
{
  g_autofree char *uri = hfs_query_to_uri (query);
  GString *text = g_string_new (uri);
  const char *shown = self->table ? TABLE : self->kind != HFS_CHART_USUAL ? hfs_chart_kind_get_key (self->kind) : NULL;

  if (shown != NULL)
    g_string_append_printf (text, "%c" KIND_KEY "=%s", strchr (text->str, '?') ? '&' : '?', shown);
  if (self->log)
    g_string_append_printf (text, "%c" SCALE_KEY "=" LOG, strchr (text->str, '?') ? '&' : '?');
  return g_string_free (text, FALSE);
}

static gboolean
fail (const char  *key,
      const char  *value,
      const char  *allowed,
      GError     **error)
{
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
               _("“%s” cannot be the value of “%s”. It can be: %s."), value, key, allowed);
  return FALSE;
}

/**
 * hfs_chart_look_set_kind:
 * @key: the key of a kind of chart, or `table`
 *
 * Returns: whether there is such a kind; if not, @error names those that there are
 */
gboolean
hfs_chart_look_set_kind (HfsChartLook  *self,
                         const char    *key,
                         GError       **error)
{
  g_autoptr (GString) allowed = g_string_new (NULL);

  self->table = g_str_equal (key, TABLE);
  if (self->table || hfs_chart_kind_from_key (key, &self->kind))
    return TRUE;
  for (HfsChartKind kind = HFS_CHART_USUAL + 1; kind < HFS_N_CHART_KINDS; kind++)
    g_string_append_printf (allowed, "%s, ", hfs_chart_kind_get_key (kind));
  g_string_append (allowed, TABLE);
  return fail (KIND_KEY, key, allowed->str, error);
}

/* Takes a part of a link that is about the look; @seen tells which have been. */
static gboolean
take (HfsChartLook  *look,
      const char    *part,
      gboolean      *is_look,
      gboolean       seen[2],
      GError       **error)
{
  gboolean is_scale = g_str_has_prefix (part, SCALE_KEY "=");
  const char *value = strchr (part, '=') + 1;

  *is_look = is_scale || g_str_has_prefix (part, KIND_KEY "=");
  if (!*is_look)
    return TRUE;
  if (seen[is_scale])
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_KEY, _("The key “%s” is given twice."), is_scale ? SCALE_KEY : KIND_KEY);
      return FALSE;
    }
  seen[is_scale] = TRUE;
  if (!is_scale)
    return hfs_chart_look_set_kind (look, value, error);
  look->log = g_str_equal (value, LOG);
  return look->log || fail (SCALE_KEY, value, LOG, error);
}

/**
 * hfs_chart_look_parse:
 * @text: a query as hfs_query_parse() reads it, that can also hold `chart=KIND`, `chart=table` and `scale=log`
 * @look: (out caller-allocates): how the answer is to be shown
 *
 * Reads a link to a view.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @error of %HFS_QUERY_ERROR set
 */
HfsQuery *
hfs_chart_look_parse (const char    *text,
                      HfsChartLook  *look,
                      GError       **error)
{
  const char *question = strchr (text, '?');
  g_auto (GStrv) parts = question ? g_strsplit (question + 1, "&", -1) : NULL;
  g_autoptr (GString) rest = g_string_new_len (text, question ? question - text : (gssize) strlen (text));
  gboolean seen[2] = { FALSE, FALSE };
  guint n_kept = 0;

  *look = (HfsChartLook) HFS_CHART_LOOK_INIT;
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      gboolean is_look = FALSE;

      if (strchr (parts[i], '=') != NULL && !take (look, parts[i], &is_look, seen, error))
        return NULL;
      if (!is_look)
        g_string_append_printf (rest, "%c%s", n_kept++ == 0 ? '?' : '&', parts[i]);
    }
  return hfs_query_parse (rest->str, error);
}
