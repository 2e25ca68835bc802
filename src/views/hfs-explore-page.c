/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-page.h"

#include "hfs-accessible-name.h"
#include "hfs-explore-chart.h"
#include "hfs-explore-place.h"
#include "hfs-explore-words.h"
#include "hfs-filter-pills.h"
#include "hfs-page-state.h"
#include "hfs-page.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

#include <string.h>

/**
 * HfsExplorePage:
 *
 * Four linked charts: what is selected in one filters all the others. The state is one query, said as a sentence.
 */
struct _HfsExplorePage
{
  HfsColumnPage parent_instance;

  HfsPageState *state;
  GtkLabel *sentence;
  GtkLabel *scope;
  GtkLabel *unclear;
  GtkWidget *controls;
  GtkDropDown *measure;
  GtkWidget *clear_button;
  HfsFilterPills *pills;
  HfsExploreChart *charts[HFS_EXPLORE_CHARTS];

  HfsEngine *engine;           /* (owned) (nullable): while it is made there is none */
  HfsExplore *explore;         /* (owned) (nullable): links the charts as they are now */
  HfsQuery *query;             /* (owned): the state */
  HfsDimensionId dimensions[HFS_EXPLORE_CHARTS];
  guint touched;               /* the chart that was selected in last */
  gboolean updating;           /* the controls, which then say nothing */
  GCancellable *cancellable;   /* (owned) (nullable): of what is on its way */
};

static void page_iface_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsExplorePage, hfs_explore_page, HFS_TYPE_COLUMN_PAGE,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, page_iface_init))

static void update (HfsExplorePage *self);

/* A label that says nothing keeps its line: the charts stay where they are while the reader selects in them. */
static void
set_text (GtkLabel *label,
          char     *text)
{
  gtk_label_set_text (label, text ? text : "");
  g_free (text);
}

/* Whether anything is selected or narrowed. */
static gboolean
has_selection (HfsQuery *query)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (hfs_query_get_filter (query, i) != NULL)
      return TRUE;
  return hfs_query_get_search (query) != NULL;
}

static void
show_answers (HfsExplorePage *self)
{
  HfsQuery *query = hfs_explore_get_query (self->explore);

  set_text (self->sentence, hfs_explore_dup_sentence (self->explore));
  set_text (self->scope, hfs_explore_dup_scope (self->explore));
  set_text (self->unclear, hfs_explore_dup_unclear (self->explore));
  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    hfs_explore_chart_set_result (self->charts[i], hfs_explore_get_result (self->explore, i),
                                  hfs_query_get_filter (query, self->dimensions[i]));
  hfs_page_state_show (self->state);
  hfs_page_answered (HFS_PAGE (self));
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (HfsExplorePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = hfs_explore_update_finish (HFS_EXPLORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || HFS_EXPLORE (source) != self->explore)
    return;
  if (done)
    show_answers (self);
  else
    hfs_page_state_fail (self->state, _("These models cannot be shown"), error->message);
}

/* The state without what the charts show themselves. */
static HfsQuery *
dup_unlinked (HfsExplorePage *self)
{
  g_autoptr (HfsQuery) query = g_object_ref (self->query);

  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    {
      HfsQuery *wider = hfs_query_with (query, hfs_dimension_get (self->dimensions[i])->filter, NULL, NULL);

      g_object_unref (query);
      query = wider;
    }
  return g_steal_pointer (&query);
}

/* The controls follow the state. */
static void
update_controls (HfsExplorePage *self)
{
  g_autoptr (HfsQuery) hidden = NULL;

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->measure, hfs_query_get_measure (self->query));
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->clear_button, has_selection (self->query));
  hidden = dup_unlinked (self);
  hfs_filter_pills_set_query (self->pills, hidden);
}

static void
update (HfsExplorePage *self)
{
  update_controls (self);
  if (self->engine == NULL)
    return;
  if (self->explore == NULL)
    self->explore = hfs_explore_new (self->engine, NULL, self->dimensions, HFS_EXPLORE_CHARTS);
  hfs_page_state_wait (self->state);
  hfs_explore_update_async (self->explore, self->query, self->cancellable, updated_cb, g_object_ref (self));
}

/* Takes a new state; @is_final when it is one that undo can come back to. */
static void
ask (HfsExplorePage *self,
     HfsQuery       *query,
     gboolean        is_final)
{
  g_set_object (&self->query, query);
  update (self);
  if (is_final)
    hfs_page_moved (HFS_PAGE (self));
}

static void
ask_with (HfsExplorePage *self,
          const char     *key,
          const char     *value,
          gboolean        is_final)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_with (self->query, key, value, &error);

  if (query != NULL)
    ask (self, query, is_final);
  else
    hfs_page_state_fail (self->state, _("These models cannot be shown"), error->message);
}

static guint
find_chart (HfsExplorePage  *self,
            HfsExploreChart *chart)
{
  guint place = 0;

  while (place + 1 < HFS_EXPLORE_CHARTS && self->charts[place] != chart)
    place++;
  return place;
}

/* Keys as the query text has them. */
static char *
join_keys (const char * const *keys)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_uri_escape_string (keys[i], "/:@", FALSE);

      g_string_append_printf (list, "%s%s", i ? "," : "", key);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
selected_cb (HfsExplorePage  *self,
             char           **keys,
             gboolean         is_final,
             HfsExploreChart *chart)
{
  g_autofree char *list = join_keys ((const char * const *) keys);

  self->touched = find_chart (self, chart);
  ask_with (self, hfs_dimension_get (self->dimensions[self->touched])->filter, *list != '\0' ? list : NULL, is_final);
}

/* Links other charts. What is selected stays, also where no chart shows it any more: the pills do. */
static void
turned_cb (HfsExplorePage  *self,
           HfsDimensionId   dimension,
           HfsExploreChart *chart)
{
  guint place = find_chart (self, chart);

  /* Two charts of the same would say the same; the other one gets what this one leaves. */
  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    if (self->dimensions[i] == dimension)
      self->dimensions[i] = self->dimensions[place];
  self->dimensions[place] = dimension;
  g_clear_object (&self->explore);
  update (self);
  hfs_page_moved (HFS_PAGE (self));
}

static void
measure_cb (HfsExplorePage *self)
{
  guint measure = gtk_drop_down_get_selected (self->measure);

  if (!self->updating && measure < HFS_N_MEASURES)
    ask_with (self, "measure", hfs_measure_get_key (measure), TRUE);
}

/* What the pills took away was something that no chart shows; what is selected in the charts stays. */
static void
asked_cb (HfsExplorePage *self,
          HfsQuery       *asked)
{
  g_autoptr (HfsQuery) query = g_object_ref (asked);

  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    {
      const char * const *keys = hfs_query_get_filter (self->query, self->dimensions[i]);
      g_autofree char *list = keys ? join_keys (keys) : NULL;
      HfsQuery *narrower = hfs_query_with (query, hfs_dimension_get (self->dimensions[i])->filter, list, NULL);

      g_object_unref (query);
      query = narrower;
    }
  ask (self, query, TRUE);
}

static void
clear_cb (HfsExplorePage *self)
{
  g_autoptr (HfsQuery) query = hfs_query_with (self->query, "search", NULL, NULL);

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (hfs_query_get_filter (query, i) != NULL)
      {
        HfsQuery *wider = hfs_query_with (query, hfs_dimension_get (i)->filter, NULL, NULL);

        g_object_unref (query);
        query = wider;
      }
  ask (self, query, TRUE);
}

static void
again_cb (HfsExplorePage *self)
{
  update (self);
}

static void
hfs_explore_page_set_engine (HfsPage   *page,
                             HfsEngine *engine)
{
  HfsExplorePage *self = HFS_EXPLORE_PAGE (page);

  g_set_object (&self->engine, engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static char *
hfs_explore_page_dup_place (HfsPage *page)
{
  HfsExplorePage *self = HFS_EXPLORE_PAGE (page);

  return hfs_explore_place_to_string (self->dimensions, self->query);
}

static gboolean
hfs_explore_page_go_to (HfsPage     *page,
                        const char  *place,
                        GError     **error)
{
  HfsExplorePage *self = HFS_EXPLORE_PAGE (page);
  HfsDimensionId dimensions[HFS_EXPLORE_CHARTS];
  HfsQuery *query;

  if (!hfs_explore_place_parse (place, dimensions, &query, error))
    return FALSE;
  if (memcmp (dimensions, self->dimensions, sizeof dimensions) != 0)
    {
      memcpy (self->dimensions, dimensions, sizeof dimensions);
      g_clear_object (&self->explore);
    }
  g_clear_object (&self->query);
  self->query = query;
  update (self);
  return TRUE;
}

static HfsResult *
hfs_explore_page_get_result (HfsPage *page)
{
  HfsExplorePage *self = HFS_EXPLORE_PAGE (page);

  return self->explore ? hfs_explore_get_result (self->explore, self->touched) : NULL;
}

static void
hfs_explore_page_set_presenting (HfsPage  *page,
                                 gboolean  presenting)
{
  HfsExplorePage *self = HFS_EXPLORE_PAGE (page);

  gtk_widget_set_visible (self->controls, !presenting);
  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    hfs_explore_chart_set_presenting (self->charts[i], presenting);
}

static void
page_iface_init (HfsPageInterface *iface)
{
  iface->set_engine = hfs_explore_page_set_engine;
  iface->dup_place = hfs_explore_page_dup_place;
  iface->go_to = hfs_explore_page_go_to;
  iface->get_result = hfs_explore_page_get_result;
  iface->set_presenting = hfs_explore_page_set_presenting;
}

static void
hfs_explore_page_dispose (GObject *object)
{
  g_cancellable_cancel (HFS_EXPLORE_PAGE (object)->cancellable);

  G_OBJECT_CLASS (hfs_explore_page_parent_class)->dispose (object);
}

static void
hfs_explore_page_finalize (GObject *object)
{
  HfsExplorePage *self = HFS_EXPLORE_PAGE (object);

  g_clear_object (&self->explore);
  g_clear_object (&self->query);
  g_clear_object (&self->engine);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hfs_explore_page_parent_class)->finalize (object);
}

static void
hfs_explore_page_class_init (HfsExplorePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_explore_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_explore_page_finalize;
}

static GtkWidget *
new_controls (HfsExplorePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < HFS_N_MEASURES; i++)
    gtk_string_list_append (names, hfs_measure_get_name (i));
  self->measure = g_object_new (GTK_TYPE_DROP_DOWN, "model", names, "tooltip-text", _("What is counted"), NULL);
  hfs_accessible_name (GTK_WIDGET (self->measure), _("What is counted"));
  self->clear_button = gtk_button_new_with_mnemonic (_("Clear _All"));
  hfs_accessible_name (self->clear_button, _("Clear all"));
  gtk_widget_set_tooltip_text (self->clear_button, _("Select nothing in any chart"));
  g_signal_connect_swapped (self->measure, "notify::selected", G_CALLBACK (measure_cb), self);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->measure));
  gtk_box_append (GTK_BOX (box), self->clear_button);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  return box;
}

static GtkWidget *
new_charts (HfsExplorePage *self)
{
  GtkWidget *charts = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "homogeneous", TRUE,
                                    "min-children-per-line", 1, "max-children-per-line", 2, "column-spacing", 24,
                                    "row-spacing", 24, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      self->charts[i] = HFS_EXPLORE_CHART (hfs_explore_chart_new ());
      g_signal_connect_swapped (self->charts[i], "selected", G_CALLBACK (selected_cb), self);
      g_signal_connect_swapped (self->charts[i], "turned", G_CALLBACK (turned_cb), self);
      gtk_widget_set_size_request (GTK_WIDGET (self->charts[i]), 280, -1);
      gtk_widget_set_focusable (child, FALSE);
      gtk_widget_set_valign (GTK_WIDGET (self->charts[i]), GTK_ALIGN_START);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (self->charts[i]));
      gtk_flow_box_append (GTK_FLOW_BOX (charts), child);
    }
  return charts;
}

static GtkWidget *
new_content (HfsExplorePage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sentence = GTK_LABEL (hfs_text_label (NULL, "answer"));
  self->scope = GTK_LABEL (hfs_text_label (NULL, "quiet"));
  self->unclear = GTK_LABEL (hfs_text_label (NULL, "quiet"));
  self->pills = g_object_new (HFS_TYPE_FILTER_PILLS, "visible", FALSE, "margin-bottom", 18, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "roomy");
  gtk_label_set_yalign (self->sentence, 0);
  gtk_label_set_selectable (self->sentence, TRUE);
  gtk_label_set_selectable (self->scope, TRUE);
  g_signal_connect_swapped (self->pills, "asked", G_CALLBACK (asked_cb), self);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->scope));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->unclear));
  self->controls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->controls), new_controls (self));
  gtk_box_append (GTK_BOX (self->controls), GTK_WIDGET (self->pills));
  gtk_box_append (GTK_BOX (content), self->controls);
  gtk_box_append (GTK_BOX (content), new_charts (self));
  return content;
}

static void
hfs_explore_page_init (HfsExplorePage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));
  gboolean parsed = hfs_explore_place_parse (NULL, self->dimensions, &self->query, NULL);

  g_assert (parsed);
  self->cancellable = g_cancellable_new ();
  gtk_box_append (column, hfs_heading_label (_("Which models do you want to see?"), "question"));
  self->state = HFS_PAGE_STATE (hfs_page_state_new (new_content (self)));
  g_signal_connect_swapped (self->state, "again", G_CALLBACK (again_cb), self);
  gtk_box_append (column, GTK_WIDGET (self->state));
  update_controls (self);
}

/**
 * hfs_explore_page_new:
 *
 * Returns: (transfer floating): linked charts in which nothing is selected
 */
GtkWidget *
hfs_explore_page_new (void)
{
  return g_object_new (HFS_TYPE_EXPLORE_PAGE, NULL);
}
