import type { LogbookLine } from '../../../contract/operations/logbook.ts';
import { applicantFacts } from '../../../domain/answers/applicant.ts';
import { choiceKey } from '../../../domain/answers/format-answer.ts';
import type { KnownVersion } from '../../procedures.ts';
import type { LogbookRow } from '../../storage/logbook-queries.ts';
import type { Texts } from '../../texts.ts';
import type { Say } from '../facts/subject.ts';
import { placeNames, sayForms, wordsOfProcedure } from '../words.ts';

/** Turns rows of the book into lines in Vietnamese, as "Sổ theo dõi hồ sơ" has them (columns of DOMAIN 1.2, tag M). */
export function lineDescriber(
  versions: readonly KnownVersion[],
  texts: Texts,
): (row: LogbookRow) => LogbookLine {
  const say = sayForms(texts);
  const known = new Map(
    versions.map((version) => [
      `${version.id} ${version.version}`,
      { definition: version.definition, words: wordsOfProcedure(texts, version.texts) },
    ]),
  );
  return (row) => {
    const procedure = known.get(`${row.procedureId} ${row.procedureVersion}`);
    const applicant =
      procedure && applicantFacts(procedure.definition, row.answers, procedure.words, placeNames);
    return {
      dossierId: row.dossierId,
      book: row.book,
      number: row.number,
      officialCode: row.officialCode,
      procedureName: procedure?.words('name') ?? row.procedureId,
      applicant: applicant?.name ?? row.subjectName,
      reach: [applicant?.address, applicant?.phone].filter((part) => part !== undefined).join('; '),
      authority: say('authority', {
        commune: placeNames.commune(row.competentCommune) ?? row.competentCommune,
      }),
      receivedAt: row.acceptedAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      returnedAt: row.returnedAt?.toISOString() ?? null,
      resultWay: procedure === undefined ? '' : sayWay(row, procedure, say),
      signedFor: row.takenBy ?? '',
      note: row.status === 'stopped' || row.status === 'withdrawn' ? say(`logbook.note.${row.status}`) : '',
    };
  };
}

function sayWay(
  row: LogbookRow,
  {
    definition,
    words,
  }: Pick<KnownVersion, 'definition'> & { readonly words: ReturnType<typeof wordsOfProcedure> },
  say: Say,
): string {
  const way = row.answers['result.way'];
  const question = definition.steps
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === 'result.way');
  return question?.type === 'choice' && typeof way === 'string'
    ? words(choiceKey(question, way))
    : say('logbook.atOffice');
}
