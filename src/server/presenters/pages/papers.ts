import type { DocumentAsked, ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { ProcedureWords, Words } from './words.ts';

const ORDER = { always: 0, when: 1, maybe: 2 } as const;
type Need = keyof typeof ORDER;

/** The papers, those always needed first; why one is needed only sometimes is said in the procedure's own words. */
export function presentPapers(definition: ProcedureDefinition, words: Words, say: ProcedureWords): Fragment {
  const papers = definition.documents
    .map((document) => ({ document, need: needOf(document, definition) }))
    .sort((a, b) => ORDER[a.need] - ORDER[b.need]);
  return html`<h2>${words.begin('bring.title')}</h2>
${papers.length === 0 ? html`<p>${words.begin('bring.none')}</p>` : undefined}
<ul class="papers">${papers.map(({ document, need }) => presentPaper(document, need, words, say))}</ul>`;
}

function presentPaper(
  { id, alternatives, showOnly, originals }: DocumentAsked,
  need: Need,
  words: Words,
  say: ProcedureWords,
): Html {
  const hint = say(`documents.${id}.hint`);
  const why = need === 'when' ? (say(`reasons.document-${id}`) ?? words.page('depends')) : undefined;
  return html`<li>
<b>${say(`documents.${id}.name`) ?? id}</b> <span class="need">${words.begin(`bring.${need}`)}</span>
${[why, hint].map((line) => line && html`<p>${line}</p>`)}
${
  alternatives.length > 1
    ? html`<p>${words.begin('bring.oneOf')}</p>
<ul>${alternatives.map((paper) => html`<li>${say(`papers.${paper}.name`) ?? paper}</li>`)}</ul>`
    : undefined
}
${showOnly ? html`<p>${words.begin('bring.showOnly')}</p>` : undefined}
${originals > 1 ? html`<p>${words.page('originals', { count: originals })}</p>` : undefined}
</li>
`;
}

/** One whose question is not always asked, or that is not always required, is needed only when something is so. */
function needOf(document: DocumentAsked, { steps }: ProcedureDefinition): Need {
  if (document.requiredWhen === false) return 'maybe';
  const isAlwaysAsked = steps.some(
    (step) =>
      step.visible === undefined &&
      step.questions.some(
        (one) => one.type === 'document' && one.document === document.id && one.visible === undefined,
      ),
  );
  return document.requiredWhen === true && isAlwaysAsked ? 'always' : 'when';
}
