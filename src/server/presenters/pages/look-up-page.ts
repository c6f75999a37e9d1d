import { LOOK_UP_CODE } from '../../../contract/look-up-address.ts';
import type { Texts } from '../../texts.ts';
import { presentCitizenForm, presentField, sayWait, type Trouble } from './citizen-form.ts';
import { html } from './html.ts';
import type { TypedBirthDate } from './typed.ts';
import { type Words, wordsOf } from './words.ts';

export type LookUpTrouble =
  | { readonly kind: 'code' }
  | { readonly kind: 'birth' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Where a slip's code and a birth date are typed. What was typed before stands there again. */
export function presentLookUpPage(asked: {
  readonly language: string;
  readonly texts: Texts;
  readonly code: string;
  readonly birth: TypedBirthDate;
  readonly trouble?: LookUpTrouble;
}): string {
  const words = wordsOf(asked.texts, asked.language);
  const say = (key: string) => words.citizen(`lookUp.${key}`);
  const trouble = asked.trouble && sayTrouble(asked.trouble, words);
  const part = (id: 'day' | 'month' | 'year', name: string, maxLength: number) =>
    html`<div class="part">${presentField({
      id: name,
      label: say(id),
      value: asked.birth[id],
      maxLength,
      figures: true,
      small: true,
      trouble,
    })}</div>`;
  return presentCitizenForm('look-up', {
    words,
    texts: asked.texts,
    title: say('title'),
    lead: say('lead'),
    trouble,
    fields: html`${presentField({
      id: LOOK_UP_CODE,
      label: say('code'),
      hint: say('codeHint'),
      value: asked.code,
      maxLength: 60,
      trouble,
    })}
<fieldset aria-describedby="birth-hint">
<legend>${say('birth')}</legend>
<p class="need" id="birth-hint">${say('birthHint')}</p>
${part('day', 'ngay', 2)}
${part('month', 'thang', 2)}
${part('year', 'nam', 4)}
</fieldset>`,
    button: say('go'),
    after: say('private'),
  });
}

function sayTrouble(trouble: LookUpTrouble, words: Words): Trouble {
  const { citizen: say } = words;
  switch (trouble.kind) {
    case 'code':
      return { title: say('trouble.code'), field: LOOK_UP_CODE };
    case 'birth':
      return { title: say('trouble.birth'), field: 'nam' };
    case 'not-found':
      return { title: say('trouble.notFound'), what: say('trouble.notFoundWhat') };
    case 'wait':
      return sayWait(trouble.seconds, words);
  }
}
