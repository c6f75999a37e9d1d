import { type Actor, mayReach } from './reach.ts';
import type { Verdict } from './verdict.ts';

/** Papers leave the one-stop office over its counter, also those about what a department did. */
export function mayIssuePaper(actor: Actor, dossier: { readonly commune: string }): Verdict {
  return mayReach(actor, 'act-at-one-stop', dossier.commune);
}

/** Take a dossier out as one file. */
export function mayExportDossier(actor: Actor, dossier: { readonly commune: string }): Verdict {
  return mayReach(actor, 'export-records', dossier.commune);
}

/** Whose logbook this person may read and take out; undefined for nobody's. */
export function logbookOf(actor: Actor): string | undefined {
  return mayReach(actor, 'export-records', actor.commune).kind === 'allowed' ? actor.commune : undefined;
}
