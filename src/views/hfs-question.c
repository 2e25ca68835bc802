/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-question.h"

#include "hfs-chart-look.h"

#include <glib/gi18n.h>

/* The most sides one question is seen from. */
#define MAX_ANGLES 4

/**
 * HfsQuestion:
 *
 * One line of the list of questions: what it is called, the queries that answer it, and today's answer in a few words.
 *
 * A question seen from several sides has a query for each, its angles; the first is the one in the list.
 */
struct _HfsQuestion
{
  GObject parent_instance;

  const char *id;
  const char *title;     /* untranslated */
  const char *question;  /* untranslated (nullable): what it asks; a query says it itself */
  const char *parent;    /* (nullable): the id of the question in the list under which it is found */
  GPtrArray *angles;     /* (owned) (element-type HfsQuestionAngle): none for a page that is no query */
  char *answer;          /* (owned) */
};

typedef enum
{
  PROP_ANSWER = 1,
} HfsQuestionProperty;

static GParamSpec *properties[PROP_ANSWER + 1];

/* A question more is a line more. One without angles needs its page in hfs-window-pages.c; one with a parent has no line
 * in the list and is found through that. */
static const struct
{
  const char *id;
  const char *title;
  struct
  {
    const char *query;
    const char *label;
  } angles[MAX_ANGLES];
  const char *answer;
  const char *question;
  const char *parent;
} declarations[] = {
  { "overview", N_("Overview"), .answer = N_("What the report says"), .question = N_("The state of open models") },
  { "countries", N_("Countries"), { { "countries?share=1", N_("Countries") }, { "regions?share=1", N_("Regions") } } },
  { "developer-types", N_("Developer types"), { { "developer-types?share=1" } } },
  { "sizes", N_("Model sizes"), { { "sizes?share=1" } } },
  { "concentration", N_("Concentration"), { { "concentration?share=1" } } },
  { "communities", N_("Communities"),
    { { "tasks?share=1", N_("Tasks") }, { "languages?share=1", N_("Languages") }, { "libraries?share=1", N_("Software") },
      { "licenses?share=1", N_("Licenses") } } },
  { "derivatives", N_("Derivatives"),
    { { "relations?share=1", N_("Kinds of copies") }, { "families?share=1", N_("Families") } } },
  { "country", N_("One country"), .answer = N_("Its publishers, its models, its place"), .question = N_("What comes from one country?") },
  { "trends", N_("Trends"), .answer = N_("How it went over the years"), .question = N_("How did it go over time?") },
  { "publishers", N_("Publishers"), { { "publishers?share=1" } }, .parent = "find" },
  { "models", N_("Models"), { { "models" } }, .parent = "find" },
  { "years", N_("Age of models"), { { "years?share=1" } }, .parent = "trends" },
  { "changes", N_("What changed"), .question = N_("What changed since last time?"),
    .parent = "trends" },
  { "explore", N_("Explore"), .answer = N_("Four linked charts to select from"),
    .question = N_("Which models do you want to see?") },
  { "find", N_("Find"), .answer = N_("A publisher or a model by its name"),
    .question = N_("Which publisher or model are you looking for?") },
  { "publisher", N_("Publisher"), .question = N_("Who is this publisher?"), .parent = "find" },
  { "model", N_("Model"), .question = N_("What is this model?"), .parent = "find" },
  { "claims", N_("Claims"), .question = N_("Does the report hold?") },
  { "differences", N_("Why numbers differ"), .answer = N_("One thing, counted by different rules"),
    .question = N_("Why do these numbers differ?") },
  { "classify", N_("Classify it yourself"), .question = N_("Would you classify it otherwise?") },
  { "snapshots", N_("Data"), .answer = N_("Fetch, import and keep snapshots"), .question = N_("Which data are there?"),
    .parent = "overview" },
};

G_DEFINE_FINAL_TYPE (HfsQuestion, hfs_question, G_TYPE_OBJECT)

static void
angle_free (HfsQuestionAngle *angle)
{
  g_object_unref (angle->query);
  g_free (angle);
}

static void
hfs_question_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HfsQuestion *self = HFS_QUESTION (object);

  switch ((HfsQuestionProperty) id)
    {
    case PROP_ANSWER:
      g_value_set_string (value, self->answer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_question_finalize (GObject *object)
{
  HfsQuestion *self = HFS_QUESTION (object);

  g_ptr_array_unref (self->angles);
  g_free (self->answer);

  G_OBJECT_CLASS (hfs_question_parent_class)->finalize (object);
}

static void
hfs_question_class_init (HfsQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hfs_question_get_property;
  object_class->finalize = hfs_question_finalize;

  /**
   * HfsQuestion:answer:
   *
   * Today's answer in a few words; empty until it is known.
   */
  properties[PROP_ANSWER] =
    g_param_spec_string ("answer", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hfs_question_init (HfsQuestion *self)
{
  self->angles = g_ptr_array_new_with_free_func ((GDestroyNotify) angle_free);
  self->answer = g_strdup ("");
}

static void
add_angle (HfsQuestion *self,
           const char  *text,
           const char  *label)
{
  HfsQuestionAngle *angle = g_new0 (HfsQuestionAngle, 1);

  angle->query = hfs_query_parse (text, NULL);
  g_assert (angle->query != NULL);
  angle->label = label ? _(label) : "";
  g_ptr_array_add (self->angles, angle);
}

/**
 * hfs_questions_new:
 *
 * Returns: (transfer full): all questions, in the order in which they are listed, as [class@Question]
 */
GListModel *
hfs_questions_new (void)
{
  GListStore *store = g_list_store_new (HFS_TYPE_QUESTION);

  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      g_autoptr (HfsQuestion) question = g_object_new (HFS_TYPE_QUESTION, NULL);

      question->id = declarations[i].id;
      question->title = declarations[i].title;
      question->question = declarations[i].question;
      question->parent = declarations[i].parent;
      for (guint j = 0; j < MAX_ANGLES && declarations[i].angles[j].query != NULL; j++)
        add_angle (question, declarations[i].angles[j].query, declarations[i].angles[j].label);
      if (declarations[i].answer != NULL)
        hfs_question_set_answer (question, _(declarations[i].answer));
      g_list_store_append (store, question);
    }
  return G_LIST_MODEL (store);
}

/**
 * hfs_questions_find:
 * @questions: a list of [class@Question]
 * @id: (nullable): the id of a question
 *
 * Returns: the question's place, or the largest guint when it is not listed
 */
guint
hfs_questions_find (GListModel *questions,
                    const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (HfsQuestion) question = g_list_model_get_item (questions, i);

      if (g_strcmp0 (question->id, id) == 0)
        return i;
    }
  return G_MAXUINT;
}

/**
 * hfs_questions_find_query:
 * @questions: a list of [class@Question]
 * @query: what is asked
 *
 * Returns: the place of the question that one of whose angles is about the same as @query
 */
guint
hfs_questions_find_query (GListModel *questions,
                          HfsQuery   *query)
{
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (HfsQuestion) question = g_list_model_get_item (questions, i);

      for (guint j = 0; j < question->angles->len; j++)
        if (hfs_query_get_dimension (hfs_question_get_angle (question, j)->query) == hfs_query_get_dimension (query))
          return i;
    }
  g_return_val_if_reached (G_MAXUINT);
}

/* The part of a place that names the query or the page. */
static char *
dup_name (const char *place)
{
  return g_strndup (place, strcspn (place, "?"));
}

/**
 * hfs_questions_resolve:
 * @questions: a list of [class@Question]
 * @place: a query, or a place of a page, without the scheme
 *
 * Finds the question to whose page a link leads. What comes after the name of a page is for the page to read.
 *
 * Returns: (transfer full) (nullable): the question, %NULL with @error set when nothing has such a name or the query is wrong
 */
HfsQuestion *
hfs_questions_resolve (GListModel  *questions,
                       const char  *place,
                       GError     **error)
{
  g_autofree char *name = dup_name (place);
  g_autoptr (HfsQuestion) question = g_list_model_get_item (questions, hfs_questions_find (questions, name));
  g_autoptr (HfsQuery) query = NULL;
  HfsDimensionId dimension;
  HfsChartLook look;

  if (question != NULL && !hfs_dimension_from_name (name, &dimension))
    return g_steal_pointer (&question);
  query = hfs_chart_look_parse (place, &look, error);
  return query ? g_list_model_get_item (questions, hfs_questions_find_query (questions, query)) : NULL;
}

static gboolean
is_listed (gpointer item,
           gpointer data)
{
  return HFS_QUESTION (item)->parent == NULL;
}

/**
 * hfs_questions_list:
 * @questions: (transfer none): a list of [class@Question]
 *
 * Returns: (transfer full): those that have a line of their own
 */
GListModel *
hfs_questions_list (GListModel *questions)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_listed, NULL, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (questions), filter));
}

/**
 * hfs_question_get_id:
 *
 * Returns: (transfer none): its name in links
 */
const char *
hfs_question_get_id (HfsQuestion *self)
{
  return self->id;
}

/**
 * hfs_question_get_title:
 *
 * Returns: (transfer none): its short name in the reader's language
 */
const char *
hfs_question_get_title (HfsQuestion *self)
{
  return _(self->title);
}

/**
 * hfs_question_get_question:
 *
 * Returns: (transfer none): the question as a reader would ask it aloud
 */
const char *
hfs_question_get_question (HfsQuestion *self)
{
  HfsQuery *query = hfs_question_get_query (self);

  if (query == NULL)
    return _(self->question);
  return hfs_dimension_get_title (hfs_query_get_dimension (query), hfs_query_get_measure (query));
}

/**
 * hfs_question_get_parent:
 *
 * Returns: (transfer none) (nullable): the id of the question under which it is found, %NULL when it has a line itself
 */
const char *
hfs_question_get_parent (HfsQuestion *self)
{
  return self->parent;
}

/**
 * hfs_question_get_query:
 *
 * Returns: (transfer none) (nullable): what is asked first, %NULL for a page that is no query
 */
HfsQuery *
hfs_question_get_query (HfsQuestion *self)
{
  return self->angles->len > 0 ? hfs_question_get_angle (self, 0)->query : NULL;
}

/**
 * hfs_question_get_n_angles:
 *
 * Returns: from how many sides the question is seen
 */
guint
hfs_question_get_n_angles (HfsQuestion *self)
{
  return self->angles->len;
}

/**
 * hfs_question_get_angle:
 * @place: below [method@Question.get_n_angles]
 *
 * Returns: (transfer none): one side of the question
 */
const HfsQuestionAngle *
hfs_question_get_angle (HfsQuestion *self,
                        guint        place)
{
  return g_ptr_array_index (self->angles, place);
}

/**
 * hfs_question_get_answer:
 *
 * Returns: (transfer none): today's answer in a few words, empty until it is known
 */
const char *
hfs_question_get_answer (HfsQuestion *self)
{
  return self->answer;
}

/**
 * hfs_question_set_answer:
 * @answer: a few words
 */
void
hfs_question_set_answer (HfsQuestion *self,
                         const char  *answer)
{
  if (g_str_equal (self->answer, answer))
    return;
  g_free (self->answer);
  self->answer = g_strdup (answer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
}
