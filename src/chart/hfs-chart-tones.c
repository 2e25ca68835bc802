/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-tones.h"

#include <math.h>

/* A chart to be heard: a tone a mark, in the order of reading, the higher the larger its value. */

#define RATE 22050
#define TONE_SECONDS 0.16
#define GAP_SECONDS 0.04
/* So much at either end of a tone swells and fades, else it would click. */
#define RAMP_SECONDS 0.015
#define LOUDNESS 0.25
/* Two octaves, which small loudspeakers and old ears still have. */
#define LOWEST 220.0
#define OCTAVES 2.0
/* Nobody listens longer. */
#define MOST_TONES 100

typedef struct
{
  char riff[4];
  guint32 size;
  char wave[4];
  char fmt[4];
  guint32 fmt_size;
  guint16 format;
  guint16 channels;
  guint32 rate;
  guint32 bytes_a_second;
  guint16 block;
  guint16 bits;
  char data[4];
  guint32 data_size;
} WavHeader;

G_STATIC_ASSERT (sizeof (WavHeader) == 44);

static double
find_most (HfsChartLayout *layout)
{
  double most = 0;

  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    most = MAX (most, hfs_chart_layout_get_mark (layout, i)->amount);
  return most;
}

/**
 * hfs_chart_tones_get_pitch:
 * @index: number of a mark
 *
 * Returns: how high the tone of the mark is, in hertz: from 220 for nothing to 880 for the most of the chart
 */
double
hfs_chart_tones_get_pitch (HfsChartLayout *layout,
                           guint           index)
{
  double most = find_most (layout);
  double part = most > 0 ? MAX (hfs_chart_layout_get_mark (layout, index)->amount, 0) / most : 0;

  return LOWEST * pow (2, OCTAVES * part);
}

static void
add_tone (GArray *samples,
          double  pitch)
{
  guint n = (guint) (TONE_SECONDS * RATE), ramp = (guint) (RAMP_SECONDS * RATE);

  for (guint i = 0; i < n; i++)
    {
      double swell = MIN (1.0, MIN ((double) i, (double) (n - i)) / ramp);
      gint16 sample = GINT16_TO_LE ((gint16) lround (sin (2 * G_PI * pitch * i / RATE) * swell * LOUDNESS * G_MAXINT16));

      g_array_append_val (samples, sample);
    }
  g_array_set_size (samples, samples->len + (guint) (GAP_SECONDS * RATE));
}

static WavHeader
create_header (guint32 data_size)
{
  return (WavHeader) {
    { 'R', 'I', 'F', 'F' }, GUINT32_TO_LE ((guint32) sizeof (WavHeader) - 8 + data_size), { 'W', 'A', 'V', 'E' },
    { 'f', 'm', 't', ' ' }, GUINT32_TO_LE (16), GUINT16_TO_LE (1), GUINT16_TO_LE (1),
    GUINT32_TO_LE (RATE), GUINT32_TO_LE (RATE * 2), GUINT16_TO_LE (2), GUINT16_TO_LE (16),
    { 'd', 'a', 't', 'a' }, GUINT32_TO_LE (data_size),
  };
}

/**
 * hfs_chart_tones_new:
 *
 * Makes the sound of a chart.
 *
 * Returns: (transfer full): a WAV file, without a tone when the chart has no marks
 */
GBytes *
hfs_chart_tones_new (HfsChartLayout *layout)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, TRUE, sizeof (gint16));
  guint n_marks = MIN (hfs_chart_layout_get_n_marks (layout), MOST_TONES);
  GByteArray *wav = g_byte_array_new ();
  WavHeader header;

  for (guint i = 0; i < n_marks; i++)
    add_tone (samples, hfs_chart_tones_get_pitch (layout, i));
  header = create_header (samples->len * (guint32) sizeof (gint16));
  g_byte_array_append (wav, (const guint8 *) &header, sizeof header);
  g_byte_array_append (wav, (const guint8 *) samples->data, samples->len * (guint) sizeof (gint16));
  return g_byte_array_free_to_bytes (wav);
}
