/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-json-member.h"

/**
 * hfs_json_add_text:
 * @value: (nullable): the text; %NULL becomes null
 *
 * Adds a member to the object that @builder is in.
 */
void
hfs_json_add_text (JsonBuilder *builder,
                   const char  *name,
                   const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * hfs_json_add_whole:
 * @value: a whole number
 *
 * Adds a member to the object that @builder is in.
 */
void
hfs_json_add_whole (JsonBuilder *builder,
                    const char  *name,
                    gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * hfs_json_add_number:
 * @value: a number; a share is 1 for all
 *
 * Adds a member to the object that @builder is in.
 */
void
hfs_json_add_number (JsonBuilder *builder,
                     const char  *name,
                     double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}
