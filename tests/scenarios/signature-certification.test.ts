import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  inVillage,
  no,
  refuses,
  shows,
  signs,
  witnessSigns,
  yes,
} from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('signature-certification', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

/** An old woman lets her grandson fetch her pension. */
function grandmother(table: Interview): Interview {
  return table
    .asked('paper.kind', 'authorisation')
    .asked('paper.name', 'Giấy ủy quyền nhận lương hưu')
    .asked('paper.signed', no)
    .asked('signer.comes', yes)
    .asked('signer.name', 'Vi Thị Én')
    .asked('signer.sex', 'female')
    .asked('signer.birthDate', born(1948))
    .asked('signer.nationality', 'vietnam')
    .asked('signer.idKind', 'citizen-card')
    .asked('signer.nationalId', '038148000004')
    .asked('signer.idIssuedOn', born(2021))
    .asked('signer.residence', inVillage('bản Đôn'))
    .asked('signer.residenceKind', 'permanent');
}

describe('a grandmother who signs with her finger, and speaks Thái', () => {
  const table = grandmother(atTheTable())
    .asked('signing.way', 'thumbprint')
    .asked('signing.finger', 'right-index')
    .isNotAsked('signing.why', 'signing.witnessName')
    .asked('language.fluent', no)
    .asked('language.spoken', 'thai')
    .asked('interpreter.whose', 'own')
    .asked('interpreter.name', 'Hà Văn Thoán')
    .doesNotKnow('interpreter.nationalId')
    .askedInVain('visit.on', born(2026, 11, 27), 'visit-in-the-past')
    .asked('visit.on', born(2026, 11, 30));

  it('is ready to go to the commune with her card and the paper that nobody has signed', () => {
    table
      .asked('document.paperToSign', shows)
      .asked('document.signerId', shows)
      .asked('signature.requester', witnessSigns('Hà Văn Thoán'))
      .isAtTheEnd()
      .mayFinish();
  });

  it('the same day, for a fee that nobody has confirmed yet', () => {
    expect(table.evaluation.case).toMatchObject({
      limit: { kind: 'same-day', cutoff: '15:00' },
      fee: { kind: 'amount', dong: 10_000, confirmed: false },
      dong: 10_000,
    });
  });
});

describe('somebody who can neither sign nor give a thumbprint', () => {
  it('is told that it can be done all the same, with witnesses', () => {
    grandmother(atTheTable())
      .asked('signing.way', 'cannot')
      .isWarned('officer-writes-a-note')
      .isNotAsked('signing.finger')
      .asked('signing.why', 'Liệt hai tay.')
      .asked('signing.witnessName', 'Lò Văn Pản')
      .asked('signing.secondWitnessName', doesNotKnow)
      .asked('language.fluent', yes)
      .isNotAsked('language.spoken', 'interpreter.whose')
      .doesNotKnow('visit.on')
      .asked('document.paperToSign', shows)
      .asked('document.signerId', shows)
      .asked('signature.requester', signs)
      .mayFinish();
  });
});

it('somebody without an interpreter: staff are told to find one before that day', () => {
  grandmother(atTheTable())
    .asked('signing.way', 'sign')
    .asked('language.fluent', no)
    .asked('language.spoken', 'other')
    .asked('language.spokenOther', 'Tiếng Lào')
    .asked('interpreter.whose', 'appointed')
    .isWarned('interpreter-to-be-found')
    .isNotAsked('interpreter.name');
});

describe('what cannot be done this way', () => {
  it('somebody else signing for the signer: stopped, because it is signed before the officer', () => {
    atTheTable()
      .asked('paper.kind', 'statement')
      .asked('paper.name', 'Bản khai')
      .asked('paper.signed', no)
      .asked('signer.comes', no)
      .isStopped('signer-must-come');
  });

  it('land sold or given: stopped, and led to 2.001035', () => {
    atTheTable().asked('paper.kind', 'transaction').isStopped('property-transaction');
  });

  it('a paper signed at home: told to bring one that is not signed', () => {
    const table = atTheTable()
      .asked('paper.kind', 'statement')
      .asked('paper.name', 'Bản khai')
      .asked('paper.signed', yes)
      .isWarned('already-signed');
    expect(table.evaluation.stops).toEqual([]);
  });
});
