/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-name-search.h"

#include "hfs-pass.h"

#include <string.h>

/* How many places are looked at at once; the compiler makes vectors of it. */
#define BLOCK 64

/*
 * All ids stand one after another in one piece of memory, so a search is one pass over it. A place
 * where the text can begin has its first letter there and its last letter as far behind as the text is long;
 * that is tested for a block of places at once, and few blocks have such a place.
 */
typedef struct
{
  HfsSnapshot *snapshot;
  const char *names;
  const guint32 *at;  /* where each id begins */
  gsize size;         /* of the names that are looked at */
  const char *text;   /* in small letters */
  gsize length;
  guint8 *mask;
} Searching;

/* The bit that makes a small letter of a capital one, for bytes that are letters. */
static guint8
case_bit (char letter)
{
  return g_ascii_isalpha (letter) ? 0x20 : 0;
}

static gboolean
is_at (const Searching *searching,
       gsize            place)
{
  for (gsize i = 0; i < searching->length; i++)
    if (g_ascii_tolower (searching->names[place + i]) != searching->text[i])
      return FALSE;
  return TRUE;
}

static gboolean
may_be_in_block (const guint8 *first,
                 const guint8 *last,
                 guint8        first_letter,
                 guint8        first_bit,
                 guint8        last_letter,
                 guint8        last_bit)
{
  guint8 found = 0;

  for (guint i = 0; i < BLOCK; i++)
    found |= ((first[i] | first_bit) == first_letter) & ((last[i] | last_bit) == last_letter);
  return found;
}

/* The row whose id holds @place. */
static guint
find_row (const Searching *searching,
          gsize            place,
          guint            from,
          guint            to)
{
  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (searching->at[middle] <= place)
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
  const Searching *searching = user_data;
  const guint8 *names = (const guint8 *) searching->names;
  gsize behind = searching->length - 1, place = searching->at[from];
  gsize end = searching->at[to - 1] + strlen (searching->names + searching->at[to - 1]);
  guint8 first = searching->text[0], last = searching->text[behind];
  guint8 first_bit = case_bit (first), last_bit = case_bit (last);
  guint row = from;

  end = end > behind ? end - behind : 0;
  while (place < end)
    {
      if (place + BLOCK + behind <= searching->size &&
          !may_be_in_block (names + place, names + place + behind, first, first_bit, last, last_bit))
        {
          place += BLOCK;
          continue;
        }
      for (gsize stop = MIN (place + BLOCK, end); place < stop; place++)
        if ((names[place] | first_bit) == first && (names[place + behind] | last_bit) == last && is_at (searching, place))
          {
            row = find_row (searching, place, row, to);
            searching->mask[row] = 1;
          }
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
  Searching searching = { snapshot, .text = small, .length = strlen (small) };

  searching.names = g_bytes_get_data (hfs_dictionary_get_text (names), &searching.size);
  searching.at = g_bytes_get_data (hfs_dictionary_get_offsets (names), NULL);
  searching.mask = g_malloc0 (MAX (n_rows, 1));
  if (n_rows > 0 && searching.length <= searching.size)
    hfs_pass_run (n_rows, search_part, &searching);
  hfs_snapshot_forget_names (snapshot);
  return g_steal_pointer (&searching.mask);
}
