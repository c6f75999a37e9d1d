import { utf8 } from '../bytes.ts';

/*
 * Preset dictionaries for deflate: text that most submissions share, so that an envelope does not pay for it. What is
 * likeliest stands last, where deflate reaches it most cheaply. A dictionary is part of the wire: its bytes never change
 * (a test pins their hash); a better one gets the next id, and the old one stays to open old envelopes.
 */

const DICTIONARY_1 = [
  '"witness","witnessName":"","guardian","authorised","image/png","application/pdf","image/webp","unknown":true,"country":"',
  '"abandoned","surrogacy","shared","sibling","spouse","grandparent","relative","neighbour","identity-card","passport","temporary","elsewhere","other-name","own-name",',
  '"requester.agreedWithParents":true,"child.registeredBefore":"no","child.otherPapers":"none","birth.setting":"home","birth.witnessed":true,"birth.witnessName":"","birth.secondWitnessName":"","fee.exemption":"',
  '"marriage.atHand":"","marriage.number":"","marriage.book":"","marriage.issuedOn":{"year":20,"marriage.issuedBy":"UBND xã ',
  '"household.head":"","household.headName":"","household.headNationalId":"","household.relation":"","result.way":"","result.recipientName":"","result.recipientPhone":"","result.recipientPlace":{',
  '"document.abandonment":{"paper":"none"},"document.surrogacy":{"document.authorisation":{"document.requesterId":{"document.marriage":{"attachments":[],"paper":"at-home"},"paper":"shown"},',
  '"person.name":"","person.sex":"female","person.birthDate":{"year":19,"person.underFourteen":false,"person.ethnicity":"thai","person.residence":{"province":"38","commune":"',
  '"card.has":"yes","card.kind":"citizen-card","card.number":"038","card.issuedOn":{"year":202,"card.expiresOn":{"year":20,"card.nameMatches":"phone.kind":"smart","phone.sim":"own-name","phone.number":"0","phone.email":"',
  '"guardian.name":"","guardian.relation":"","guardian.nationalId":"","guardian.phone":"","guardian.sim":"","guardian.levelTwo":"","trusted.wanted":true,"trusted.name":"","trusted.relation":"","trusted.phone":"0',
  '"language.spoken":"","language.spokenOther":"","language.reads":"well","language.interpreter":"","readiness.level":"none","readiness.transport":"","readiness.appointment":"","readiness.appointmentPlace":"","readiness.appointmentDate":{"signature.person":{',
  '"consent.register":{"granted":true,"consent.submit":{"granted":true,"at":"2026-","consent.keepCopy":{"granted":true,"at":"2026-","consent.ethnicity":{"granted":true,"at":"2026-","consent.thumbprint":{"granted":false,"at":"2026-","consent.contact":{"granted":true,"at":"2026-',
  '"requester.relation":"mother","requester.name":"","requester.sex":"female","requester.birthDate":{"year":19,"requester.ethnicity":"","requester.idKind":"citizen-card","requester.nationalId":"038","requester.idNumber":"","requester.idIssuedOn":{"year":202,"requester.idIssuedBy":"","requester.residence":{"requester.residenceKind":"permanent","requester.phone":"0',
  '"child.name":"","child.sex":"male","child.birthDate":{"year":2026,"month":1,"day":1},"child.situation":"usual","child.nationality":"vietnam","child.ethnicity":"muong","child.origin":{"province":"38"},"birth.place":{"province":"38","commune":"","detail":"Trạm y tế xã "},"birth.certificate":"yes","birth.time":"',
  '"mother.nationality":"vietnamese","mother.name":"","mother.birthDate":{"year":199,"month":1,"day":1},"mother.nationalId":"038","mother.ethnicity":"","mother.residence":{"province":"38","commune":"","village":"Bản "},"mother.residenceKind":"permanent","parents.married":"yes",',
  '"father.declared":true,"father.nationality":"vietnamese","father.name":"","father.birthDate":{"year":198,"month":1,"day":1},"father.nationalId":"038","father.ethnicity":"","father.sameResidence":true,"father.residence":{"province":"38","commune":"","village":"Thôn "},"father.residenceKind":"permanent","copies.wanted":true,"copies.number":1,',
  '"document.birthProof":{"attachments":["019"],"paper":"photographed"},"signature.requester":{"method":"signature","attachment":"019","at":"2026-',
  '"}},"attachments":[{"id":"019","document":"signature","key":"","plaintextDigest":"","ciphertextDigest":"","size":1,"mediaType":"image/jpeg"},{"id":"019',
  '"}],"consents":[{"id":"019","purpose":"register-account","granted":true,"dataCategories":["basic","family","contact","papers"],"textHash":"","textVersion":"","language":"vi","givenBy":"self","method":"thumbprint","at":"2026-',
  '"},{"id":"019","purpose":"submit-dossier","granted":true,"dataCategories":["basic","contact"],"purpose":"keep-copy-on-tablet-until-synced","purpose":"record-ethnicity","granted":true,"dataCategories":["sensitive:ethnicity"],"purpose":"thumbprint-photo","granted":false,"dataCategories":["sensitive:biometric-thumbprint"],"purpose":"contact-about-dossier","purpose":"contact-about-account","granted":true,"dataCategories":["contact"],"textHash":"","textVersion":"","language":"vi","givenBy":"parent","method":"signature","at":"2026-',
  'T0:00:00.000Z"}],"provisionalReference":"TAM-","accountId":"019","activationCodeHash":"","assistedBy":{"staffId":"019","deviceId":"019","commune":"',
  '"},"languages":{"reading":"vi","spoken":"vi"},"finishedAt":"2026-',
  '{"id":"019","kind":"account","procedure":{"id":"account-registration","version":1},"answers":{',
  '{"id":"019","kind":"dossier","procedure":{"id":"birth-registration","version":1},"answers":{',
].join('');

/** Every dictionary there ever was, by the id written into the envelope. */
export const DICTIONARIES = { 1: utf8(DICTIONARY_1) } as const;

export type DictionaryId = keyof typeof DICTIONARIES;

/** The one new envelopes are written with. */
export const CURRENT_DICTIONARY: DictionaryId = 1;
