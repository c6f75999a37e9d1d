import type { Texts } from '../../texts.ts';
import { hasOwnRoot, type PublicPage, publicAddress } from './addresses.ts';
import { type Fragment, type Html, html } from './html.ts';
import { layOut } from './layout.ts';
import type { Words } from './words.ts';

/** What is wrong with what was typed, and what to do. */
export interface Trouble {
  readonly title: string;
  readonly what?: string;
  /** Id of the field it is about. */
  readonly field?: string;
}

/** Tried too often: how long to wait, in minutes, or from an hour on in hours, and what to do who cannot. */
export function sayWait(seconds: number, { citizen: say }: Words): Trouble {
  const minutes = Math.ceil(seconds / 60);
  return {
    title:
      minutes < 60
        ? say('trouble.wait', { count: minutes })
        : say('trouble.waitHours', { count: Math.ceil(minutes / 60) }),
    what: say('trouble.waitWhat'),
  };
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  /** Keys of a telephone: figures alone. */
  readonly figures?: boolean;
  readonly trouble: Trouble | undefined;
  readonly small?: boolean;
}

/** A line to type in, its label above it and its hint between the two; wrong ones are said to be so. */
export function presentField(props: FieldProps): Html {
  const { id, label, hint, value, maxLength, figures, trouble, small } = props;
  const isWrong = trouble?.field === id;
  const described = [hint === undefined ? '' : `${id}-hint`, isWrong ? 'trouble' : '']
    .filter(Boolean)
    .join(' ');
  return html`<label for="${id}">${label}</label>
${hint === undefined ? undefined : html`<p class="need" id="${id}-hint">${hint}</p>`}
<input id="${id}" name="${id}" value="${value}" maxlength="${maxLength}" autocomplete="off" spellcheck="false"${
    figures === true ? html` inputmode="numeric"` : html` autocapitalize="characters"`
  }${small === true ? html` class="few"` : undefined}${described === '' ? undefined : html` aria-describedby="${described}"`}${
    isWrong ? html` aria-invalid="true"` : undefined
  }>`;
}

/** The page with its form; a trouble stands before it, where a reader meets it first. */
export function presentCitizenForm(
  page: PublicPage,
  of: {
    readonly words: Words;
    readonly texts: Texts;
    readonly title: string;
    readonly lead: string;
    readonly trouble: Trouble | undefined;
    readonly fields: Fragment;
    readonly button: string;
    readonly after: string;
  },
): string {
  const { words, texts, title, trouble } = of;
  return layOut(
    {
      title: trouble === undefined ? title : `${trouble.title} – ${title}`,
      words,
      texts,
      at: (tag) => publicAddress(page, tag),
    },
    html`<h1>${title}</h1>
<p>${of.lead}</p>
${presentTrouble(trouble)}
<form class="stacked" method="post" action="${publicAddress(page, words.language)}">
${hasOwnRoot(words.language) ? undefined : html`<input type="hidden" name="lang" value="${words.language}">`}
${of.fields}
<button type="submit">${of.button}</button>
</form>
<p class="need">${of.after}</p>`,
  );
}

function presentTrouble(trouble: Trouble | undefined): Fragment {
  if (trouble === undefined) return undefined;
  return html`<div class="notice" id="trouble" role="alert">
<b>${trouble.title}</b>
${trouble.what === undefined ? undefined : html`<p>${trouble.what}</p>`}
</div>`;
}
