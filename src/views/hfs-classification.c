/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-classification.h"

#include "hfs-dimension.h"
#include "hfs-format.h"
#include "hfs-overrides-file.h"

#include <glib/gi18n.h>

/**
 * HfsClassification:
 *
 * What the reader classifies otherwise, kept in a file on this computer. Each change is saved, and all answers that follow
 * the reader's own table are new.
 */
struct _HfsClassification
{
  GObject parent_instance;

  HfsEngine *engine;        /* (owned) */
  HfsOverrides *overrides;  /* (owned) */
  char *trouble;            /* (owned) (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsClassification, hfs_classification, G_TYPE_OBJECT)

static void
save (HfsClassification *self)
{
  g_autofree char *path = hfs_overrides_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->trouble, g_free);
  /* Where the folder cannot be made, saving says so. */
  g_mkdir_with_parents (folder, 0700);
  if (!hfs_overrides_save (self->overrides, path, &error))
    self->trouble = g_strdup_printf (_("Your changes count now, but they cannot be kept: %s"), error->message);
}

static void
overrides_changed_cb (HfsClassification *self)
{
  save (self);
  hfs_engine_set_overrides (self->engine, self->overrides);
  g_signal_emit (self, signals[CHANGED], 0);
  hfs_archive_changed (hfs_engine_get_archive (self->engine));
}

static void
hfs_classification_finalize (GObject *object)
{
  HfsClassification *self = HFS_CLASSIFICATION (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->overrides);
  g_free (self->trouble);

  G_OBJECT_CLASS (hfs_classification_parent_class)->finalize (object);
}

static void
hfs_classification_class_init (HfsClassificationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_classification_finalize;

  /**
   * HfsClassification::changed:
   *
   * The reader's decisions are others than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_classification_init (HfsClassification *self)
{
  self->overrides = hfs_overrides_new ();
}

/* A file with faults stays as it is until the reader changes something; a copy is put aside then. */
static void
load (HfsClassification *self)
{
  g_autofree char *path = hfs_overrides_dup_default_path ();
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !hfs_overrides_load (self->overrides, path, NULL, &error))
    {
      g_autofree char *aside = g_strconcat (path, ".faulty", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFile) copy = g_file_new_for_path (aside);

      g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
      self->trouble = g_strdup_printf (_("Your changes could not be read and do not count; a copy of them is in “%1$s”. %2$s"),
                                       aside, error->message);
    }
}

/**
 * hfs_classification_new:
 * @engine: whose answers follow the reader's decisions
 *
 * Returns: (transfer full): what the reader has decided so far
 */
HfsClassification *
hfs_classification_new (HfsEngine *engine)
{
  HfsClassification *self = g_object_new (HFS_TYPE_CLASSIFICATION, NULL);

  self->engine = g_object_ref (engine);
  load (self);
  g_signal_connect_object (self->overrides, "changed", G_CALLBACK (overrides_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * hfs_classification_get_engine:
 *
 * Returns: (transfer none): whose answers follow the reader's decisions
 */
HfsEngine *
hfs_classification_get_engine (HfsClassification *self)
{
  return self->engine;
}

/**
 * hfs_classification_get_overrides:
 *
 * Returns: (transfer none): the reader's decisions
 */
HfsOverrides *
hfs_classification_get_overrides (HfsClassification *self)
{
  return self->overrides;
}

/**
 * hfs_classification_get_trouble:
 *
 * Returns: (transfer none) (nullable): why the decisions could not be read or kept, in a sentence
 */
const char *
hfs_classification_get_trouble (HfsClassification *self)
{
  return self->trouble;
}

/**
 * hfs_classification_dup_summary:
 *
 * Returns: (transfer full): how many changes there are, in a sentence
 */
char *
hfs_classification_dup_summary (HfsClassification *self)
{
  guint n = hfs_overrides_get_n (self->overrides);
  g_autofree char *number = hfs_format_integer (n);

  if (n == 0)
    return g_strdup (_("You have changed nothing so far. All charts follow the published table."));
  return g_strdup_printf (ngettext ("%s change by you. It counts in every chart that follows your table.",
                                    "%s changes by you. They count in every chart that follows your table.", n), number);
}

/**
 * hfs_classification_dup_brief:
 *
 * Returns: (transfer full): the same in a few words
 */
char *
hfs_classification_dup_brief (HfsClassification *self)
{
  guint n = hfs_overrides_get_n (self->overrides);
  g_autofree char *number = hfs_format_integer (n);

  return g_strdup_printf (ngettext ("%s change by you", "%s changes by you", n), number);
}

/**
 * hfs_classification_dup_label:
 * @value: key of a country or of a developer type
 *
 * Returns: (transfer full): what readers see for it
 */
char *
hfs_classification_dup_label (HfsOverrideField  field,
                              const char       *value)
{
  return hfs_dimension_dup_label (field == HFS_OVERRIDE_COUNTRY ? HFS_DIMENSION_COUNTRIES : HFS_DIMENSION_DEVELOPER_TYPES, value);
}
