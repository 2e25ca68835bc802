/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-name.h"

#include <string.h>

typedef struct
{
  const char *label;
  gint64 parameters;
} Size;

static const Size sizes[] = {
  { "7b", 7241732096 },   { "8b", 8030261248 },    { "3b", 3212749824 },   { "1b", 1235814400 },
  { "0.5b", 494032768 },  { "13b", 13015864320 },  { "32b", 32763876352 }, { "70b", 70553706496 },
  { "base", 109482240 },  { "large", 335141888 },  { "tiny", 22713216 },   { "235b", 235093634560 },
  { "27b", 27432406640 }, { "8x7b", 46702792704 }, { "mini", 0 },          { "xl", 0 },
};

static char *
put_text (char *to, const char *text)
{
  gsize length = strlen (text);

  memcpy (to, text, length + 1);
  return to + length;
}

static char *
put_number (char *to, guint number)
{
  char digits[10];
  guint n = 0;

  do
    digits[n++] = '0' + number % 10;
  while ((number /= 10) > 0);

  while (n > 0)
    *to++ = digits[--n];
  *to = '\0';
  return to;
}

static const Size *
draw_size (const HfsHubRow *row)
{
  static const Size trillion = { "1650b", G_GINT64_CONSTANT (1650497936906) };

  if (row->oddity == HFS_HUB_ODDITY_TRILLION_PARAMETERS)
    return &trillion;
  if (row->oddity == HFS_HUB_ODDITY_SHARDED_GGUF)
    return &sizes[12];
  return &sizes[hfs_hub_row_draw (row, 8, G_N_ELEMENTS (sizes))];
}

/**
 * hfs_hub_row_name:
 * @row: a row of which all but its id and size is known
 *
 * Gives the row an id, and the number of parameters that goes with it.
 */
void
hfs_hub_row_name (HfsHubRow *row)
{
  const Size *size = draw_size (row);
  char *end = row->id;

  row->parameters = row->oddity == HFS_HUB_ODDITY_NO_SAFETENSORS ? 0 : size->parameters;
  if (row->oddity == HFS_HUB_ODDITY_STRANGER)
    end = put_text (end, "stranger-");
  else if (row->oddity != HFS_HUB_ODDITY_NO_SLASH)
    end = put_text (end, "maker-");

  if (row->author > 0)
    {
      end = put_number (end, row->author);
      row->author_length = end - row->id;
      *end++ = '/';
    }
  end = put_text (end, "model-");
  end = put_text (end, size->label);
  if (row->is_gguf)
    end = put_text (end, "-GGUF");
  else if (row->relation == HFS_HUB_RELATION_ADAPTER)
    end = put_text (end, "-lora");
  *end++ = '-';
  put_number (end, row->index);
}
