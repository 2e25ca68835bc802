/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-address.h"
#include "hfs-hub-limits.h"
#include "hfs-hub-link.h"

#include <string.h>

#define HUB "https://hub.example"

static void
test_finds_the_next_page (void)
{
  static const struct { const char *header, *next; } vectors[] = {
    { NULL, NULL },
    { "", NULL },
    { "<" HUB "/api/models?limit=2&cursor=eyJ%3D>; rel=\"next\"", HUB "/api/models?limit=2&cursor=eyJ%3D" },
    { "<" HUB "/a?num_parameters=min:6B,max:128B>; rel=\"next\"", HUB "/a?num_parameters=min:6B,max:128B" },
    { "<" HUB "/a,b>;rel=first,<" HUB "/c>;rel=next", HUB "/c" },
    { "<" HUB "/a>; rel=\"first\"; title=\"one, \\\"<" HUB "/x>\\\"; rel=next\", <" HUB "/c>; REL=\"Next\"", HUB "/c" },
    { "<" HUB "/a>; rel=\"prev next\"", HUB "/a" },
    { "<" HUB "/a>; title=x; rel=\"next\"", HUB "/a" },
    { "<" HUB "/a>; rel=\"prev\"; rel=\"next\"", NULL },
    { "<" HUB "/a>; rel=\"nextish\"", NULL },
    { "<" HUB "/a>; rel=\"ai-catalog\", <" HUB "/b>; rel=\"api-catalog\"", NULL },
    { "<" HUB "/a>", NULL },
    { "<" HUB "/a", NULL },
    { "</api/models?cursor=x>; rel=\"next\"", HUB "/api/models?cursor=x" },
    { "<https://HUB.example:443/a>; rel=\"next\"", "https://HUB.example:443/a" },
    { "<https://elsewhere.example/a>; rel=\"prev\", <" HUB "/b>; rel=\"next\"", HUB "/b" },
    { "<" HUB "/a>; rel=\"next", HUB "/a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *next = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", vectors[i].header);
      g_assert_true (hfs_hub_link_find_next (vectors[i].header, HUB, &next, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (next, ==, vectors[i].next);
    }
}

static void
test_goes_to_no_other_host (void)
{
  static const char * const bad[] = {
    "https://elsewhere.example/a", "http://hub.example/a", "https://hub.example:444/a", "https://hub.example.evil.example/a",
    "//elsewhere.example/a", "https://hub.example@elsewhere.example/a", "https://user:pass@hub.example/a", "ftp://hub.example/a",
    "file:///etc/passwd", "javascript:1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *header = g_strdup_printf ("<%s>; rel=\"next\"", bad[i]);
      g_autofree char *next = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", header);
      g_assert_false (hfs_hub_link_find_next (header, HUB, &next, &error));
      g_assert_error (error, HFS_HUB_ERROR, HFS_HUB_ERROR_ELSEWHERE);
      g_assert_null (next);
    }
}

static void
test_checks_the_endpoint (void)
{
  static const char * const bad[] = { "hub.example", "ftp://hub.example", "https://", "https://u:p@hub.example", "", "/",
                                      "https://hub.example?x=1", "https://hub.example/#x", "https://[" };
  g_autofree char *good = hfs_hub_address_check_endpoint ("http://127.0.0.1:8080/mirror//", NULL);

  g_assert_cmpstr (good, ==, "http://127.0.0.1:8080/mirror");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (hfs_hub_address_check_endpoint (bad[i], &error));
      g_assert_error (error, HFS_HUB_ERROR, HFS_HUB_ERROR_ADDRESS);
    }
}

static void
test_changes_size_and_fields (void)
{
  g_autofree char *first = hfs_hub_address_new_first (HUB, 1000, FALSE);
  g_autofree char *half = hfs_hub_address_with (HUB "/api/models?limit=1000&cursor=a%3D&expand%5B%5D=tags", 500, FALSE);
  g_autofree char *few = hfs_hub_address_with (HUB "/m?expand=gguf&sort=downloads&limit=9&expand%5B%5D=x", 9, TRUE);

  g_assert_true (g_str_has_prefix (first, HUB "/api/models?sort=downloads&limit=1000&expand=downloads&"));
  g_assert_cmpstr (half, ==, HUB "/api/models?cursor=a%3D&expand%5B%5D=tags&limit=500");
  g_assert_true (g_str_has_prefix (few, HUB "/m?sort=downloads&limit=9&expand=downloads&expand=likes"));
  g_assert_null (strstr (few, "gguf"));
}

static void
test_reads_the_limits (void)
{
  static const struct { const char *limit, *policy; guint pause; } vectors[] = {
    { NULL, NULL, 0 },
    { "\"api\";r=499;t=295", "\"fixed window\";\"api\";q=500;w=300", 0 },
    { "\"api\";r=0;t=295", NULL, 296 },
    { "\"api\"; r = 0 ; t = 7", NULL, 8 },
    { "\"api\";r=10;t=295", "\"fixed window\";\"api\";q=500;w=300", 296 },
    { "\"api\";r=11;t=295", "\"fixed window\";\"api\";q=500;w=300", 0 },
    { "\"api\";r=1;t=5", "\"api\";q=5;w=10", 0 },
    { "\"api\";r=0;t=5", "\"api\";q=5;w=10", 6 },
    { "\"api\";r=99999999999999999999;t=5", NULL, 0 },
    { "\"api\";r=-1;t=5", NULL, 0 },
    { "api;r=0;t=5", NULL, 0 },
    { "\"api\";r=0", NULL, 0 },
    { "rubbish", "rubbish", 0 },
  };
  guint seconds;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      HfsHubLimits limits;

      g_test_message ("%s", vectors[i].limit);
      hfs_hub_limits_parse (&limits, vectors[i].limit, vectors[i].policy);
      g_assert_cmpuint (hfs_hub_limits_get_pause (&limits), ==, vectors[i].pause);
    }
  g_assert_true (hfs_hub_parse_retry_after ("120", &seconds));
  g_assert_cmpuint (seconds, ==, 120);
  g_assert_false (hfs_hub_parse_retry_after ("Wed, 21 Oct 2026 07:28:00 GMT", &seconds));
  g_assert_false (hfs_hub_parse_retry_after ("-1", &seconds));
  g_assert_false (hfs_hub_parse_retry_after (NULL, &seconds));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/hub-link/finds-the-next-page", test_finds_the_next_page);
  g_test_add_func ("/model/hub-link/goes-to-no-other-host", test_goes_to_no_other_host);
  g_test_add_func ("/model/hub-link/checks-the-endpoint", test_checks_the_endpoint);
  g_test_add_func ("/model/hub-link/changes-size-and-fields", test_changes_size_and_fields);
  g_test_add_func ("/model/hub-link/reads-the-limits", test_reads_the_limits);
  return g_test_run ();
}
