import * as z from 'zod';
import { findProcedures } from '../../../domain/finding/find-procedures.ts';
import { LifeEvent, proceduresOf } from '../../../domain/finding/life-events.ts';
import lifeEventsJson from '../../../procedures/life-events.json' with { type: 'json' };
import type { KnownVersion } from '../../procedures.ts';
import type { Texts } from '../../texts.ts';
import { addressOf, hasOwnRoot, rootOf, SEARCH } from './addresses.ts';
import { type Fragment, type Html, html } from './html.ts';
import { layOut } from './layout.ts';
import { plainSentence, procedureWordsOf, type Words, wordsOf } from './words.ts';

const lifeEvents = z.array(LifeEvent).parse(lifeEventsJson);

interface Listed {
  readonly id: string;
  readonly lifeEvents: readonly string[];
  readonly name: string;
  readonly purpose: string;
  readonly keywords: string;
  readonly line: Html;
}

/** Every procedure that can be begun, by what happened; or those that the words searched for point to. */
export function presentListPage(
  current: readonly KnownVersion[],
  asked: { readonly language: string; readonly search: string; readonly texts: Texts },
): string {
  const words = wordsOf(asked.texts, asked.language);
  const listed = current.map((one) => toListed(one, words, asked.texts));
  const search = asked.search.trim();
  return layOut(
    { title: words.page('title'), words, texts: asked.texts },
    html`<h1>${words.page('title')}</h1>
<p>${words.page('lead')}</p>
${searchForm(words, asked.search)}
${search === '' ? byEvent(listed, words) : found(search, listed, words)}`,
  );
}

function searchForm(words: Words, search: string): Html {
  return html`<form action="${rootOf(words.language)}" method="get" role="search">
<label for="search">${words.page('search')}</label>
<input id="search" type="search" name="${SEARCH}" value="${search}" maxlength="80">
${hasOwnRoot(words.language) ? undefined : html`<input type="hidden" name="lang" value="${words.language}">`}
<button type="submit">${words.page('find')}</button>
</form>`;
}

function found(search: string, listed: readonly Listed[], words: Words): Fragment {
  const hits = findProcedures(search, listed);
  return html`<h2>${hits.length === 0 ? words.begin('foundNone') : words.begin('found', { count: hits.length })}</h2>
${list(hits)}
<p><a href="${addressOf(words.language)}">${words.page('all')}</a></p>`;
}

function byEvent(listed: readonly Listed[], words: Words): Fragment {
  const known = new Set(lifeEvents.map(({ id }) => id));
  const others = listed.filter((one) => !one.lifeEvents.some((event) => known.has(event)));
  return [
    ...lifeEvents.map((event) => section(words.begin(`events.${event.id}`), proceduresOf(event, listed))),
    section(words.begin('other'), others),
  ];
}

function section(title: string, listed: readonly Listed[]): Fragment {
  if (listed.length === 0) return undefined;
  return html`<section>
<h2>${title}</h2>
${list(listed)}
</section>`;
}

function list(listed: readonly Listed[]): Fragment {
  return listed.length === 0
    ? undefined
    : html`<ul class="procedures">${listed.map(({ line }) => line)}</ul>`;
}

function toListed({ id, definition, texts: own }: KnownVersion, words: Words, texts: Texts): Listed {
  const say = procedureWordsOf(texts, words.language, own);
  const plain = (key: string) => plainSentence(texts, words.language, own, key) ?? '';
  const line = html`<li><a href="${addressOf(words.language, id)}">${say('name') ?? id}</a><br>${say('purpose')}</li>
`;
  return {
    id,
    lifeEvents: definition.lifeEvents,
    name: plain('name'),
    purpose: plain('purpose'),
    keywords: plain('keywords'),
    line,
  };
}
