/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-profile-page.h"

#include "hfs-page-state.h"
#include "hfs-place.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsProfilePage:
 *
 * All that is known of one thing, such as a publisher or a model, that its id stands for: looked up in a thread, and anew
 * whenever there are other data.
 */
typedef struct
{
  GtkLabel *title;
  HfsPageState *state;
  GtkBox *content;
  GtkWidget *buttons;  /* on the content, while there is one */

  HfsEngine *engine;   /* (owned) (nullable): while it is made there is none */
  HfsResult *result;   /* (owned) (nullable): what can be taken away */
  char *id;            /* (owned): empty at first */
} HfsProfilePagePrivate;

/* What a thread looks up. */
typedef struct
{
  const HfsProfilePageClass *klass;
  char *id; /* (owned) */
} Search;

static void page_iface_init (HfsPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (HfsProfilePage, hfs_profile_page, HFS_TYPE_COLUMN_PAGE,
                                  G_ADD_PRIVATE (HfsProfilePage)
                                  G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, page_iface_init))

static HfsProfilePagePrivate *
get_private (gpointer self)
{
  return hfs_profile_page_get_instance_private (HFS_PROFILE_PAGE (self));
}

static void
search_free (Search *search)
{
  g_free (search->id);
  g_free (search);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Search *search = data;
  GError *error = NULL;
  gpointer profile = search->klass->make_profile (HFS_ENGINE (source), search->id, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, search->klass->free_profile);
  else
    g_task_return_error (task, error);
}

static void
show_profile (HfsProfilePage *self,
              gpointer        profile)
{
  HfsProfilePageClass *klass = HFS_PROFILE_PAGE_GET_CLASS (self);
  HfsProfilePagePrivate *priv = get_private (self);
  HfsResult *result = klass->get_result != NULL ? klass->get_result (profile) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->content))) != NULL)
    gtk_box_remove (priv->content, child);
  klass->show_profile (self, profile);
  g_set_object (&priv->result, result);
  hfs_page_state_show (priv->state);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (HfsProfilePage) self = data;
  HfsProfilePageClass *klass = HFS_PROFILE_PAGE_GET_CLASS (self);
  HfsProfilePagePrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  gpointer profile = g_task_propagate_pointer (G_TASK (result), &error);

  if (hfs_column_page_end (HFS_COLUMN_PAGE (self), result))
    {
      g_clear_object (&priv->result);
      if (profile != NULL)
        show_profile (self, profile);
      else
        hfs_page_state_fail (priv->state, _(klass->not_found), error->message);
      hfs_page_answered (HFS_PAGE (self));
    }
  g_clear_pointer (&profile, klass->free_profile);
}

static void
update (HfsProfilePage *self)
{
  HfsProfilePageClass *klass = HFS_PROFILE_PAGE_GET_CLASS (self);
  HfsProfilePagePrivate *priv = get_private (self);
  g_autoptr (GTask) task = NULL;
  Search *search;

  gtk_label_set_text (priv->title, priv->id);
  hfs_column_page_stop (HFS_COLUMN_PAGE (self));
  if (priv->engine == NULL)
    return;
  if (*priv->id == '\0')
    {
      hfs_page_state_fail (priv->state, _(klass->none_chosen), _("Look for one on the page “Find”."));
      return;
    }
  hfs_page_state_wait (priv->state);
  search = g_new (Search, 1);
  *search = (Search) { klass, g_strdup (priv->id) };
  task = g_task_new (priv->engine, hfs_column_page_begin (HFS_COLUMN_PAGE (self)), found_cb, g_object_ref (self));
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
hfs_profile_page_set_engine (HfsPage   *page,
                             HfsEngine *engine)
{
  g_set_object (&get_private (page)->engine, engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (update), page, G_CONNECT_SWAPPED);
  update (HFS_PROFILE_PAGE (page));
}

static char *
hfs_profile_page_dup_place (HfsPage *page)
{
  const char *id = get_private (page)->id;

  return *id != '\0' ? hfs_place_with (HFS_PROFILE_PAGE_GET_CLASS (page)->name, "id", id) : NULL;
}

static gboolean
hfs_profile_page_go_to (HfsPage     *page,
                        const char  *place,
                        GError     **error)
{
  HfsProfilePagePrivate *priv = get_private (page);
  g_autofree char *id = hfs_place_get (place, "id");

  if (id == NULL || *id == '\0')
    {
      g_set_error_literal (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE, _(HFS_PROFILE_PAGE_GET_CLASS (page)->without_id));
      return FALSE;
    }
  g_free (priv->id);
  priv->id = g_steal_pointer (&id);
  update (HFS_PROFILE_PAGE (page));
  return TRUE;
}

static HfsResult *
hfs_profile_page_get_result (HfsPage *page)
{
  return get_private (page)->result;
}

static void
hfs_profile_page_set_presenting (HfsPage  *page,
                                 gboolean  presenting)
{
  HfsProfilePagePrivate *priv = get_private (page);

  if (priv->buttons != NULL)
    gtk_widget_set_visible (priv->buttons, !presenting);
}

static void
page_iface_init (HfsPageInterface *iface)
{
  iface->set_engine = hfs_profile_page_set_engine;
  iface->dup_place = hfs_profile_page_dup_place;
  iface->go_to = hfs_profile_page_go_to;
  iface->get_result = hfs_profile_page_get_result;
  iface->set_presenting = hfs_profile_page_set_presenting;
}

static void
hfs_profile_page_finalize (GObject *object)
{
  HfsProfilePagePrivate *priv = get_private (object);

  g_clear_object (&priv->engine);
  g_clear_object (&priv->result);
  g_free (priv->id);

  G_OBJECT_CLASS (hfs_profile_page_parent_class)->finalize (object);
}

static void
hfs_profile_page_class_init (HfsProfilePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_profile_page_finalize;
}

static void
hfs_profile_page_init (HfsProfilePage *self)
{
  HfsProfilePagePrivate *priv = get_private (self);
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));

  priv->id = g_strdup ("");
  priv->title = GTK_LABEL (hfs_heading_label (NULL, "question"));
  priv->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  priv->state = HFS_PAGE_STATE (hfs_page_state_new (GTK_WIDGET (priv->content)));
  g_signal_connect_swapped (priv->state, "again", G_CALLBACK (update), self);
  gtk_box_append (column, GTK_WIDGET (priv->title));
  gtk_box_append (column, GTK_WIDGET (priv->state));
}

/**
 * hfs_profile_page_add_head:
 * @answer: the most important in a sentence
 * @scope: what it is said of
 * @facts: what is known, fact by fact
 * @buttons: what one can do about it; not shown to an audience
 *
 * Begins the page.
 */
void
hfs_profile_page_add_head (HfsProfilePage *self,
                           const char     *answer,
                           const char     *scope,
                           GtkWidget      *facts,
                           GtkWidget      *buttons)
{
  GtkWidget *answer_label = hfs_text_label (answer, "answer"), *scope_label = hfs_text_label (scope, "quiet");

  gtk_label_set_selectable (GTK_LABEL (answer_label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (scope_label), TRUE);
  gtk_widget_set_margin_top (facts, 18);
  gtk_widget_set_margin_top (buttons, 18);
  get_private (self)->buttons = buttons;
  hfs_profile_page_add (self, answer_label);
  hfs_profile_page_add (self, scope_label);
  hfs_profile_page_add (self, facts);
  hfs_profile_page_add (self, buttons);
}

/**
 * hfs_profile_page_add_section:
 * @heading: what it is about
 * @widget: what it says
 *
 * Puts a section under those that are there.
 */
void
hfs_profile_page_add_section (HfsProfilePage *self,
                              GtkWidget      *heading,
                              GtkWidget      *widget)
{
  gtk_widget_set_margin_top (heading, 30);
  hfs_profile_page_add (self, heading);
  hfs_profile_page_add (self, widget);
}

/**
 * hfs_profile_page_add:
 * @widget: what the last section says besides
 */
void
hfs_profile_page_add (HfsProfilePage *self,
                      GtkWidget      *widget)
{
  gtk_box_append (get_private (self)->content, widget);
}
