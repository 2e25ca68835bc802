/* SPDX-License-Identifier: GPL-3.0-or-later */

/* review-references FOLDER [NAME…]
 *
 * Paints the reference pictures of the charts anew into FOLDER, all or those of the names, and lists them. Run it with a
 * folder of its own to look at the pictures beside those in tests/chart/references, or with that folder to accept them. */

#include "chart-references.h"

#include <locale.h>

static gboolean
is_wanted (const char *name,
           int         argc,
           char      **argv)
{
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], name))
      return TRUE;
  return argc == 2;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 2 || g_mkdir_with_parents (argv[1], 0777) != 0)
    {
      g_printerr ("usage: review-references FOLDER [NAME…]\n");
      return 2;
    }
  for (guint i = 0; i < chart_references_count (); i++)
    {
      g_autofree char *name = chart_reference_dup_name (i);
      g_autofree char *path = g_strconcat (argv[1], G_DIR_SEPARATOR_S, name, ".png", NULL);
      cairo_surface_t *surface;

      if (!is_wanted (name, argc, argv))
        continue;
      surface = chart_reference_paint (i);
      if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
        {
          g_printerr ("review-references: “%s” cannot be written\n", path);
          return 1;
        }
      cairo_surface_destroy (surface);
      g_print ("%s\n", path);
    }
  return 0;
}
