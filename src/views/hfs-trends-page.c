/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-trends-page.h"

#include "hfs-page.h"
#include "hfs-remark-list.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

#define ID "trends"

/**
 * HfsTrendsPage:
 *
 * “How did it go?”: counts over the years that others published, and the reader's own snapshots; each with its picture,
 * its table and its source, and never two kinds of counts in one picture.
 */
struct _HfsTrendsPage
{
  HfsColumnPage parent_instance;

  HfsRemarkList *remarks;
  HfsEngine *engine;  /* (owned) (nullable): while it is made there is none */
  HfsQuery *query;    /* (owned): what the reader's own snapshots are asked */
};

static void hfs_trends_page_page_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsTrendsPage, hfs_trends_page, HFS_TYPE_COLUMN_PAGE,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, hfs_trends_page_page_init))

static void
run (HfsTrendsPage *self)
{
  hfs_remark_list_ask (self->remarks, self->engine, ID, self->query);
}

static void
set_engine (HfsPage   *page,
            HfsEngine *engine)
{
  HfsTrendsPage *self = HFS_TRENDS_PAGE (page);

  self->engine = g_object_ref (engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  run (self);
}

static void
hfs_trends_page_page_init (HfsPageInterface *iface)
{
  iface->set_engine = set_engine;
}

static void
hfs_trends_page_finalize (GObject *object)
{
  HfsTrendsPage *self = HFS_TRENDS_PAGE (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (hfs_trends_page_parent_class)->finalize (object);
}

static void
hfs_trends_page_class_init (HfsTrendsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_trends_page_finalize;
}

static GtkWidget *
new_link (const char *label,
          const char *place)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
  return button;
}

/* Pages of their own that are about time too. */
static GtkWidget *
new_links (void)
{
  GtkWidget *links = hfs_wrap_box_new (6);

  gtk_widget_set_margin_top (links, 18);
  gtk_widget_set_margin_bottom (links, 24);
  gtk_box_append (GTK_BOX (links), new_link (_("See what changed since last time"), "changes"));
  gtk_box_append (GTK_BOX (links), new_link (_("See how old the models in use are"), "years?share=1"));
  return links;
}

static void
hfs_trends_page_init (HfsTrendsPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));

  self->query = hfs_query_parse ("countries", NULL);
  self->remarks = HFS_REMARK_LIST (hfs_remark_list_new ());
  gtk_box_append (column, hfs_heading_label (_("How did it go over time?"), "question"));
  gtk_box_append (column, hfs_text_label (_("The Hub tells what is so today, not what was. These counts were taken down over the years: by others, each with its source, and by each refresh of yours."), "answer"));
  gtk_box_append (column, new_links ());
  gtk_box_append (column, GTK_WIDGET (self->remarks));
}

/**
 * hfs_trends_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hfs_trends_page_new (void)
{
  return g_object_new (HFS_TYPE_TRENDS_PAGE, NULL);
}
