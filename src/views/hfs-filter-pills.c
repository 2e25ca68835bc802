/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-filter-pills.h"

#include "hfs-accessible-name.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsFilterPills:
 *
 * The filters of a query as buttons that take them away again. Not visible while there is none.
 */
struct _HfsFilterPills
{
  GtkWidget parent_instance;

  HfsQuery *query;  /* (owned) (nullable) */
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsFilterPills, hfs_filter_pills, GTK_TYPE_WIDGET)

/* The keys that a pill stands for. */
static const char * const other_keys[] = { "search", "by", "credit", "attribution", "unknown", "over", "top" };

static void
ask_without (HfsFilterPills *self,
             const char     *key)
{
  g_autoptr (HfsQuery) query = hfs_query_with (self->query, key, NULL, NULL);

  if (query != NULL)
    g_signal_emit (self, signals[ASKED], 0, query);
}

static void
pill_clicked_cb (GtkButton *pill,
                 gpointer   data)
{
  HfsFilterPills *self = HFS_FILTER_PILLS (gtk_widget_get_parent (GTK_WIDGET (pill)));

  ask_without (self, data);
}

/* What no pill stands for, as the controls show it, and is reset with the others. */
static const char * const control_keys[] = { "measure", "snapshot", "compare" };

static void
reset_clicked_cb (HfsFilterPills *self)
{
  g_autoptr (HfsQuery) query = g_object_ref (self->query);

  for (guint i = 0; i < G_N_ELEMENTS (control_keys); i++)
    {
      HfsQuery *less = hfs_query_with (query, control_keys[i], NULL, NULL);

      g_object_unref (query);
      query = less;
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_keys) + HFS_N_DIMENSIONS; i++)
    {
      const char *key = i < G_N_ELEMENTS (other_keys) ? other_keys[i]
                                                      : hfs_dimension_get (i - G_N_ELEMENTS (other_keys))->filter;
      HfsQuery *less = key ? hfs_query_with (query, key, NULL, NULL) : g_object_ref (query);

      g_object_unref (query);
      query = less;
    }
  g_signal_emit (self, signals[ASKED], 0, query);
}

/* @key is a static string. */
static void
add_pill (HfsFilterPills *self,
          const char     *key,
          const char     *text)
{
  GtkWidget *pill = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  /* Translators: what a screen reader says for a filter that can be taken away; %s is the filter. */
  g_autofree char *spoken = g_strdup_printf (_("Remove the filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic",
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_add_css_class (pill, "filter");
  gtk_widget_set_tooltip_text (pill, spoken);
  hfs_accessible_name (pill, spoken);
  g_signal_connect (pill, "clicked", G_CALLBACK (pill_clicked_cb), (gpointer) key);
  gtk_widget_set_parent (pill, GTK_WIDGET (self));
}

static void
add_filters (HfsFilterPills *self)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *keys = hfs_query_get_filter (self->query, i);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) labels = NULL;
      g_autofree char *list = NULL, *text = NULL;

      if (keys == NULL)
        continue;
      for (; *keys != NULL; keys++)
        {
          g_autofree char *label = hfs_dimension_dup_label (i, *keys);

          g_strv_builder_add (builder, label);
        }
      labels = g_strv_builder_end (builder);
      /* Translators: what stands between the values of a filter, as in “China, France”. */
      list = g_strjoinv (C_("between filters", ", "), labels);
      /* Translators: a filter: what it is about, then what is let through, as in “Country: China, France”. */
      text = g_strdup_printf (_("%1$s: %2$s"), _(hfs_dimension_get (i)->heading), list);
      add_pill (self, hfs_dimension_get (i)->filter, text);
    }
}

static void
add_others (HfsFilterPills *self)
{
  HfsDimensionId by;

  if (hfs_query_get_search (self->query) != NULL)
    {
      /* Translators: a filter: the text that a model’s name has to hold. */
      g_autofree char *text = g_strdup_printf (_("Name holds “%s”"), hfs_query_get_search (self->query));

      add_pill (self, "search", text);
    }
  if (hfs_query_get_by (self->query, &by))
    {
      /* Translators: how an answer is divided; %s is a heading such as “Developer type”. */
      g_autofree char *text = g_strdup_printf (_("Divided by: %s"), _(hfs_dimension_get (by)->heading));

      add_pill (self, "by", text);
    }
  if (hfs_query_get_top (self->query) > 0)
    {
      guint top = hfs_query_get_top (self->query);
      g_autofree char *text = g_strdup_printf (ngettext ("Only the first row apart", "Only the first %u rows apart", top), top);

      add_pill (self, "top", text);
    }
  if (hfs_query_get_credit (self->query) == HFS_CREDIT_BASE)
    add_pill (self, "credit", _("Copies count for the original publisher"));
  if (!hfs_query_get_shows_unknown (self->query))
    add_pill (self, "unknown", _("Without what is not known"));
  if (hfs_query_get_attribution (self->query) == HFS_ATTRIBUTION_ATOM)
    add_pill (self, "attribution", _("Publishers as the ATOM Project places them"));
  if (hfs_query_get_attribution (self->query) == HFS_ATTRIBUTION_MINE)
    add_pill (self, "attribution", _("Publishers as you place them"));
  if (hfs_query_get_over_time (self->query))
    add_pill (self, "over", _("Over time"));
}

static void
clear (HfsFilterPills *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
hfs_filter_pills_dispose (GObject *object)
{
  clear (HFS_FILTER_PILLS (object));
  g_clear_object (&HFS_FILTER_PILLS (object)->query);

  G_OBJECT_CLASS (hfs_filter_pills_parent_class)->dispose (object);
}

static void
hfs_filter_pills_class_init (HfsFilterPillsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_filter_pills_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), HFS_TYPE_WRAP_LAYOUT);

  /**
   * HfsFilterPills::asked:
   * @query: what is asked now
   *
   * The reader took a filter away.
   */
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, HFS_TYPE_QUERY);
}

static void
hfs_filter_pills_init (HfsFilterPills *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 8, NULL);
}

/**
 * hfs_filter_pills_set_query:
 * @query: whose filters to show; emits no signal
 */
void
hfs_filter_pills_set_query (HfsFilterPills *self,
                            HfsQuery       *query)
{
  GtkWidget *reset;

  g_set_object (&self->query, query);
  clear (self);
  add_filters (self);
  add_others (self);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  reset = gtk_button_new_with_mnemonic (_("_Reset View"));
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_tooltip_text (reset, _("Remove all filters, and count downloads in the newest data again"));
  hfs_accessible_name (reset, _("Remove all filters"));
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (reset_clicked_cb), self);
  gtk_widget_set_parent (reset, GTK_WIDGET (self));
}
