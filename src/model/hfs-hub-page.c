/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-page.h"

#include "hfs-hub-row.h"
#include "hfs-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * HfsHubPage:
 *
 * A page of the Hub's list of models, checked. A bad row costs itself alone. Once made
 * it does not change; any thread may read it.
 */
struct _HfsHubPage
{
  GObject parent_instance;

  char *text;           /* (owned): the rows borrow from it */
  GPtrArray *lists;     /* (owned): the rows borrow from it */
  GArray *rows;         /* (owned) (element-type HfsModelRow) */
  guint n_skipped;
  GError *first_bad;    /* (owned) (nullable) */
  guint first_bad_at;
};

G_DEFINE_FINAL_TYPE (HfsHubPage, hfs_hub_page, G_TYPE_OBJECT)

static void
hfs_hub_page_finalize (GObject *object)
{
  HfsHubPage *self = HFS_HUB_PAGE (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  g_free (self->text);
  g_clear_error (&self->first_bad);

  G_OBJECT_CLASS (hfs_hub_page_parent_class)->finalize (object);
}

static void
hfs_hub_page_class_init (HfsHubPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_hub_page_finalize;
}

static void
hfs_hub_page_init (HfsHubPage *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (HfsModelRow));
  self->lists = g_ptr_array_new_with_free_func (g_free);
}

static void
skip_row (HfsHubPage   *self,
          guint         element,
          const GError *error)
{
  if (self->n_skipped++ > 0)
    return;
  self->first_bad = g_error_copy (error);
  self->first_bad_at = element;
}

static void
read_row (HfsHubPage *self,
          guint       element,
          char       *text,
          gsize       length)
{
  HfsJsonCursor cursor = { text, text + length };
  g_autoptr (GError) error = NULL;
  HfsModelRow row;

  switch (hfs_hub_row_read (&cursor, self->lists, &row, &error))
    {
    case HFS_HUB_ROW_GOOD:
      g_array_append_val (self->rows, row);
      break;
    case HFS_HUB_ROW_BAD:
      skip_row (self, element, error);
      break;
    case HFS_HUB_ROW_PRIVATE:
    default:
      break;
    }
}

/* Reads the rows one by one, each on its own: one of them may not even be JSON, for instance with half a surrogate
 * pair, which JavaScript writes.
 *
 * Returns: whether the list is whole */
static gboolean
read_rows (HfsHubPage *self,
           gsize       length)
{
  char *text = self->text;
  const char *end = text + length, *at = text, *from;
  gsize size;

  while (end > at && g_ascii_isspace (end[-1]))
    end--;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at + 1 >= end || *at++ != '[' || end[-1] != ']')
    return FALSE;
  for (guint i = 0; hfs_json_scan_element (&at, end, &from, &size); i++)
    read_row (self, i, text + (from - text), size);
  return at + 1 == end;
}

/**
 * hfs_hub_page_parse:
 * @text: a page
 * @length: its length, -1 if it ends with a zero byte
 *
 * Reads a page. The members that are wanted are read straight into the rows: a tree of
 * the whole page would take most of the time of a refresh, and fifteen times its memory.
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error set to %HFS_DATA_ERROR_FORMAT when
 *   it is not a JSON array, or cut short
 */
HfsHubPage *
hfs_hub_page_parse (const char  *text,
                    gssize       length,
                    GError     **error)
{
  g_autoptr (HfsHubPage) self = g_object_new (HFS_TYPE_HUB_PAGE, NULL);

  if (length < 0)
    length = strlen (text);
  if (!hfs_json_scan_depth (text, length))
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                           _("The list of models is nested too deeply to be one."));
      return NULL;
    }
  self->text = g_memdup2 (text, length);
  if (!read_rows (self, length))
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                           _("The text is not a whole JSON list of models."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * hfs_hub_page_get_rows:
 * @n_rows: (out): their number
 *
 * Returns: (transfer none) (array length=n_rows): the good rows, in their order
 */
const HfsModelRow *
hfs_hub_page_get_rows (HfsHubPage *self,
                       guint      *n_rows)
{
  *n_rows = self->rows->len;
  return (const HfsModelRow *) self->rows->data;
}

/**
 * hfs_hub_page_get_n_skipped:
 *
 * Returns: how many rows were bad
 */
guint
hfs_hub_page_get_n_skipped (HfsHubPage *self)
{
  return self->n_skipped;
}

/**
 * hfs_hub_page_get_first_bad:
 * @element: (out) (optional): its place on the page, from 0
 *
 * Returns: (transfer none) (nullable): what is wrong with the first bad row
 */
const GError *
hfs_hub_page_get_first_bad (HfsHubPage *self,
                            guint      *element)
{
  if (element != NULL)
    *element = self->first_bad_at;
  return self->first_bad;
}
