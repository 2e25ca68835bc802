/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-dictionary-builder.h"

#include <string.h>

/* The table doubles when it is fuller than this many eighths. */
#define FULL_EIGHTHS 6

/* A slot of the table. The hash stands beside the code, so that another word is known as that without being looked at:
 * among millions of words each look is a wait for memory. */
typedef struct
{
  guint32 code;      /* plus one; 0 where the slot is free */
  guint32 hash;
} Slot;

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
  Slot *slots;       /* (owned) */
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
  self->slots = g_new0 (Slot, self->n_slots);
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
static Slot *
find_slot (HfsDictionaryBuilder *self,
           const char           *word,
           guint32               hash)
{
  guint mask = self->n_slots - 1, place = hash & mask;

  while (self->slots[place].code != 0 &&
         (self->slots[place].hash != hash ||
          strcmp (hfs_dictionary_builder_get_word (self, self->slots[place].code - 1), word) != 0))
    place = (place + 1) & mask;
  return &self->slots[place];
}

static void
grow (HfsDictionaryBuilder *self)
{
  guint n_before = self->n_slots, mask = n_before * 2 - 1;
  Slot *slots = g_new0 (Slot, (gsize) n_before * 2);

  for (guint i = 0; i < n_before; i++)
    if (self->slots[i].code != 0)
      {
        guint place = self->slots[i].hash & mask;

        while (slots[place].code != 0)
          place = (place + 1) & mask;
        slots[place] = self->slots[i];
      }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_before * 2;
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
  guint32 offset = self->text->len, hash;
  Slot *slot;

  if (word == NULL)
    word = "";
  hash = hfs_dictionary_hash (word);
  slot = find_slot (self, word, hash);
  if (slot->code != 0)
    return slot->code - 1;

  g_byte_array_append (self->text, (const guint8 *) word, strlen (word) + 1);
  g_array_append_val (self->offsets, offset);
  *slot = (Slot) { self->offsets->len, hash };
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
  const Slot *slot = find_slot (self, word, hfs_dictionary_hash (word));

  *code = slot->code - 1;
  return slot->code != 0;
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

/* A word stays in its slot whatever its number is. */
static void
renumber (HfsDictionaryBuilder *self,
          const guint          *order)
{
  g_autofree guint32 *code_of = g_new (guint32, self->offsets->len);

  for (guint i = 0; i < self->offsets->len; i++)
    code_of[order[i]] = i;
  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].code != 0)
      self->slots[i].code = code_of[self->slots[i].code - 1] + 1;
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
  renumber (self, order);
}

/* The slots as the dictionary has them: codes plus one. */
static GBytes *
take_slots (HfsDictionaryBuilder *self)
{
  guint32 *codes = g_new (guint32, self->n_slots);

  for (guint i = 0; i < self->n_slots; i++)
    codes[i] = self->slots[i].code;
  g_clear_pointer (&self->slots, g_free);
  return g_bytes_new_take (codes, self->n_slots * sizeof (guint32));
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
  slots = take_slots (self);
  g_array_unref (self->offsets);
  hfs_dictionary_builder_init (self);
  return hfs_dictionary_new (text, offsets, slots);
}
