/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-verdict-list.h"

#include "hfs-format.h"

#include <glib/gi18n.h>

/**
 * HfsVerdictList:
 *
 * All claims of all editions with their verdicts, as a list of [class@CheckedClaim]. Empty until they are judged, which
 * is done in a worker thread; judged again, the old verdicts stay until the new ones are there.
 */
struct _HfsVerdictList
{
  GObject parent_instance;

  GPtrArray *editions;        /* (owned) (nullable) (element-type HfsEdition): read when they are first needed, not at start-up */
  GPtrArray *claims;          /* (owned) (element-type HfsCheckedClaim) */
  GCancellable *cancellable;  /* (owned) (nullable): of the round that is on its way */
};

/* What a round of judging needs; the list itself is not touched by the thread. */
typedef struct
{
  GPtrArray *editions;  /* (owned) */
  HfsEngine *engine;    /* (owned) */
} Round;

static GType
get_item_type (GListModel *list)
{
  return HFS_TYPE_CHECKED_CLAIM;
}

static guint
get_n_items (GListModel *list)
{
  return HFS_VERDICT_LIST (list)->claims->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  GPtrArray *claims = HFS_VERDICT_LIST (list)->claims;

  return position < claims->len ? g_object_ref (g_ptr_array_index (claims, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsVerdictList, hfs_verdict_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
round_free (gpointer data)
{
  Round *round = data;

  g_ptr_array_unref (round->editions);
  g_object_unref (round->engine);
  g_free (round);
}

/* In the order of the reports, but what the data say something about comes first. */
static GPtrArray *
sort_claims (GPtrArray *claims)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < claims->len; i++)
      {
        HfsVerdict *verdict = hfs_checked_claim_get_verdict (g_ptr_array_index (claims, i));

        if ((hfs_verdict_get_kind (verdict) == HFS_VERDICT_CANNOT_TEST) == (pass == 1))
          g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (claims, i)));
      }
  return sorted;
}

static void
judge_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Round *round = data;
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < round->editions->len; i++)
    {
      HfsEdition *edition = g_ptr_array_index (round->editions, i);

      for (guint j = 0; j < hfs_edition_get_n_claims (edition); j++)
        {
          if (g_task_return_error_if_cancelled (task))
            return;
          g_ptr_array_add (claims, hfs_checked_claim_new (edition, hfs_edition_get_claim (edition, j), round->engine));
        }
    }
  g_task_return_pointer (task, sort_claims (claims), (GDestroyNotify) g_ptr_array_unref);
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  HfsVerdictList *self = HFS_VERDICT_LIST (source);
  g_autoptr (GPtrArray) claims = g_task_propagate_pointer (G_TASK (result), NULL);
  guint n_before = self->claims->len;

  if (claims == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->claims);
  self->claims = g_ptr_array_ref (claims);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, claims->len);
}

static void
hfs_verdict_list_dispose (GObject *object)
{
  HfsVerdictList *self = HFS_VERDICT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hfs_verdict_list_parent_class)->dispose (object);
}

static void
hfs_verdict_list_finalize (GObject *object)
{
  HfsVerdictList *self = HFS_VERDICT_LIST (object);

  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_ptr_array_unref (self->claims);

  G_OBJECT_CLASS (hfs_verdict_list_parent_class)->finalize (object);
}

static void
hfs_verdict_list_class_init (HfsVerdictListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hfs_verdict_list_dispose;
  object_class->finalize = hfs_verdict_list_finalize;
}

static void
hfs_verdict_list_init (HfsVerdictList *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hfs_verdict_list_new:
 *
 * Returns: (transfer full): a list without verdicts yet
 */
HfsVerdictList *
hfs_verdict_list_new (void)
{
  return g_object_new (HFS_TYPE_VERDICT_LIST, NULL);
}

/**
 * hfs_verdict_list_judge:
 * @engine: what answers
 *
 * Judges all claims by the data as they are now. Returns at once; the items change when all is done.
 */
void
hfs_verdict_list_judge (HfsVerdictList *self,
                        HfsEngine      *engine)
{
  g_autoptr (GTask) task = NULL;
  Round *round = g_new0 (Round, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  round->editions = g_ptr_array_ref (hfs_verdict_list_get_editions (self));
  round->engine = g_object_ref (engine);
  task = g_task_new (self, self->cancellable, judged_cb, NULL);
  g_task_set_source_tag (task, hfs_verdict_list_judge);
  g_task_set_task_data (task, round, round_free);
  g_task_run_in_thread (task, judge_in_thread);
}

/**
 * hfs_verdict_list_get_editions:
 *
 * Returns: (transfer none) (element-type HfsEdition): the reports whose claims these are
 */
GPtrArray *
hfs_verdict_list_get_editions (HfsVerdictList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->editions == NULL)
    self->editions = hfs_editions_load (&error);
  /* The editions are part of the program: without them nothing can be right. */
  if (self->editions == NULL)
    g_error ("%s", error->message);
  return self->editions;
}

/**
 * hfs_verdict_list_count:
 * @kind: a verdict, or %HFS_N_VERDICTS for any
 * @edition: (nullable): a report, or %NULL for all
 *
 * Returns: how many claims of the report have this verdict
 */
guint
hfs_verdict_list_count (HfsVerdictList *self,
                        HfsVerdictKind  kind,
                        HfsEdition     *edition)
{
  guint n = 0;

  for (guint i = 0; i < self->claims->len; i++)
    {
      HfsCheckedClaim *claim = g_ptr_array_index (self->claims, i);

      if (edition != NULL && hfs_checked_claim_get_edition (claim) != edition)
        continue;
      if (kind == HFS_N_VERDICTS || hfs_verdict_get_kind (hfs_checked_claim_get_verdict (claim)) == kind)
        n++;
    }
  return n;
}

static char *
dup_part (HfsVerdictKind kind,
          guint          n)
{
  g_autofree char *number = hfs_format_integer (n);

  switch (kind)
    {
    case HFS_VERDICT_HOLDS:
      /* Translators: these are parts of “Of 121 claims, 6 hold, 5 have moved and 50 depend on the definition.” */
      return g_strdup_printf (ngettext ("%s holds", "%s hold", n), number);
    case HFS_VERDICT_MOVED:
      return g_strdup_printf (ngettext ("%s has moved", "%s have moved", n), number);
    case HFS_VERDICT_DIFFERS:
      return g_strdup_printf (ngettext ("%s differs", "%s differ", n), number);
    case HFS_VERDICT_DEPENDS:
      return g_strdup_printf (ngettext ("%s depends on the definition", "%s depend on the definition", n), number);
    case HFS_VERDICT_CANNOT_TEST:
    case HFS_N_VERDICTS:
    default:
      return g_strdup_printf (ngettext ("%s cannot be tested from the data at hand",
                                        "%s cannot be tested from the data at hand", n), number);
    }
}

/**
 * hfs_verdict_list_dup_summary:
 *
 * Returns: (transfer full): how many claims have which verdict, in one sentence; empty until they are judged
 */
char *
hfs_verdict_list_dup_summary (HfsVerdictList *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = hfs_format_integer (self->claims->len);
  g_autofree char *first = NULL;

  for (HfsVerdictKind kind = 0; kind < HFS_N_VERDICTS; kind++)
    {
      guint n = hfs_verdict_list_count (self, kind, NULL);

      /* That none holds is news; that none differs is not. */
      if (n > 0 || kind == HFS_VERDICT_HOLDS)
        g_ptr_array_add (parts, dup_part (kind, n));
    }
  if (self->claims->len == 0 || parts->len < 2)
    return g_strdup ("");
  g_ptr_array_insert (parts, (int) parts->len - 1, NULL);
  first = g_strjoinv (_(", "), (char **) parts->pdata);
  /* Translators: how many claims there are; all verdicts but the last, with their numbers; the last one. */
  return g_strdup_printf (ngettext ("Of %1$s claim, %2$s and %3$s.", "Of %1$s claims, %2$s and %3$s.", self->claims->len),
                          all, first, (char *) g_ptr_array_index (parts, parts->len - 1));
}

/**
 * hfs_verdict_list_dup_brief:
 *
 * Returns: (transfer full): the same in a few words; empty until they are judged
 */
char *
hfs_verdict_list_dup_brief (HfsVerdictList *self)
{
  g_autofree char *all = hfs_format_integer (self->claims->len);
  g_autofree char *hold = dup_part (HFS_VERDICT_HOLDS, hfs_verdict_list_count (self, HFS_VERDICT_HOLDS, NULL));
  g_autofree char *moved = dup_part (HFS_VERDICT_MOVED, hfs_verdict_list_count (self, HFS_VERDICT_MOVED, NULL));

  if (self->claims->len == 0)
    return g_strdup ("");
  /* Translators: how many claims, how many of them hold, how many have moved: “32 claims, 6 hold, 5 have moved” */
  return g_strdup_printf (ngettext ("%1$s claim, %2$s, %3$s", "%1$s claims, %2$s, %3$s", self->claims->len), all, hold, moved);
}
