import { type Commune, readCommune } from './communes.ts';
import data from './data/all-communes.json' with { type: 'json' };

/*
 * All 3,321 communes: 88 kB of JSON. The server imports this module; the app only by `import()`, when somebody was
 * born or lives outside Thanh Hóa.
 */

const byProvince = new Map(
  Object.entries(data).map(([province, lines]) => [
    province,
    lines.map((line) => readCommune(line, province)),
  ]),
);
const byCode = new Map([...byProvince.values()].flat().map((commune) => [commune.code, commune]));

/** The communes of a province by code; none for a code that is no province. */
export function communesOf(province: string): readonly Commune[] {
  return byProvince.get(province) ?? [];
}

/** The commune with this five-digit code, in any province. */
export function findAnyCommune(code: string): Commune | undefined {
  return byCode.get(code);
}
