/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-country-page.h"

#include "hfs-accessible-name.h"
#include "hfs-countries.h"
#include "hfs-format.h"
#include "hfs-page.h"
#include "hfs-remark-list.h"
#include "hfs-sentence.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>
#include <string.h>

#define ID "country"
#define QUERY "countries"
/* The one with most, so that there is something to see. */
#define USUAL "US"
/* The list that opens is as wide: enough for most names of countries, in pixels. */
#define CHOOSER_WIDTH 260

/**
 * HfsCountryPage:
 *
 * “What comes from one country?”: its publishers and models, whom the report names, sizes and licenses, on whose models
 * it builds, and whether it rose.
 *
 * Its place is that of the query for the country's models, with the page's own name.
 */
struct _HfsCountryPage
{
  HfsColumnPage parent_instance;

  GtkLabel *title;
  GtkLabel *answer;
  GtkLabel *scope;
  GtkDropDown *chooser;
  HfsRemarkList *remarks;

  char **keys;               /* (owned): of the countries in the chooser */
  HfsEngine *engine;         /* (owned) (nullable): while it is made there is none */
  HfsQuery *query;           /* (owned): about the models of one country */
  HfsResult *result;         /* (owned) (nullable): all countries */
  gboolean choosing;         /* the chooser follows the page */
};

static void hfs_country_page_page_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsCountryPage, hfs_country_page, HFS_TYPE_COLUMN_PAGE,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, hfs_country_page_page_init))

/* “Publishers in South Korea have 2.1 % of the downloads: place 7 of 18 countries.” */
static void
show_answer (HfsCountryPage *self)
{
  const char *country = hfs_country_page_get_country (self);
  const HfsResultRow *row = hfs_result_find_row (self->result, country);
  g_autofree char *name = hfs_dimension_dup_name (HFS_DIMENSION_COUNTRIES, country);
  g_autofree char *scope = hfs_result_dup_scope (self->result);
  g_autofree char *text = NULL;

  if (row == NULL || row->rank == 0)
    text = g_strdup_printf (_("In these data no model is by a publisher in %s."), name);
  else
    {
      g_autofree char *share = hfs_format_share (row->share), *models = hfs_format_integer (row->models);

      text = g_strdup_printf (ngettext ("%1$s has place %2$u among the countries, with %3$s of the whole and %4$s model.",
                                        "%1$s has place %2$u among the countries, with %3$s of the whole and %4$s models.", row->models),
                              hfs_country_get_name (country), row->rank, share, models);
    }
  gtk_label_set_text (self->answer, text);
  gtk_label_set_text (self->scope, scope);
}

static void
run_cb (GObject      *source,
        GAsyncResult *async_result,
        gpointer      data)
{
  g_autoptr (HfsCountryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsResult) result = hfs_engine_run_finish (HFS_ENGINE (source), async_result, &error);

  if (!hfs_column_page_end (HFS_COLUMN_PAGE (self), async_result))
    return;
  g_set_object (&self->result, result);
  if (result != NULL)
    show_answer (self);
  else
    gtk_label_set_text (self->answer, error->message);
  hfs_remark_list_ask (self->remarks, self->engine, ID, self->query);
  hfs_page_answered (HFS_PAGE (self));
}

static void
run (HfsCountryPage *self)
{
  g_autoptr (HfsQuery) all = NULL;
  g_autoptr (HfsQuery) shares = NULL;

  hfs_column_page_stop (HFS_COLUMN_PAGE (self));
  if (self->engine == NULL)
    return;
  all = hfs_query_with (self->query, "country", NULL, NULL);
  shares = hfs_query_with (all, "share", "1", NULL);
  hfs_engine_run_async (self->engine, shares, hfs_column_page_begin (HFS_COLUMN_PAGE (self)), run_cb, g_object_ref (self));
}

static void
update_title (HfsCountryPage *self)
{
  const char *country = hfs_country_page_get_country (self);
  g_autofree char *name = hfs_dimension_dup_name (HFS_DIMENSION_COUNTRIES, country);
  /* Translators: %s is a country within a sentence. */
  g_autofree char *title = g_strdup_printf (_("What comes from %s?"), name);

  /* Translators: what a screen reader says for a choice: what is chosen, then the choice. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), _("Country"), hfs_country_get_name (country));

  gtk_label_set_text (self->title, title);
  hfs_accessible_name (gtk_widget_get_first_child (GTK_WIDGET (self->chooser)), spoken);
  self->choosing = TRUE;
  for (guint i = 0; self->keys[i] != NULL; i++)
    if (g_str_equal (self->keys[i], country))
      gtk_drop_down_set_selected (self->chooser, i);
  self->choosing = FALSE;
}

static void
set_query (HfsCountryPage *self,
           HfsQuery       *query)
{
  if (!g_set_object (&self->query, query))
    return;
  update_title (self);
  run (self);
  hfs_page_moved (HFS_PAGE (self));
}

static void
chosen_cb (HfsCountryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);
  g_autoptr (HfsQuery) query = NULL;

  if (self->choosing || selected == GTK_INVALID_LIST_POSITION || selected >= g_strv_length (self->keys))
    return;
  query = hfs_query_with (self->query, "country", self->keys[selected], NULL);
  if (!hfs_query_equal (query, self->query))
    set_query (self, query);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (hfs_country_get_name (*(char * const *) a), hfs_country_get_name (*(char * const *) b));
}

/* All countries that have a publisher, by their names in the reader's language. */
static void
update_countries (HfsCountryPage *self)
{
  g_autoptr (GPtrArray) publishers = hfs_publishers_list (hfs_engine_get_publishers (self->engine), NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < publishers->len; i++)
    {
      const char *country = ((const HfsPublisher *) g_ptr_array_index (publishers, i))->country;

      if (hfs_country_is_clear (country) && strlen (country) == 2 && g_hash_table_add (seen, (gpointer) country))
        g_ptr_array_add (keys, g_strdup (country));
    }
  g_ptr_array_sort (keys, compare_names);
  for (guint i = 0; i < keys->len; i++)
    gtk_string_list_append (names, hfs_country_get_name (g_ptr_array_index (keys, i)));
  g_ptr_array_add (keys, NULL);
  g_strfreev (self->keys);
  self->keys = (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  self->choosing = FALSE;
  update_title (self);
}

static void
set_engine (HfsPage   *page,
            HfsEngine *engine)
{
  HfsCountryPage *self = HFS_COUNTRY_PAGE (page);

  self->engine = g_object_ref (engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  update_countries (self);
  run (self);
}

static char *
dup_place (HfsPage *page)
{
  g_autofree char *query = hfs_query_to_string (HFS_COUNTRY_PAGE (page)->query);

  return g_strconcat (ID, query + strlen (QUERY), NULL);
}

static gboolean
go_to (HfsPage     *page,
       const char  *place,
       GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (HfsQuery) query = NULL;
  const char * const *keys;

  if (place == NULL || *place == '\0' || g_str_equal (place, ID))
    return TRUE;
  text = g_str_has_prefix (place, ID "?") ? g_strconcat (QUERY, place + strlen (ID), NULL) : g_strdup (place);
  query = hfs_query_parse (text, error);
  if (query == NULL)
    return FALSE;
  keys = hfs_query_get_filter (query, HFS_DIMENSION_COUNTRIES);
  if (keys == NULL || g_strv_length ((char **) keys) != 1 || !hfs_country_is_clear (keys[0]) || strlen (keys[0]) != 2)
    {
      g_set_error_literal (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE, _("This page is about one country, such as “country?country=KR”."));
      return FALSE;
    }
  set_query (HFS_COUNTRY_PAGE (page), query);
  return TRUE;
}

static HfsResult *
get_result (HfsPage *page)
{
  return HFS_COUNTRY_PAGE (page)->result;
}

static void
set_presenting (HfsPage  *page,
                gboolean  presenting)
{
  gtk_widget_set_visible (GTK_WIDGET (HFS_COUNTRY_PAGE (page)->chooser), !presenting);
}

static void
hfs_country_page_page_init (HfsPageInterface *iface)
{
  iface->set_engine = set_engine;
  iface->dup_place = dup_place;
  iface->go_to = go_to;
  iface->get_result = get_result;
  iface->set_presenting = set_presenting;
}

static void
hfs_country_page_finalize (GObject *object)
{
  HfsCountryPage *self = HFS_COUNTRY_PAGE (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->query);
  g_clear_object (&self->result);
  g_strfreev (self->keys);

  G_OBJECT_CLASS (hfs_country_page_parent_class)->finalize (object);
}

static void
hfs_country_page_class_init (HfsCountryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_country_page_finalize;
}

static GtkLabel *
new_selectable (const char *style)
{
  GtkWidget *label = hfs_text_label (NULL, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return GTK_LABEL (label);
}

static GtkWidget *
find_inside (GtkWidget *root,
             GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

/* In GTK 4.8 an open drop-down gives its list the focus, and what is typed does not get to the search. */
static void
search_by_typing (GtkWidget *chooser)
{
  GtkWidget *popover = find_inside (chooser, GTK_TYPE_POPOVER);
  GtkWidget *search = popover ? find_inside (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;

  if (search != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), popover);
}

static GtkWidget *
new_chooser (HfsCountryPage *self)
{
  GtkWidget *chooser = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr (GtkListItemFactory) factory = hfs_text_factory (30, FALSE);

  self->chooser = GTK_DROP_DOWN (chooser);
  gtk_drop_down_set_enable_search (self->chooser, TRUE);
  gtk_drop_down_set_factory (self->chooser, factory);
  search_by_typing (chooser);
  gtk_widget_set_halign (chooser, GTK_ALIGN_START);
  gtk_widget_set_size_request (chooser, CHOOSER_WIDTH, -1);
  gtk_widget_set_margin_top (chooser, 18);
  gtk_widget_set_margin_bottom (chooser, 24);
  hfs_accessible_name (chooser, _("Country"));
  gtk_widget_set_tooltip_text (chooser, _("Choose another country"));
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return chooser;
}

/* A reader asks first about their own country: the one that the language is set for, as in “pt_BR.UTF-8”. */
static char *
dup_first_country (void)
{
  const char *language = g_get_language_names ()[0];
  const char *territory = strchr (language, '_');
  g_autofree char *key = territory ? g_strndup (territory + 1, strcspn (territory + 1, ".@")) : NULL;

  return g_strdup (key != NULL && hfs_country_from_key (key) != NULL ? key : USUAL);
}

static void
hfs_country_page_init (HfsCountryPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));
  g_autofree char *country = dup_first_country ();
  g_autofree char *text = g_strconcat (QUERY "?country=", country, NULL);

  self->query = hfs_query_parse (text, NULL);
  self->keys = g_new0 (char *, 1);
  self->title = GTK_LABEL (hfs_heading_label (NULL, "question"));
  self->answer = new_selectable ("answer");
  self->scope = new_selectable ("quiet");
  self->remarks = HFS_REMARK_LIST (hfs_remark_list_new ());
  gtk_box_append (column, GTK_WIDGET (self->title));
  gtk_box_append (column, GTK_WIDGET (self->answer));
  gtk_box_append (column, GTK_WIDGET (self->scope));
  gtk_box_append (column, hfs_text_label (_("The country is that of the publisher, not of those who download."), "quiet"));
  gtk_box_append (column, new_chooser (self));
  gtk_box_append (column, GTK_WIDGET (self->remarks));
  update_title (self);
}

/**
 * hfs_country_page_new:
 *
 * Returns: (transfer floating): a page about the reader's country, where their language tells it
 */
GtkWidget *
hfs_country_page_new (void)
{
  return g_object_new (HFS_TYPE_COUNTRY_PAGE, NULL);
}

/**
 * hfs_country_page_get_country:
 *
 * Returns: (transfer none): the key of the country that the page is about
 */
const char *
hfs_country_page_get_country (HfsCountryPage *self)
{
  return hfs_query_get_filter (self->query, HFS_DIMENSION_COUNTRIES)[0];
}
