import type { Condition, DocumentAsked, ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import { type Fragment, type Html, html } from './html.ts';
import { sayCondition } from './say-condition.ts';
import type { ProcedureWords, Words } from './words.ts';

const ORDER = { always: 0, when: 1, maybe: 2 } as const;

interface Need {
  readonly kind: keyof typeof ORDER;
  /** All of these must hold. */
  readonly conditions: readonly Condition[];
}

/** The papers, those always needed first; of the others, when they are needed. */
export function presentPapers(definition: ProcedureDefinition, words: Words, say: ProcedureWords): Fragment {
  const papers = definition.documents
    .map((document) => ({ document, need: needOf(document, definition) }))
    .sort((a, b) => ORDER[a.need.kind] - ORDER[b.need.kind]);
  return html`<h2>${words.begin('bring.title')}</h2>
${papers.length === 0 ? html`<p>${words.begin('bring.none')}</p>` : undefined}
<ul class="papers">${papers.map(({ document, need }) => {
    const why = need.kind === 'when' ? sayWhy(document, need, definition, words, say) : undefined;
    return presentPaper(document, need, why, words, say);
  })}</ul>`;
}

function presentPaper(
  { id, alternatives, showOnly, originals }: DocumentAsked,
  need: Need,
  why: Fragment,
  words: Words,
  say: ProcedureWords,
): Html {
  const hint = say(`documents.${id}.hint`);
  return html`<li>
<b>${say(`documents.${id}.name`) ?? id}</b>
<p class="need">${words.begin(`bring.${need.kind}`)}${why === undefined ? undefined : html`: ${why}`}</p>
${hint && html`<p>${hint}</p>`}
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

/** The procedure's own words where it has some; else the answers that it depends on. */
function sayWhy(
  { id }: DocumentAsked,
  { conditions }: Need,
  definition: ProcedureDefinition,
  words: Words,
  say: ProcedureWords,
): Fragment {
  const own = say(`reasons.document-${id}`);
  return own ?? sayCondition({ all: conditions }, { definition, words, say }) ?? words.page('depends');
}

/** One whose question is not always asked, or that is not always required, is needed only when something is so. */
function needOf(document: DocumentAsked, { steps }: ProcedureDefinition): Need {
  const { requiredWhen } = document;
  if (requiredWhen === false) return { kind: 'maybe', conditions: [] };
  const asked = steps.flatMap((step) =>
    step.questions.flatMap((one) =>
      one.type === 'document' && one.document === document.id ? [step.visible, one.visible] : [],
    ),
  );
  const conditions = [...asked, requiredWhen === true ? undefined : requiredWhen].filter(
    (one) => one !== undefined,
  );
  return { kind: conditions.length === 0 ? 'always' : 'when', conditions };
}
