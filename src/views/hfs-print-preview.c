/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-print-preview.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-handout.h"
#include "hfs-print-answer.h"

#include <glib/gi18n.h>

/* How wide a page is shown, in pixels. */
#define PAGE_WIDTH 560

/**
 * HfsPrintPreview:
 *
 * The pages of an answer as they will be on the reader's usual paper, and the button that prints them.
 */
struct _HfsPrintPreview
{
  AdwWindow parent_instance;

  GtkBox *pages;
  HfsHandout *handout;            /* (owned) */
  GtkPrintOperation *operation;   /* (owned) */
  GtkPageSetup *setup;            /* (owned): the usual paper */
};

G_DEFINE_FINAL_TYPE (HfsPrintPreview, hfs_print_preview, ADW_TYPE_WINDOW)

static void
draw_page (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        data)
{
  HfsPrintPreview *self = HFS_PRINT_PREVIEW (gtk_widget_get_root (GTK_WIDGET (area)));
  double scale = width / gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS));
  hfs_handout_paint (self->handout, GPOINTER_TO_UINT (data), cr);
}

/* A printer that fails says so itself, in a dialog of its own. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HfsPrintPreview *self = HFS_PRINT_PREVIEW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GtkPrintOperation) operation = g_object_ref (self->operation);

  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static void
hfs_print_preview_dispose (GObject *object)
{
  HfsPrintPreview *self = HFS_PRINT_PREVIEW (object);

  g_clear_object (&self->handout);
  g_clear_object (&self->operation);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (hfs_print_preview_parent_class)->dispose (object);
}

static void
hfs_print_preview_class_init (HfsPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_print_preview_dispose;
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hfs_print_preview_init (HfsPrintPreview *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Print…"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preview.print");
  hfs_accessible_name (button, _("Print"));
  gtk_widget_add_css_class (button, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  self->pages = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_add_css_class (GTK_WIDGET (self->pages), "paper");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->pages));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), _("Print Preview"));
  gtk_window_set_default_size (GTK_WINDOW (self), PAGE_WIDTH + 80, 760);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static void
add_page (HfsPrintPreview *self,
          guint            page)
{
  GtkWidget *area = gtk_drawing_area_new ();
  double ratio = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS) / gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
  g_autofree char *number = hfs_format_integer (page + 1);
  g_autofree char *all = hfs_format_integer (hfs_handout_get_n_pages (self->handout));
  g_autofree char *name = g_strdup_printf (_("Page %1$s of %2$s"), number, all);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PAGE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (PAGE_WIDTH * ratio + 0.5));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_page, GUINT_TO_POINTER (page), NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "card");
  hfs_accessible_name (area, name);
  gtk_box_append (self->pages, area);
}

/**
 * hfs_print_preview_new:
 * @result: what to print
 * @look: how its chart is drawn
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 *
 * Returns: (transfer floating) (nullable): the window, or %NULL with @error set when the chart does not fit on a page
 */
GtkWidget *
hfs_print_preview_new (HfsResult           *result,
                       const HfsChartLook  *look,
                       GPtrArray           *distributions,
                       GError             **error)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  HfsChartOptions options = { look->kind, gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                              gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS),
                              gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL, look->log, distributions };
  g_autoptr (HfsHandout) handout = hfs_handout_new (result, &options, error);
  HfsPrintPreview *self;

  if (handout == NULL)
    return NULL;
  self = g_object_new (HFS_TYPE_PRINT_PREVIEW, NULL);
  self->setup = g_steal_pointer (&setup);
  self->handout = g_steal_pointer (&handout);
  self->operation = hfs_print_answer_new (result, look, distributions);
  gtk_print_operation_set_default_page_setup (self->operation, self->setup);
  for (guint i = 0; i < hfs_handout_get_n_pages (self->handout); i++)
    add_page (self, i);
  return GTK_WIDGET (self);
}
