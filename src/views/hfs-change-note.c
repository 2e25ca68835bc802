/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-change-note.h"

#include "hfs-change-sentence.h"

/**
 * HfsChangeNote:
 *
 * Says below an answer what the last choice of the reader has done to it; not there when there is nothing to say.
 *
 * ## Accessibility
 * %GTK_ACCESSIBLE_ROLE_STATUS. GTK 4.8 cannot announce a text, so the sentence also becomes the description of the control that has
 * the focus: screen readers say a description that changes there.
 */
struct _HfsChangeNote
{
  GtkWidget parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HfsChangeNote, hfs_change_note, GTK_TYPE_WIDGET)

static void
hfs_change_note_dispose (GObject *object)
{
  HfsChangeNote *self = HFS_CHANGE_NOTE (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (hfs_change_note_parent_class)->dispose (object);
}

static void
hfs_change_note_class_init (HfsChangeNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_change_note_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
hfs_change_note_init (HfsChangeNote *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "change-note");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
announce (HfsChangeNote *self,
          const char    *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

/**
 * hfs_change_note_update:
 * @before: (nullable): the answer that was shown
 * @after: (nullable): the answer that is shown now
 *
 * Says what has changed between two answers.
 */
void
hfs_change_note_update (HfsChangeNote *self,
                        HfsResult     *before,
                        HfsResult     *after)
{
  g_autofree char *sentence = before != NULL && after != NULL ? hfs_change_sentence_new (before, after) : NULL;

  gtk_label_set_text (self->label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  if (sentence != NULL)
    announce (self, sentence);
}
