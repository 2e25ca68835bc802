/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-question.h"

#include <glib/gi18n.h>

/**
 * HfsQuestion:
 *
 * One line of the list of questions: what it is called, the query that answers it, and today's answer in a few words.
 */
struct _HfsQuestion
{
  GObject parent_instance;

  const char *id;
  const char *title;   /* untranslated */
  const char *question; /* untranslated (nullable): what it asks; a query says it itself */
  HfsQuery *query;     /* (owned) (nullable): absent for the overview */
  char *answer;        /* (owned) */
};

typedef enum
{
  PROP_ANSWER = 1,
} HfsQuestionProperty;

static GParamSpec *properties[PROP_ANSWER + 1];

/* A question more is a line more. The id is the name of its query. */
static const struct
{
  const char *id;
  const char *title;
  const char *query;
  const char *answer;
  const char *question;
} declarations[] = {
  { "overview", N_("Overview"), NULL, N_("What the report says"), N_("The state of open models") },
  { "countries", N_("Countries"), "countries?share=1", NULL },
  { "regions", N_("Regions"), "regions?share=1", NULL },
  { "developer-types", N_("Developer types"), "developer-types?share=1", NULL },
  { "sizes", N_("Model sizes"), "sizes?share=1", NULL },
  { "concentration", N_("Concentration"), "concentration?share=1", NULL },
  { "publishers", N_("Publishers"), "publishers?share=1", NULL },
  { "tasks", N_("Tasks"), "tasks?share=1", NULL },
  { "languages", N_("Languages"), "languages?share=1", NULL },
  { "libraries", N_("Software"), "libraries?share=1", NULL },
  { "licenses", N_("Licenses"), "licenses?share=1", NULL },
  { "relations", N_("Derivatives"), "relations?share=1", NULL },
  { "families", N_("Families"), "families?share=1", NULL },
  { "years", N_("Age of models"), "years?share=1", NULL },
  { "models", N_("Models"), "models", NULL },
  { "claims", N_("Claims"), NULL, NULL, N_("Does the report hold?") },
  { "differences", N_("Why numbers differ"), NULL, N_("One thing, counted by different rules"),
    N_("Why do these numbers differ?") },
  { "classify", N_("Classify it yourself"), NULL, NULL, N_("Would you classify it otherwise?") },
  { "snapshots", N_("Data"), NULL, N_("Fetch, import and keep snapshots"), N_("Which data are there?") },
};

G_DEFINE_FINAL_TYPE (HfsQuestion, hfs_question, G_TYPE_OBJECT)

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

  g_clear_object (&self->query);
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
  self->answer = g_strdup ("");
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
      if (declarations[i].query != NULL)
        {
          question->query = hfs_query_parse (declarations[i].query, NULL);
          g_assert (question->query != NULL);
        }
      if (declarations[i].answer != NULL)
        hfs_question_set_answer (question, _(declarations[i].answer));
      g_list_store_append (store, question);
    }
  return G_LIST_MODEL (store);
}

/**
 * hfs_questions_find:
 * @questions: a list of [class@Question]
 * @id: (nullable): the name of a query, or `overview`
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
 * hfs_question_get_id:
 *
 * Returns: (transfer none): the name of its query, or `overview`
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
  if (self->query == NULL)
    return _(self->question);
  return hfs_dimension_get_title (hfs_query_get_dimension (self->query), hfs_query_get_measure (self->query));
}

/**
 * hfs_question_get_query:
 *
 * Returns: (transfer none) (nullable): what is asked, %NULL for the overview
 */
HfsQuery *
hfs_question_get_query (HfsQuestion *self)
{
  return self->query;
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
