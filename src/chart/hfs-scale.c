/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-scale.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The steps that people count in, after Heckbert's nice numbers. */
static const double steps[] = { 1, 2, 2.5, 5 };

/* Of a scale that ends at a round value, zero included. */
#define MOST_STEPS 5

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

/* Powers of ten; of a scale that holds fewer than two of them their multiples by 2 and 5 too, so that a reader can
 * always tell how the values grow. */
static void
add_log_ticks (const HfsScale *self,
               guint           at_most,
               GArray         *ticks)
{
  static const double multiples[] = { 1, 2, 5 };
  double first = floor (log10 (self->least) + 1e-9), last = ceil (log10 (self->most) - 1e-9);
  guint n_powers = (guint) MAX (floor (log10 (self->most) + 1e-9) - ceil (log10 (self->least) - 1e-9) + 1, 0);
  guint n_multiples = n_powers < 2 ? G_N_ELEMENTS (multiples) : 1;
  guint step = MAX (1, (n_powers + at_most - 1) / at_most);

  for (double power = first; power <= last; power += n_multiples > 1 ? 1 : step)
    for (guint i = 0; i < n_multiples; i++)
      {
        double tick = multiples[i] * pow (10, power);

        if (tick >= self->least * (1 - 1e-9) && tick <= self->most * (1 + 1e-9))
          g_array_append_val (ticks, tick);
      }
}

/**
 * hfs_scale_new_for:
 * @least: the least value above 0
 * @most: the largest value
 * @log: whether it is to be logarithmic; ignored where nothing is above 0
 *
 * Makes a scale for values of 0 and more, without positions yet: from zero to a round value, or from one power of ten to
 * another.
 *
 * Returns: a scale with an extent
 */
HfsScale
hfs_scale_new_for (double   least,
                   double   most,
                   gboolean log)
{
  HfsScale self = { 0, most > 0 ? most : 1, 0, 0, FALSE };
  double step;

  if (log && least > 0 && most >= least)
    {
      double from = floor (log10 (least) + 1e-9), to = ceil (log10 (most) - 1e-9);

      return (HfsScale) { pow (10, from), pow (10, MAX (to, from + 1)), 0, 0, TRUE };
    }
  step = find_step (0, self.most, MOST_STEPS);
  /* The round value above can need wider steps. */
  step = find_step (0, ceil (self.most / step - 1e-9) * step, MOST_STEPS);
  self.most = ceil (self.most / step - 1e-9) * step;
  return self;
}

/**
 * hfs_scale_get_position:
 *
 * A scale without extent has all its values at its start, and a logarithmic one all that are too small for it.
 *
 * Returns: where @value is, in pixels
 */
double
hfs_scale_get_position (const HfsScale *self,
                        double          value)
{
  if (self->most == self->least)
    return self->start;
  if (self->log)
    return self->start + log (MAX (value, self->least) / self->least) / log (self->most / self->least) * (self->end - self->start);
  return self->start + (value - self->least) / (self->most - self->least) * (self->end - self->start);
}

/**
 * hfs_scale_dup_ticks:
 * @at_most: how many ticks there may be, at least 1
 *
 * Finds round values on the scale: multiples of 1, 2, 2.5 or 5 times a power of ten. Zero counts as one. On a logarithmic
 * scale these are powers of ten, or with them their multiples by 2 and 5, which can be more than @at_most.
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
  if (self->log)
    {
      add_log_ticks (self, at_most, ticks);
      return ticks;
    }
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

/**
 * hfs_scale_dup_tick_text:
 * @ticks: (element-type double): those of hfs_scale_dup_ticks()
 * @shares: whether the values are shares
 *
 * Returns: (transfer full): a tick in words. On a linear scale all ticks have one unit, on a logarithmic one each has its
 *   own, since a thousand and a billion can stand side by side
 */
char *
hfs_scale_dup_tick_text (const HfsScale *self,
                         const GArray   *ticks,
                         guint           index,
                         gboolean        shares)
{
  double tick = g_array_index (ticks, double, index);
  double most = self->log ? tick : g_array_index (ticks, double, ticks->len - 1);
  double step = self->log || ticks->len < 2 ? tick : g_array_index (ticks, double, 1) - g_array_index (ticks, double, 0);

  return shares ? hfs_tick_format_share (tick, step) : hfs_tick_format_amount (tick, step, most);
}

/**
 * hfs_scale_get_log_note:
 *
 * Returns: (transfer none): what a reader has to know of a logarithmic scale
 */
const char *
hfs_scale_get_log_note (void)
{
  return _("Mind the scale: each step multiplies the value, so equal distances are not equal amounts.");
}
