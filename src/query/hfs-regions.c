/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-regions.h"

#include <string.h>

/* ISO 3166-1 countries by the regions of the United Nations' M49 standard, with the European Union
 * and China as regions of their own because the report compares them. */
static const struct
{
  const char *region;
  const char *countries;
} regions[] = {
  { "northern-america", "US CA BM GL PM" },
  { "european-union",
    "EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK AX BL GF GP MF MQ RE YT" },
  { "other-europe", "AD AL BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM UA VA" },
  { "china", "CN HK MO" },
  { "other-asia",
    "AE AF AM AZ BD BH BN BT GE ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MV MY NP OM PH PK PS QA SA SG "
    "SY TH TJ TL TM TR TW UZ VN YE" },
  { "latin-america",
    "AG AI AR AW BB BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GS GT GY HN HT JM KN KY LC MS MX NI PA PE PR PY "
    "SR SV SX TC TT UY VC VE VG VI" },
  { "africa",
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA "
    "NE NG RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG ZA ZM ZW" },
  { "oceania", "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS" },
};

/**
 * hfs_region_of_country:
 * @country: key of a country
 *
 * Returns: (transfer none): key of its region; @country itself when it is no single country
 */
const char *
hfs_region_of_country (const char *country)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      const char *found = strlen (country) == 2 ? strstr (regions[i].countries, country) : NULL;

      if (found != NULL)
        return regions[i].region;
    }
  return country;
}
