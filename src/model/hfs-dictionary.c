/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-dictionary.h"

/**
 * HfsDictionary:
 *
 * The distinct words of one column, numbered in the order they came.
 *
 * A column of text is stored as one small number a row. Code 0 is the empty
 * word: the row does not say. Writable until its snapshot is finished, then
 * only read, from any thread.
 */
struct _HfsDictionary
{
  GObject parent_instance;

  GStringChunk *text;  /* (owned) */
  GPtrArray *words;    /* (owned) (element-type utf8): borrowed from text */
  GHashTable *codes;   /* (owned) (element-type utf8 guint): keys borrowed from text */
};

G_DEFINE_FINAL_TYPE (HfsDictionary, hfs_dictionary, G_TYPE_OBJECT)

static void
hfs_dictionary_finalize (GObject *object)
{
  HfsDictionary *self = HFS_DICTIONARY (object);

  g_hash_table_unref (self->codes);
  g_ptr_array_unref (self->words);
  g_string_chunk_free (self->text);

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
  self->text = g_string_chunk_new (4096);
  self->words = g_ptr_array_new ();
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  hfs_dictionary_add (self, "");
}

/**
 * hfs_dictionary_new:
 *
 * Creates a dictionary that holds only the empty word.
 *
 * Returns: (transfer full): a new dictionary
 */
HfsDictionary *
hfs_dictionary_new (void)
{
  return g_object_new (HFS_TYPE_DICTIONARY, NULL);
}

/**
 * hfs_dictionary_add:
 * @word: (nullable): a word; %NULL is the empty word
 *
 * Finds the code of @word, giving it the next one when it is new.
 *
 * Returns: the code
 */
guint
hfs_dictionary_add (HfsDictionary *self,
                    const char    *word)
{
  guint code;
  char *kept;

  if (word == NULL)
    word = "";
  if (hfs_dictionary_lookup (self, word, &code))
    return code;

  code = self->words->len;
  kept = g_string_chunk_insert (self->text, word);
  g_ptr_array_add (self->words, kept);
  g_hash_table_insert (self->codes, kept, GUINT_TO_POINTER (code));
  return code;
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
  gpointer value;

  if (!g_hash_table_lookup_extended (self->codes, word, NULL, &value))
    return FALSE;
  if (code != NULL)
    *code = GPOINTER_TO_UINT (value);
  return TRUE;
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
  g_return_val_if_fail (code < self->words->len, "");

  return g_ptr_array_index (self->words, code);
}

/**
 * hfs_dictionary_get_size:
 *
 * Returns: the number of words, the empty one included
 */
guint
hfs_dictionary_get_size (HfsDictionary *self)
{
  return self->words->len;
}
