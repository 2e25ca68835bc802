/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-dictionary.h"

#include <string.h>

/**
 * HfsDictionary:
 *
 * Distinct words with a number each: the words of a column, or the ids of the models.
 *
 * Three pieces of plain memory that may be a mapped file: the words one after
 * another, each ended by a zero byte; where each begins; and a hash table of
 * codes with open addressing, for looking words up. Made by
 * [class@DictionaryBuilder]. Immutable; may be read from any thread.
 */
struct _HfsDictionary
{
  GObject parent_instance;

  GBytes *text;    /* (owned) */
  GBytes *offsets; /* (owned): guint32 a word */
  GBytes *slots;   /* (owned): a power of two of guint32, each a code plus one, 0 where free */

  const char *words;     /* borrowed from text */
  const guint32 *at;     /* borrowed from offsets */
  const guint32 *table;  /* borrowed from slots */
  guint n_words;
  guint mask;
};

G_DEFINE_FINAL_TYPE (HfsDictionary, hfs_dictionary, G_TYPE_OBJECT)

static void
hfs_dictionary_finalize (GObject *object)
{
  HfsDictionary *self = HFS_DICTIONARY (object);

  g_bytes_unref (self->text);
  g_bytes_unref (self->offsets);
  g_bytes_unref (self->slots);

  G_OBJECT_CLASS (hfs_dictionary_parent_class)->finalize (object);
}

static void
hfs_dictionary_class_init (HfsDictionaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_dictionary_finalize;
}

static void
hfs_dictionary_init (HfsDictionary *self)
{
}

/**
 * hfs_dictionary_new:
 * @text: the words, each ended by a zero byte
 * @offsets: where each word begins, a guint32 each
 * @slots: the hash table
 *
 * Puts a dictionary together from pieces that [class@DictionaryBuilder] made.
 *
 * Returns: (transfer full): the dictionary
 */
HfsDictionary *
hfs_dictionary_new (GBytes *text,
                    GBytes *offsets,
                    GBytes *slots)
{
  HfsDictionary *self = g_object_new (HFS_TYPE_DICTIONARY, NULL);

  self->text = g_bytes_ref (text);
  self->offsets = g_bytes_ref (offsets);
  self->slots = g_bytes_ref (slots);
  self->words = g_bytes_get_data (text, NULL);
  self->at = g_bytes_get_data (offsets, NULL);
  self->table = g_bytes_get_data (slots, NULL);
  self->n_words = g_bytes_get_size (offsets) / sizeof (guint32);
  self->mask = g_bytes_get_size (slots) / sizeof (guint32) - 1;
  return self;
}

/**
 * hfs_dictionary_hash:
 *
 * The hash that files hold, so it never changes: FNV-1a with a last mixing, since a table
 * of a power of two looks at the low bits alone.
 *
 * Returns: the hash
 */
guint32
hfs_dictionary_hash (const char *word)
{
  guint32 hash = 2166136261u;

  for (; *word != '\0'; word++)
    hash = (hash ^ (guchar) *word) * 16777619u;
  hash ^= hash >> 15;
  return hash * 2246822519u ^ hash >> 13;
}

/**
 * hfs_dictionary_lookup:
 * @code: (out) (optional): the code of @word
 *
 * Returns: whether @word is in the dictionary
 */
gboolean
hfs_dictionary_lookup (HfsDictionary *self,
                       const char    *word,
                       guint         *code)
{
  guint slot = hfs_dictionary_hash (word) & self->mask;

  for (; self->table[slot] != 0; slot = (slot + 1) & self->mask)
    if (strcmp (self->words + self->at[self->table[slot] - 1], word) == 0)
      {
        if (code != NULL)
          *code = self->table[slot] - 1;
        return TRUE;
      }
  return FALSE;
}

/**
 * hfs_dictionary_get_word:
 * @code: a code below [method@Dictionary.get_size]
 *
 * Returns: (transfer none): the word; it lives as long as the dictionary
 */
const char *
hfs_dictionary_get_word (HfsDictionary *self,
                         guint          code)
{
  g_return_val_if_fail (code < self->n_words, "");

  return self->words + self->at[code];
}

/**
 * hfs_dictionary_get_size:
 *
 * Returns: the number of words, the empty one included
 */
guint
hfs_dictionary_get_size (HfsDictionary *self)
{
  return self->n_words;
}

/**
 * hfs_dictionary_get_text:
 *
 * Returns: (transfer none): all words in the order of their codes, each ended by a zero byte
 */
GBytes *
hfs_dictionary_get_text (HfsDictionary *self)
{
  return self->text;
}

/**
 * hfs_dictionary_get_offsets:
 *
 * Returns: (transfer none): a guint32 a word: where in the text it begins
 */
GBytes *
hfs_dictionary_get_offsets (HfsDictionary *self)
{
  return self->offsets;
}

/**
 * hfs_dictionary_get_slots:
 *
 * Returns: (transfer none): the hash table
 */
GBytes *
hfs_dictionary_get_slots (HfsDictionary *self)
{
  return self->slots;
}
