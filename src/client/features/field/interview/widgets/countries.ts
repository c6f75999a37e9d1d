/*
 * Countries as ISO 3166-1 alpha-2, the neighbours first: people here work and marry across the border. Names come from
 * the browser in the language of the screen.
 */
const NEIGHBOURS = ['LA', 'CN', 'KH', 'TH', 'MM', 'MY', 'KR', 'JP', 'TW'];
const OTHERS = (
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CO CR CU CV CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT ' +
  'JM JO KE KG KI KM KN KP KW KZ LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MN MO MR MT MU MV MW MX MZ NA NE NG NI ' +
  'NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG ' +
  'TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VU WS YE ZA ZM ZW'
).split(' ');

/** Every country but Việt Nam, with its name in `language`. */
export function listCountries(language: string): readonly { readonly code: string; readonly name: string }[] {
  return [...NEIGHBOURS, ...OTHERS].map((code) => ({ code, name: nameCountry(code, language) ?? code }));
}

/** The country's name in `language`; undefined for a code that the browser does not know. */
export function nameCountry(code: string, language: string): string | undefined {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
}
