/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-name-search.h"

#include "hfs-pass.h"

#include <string.h>

/* How many places are looked at at once; the compiler makes vectors of it. */
#define BLOCK 64

/* As many places as a word has bytes. */
#define WORD (sizeof (guint64))

/* The same byte in each place of a word. */
#define SPREAD(byte) ((guint64) (byte) * G_GUINT64_CONSTANT (0x0101010101010101))

/*
 * All ids stand one after another in one piece of memory, so a search is one pass over it. A place
 * where the text can begin has its first letter there and its last letter as far behind as the text is long.
 * That is tested for a word of places at once, and after a block without one for a whole block at once. What is left of an
 * id that holds the text is not looked at: a text that nearly all ids hold is found as fast as one that few do.
 */
typedef struct
{
  const guint8 *names;
  const guint32 *at;   /* where each id begins */
  gsize size;          /* of the names that are looked at */
  const guint8 *text;  /* in small letters */
  const guint8 *bits;  /* for each letter of the text the bit that makes a small letter of a capital one */
  gsize behind;        /* how far the last letter is behind the first */
  guint8 first, first_bit, last, last_bit;
  guint8 *mask;
} Searching;

/* The bits that make small letters of capital ones; bytes that are no letters have none. */
static guint8 *
new_case_bits (const char *text)
{
  gsize length = strlen (text);
  guint8 *bits = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bits[i] = g_ascii_isalpha (text[i]) ? 0x20 : 0;
  return bits;
}

static inline gboolean
is_at (const Searching *self,
       gsize            place)
{
  for (gsize i = 0; i <= self->behind; i++)
    if ((self->names[place + i] | self->bits[i]) != self->text[i])
      return FALSE;
  return TRUE;
}

static inline gboolean
may_be_in_block (const Searching *self,
                 gsize            place)
{
  const guint8 *first = self->names + place, *last = first + self->behind;
  guint8 found = 0;

  for (guint i = 0; i < BLOCK; i++)
    found |= ((first[i] | self->first_bit) == self->first) & ((last[i] | self->last_bit) == self->last);
  return found;
}

/* A word of places: a byte is 0 where the letter is. */
static inline guint64
compare_word (const guint8 *names,
              guint8        letter,
              guint8        bit)
{
  guint64 word;

  memcpy (&word, names, sizeof word);
  return (GUINT64_FROM_LE (word) | SPREAD (bit)) ^ SPREAD (letter);
}

/* How far behind @place the text can begin first, or WORD when it cannot in any place of the word. */
static inline gsize
find_in_word (const Searching *self,
              gsize            place)
{
  const guint8 *names = self->names + place;
  guint64 other = compare_word (names, self->first, self->first_bit) |
                  compare_word (names + self->behind, self->last, self->last_bit);
  /* The highest bit of each byte that is 0; no byte's sum reaches into the next one. */
  guint64 found = ~(((other & SPREAD (0x7f)) + SPREAD (0x7f)) | other) & SPREAD (0x80);

  return found ? (gsize) __builtin_ctzll (found) / 8 : WORD;
}

/* The first place from @place on where the text can begin; none before @end when it is not before @end. */
static inline gsize
find_place (const Searching *self,
            gsize            place,
            gsize            end)
{
  gsize far = place + BLOCK;   /* before it words are looked at, from it on whole blocks until one may have a place */

  while (place < end && place + self->behind + BLOCK <= self->size)
    {
      gsize found;

      if (place >= far && !may_be_in_block (self, place))
        {
          place += BLOCK;
          continue;
        }
      far = place < far ? far : place + BLOCK;
      found = find_in_word (self, place);
      place += found;
      if (found < WORD)
        return place;
    }
  while (place < end && !is_at (self, place))
    place++;
  return place;
}

/* The row whose id holds @place, from @from on: a few rows on where many ids hold the text, far where few do. */
static inline guint
find_row (const Searching *self,
          gsize            place,
          guint            from,
          guint            to)
{
  guint step = 1;

  for (; step < to - from && self->at[from + step] <= place; step *= 2)
    from += step;
  to = MIN (to, from + step);
  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (self->at[middle] <= place)
        from = middle;
      else
        to = middle;
    }
  return from;
}

static void
search_part (guint    from,
             guint    to,
             guint    part,
             gpointer user_data)
{
  /* One of its own, which what is written to the mask cannot change: the compiler keeps all of it in registers. */
  const Searching self = *(const Searching *) user_data;
  gsize place = self.at[from];
  gsize end = self.at[to - 1] + strlen ((const char *) self.names + self.at[to - 1]);
  guint row = from;

  end = end > self.behind ? end - self.behind : 0;
  while ((place = find_place (&self, place, end)) < end)
    {
      if (!is_at (&self, place))
        {
          place++;
          continue;
        }
      row = find_row (&self, place, row, to);
      self.mask[row] = 1;
      place = row + 1 < to ? self.at[row + 1] : end;
    }
}

/**
 * hfs_name_search_mask:
 * @text: what the ids have to hold, in capital or small letters; not empty
 * @n_rows: how many of the most downloaded models are looked at
 *
 * Finds the models whose ids hold a text.
 *
 * Returns: (transfer full) (array length=n_rows): 1 for each row whose id does
 */
guint8 *
hfs_name_search_mask (HfsSnapshot *snapshot,
                      const char  *text,
                      guint        n_rows)
{
  HfsDictionary *names = hfs_snapshot_get_names (snapshot);
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_autofree guint8 *bits = new_case_bits (small);
  gsize behind = strlen (small) - 1;
  Searching searching = {
    .text = (const guint8 *) small, .bits = bits, .behind = behind,
    .first = small[0], .first_bit = bits[0], .last = small[behind], .last_bit = bits[behind],
  };

  searching.names = g_bytes_get_data (hfs_dictionary_get_text (names), &searching.size);
  searching.at = g_bytes_get_data (hfs_dictionary_get_offsets (names), NULL);
  searching.mask = g_malloc0 (MAX (n_rows, 1));
  if (n_rows > 0 && behind < searching.size)
    hfs_pass_run (n_rows, search_part, &searching);
  hfs_snapshot_forget_names (snapshot);
  return searching.mask;
}
