/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-text-block.h"

#include <math.h>

/* Points per inch. */
#define POINTS 72.0
#define USUAL_RESOLUTION 96.0

/**
 * hfs_text_block_get_em:
 *
 * Returns: the font size of @context in pixels; it follows the text size that the reader has chosen
 */
double
hfs_text_block_get_em (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : USUAL_RESOLUTION) / POINTS;
}

/**
 * hfs_text_block_new:
 * @text: text, never markup
 * @style: how to set it
 * @width: the width that it may take, in pixels; 0 for as much as it needs
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
hfs_text_block_new (PangoContext       *context,
                    const char         *text,
                    const HfsTextStyle *style,
                    double              width)
{
  PangoLayout *block = pango_layout_new (context);
  PangoDirection page = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;

  if (style->size != 1 || style->bold)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));

      pango_font_description_set_absolute_size (font, round (hfs_text_block_get_em (context) * style->size * PANGO_SCALE));
      if (style->bold)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      pango_layout_set_font_description (block, font);
    }
  pango_layout_set_text (block, text, -1);
  /* Pango turns left and right round in a paragraph that reads leftwards. */
  if (pango_layout_get_direction (block, 0) != page)
    pango_layout_set_alignment (block, PANGO_ALIGN_RIGHT);
  if (width > 0)
    {
      pango_layout_set_wrap (block, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (block, floor (width) * PANGO_SCALE);
      if (style->lines > 0)
        {
          pango_layout_set_ellipsize (block, PANGO_ELLIPSIZE_END);
          pango_layout_set_height (block, -(int) style->lines);
        }
    }
  return block;
}

/**
 * hfs_text_block_get_width:
 *
 * Returns: how wide the set text is, in pixels
 */
double
hfs_text_block_get_width (PangoLayout *block)
{
  PangoRectangle extents;

  pango_layout_get_extents (block, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/**
 * hfs_text_block_get_height:
 *
 * Returns: how high the set text is, in pixels
 */
double
hfs_text_block_get_height (PangoLayout *block)
{
  PangoRectangle extents;

  pango_layout_get_extents (block, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}
