/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (hfs-hub-error-quark, hfs_hub_error)

static const char * const sentences[] = {
  [HFS_HUB_ERROR_OFFLINE] = N_("HF_HUB_OFFLINE is set, so nothing is fetched. Unset it to fetch from %s."),
  [HFS_HUB_ERROR_ADDRESS] = N_("“%s” is not the address of a Hub. Set HF_ENDPOINT to one that begins with https://, or "
                               "unset it."),
  [HFS_HUB_ERROR_CONNECTION] = N_("There is no connection to %s. Check the network, then try again."),
  [HFS_HUB_ERROR_TLS] = N_("No safe connection to %s could be made: its certificate is not trusted. Check the date and "
                           "time of this computer and its network, then try again."),
  [HFS_HUB_ERROR_UNAVAILABLE] = N_("%s does not answer properly at the moment. Try again later: within a day it goes on "
                                   "where it stopped."),
  [HFS_HUB_ERROR_RATE] = N_("%s wants no more requests for now. Try again in a few minutes: it goes on where it "
                            "stopped. With a token of your own, in the preferences or in HF_TOKEN, more requests are allowed."),
  [HFS_HUB_ERROR_TOKEN] = N_("%s refuses your token. Check it in the preferences or in HF_TOKEN, or go on without it: "
                             "public models can be listed without a token."),
  [HFS_HUB_ERROR_REFUSED] = N_("%s refuses to list its models. Try again later; if that does not help, look for a newer "
                               "HF State."),
  [HFS_HUB_ERROR_NOT_HUB] = N_("What answers at %s is not a Hub. If this network asks you to sign in, do that in a "
                               "browser, then try again; else check HF_ENDPOINT."),
  [HFS_HUB_ERROR_ELSEWHERE] = N_("%s points to another host, and nothing is sent there. Try again later; if that does "
                                 "not help, check HF_ENDPOINT."),
  [HFS_HUB_ERROR_ENDLESS] = N_("The list of %s goes in a circle or never ends, so fetching was stopped. Try again later."),
  [HFS_HUB_ERROR_TOO_LARGE] = N_("%s sends far more than a list of models can be, so fetching was stopped. Try again "
                                 "later."),
};

/**
 * hfs_hub_error_new:
 * @host: who it is about; for %HFS_HUB_ERROR_ADDRESS the whole address
 *
 * Returns: (transfer full): an error with a sentence that says what to do
 */
GError *
hfs_hub_error_new (HfsHubError  code,
                   const char  *host)
{
  return g_error_new (HFS_HUB_ERROR, code, _(sentences[code]), host);
}
