/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HfsSchemaType:
 * @HFS_SCHEMA_TEXT: a string; the range is its length in characters
 * @HFS_SCHEMA_WORD: a string of lower-case letters, digits and hyphens
 * @HFS_SCHEMA_DATE: a string `YYYY-MM-DD` of a day that exists
 * @HFS_SCHEMA_MONTH: a date, or a month `YYYY-MM` where the day is not known
 * @HFS_SCHEMA_LINK: a string that is an http or https address
 * @HFS_SCHEMA_NUMBER: a number in the range
 * @HFS_SCHEMA_WHOLE: a whole number in the range
 * @HFS_SCHEMA_TEXTS: a list of strings that are not empty; the range is their number
 * @HFS_SCHEMA_OBJECT: an object with the members
 * @HFS_SCHEMA_OBJECTS: a list of objects with the members; the range is their number
 *
 * What a member of a JSON object can be.
 */
typedef enum
{
  HFS_SCHEMA_TEXT,
  HFS_SCHEMA_WORD,
  HFS_SCHEMA_DATE,
  HFS_SCHEMA_MONTH,
  HFS_SCHEMA_LINK,
  HFS_SCHEMA_NUMBER,
  HFS_SCHEMA_WHOLE,
  HFS_SCHEMA_TEXTS,
  HFS_SCHEMA_OBJECT,
  HFS_SCHEMA_OBJECTS,
} HfsSchemaType;

typedef struct _HfsSchemaMember HfsSchemaMember;

/**
 * HfsSchemaMember:
 * @name: %NULL ends a list of members
 * @type: what it can be
 * @required: whether it has to be there
 * @least: the lower end of the range
 * @most: the upper end of the range
 * @choices: (nullable) (array zero-terminated=1): the words it can be
 * @members: (nullable) (array zero-terminated=1): what the object, or each object of the list, holds
 *
 * One member that a JSON object can have.
 */
struct _HfsSchemaMember
{
  const char *name;
  HfsSchemaType type;
  gboolean required;
  double least;
  double most;
  const char * const *choices;
  const HfsSchemaMember *members;
};

JsonNode *hfs_schema_parse      (GBytes                 *json,
                                 GError                **error);
gboolean hfs_schema_check       (JsonNode               *node,
                                 const HfsSchemaMember  *members,
                                 const char             *place,
                                 GError                **error);
char    *hfs_schema_dup_text    (JsonObject             *json,
                                 const char             *member);
gboolean hfs_schema_is_date     (const char             *text);
guint    hfs_schema_find_choice (const char * const     *choices,
                                 const char             *word);
gboolean hfs_schema_fail        (const char             *place,
                                 const char             *what,
                                 GError                **error);

G_END_DECLS
