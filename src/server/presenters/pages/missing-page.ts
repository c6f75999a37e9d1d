import type { Texts } from '../../texts.ts';
import { addressOf } from './addresses.ts';
import { html } from './html.ts';
import { layOut } from './layout.ts';
import { wordsOf } from './words.ts';

/** For an address that leads to no procedure: where all of them are. */
export function presentMissingPage(language: string, texts: Texts): string {
  const words = wordsOf(texts, language);
  return layOut(
    { title: words.page('missing'), words, texts },
    html`<h1>${words.page('missing')}</h1>
<p><a href="${addressOf(language)}">${words.page('all')}</a></p>`,
  );
}
