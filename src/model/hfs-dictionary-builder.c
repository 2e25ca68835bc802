/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-dictionary-builder.h"

#include <string.h>

/* The table doubles when it is fuller than this many eighths. */
#define FULL_EIGHTHS 6

/**
 * HfsDictionaryBuilder:
 *
 * Gives distinct words a number each, in the order they come.
 */
struct _HfsDictionaryBuilder
{
  GObject parent_instance;

  GByteArray *text;  /* (owned) */
  GArray *offsets;   /* (owned) (element-type guint32) */
  guint32 *slots;    /* (owned): codes plus one */
  guint n_slots;     /* a power of two */
};

G_DEFINE_FINAL_TYPE (HfsDictionaryBuilder, hfs_dictionary_builder, G_TYPE_OBJECT)

static void
hfs_dictionary_builder_finalize (GObject *object)
{
  HfsDictionaryBuilder *self = HFS_DICTIONARY_BUILDER (object);

  g_byte_array_unref (self->text);
  g_array_unref (self->offsets);
  g_free (self->slots);

  G_OBJECT_CLASS (hfs_dictionary_builder_parent_class)->finalize (object);
}

static void
hfs_dictionary_builder_class_init (HfsDictionaryBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_dictionary_builder_finalize;
}

static void
hfs_dictionary_builder_init (HfsDictionaryBuilder *self)
{
  self->text = g_byte_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = 64;
  self->slots = g_new0 (guint32, self->n_slots);
}

/**
 * hfs_dictionary_builder_new:
 *
 * Returns: (transfer full): a builder without words
 */
HfsDictionaryBuilder *
hfs_dictionary_builder_new (void)
{
  return g_object_new (HFS_TYPE_DICTIONARY_BUILDER, NULL);
}

/* Finds the slot of @word, or the free one where it belongs. */
static guint
find_slot (HfsDictionaryBuilder *self,
           const char           *word)
{
  guint mask = self->n_slots - 1, slot = hfs_dictionary_hash (word) & mask;

  while (self->slots[slot] != 0 && strcmp (hfs_dictionary_builder_get_word (self, self->slots[slot] - 1), word) != 0)
    slot = (slot + 1) & mask;
  return slot;
}

static void
put_all (guint32    *slots,
         guint       n_slots,
         const char *text,
         GArray     *offsets)
{
  for (guint code = 0; code < offsets->len; code++)
    {
      guint slot = hfs_dictionary_hash (text + g_array_index (offsets, guint32, code)) & (n_slots - 1);

      while (slots[slot] != 0)
        slot = (slot + 1) & (n_slots - 1);
      slots[slot] = code + 1;
    }
}

static void
grow (HfsDictionaryBuilder *self)
{
  self->n_slots *= 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  put_all (self->slots, self->n_slots, (const char *) self->text->data, self->offsets);
}

/**
 * hfs_dictionary_builder_add:
 * @word: (nullable): a word; %NULL is the empty word
 *
 * Finds the code of @word, giving it the next one when it is new.
 *
 * Returns: the code
 */
guint
hfs_dictionary_builder_add (HfsDictionaryBuilder *self,
                            const char           *word)
{
  guint32 offset = self->text->len;
  guint slot;

  if (word == NULL)
    word = "";
  slot = find_slot (self, word);
  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;

  g_byte_array_append (self->text, (const guint8 *) word, strlen (word) + 1);
  g_array_append_val (self->offsets, offset);
  self->slots[slot] = self->offsets->len;
  if ((guint64) self->offsets->len * 8 > (guint64) self->n_slots * FULL_EIGHTHS)
    grow (self);
  return self->offsets->len - 1;
}

/**
 * hfs_dictionary_builder_lookup:
 * @code: (out): the code of @word
 *
 * Returns: whether @word was added
 */
gboolean
hfs_dictionary_builder_lookup (HfsDictionaryBuilder *self,
                               const char           *word,
                               guint                *code)
{
  guint slot = find_slot (self, word);

  *code = self->slots[slot] - 1;
  return self->slots[slot] != 0;
}

/**
 * hfs_dictionary_builder_get_word:
 *
 * Returns: (transfer none): the word, good until the next one is added
 */
const char *
hfs_dictionary_builder_get_word (HfsDictionaryBuilder *self,
                                 guint                 code)
{
  return (const char *) self->text->data + g_array_index (self->offsets, guint32, code);
}

/**
 * hfs_dictionary_builder_get_size:
 *
 * Returns: how many words there are
 */
guint
hfs_dictionary_builder_get_size (HfsDictionaryBuilder *self)
{
  return self->offsets->len;
}

/* Writes the words in another order. */
static void
reorder (HfsDictionaryBuilder *self,
         const guint          *order)
{
  GByteArray *text = g_byte_array_sized_new (self->text->len);
  GArray *offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->offsets->len);

  for (guint i = 0; i < self->offsets->len; i++)
    {
      const char *word = hfs_dictionary_builder_get_word (self, order[i]);
      guint32 offset = text->len;

      g_byte_array_append (text, (const guint8 *) word, strlen (word) + 1);
      g_array_append_val (offsets, offset);
    }
  g_byte_array_unref (self->text);
  g_array_unref (self->offsets);
  self->text = text;
  self->offsets = offsets;
  memset (self->slots, 0, self->n_slots * sizeof (guint32));
  put_all (self->slots, self->n_slots, (const char *) self->text->data, self->offsets);
}

/**
 * hfs_dictionary_builder_end:
 * @order: (nullable) (array): for each code of the dictionary the code that the builder gave, %NULL for the same
 *
 * Makes the dictionary; the builder is empty afterwards.
 *
 * Returns: (transfer full): the dictionary
 */
HfsDictionary *
hfs_dictionary_builder_end (HfsDictionaryBuilder *self,
                            const guint          *order)
{
  g_autoptr (GBytes) text = NULL, offsets = NULL, slots = NULL;
  gsize length;
  gpointer data;

  if (order != NULL)
    reorder (self, order);
  text = g_byte_array_free_to_bytes (g_steal_pointer (&self->text));
  data = g_array_steal (self->offsets, &length);
  offsets = g_bytes_new_take (data, length * sizeof (guint32));
  slots = g_bytes_new_take (g_steal_pointer (&self->slots), self->n_slots * sizeof (guint32));
  g_array_unref (self->offsets);
  hfs_dictionary_builder_init (self);
  return hfs_dictionary_new (text, offsets, slots);
}
