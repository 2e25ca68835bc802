/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-question-row.h"

#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsQuestionRow:
 *
 * A question in a list, with today's answer under it.
 */
struct _HfsQuestionRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *answer;

  HfsQuestion *question;  /* (owned) */
  gboolean in_full;
};

G_DEFINE_FINAL_TYPE (HfsQuestionRow, hfs_question_row, GTK_TYPE_LIST_BOX_ROW)

static void
answer_cb (HfsQuestionRow *self)
{
  const char *title = self->in_full ? hfs_question_get_question (self->question) : hfs_question_get_title (self->question);
  const char *answer = hfs_question_get_answer (self->question);
  g_autofree char *spoken = NULL;

  gtk_label_set_text (self->answer, answer);
  /* Translators: what a screen reader says for a question in a list: the question, then today’s answer. */
  spoken = g_strdup_printf (self->in_full ? C_("question and answer", "%1$s %2$s") : C_("name and answer", "%1$s: %2$s"),
                            title, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
hfs_question_row_dispose (GObject *object)
{
  g_clear_object (&HFS_QUESTION_ROW (object)->question);

  G_OBJECT_CLASS (hfs_question_row_parent_class)->dispose (object);
}

static void
hfs_question_row_class_init (HfsQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_question_row_dispose;
}

static void
hfs_question_row_init (HfsQuestionRow *self)
{
}

static GtkWidget *
new_label (const char *text,
           const char *style,
           gboolean    wraps)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (!wraps)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
fill (HfsQuestionRow *self)
{
  const char *title = self->in_full ? hfs_question_get_question (self->question) : hfs_question_get_title (self->question);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->answer = GTK_LABEL (new_label (NULL, "quiet", self->in_full));
  if (!self->in_full)
    hfs_text_label_cut (self->answer, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (text), new_label (title, self->in_full ? "title" : "name", self->in_full));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->answer));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), text);
  if (self->in_full)
    {
      GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_box_append (GTK_BOX (row), arrow);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "question-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
}

/**
 * hfs_question_row_new:
 * @question: what the row shows
 * @in_full: whether to show the question as a reader would ask it, and not its short name
 *
 * Returns: (transfer floating): the row; it follows the question's answer
 */
GtkWidget *
hfs_question_row_new (HfsQuestion *question,
                      gboolean     in_full)
{
  HfsQuestionRow *self = g_object_new (HFS_TYPE_QUESTION_ROW, NULL);

  self->question = g_object_ref (question);
  self->in_full = in_full;
  fill (self);
  g_signal_connect_object (question, "notify::answer", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  answer_cb (self);
  return GTK_WIDGET (self);
}

/**
 * hfs_question_row_get_question:
 *
 * Returns: (transfer none): what the row shows
 */
HfsQuestion *
hfs_question_row_get_question (HfsQuestionRow *self)
{
  return self->question;
}
