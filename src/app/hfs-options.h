/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the command line asks for, before anything of it is looked at. */
typedef struct
{
  gboolean list;
  gboolean snapshots;
  gboolean claims;
  gboolean version;
  gboolean help;
  char *export;      /* query text */
  char *output;      /* file, or "-" */
  char *format;
  char *size;        /* WIDTHxHEIGHT */
  char *scale;
  char *chart;       /* kind of chart */
  gboolean log;
  char *appearance;
  char *language;
  gboolean refresh;
  char *depth;       /* of the refresh, or NULL */
  gboolean changes;
  char *range;       /* of the changes, or NULL */
  char *import;      /* file */
  char *date;
  char **rest;       /* what is no option */
} HfsOptions;

gboolean hfs_options_parse      (HfsOptions   *self,
                                 char        **argv,
                                 GError      **error);
void     hfs_options_clear      (HfsOptions   *self);
gboolean hfs_options_is_command (HfsOptions   *self);
char    *hfs_options_dup_help   (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfsOptions, hfs_options_clear)

G_END_DECLS
