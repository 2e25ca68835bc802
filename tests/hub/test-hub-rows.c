/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hub-visit.h"

#include <string.h>

static void
test_rows_default (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (50, 7);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (HubVisit) downloads = hub_visit (session, hub, "/api/models?sort=downloads&filter=transformers");
  g_autoptr (HubVisit) trending = NULL;
  g_autoptr (HubVisit) expanded = NULL;

  trending = hub_visit (session, hub, "/api/models?pipeline_tag=text-generation&filter=transformers");
  g_assert_cmpuint (hub_visit_get_n_rows (trending), >, 0);
  for (guint i = 0; i < hub_visit_get_n_rows (trending); i++)
    hub_assert_keys (hub_visit_get_row (trending, i), "_id id private pipeline_tag library_name tags likes downloads "
                                                      "trendingScore createdAt modelId");
  g_assert_false (json_object_has_member (hub_visit_get_row (downloads, 0), "trendingScore"));
  g_assert_true (json_object_has_member (hub_visit_get_row (downloads, 0), "modelId"));

  expanded = hub_visit (session, hub,
                        "/api/models?sort=downloads&limit=1&expand%5B%5D=downloads&expand[]=likes&expand=gated");
  hub_assert_keys (hub_visit_get_row (expanded, 0), "_id id gated likes downloads");
}

static gboolean
is_odd_row_there (HubVisit *visit, gboolean (*is_odd) (JsonObject *row))
{
  for (guint i = 0; i < hub_visit_get_n_rows (visit); i++)
    if (is_odd (hub_visit_get_row (visit, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_text (JsonObject *row, const char *name, const char *text)
{
  JsonNode *node = json_object_get_member (row, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
         && strcmp (json_node_get_string (node), text) == 0;
}

static gint64
get_total (JsonObject *row, const char *name)
{
  if (!json_object_has_member (row, name) || json_object_get_null_member (row, name))
    return 0;
  return json_object_get_int_member (json_object_get_object_member (row, name), "total");
}

static gboolean
is_sentinel (JsonObject *row)
{
  return has_text (row, "createdAt", "2022-03-02T23:29:04.000Z");
}

static gboolean
is_auto (JsonObject *row)
{
  return has_text (row, "gated", "auto");
}

static gboolean
is_manual (JsonObject *row)
{
  return has_text (row, "gated", "manual");
}

static gboolean
is_disabled (JsonObject *row)
{
  return json_object_get_boolean_member_with_default (row, "disabled", FALSE);
}

static gboolean
is_without_author (JsonObject *row)
{
  return !json_object_has_member (row, "author") && strchr (json_object_get_string_member (row, "id"), '/') != NULL;
}

static gboolean
is_without_task (JsonObject *row)
{
  return !json_object_has_member (row, "pipeline_tag");
}

static gboolean
is_without_weights (JsonObject *row)
{
  return !json_object_has_member (row, "safetensors");
}

static gboolean
is_above_32_bits (JsonObject *row)
{
  return json_object_get_int_member_with_default (row, "downloadsAllTime", 0) > G_MAXUINT32;
}

static gboolean
is_trillion (JsonObject *row)
{
  return get_total (row, "safetensors") > G_GINT64_CONSTANT (1000000000000);
}

static gboolean
is_null (JsonObject *row)
{
  return json_object_has_member (row, "pipeline_tag") && json_object_get_null_member (row, "pipeline_tag");
}

static gboolean
is_without_slash (JsonObject *row)
{
  return strchr (json_object_get_string_member (row, "id"), '/') == NULL;
}

static gboolean
is_split (JsonObject *row)
{
  return get_total (row, "gguf") == 2670000 && strstr (json_object_get_string_member (row, "id"), "27b") != NULL;
}

static gboolean
is_bare (JsonObject *row)
{
  return json_object_get_size (row) == 2;
}

static gboolean
is_stranger (JsonObject *row)
{
  return g_str_has_prefix (json_object_get_string_member (row, "id"), "stranger-");
}

static gboolean
has_two_bases (JsonObject *row)
{
  JsonObject *bases;

  if (!json_object_has_member (row, "baseModels") || json_object_get_null_member (row, "baseModels"))
    return FALSE;
  bases = json_object_get_object_member (row, "baseModels");
  return json_array_get_length (json_object_get_array_member (bases, "models")) == 2;
}

static gboolean
is_only_region (JsonObject *row)
{
  JsonArray *tags = json_object_has_member (row, "tags") ? json_object_get_array_member (row, "tags") : NULL;

  return tags != NULL && json_array_get_length (tags) == 1
         && strcmp (json_array_get_string_element (tags, 0), "region:us") == 0;
}

static gboolean
is_non_ascii (JsonObject *row)
{
  JsonArray *tags = json_object_has_member (row, "tags") ? json_object_get_array_member (row, "tags") : NULL;

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    if (strcmp (json_array_get_string_element (tags, i), "café") == 0)
      return TRUE;
  return FALSE;
}

static void
test_rows_show_every_oddity (void)
{
  gboolean (*const oddities[]) (JsonObject *) = {
    is_sentinel,       is_auto,         is_manual,          is_disabled,
    is_without_author, is_without_task, is_without_weights, is_above_32_bits,
    is_trillion,       is_null,         is_without_slash,   is_split,
    is_bare,           is_stranger,     has_two_bases,      is_only_region,
    is_non_ascii,
  };
  g_autoptr (SoupSession) session = soup_session_new ();

  for (guint64 seed = 0; seed < 40; seed++)
    {
      g_autoptr (HfsTestHub) hub = hfs_test_hub_new (20, seed);
      g_autoptr (HubVisit) visit = NULL;

      visit
          = hub_visit (session, hub,
                       "/api/models?expand=author&expand=downloadsAllTime&expand=createdAt&expand=tags&expand=gated&"
                       "expand=disabled&expand=pipeline_tag&expand=safetensors&expand=gguf&expand=baseModels");
      g_assert_cmpuint (hub_visit_get_n_rows (visit), ==, 20);
      for (guint i = 0; i < G_N_ELEMENTS (oddities); i++)
        if (!is_odd_row_there (visit, oddities[i]))
          g_error ("oddity %u is not there with seed %u", i, (guint) seed);
    }
}

static void
test_rows_depend_on_the_seed_alone (void)
{
  g_autoptr (HfsTestHub) one = hfs_test_hub_new (200, 5);
  g_autoptr (HfsTestHub) same = hfs_test_hub_new (200, 5);
  g_autoptr (HfsTestHub) other = hfs_test_hub_new (200, 6);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (HubVisit) a = hub_visit (session, one, "/api/models?sort=downloads&full=true");
  g_autoptr (HubVisit) b = hub_visit (session, same, "/api/models?sort=downloads&full=true");
  g_autoptr (HubVisit) c = hub_visit (session, other, "/api/models?sort=downloads&full=true");

  g_assert_true (g_bytes_equal (a->body, b->body));
  g_assert_false (g_bytes_equal (a->body, c->body));
}

void
hub_add_row_tests (void)
{
  g_test_add_func ("/hub/rows/default-and-expanded-keys", test_rows_default);
  g_test_add_func ("/hub/rows/show-every-oddity", test_rows_show_every_oddity);
  g_test_add_func ("/hub/rows/depend-on-the-seed-alone", test_rows_depend_on_the_seed_alone);
}
