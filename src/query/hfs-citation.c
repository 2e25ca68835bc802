/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-citation.h"

#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How an answer is cited, whether its numbers add up, and what they cannot tell. */

/**
 * hfs_result_dup_citation:
 *
 * Returns: (transfer full): how to name the answer in a text, in one short line
 */
char *
hfs_result_dup_citation (HfsResult *self)
{
  g_autofree char *title = hfs_result_dup_title (self);
  g_autofree char *date = hfs_format_date (hfs_result_get_snapshot (self)->date);

  /* Translators: a short citation: the question, the date of the data. */
  return g_strdup_printf (_("HF State: “%1$s”, data of %2$s"), title, date);
}

/* The link of the view, of this very snapshot also when there are newer ones. */
static char *
dup_uri (HfsResult *self)
{
  HfsQuery *query = hfs_result_get_query (self);
  g_autoptr (HfsQuery) pinned = hfs_query_with (query, "snapshot", hfs_result_get_snapshot (self)->id, NULL);

  return hfs_query_to_uri (pinned ? pinned : query);
}

/**
 * hfs_result_dup_full_citation:
 *
 * Returns: (transfer full): the same with all that another person needs to find the very same answer
 */
char *
hfs_result_dup_full_citation (HfsResult *self)
{
  g_autofree char *title = hfs_result_dup_title (self);
  g_autofree char *scope = hfs_result_dup_scope (self);
  g_autofree char *source = hfs_result_dup_source (self);
  g_autofree char *uri = dup_uri (self);

  /* Translators: a full citation: the question, of what the numbers are, the source of the data, the link of the view. */
  return g_strdup_printf (_("HF State: “%1$s” %2$s. Data: %3$s. View: %4$s"), title, scope, source, uri);
}

/* What BibTeX would take for a command is set off. */
static char *
dup_escaped (const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\\')
        g_string_append (escaped, "\\textbackslash{}");
      else if (*text == '~')
        g_string_append (escaped, "\\textasciitilde{}");
      else if (*text == '^')
        g_string_append (escaped, "\\textasciicircum{}");
      else
        {
          if (strchr ("{}$&#_%", *text) != NULL)
            g_string_append_c (escaped, '\\');
          g_string_append_c (escaped, *text);
        }
    }
  return g_string_free (g_steal_pointer (&escaped), FALSE);
}

/**
 * hfs_result_dup_bibtex:
 *
 * Returns: (transfer full): an entry for a BibTeX file
 */
char *
hfs_result_dup_bibtex (HfsResult *self)
{
  const char *date = hfs_result_get_snapshot (self)->date;
  g_autofree char *title = hfs_result_dup_title (self);
  g_autofree char *scope = hfs_result_dup_scope (self);
  g_autofree char *source = hfs_result_dup_source (self);
  g_autofree char *uri = dup_uri (self);
  g_autofree char *title_text = dup_escaped (title);
  g_autofree char *scope_text = dup_escaped (scope);
  g_autofree char *source_text = dup_escaped (source);
  g_autofree char *uri_text = dup_escaped (uri);

  return g_strdup_printf ("@misc{hf-state-%s-%s,\n"
                          "  title = {{%s}},\n"
                          "  author = {{HF State}},\n"
                          "  year = {%.4s},\n"
                          "  howpublished = {%s},\n"
                          "  note = {%s. %s}\n"
                          "}",
                          hfs_result_get_dimension (self)->name, date, title_text, date, uri_text, scope_text, source_text);
}

static gint64
sum_rows (HfsResult *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
    sum += hfs_result_get_row (self, i)->value;
  return sum;
}

/* With the unknown left out, shares are of the rest. */
static gint64
get_expected (HfsResult *self)
{
  return hfs_query_get_shows_unknown (hfs_result_get_query (self)) ? hfs_result_get_total (self) : hfs_result_get_denominator (self);
}

/**
 * hfs_result_dup_sanity:
 *
 * Adds the rows up again.
 *
 * Returns: (transfer full): how many rows there are, and whether they sum to the total
 */
char *
hfs_result_dup_sanity (HfsResult *self)
{
  guint n = hfs_result_get_n_rows (self);
  g_autofree char *rows = hfs_format_integer (n);
  g_autofree char *sum = hfs_format_integer (sum_rows (self));
  g_autofree char *expected = hfs_format_integer (get_expected (self));

  if (hfs_query_get_dimension (hfs_result_get_query (self)) == HFS_DIMENSION_CONCENTRATION)
    return g_strdup_printf (ngettext ("%s row. Each holds the one before it, so they are not to be added up.",
                                      "%s rows. Each holds the one before it, so they are not to be added up.", n), rows);
  if (sum_rows (self) == get_expected (self))
    return g_strdup_printf (ngettext ("%1$s row. The groups sum to the total: yes, %2$s.",
                                      "%1$s rows. The groups sum to the total: yes, %2$s.", n), rows, sum);
  return g_strdup_printf (ngettext ("%1$s row. The groups sum to the total: no, %2$s of %3$s.",
                                    "%1$s rows. The groups sum to the total: no, %2$s of %3$s.", n), rows, sum, expected);
}

static gboolean
is_about_publishers (HfsDimensionId dimension)
{
  return dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_REGIONS ||
         dimension == HFS_DIMENSION_DEVELOPER_TYPES || dimension == HFS_DIMENSION_PUBLISHERS;
}

/**
 * hfs_result_dup_limits:
 *
 * Returns: (transfer full): what the answer cannot tell, in plain sentences
 */
char *
hfs_result_dup_limits (HfsResult *self)
{
  HfsQuery *query = hfs_result_get_query (self);
  HfsMeasure measure = hfs_query_get_measure (query);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  if (measure == HFS_MEASURE_DOWNLOADS || measure == HFS_MEASURE_DOWNLOADS_ALL_TIME)
    g_ptr_array_add (sentences, (gpointer) _("Downloads count file requests. A program that fetches a model each day counts each day. A copy that is kept counts once."));
  if (measure == HFS_MEASURE_MODELS)
    g_ptr_array_add (sentences, (gpointer) _("Many models are copies of others with small changes, and most are hardly ever used."));
  if (is_about_publishers (hfs_query_get_dimension (query)))
    g_ptr_array_add (sentences, (gpointer) _("The country and the kind are those of the account that published a model, not of the people who use it."));
  if (is_about_publishers (hfs_query_get_dimension (query)) && hfs_query_get_credit (query) == HFS_CREDIT_PUBLISHER)
    g_ptr_array_add (sentences, (gpointer) _("A copy counts for the account that uploaded it, whoever made the model."));
  if (!hfs_result_get_snapshot (self)->complete)
    g_ptr_array_add (sentences, (gpointer) _("Models that are used less than those in the data are missing."));
  if (sentences->len == 0)
    return g_strdup ("");
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
