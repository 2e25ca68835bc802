/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-print-answer.h"

#include "hfs-handout.h"
#include "hfs-sentence.h"

/**
 * HfsPrintAnswer:
 *
 * Prints an answer as a handout on the paper that the reader chooses.
 */
struct _HfsPrintAnswer
{
  GtkPrintOperation parent_instance;

  HfsResult *result;         /* (owned) */
  HfsChartLook look;
  GPtrArray *distributions;  /* (owned) (nullable) */
  HfsHandout *handout;       /* (owned) (nullable): while it is being printed */
};

G_DEFINE_FINAL_TYPE (HfsPrintAnswer, hfs_print_answer, GTK_TYPE_PRINT_OPERATION)

static void
hfs_print_answer_begin_print (GtkPrintOperation *operation,
                              GtkPrintContext   *context)
{
  HfsPrintAnswer *self = HFS_PRINT_ANSWER (operation);
  g_autoptr (GError) error = NULL;
  HfsChartOptions options = { self->look.kind, gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                              gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL, self->look.log, self->distributions };

  g_clear_object (&self->handout);
  self->handout = hfs_handout_new (self->result, &options, &error);
  if (self->handout == NULL)
    {
      /* The reader chose paper that is too small for the chart. */
      g_message ("%s", error->message);
      gtk_print_operation_cancel (operation);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (int) hfs_handout_get_n_pages (self->handout));
}

static void
hfs_print_answer_draw_page (GtkPrintOperation *operation,
                            GtkPrintContext   *context,
                            int                page)
{
  HfsPrintAnswer *self = HFS_PRINT_ANSWER (operation);

  if (self->handout != NULL)
    hfs_handout_paint (self->handout, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
hfs_print_answer_end_print (GtkPrintOperation *operation,
                            GtkPrintContext   *context)
{
  g_clear_object (&HFS_PRINT_ANSWER (operation)->handout);
}

static void
hfs_print_answer_finalize (GObject *object)
{
  HfsPrintAnswer *self = HFS_PRINT_ANSWER (object);

  g_clear_object (&self->result);
  g_clear_object (&self->handout);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);

  G_OBJECT_CLASS (hfs_print_answer_parent_class)->finalize (object);
}

static void
hfs_print_answer_class_init (HfsPrintAnswerClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hfs_print_answer_finalize;
  operation_class->begin_print = hfs_print_answer_begin_print;
  operation_class->draw_page = hfs_print_answer_draw_page;
  operation_class->end_print = hfs_print_answer_end_print;
}

static void
hfs_print_answer_init (HfsPrintAnswer *self)
{
  gtk_print_operation_set_unit (GTK_PRINT_OPERATION (self), GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (GTK_PRINT_OPERATION (self), TRUE);
}

/**
 * hfs_print_answer_new:
 * @result: what to print
 * @look: how its chart is drawn
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 *
 * Returns: (transfer full): an operation to run
 */
GtkPrintOperation *
hfs_print_answer_new (HfsResult          *result,
                      const HfsChartLook *look,
                      GPtrArray          *distributions)
{
  HfsPrintAnswer *self = g_object_new (HFS_TYPE_PRINT_ANSWER, NULL);
  g_autofree char *title = hfs_result_dup_title (result);

  self->result = g_object_ref (result);
  self->look = *look;
  self->distributions = distributions ? g_ptr_array_ref (distributions) : NULL;
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), title);
  return GTK_PRINT_OPERATION (self);
}
