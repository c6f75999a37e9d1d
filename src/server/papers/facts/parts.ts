import type { PaperForm } from '../../../contract/operations/papers.ts';
import { forms } from '../forms.ts';
import { sayPlaceAndDay } from './moments.ts';
import type { Line, Sheet, Signer } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/* Parts that several forms share. */

export function line(label: string, value: string | null, isStrong = false): Line {
  return { kind: 'line', label, value, isStrong };
}

export function numbered(number: number, label: string, value: string | null, isStrong = false): Line {
  return { ...line(label, value, isStrong), number };
}

/** Head, title and QR code of a form; `number` is the paper's own where its series has one. */
export function frame(
  form: PaperForm,
  subject: Subject,
  say: Say,
  issued: { readonly at: Date; readonly number: string | null },
): Omit<Sheet, 'blocks' | 'signers'> {
  const title = say(`titles.${form}`);
  return {
    authority: say('authority', { commune: subject.communeName }),
    unit: say('unit'),
    marks: [
      say('code', { code: subject.code }),
      ...(issued.number === null ? [] : [say('number', { number: issued.number })]),
    ],
    placeAndDay: sayPlaceAndDay(subject.communeName, issued.at, say),
    title,
    form: say('form', { title }),
    unconfirmed: forms[form].confirmed ? null : say(`unconfirmed.${form}`),
    qr: { text: subject.lookUp, below: say('lookUp') },
  };
}

/** Who filed, where they live and how they are reached, and what they ask for. */
export function personLines(subject: Subject, say: Say, from = say('person.from')): readonly Line[] {
  const { applicant } = subject;
  return [
    line(from, applicant.name ?? subject.owner, true),
    line(say('person.address'), applicant.address),
    line(say('person.phone'), applicant.phone),
    line(say('person.email'), applicant.email),
    line(say('person.content'), subject.procedureName, true),
  ];
}

/** Whom to ask; the office's numbers are not known to the program and are left for a pen. */
export function contactLines(byName: string, say: Say, who = say('contact.who')): readonly Line[] {
  return [line(who, byName), line(say('contact.phone'), null), line(say('contact.extension'), null)];
}

export function signer(
  role: 'applicant' | 'receiver' | 'guide' | 'head',
  say: Say,
  by: string | null,
): Signer {
  return { role: say(`signers.${role}`), hint: say(role === 'head' ? 'signAndSeal' : 'signHere'), by };
}
