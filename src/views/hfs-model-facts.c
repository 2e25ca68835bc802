/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-facts.h"

#include "hfs-bar-row.h"
#include "hfs-dimension.h"
#include "hfs-fact-row.h"
#include "hfs-format.h"
#include "hfs-place.h"

#include <glib/gi18n.h>

/* How a size is known, in words. */
static const char * const size_sources[HFS_N_SIZE_SOURCES] = {
  [HFS_SIZE_SOURCE_NONE] = NULL,
  [HFS_SIZE_SOURCE_SAFETENSORS] = N_("measured: counted in the model’s files"),
  [HFS_SIZE_SOURCE_GGUF] = N_("measured: stated by the head of the model’s file"),
  [HFS_SIZE_SOURCE_FILE] = N_("stated by an imported file"),
  [HFS_SIZE_SOURCE_LIST] = N_("from a list of published sizes"),
  [HFS_SIZE_SOURCE_NAME] = N_("read from the model’s name, not measured"),
  [HFS_SIZE_SOURCE_BASE_MODEL] = N_("taken from the model that it is made from, not measured"),
};

/**
 * hfs_model_facts_dup_answer:
 *
 * Returns: (transfer full): rank, downloads of 30 days and their share, in one sentence
 */
char *
hfs_model_facts_dup_answer (HfsModelProfile *profile)
{
  gint64 downloads = profile->counts[HFS_COUNT_DOWNLOADS], total = profile->totals[HFS_COUNT_DOWNLOADS];
  g_autofree char *rank = hfs_format_integer (profile->rank);
  g_autofree char *n = hfs_format_integer (profile->info->n_models);
  g_autofree char *amount = NULL, *share = NULL;

  if (downloads == HFS_COUNT_ABSENT)
    return g_strdup_printf (_("Number %1$s of %2$s models."), rank, n);
  amount = hfs_format_amount (downloads);
  share = hfs_format_share (total > 0 ? (double) downloads / (double) total : 0);
  /* Translators: %1$s is the place by downloads, %2$s of how many models, %3$s the downloads, %4$s the share. */
  return g_strdup_printf (_("Number %1$s of %2$s models: %3$s downloads in 30 days, %4$s of all of them."), rank, n, amount, share);
}

/**
 * hfs_model_facts_dup_scope:
 *
 * Returns: (transfer full): what else is counted, and of which day and source it is
 */
char *
hfs_model_facts_dup_scope (HfsModelProfile *profile)
{
  g_autofree char *date = hfs_format_date (profile->info->date);
  g_autofree char *all_time = NULL, *likes = NULL;

  if (profile->counts[HFS_COUNT_LIKES] != HFS_COUNT_ABSENT)
    likes = hfs_format_amount (profile->counts[HFS_COUNT_LIKES]);
  if (profile->counts[HFS_COUNT_DOWNLOADS_ALL_TIME] != HFS_COUNT_ABSENT)
    all_time = hfs_format_amount (profile->counts[HFS_COUNT_DOWNLOADS_ALL_TIME]);
  if (all_time != NULL && likes != NULL)
    return g_strdup_printf (_("All time: %1$s downloads. Likes: %2$s. Data of %3$s: %4$s."), all_time, likes, date, profile->info->source);
  if (likes != NULL)
    return g_strdup_printf (_("Likes: %1$s. Data of %2$s: %3$s."), likes, date, profile->info->source);
  return g_strdup_printf (_("Data of %1$s: %2$s."), date, profile->info->source);
}

static char *
dup_size (HfsModelProfile *profile)
{
  g_autofree char *amount = NULL, *active = NULL;

  if (profile->parameters <= 0)
    return g_strdup (_("not known"));
  amount = hfs_format_amount (profile->parameters);
  if (profile->active_parameters <= 0 || profile->active_parameters == profile->parameters)
    /* Translators: a number of parameters, then how it is known. */
    return g_strdup_printf (_("%1$s parameters; %2$s"), amount, _(size_sources[profile->size_source]));
  active = hfs_format_amount (profile->active_parameters);
  return g_strdup_printf (_("%1$s parameters, of which %2$s work at a time; %3$s"), amount, active,
                          _(size_sources[profile->size_source]));
}

static char *
dup_created (HfsModelProfile *profile)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *iso = NULL;

  if (profile->created_at == HFS_TIME_ABSENT)
    return g_strdup (_("not stated"));
  if (profile->created_at < HFS_TIME_BACKFILL_END)
    return g_strdup (_("on 2 March 2022 or earlier; the Hub does not say more"));
  time = g_date_time_new_from_unix_utc (profile->created_at);
  iso = g_date_time_format (time, "%Y-%m-%d");
  return hfs_format_date (iso);
}

static const char *
or_not_stated (const char *text)
{
  return text != NULL && *text != '\0' ? text : _("not stated");
}

static void
add (GtkWidget  *list,
     const char *title,
     const char *text,
     GtkWidget  *end)
{
  gtk_list_box_append (GTK_LIST_BOX (list), hfs_fact_row_new (title, text, end));
}

static void
add_publisher (GtkWidget       *list,
               HfsModelProfile *profile)
{
  g_autofree char *country = hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, profile->country);
  g_autofree char *type = hfs_dimension_dup_label (HFS_DIMENSION_DEVELOPER_TYPES, profile->developer_type);
  g_autofree char *place = hfs_place_with ("publisher", "id", profile->publisher);
  /* Translators: a publisher, its country, what kind of developer it is. */
  g_autofree char *text = g_strdup_printf (_("%1$s, %2$s, %3$s"), profile->publisher, country, type);

  if (*profile->publisher == '\0')
    return;
  add (list, _("Publisher"), text,
       hfs_fact_button ("go-next-symbolic", _("Open the publisher’s page"), "win.open-place", place));
}

static void
add_base (GtkWidget       *list,
          HfsModelProfile *profile)
{
  g_autofree char *place = profile->base ? hfs_place_with ("model", "id", profile->base) : NULL;

  if (profile->base != NULL)
    add (list, _("Made from"), profile->base,
         hfs_fact_button ("go-next-symbolic", _("Open the page of the model that it is made from"), "win.open-place", place));
}

static char *
dup_languages (HfsModelProfile *profile)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; profile->languages[i] != NULL; i++)
    {
      g_autofree char *name = hfs_dimension_dup_label (HFS_DIMENSION_LANGUAGES, profile->languages[i]);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  /* Translators: what stands between the names of languages. */
  return g_strjoinv (C_("between conditions", ", "), names);
}

/**
 * hfs_model_facts_new:
 *
 * Returns: (transfer floating): what is known of a model besides its counts
 */
GtkWidget *
hfs_model_facts_new (HfsModelProfile *profile)
{
  GtkWidget *list = hfs_fact_list_new (_("About the model"));
  g_autofree char *size = dup_size (profile);
  g_autofree char *created = dup_created (profile);
  g_autofree char *task = profile->task ? hfs_dimension_dup_label (HFS_DIMENSION_TASKS, profile->task) : NULL;
  g_autofree char *languages = dup_languages (profile);

  add_publisher (list, profile);
  add_base (list, profile);
  add (list, _("Size"), size, NULL);
  add (list, _("License"), or_not_stated (profile->license), NULL);
  add (list, _("Task"), or_not_stated (task), NULL);
  add (list, _("Software"), or_not_stated (profile->library), NULL);
  add (list, _("Languages"), or_not_stated (languages), NULL);
  add (list, _("Put on the Hub"), created, NULL);
  return list;
}

/**
 * hfs_model_facts_new_history:
 *
 * Returns: (transfer floating) (nullable): what the model was in each snapshot, as bars; %NULL when only one holds it
 */
GtkWidget *
hfs_model_facts_new_history (HfsModelProfile *profile)
{
  GtkWidget *list = NULL;
  gint64 most = 1;

  if (profile->history->len < 2)
    return NULL;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "bars");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Downloads in 30 days, snapshot by snapshot"), -1);
  for (guint i = 0; i < profile->history->len; i++)
    most = MAX (most, ((HfsMoment *) g_ptr_array_index (profile->history, i))->counts[HFS_COUNT_DOWNLOADS]);
  for (guint i = 0; i < profile->history->len; i++)
    {
      const HfsMoment *moment = g_ptr_array_index (profile->history, i);
      gint64 downloads = moment->counts[HFS_COUNT_DOWNLOADS];
      GtkWidget *row = hfs_bar_row_new ();
      g_autofree char *date = hfs_format_date (moment->info->date), *rank = hfs_format_integer (moment->rank);
      g_autofree char *n = hfs_format_integer (moment->info->n_models);
      g_autofree char *amount = downloads == HFS_COUNT_ABSENT ? g_strdup (_("not stated")) : hfs_format_amount (downloads);
      /* Translators: downloads, then the place among how many models. */
      g_autofree char *value = g_strdup_printf (_("%1$s (number %2$s of %3$s)"), amount, rank, n);
      g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), date, value);

      hfs_bar_row_set_texts (HFS_BAR_ROW (row), date, value, spoken);
      hfs_bar_row_set_bar (HFS_BAR_ROW (row), (double) MAX (downloads, 0) / (double) most, HFS_MARK_STRONG);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

/**
 * hfs_model_facts_dup_family:
 *
 * Returns: (transfer full): what the tree of the model shows, in a sentence
 */
char *
hfs_model_facts_dup_family (HfsModelProfile *profile)
{
  gboolean is_ring;
  g_autoptr (GPtrArray) bases = hfs_descent_list_bases (profile->descent, profile->id, &is_ring);
  gint64 downloads, n = hfs_model_profile_count_copies (profile, &downloads);
  g_autofree char *count = hfs_format_integer (n), *amount = hfs_format_amount (downloads);

  if (!hfs_descent_knows_bases (profile->descent))
    return g_strdup (_("These data do not say which models are made from which, but the Hub does. Fetch today’s data to see it."));
  if (is_ring)
    return g_strdup (_("The pages of these models name each other as base models, in a ring. Each is shown once."));
  if (n == 0 && bases->len == 0)
    return g_strdup (_("No model of this snapshot says that it is made from this one, and this one names no base model."));
  if (n == 0)
    return g_strdup (_("No model of this snapshot says that it is made from this one."));
  return g_strdup_printf (ngettext ("%1$s model says that it is made from this one. It has %2$s downloads in 30 days.",
                                    "%1$s models say that they are made from this one. Together they have %2$s downloads in 30 days.",
                                    (gulong) n), count, amount);
}
