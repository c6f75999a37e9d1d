import { findSentence } from '../../../contract/find-sentence.ts';
import type { ProcedurePackage } from '../../../contract/procedure-package.ts';
import type { ServerLanguage, Texts } from '../../texts.ts';
import { type Html, html } from './html.ts';

type Params = Readonly<Record<string, string | number>>;

/** The sentences of a page in one language; what it lacks is said in Vietnamese. */
export interface Words {
  readonly language: string;
  /** Of the page itself (`catalogue-page`). */
  readonly page: (key: string, params?: Params) => string;
  /** Of the tablet's screens that say the same (`begin`). */
  readonly begin: (key: string, params?: Params) => string;
  /** Of the pages where a dossier is looked up and an account activated (`citizen`). */
  readonly citizen: (key: string, params?: Params) => string;
  /** What a state means (`status`). */
  readonly status: (key: string) => string;
  /** Fees and limits (`answers`). */
  readonly answers: (key: string, params?: Params) => string;
}

/** A sentence of a procedure, marked where it is in another language than the page; undefined where there is none. */
export type ProcedureWords = (key: string) => Html | undefined;

export function wordsOf(texts: Texts, language: string): Words {
  const among = inOrder(texts, language);
  const say = (file: string) => (key: string, params?: Params) =>
    findSentence(
      among.map(({ files }) => files.get(file)),
      key,
      params,
    ) ?? key;
  return {
    language,
    page: say('catalogue-page'),
    begin: say('begin'),
    citizen: say('citizen'),
    status: say('status'),
    answers: say('answers'),
  };
}

/** A version's own sentences, then those that all procedures share: first in the page's language, then in Vietnamese. */
export function procedureWordsOf(
  texts: Texts,
  language: string,
  own: ProcedurePackage['texts'],
): ProcedureWords {
  const among = inOrder(texts, language);
  return (key) => {
    for (const { tag, files } of among) {
      const said = findSentence([own[tag], files.get('procedures/shared')], key);
      if (said !== undefined)
        return tag === language ? html`${said}` : html`<span lang="${tag}">${said}</span>`;
    }
    return undefined;
  };
}

/** The same as plain text, for searching and for the page's title. */
export function plainSentence(
  texts: Texts,
  language: string,
  own: ProcedurePackage['texts'],
  key: string,
): string | undefined {
  return findSentence(
    inOrder(texts, language).flatMap(({ tag, files }) => [own[tag], files.get('procedures/shared')]),
    key,
  );
}

function inOrder(texts: Texts, language: string): readonly ServerLanguage[] {
  return [
    ...texts.filter(({ tag }) => tag === language),
    ...texts.filter(({ tag }) => tag === 'vi' && tag !== language),
  ];
}
