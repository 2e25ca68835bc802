/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "views-fixture.h"

#define STYLE "/org/example/HfState/style.css"

static void
fault_cb (GtkCssProvider *provider,
          GtkCssSection  *section,
          const GError   *error,
          gpointer        data)
{
  g_test_fail_printf ("Line %zu: %s", gtk_css_section_get_start_location (section)->lines + 1, error->message);
}

/* GTK leaves out what it cannot read, and goes on. */
static void
test_is_read_without_a_fault (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (style);
  g_signal_connect (provider, "parsing-error", G_CALLBACK (fault_cb), NULL);
  gtk_css_provider_load_from_resource (provider, STYLE);
}

int
main (int    argc,
      char **argv)
{
  views_fixture_init (&argc, &argv);
  g_test_add_func ("/views/style/is-read-without-a-fault", test_is_read_without_a_fault);
  return g_test_run ();
}
