/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * HfsTextStyle:
 * @size: multiple of the font size of the context
 * @bold: whether it is bold
 * @lines: how many lines it may take before it ends in an ellipsis; 0 for as many as it needs
 *
 * How a text is set.
 */
typedef struct
{
  double size;
  gboolean bold;
  guint lines;
} HfsTextStyle;

double       hfs_text_block_get_em (PangoContext       *context);
PangoLayout *hfs_text_block_new    (PangoContext       *context,
                                    const char         *text,
                                    const HfsTextStyle *style,
                                    double              width);
double       hfs_text_block_get_width  (PangoLayout    *block);
double       hfs_text_block_get_height (PangoLayout    *block);

G_END_DECLS
