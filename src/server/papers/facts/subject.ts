import { lookUpAddress } from '../../../contract/look-up-address.ts';
import { applicantFacts, papersOnSlip } from '../../../domain/answers/applicant.ts';
import { choiceKey, type PlaceNames, type Translate } from '../../../domain/answers/format-answer.ts';
import type { ProcedureDefinition, TimeLimit } from '../../../domain/procedure/definition.ts';
import type { DossierRow } from '../../storage/rows.ts';

/** A sentence of the forms (`paper-forms.json`). */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** The dossier as its papers name it: no number of a person, whatever the answers hold. */
export interface Subject {
  /** Official code; the TAM- reference while there is none. */
  readonly code: string;
  readonly hasOfficialCode: boolean;
  readonly communeName: string;
  /** The commune whose authority decides, where it is not the one that receives. */
  readonly competentName: string | null;
  readonly owner: string;
  readonly applicant: {
    readonly name: string | null;
    readonly address: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly procedureName: string;
  readonly assistedBy: string;
  /** Papers handed over or photographed. */
  readonly papers: readonly {
    readonly name: string;
    readonly photos: number;
  }[];
  readonly limit: TimeLimit;
  /** Where the result goes when it does not wait at this office. */
  readonly resultWay: string | null;
  readonly receivedAt: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly dueAt: Date | null;
  /** Address that the QR code opens: the public page with the dossier's code alone. */
  readonly lookUp: string;
}

/** Reads the subject of papers out of a dossier; `words` speak Vietnamese, as everything on an official paper. */
export function subjectOf(
  dossier: DossierRow,
  definition: ProcedureDefinition,
  words: Translate,
  places: PlaceNames,
  office: {
    readonly communeName: string;
    readonly competentName: string | null;
    readonly publicUrl: string;
  },
): Subject {
  const { answers } = dossier.submission;
  const applicant = applicantFacts(definition, answers, words, places);
  const code = dossier.officialCode ?? dossier.provisionalReference;
  const way = definition.steps.flatMap(({ questions }) => questions).find(({ id }) => id === 'result.way');
  const wayAnswer = answers['result.way'];
  return {
    code,
    hasOfficialCode: dossier.officialCode !== null,
    communeName: office.communeName,
    competentName: office.competentName,
    owner: dossier.subjectName,
    applicant: {
      name: applicant.name ?? null,
      address: applicant.address ?? null,
      phone: applicant.phone ?? null,
      email: applicant.email ?? null,
    },
    procedureName: words('name'),
    assistedBy: dossier.staffName,
    papers: papersOnSlip(definition, answers).map(({ document, paper, photos }) => ({
      name: words(paper === undefined ? `documents.${document}.name` : `papers.${paper}.name`),
      photos,
    })),
    limit: definition.cases.find(({ id }) => id === dossier.caseId)?.limit ?? { kind: 'none' },
    resultWay:
      way?.type === 'choice' && typeof wayAnswer === 'string' && wayAnswer !== 'paper'
        ? words(choiceKey(way, wayAnswer))
        : null,
    receivedAt: dossier.receivedAt,
    acceptedAt: dossier.acceptedAt,
    acceptedBy: dossier.acceptedByName,
    dueAt: dossier.dueAt,
    lookUp: lookUpAddress(office.publicUrl, code),
  };
}
