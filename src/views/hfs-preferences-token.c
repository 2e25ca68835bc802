/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-preferences-token.h"

#include "hfs-accessible-name.h"
#include "hfs-token.h"

#include <glib/gi18n.h>

/**
 * HfsPreferencesToken:
 *
 * The user's token for the Hub: it goes into the keyring, can be tested there and taken out again. It is never shown.
 */
struct _HfsPreferencesToken
{
  AdwPreferencesPage parent_instance;

  GtkWidget *entry;
  AdwActionRow *status_row;
  GtkWidget *test_button;
  GtkWidget *remove_button;

  HfsHubClient *client;       /* (owned) (nullable): the Hub, whose address may be none */
  GCancellable *cancellable;  /* (owned) */
};

typedef enum
{
  PROP_STATUS = 1,
} HfsPreferencesTokenProperty;

static GParamSpec *properties[PROP_STATUS + 1];

G_DEFINE_FINAL_TYPE (HfsPreferencesToken, hfs_preferences_token, ADW_TYPE_PREFERENCES_PAGE)

static void
set_status (HfsPreferencesToken *self,
            const char          *sentence)
{
  adw_action_row_set_subtitle (self->status_row, sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
set_usable (HfsPreferencesToken *self,
            gboolean             can_keep,
            gboolean             is_there)
{
  gtk_widget_set_sensitive (self->entry, can_keep);
  gtk_widget_set_sensitive (self->test_button, is_there);
  gtk_widget_set_sensitive (self->remove_button, can_keep && is_there);
}

/* Most often there is none, as on a bare desktop; else it is locked, and its own words tell. */
static void
say_no_keyring (HfsPreferencesToken *self,
                const GError        *error)
{
  /* Translators: %s is what the computer says about it. */
  g_autofree char *text = g_strdup_printf (_("The keyring cannot be used: %s. Unlock it, or set HF_TOKEN before you start the "
                                             "program."), error->message);
  gboolean is_absent = g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);

  set_usable (self, FALSE, FALSE);
  set_status (self, is_absent ? _("There is no keyring on this computer, so no token can be kept. Set HF_TOKEN before you start the "
                                  "program instead.") : text);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (HfsPreferencesToken) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = hfs_token_lookup_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (error != NULL)
    say_no_keyring (self, error);
  else
    {
      set_usable (self, TRUE, token != NULL);
      set_status (self, token ? _("A token is in the keyring.") : _("There is no token. The Hub answers fewer requests, and "
                                                                    "all else is the same."));
    }
}

static void
update (HfsPreferencesToken *self)
{
  set_usable (self, FALSE, FALSE);
  if (hfs_token_is_from_environment ())
    {
      set_usable (self, FALSE, TRUE);
      set_status (self, _("HF_TOKEN is set, and counts before the keyring. Unset it to keep a token here."));
      return;
    }
  set_status (self, _("Asking the keyring…"));
  hfs_token_lookup_async (hfs_hub_client_get_endpoint (self->client), self->cancellable, looked_up_cb, g_object_ref (self));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (HfsPreferencesToken) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_kept = hfs_token_keep_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_kept)
    {
      say_no_keyring (self, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update (self);
}

static void
keep (HfsPreferencesToken *self,
      const char          *token)
{
  set_usable (self, FALSE, FALSE);
  hfs_token_keep_async (hfs_hub_client_get_endpoint (self->client), token, self->cancellable, kept_cb, g_object_ref (self));
}

/* An empty entry is no wish to lose the token: that has a button of its own. */
static void
apply_cb (HfsPreferencesToken *self)
{
  g_autofree char *token = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*token != '\0')
    keep (self, token);
}

static void
remove_cb (HfsPreferencesToken *self)
{
  keep (self, NULL);
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsPreferencesToken) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = hfs_token_test_finish (result, &error), *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->test_button, TRUE);
  if (name != NULL)
    /* Translators: %s is an account on the Hub. */
    text = g_strdup_printf (_("The Hub accepts the token: it is that of %s."), name);
  set_status (self, name ? text : error->message);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsPreferencesToken) self = data;

  if (hfs_token_sign_finish (result, NULL))
    hfs_token_test_async (HFS_HUB_CLIENT (source), self->cancellable, tested_cb, g_object_ref (self));
}

static void
test_cb (HfsPreferencesToken *self)
{
  gtk_widget_set_sensitive (self->test_button, FALSE);
  set_status (self, _("Asking the Hub…"));
  hfs_token_sign_async (self->client, self->cancellable, signed_cb, g_object_ref (self));
}

static void
hfs_preferences_token_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((HfsPreferencesTokenProperty) id)
    {
    case PROP_STATUS:
      g_value_set_string (value, hfs_preferences_token_get_status (HFS_PREFERENCES_TOKEN (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_preferences_token_dispose (GObject *object)
{
  HfsPreferencesToken *self = HFS_PREFERENCES_TOKEN (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_PREFERENCES_TOKEN);

  G_OBJECT_CLASS (hfs_preferences_token_parent_class)->dispose (object);
}

static void
hfs_preferences_token_finalize (GObject *object)
{
  HfsPreferencesToken *self = HFS_PREFERENCES_TOKEN (object);

  g_clear_object (&self->client);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hfs_preferences_token_parent_class)->finalize (object);
}

static void
hfs_preferences_token_class_init (HfsPreferencesTokenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hfs_preferences_token_get_property;
  object_class->dispose = hfs_preferences_token_dispose;
  object_class->finalize = hfs_preferences_token_finalize;

  /**
   * HfsPreferencesToken:status:
   *
   * How it stands with the token, in a sentence.
   */
  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-preferences-token.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesToken, entry);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesToken, status_row);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesToken, test_button);
  gtk_widget_class_bind_template_child (widget_class, HfsPreferencesToken, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
hfs_preferences_token_init (HfsPreferencesToken *self)
{
  g_autoptr (GError) error = NULL;

  self->cancellable = g_cancellable_new ();
  self->client = hfs_hub_client_new (NULL, NULL, &error);
  gtk_widget_init_template (GTK_WIDGET (self));
  hfs_accessible_name (self->test_button, _("Test the token"));
  hfs_accessible_name (self->remove_button, _("Remove the token"));
  if (self->client != NULL)
    {
      update (self);
      return;
    }
  set_usable (self, FALSE, FALSE);
  set_status (self, error->message);
}

/**
 * hfs_preferences_token_new:
 *
 * Returns: (transfer floating): the page; it asks the keyring at once
 */
GtkWidget *
hfs_preferences_token_new (void)
{
  return g_object_new (HFS_TYPE_PREFERENCES_TOKEN, NULL);
}

/**
 * hfs_preferences_token_get_status:
 *
 * Returns: (transfer none): how it stands with the token, in a sentence
 */
const char *
hfs_preferences_token_get_status (HfsPreferencesToken *self)
{
  return adw_action_row_get_subtitle (self->status_row);
}
