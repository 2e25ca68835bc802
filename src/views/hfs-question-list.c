/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-question-list.h"

#include "hfs-one-stop.h"
#include "hfs-question-row.h"

/**
 * HfsQuestionList:
 *
 * The questions in the window, one line each. The line of the page that is shown is selected, whoever chose the page; a
 * page without a line of its own is found under another question.
 */
struct _HfsQuestionList
{
  GObject parent_instance;

  GtkListBox *box;
  GListModel *questions;  /* (owned): of HfsQuestion */
  GListModel *listed;     /* (owned): those with a line of their own */
  char *page_id;          /* (owned) (nullable): of the page that is shown */
  gboolean folded;        /* the list is a screen of its own */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsQuestionList, hfs_question_list, G_TYPE_OBJECT)

/* The line for the page that is shown. */
static GtkListBoxRow *
find_row (HfsQuestionList *self)
{
  guint place = hfs_questions_find (self->questions, self->page_id);
  g_autoptr (HfsQuestion) question = g_list_model_get_item (self->questions, place);
  const char *parent = question ? hfs_question_get_parent (question) : NULL;

  if (question == NULL)
    return NULL;
  place = hfs_questions_find (self->listed, parent ? parent : hfs_question_get_id (question));
  return place < G_MAXINT ? gtk_list_box_get_row_at_index (self->box, (int) place) : NULL;
}

static void
select_row (HfsQuestionList *self)
{
  if (self->folded)
    gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  else
    {
      gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_SINGLE);
      gtk_list_box_select_row (self->box, find_row (self));
    }
}

static void
choose (HfsQuestionList *self,
        HfsQuestionRow  *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, hfs_question_get_id (hfs_question_row_get_question (row)));
}

static void
selected_cb (HfsQuestionList *self,
             HfsQuestionRow  *row)
{
  /* A row is also selected because its page, or one found under it, is shown. */
  if (row != NULL && !self->folded && GTK_LIST_BOX_ROW (row) != find_row (self))
    choose (self, row);
}

static void
activated_cb (HfsQuestionList *self,
              HfsQuestionRow  *row)
{
  choose (self, row);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  return hfs_question_row_new (item, FALSE);
}

static void
hfs_question_list_finalize (GObject *object)
{
  HfsQuestionList *self = HFS_QUESTION_LIST (object);

  g_clear_object (&self->questions);
  g_clear_object (&self->listed);
  g_free (self->page_id);

  G_OBJECT_CLASS (hfs_question_list_parent_class)->finalize (object);
}

static void
hfs_question_list_class_init (HfsQuestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_question_list_finalize;

  /**
   * HfsQuestionList::chosen:
   * @id: of a question
   *
   * The reader wants to see a question.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hfs_question_list_init (HfsQuestionList *self)
{
}

/**
 * hfs_question_list_new:
 * @box: shows the questions; to outlive the list, or to go away with it
 * @questions: all questions, as [class@Question]
 *
 * Returns: (transfer full): the list; no page is shown yet
 */
HfsQuestionList *
hfs_question_list_new (GtkListBox *box,
                       GListModel *questions)
{
  HfsQuestionList *self = g_object_new (HFS_TYPE_QUESTION_LIST, NULL);

  self->box = box;
  self->questions = g_object_ref (questions);
  self->listed = hfs_questions_list (questions);
  g_signal_connect_object (box, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (box, self->listed, create_row_cb, NULL, NULL);
  hfs_one_stop (GTK_WIDGET (box));
  return self;
}

/**
 * hfs_question_list_get_listed:
 *
 * Returns: (transfer none): the questions that have a line of their own
 */
GListModel *
hfs_question_list_get_listed (HfsQuestionList *self)
{
  return self->listed;
}

/**
 * hfs_question_list_set_folded:
 * @folded: whether list and page are two screens; then nothing is selected
 */
void
hfs_question_list_set_folded (HfsQuestionList *self,
                              gboolean         folded)
{
  self->folded = folded;
  select_row (self);
}

/**
 * hfs_question_list_set_page:
 * @id: (nullable): of the question whose page is shown
 */
void
hfs_question_list_set_page (HfsQuestionList *self,
                            const char      *id)
{
  g_free (self->page_id);
  self->page_id = g_strdup (id);
  select_row (self);
}
