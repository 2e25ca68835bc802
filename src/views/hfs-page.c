/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-page.h"

/**
 * HfsPage:
 *
 * A page of the window, whatever it shows: a question, a search, the claims.
 *
 * Where the reader is in it is a text, its place: `NAME?…`, where NAME is the page's id or, on the page of a question, the
 * name of the query. Undo, deep links, and what is opened next time are such texts. Each function may be left out.
 */
G_DEFINE_INTERFACE (HfsPage, hfs_page, GTK_TYPE_WIDGET)

enum
{
  MOVED,
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hfs_page_default_init (HfsPageInterface *iface)
{
  /**
   * HfsPage::moved:
   *
   * The reader is at another place of the page.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HfsPage::answered:
   *
   * The page has an answer to show, or knows that it has none.
   */
  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * hfs_page_set_engine:
 * @engine: what answers
 *
 * Gives the page what it needs to answer. To be called once.
 */
void
hfs_page_set_engine (HfsPage   *self,
                     HfsEngine *engine)
{
  HfsPageInterface *iface = HFS_PAGE_GET_IFACE (self);

  if (iface->set_engine != NULL)
    iface->set_engine (self, engine);
}

/**
 * hfs_page_dup_place:
 *
 * Returns: (transfer full) (nullable): where the reader is; %NULL in a page that has but one place
 */
char *
hfs_page_dup_place (HfsPage *self)
{
  HfsPageInterface *iface = HFS_PAGE_GET_IFACE (self);

  return iface->dup_place ? iface->dup_place (self) : NULL;
}

/**
 * hfs_page_go_to:
 * @place: a text as [method@Page.dup_place] gives it, or as a reader wrote it
 *
 * Returns: whether the page is there now; %FALSE with @error set, whose message a reader understands
 */
gboolean
hfs_page_go_to (HfsPage     *self,
                const char  *place,
                GError     **error)
{
  HfsPageInterface *iface = HFS_PAGE_GET_IFACE (self);

  return iface->go_to == NULL || iface->go_to (self, place, error);
}

/**
 * hfs_page_get_result:
 *
 * Returns: (transfer none) (nullable): the answer that the page shows, to be taken away
 */
HfsResult *
hfs_page_get_result (HfsPage *self)
{
  HfsPageInterface *iface = HFS_PAGE_GET_IFACE (self);

  return iface->get_result ? iface->get_result (self) : NULL;
}

/**
 * hfs_page_set_presenting:
 * @presenting: whether the page is shown to an audience
 *
 * Shows the answer alone, without what one works with, or everything again.
 */
void
hfs_page_set_presenting (HfsPage  *self,
                         gboolean  presenting)
{
  HfsPageInterface *iface = HFS_PAGE_GET_IFACE (self);

  if (iface->set_presenting != NULL)
    iface->set_presenting (self, presenting);
}

/**
 * hfs_page_moved:
 *
 * For pages: emits [signal@Page::moved].
 */
void
hfs_page_moved (HfsPage *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * hfs_page_answered:
 *
 * For pages: emits [signal@Page::answered].
 */
void
hfs_page_answered (HfsPage *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}
