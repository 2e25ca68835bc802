/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publishers.h"

#include "hfs-countries.h"
#include "hfs-overrides.h"
#include "hfs-publishers-file.h"

#include <string.h>

/**
 * HfsPublishers:
 *
 * The table publisher → country and developer type, under each attribution.
 *
 * Read only once made; safe to use from any thread.
 */
struct _HfsPublishers
{
  GObject parent_instance;

  GHashTable *published;    /* (owned) (element-type utf8 HfsPublisher) */
  GHashTable *atom;         /* (owned) (element-type utf8 HfsPublisher) */
  GHashTable *repositories; /* (owned) (element-type utf8 HfsPublisher): of repositories without a publisher */
  GHashTable *mine;         /* (owned) (nullable) (element-type utf8 HfsPublisher): those that the reader changed */
  GHashTable *users;        /* (owned) (nullable) (element-type utf8 HfsPublisher): accounts that the Hub says are users */
  guint n_overrides;
};

G_DEFINE_FINAL_TYPE (HfsPublishers, hfs_publishers, G_TYPE_OBJECT)

static void
hfs_publishers_finalize (GObject *object)
{
  HfsPublishers *self = HFS_PUBLISHERS (object);

  g_clear_pointer (&self->published, g_hash_table_unref);
  g_clear_pointer (&self->atom, g_hash_table_unref);
  g_clear_pointer (&self->repositories, g_hash_table_unref);
  g_clear_pointer (&self->mine, g_hash_table_unref);
  g_clear_pointer (&self->users, g_hash_table_unref);

  G_OBJECT_CLASS (hfs_publishers_parent_class)->finalize (object);
}

static void
hfs_publishers_class_init (HfsPublishersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_publishers_finalize;
}

static void
hfs_publishers_init (HfsPublishers *self)
{
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hfs_publisher_free);
}

/**
 * hfs_publishers_new:
 * @publishers: `publisher,name,country,developer_type,evidence,confidence,note`
 * @repositories: the same, with `repository` first: repositories without a publisher
 * @atom: `publisher,region,note`: the preset `atom`
 *
 * Returns: (transfer full) (nullable): the tables, or %NULL with @error naming the line
 */
HfsPublishers *
hfs_publishers_new (GBytes  *publishers,
                    GBytes  *repositories,
                    GBytes  *atom,
                    GError **error)
{
  g_autoptr (HfsPublishers) self = g_object_new (HFS_TYPE_PUBLISHERS, NULL);

  self->published = new_table ();
  self->atom = new_table ();
  self->repositories = new_table ();
  if (!hfs_publishers_read_table (self->published, publishers, "publisher", error) ||
      !hfs_publishers_read_table (self->repositories, repositories, "repository", error) ||
      !hfs_publishers_read_atom (self->atom, self->published, atom, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What is known of an account without the reader: in the table, or of a repository that it holds. */
static const HfsPublisher *
find_published (HfsPublishers *self,
                const char    *account)
{
  const HfsPublisher *publisher = g_hash_table_lookup (self->published, account);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->repositories);
  while (publisher == NULL && g_hash_table_iter_next (&iter, NULL, &value))
    if (g_strcmp0 (((HfsPublisher *) value)->account, account) == 0)
      publisher = value;
  return publisher;
}

static void
apply (HfsPublishers     *self,
       const HfsOverride *override)
{
  HfsPublisher *mine = g_hash_table_lookup (self->mine, override->publisher);

  if (mine == NULL)
    {
      const HfsPublisher *published = find_published (self, override->publisher);

      mine = g_new0 (HfsPublisher, 1);
      mine->account = g_strdup (override->publisher);
      mine->name = g_strdup (published ? published->name : override->publisher);
      mine->country = published ? published->country : HFS_COUNTRY_UNKNOWN;
      mine->type = published ? published->type : HFS_DEVELOPER_UNKNOWN;
      mine->evidence = g_strdup (published ? published->evidence : "");
      mine->confidence = g_strdup ("");
      g_hash_table_insert (self->mine, g_strdup (override->publisher), mine);
    }
  if (override->field == HFS_OVERRIDE_COUNTRY)
    mine->country = hfs_country_from_key (override->value);
  else
    hfs_developer_type_from_key (override->value, &mine->type);
  g_free (mine->note);
  mine->note = g_strdup (override->reason);
}

/**
 * hfs_publishers_new_with_overrides:
 * @published: the tables without the reader's decisions
 * @overrides: the reader's decisions, as they are now
 *
 * Makes tables in which the attribution `mine` follows the reader. All else is shared with @published.
 *
 * Returns: (transfer full): the tables
 */
HfsPublishers *
hfs_publishers_new_with_overrides (HfsPublishers *published,
                                   HfsOverrides  *overrides)
{
  HfsPublishers *self = g_object_new (HFS_TYPE_PUBLISHERS, NULL);

  self->published = g_hash_table_ref (published->published);
  self->atom = g_hash_table_ref (published->atom);
  self->repositories = g_hash_table_ref (published->repositories);
  self->users = published->users ? g_hash_table_ref (published->users) : NULL;
  self->mine = new_table ();
  self->n_overrides = hfs_overrides_get_n (overrides);
  for (guint i = 0; i < self->n_overrides; i++)
    apply (self, hfs_overrides_get (overrides, i));
  return self;
}

/**
 * hfs_publishers_new_with_users:
 * @published: the tables
 * @users: (array zero-terminated=1): accounts that the Hub says belong to one person
 *
 * Makes tables in which these accounts, where nothing else is said of them, are individuals
 * whose country is not stated: nothing is guessed about a person. All else is shared with
 * @published. The table of the ATOM Project stays as it is.
 *
 * Returns: (transfer full): the tables
 */
HfsPublishers *
hfs_publishers_new_with_users (HfsPublishers      *published,
                               const char * const *users)
{
  HfsPublishers *self = g_object_new (HFS_TYPE_PUBLISHERS, NULL);

  self->published = g_hash_table_ref (published->published);
  self->atom = g_hash_table_ref (published->atom);
  self->repositories = g_hash_table_ref (published->repositories);
  self->mine = published->mine ? g_hash_table_ref (published->mine) : NULL;
  self->n_overrides = published->n_overrides;
  self->users = new_table ();
  for (guint i = 0; users[i] != NULL; i++)
    {
      HfsPublisher *publisher = g_new (HfsPublisher, 1);

      *publisher = (HfsPublisher) {
        .account = g_strdup (users[i]),
        .name = g_strdup (users[i]),
        .country = HFS_COUNTRY_UNSTATED,
        .type = HFS_DEVELOPER_INDIVIDUAL,
        .evidence = g_strconcat ("https://huggingface.co/", users[i], NULL),
        .confidence = g_strdup ("high"),
        .note = g_strdup (""),
      };
      g_hash_table_replace (self->users, g_strdup (users[i]), publisher);
    }
  return self;
}

/**
 * hfs_publishers_lookup:
 * @account: a Hub account
 *
 * Returns: (transfer none) (nullable): the decision about the account, or %NULL when there is none
 */
const HfsPublisher *
hfs_publishers_lookup (HfsPublishers  *self,
                       HfsAttribution  attribution,
                       const char     *account)
{
  const HfsPublisher *mine = NULL;

  if (attribution == HFS_ATTRIBUTION_MINE && self->mine != NULL)
    mine = g_hash_table_lookup (self->mine, account);
  if (mine != NULL)
    return mine;
  if (attribution == HFS_ATTRIBUTION_ATOM)
    return g_hash_table_lookup (self->atom, account);
  mine = g_hash_table_lookup (self->published, account);
  return mine != NULL || self->users == NULL ? mine : g_hash_table_lookup (self->users, account);
}

/**
 * hfs_publishers_lookup_model:
 * @model_id: `owner/name`, or a legacy name without owner
 *
 * Returns: (transfer none) (nullable): the decision about the model's publisher; for a repository
 *   without one, about who made it
 */
const HfsPublisher *
hfs_publishers_lookup_model (HfsPublishers  *self,
                             HfsAttribution  attribution,
                             const char     *model_id)
{
  g_autofree char *owned = NULL;
  const char *account = hfs_publishers_account_of (self, model_id, &owned);
  const HfsPublisher *publisher = account ? hfs_publishers_lookup (self, attribution, account) : NULL;

  if (publisher == NULL && attribution != HFS_ATTRIBUTION_ATOM)
    publisher = g_hash_table_lookup (self->repositories, model_id);
  return publisher;
}

/**
 * hfs_publishers_account_of:
 * @owned: (out): what to free
 *
 * Finds the account that a model belongs to: the part before the slash, or for a legacy name
 * the account that holds the repository today.
 *
 * Returns: (transfer none) (nullable): the account, or %NULL when nobody knows; good until @owned is freed
 */
const char *
hfs_publishers_account_of (HfsPublishers  *self,
                           const char     *model_id,
                           char          **owned)
{
  const char *slash = strchr (model_id, '/');
  const HfsPublisher *maker;

  *owned = NULL;
  if (slash != NULL)
    return *owned = g_strndup (model_id, slash - model_id);
  maker = g_hash_table_lookup (self->repositories, model_id);
  return maker ? maker->account : NULL;
}

/**
 * hfs_publishers_get_n:
 *
 * Returns: how many publishers the published table holds
 */
guint
hfs_publishers_get_n (HfsPublishers *self)
{
  return g_hash_table_size (self->published);
}

/**
 * hfs_publishers_get_n_overrides:
 *
 * Returns: how many decisions of the reader the attribution `mine` follows
 */
guint
hfs_publishers_get_n_overrides (HfsPublishers *self)
{
  return self->n_overrides;
}

static int
compare_publishers (gconstpointer a,
                    gconstpointer b)
{
  const HfsPublisher *x = *(HfsPublisher * const *) a, *y = *(HfsPublisher * const *) b;

  return g_strcmp0 (x->account, y->account);
}

/**
 * hfs_publishers_list:
 * @country: (nullable): only those of this country
 *
 * Lists the accounts that the published table, or the reader's, places somewhere.
 *
 * Returns: (transfer container) (element-type HfsPublisher): the publishers, in the order of their accounts
 */
GPtrArray *
hfs_publishers_list (HfsPublishers *self,
                     const char    *country)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer account, value;

  g_hash_table_iter_init (&iter, self->published);
  while (g_hash_table_iter_next (&iter, &account, &value))
    if (self->mine == NULL || !g_hash_table_contains (self->mine, account))
      if (country == NULL || g_str_equal (((HfsPublisher *) value)->country, country))
        g_ptr_array_add (list, value);
  if (self->mine != NULL)
    {
      g_hash_table_iter_init (&iter, self->mine);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        if (country == NULL || g_str_equal (((HfsPublisher *) value)->country, country))
          g_ptr_array_add (list, value);
    }
  g_ptr_array_sort (list, compare_publishers);
  return list;
}
