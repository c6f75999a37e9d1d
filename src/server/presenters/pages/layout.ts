import type { Texts } from '../../texts.ts';
import { addressOf, STYLESHEET } from './addresses.ts';
import { type Fragment, html } from './html.ts';
import type { Words } from './words.ts';

/** A whole page, as it is sent: no script, one stylesheet, readable on a telephone of ten years ago, and on paper. */
export function layOut(
  page: {
    readonly title: string;
    readonly words: Words;
    readonly texts: Texts;
    /** Id of the procedure the page is about: the other languages have a page about it too. */
    readonly id?: string;
  },
  content: Fragment,
): string {
  const { words, texts, title, id } = page;
  const others = texts.filter(({ tag }) => tag !== words.language);
  return `<!doctype html>\n${
    html`<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="${STYLESHEET}">
${others.map(({ tag }) => html`<link rel="alternate" hreflang="${tag}" href="${addressOf(tag, id)}">`)}
</head>
<body>
<header>
<a class="home" href="${addressOf(words.language)}">${words.page('title')}</a>
<nav aria-label="${words.page('languages')}">
${others.map(
  ({ tag, name }) => html`<a href="${addressOf(tag, id)}" lang="${tag}" hreflang="${tag}">${name}</a>`,
)}
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
