/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-pane.h"

#include "hfs-accessible-name.h"
#include "hfs-chart-drag.h"
#include "hfs-chart-sound.h"
#include "hfs-chart-switch.h"
#include "hfs-chart-tones.h"
#include "hfs-chart-view.h"
#include "hfs-row-models.h"
#include "hfs-wrap-layout.h"
#include "hfs-place.h"

#include <glib/gi18n.h>

/**
 * HfsChartPane:
 *
 * A chart with the choice of its kind above it, beside that what is selected, and below it, on demand, the picture in words.
 *
 * ## Actions
 * `pane.toggle-description` shows the picture in words, or hides it. `pane.see-models` opens the models behind what
 * is selected, `pane.select-none` lets go of it.
 */
struct _HfsChartPane
{
  GtkWidget parent_instance;

  HfsChartSwitch *chart_switch;
  HfsChartView *chart;
  GtkWidget *head;
  GtkWidget *selection_box;
  GtkLabel *selection_label;
  GtkWidget *models_button;
  GtkLabel *description_label;
  GtkLabel *silence_label;   /* why nothing is heard */

  GtkMediaStream *sound;     /* (owned) (nullable): while it is played */

  gboolean has_past;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsChartPane, hfs_chart_pane, GTK_TYPE_WIDGET)

static void
chosen_cb (HfsChartPane *self,
           int           kind,
           gboolean      log)
{
  g_signal_emit (self, signals[CHOSEN], 0, kind, log);
}

/* The query for the models behind what is selected, if one can ask for them. */
static HfsQuery *
dup_models_query (HfsChartPane *self)
{
  const HfsMark *mark = hfs_chart_view_get_selected (self->chart);

  return mark ? hfs_result_ask_for_models (hfs_chart_view_get_result (self->chart), mark->row, mark->series) : NULL;
}

static void
selection_changed_cb (HfsChartPane *self)
{
  const HfsMark *mark = hfs_chart_view_get_selected (self->chart);
  g_autoptr (HfsQuery) query = dup_models_query (self);
  g_autofree char *text = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (self->selection_box) != NULL;

  gtk_widget_set_visible (self->selection_box, mark != NULL);
  gtk_widget_set_visible (self->models_button, query != NULL);
  if (mark == NULL)
    {
      if (had_focus)
        gtk_widget_grab_focus (GTK_WIDGET (self->chart));
      return;
    }
  /* Translators: what is selected in a chart: its name and its value, such as “China: 25.3 %” */
  text = g_strdup_printf (_("%1$s: %2$s"), mark->label, mark->value);
  gtk_label_set_text (self->selection_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection_label), mark->spoken);
}

static void
see_models_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  g_autoptr (HfsQuery) query = dup_models_query (HFS_CHART_PANE (widget));
  g_autofree char *uri = query ? hfs_query_to_uri (query) : NULL;

  if (uri != NULL)
    gtk_widget_activate_action (widget, "win.open-place", "s", uri);
  else
    gtk_widget_error_bell (widget);
}

/* A publisher or a model has a page of its own; of all else one sees the models. */
static void
activated_cb (HfsChartPane *self)
{
  const HfsMark *mark = hfs_chart_view_get_selected (self->chart);
  g_autofree char *place = mark ? hfs_place_for_row (hfs_chart_view_get_result (self->chart), mark->row) : NULL;

  if (place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "s", place);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "pane.see-models", NULL);
}

static void
select_none_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  hfs_chart_view_select_none (HFS_CHART_PANE (widget)->chart);
}

/* Screen readers read what the focus goes to. */
static void
toggle_description_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  HfsChartPane *self = HFS_CHART_PANE (widget);
  GtkWidget *label = GTK_WIDGET (self->description_label);
  gboolean shows = !gtk_widget_get_visible (label);

  gtk_widget_set_visible (label, shows);
  gtk_widget_grab_focus (shows ? label : GTK_WIDGET (self->chart));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  HfsChartPane *self = HFS_CHART_PANE (widget);

  if (gtk_widget_get_focus_child (widget) == GTK_WIDGET (self->description_label))
    {
      gtk_widget_activate_action (widget, "pane.toggle-description", NULL);
      return TRUE;
    }
  if (hfs_chart_view_get_selected (self->chart) == NULL)
    return FALSE;
  hfs_chart_view_select_none (self->chart);
  return TRUE;
}

static void
update_description (HfsChartPane *self)
{
  g_autofree char *description = hfs_chart_view_dup_description (self->chart);

  gtk_label_set_text (self->description_label, description ? description : "");
}

static gboolean
hfs_chart_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HFS_CHART_PANE (widget)->chart));
}

static void
hfs_chart_pane_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&HFS_CHART_PANE (object)->sound);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_chart_pane_parent_class)->dispose (object);
}

static void
hfs_chart_pane_class_init (HfsChartPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_chart_pane_dispose;
  widget_class->grab_focus = hfs_chart_pane_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_install_action (widget_class, "pane.toggle-description", NULL, toggle_description_action);
  gtk_widget_class_install_action (widget_class, "pane.see-models", NULL, see_models_action);
  gtk_widget_class_install_action (widget_class, "pane.select-none", NULL, select_none_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  /**
   * HfsChartPane::chosen:
   * @kind: the kind of chart, one of #HfsChartKind
   * @log: whether each step of the scale is to be ten times the last
   *
   * The reader chose another chart; see [signal@ChartSwitch::chosen].
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static GtkWidget *
new_label (HfsChartPane *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static void
add_selection_box (HfsChartPane *self)
{
  GtkWidget *none_button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (none_button), "pane.select-none");
  gtk_widget_set_tooltip_text (none_button, _("Select nothing"));
  hfs_accessible_name (none_button, _("Select nothing"));
  gtk_widget_add_css_class (none_button, "flat");
  self->selection_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->selection_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->selection_label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->selection_label), "heading");
  self->models_button = gtk_button_new_with_mnemonic (_("_See These Models"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->models_button), "pane.see-models");
  hfs_accessible_name (self->models_button, _("See these models"));
  gtk_box_append (GTK_BOX (self->selection_box), GTK_WIDGET (self->selection_label));
  gtk_box_append (GTK_BOX (self->selection_box), self->models_button);
  gtk_box_append (GTK_BOX (self->selection_box), none_button);
  gtk_widget_set_visible (self->selection_box, FALSE);
  gtk_box_append (GTK_BOX (self->head), self->selection_box);
}

/* The rows of a grid. A box, when asked for its width at a height, lays the chart out for a dozen widths to find the least. */
static void
add_row (HfsChartPane *self,
         GtkWidget    *child,
         int           row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child)), row);
}

static void
hfs_chart_pane_init (HfsChartPane *self)
{
  gtk_grid_layout_set_row_spacing (GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->chart_switch = HFS_CHART_SWITCH (hfs_chart_switch_new ());
  self->head = hfs_wrap_box_new (12);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->chart_switch));
  add_selection_box (self);
  add_row (self, self->head, 0);
  g_signal_connect_object (self->chart_switch, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->chart = HFS_CHART_VIEW (hfs_chart_view_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->chart), TRUE);
  add_row (self, GTK_WIDGET (self->chart), 1);
  g_signal_connect_object (self->chart, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  hfs_chart_drag_attach (self->chart);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->description_label = GTK_LABEL (new_label (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->description_label), "caveat");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), FALSE);
  add_row (self, GTK_WIDGET (self->description_label), 2);
  self->silence_label = GTK_LABEL (new_label (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->silence_label), "caveat");
  gtk_widget_set_visible (GTK_WIDGET (self->silence_label), FALSE);
  add_row (self, GTK_WIDGET (self->silence_label), 3);
}

/**
 * hfs_chart_pane_new:
 *
 * Returns: (transfer floating): a pane of nothing yet
 */
GtkWidget *
hfs_chart_pane_new (void)
{
  return g_object_new (HFS_TYPE_CHART_PANE, NULL);
}

/**
 * hfs_chart_pane_set_result:
 * @result: what to show
 * @look: how
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 */
void
hfs_chart_pane_set_result (HfsChartPane       *self,
                           HfsResult          *result,
                           const HfsChartLook *look,
                           GPtrArray          *distributions)
{
  hfs_chart_switch_set_result (self->chart_switch, result, look, self->has_past);
  hfs_chart_view_set_drawing (self->chart, result, look, distributions);
  update_description (self);
  selection_changed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->silence_label), FALSE);
}

static void
explain_silence (HfsChartPane *self,
                 const GError *error)
{
  g_autofree char *reason = error ? hfs_chart_sound_dup_reason (error) : NULL;

  gtk_label_set_text (self->silence_label, reason ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->silence_label), reason != NULL);
}

static void
sound_failed_cb (HfsChartPane *self)
{
  explain_silence (self, gtk_media_stream_get_error (self->sound));
}

/**
 * hfs_chart_pane_play:
 *
 * Plays the chart: a tone a mark, the higher the larger; while it is played, stops it. Where no sound can be played a
 * sentence below the chart says so.
 */
void
hfs_chart_pane_play (HfsChartPane *self)
{
  HfsChartLayout *layout = hfs_chart_view_get_layout (self->chart);
  g_autoptr (GBytes) wav = NULL;
  g_autoptr (GError) error = NULL;

  if (self->sound != NULL && gtk_media_stream_get_playing (self->sound))
    {
      gtk_media_stream_pause (self->sound);
      return;
    }
  if (layout == NULL)
    return;
  wav = hfs_chart_tones_new (layout);
  g_clear_object (&self->sound);
  self->sound = hfs_chart_sound_new (wav, &error);
  if (self->sound == NULL)
    {
      explain_silence (self, error);
      return;
    }
  g_signal_connect_object (self->sound, "notify::error", G_CALLBACK (sound_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_media_stream_play (self->sound);
  sound_failed_cb (self);
}

/**
 * hfs_chart_pane_set_has_past:
 * @has_past: whether there are data of several days, so that lines over time can be asked for
 */
void
hfs_chart_pane_set_has_past (HfsChartPane *self,
                             gboolean      has_past)
{
  self->has_past = has_past;
}

/**
 * hfs_chart_pane_set_presenting:
 * @presenting: whether the chart is shown to an audience, without what one works with
 */
void
hfs_chart_pane_set_presenting (HfsChartPane *self,
                               gboolean      presenting)
{
  gtk_widget_set_visible (self->head, !presenting);
}
