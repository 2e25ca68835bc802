/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-after-frame.h"

/* The first tick comes before the next frame is painted, the second after that. */
#define N_TICKS 2

typedef struct
{
  HfsAfterFrameFunc callback;
  gpointer data;
  guint n_ticks;
} Wait;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Wait *wait = data;

  if (++wait->n_ticks < N_TICKS)
    return G_SOURCE_CONTINUE;
  wait->callback (widget, wait->data);
  return G_SOURCE_REMOVE;
}

/**
 * hfs_after_frame:
 * @widget: what is shown
 * @callback: (scope async): called once, with @widget
 * @data: what else it is called with
 *
 * Waits with what is less urgent until what @widget shows now is on the screen. Nothing is called any more once the widget
 * is gone.
 */
void
hfs_after_frame (GtkWidget         *widget,
                 HfsAfterFrameFunc  callback,
                 gpointer           data)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->callback = callback;
  wait->data = data;
  gtk_widget_add_tick_callback (widget, tick_cb, wait, g_free);
}
