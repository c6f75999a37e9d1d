/*
 * Phrases of encoding 2: what a submission's JSON is made of between the things that people say. Part of the wire: the
 * order and spelling never change (a test pins their hash). Better ones are another encoding.
 *
 * Questions in the order of their procedure: c consent, o choice and what may be chosen, t text, n number, d date, p place,
 * f document, s signature; `?` where nobody need know.
 */
const QUESTIONS = {
  'birth-registration': `
c consent.submit
c consent.keepCopy
c consent.ethnicity
c consent.thumbprint
c consent.contact
o requester.relation mother father grandparent relative guardian authorised
o requester.agreedWithParents yes cannot
t requester.name
o requester.sex male female
d requester.birthDate
t requester.ethnicity ?
o requester.idKind identity-card citizen-card old-card passport other none
t requester.nationalId ?
t requester.idNumber
d requester.idIssuedOn ?
t requester.idIssuedBy ?
p requester.residence
o requester.residenceKind permanent temporary present ?
t requester.phone
t child.name
o child.sex male female
d child.birthDate
o child.registeredBefore no ?
o child.otherPapers yes no ?
o child.situation usual abandoned surrogacy
o child.nationality vietnam other ?
o birth.setting health-facility home elsewhere
p birth.place
o birth.certificate yes no
t birth.time ?
o birth.witnessed yes no
t birth.witnessName
t birth.secondWitnessName
o mother.nationality vietnam
t mother.name
d mother.birthDate ?
t mother.nationalId ?
t mother.ethnicity ?
p mother.residence
o mother.residenceKind permanent temporary present ?
o parents.married yes no
o father.declared leave-empty
o marriage.atHand yes no
t marriage.number ?
t marriage.book ?
d marriage.issuedOn ?
t marriage.issuedBy ?
o father.nationality vietnam
t father.name
d father.birthDate ?
t father.nationalId ?
t father.ethnicity ?
o father.sameResidence yes no
p father.residence ?
o father.residenceKind permanent temporary present ?
t child.ethnicity ?
p child.origin ?
o household.head mother father other ?
t household.headName
t household.headNationalId ?
o household.relation grandchild niece-nephew sibling other
o fee.exemption none poor merit disabled
o copies.wanted yes no
n copies.number
o result.way paper online post
t result.recipientName
t result.recipientPhone
p result.recipientPlace
f document.birthProof
f document.abandonment
f document.surrogacy
f document.authorisation
f document.requesterId
f document.marriage
s signature.requester`,
  'account-registration': `
c consent.register
o person.sex male female
t person.name
d person.birthDate
o person.underFourteen yes no
t person.ethnicity ?
p person.residence
o card.has here at-home none
o card.kind identity-card citizen-card old-card ?
t card.number ?
d card.issuedOn ?
d card.expiresOn
o card.nameMatches yes no
o phone.kind none shared feature smart
o phone.sim own-name other-name ?
t phone.number
t phone.email
t guardian.name
o guardian.relation mother father guardian
t guardian.nationalId ?
t guardian.phone
o guardian.sim own-name other-name ?
o guardian.levelTwo yes no ?
o trusted.wanted yes no
t trusted.name
o trusted.relation spouse child parent sibling grandchild neighbour village-head other
t trusted.phone
o language.spoken vietnamese muong thai mong dao tho kho-mu other
t language.spokenOther
o language.reads well little no
o language.interpreter yes no
o readiness.level level-2 level-1 not-now
o readiness.transport yes no
o readiness.appointment yes no
t readiness.appointmentPlace
d readiness.appointmentDate ?
s signature.person`,
};

const CONSENTS = [
  ['submit-dossier', '"basic","family","contact","papers"'],
  ['keep-copy-on-tablet-until-synced', '"basic","family","contact","papers"'],
  ['register-account', '"basic","contact"'],
  ['keep-copy-on-tablet-until-synced', '"basic","contact"'],
  ['record-ethnicity', '"sensitive:ethnicity"'],
  ['thumbprint-photo', '"sensitive:biometric-thumbprint"'],
  ['contact-about-dossier', '"contact"'],
  ['contact-about-account', '"contact"'],
];

const AROUND = [
  '{"id":',
  ',"kind":"dossier","procedure":{"id":"birth-registration","version":1},"answers":{"consent.submit":{"granted":true,"at":',
  ',"kind":"account","procedure":{"id":"account-registration","version":1},"answers":{"consent.register":{"granted":true,"at":',
  ',"language":"vi","textHash":',
  ',"language":"en","textHash":',
  ',"month":',
  ',"day":',
  '","commune":"',
  '","village":"',
  '","detail":"',
  ',"attachments":[{"id":',
  ',"document":"signature","key":',
  ',"document":"birth-proof","key":',
  ',"document":"',
  ',"plaintextDigest":',
  ',"ciphertextDigest":',
  ',"size":',
  ',"mediaType":"image/png"}',
  ',"mediaType":"image/jpeg"}',
  ',"mediaType":"image/webp"}',
  ',{"id":',
  '],"consents":[{"id":',
  ...CONSENTS.flatMap(([purpose, categories]) =>
    ['true', 'false'].map(
      (granted) =>
        `,"purpose":"${purpose}","granted":${granted},"dataCategories":[${categories}],"textHash":`,
    ),
  ),
  ',"textVersion":"2026-11-22","language":"vi","givenBy":"self","method":"signature","at":',
  ',"textVersion":"2026-11-22","language":"en","givenBy":"self","method":"signature","at":',
  ',"textVersion":"2026-11-22","language":"vi","givenBy":"',
  ',"textVersion":"2026-11-22","language":"en","givenBy":"',
  ',"textVersion":"',
  '","language":"vi","givenBy":"',
  '","language":"en","givenBy":"',
  ...['self', 'parent', 'guardian', 'authorised'].map((giver) => `${giver}","method":"`),
  ...['tick', 'signature', 'thumbprint', 'witness'].map((method) => `${method}","at":`),
  '}],"provisionalReference":',
  ',"accountId":',
  ',"activationCodeHash":',
  ',"replaces":',
  ',"assistedBy":{"staffId":',
  ',"deviceId":',
  ',"commune":"',
  '"},"languages":{"reading":"vi","spoken":"vi"},"finishedAt":',
  '"},"languages":{"reading":"vi","spoken":"',
  '"},"languages":{"reading":"en","spoken":"',
  '"},"finishedAt":',
  '],"paper":"photographed"}',
  ',"at":',
  ',"witnessName":"',
  'Ủy ban nhân dân xã ',
  'UBND xã ',
  'Trạm y tế xã ',
  'Bệnh viện đa khoa ',
  'Công an tỉnh ',
  'Công an xã ',
];

const PAPERS = ['shown', 'at-home', 'none'];
const ALTERNATIVES = ['live-birth-certificate', 'witness-statement', 'birth-undertaking'];
const METHODS = ['signature', 'thumbprint', 'witness'];

/** All phrases, in the order in which they are numbered. */
export function phrases2(): readonly string[] {
  const questions = Object.values(QUESTIONS).flatMap((lines) => lines.trim().split('\n'));
  return [...new Set([...AROUND, ...questions.flatMap(phrasesOf)])];
}

function phrasesOf(line: string): string[] {
  const [type = '', id = '', ...words] = line.split(' ');
  const key = `,"${id}":`;
  const unknown = words.includes('?') ? [`${key}{"unknown":true}`] : [];
  switch (type) {
    case 'c':
      return ['true', 'false'].map((granted) => `}${key}{"granted":${granted},"at":`);
    case 'o':
      return [...words.filter((word) => word !== '?').map((word) => `${key}"${word}"`), ...unknown];
    case 't':
      return [`${key}"`, ...unknown];
    case 'd':
      return [`${key}{"year":`, ...unknown];
    case 'p':
      return [`${key}{"province":"38","commune":"`, ...unknown];
    case 'f':
      return [
        ...PAPERS.map((paper) => `${key}{"attachments":[],"paper":"${paper}"}`),
        `${key}{"attachments":[`,
        ...(id === 'document.birthProof' ? ALTERNATIVES : []).map(
          (alternative) => `${key}{"alternative":"${alternative}","attachments":[`,
        ),
      ];
    case 's':
      return METHODS.map((method) => `${key}{"method":"${method}","attachment":`);
    default:
      return [key];
  }
}
