/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HfsHubError:
 * @HFS_HUB_ERROR_OFFLINE: `HF_HUB_OFFLINE` is set
 * @HFS_HUB_ERROR_ADDRESS: the address of the Hub is none
 * @HFS_HUB_ERROR_CONNECTION: no connection: no network, no such host, nobody answers
 * @HFS_HUB_ERROR_TLS: the connection would not be safe
 * @HFS_HUB_ERROR_UNAVAILABLE: the Hub is in trouble, and stayed so
 * @HFS_HUB_ERROR_RATE: the Hub wants no more requests for now
 * @HFS_HUB_ERROR_TOKEN: the Hub refuses the token; without it the public lists can be read
 * @HFS_HUB_ERROR_REFUSED: the Hub refuses the request
 * @HFS_HUB_ERROR_NOT_HUB: what answers is not a Hub
 * @HFS_HUB_ERROR_ELSEWHERE: an answer points to another host, where nothing is sent
 * @HFS_HUB_ERROR_ENDLESS: the pages go in a circle or never end
 * @HFS_HUB_ERROR_TOO_LARGE: a page is larger than any page can be
 *
 * What can go wrong with the Hub. Messages are whole sentences for the reader and say what to do.
 */
typedef enum
{
  HFS_HUB_ERROR_OFFLINE,
  HFS_HUB_ERROR_ADDRESS,
  HFS_HUB_ERROR_CONNECTION,
  HFS_HUB_ERROR_TLS,
  HFS_HUB_ERROR_UNAVAILABLE,
  HFS_HUB_ERROR_RATE,
  HFS_HUB_ERROR_TOKEN,
  HFS_HUB_ERROR_REFUSED,
  HFS_HUB_ERROR_NOT_HUB,
  HFS_HUB_ERROR_ELSEWHERE,
  HFS_HUB_ERROR_ENDLESS,
  HFS_HUB_ERROR_TOO_LARGE,
} HfsHubError;

#define HFS_HUB_ERROR (hfs_hub_error_quark ())
GQuark  hfs_hub_error_quark (void);

GError *hfs_hub_error_new (HfsHubError  code,
                           const char  *host);

G_END_DECLS
