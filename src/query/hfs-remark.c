/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remark.h"

#include "hfs-edition.h"

#include <glib/gi18n.h>

#include "hfs-place.h"
#include "hfs-sentence.h"

static void
free_row (gpointer data)
{
  HfsRemarkRow *row = data;

  g_free (row->group);
  g_free (row->label);
  g_free (row->value);
  g_free (row->place);
  g_free (row);
}

static void
free_step (gpointer data)
{
  HfsRemarkStep *step = data;

  g_free (step->label);
  g_free (step->text);
  g_free (step);
}

/**
 * hfs_remark_new:
 *
 * Returns: (transfer full): a remark that says nothing yet
 */
HfsRemark *
hfs_remark_new (void)
{
  HfsRemark *self = g_new0 (HfsRemark, 1);

  self->text = g_string_new (NULL);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  return self;
}

/**
 * hfs_remark_free:
 *
 * Frees @self.
 */
void
hfs_remark_free (HfsRemark *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->scope);
  g_free (self->source);
  g_clear_object (&self->result);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * hfs_remark_say:
 * @sentence: (transfer full): a whole sentence
 *
 * Goes on with a sentence.
 */
void
hfs_remark_say (HfsRemark *self,
                char      *sentence)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, sentence);
  g_free (sentence);
}

/**
 * hfs_remark_quote:
 * @claim: `EDITION/CLAIM`
 *
 * Goes on with what a report says. The figures of a report are in its edition alone.
 *
 * Returns: whether there is such a claim; if not, @error is set
 */
gboolean
hfs_remark_quote (HfsRemark   *self,
                  const char  *claim,
                  GError     **error)
{
  g_autoptr (GPtrArray) editions = hfs_editions_load (error);
  HfsClaim *found = editions ? hfs_editions_find_claim (editions, claim) : NULL;

  if (editions == NULL)
    return FALSE;
  g_return_val_if_fail (found != NULL, FALSE);
  /* Translators: %s is a claim of the report, a whole sentence. */
  hfs_remark_say (self, g_strdup_printf (_("The report says: “%s”"), hfs_claim_get_text (found)));
  return TRUE;
}

/**
 * hfs_remark_show:
 * @result: (transfer full): what to draw; it says of what and of which time the remark is
 *
 * Adds a picture.
 */
void
hfs_remark_show (HfsRemark *self,
                 HfsResult *result)
{
  g_clear_object (&self->result);
  self->result = result;
  g_free (self->scope);
  self->scope = hfs_result_dup_scope (result);
}

/**
 * hfs_remark_add_row:
 * @group: (nullable): what the row belongs to
 * @value: (transfer full): what is said of @label
 * @page: (nullable): `country`, `publisher` or `model`: what page says more
 * @key: (nullable): which one; a query when @page is %NULL
 *
 * Adds a line to the list.
 */
void
hfs_remark_add_row (HfsRemark  *self,
                    const char *group,
                    const char *label,
                    char       *value,
                    const char *page,
                    const char *key)
{
  HfsRemarkRow *row = g_new0 (HfsRemarkRow, 1);

  *row = (HfsRemarkRow) { g_strdup (group), g_strdup (label), value, page ? hfs_remark_dup_place (page, key) : g_strdup (key) };
  g_ptr_array_add (self->rows, row);
}

/**
 * hfs_remark_add_step:
 * @label: (transfer full): the step in short
 * @text: (transfer full): what is true there
 *
 * Adds a position of the control.
 */
void
hfs_remark_add_step (HfsRemark *self,
                     char      *label,
                     char      *text)
{
  HfsRemarkStep *step = g_new0 (HfsRemarkStep, 1);

  *step = (HfsRemarkStep) { label, text };
  g_ptr_array_add (self->steps, step);
}

/**
 * hfs_remark_dup_copy:
 *
 * Returns: (transfer full): all that it says, as plain text to be pasted elsewhere
 */
char *
hfs_remark_dup_copy (HfsRemark *self)
{
  GString *copy = g_string_new (self->title);

  g_string_append_printf (copy, "\n%s\n", self->text->str);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HfsRemarkRow *row = g_ptr_array_index (self->rows, i);

      if (row->group != NULL)
        g_string_append_printf (copy, "%s\t", row->group);
      g_string_append_printf (copy, "%s\t%s\n", row->label, row->value);
    }
  if (self->scope != NULL)
    g_string_append_printf (copy, "%s\n", self->scope);
  if (self->source != NULL)
    g_string_append_printf (copy, "%s\n", self->source);
  return g_string_free (copy, FALSE);
}

/**
 * hfs_remark_dup_place:
 * @page: `country`, `publisher` or `model`
 * @key: which one
 *
 * Returns: (transfer full): the place of the page about one country, publisher or model
 */
char *
hfs_remark_dup_place (const char *page,
                      const char *key)
{
  return hfs_place_with (page, g_str_equal (page, "country") ? "country" : "id", key);
}

/**
 * hfs_remark_turn:
 * @query: what the reader asks
 *
 * Returns: (transfer full): the same models, snapshot, measure and publishers asked about another dimension, plainly
 */
HfsQuery *
hfs_remark_turn (HfsQuery       *query,
                 HfsDimensionId  dimension)
{
  static const char * const left_out[] = { "by", "top", "compare", "over", "share", "unknown" };
  HfsQuery *turned = hfs_query_with_name (query, dimension);

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      HfsQuery *next = hfs_query_with (turned, left_out[i], NULL, NULL);

      g_object_unref (turned);
      turned = next;
    }
  return turned;
}

/**
 * hfs_remark_ask:
 * @query: what the reader asks
 * @...: pairs of a key of the query text and its plain value, then %NULL
 *
 * Asks about the same models, with some keys of the query set otherwise. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
HfsResult *
hfs_remark_ask (HfsEngine       *engine,
                HfsQuery        *query,
                HfsDimensionId   dimension,
                GError         **error,
                ...)
{
  g_autoptr (HfsQuery) asked = hfs_remark_turn (query, dimension);
  const char *key;
  va_list pairs;

  va_start (pairs, error);
  while (asked != NULL && (key = va_arg (pairs, const char *)) != NULL)
    {
      /* A comma stands between values. */
      g_autofree char *value = g_uri_escape_string (va_arg (pairs, const char *), ",", TRUE);
      HfsQuery *next = hfs_query_with (asked, key, value, error);

      g_object_unref (asked);
      asked = next;
    }
  va_end (pairs);
  return asked ? hfs_engine_run (engine, asked, error) : NULL;
}
