/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-test-keyring.h"

#include <string.h>

#define NAME "org.freedesktop.secrets"
#define SERVICE_PATH "/org/freedesktop/secrets"
#define COLLECTION_PATH "/org/freedesktop/secrets/aliases/default"
#define SESSION_PATH "/org/freedesktop/secrets/session/1"

/* The part of the Secret Service API that storing, finding and removing a password takes. */
static const char interfaces[] =
  "<node>"
  "  <interface name='org.freedesktop.Secret.Service'>"
  "    <method name='OpenSession'>"
  "      <arg type='s' direction='in'/><arg type='v' direction='in'/><arg type='v' direction='out'/><arg type='o' direction='out'/>"
  "    </method>"
  "    <method name='SearchItems'>"
  "      <arg type='a{ss}' direction='in'/><arg type='ao' direction='out'/><arg type='ao' direction='out'/>"
  "    </method>"
  "    <method name='GetSecrets'>"
  "      <arg type='ao' direction='in'/><arg type='o' direction='in'/><arg type='a{o(oayays)}' direction='out'/>"
  "    </method>"
  "    <property name='Collections' type='ao' access='read'/>"
  "  </interface>"
  "  <interface name='org.freedesktop.Secret.Collection'>"
  "    <method name='CreateItem'>"
  "      <arg type='a{sv}' direction='in'/><arg type='(oayays)' direction='in'/><arg type='b' direction='in'/>"
  "      <arg type='o' direction='out'/><arg type='o' direction='out'/>"
  "    </method>"
  "  </interface>"
  "  <interface name='org.freedesktop.Secret.Item'>"
  "    <method name='Delete'><arg type='o' direction='out'/></method>"
  "  </interface>"
  "</node>";

typedef struct
{
  HfsTestKeyring *keyring; /* (unowned) */
  char *path;              /* (owned) */
  GHashTable *attributes;  /* (owned) (element-type utf8 utf8) */
  char *secret;            /* (owned) */
  guint registration;
} Item;

struct _HfsTestKeyring
{
  GSubprocess *bus;            /* (owned) */
  GDBusConnection *connection; /* (owned) */
  GDBusNodeInfo *info;         /* (owned) */
  GPtrArray *items;            /* (owned) (element-type Item) */
  guint n_made;
};

static void
item_free (gpointer data)
{
  Item *item = data;

  g_dbus_connection_unregister_object (item->keyring->connection, item->registration);
  g_free (item->path);
  g_hash_table_unref (item->attributes);
  g_free (item->secret);
  g_free (item);
}

static gboolean
has_attributes (Item     *item,
                GVariant *wanted)
{
  GVariantIter iter;
  const char *name, *value;

  g_variant_iter_init (&iter, wanted);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (g_strcmp0 (g_hash_table_lookup (item->attributes, name), value) != 0)
      return FALSE;
  return TRUE;
}

static void
search (HfsTestKeyring        *self,
        GVariant              *parameters,
        GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) wanted = g_variant_get_child_value (parameters, 0);
  GVariantBuilder paths;

  g_variant_builder_init (&paths, G_VARIANT_TYPE ("ao"));
  for (guint i = 0; i < self->items->len; i++)
    if (has_attributes (g_ptr_array_index (self->items, i), wanted))
      g_variant_builder_add (&paths, "o", ((Item *) g_ptr_array_index (self->items, i))->path);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aoao)", &paths, NULL));
}

static GVariant *
new_secret (const char *text)
{
  return g_variant_new ("(o@ay@ays)", SESSION_PATH, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, text, strlen (text), 1), "text/plain");
}

static void
get_secrets (HfsTestKeyring        *self,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) paths = g_variant_get_child_value (parameters, 0);
  g_autofree const char **wanted = g_variant_get_objv (paths, NULL);
  GVariantBuilder secrets;

  g_variant_builder_init (&secrets, G_VARIANT_TYPE ("a{o(oayays)}"));
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (g_strv_contains (wanted, item->path))
        g_variant_builder_add (&secrets, "{o@(oayays)}", item->path, new_secret (item->secret));
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(a{o(oayays)})", &secrets));
}

static void
call_item (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  Item *item = data;
  HfsTestKeyring *self = item->keyring;

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/"));
  g_ptr_array_remove (self->items, item);
}

static const GDBusInterfaceVTable item_vtable = { .method_call = call_item };

static Item *
add_item (HfsTestKeyring *self,
          GVariant       *attributes)
{
  Item *item = g_new0 (Item, 1);
  GVariantIter iter;
  const char *name, *value;

  item->keyring = self;
  item->path = g_strdup_printf (SERVICE_PATH "/collection/login/%u", ++self->n_made);
  item->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_variant_iter_init (&iter, attributes);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    g_hash_table_insert (item->attributes, g_strdup (name), g_strdup (value));
  item->registration = g_dbus_connection_register_object (self->connection, item->path, self->info->interfaces[2], &item_vtable,
                                                          item, NULL, NULL);
  g_ptr_array_add (self->items, item);
  return item;
}

static void
create_item (HfsTestKeyring        *self,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (parameters, 0);
  g_autoptr (GVariant) secret = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) bytes = g_variant_get_child_value (secret, 2);
  g_autoptr (GVariant) attributes = g_variant_lookup_value (properties, "org.freedesktop.Secret.Item.Attributes",
                                                            G_VARIANT_TYPE ("a{ss}"));
  gsize length;
  const char *text = g_variant_get_fixed_array (bytes, &length, 1);
  Item *item = NULL;

  for (guint i = 0; i < self->items->len && item == NULL; i++)
    if (has_attributes (g_ptr_array_index (self->items, i), attributes))
      item = g_ptr_array_index (self->items, i);
  if (item == NULL)
    item = add_item (self, attributes);
  g_free (item->secret);
  item->secret = g_strndup (text, length);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(oo)", item->path, "/"));
}

static void
open_session (GVariant              *parameters,
              GDBusMethodInvocation *invocation)
{
  const char *algorithm;

  g_variant_get_child (parameters, 0, "&s", &algorithm);
  if (g_str_equal (algorithm, "plain"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(vo)", g_variant_new_string (""), SESSION_PATH));
  else
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED, "Only plain");
}

static void
call (GDBusConnection       *connection,
      const char            *sender,
      const char            *path,
      const char            *interface,
      const char            *method,
      GVariant              *parameters,
      GDBusMethodInvocation *invocation,
      gpointer               data)
{
  if (g_str_equal (method, "OpenSession"))
    open_session (parameters, invocation);
  else if (g_str_equal (method, "SearchItems"))
    search (data, parameters, invocation);
  else if (g_str_equal (method, "GetSecrets"))
    get_secrets (data, parameters, invocation);
  else
    create_item (data, parameters, invocation);
}

static GVariant *
get_property (GDBusConnection  *connection,
              const char       *sender,
              const char       *path,
              const char       *interface,
              const char       *property,
              GError          **error,
              gpointer          data)
{
  return g_variant_new_objv (NULL, 0);
}

static const GDBusInterfaceVTable vtable = { .method_call = call, .get_property = get_property };

static void
send_about_name (HfsTestKeyring *self,
                 const char     *method,
                 GVariant       *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                             "org.freedesktop.DBus", method, parameters, NULL,
                                                             G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

/* Whether there is a keyring at all. */
void
hfs_test_keyring_set_absent (HfsTestKeyring *self,
                             gboolean        is_absent)
{
  if (is_absent)
    send_about_name (self, "ReleaseName", g_variant_new ("(s)", NAME));
  else
    send_about_name (self, "RequestName", g_variant_new ("(su)", NAME, 0));
}

/* GTestDBus would wait at the end for libsecret, which keeps its connection as long as the program runs. */
static char *
start_bus (HfsTestKeyring *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  char *address;

  self->bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "dbus-daemon",
                                "--session", "--nofork", "--print-address", NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->bus));
  address = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (address);
  return address;
}

/* Lets the program live on when the bus goes. */
static void
forget_bus (void)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (connection != NULL)
    g_dbus_connection_set_exit_on_close (connection, FALSE);
}

/* Starts a message bus, which is that of the session from now on, and an empty keyring there. */
HfsTestKeyring *
hfs_test_keyring_new (void)
{
  HfsTestKeyring *self = g_new0 (HfsTestKeyring, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;

  address = start_bus (self);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  self->connection = g_dbus_connection_new_for_address_sync (address,
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  self->info = g_dbus_node_info_new_for_xml (interfaces, &error);
  g_assert_no_error (error);
  self->items = g_ptr_array_new_with_free_func (item_free);
  g_dbus_connection_register_object (self->connection, SERVICE_PATH, self->info->interfaces[0], &vtable, self, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->connection, COLLECTION_PATH, self->info->interfaces[1], &vtable, self, NULL, &error);
  g_assert_no_error (error);
  hfs_test_keyring_set_absent (self, FALSE);
  return self;
}

void
hfs_test_keyring_free (HfsTestKeyring *self)
{
  g_ptr_array_unref (self->items);
  g_dbus_node_info_unref (self->info);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  forget_bus ();
  g_subprocess_force_exit (self->bus);
  g_subprocess_wait (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self);
}

/* How many secrets are kept. */
guint
hfs_test_keyring_get_n (HfsTestKeyring *self)
{
  return self->items->len;
}

/* The secret that is kept for a Hub, or NULL. */
const char *
hfs_test_keyring_get_secret (HfsTestKeyring *self,
                             const char     *endpoint)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (g_hash_table_lookup (item->attributes, "endpoint"), endpoint) == 0)
        return item->secret;
    }
  return NULL;
}
