import { utf8 } from '../bytes.ts';

/*
 * Preset dictionaries for deflate: text that most submissions share, so that an envelope does not pay for it. What is
 * likeliest stands last, where deflate reaches it most cheaply. A dictionary is part of the wire: its bytes never change
 * (a test pins their hash); a better one gets the next id, and the old one stays to open old envelopes.
 */

const DICTIONARY_1 = [
  '"thumbprint","witness","witnessName":"","guardian","authorised","self","parent","image/png","application/pdf","image/webp",',
  '"unknown":true,"country":"VN","detail":"","alternative":"","paper":"at-home","paper":"shown","paper":"none",',
  '"procedure":{"id":"account-registration","version":1},"procedure":{"id":"birth-registration","version":1},"answers":{',
  '"requester.name":"","requester.relation":"","requester.nationalId":"","requester.phone":"0","requester.birthDate":{"year":19',
  '"child.name":"","child.sex":"female","child.sex":"male","child.birthDate":{"year":2026,"month":1,"day":1},"child.birthPlace":{"province":"38","commune":"',
  '"child.ethnicity":"","child.nationality":"","child.hometown":{"province":"38","commune":"","village":"Bản ',
  '"mother.name":"","mother.nationalId":"038","mother.birthDate":{"year":',
  '"mother.ethnicity":"","mother.residence":{"province":"38","commune":"","village":"',
  '"father.declared":true,"father.name":"","father.nationalId":"038","father.birthDate":{"year":',
  '"father.ethnicity":"","father.residence":{"province":"38","commune":"","village":"',
  '"documents.":{"alternative":"","attachments":["019"],"paper":"photographed"},"signature":{"method":"signature","attachment":"019","at":"2026-',
  '},"attachments":[{"id":"019","document":"signature","key":"","plaintextDigest":"","ciphertextDigest":"","size":1,"mediaType":"image/jpeg"},',
  '],"consents":[{"id":"019","purpose":"","granted":true,"dataCategories":["identity","contact"],"textHash":"","textVersion":"1","language":"vi","givenBy":"self","method":"signature","at":"2026-',
  'T0:00:00.000Z"}],"provisionalReference":"TAM-","accountId":"019","activationCodeHash":"","assistedBy":{"staffId":"019","deviceId":"019","commune":"',
  '"},"languages":{"reading":"vi","spoken":"vi"},"finishedAt":"2026-',
  '{"id":"019","kind":"dossier","procedure":{"id":"',
].join('');

/** Every dictionary there ever was, by the id written into the envelope. */
export const DICTIONARIES = { 1: utf8(DICTIONARY_1) } as const;

export type DictionaryId = keyof typeof DICTIONARIES;

/** The one new envelopes are written with. */
export const CURRENT_DICTIONARY: DictionaryId = 1;
