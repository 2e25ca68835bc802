/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-scale.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The steps that people count in, after Heckbert's nice numbers. */
static const double steps[] = { 1, 2, 2.5, 5 };

/* The smallest nice step at which no more than @at_most multiples fall between @least and @most. */
static double
find_step (double least,
           double most,
           guint  at_most)
{
  double power = pow (10, floor (log10 ((most - least) / at_most)) - 1);

  for (;; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        double step = steps[i] * power;

        if (floor (most / step + 1e-9) - ceil (least / step - 1e-9) + 1 <= at_most)
          return step;
      }
}

/* How many decimals it takes to write multiples of @step. */
static guint
count_decimals (double step)
{
  guint decimals = 0;

  for (double rest = step; decimals < 6 && fabs (rest - round (rest)) > 1e-6 * rest; rest *= 10)
    decimals++;
  return decimals;
}

/**
 * hfs_scale_get_position:
 *
 * A scale without extent has all its values at its start.
 *
 * Returns: where @value is, in pixels
 */
double
hfs_scale_get_position (const HfsScale *self,
                        double          value)
{
  if (self->most == self->least)
    return self->start;
  return self->start + (value - self->least) / (self->most - self->least) * (self->end - self->start);
}

/**
 * hfs_scale_dup_ticks:
 * @at_most: how many ticks there may be, at least 1
 *
 * Finds round values on the scale: multiples of 1, 2, 2.5 or 5 times a power of ten. Zero counts as one.
 *
 * Returns: (transfer full) (element-type double): values in rising order, equally far apart; empty for a
 *   scale without extent or with an end that is no number
 */
GArray *
hfs_scale_dup_ticks (const HfsScale *self,
                     guint           at_most)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step;

  if (at_most == 0 || !isfinite (self->least) || !isfinite (self->most) || self->most <= self->least)
    return ticks;
  step = find_step (self->least, self->most, at_most);
  for (double i = ceil (self->least / step - 1e-9); i * step <= self->most + step * 1e-9; i++)
    {
      double tick = i * step;

      g_array_append_val (ticks, tick);
    }
  return ticks;
}

/**
 * hfs_tick_format_share:
 * @value: a share, 1 being all
 * @step: the distance of the ticks
 *
 * Returns: (transfer full): a percentage with the decimals that the step needs
 */
char *
hfs_tick_format_share (double value,
                       double step)
{
  return hfs_format_percent (value, count_decimals (step * 100));
}

/**
 * hfs_tick_format_amount:
 * @value: an amount
 * @step: the distance of the ticks
 * @most: the largest tick; all ticks of an axis are written in its unit
 *
 * Returns: (transfer full): such as `0.5 billion`
 */
char *
hfs_tick_format_amount (double value,
                        double step,
                        double most)
{
  static const struct
  {
    double unit;
    const char *text;
  } units[] = {
    { 1e12, N_("%s trillion") },
    { 1e9, N_("%s billion") },
    { 1e6, N_("%s million") },
  };

  if (value == 0)
    return hfs_format_integer (0);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (most >= units[i].unit)
      {
        g_autofree char *figure = hfs_format_decimal (value / units[i].unit, count_decimals (step / units[i].unit));

        return g_strdup_printf (_(units[i].text), figure);
      }
  return hfs_format_decimal (value, count_decimals (step));
}
