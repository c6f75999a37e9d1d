import { LOOK_UP_CODE } from '../../../contract/look-up-address.ts';
import type { Texts } from '../../texts.ts';
import { publicAddress } from './addresses.ts';
import { presentCitizenForm, presentField, sayWait, type Trouble } from './citizen-form.ts';
import { html } from './html.ts';
import { layOut } from './layout.ts';
import { type Words, wordsOf } from './words.ts';

export type ActivationTrouble =
  | { readonly kind: 'reference' | 'code' | 'wrong' | 'expired' | 'at-office' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Name of the field for the activation code. */
export const ACTIVATION_FIELD = 'kich-hoat';

/** Where the two codes of an account's slip are typed. The activation code is never shown again. */
export function presentActivatePage(asked: {
  readonly language: string;
  readonly texts: Texts;
  readonly reference: string;
  readonly trouble?: ActivationTrouble;
}): string {
  const words = wordsOf(asked.texts, asked.language);
  const say = (key: string) => words.citizen(`activate.${key}`);
  const trouble = asked.trouble && sayTrouble(asked.trouble, words);
  return presentCitizenForm('activate', {
    words,
    texts: asked.texts,
    title: say('title'),
    lead: say('lead'),
    trouble,
    fields: html`${presentField({
      id: LOOK_UP_CODE,
      label: say('reference'),
      hint: say('referenceHint'),
      value: asked.reference,
      maxLength: 60,
      trouble,
    })}
${presentField({
  id: ACTIVATION_FIELD,
  label: say('code'),
  hint: say('codeHint'),
  value: '',
  maxLength: 20,
  trouble,
})}`,
    button: say('go'),
    after: say('keep'),
  });
}

/** It is theirs now, or was already. */
export function presentActivatedPage(asked: {
  readonly language: string;
  readonly texts: Texts;
  readonly isNew: boolean;
}): string {
  const words = wordsOf(asked.texts, asked.language);
  const say = (key: string) => words.citizen(`activate.${key}`);
  const title = say(asked.isNew ? 'done' : 'already');
  return layOut(
    { title, words, texts: asked.texts, at: (tag) => publicAddress('activate', tag) },
    html`<h1>${title}</h1>
${asked.isNew ? html`<p>${say('doneWhat')}</p>` : undefined}
<p><a href="${publicAddress('look-up', words.language)}">${say('toLookUp')}</a></p>`,
  );
}

function sayTrouble(trouble: ActivationTrouble, words: Words): Trouble {
  const { citizen: say } = words;
  switch (trouble.kind) {
    case 'reference':
      return { title: say('trouble.code'), field: LOOK_UP_CODE };
    case 'code':
      return { title: say('trouble.code'), field: ACTIVATION_FIELD };
    case 'wrong':
      return { title: say('trouble.wrongCode'), what: say('trouble.wrongCodeWhat') };
    case 'expired':
      return { title: say('trouble.expired'), what: say('trouble.expiredWhat') };
    case 'at-office':
      return { title: say('trouble.atOffice'), what: say('trouble.atOfficeWhat') };
    case 'wait':
      return sayWait(trouble.seconds, words);
  }
}
