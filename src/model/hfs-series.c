/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-series-private.h"

#include "hfs-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *name;
  GPtrArray *points; /* (owned) (element-type HfsSeriesPoint), in the order of their dates */
} Group;

G_DEFINE_FINAL_TYPE (HfsSeries, hfs_series, G_TYPE_OBJECT)

static void
point_free (gpointer data)
{
  HfsSeriesPoint *point = data;

  g_free (point->date);
  g_free (point->source);
  g_free (point);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->points);
  g_free (group);
}

static void
hfs_series_finalize (GObject *object)
{
  HfsSeries *self = HFS_SERIES (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->population);
  g_free (self->source);
  g_free (self->uri);
  g_free (self->licence);
  g_free (self->note);
  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (hfs_series_parent_class)->finalize (object);
}

static void
hfs_series_class_init (HfsSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_series_finalize;
}

static void
hfs_series_init (HfsSeries *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
}

static gboolean
is_date (const char *text)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *full = g_strconcat (text, "T00:00:00Z", NULL);

  day = strlen (text) == 10 ? g_date_time_new_from_iso8601 (full, NULL) : NULL;
  return day != NULL;
}

/* Where the file has the columns; -1 for a source that it does not have. */
typedef struct
{
  int date;
  int group;
  int value;
  int source;
} Columns;

static gboolean
find_columns (HfsCsvReader  *reader,
              Columns       *columns,
              GError       **error)
{
  columns->date = hfs_csv_reader_find (reader, "date");
  columns->group = hfs_csv_reader_find (reader, "group");
  columns->value = hfs_csv_reader_find (reader, "value");
  columns->source = hfs_csv_reader_find (reader, "source");
  if (columns->date >= 0 && columns->group >= 0 && columns->value >= 0)
    return TRUE;
  g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_COLUMN,
                       _("A series needs the columns “date”, “group” and “value”."));
  return FALSE;
}

static Group *
ensure_group (HfsSeries  *self,
              const char *name)
{
  Group *group;
  guint index;

  if (hfs_series_find_group (self, name, &index))
    return g_ptr_array_index (self->groups, index);
  group = g_new0 (Group, 1);
  group->name = g_strdup (name);
  group->points = g_ptr_array_new_with_free_func (point_free);
  g_ptr_array_add (self->groups, group);
  return group;
}

/* Dates run forward in a group, so that no day is there twice and the points need no sorting. */
static gboolean
runs_forward (Group      *group,
              const char *date)
{
  const HfsSeriesPoint *last = group->points->len > 0 ? group->points->pdata[group->points->len - 1] : NULL;

  return last == NULL || g_strcmp0 (last->date, date) < 0;
}

static gboolean
read_point (HfsSeries      *self,
            HfsCsvReader   *reader,
            const Columns  *columns,
            GError        **error)
{
  const char *date = hfs_csv_reader_get_field (reader, columns->date);
  const char *text = hfs_csv_reader_get_field (reader, columns->value);
  guint line = hfs_csv_reader_get_line (reader);
  HfsSeriesPoint *point;
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);
  Group *group;

  if (!is_date (date))
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("Line %u: “%s” is not a date such as 2026-03-17."),
                   line, date);
      return FALSE;
    }
  if (end == text || *end != '\0' || !isfinite (value) || value < 0)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("Line %u: “%s” is not a number of zero or more."),
                   line, text);
      return FALSE;
    }
  group = ensure_group (self, hfs_csv_reader_get_field (reader, columns->group));
  if (!runs_forward (group, date))
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_TWICE,
                   _("Line %u: the dates of “%s” have to run forward, each only once."), line, group->name);
      return FALSE;
    }
  point = g_new0 (HfsSeriesPoint, 1);
  point->date = g_strdup (date);
  point->value = value;
  point->source = columns->source >= 0 ? g_strdup (hfs_csv_reader_get_field (reader, columns->source)) : NULL;
  g_ptr_array_add (group->points, point);
  return TRUE;
}

/**
 * hfs_series_new:
 * @id: what names it
 * @counts: what its values count
 * @csv: a file with the columns `date`, `group` and `value`, and `source` where the values have different ones; the
 *   dates of each group run forward
 *
 * Reads a series and checks every row of it.
 *
 * Returns: (transfer full) (nullable): the series, or %NULL with @error naming the line
 */
HfsSeries *
hfs_series_new (const char       *id,
                HfsSeriesCounts   counts,
                GBytes           *csv,
                GError          **error)
{
  g_autoptr (HfsSeries) self = g_object_new (HFS_TYPE_SERIES, NULL);
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  g_autoptr (GError) local_error = NULL;
  Columns columns;

  if (reader == NULL || !find_columns (reader, &columns, error))
    return NULL;
  self->id = g_strdup (id);
  self->counts = counts;
  while (hfs_csv_reader_next (reader, &local_error))
    if (!read_point (self, reader, &columns, error))
      return NULL;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * hfs_series_find:
 * @all: (element-type HfsSeries): series
 *
 * Returns: (transfer none) (nullable): the series of this id
 */
HfsSeries *
hfs_series_find (GPtrArray  *all,
                 const char *id)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (HFS_SERIES (all->pdata[i])->id, id))
      return all->pdata[i];
  return NULL;
}

/**
 * hfs_series_get_id:
 *
 * Returns: (transfer none): what names it
 */
const char *
hfs_series_get_id (HfsSeries *self)
{
  return self->id;
}

/**
 * hfs_series_get_counts:
 *
 * Returns: what its values count
 */
HfsSeriesCounts
hfs_series_get_counts (HfsSeries *self)
{
  return self->counts;
}

/**
 * hfs_series_get_title:
 *
 * Returns: (transfer none) (nullable): what it shows, for a heading
 */
const char *
hfs_series_get_title (HfsSeries *self)
{
  return self->title;
}

/**
 * hfs_series_get_unit:
 *
 * Returns: (transfer none) (nullable): what is counted, in the plural
 */
const char *
hfs_series_get_unit (HfsSeries *self)
{
  return self->unit;
}

/**
 * hfs_series_get_population:
 *
 * Returns: (transfer none) (nullable): of what it is counted
 */
const char *
hfs_series_get_population (HfsSeries *self)
{
  return self->population;
}

/**
 * hfs_series_get_source:
 *
 * Returns: (transfer none) (nullable): who published it
 */
const char *
hfs_series_get_source (HfsSeries *self)
{
  return self->source;
}

/**
 * hfs_series_get_uri:
 *
 * Returns: (transfer none) (nullable): where a reader can see it
 */
const char *
hfs_series_get_uri (HfsSeries *self)
{
  return self->uri;
}

/**
 * hfs_series_get_licence:
 *
 * Returns: (transfer none) (nullable): its licence
 */
const char *
hfs_series_get_licence (HfsSeries *self)
{
  return self->licence;
}

/**
 * hfs_series_get_note:
 *
 * Returns: (transfer none) (nullable): what a reader should know before the values
 */
const char *
hfs_series_get_note (HfsSeries *self)
{
  return self->note;
}

/**
 * hfs_series_get_n_groups:
 *
 * Returns: how many groups it has, which are numbered in the order of the file
 */
guint
hfs_series_get_n_groups (HfsSeries *self)
{
  return self->groups->len;
}

/**
 * hfs_series_get_group:
 *
 * Returns: (transfer none): the name of a group
 */
const char *
hfs_series_get_group (HfsSeries *self,
                      guint      group)
{
  return ((Group *) self->groups->pdata[group])->name;
}

/**
 * hfs_series_find_group:
 * @group: (out): its number
 *
 * Returns: whether there is a group of this name
 */
gboolean
hfs_series_find_group (HfsSeries  *self,
                       const char *name,
                       guint      *group)
{
  for (*group = 0; *group < self->groups->len; (*group)++)
    if (g_str_equal (((Group *) self->groups->pdata[*group])->name, name))
      return TRUE;
  return FALSE;
}

/**
 * hfs_series_get_n_points:
 *
 * Returns: how many values a group has
 */
guint
hfs_series_get_n_points (HfsSeries *self,
                         guint      group)
{
  return ((Group *) self->groups->pdata[group])->points->len;
}

/**
 * hfs_series_get_point:
 *
 * Returns: (transfer none): a value of a group, in the order of the dates
 */
const HfsSeriesPoint *
hfs_series_get_point (HfsSeries *self,
                      guint      group,
                      guint      index)
{
  return ((Group *) self->groups->pdata[group])->points->pdata[index];
}

/**
 * hfs_series_find_point:
 * @date: `YYYY-MM-DD`
 *
 * Returns: (transfer none) (nullable): the last value of a group that is not after a date
 */
const HfsSeriesPoint *
hfs_series_find_point (HfsSeries  *self,
                       guint       group,
                       const char *date)
{
  GPtrArray *points = ((Group *) self->groups->pdata[group])->points;
  const HfsSeriesPoint *found = NULL;

  for (guint i = 0; i < points->len; i++)
    if (g_strcmp0 (((HfsSeriesPoint *) points->pdata[i])->date, date) <= 0)
      found = points->pdata[i];
  return found;
}
