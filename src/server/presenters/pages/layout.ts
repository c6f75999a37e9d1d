import type { Texts } from '../../texts.ts';
import { addressOf, publicAddress, STYLESHEET } from './addresses.ts';
import { type Fragment, html } from './html.ts';
import type { Words } from './words.ts';

/** A whole page, as it is sent: no script, one stylesheet, readable on a telephone of ten years ago, and on paper. */
export function layOut(
  page: {
    readonly title: string;
    readonly words: Words;
    readonly texts: Texts;
    /** Where the same page stands in another language; without it, the list of procedures does. */
    readonly at?: (language: string) => string;
  },
  content: Fragment,
): string {
  const { words, texts, title, at = (language: string) => addressOf(language) } = page;
  const others = texts.filter(({ tag }) => tag !== words.language);
  return `<!doctype html>\n${
    html`<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="${STYLESHEET}">
${others.map(({ tag }) => html`<link rel="alternate" hreflang="${tag}" href="${at(tag)}">`)}
</head>
<body>
<header>
<a class="home" href="${addressOf(words.language)}">${words.page('title')}</a>
<a class="home" href="${publicAddress('look-up', words.language)}">${words.citizen('lookUp.title')}</a>
<nav aria-label="${words.page('languages')}">
${others.map(({ tag, name }) => html`<a href="${at(tag)}" lang="${tag}" hreflang="${tag}">${name}</a>`)}
</nav>
</header>
<main>
${content}
</main>
</body>
</html>
`.text
  }`;
}
