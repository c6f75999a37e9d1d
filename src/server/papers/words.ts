import { findSentence } from '../../contract/find-sentence.ts';
import type { PlaceNames, Translate } from '../../domain/answers/format-answer.ts';
import { findAnyCommune } from '../../domain/place/all-communes.ts';
import { findProvince } from '../../domain/place/communes.ts';
import type { KnownVersion } from '../procedures.ts';
import type { Texts } from '../texts.ts';
import type { Say } from './facts/subject.ts';

/* Official papers speak Vietnamese, whatever the screen does. */
const LANGUAGE = 'vi';

const fileOf = (texts: Texts, name: string) => texts.find(({ tag }) => tag === LANGUAGE)?.files.get(name);

/** The sentences of the forms. A sentence that is missing is a bug of ours and throws: no paper goes out half said. */
export function sayForms(texts: Texts): Say {
  const sentences = fileOf(texts, 'paper-forms');
  return (key, params) => {
    const said = findSentence([sentences], key, params);
    if (said === undefined) throw new Error(`no sentence paper-forms:${key}`);
    return said;
  };
}

/** The words of one procedure's questions and answers: its own, then those that all share. */
export function wordsOfProcedure(texts: Texts, own: KnownVersion['texts']): Translate {
  const among = [own[LANGUAGE], fileOf(texts, 'procedures/shared'), fileOf(texts, 'answers')];
  return (key, params) => findSentence(among, key, params, '…') ?? key;
}

const countries = new Intl.DisplayNames([LANGUAGE], { type: 'region' });

export const placeNames: PlaceNames = {
  province: (code) => findProvince(code)?.name,
  commune: (code) => findAnyCommune(code)?.name,
  country: (code) => countries.of(code),
};
