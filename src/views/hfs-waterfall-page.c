/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-waterfall-page.h"

#include "hfs-format.h"
#include "hfs-text-label.h"
#include "hfs-verdict-list.h"
#include "hfs-waterfall-step-row.h"

#include <glib/gi18n.h>
#include <math.h>

/* What the line of a drawing ends at, as a multiple of the largest number on it. */
#define ROOM 1.15

/**
 * HfsWaterfallPage:
 *
 * “Why do these numbers differ?”: published numbers about the same thing, what each counts, and our own data recomputed
 * step by step from one rule to the next. What cannot be recomputed is said.
 */
struct _HfsWaterfallPage
{
  HfsColumnPage parent_instance;

  GtkBox *sections;

  HfsClaimsDesk *desk;  /* (owned) */
};

/* One of the questions with its numbers. */
typedef struct
{
  HfsWaterfall *waterfall;  /* (owned) */
  GPtrArray *steps;         /* (owned) (element-type HfsWaterfallStep) */
} Answer;

G_DEFINE_FINAL_TYPE (HfsWaterfallPage, hfs_waterfall_page, HFS_TYPE_COLUMN_PAGE)

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->waterfall);
  g_ptr_array_unref (answer->steps);
  g_free (answer);
}

static void
compute_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) waterfalls = hfs_waterfalls_load (&error);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (answer_free);

  for (guint i = 0; waterfalls != NULL && i < waterfalls->len; i++)
    {
      Answer *answer;

      if (g_task_return_error_if_cancelled (task))
        return;
      answer = g_new0 (Answer, 1);
      answer->waterfall = g_object_ref (g_ptr_array_index (waterfalls, i));
      answer->steps = hfs_waterfall_compute (answer->waterfall, data);
      g_ptr_array_add (answers, answer);
    }
  if (waterfalls != NULL)
    g_task_return_pointer (task, g_steal_pointer (&answers), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* The numbers as they are published. */
static void
append_published (HfsWaterfallPage *self,
                  GtkBox           *section,
                  HfsWaterfall     *waterfall)
{
  GPtrArray *editions = hfs_verdict_list_get_editions (HFS_VERDICT_LIST (hfs_claims_desk_get_verdicts (self->desk)));

  for (guint i = 0; i < hfs_waterfall_get_n_claims (waterfall); i++)
    {
      HfsClaim *claim = hfs_editions_find_claim (editions, hfs_waterfall_get_claim (waterfall, i));
      const HfsFigure *figure = claim ? hfs_claim_get_figure (claim, 0) : NULL;
      const HfsClaimSource *source = figure ? hfs_claim_get_source (claim, figure->source) : NULL;
      g_autofree char *text = NULL;

      if (source == NULL)
        continue;
      /* Translators: a published figure: the figure, the source, which time it counts. */
      text = g_strdup_printf (_("%1$s – %2$s, %3$s"), figure->text, source->title, hfs_claim_get_window_text (claim));
      gtk_box_append (section, hfs_text_label (text, "published"));
    }
}

static void
step_activated_cb (GtkListBox    *list,
                   GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "win.open-place", "s", (const char *) g_object_get_data (G_OBJECT (row), "query"));
}

static GtkWidget *
new_steps (const Answer *answer)
{
  GtkWidget *list = gtk_list_box_new ();
  double whole = 0;

  for (guint i = 0; i < answer->steps->len; i++)
    {
      const HfsWaterfallStep *step = g_ptr_array_index (answer->steps, i);

      if (step->finding != NULL)
        whole = fmax (whole, step->finding->value * ROOM);
    }
  for (guint i = 0; i < answer->steps->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), hfs_waterfall_step_row_new (g_ptr_array_index (answer->steps, i), whole > 0 ? whole : 1));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hfs_waterfall_get_title (answer->waterfall), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (step_activated_cb), NULL);
  return list;
}

static void
append_answer (HfsWaterfallPage *self,
               const Answer     *answer)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (section), hfs_heading_label (hfs_waterfall_get_title (answer->waterfall), "title-3"));
  append_published (self, GTK_BOX (section), answer->waterfall);
  gtk_box_append (GTK_BOX (section), hfs_text_label (hfs_waterfall_get_text (answer->waterfall), NULL));
  gtk_box_append (GTK_BOX (section), new_steps (answer));
  gtk_widget_set_margin_top (section, 30);
  gtk_box_append (self->sections, section);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  HfsWaterfallPage *self = HFS_WATERFALL_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *child;

  if (!hfs_column_page_end (HFS_COLUMN_PAGE (self), result))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    append_answer (self, g_ptr_array_index (answers, i));
  if (answers == NULL)
    gtk_box_append (self->sections, hfs_text_label (error->message, NULL));
}

static void
compute (HfsWaterfallPage *self)
{
  HfsEngine *engine = hfs_claims_desk_get_engine (self->desk);
  g_autoptr (GTask) task = NULL;

  hfs_column_page_stop (HFS_COLUMN_PAGE (self));
  if (engine == NULL)
    return;
  task = g_task_new (self, hfs_column_page_begin (HFS_COLUMN_PAGE (self)), computed_cb, NULL);
  g_task_set_source_tag (task, compute);
  g_task_set_task_data (task, g_object_ref (engine), g_object_unref);
  g_task_run_in_thread (task, compute_in_thread);
}

static void
hfs_waterfall_page_finalize (GObject *object)
{
  g_clear_object (&HFS_WATERFALL_PAGE (object)->desk);

  G_OBJECT_CLASS (hfs_waterfall_page_parent_class)->finalize (object);
}

static void
hfs_waterfall_page_class_init (HfsWaterfallPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_waterfall_page_finalize;
}

static void
hfs_waterfall_page_init (HfsWaterfallPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));

  self->sections = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (column, hfs_heading_label (_("Why do these numbers differ?"), "question"));
  gtk_box_append (column, hfs_text_label (_("Two honest numbers about the same thing can be far apart when they count by different rules. "
                                            "Here our own data are counted by one rule after the other."), "answer"));
  gtk_box_append (column, hfs_text_label (_("Each step changes one rule. Choose a step to see the chart behind it."), "quiet"));
  gtk_box_append (column, GTK_WIDGET (self->sections));
}

/**
 * hfs_waterfall_page_new:
 * @desk: what the page follows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hfs_waterfall_page_new (HfsClaimsDesk *desk)
{
  HfsWaterfallPage *self = g_object_new (HFS_TYPE_WATERFALL_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "updated", G_CALLBACK (compute), self, G_CONNECT_SWAPPED);
  compute (self);
  return GTK_WIDGET (self);
}
