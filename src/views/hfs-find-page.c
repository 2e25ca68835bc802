/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-find-page.h"

#include "hfs-accessible-name.h"
#include "hfs-find-list.h"
#include "hfs-find-row.h"
#include "hfs-format.h"
#include "hfs-page-state.h"
#include "hfs-page.h"
#include "hfs-place.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* As wide as the chart of a question. */
#define COLUMN_WIDTH 900

/* A search waits for the reader to pause, in milliseconds. */
#define SEARCH_DELAY 120

/**
 * HfsFindPage:
 *
 * A search for publishers and models, and the lists of all of them. Enter or a click on a row opens its page.
 *
 * ## Keyboard
 * Typing anywhere on the page searches. Down goes from the search to the list, Enter in the search opens the first hit, Escape
 * empties the search.
 */
struct _HfsFindPage
{
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkDropDown *kind;
  GtkDropDown *order;
  GtkWidget *controls;
  GtkLabel *found;
  HfsPageState *state;
  GtkWidget *card;           /* holds the list */
  GtkListView *view;

  HfsEngine *engine;         /* (owned) (nullable): while it is made there is none */
  HfsFindList *list;         /* (owned) (nullable): as the engine */
  HfsQuery *query;           /* (owned): what is searched, and in which order */
  gboolean updating;         /* the controls, which then say nothing */
  GCancellable *cancellable; /* (owned) (nullable): of what is on its way */
};

/* The orders in which lists can be; the number of models is none for models. */
static const HfsMeasure orders[] = { HFS_MEASURE_DOWNLOADS, HFS_MEASURE_DOWNLOADS_ALL_TIME, HFS_MEASURE_LIKES };

static const char * const kind_keys[HFS_N_FIND_KINDS] = { "all", "publishers", "models" };

static void page_iface_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsFindPage, hfs_find_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, page_iface_init))

static HfsFindKind
get_kind (HfsFindPage *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);

  return kind < HFS_N_FIND_KINDS ? kind : HFS_FIND_ALL;
}

/* How much was found, in one sentence. */
static char *
dup_found (HfsFindPage *self)
{
  const char *search = hfs_query_get_search (hfs_find_list_get_query (self->list));
  guint n_publishers = hfs_find_list_get_n_publishers (self->list), n_models = hfs_find_list_get_n_models (self->list);
  g_autofree char *publisher_count = hfs_format_integer (n_publishers), *model_count = hfs_format_integer (n_models);
  g_autofree char *publishers = g_strdup_printf (ngettext ("%s publisher", "%s publishers", n_publishers), publisher_count);
  g_autofree char *models = g_strdup_printf (ngettext ("%s model", "%s models", n_models), model_count);

  if (n_publishers + n_models == 0)
    return g_strdup_printf (_("No publisher and no model of this snapshot has “%s” in its name. "
                              "A snapshot of only the most downloaded models leaves out most of the Hub."), search ? search : "");
  if (search == NULL)
    /* Translators: %1$s are publishers and %2$s models, each with its number. */
    return g_strdup_printf (_("This snapshot has %1$s and %2$s."), publishers, models);
  return g_strdup_printf (_("Found for “%1$s”: %2$s and %3$s."), search, publishers, models);
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (HfsFindPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  if (!hfs_find_list_update_finish (HFS_FIND_LIST (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hfs_page_state_fail (self->state, _("The list cannot be shown"), error->message);
      return;
    }
  if (self->list == NULL)
    return;
  found = dup_found (self);
  gtk_label_set_text (self->found, found);
  hfs_page_state_show (self->state);
  gtk_widget_set_visible (self->card, g_list_model_get_n_items (hfs_find_list_get_rows (self->list)) > 0);
  /* The list keeps what it showed where it was, but what is new begins at its head. */
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  hfs_page_answered (HFS_PAGE (self));
}

static void
update (HfsFindPage *self)
{
  if (self->list == NULL)
    return;
  hfs_page_state_wait (self->state);
  hfs_find_list_update_async (self->list, self->query, get_kind (self), self->cancellable, updated_cb, g_object_ref (self));
}

static void
ask_with (HfsFindPage *self,
          const char  *key,
          const char  *value)
{
  g_autofree char *escaped = value ? g_uri_escape_string (value, NULL, FALSE) : NULL;
  HfsQuery *query = hfs_query_with (self->query, key, escaped, NULL);

  if (query == NULL)
    return;
  g_object_unref (self->query);
  self->query = query;
  update (self);
  hfs_page_moved (HFS_PAGE (self));
}

static void
searched_cb (HfsFindPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (!self->updating && g_strcmp0 (hfs_query_get_search (self->query), *text != '\0' ? text : NULL) != 0)
    ask_with (self, "search", *text != '\0' ? text : NULL);
}

static void
order_cb (HfsFindPage *self)
{
  guint order = gtk_drop_down_get_selected (self->order);

  if (!self->updating && order < G_N_ELEMENTS (orders))
    ask_with (self, "measure", hfs_measure_get_key (orders[order]));
}

static void
kind_cb (HfsFindPage *self)
{
  if (self->updating)
    return;
  update (self);
  hfs_page_moved (HFS_PAGE (self));
}

static void
open_row (HfsFindPage *self,
          guint        position)
{
  g_autoptr (GObject) item = g_list_model_get_item (hfs_find_list_get_rows (self->list), position);
  g_autofree char *place = item ? hfs_find_row_dup_place (item) : NULL;

  if (place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "s", place);
}

static void
activated_cb (HfsFindPage *self,
              guint        position)
{
  open_row (self, position);
}

/* Enter in the search opens the first hit, below its heading if there is one. */
static void
entry_activated_cb (HfsFindPage *self)
{
  g_autoptr (GObject) first = self->list ? g_list_model_get_item (hfs_find_list_get_rows (self->list), 0) : NULL;

  searched_cb (self);
  if (first != NULL)
    open_row (self, GTK_IS_STRING_OBJECT (first) ? 1 : 0);
}

static gboolean
entry_key_cb (HfsFindPage *self,
              guint        keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* What was typed elsewhere in the window goes on in the search. */
static void
search_started_cb (HfsFindPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
stop_search_cb (HfsFindPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, hfs_find_row_new ());
}

static void
bind_cb (HfsFindPage *self,
         GtkListItem *item)
{
  HfsFindRow *row = HFS_FIND_ROW (gtk_list_item_get_child (item));
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (row));
  gpointer shown = gtk_list_item_get_item (item);
  g_autofree char *spoken = NULL;

  hfs_find_row_show (row, shown, hfs_query_get_measure (self->query));
  gtk_list_item_set_activatable (item, !GTK_IS_STRING_OBJECT (shown));
  /* GTK 4.8 names rows after their class. */
  spoken = hfs_find_row_dup_spoken (row);
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
archive_changed_cb (HfsFindPage *self)
{
  update (self);
}

static void
hfs_find_page_set_engine (HfsPage   *page,
                          HfsEngine *engine)
{
  HfsFindPage *self = HFS_FIND_PAGE (page);
  GtkNoSelection *selection;

  g_set_object (&self->engine, engine);
  self->list = hfs_find_list_new (engine);
  selection = gtk_no_selection_new (g_object_ref (hfs_find_list_get_rows (self->list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (archive_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static char *
hfs_find_page_dup_place (HfsPage *page)
{
  HfsFindPage *self = HFS_FIND_PAGE (page);
  g_autofree char *query = hfs_query_to_string (self->query);

  return g_strdup_printf ("find?show=%s&%s", kind_keys[get_kind (self)], strchr (query, '?') + 1);
}

/* The controls follow the state. */
static void
update_controls (HfsFindPage *self,
                 guint        kind)
{
  const char *search = hfs_query_get_search (self->query);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kind, kind);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] == hfs_query_get_measure (self->query))
      gtk_drop_down_set_selected (self->order, i);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), search ? search : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), search ? search : "");
  self->updating = FALSE;
}

static gboolean
find_kind (const char  *place,
           guint       *kind,
           GError     **error)
{
  g_autofree char *show = hfs_place_get (place, "show");

  *kind = HFS_FIND_ALL;
  if (show == NULL)
    return TRUE;
  for (guint i = 0; i < HFS_N_FIND_KINDS; i++)
    if (g_str_equal (show, kind_keys[i]))
      return *kind = i, TRUE;
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
               _("“show” cannot be “%s”. It can be: all, publishers, models."), show);
  return FALSE;
}

static gboolean
hfs_find_page_go_to (HfsPage     *page,
                     const char  *place,
                     GError     **error)
{
  static const char * const own_keys[] = { "show", NULL };
  HfsFindPage *self = HFS_FIND_PAGE (page);
  guint kind;
  HfsQuery *query = NULL;

  if (find_kind (place, &kind, error))
    query = hfs_place_to_query (place, HFS_DIMENSION_MODELS, own_keys, error);
  if (query == NULL)
    return FALSE;
  g_object_unref (self->query);
  self->query = query;
  update_controls (self, kind);
  update (self);
  return TRUE;
}

static void
hfs_find_page_set_presenting (HfsPage  *page,
                              gboolean  presenting)
{
  gtk_widget_set_visible (HFS_FIND_PAGE (page)->controls, !presenting);
}

static void
page_iface_init (HfsPageInterface *iface)
{
  iface->set_engine = hfs_find_page_set_engine;
  iface->dup_place = hfs_find_page_dup_place;
  iface->go_to = hfs_find_page_go_to;
  iface->set_presenting = hfs_find_page_set_presenting;
}

static gboolean
hfs_find_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HFS_FIND_PAGE (widget)->entry));
}

/* While the page is shown, what is typed anywhere in the window is searched for. */
static void
hfs_find_page_map (GtkWidget *widget)
{
  HfsFindPage *self = HFS_FIND_PAGE (widget);

  GTK_WIDGET_CLASS (hfs_find_page_parent_class)->map (widget);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
hfs_find_page_unmap (GtkWidget *widget)
{
  HfsFindPage *self = HFS_FIND_PAGE (widget);

  if (self->entry != NULL)
    gtk_search_entry_set_key_capture_widget (self->entry, NULL);
  GTK_WIDGET_CLASS (hfs_find_page_parent_class)->unmap (widget);
}

static void
hfs_find_page_dispose (GObject *object)
{
  HfsFindPage *self = HFS_FIND_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  g_clear_object (&self->query);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (hfs_find_page_parent_class)->dispose (object);
}

static void
hfs_find_page_class_init (HfsFindPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_find_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = hfs_find_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = hfs_find_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = hfs_find_page_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_entry (HfsFindPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _("A publisher or a model"), "search-delay", SEARCH_DELAY, "hexpand", TRUE, NULL);
  hfs_accessible_name (GTK_WIDGET (self->entry), _("Search for publishers and models"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (searched_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "search-started", G_CALLBACK (search_started_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  return GTK_WIDGET (self->entry);
}

static GtkDropDown *
new_choice (const char * const *texts,
            const char         *name,
            GCallback           callback,
            HfsFindPage        *self)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (texts);

  gtk_widget_set_tooltip_text (choice, name);
  hfs_accessible_name (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", callback, self);
  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
new_controls (HfsFindPage *self)
{
  const char *kinds[] = { _("Publishers and models"), _("All publishers"), _("All models"), NULL };
  const char *order_names[G_N_ELEMENTS (orders) + 1] = { NULL };
  GtkWidget *choices = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (HFS_TYPE_WRAP_LAYOUT, "spacing", 12, NULL), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    order_names[i] = hfs_measure_get_name (orders[i]);
  self->kind = new_choice (kinds, _("What is listed"), G_CALLBACK (kind_cb), self);
  self->order = new_choice (order_names, _("In which order"), G_CALLBACK (order_cb), self);
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (self->order));
  return choices;
}

static GtkWidget *
new_list (HfsFindPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "find-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was found"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->view, "vexpand", TRUE, "margin-top", 12, NULL);
  gtk_widget_add_css_class (scroller, "card");
  self->card = scroller;
  return scroller;
}

static void
hfs_find_page_init (HfsFindPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", COLUMN_WIDTH, "tightening-threshold", COLUMN_WIDTH,
                                   "child", column, NULL);

  self->query = hfs_query_parse ("models", NULL);
  self->cancellable = g_cancellable_new ();
  self->controls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->found = GTK_LABEL (hfs_text_label (NULL, "quiet"));
  gtk_widget_set_margin_top (self->controls, 18);
  gtk_box_append (GTK_BOX (self->controls), new_entry (self));
  gtk_box_append (GTK_BOX (self->controls), new_controls (self));
  gtk_box_append (GTK_BOX (column), hfs_heading_label (_("Which publisher or model are you looking for?"), "question"));
  gtk_box_append (GTK_BOX (column), self->controls);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->found));
  self->state = HFS_PAGE_STATE (hfs_page_state_new (new_list (self)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->state), TRUE);
  g_signal_connect_swapped (self->state, "again", G_CALLBACK (archive_changed_cb), self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->state));
  gtk_widget_add_css_class (column, "page");
  gtk_widget_add_css_class (column, "find-page");
  gtk_widget_set_parent (clamp, GTK_WIDGET (self));
}

/**
 * hfs_find_page_new:
 *
 * Returns: (transfer floating): a search for nothing in particular: it lists all
 */
GtkWidget *
hfs_find_page_new (void)
{
  return g_object_new (HFS_TYPE_FIND_PAGE, NULL);
}
