import type { Deps } from '../../deps.ts';
import { subjectOf } from '../../papers/facts/subject.ts';
import { placeNames, sayForms, wordsOfProcedure } from '../../papers/words.ts';
import type { PaperMatter } from '../../papers/write-paper.ts';
import { presentCommune } from '../../presenters/commune.ts';
import type { DbOrTrx } from '../../storage/connection.ts';
import { listDossierActions } from '../../storage/dossier-queries.ts';
import { findBookPlace } from '../../storage/logbook.ts';
import type { DossierRow } from '../../storage/rows.ts';

export type DossierMatter = Omit<PaperMatter, 'about' | 'number' | 'at'>;

/** What the papers of a dossier are written from. The catalogue knows every version that a dossier was begun with. */
export async function readDossierMatter(
  deps: Deps,
  db: DbOrTrx,
  dossier: DossierRow,
): Promise<DossierMatter> {
  const { procedureId, procedureVersion, commune, competentCommune } = dossier;
  const version = (await deps.procedures.list(db)).find(
    ({ id, version }) => id === procedureId && version === procedureVersion,
  );
  if (version === undefined)
    throw new Error(`procedure ${procedureId} ${procedureVersion} left the catalogue`);
  const words = wordsOfProcedure(deps.texts, version.texts);
  const office = {
    communeName: presentCommune(commune).name,
    competentName:
      competentCommune === null || competentCommune === commune
        ? null
        : presentCommune(competentCommune).name,
    publicUrl: deps.config.publicUrl,
  };
  return {
    subject: subjectOf(dossier, version.definition, words, placeNames, office),
    definition: version.definition,
    words,
    actions: await listDossierActions(db, dossier.id),
    place: await findBookPlace(db, dossier.id),
    say: sayForms(deps.texts),
  };
}
