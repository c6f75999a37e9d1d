import type { ProcedureState } from '../../../contract/operations/procedures.ts';
import type { ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import type { KnownVersion } from '../../procedures.ts';
import type { Texts } from '../../texts.ts';
import { addressOf } from './addresses.ts';
import { type Fragment, html } from './html.ts';
import { layOut } from './layout.ts';
import { presentPapers } from './papers.ts';
import { sayDay, sayFee, sayLimit } from './say-facts.ts';
import { type ProcedureWords, plainSentence, procedureWordsOf, type Words, wordsOf } from './words.ts';

/** Everything that somebody at home needs to know of a procedure before they set out. */
export function presentProcedurePage(
  version: KnownVersion,
  asked: { readonly state: ProcedureState; readonly language: string; readonly texts: Texts },
): string {
  const { id, definition } = version;
  const { language, texts } = asked;
  const words = wordsOf(texts, language);
  const say = procedureWordsOf(texts, language, version.texts);
  const title = plainSentence(texts, language, version.texts, 'name') ?? id;
  return layOut(
    { title: `${title} – ${words.page('title')}`, words, texts, at: (tag) => addressOf(tag, id) },
    html`<p class="back"><a href="${addressOf(language)}">${words.page('all')}</a></p>
<h1>${say('name') ?? id}</h1>
<p>${say('purpose')}</p>
${asked.state === 'current' ? undefined : html`<p class="notice">${words.begin('retired')}</p>`}
${definition.reach === 'prepare' ? html`<p class="notice">${words.page('prepare')} ${say('authority')}.</p>` : undefined}
${presentPapers(definition, words, say)}
${presentCases(definition, words, say)}
${presentFacts(definition, words, say)}
${presentDoubts(definition, words, say)}
${presentOrigin(definition, words)}`,
  );
}

function presentCases(
  { cases, filingDeadlines }: ProcedureDefinition,
  words: Words,
  say: ProcedureWords,
): Fragment {
  return html`<h2>${words.begin('facts.title')}</h2>
${cases.map(
  ({ id, limit, fee }) => html`${cases.length > 1 ? html`<h3>${say(`cases.${id}`) ?? id}</h3>` : undefined}
<p>${cases.length > 1 ? say(`reasons.case-${id}`) : undefined}</p>
<dl>
<dt>${words.begin('facts.limit')}</dt><dd>${sayLimit(limit, words)}</dd>
<dt>${words.begin('facts.fee')}</dt><dd>${sayFee(fee, words, say)}</dd>
</dl>
`,
)}
${filingDeadlines.map(
  ({ days, from }) => html`<p>${words.page('deadline', { days })} ${say(`questions.${from}.label`)}</p>`,
)}`;
}

function presentFacts(definition: ProcedureDefinition, words: Words, say: ProcedureWords): Fragment {
  return html`<h2>${words.page('who')}</h2>
<dl>
<dt>${words.begin('facts.who')}</dt><dd>${words.page(`proxy.${definition.proxy}`)}</dd>
<dt>${words.begin('facts.authority')}</dt><dd>${say('authority')}</dd>
<dt>${words.begin('facts.result')}</dt>
<dd><ul>${definition.results.map(({ id }) => html`<li>${say(`results.${id}`) ?? id}</li>`)}</ul></dd>
</dl>`;
}

function presentDoubts({ unconfirmed }: ProcedureDefinition, words: Words, say: ProcedureWords): Fragment {
  if (unconfirmed.length === 0) return undefined;
  return html`<section class="notice">
<h2>${words.page('doubts')}</h2>
<ul>${unconfirmed.map((id) => html`<li>${say(`unconfirmed.${id}`) ?? id}</li>`)}</ul>
</section>`;
}

/** Codes with the days between which they hold, where the facts come from, and how far they were checked. */
function presentOrigin(definition: ProcedureDefinition, words: Words): Fragment {
  const { codes, sources, version, reviewedOn, reviewStatus } = definition;
  return html`<h2>${words.page('origin')}</h2>
<dl>
<dt>${words.page('codes')}</dt>
<dd>${
    codes.length === 0
      ? words.page('noCode')
      : html`<ul>${codes.map(({ code, ...days }) => html`<li>${code}${between(days, words)}</li>`)}</ul>`
  }</dd>
<dt>${words.page('validity')}</dt><dd>${words.page('version', { version })}${between(definition, words)}</dd>
<dt>${words.page('review')}</dt>
<dd>${
    reviewStatus === 'reviewed'
      ? words.page('reviewed', { day: reviewedOn === null ? '' : sayDay(reviewedOn) })
      : words.page('notReviewed')
  }</dd>
<dt>${words.page('sources')}</dt><dd><ul lang="vi">${sources.map((source) => html`<li>${source}</li>`)}</ul></dd>
</dl>`;
}

function between(
  days: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  words: Words,
): Fragment {
  return [
    days.validFrom === undefined ? undefined : `, ${words.page('from', { day: sayDay(days.validFrom) })}`,
    days.validTo === undefined ? undefined : `, ${words.page('until', { day: sayDay(days.validTo) })}`,
  ];
}
