/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-overrides.h"

#include "hfs-countries.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (hfs-override-error-quark, hfs_override_error)

/* The Hub allows no longer account names. */
#define LONGEST_NAME   96
#define LONGEST_REASON 500

static const char * const field_keys[HFS_N_OVERRIDE_FIELDS] = { "country", "developer-type" };

/**
 * HfsOverrides:
 *
 * What the reader classifies otherwise than the published table: one decision a publisher and field, each step
 * can be undone. For the main thread.
 */
struct _HfsOverrides
{
  GObject parent_instance;

  GPtrArray *overrides; /* (owned) (element-type HfsOverride): in the order in which they were made */
  GQueue steps;         /* (owned) (element-type GPtrArray): what was there before each step, the last first */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsOverrides, hfs_overrides, G_TYPE_OBJECT)

static void
hfs_overrides_finalize (GObject *object)
{
  HfsOverrides *self = HFS_OVERRIDES (object);

  g_ptr_array_unref (self->overrides);
  g_queue_clear_full (&self->steps, (GDestroyNotify) g_ptr_array_unref);

  G_OBJECT_CLASS (hfs_overrides_parent_class)->finalize (object);
}

static void
hfs_overrides_class_init (HfsOverridesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_overrides_finalize;

  /**
   * HfsOverrides::changed:
   *
   * A decision was made, changed or taken back.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_overrides_init (HfsOverrides *self)
{
  self->overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_override_free);
  g_queue_init (&self->steps);
}

/**
 * hfs_overrides_new:
 *
 * Returns: (transfer full): no decisions yet
 */
HfsOverrides *
hfs_overrides_new (void)
{
  return g_object_new (HFS_TYPE_OVERRIDES, NULL);
}

static HfsOverride *
copy (const HfsOverride *override)
{
  HfsOverride *other = g_new0 (HfsOverride, 1);

  other->publisher = g_strdup (override->publisher);
  other->field = override->field;
  other->value = g_strdup (override->value);
  other->reason = g_strdup (override->reason);
  other->date = g_strdup (override->date);
  return other;
}

static gpointer
copy_func (gconstpointer override,
           gpointer      user_data)
{
  return copy (override);
}

/* Puts @overrides in the place of those that are there, as one step. */
static void
step (HfsOverrides *self,
      GPtrArray    *overrides)
{
  g_queue_push_head (&self->steps, self->overrides);
  self->overrides = overrides;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A list of our own that is about to be another one. */
static GPtrArray *
copy_all (GPtrArray *overrides)
{
  GPtrArray *copies = g_ptr_array_copy (overrides, copy_func, NULL);

  g_ptr_array_set_free_func (copies, (GDestroyNotify) hfs_override_free);
  return copies;
}

static int
find_index (GPtrArray        *overrides,
            const char       *publisher,
            HfsOverrideField  field)
{
  for (guint i = 0; i < overrides->len; i++)
    {
      const HfsOverride *override = g_ptr_array_index (overrides, i);

      if (override->field == field && g_str_equal (override->publisher, publisher))
        return i;
    }
  return -1;
}

/**
 * hfs_overrides_get_n:
 *
 * Returns: how many decisions there are
 */
guint
hfs_overrides_get_n (HfsOverrides *self)
{
  return self->overrides->len;
}

/**
 * hfs_overrides_get:
 *
 * Returns: (transfer none): a decision, the oldest first; good until the next change
 */
const HfsOverride *
hfs_overrides_get (HfsOverrides *self,
                   guint         index)
{
  return g_ptr_array_index (self->overrides, index);
}

/**
 * hfs_overrides_find:
 *
 * Returns: (transfer none) (nullable): the decision about this field of a publisher; good until the next change
 */
const HfsOverride *
hfs_overrides_find (HfsOverrides     *self,
                    const char       *publisher,
                    HfsOverrideField  field)
{
  int index = find_index (self->overrides, publisher, field);

  return index >= 0 ? g_ptr_array_index (self->overrides, index) : NULL;
}

static gboolean
is_account (const char *text)
{
  return *text != '\0' && strlen (text) <= LONGEST_NAME && *text != '-' && *text != '.' &&
         strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == strlen (text);
}

static gboolean
is_date (const char *text)
{
  int year, month, day, end = 0;

  return strlen (text) == 10 && sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10 &&
         g_date_valid_dmy (day, month, year);
}

static gboolean
is_reason (const char *text)
{
  gboolean says_something = FALSE;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > LONGEST_REASON)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (text)))
        return FALSE;
      says_something |= !g_unichar_isspace (g_utf8_get_char (text));
    }
  return says_something;
}

/* The one way in which a value is written. */
static const char *
canonical_value (const HfsOverride *draft)
{
  HfsDeveloperType type;

  if (draft->field == HFS_OVERRIDE_COUNTRY)
    return hfs_country_from_key (draft->value);
  return hfs_developer_type_from_key (draft->value, &type) ? hfs_developer_type_get_key (type) : NULL;
}

/**
 * hfs_override_new_checked:
 * @draft: a decision as somebody typed it
 *
 * Returns: (transfer full) (nullable): the decision, its value written as tables have it; %NULL with @error set to a
 *   sentence when it cannot be
 */
HfsOverride *
hfs_override_new_checked (const HfsOverride  *draft,
                          GError            **error)
{
  const char *value = canonical_value (draft);
  HfsOverride *override;

  if (!is_account (draft->publisher))
    g_set_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_PUBLISHER,
                 _("“%s” cannot be the name of an account on the Hub."), draft->publisher);
  else if (value == NULL && draft->field == HFS_OVERRIDE_COUNTRY)
    g_set_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_VALUE,
                 _("There is no country “%s”. Use a code of two letters such as DE, or international, unstated or unknown."), draft->value);
  else if (value == NULL)
    g_set_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_VALUE,
                 _("There is no developer type “%s”. There are: industry, academia, nonprofit, government, community, individual, unknown."), draft->value);
  else if (!is_reason (draft->reason))
    g_set_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_REASON,
                 _("A change needs a reason of one line, at most %d characters long."), LONGEST_REASON);
  else if (!is_date (draft->date))
    g_set_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_DATE, _("“%s” is no date such as 2026-08-22."), draft->date);
  else
    {
      override = copy (draft);
      g_free (override->value);
      override->value = g_strdup (value);
      return override;
    }
  return NULL;
}

/**
 * hfs_overrides_set:
 * @override: a decision; it takes the place of an earlier one about the same field of the publisher
 *
 * Returns: whether the decision can be; if not, @error says why in a sentence and nothing is changed
 */
gboolean
hfs_overrides_set (HfsOverrides       *self,
                   const HfsOverride  *override,
                   GError            **error)
{
  HfsOverride *checked = hfs_override_new_checked (override, error);
  GPtrArray *next;
  int index;

  if (checked == NULL)
    return FALSE;
  next = copy_all (self->overrides);
  index = find_index (next, checked->publisher, checked->field);
  if (index >= 0)
    g_ptr_array_remove_index (next, index);
  g_ptr_array_insert (next, index, checked);
  step (self, next);
  return TRUE;
}

/**
 * hfs_overrides_remove:
 *
 * Takes a decision back, so that the published table counts again.
 *
 * Returns: whether there was one
 */
gboolean
hfs_overrides_remove (HfsOverrides     *self,
                      const char       *publisher,
                      HfsOverrideField  field)
{
  int index = find_index (self->overrides, publisher, field);
  GPtrArray *next;

  if (index < 0)
    return FALSE;
  next = copy_all (self->overrides);
  g_ptr_array_remove_index (next, index);
  step (self, next);
  return TRUE;
}

/**
 * hfs_overrides_replace:
 * @overrides: (transfer full) (element-type HfsOverride): decisions that are checked, with no two about the same
 *
 * Puts other decisions in the place of all that are there, as one step.
 */
void
hfs_overrides_replace (HfsOverrides *self,
                       GPtrArray    *overrides)
{
  g_ptr_array_set_free_func (overrides, (GDestroyNotify) hfs_override_free);
  step (self, overrides);
}

/**
 * hfs_overrides_can_undo:
 *
 * Returns: whether there is a step to take back
 */
gboolean
hfs_overrides_can_undo (HfsOverrides *self)
{
  return self->steps.length > 0;
}

/**
 * hfs_overrides_undo:
 *
 * Takes the last step back.
 *
 * Returns: whether there was one
 */
gboolean
hfs_overrides_undo (HfsOverrides *self)
{
  GPtrArray *before = g_queue_pop_head (&self->steps);

  if (before == NULL)
    return FALSE;
  g_ptr_array_unref (self->overrides);
  self->overrides = before;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * hfs_overrides_dup_published:
 *
 * Returns: (transfer full): what the published table says where @override says something else
 */
char *
hfs_overrides_dup_published (HfsPublishers     *publishers,
                             const HfsOverride *override)
{
  const HfsPublisher *publisher = hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, override->publisher);

  if (override->field == HFS_OVERRIDE_COUNTRY)
    return g_strdup (publisher ? publisher->country : HFS_COUNTRY_UNKNOWN);
  return g_strdup (hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
}

/**
 * hfs_override_free:
 *
 * Frees @override.
 */
void
hfs_override_free (HfsOverride *override)
{
  g_free (override->publisher);
  g_free (override->value);
  g_free (override->reason);
  g_free (override->date);
  g_free (override);
}

/**
 * hfs_override_field_get_key:
 *
 * Returns: (transfer none): the word of files
 */
const char *
hfs_override_field_get_key (HfsOverrideField field)
{
  return field_keys[field];
}

/**
 * hfs_override_field_from_key:
 * @field: (out): the field
 *
 * Returns: whether there is a field of this name
 */
gboolean
hfs_override_field_from_key (const char       *key,
                             HfsOverrideField *field)
{
  for (guint i = 0; i < HFS_N_OVERRIDE_FIELDS; i++)
    if (g_str_equal (key, field_keys[i]))
      return *field = i, TRUE;
  return FALSE;
}
