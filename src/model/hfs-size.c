/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-size.h"

#define MILLION G_GINT64_CONSTANT (1000000)
#define BILLION G_GINT64_CONSTANT (1000000000)

/* No model is known above; a larger number in a name is not a size. */
#define LARGEST (G_GINT64_CONSTANT (100000) * BILLION)

static const struct
{
  const char *key;
  gint64 below;
} size_classes[HFS_N_SIZE_CLASSES] = {
  { "lt100m",   100 * MILLION },
  { "100m-1b",  BILLION },
  { "1b-10b",   10 * BILLION },
  { "10b-30b",  30 * BILLION },
  { "30b-100b", 100 * BILLION },
  { "ge100b",   G_MAXINT64 },
  { "unknown",  0 },
};

/**
 * hfs_size_class_of:
 * @parameters: a number of parameters; 0 or less when it is not known
 *
 * Returns: the class it falls in
 */
HfsSizeClass
hfs_size_class_of (gint64 parameters)
{
  HfsSizeClass size_class = HFS_SIZE_CLASS_LT_100M;

  if (parameters <= 0)
    return HFS_SIZE_CLASS_UNKNOWN;
  while (size_class < HFS_SIZE_CLASS_GE_100B && parameters >= size_classes[size_class].below)
    size_class++;
  return size_class;
}

/**
 * hfs_size_class_get_key:
 *
 * Returns: (transfer none): the word of the query language
 */
const char *
hfs_size_class_get_key (HfsSizeClass size_class)
{
  return size_classes[size_class].key;
}

/**
 * hfs_size_source_get_key:
 *
 * Returns: (transfer none): the word used in exported files
 */
const char *
hfs_size_source_get_key (HfsSizeSource source)
{
  static const char * const keys[] = {
    "unknown", "safetensors", "gguf", "file", "list", "name", "base-model",
  };

  return keys[source];
}

/**
 * hfs_size_source_is_measured:
 *
 * Returns: whether the size is counted or published, and not read from a name or taken from a base model
 */
gboolean
hfs_size_source_is_measured (HfsSizeSource source)
{
  return source >= HFS_SIZE_SOURCE_SAFETENSORS && source <= HFS_SIZE_SOURCE_LIST;
}

/* Reads "7", "1.5" or "0.6": digits with at most one point inside. Returns the end, or NULL. */
static const char *
read_number (const char *at,
             double     *number)
{
  char *end;

  if (!g_ascii_isdigit (*at))
    return NULL;
  for (end = (char *) at; g_ascii_isdigit (*end) || (*end == '.' && g_ascii_isdigit (end[1])); )
    end++;
  *number = g_ascii_strtod (at, NULL);
  return end;
}

/* Reads one size such as "7B", "110m" or "8x7B" that ends at a word's end; 0 when there is none at @at. */
static gint64
read_size (const char *at)
{
  double experts = 1, number;
  const char *end = read_number (at, &number);
  double unit;

  if (end != NULL && (*end == 'x' || *end == 'X') && g_ascii_isdigit (end[1]))
    {
      experts = number;
      end = read_number (end + 1, &number);
    }
  if (end == NULL)
    return 0;

  unit = g_ascii_tolower (*end) == 'b' ? (double) BILLION : g_ascii_tolower (*end) == 'm' ? (double) MILLION : 0;
  if (unit == 0 || g_ascii_isalnum (end[1]))
    return 0;
  number *= experts * unit;
  return number >= 1 && number <= (double) LARGEST ? (gint64) (number + 0.5) : 0;
}

/**
 * hfs_size_from_name:
 * @id: a model's id
 *
 * Reads the number of parameters that a model's name states, such as `7B` or `110M`: the
 * largest one after the owner. `8x7B` counts the product, an upper bound of a mixture of
 * experts; `A3B` (active parameters) and `4bit` are not sizes.
 *
 * Returns: parameters, or 0 when the name states none
 */
gint64
hfs_size_from_name (const char *id)
{
  const char *slash = strrchr (id, '/');
  const char *name = slash ? slash + 1 : id;
  gint64 largest = 0;

  for (const char *at = name; *at != '\0'; at++)
    {
      gboolean starts_word = at == name || (!g_ascii_isalnum (at[-1]) && at[-1] != '.');

      if (starts_word && g_ascii_isdigit (*at))
        largest = MAX (largest, read_size (at));
    }
  return largest;
}
