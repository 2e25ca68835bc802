/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer-view.h"

#include "hfs-failure.h"
#include "hfs-result-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * HfsAnswerView:
 *
 * An answer as a chart or as a table, or why there is none. What was shown stays until the next answer is there.
 */
struct _HfsAnswerView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  HfsChartPane *chart;
  HfsResultTable *table;  /* (nullable): before it is first wanted */
  HfsFailure *failure;
};

enum
{
  AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsAnswerView, hfs_answer_view, GTK_TYPE_WIDGET)

static void
again_cb (HfsAnswerView *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static HfsResultTable *
ensure_table (HfsAnswerView *self)
{
  if (self->table == NULL)
    {
      self->table = HFS_RESULT_TABLE (hfs_result_table_new ());
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
    }
  return self->table;
}

static void
hfs_answer_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_answer_view_parent_class)->dispose (object);
}

static void
hfs_answer_view_class_init (HfsAnswerViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_answer_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * HfsAnswerView::again:
   *
   * The reader wants a question that failed to be asked again.
   */
  signals[AGAIN] = g_signal_new ("again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_answer_view_init (HfsAnswerView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->chart = HFS_CHART_PANE (g_object_new (HFS_TYPE_CHART_PANE, NULL));
  self->failure = HFS_FAILURE (hfs_failure_new ());
  g_signal_connect_swapped (self->failure, "again", G_CALLBACK (again_cb), self);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, adw_bin_new (), "nothing");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->chart), "chart");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failure), "failure");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * hfs_answer_view_get_chart:
 *
 * Returns: (transfer none): shows answers as charts
 */
HfsChartPane *
hfs_answer_view_get_chart (HfsAnswerView *self)
{
  return self->chart;
}

/**
 * hfs_answer_view_show:
 * @result: an answer
 * @look: how to show it
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 */
void
hfs_answer_view_show (HfsAnswerView      *self,
                      HfsResult          *result,
                      const HfsChartLook *look,
                      GPtrArray          *distributions)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  if (look->table)
    hfs_result_table_set_result (ensure_table (self), result);
  else
    hfs_chart_pane_set_result (self->chart, result, look, distributions);
  gtk_stack_set_visible_child_name (self->stack, look->table ? "table" : "chart");
  /* What had the focus may be gone. */
  if (had_focus)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

/**
 * hfs_answer_view_fail:
 * @message: why there is no answer, and what to do about it; plain text
 */
void
hfs_answer_view_fail (HfsAnswerView *self,
                      const char    *message)
{
  hfs_failure_set_texts (self->failure, _("This question has no answer yet"), message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}
