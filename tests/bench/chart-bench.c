/* SPDX-License-Identifier: GPL-3.0-or-later */

/* chart-bench
 *
 * Prints for each kind of chart how many milliseconds layout and painting take, at 1600 × 1000 and at 3840 × 2160
 * pixels: the median of the runs, in time of the processor, so that other programs do not count. The budget at the smaller size is 8 ms. */

#include "chart-cases.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 15

typedef struct
{
  double width;
  double height;
  double font;
} Size;

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Median times of layout and of both together, after one run that warms up fonts and the map. */
static void
measure (const ChartCase *chart_case,
         const Size      *size,
         double          *layout_time,
         double          *whole_time)
{
  double layouts[RUNS], wholes[RUNS];

  for (int i = -1; i < RUNS; i++)
    {
      double start = get_milliseconds (), middle;
      g_autoptr (HfsChartLayout) layout = chart_case_lay_out (chart_case, size->font, size->width, size->height, FALSE);

      middle = get_milliseconds ();
      cairo_surface_destroy (chart_case_paint (layout, HFS_APPEARANCE_LIGHT, 1));
      if (i < 0)
        continue;
      layouts[i] = middle - start;
      wholes[i] = get_milliseconds () - start;
    }
  qsort (layouts, RUNS, sizeof (double), compare_times);
  qsort (wholes, RUNS, sizeof (double), compare_times);
  *layout_time = layouts[RUNS / 2];
  *whole_time = wholes[RUNS / 2];
}

int
main (void)
{
  static const Size sizes[] = { { 1600, 1000, 24 }, { 3840, 2160, 52 } };

  setlocale (LC_ALL, "C.UTF-8");
  g_print ("%-18s %12s %12s %12s %12s\n", "kind", "layout 1600", "whole 1600", "layout 4K", "whole 4K");
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_print ("%-18s", chart_cases[i].name);
      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          double layout, whole;

          measure (&chart_cases[i], &sizes[j], &layout, &whole);
          g_print (" %9.2f ms %9.2f ms", layout, whole);
        }
      g_print ("\n");
    }
  return 0;
}
