/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-controls.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-more-options.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsControls:
 *
 * The row of controls of a question: each asks a new query that differs in one key.
 */
struct _HfsControls
{
  GtkWidget parent_instance;

  GtkToggleButton *chart_button;
  GtkToggleButton *table_button;
  GtkDropDown *measure_drop_down;
  GtkToggleButton *amount_button;
  GtkToggleButton *share_button;
  GtkToggleButton *compare_button;
  HfsMoreOptions *more_options;
  GtkDropDown *snapshot_drop_down;

  HfsQuery *query;       /* (owned) (nullable) */
  GPtrArray *snapshots;  /* (owned) (element-type HfsSnapshotInfo): the oldest first */
  gboolean updating;     /* the controls follow the query, and not the query the controls */
};

typedef enum
{
  PROP_SHOWS_TABLE = 1,
} HfsControlsProperty;

static GParamSpec *properties[PROP_SHOWS_TABLE + 1];

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsControls, hfs_controls, GTK_TYPE_WIDGET)

/* Asks the query that differs in one key. */
static void
ask (HfsControls *self,
     const char  *key,
     const char  *value)
{
  g_autoptr (HfsQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || self->query == NULL)
    return;
  query = hfs_query_with (self->query, key, value, &error);
  if (query == NULL)
    g_warning ("%s", error->message);
  else if (!hfs_query_equal (query, self->query))
    g_signal_emit (self, signals[ASKED], 0, query);
}

static void
table_toggled_cb (HfsControls *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_TABLE]);
}

static void
measure_selected_cb (HfsControls *self)
{
  guint selected = gtk_drop_down_get_selected (self->measure_drop_down);

  if (selected < HFS_N_MEASURES)
    ask (self, "measure", hfs_measure_get_key (selected));
}

static void
share_toggled_cb (HfsControls *self)
{
  ask (self, "share", gtk_toggle_button_get_active (self->share_button) ? "1" : NULL);
}

/* The newest snapshot is asked for by no name, so that the picture follows when there is a newer one. */
static guint
find_snapshot (HfsControls *self,
               const char  *name)
{
  for (guint i = self->snapshots->len; i > 0; i--)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (self->snapshots, i - 1);

      if (g_str_equal (name, "latest") || g_str_equal (name, info->id) || g_str_equal (name, info->date))
        return i - 1;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
compare_toggled_cb (HfsControls *self)
{
  const HfsSnapshotInfo *oldest = self->snapshots->len > 0 ? g_ptr_array_index (self->snapshots, 0) : NULL;
  gboolean active = gtk_toggle_button_get_active (self->compare_button);

  ask (self, "compare", active && oldest != NULL ? oldest->id : NULL);
}

static void
more_asked_cb (HfsControls *self,
               HfsQuery    *query)
{
  g_signal_emit (self, signals[ASKED], 0, query);
}

/* The list shows the newest first. */
static void
snapshot_selected_cb (HfsControls *self)
{
  guint selected = gtk_drop_down_get_selected (self->snapshot_drop_down);
  const HfsSnapshotInfo *info;

  if (selected >= self->snapshots->len)
    return;
  info = g_ptr_array_index (self->snapshots, self->snapshots->len - 1 - selected);
  ask (self, "snapshot", selected == 0 ? NULL : info->id);
}

static void
hfs_controls_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((HfsControlsProperty) id)
    {
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, hfs_controls_get_shows_table (HFS_CONTROLS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_controls_dispose (GObject *object)
{
  HfsControls *self = HFS_CONTROLS (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_CONTROLS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (hfs_controls_parent_class)->dispose (object);
}

static void
hfs_controls_finalize (GObject *object)
{
  g_ptr_array_unref (HFS_CONTROLS (object)->snapshots);

  G_OBJECT_CLASS (hfs_controls_parent_class)->finalize (object);
}

static void
hfs_controls_class_init (HfsControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hfs_controls_get_property;
  object_class->dispose = hfs_controls_dispose;
  object_class->finalize = hfs_controls_finalize;

  /**
   * HfsControls:shows-table:
   *
   * Whether the answer is to be shown as a table, and not as a chart.
   */
  properties[PROP_SHOWS_TABLE] =
    g_param_spec_boolean ("shows-table", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * HfsControls::asked:
   * @query: what is asked now
   *
   * The reader changed a control.
   */
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, HFS_TYPE_QUERY);

  g_type_ensure (HFS_TYPE_MORE_OPTIONS);
  g_type_ensure (HFS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsControls, chart_button);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, table_button);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, measure_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, amount_button);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, share_button);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, compare_button);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, more_options);
  gtk_widget_class_bind_template_child (widget_class, HfsControls, snapshot_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, snapshot_selected_cb);
}

/* The button inside a drop-down is named after its class in GTK 4.8. */
static void
name_drop_down (GtkDropDown *drop_down,
                const char  *name)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GObject *selected = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *label = NULL;

  /* Translators: what a screen reader says for a choice: what is chosen, then the choice. */
  label = selected ? g_strdup_printf (_("%1$s: %2$s"), name, gtk_string_object_get_string (GTK_STRING_OBJECT (selected)))
                   : g_strdup (name);
  hfs_accessible_name (GTK_WIDGET (drop_down), label);
  hfs_accessible_name (button, label);
}

static char *
dup_snapshot_label (const HfsSnapshotInfo *info)
{
  g_autofree char *date = hfs_format_date (info->date);
  g_autofree char *models = hfs_format_integer (info->n_models);

  if (info->complete)
    /* Translators: a choice of data: %1$s is the date, %2$s the number of models. */
    return g_strdup_printf (_("%1$s, all %2$s models"), date, models);
  /* Translators: a choice of data: %1$s is the date, %2$s the number of models. */
  return g_strdup_printf (ngettext ("%1$s, %2$s model", "%1$s, %2$s models", (gulong) info->n_models), date, models);
}

/* The button of the list of snapshots shows the date alone; the list also what the data cover. */
static void
list_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
list_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              HfsControls              *self)
{
  guint position = gtk_list_item_get_position (item);
  g_autofree char *label = NULL;

  if (position >= self->snapshots->len)
    return;
  label = dup_snapshot_label (g_ptr_array_index (self->snapshots, self->snapshots->len - 1 - position));
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), label);
}

static void
hfs_controls_init (HfsControls *self)
{
  g_autoptr (GtkStringList) measures = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->snapshots = g_ptr_array_new ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  hfs_accessible_name (GTK_WIDGET (self->chart_button), C_("accessible name", "Chart"));
  hfs_accessible_name (GTK_WIDGET (self->table_button), C_("accessible name", "Table"));
  hfs_accessible_name (GTK_WIDGET (self->amount_button), C_("accessible name", "Amount"));
  hfs_accessible_name (GTK_WIDGET (self->share_button), C_("accessible name", "Share"));
  hfs_accessible_name (GTK_WIDGET (self->compare_button), C_("accessible name", "Then and now"));
  for (guint i = 0; i < HFS_N_MEASURES; i++)
    gtk_string_list_append (measures, hfs_measure_get_name (i));
  gtk_drop_down_set_model (self->measure_drop_down, G_LIST_MODEL (measures));
  g_signal_connect (factory, "setup", G_CALLBACK (list_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (list_bind_cb), self, 0);
  gtk_drop_down_set_list_factory (self->snapshot_drop_down, factory);
  self->updating = FALSE;
}

static void
update (HfsControls *self)
{
  guint snapshot;

  if (self->query == NULL)
    return;
  self->updating = TRUE;
  snapshot = find_snapshot (self, hfs_query_get_snapshot (self->query));
  gtk_drop_down_set_selected (self->measure_drop_down, hfs_query_get_measure (self->query));
  gtk_toggle_button_set_active (hfs_query_get_share (self->query) ? self->share_button : self->amount_button, TRUE);
  gtk_toggle_button_set_active (self->compare_button, hfs_query_get_compare (self->query) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_button),
                            hfs_query_get_compare (self->query) != NULL ||
                            (snapshot != GTK_INVALID_LIST_POSITION && snapshot > 0));
  gtk_drop_down_set_selected (self->snapshot_drop_down,
                              snapshot == GTK_INVALID_LIST_POSITION ? snapshot : self->snapshots->len - 1 - snapshot);
  name_drop_down (self->measure_drop_down, _("What is counted"));
  name_drop_down (self->snapshot_drop_down, _("Data of"));
  hfs_more_options_set_query (self->more_options, self->query);
  self->updating = FALSE;
}

/**
 * hfs_controls_set_query:
 * @query: what the controls show; emits no signal
 */
void
hfs_controls_set_query (HfsControls *self,
                        HfsQuery    *query)
{
  g_set_object (&self->query, query);
  update (self);
}

/**
 * hfs_controls_set_snapshots:
 * @snapshots: (element-type HfsSnapshotInfo): all snapshots, the oldest first
 */
void
hfs_controls_set_snapshots (HfsControls *self,
                            GPtrArray   *snapshots)
{
  g_autoptr (GtkStringList) dates = gtk_string_list_new (NULL);

  g_ptr_array_unref (self->snapshots);
  self->snapshots = g_ptr_array_ref (snapshots);
  for (guint i = snapshots->len; i > 0; i--)
    gtk_string_list_take (dates, hfs_format_date (((HfsSnapshotInfo *) g_ptr_array_index (snapshots, i - 1))->date));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->snapshot_drop_down, G_LIST_MODEL (dates));
  self->updating = FALSE;
  update (self);
}

/**
 * hfs_controls_get_shows_table:
 *
 * Returns: whether the answer is to be shown as a table
 */
gboolean
hfs_controls_get_shows_table (HfsControls *self)
{
  return gtk_toggle_button_get_active (self->table_button);
}

/**
 * hfs_controls_set_shows_table:
 * @shows_table: whether to show a table, and not a chart
 */
void
hfs_controls_set_shows_table (HfsControls *self,
                              gboolean     shows_table)
{
  gtk_toggle_button_set_active (shows_table ? self->table_button : self->chart_button, TRUE);
}
