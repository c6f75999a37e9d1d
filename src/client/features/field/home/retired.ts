import type { OfficeNews } from '../../../storage/model.ts';

/** Procedures that the office takes no new dossiers of, in any version, as it said last. Drafts of them may still finish. */
export function findRetired(news: readonly OfficeNews['change'][]): ReadonlySet<string> {
  const catalogue = news.find((change) => change.kind === 'catalogue');
  if (catalogue?.kind !== 'catalogue') return new Set();
  return new Set(catalogue.procedures.filter(({ state }) => state === 'retired').map(({ id }) => id));
}
