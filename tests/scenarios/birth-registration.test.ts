import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  givesThumbprint,
  hasNone,
  inVillage,
  leftAtHome,
  no,
  photographs,
  refuses,
  shows,
  signs,
  witnessSigns,
  yes,
} from './said.ts';

const today = '2026-11-22';

/** Everything agreed to: the interview stands at the first question about the requester. */
function atTheTable(): Interview {
  return new Interview('birth-registration', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', agrees)
    .asked('consent.thumbprint', agrees)
    .asked('consent.contact', agrees);
}

function motherAsks(table: Interview): Interview {
  return table
    .asked('requester.relation', 'mother')
    .isNotAsked('requester.name', 'requester.agreedWithParents')
    .asked('requester.idKind', 'identity-card')
    .asked('requester.idIssuedOn', born(2023, 5, 4))
    .asked('requester.phone', '0912 345 678');
}

function theChild(table: Interview, ...[year, month, day]: [number, number, number]): Interview {
  return table
    .asked('child.name', 'Bùi Thị Mẩy')
    .asked('child.sex', 'female')
    .asked('child.birthDate', born(year, month, day));
}

function theMother(table: Interview): Interview {
  return table
    .asked('mother.nationality', 'vietnam')
    .asked('mother.name', 'Bùi Thị Mậu')
    .asked('mother.birthDate', born(1999))
    .asked('mother.nationalId', '038 199 000001')
    .asked('mother.ethnicity', 'Mường')
    .asked('mother.residence', inVillage('bản Đôn'))
    .asked('mother.residenceKind', 'permanent');
}

function copiesAndResult(table: Interview): Interview {
  return table.asked('copies.wanted', yes).asked('copies.number', 2).asked('result.way', 'paper');
}

describe('a birth on time, in the health station', () => {
  const table = theChild(motherAsks(atTheTable()), 2026, 11, 1)
    .isNotAsked('child.registeredBefore', 'fee.exemption')
    .asked('child.situation', 'usual')
    .asked('child.nationality', 'vietnam')
    .asked('birth.setting', 'health-facility')
    .asked('birth.place', inVillage('Trạm y tế xã'))
    .asked('birth.certificate', yes)
    .isNotAsked('birth.time', 'birth.witnessed');
  theMother(table)
    .asked('parents.married', yes)
    .asked('marriage.atHand', yes)
    .asked('marriage.number', '15/2021')
    .doesNotKnow('marriage.book')
    .asked('marriage.issuedOn', born(2021, 3))
    .asked('marriage.issuedBy', 'Ủy ban nhân dân xã Thành Lâm')
    .asked('father.nationality', 'vietnam')
    .asked('father.name', 'Hà Văn Y')
    .asked('father.birthDate', born(1997, 2, 14))
    .asked('father.nationalId', '038097000002')
    .asked('father.ethnicity', 'Thái')
    .asked('father.sameResidence', yes)
    .asked('father.residenceKind', 'permanent')
    .asked('child.ethnicity', 'Thái')
    .asked('child.origin', inVillage('bản Đôn'))
    .asked('household.head', 'other')
    .asked('household.headName', 'Hà Văn Tợ')
    .doesNotKnow('household.headNationalId')
    .asked('household.relation', 'grandchild');
  copiesAndResult(table)
    .asked('document.birthProof', photographs('live-birth-certificate'))
    .asked('document.requesterId', shows)
    .asked('document.marriage', leftAtHome)
    .asked('signature.requester', signs)
    .isAtTheEnd()
    .mayFinish();

  it('is free, the same day, with the last day on time 60 days after the birth', () => {
    expect(table.evaluation.case).toMatchObject({
      id: 'on-time',
      fee: { kind: 'free' },
      limit: { kind: 'same-day', cutoff: '15:00' },
    });
    expect(table.evaluation.filingDeadlines).toMatchObject([{ lastDay: '2026-12-31', overdueDays: 0 }]);
  });

  it('leaves every step done and every needed paper in hand', () => {
    expect(table.evaluation.steps.map((step) => [step.step.id, step.state])).toEqual(
      table.evaluation.steps.map((step) => [step.step.id, 'done']),
    );
    expect(table.evaluation.documents.filter((due) => due.required && !due.satisfied)).toEqual([]);
  });

  it('sends numbers without spaces and names in one form', () => {
    expect(table.evaluation.submission['mother.nationalId']).toBe('038199000001');
    expect(table.evaluation.submission['requester.phone']).toBe('0912345678');
  });
});

describe('a home birth, reported late', () => {
  const table = theChild(motherAsks(atTheTable()), 2026, 3, 15)
    .isWarned('late-filing')
    .asked('child.registeredBefore', no)
    .isNotAsked('child.otherPapers')
    .asked('child.situation', 'usual')
    .asked('child.nationality', 'vietnam')
    .asked('birth.setting', 'home')
    .askedInVain('birth.place', { province: '38', commune: '14956' }, 'place-detail-missing')
    .asked('birth.place', inVillage('bản Son'))
    .asked('birth.certificate', no)
    .askedInVain('birth.time', '25:10', 'time-not-valid')
    .asked('birth.time', '03:40')
    .asked('birth.witnessed', no);
  theMother(table)
    .asked('parents.married', yes)
    .asked('marriage.atHand', no)
    .isNotAsked('marriage.number')
    .asked('father.nationality', 'vietnam')
    .asked('father.name', 'Hà Văn Y')
    .doesNotKnow('father.birthDate')
    .doesNotKnow('father.nationalId')
    .asked('father.ethnicity', 'Mường')
    .asked('father.sameResidence', no)
    .doesNotKnow('father.residence')
    .doesNotKnow('father.residenceKind')
    .asked('child.ethnicity', 'Mường')
    .doesNotKnow('child.origin')
    .asked('household.head', 'father');

  it('has no case until the family says whether it is exempt from the fee', () => {
    expect(table.evaluation.case).toBeUndefined();
    expect(table.evaluation.filingDeadlines).toMatchObject([{ lastDay: '2026-05-14', overdueDays: 192 }]);
    table.asked('fee.exemption', 'none');
    expect(table.evaluation.case).toMatchObject({
      id: 'late',
      fee: { kind: 'province-table', confirmed: false },
    });
    expect(table.evaluation.case?.why).toEqual({ key: 'case-late', params: { days: 252 } });
    table.goesBackTo('fee.exemption').asked('fee.exemption', 'poor');
    expect(table.evaluation.case).toMatchObject({ id: 'late-free', fee: { kind: 'free' } });
  });

  it('takes the written declaration, and no paper that was said not to exist', () => {
    copiesAndResult(table)
      .askedInVain('document.birthProof', photographs('live-birth-certificate'), 'no-live-birth-certificate')
      .askedInVain('document.birthProof', photographs('witness-statement'), 'no-birth-witness')
      .askedInVain('document.birthProof', hasNone, 'document-missing')
      .asked('document.birthProof', photographs('birth-undertaking'))
      .asked('document.requesterId', shows)
      .asked('document.marriage', hasNone)
      .askedInVain('signature.requester', witnessSigns(), 'witness-name-missing')
      .asked('signature.requester', witnessSigns('Lò Thị Sơn'))
      .isAtTheEnd()
      .mayFinish();
  });
});

describe('a child whose father is not declared', () => {
  const table = theChild(motherAsks(atTheTable()), 2026, 11, 1)
    .asked('child.situation', 'usual')
    .asked('child.nationality', 'vietnam')
    .asked('birth.setting', 'health-facility')
    .asked('birth.place', inVillage('Bệnh viện', '14923'))
    .asked('birth.certificate', yes);
  theMother(table).asked('parents.married', no).asked('father.declared', 'leave-empty');

  it('asks nothing about the father, and says what the child takes from the mother', () => {
    table
      .isWarned('father-left-empty')
      .isNotAsked('father.name', 'father.nationalId', 'marriage.atHand', 'document.marriage')
      .asked('child.ethnicity', 'Mường')
      .asked('child.origin', inVillage('bản Đôn'))
      .asked('household.head', 'mother');
    copiesAndResult(table)
      .asked('document.birthProof', photographs('live-birth-certificate'))
      .asked('document.requesterId', shows)
      .asked('signature.requester', givesThumbprint)
      .isAtTheEnd()
      .mayFinish();
  });

  it('keeps what was said about a father in the draft, and out of the dossier', () => {
    const changed = table
      .goesBackTo('parents.married')
      .asked('parents.married', yes)
      .goesBackTo('father.name');
    changed.asked('father.name', 'Hà Văn Y').goesBackTo('parents.married').asked('parents.married', no);
    expect(changed.draft['father.name']).toBe('Hà Văn Y');
    expect(changed.evaluation.submission).not.toHaveProperty('father.name');
    changed.isNotAsked('father.name').mayFinish();
    changed.goesBackTo('parents.married').asked('parents.married', yes);
    expect(changed.evaluation.submission['father.name']).toBe('Hà Văn Y');
  });
});

describe('where another procedure is the right one', () => {
  const toTheParents = () =>
    theMother(
      theChild(motherAsks(atTheTable()), 2026, 11, 1)
        .asked('child.situation', 'usual')
        .asked('child.nationality', 'vietnam')
        .asked('birth.setting', 'home')
        .asked('birth.place', inVillage('bản Đôn'))
        .asked('birth.certificate', no)
        .asked('birth.time', doesNotKnow)
        .asked('birth.witnessed', yes)
        .asked('birth.witnessName', 'Vi Y')
        .passes('birth.secondWitnessName'),
    );

  it('a father who wants to recognise the child is led to 1.000689', () => {
    toTheParents()
      .asked('parents.married', no)
      .asked('father.declared', 'recognise')
      .isStopped('recognition-wanted');
  });

  it('a father from another country is led to another procedure', () => {
    toTheParents()
      .asked('parents.married', yes)
      .asked('marriage.atHand', no)
      .asked('father.nationality', 'other')
      .isStopped('foreign-father');
  });

  it('a birth once registered is not registered again', () => {
    theChild(motherAsks(atTheTable()), 2017, 2, 1)
      .asked('child.registeredBefore', yes)
      .isStopped('registered-before');
  });

  it('an older child with papers is pointed to 1.004772, and may go on', () => {
    const table = theChild(motherAsks(atTheTable()), 2017, 2, 1)
      .asked('child.registeredBefore', no)
      .asked('child.otherPapers', yes)
      .isWarned('older-child-with-papers');
    expect(table.evaluation.stops).toEqual([]);
  });
});

describe('somebody who goes for the parents', () => {
  const otherRequester = (table: Interview) =>
    table
      .asked('requester.name', 'Lò Văn Pản')
      .asked('requester.sex', 'male')
      .asked('requester.birthDate', born(1961))
      .asked('requester.ethnicity', 'Thái')
      .asked('requester.idKind', 'citizen-card')
      .asked('requester.nationalId', '038161000003')
      .isWarned('id-sex-differs')
      .asked('requester.idIssuedOn', doesNotKnow)
      .asked('requester.residence', inVillage('bản Đôn'))
      .asked('requester.residenceKind', 'permanent')
      .passes('requester.phone');

  it('an authorised person brings the written authorisation', () => {
    const table = otherRequester(atTheTable().asked('requester.relation', 'authorised'));
    const due = table.evaluation.documents.find((one) => one.document.id === 'authorisation');
    expect(due).toMatchObject({ required: true, satisfied: false, document: { portalRow: 5 } });
    expect(table.evaluation.missing).toContain('document.authorisation');
  });

  it('a grandparent brings none, but has agreed with the parents', () => {
    const table = atTheTable().asked('requester.relation', 'grandparent');
    table.asked('requester.agreedWithParents', 'not-yet').isStopped('parents-not-asked');
    otherRequester(table.goesBackTo('requester.agreedWithParents').asked('requester.agreedWithParents', yes));
    table.isNotAsked('document.authorisation');
    expect(table.evaluation.stops).toEqual([]);
  });

  it('an abandoned child has no parents to ask about, and the record is needed', () => {
    const table = otherRequester(atTheTable().asked('requester.relation', 'guardian'));
    theChild(table, 2026, 11, 1)
      .asked('child.situation', 'abandoned')
      .isWarned('abandoned-notice')
      .doesNotKnow('child.nationality')
      .isNotAsked('mother.name', 'parents.married', 'father.name', 'birth.place', 'document.birthProof');
    expect(table.evaluation.missing).toContain('document.abandonment');
  });
});

describe('answers that cannot both be right', () => {
  it('a mother does not report an abandoned child', () => {
    theChild(motherAsks(atTheTable()), 2026, 11, 1).askedInVain(
      'child.situation',
      'abandoned',
      'abandoned-but-parent-asks',
    );
  });

  it('a father does not report a birth that leaves the father out', () => {
    const table = theChild(
      atTheTable()
        .asked('requester.relation', 'father')
        .asked('requester.idKind', 'none')
        .passes('requester.phone'),
      2026,
      11,
      1,
    )
      .asked('child.situation', 'usual')
      .goesBackTo('parents.married')
      .asked('parents.married', no);
    table.askedInVain('father.declared', 'leave-empty', 'father-asks-but-left-empty');
    table.asked('father.declared', 'recognise').isStopped('recognition-wanted');
  });
});

describe('consent comes first', () => {
  it('nothing is sent without it', () => {
    new Interview('birth-registration', today)
      .asked('consent.submit', refuses)
      .isStopped('consent-submit-dossier');
    new Interview('birth-registration', today)
      .asked('consent.submit', agrees)
      .asked('consent.keepCopy', refuses)
      .isStopped('consent-keep-copy-on-tablet-until-synced');
  });

  it('who does not agree to the ethnic group or a call is not asked for them', () => {
    const table = new Interview('birth-registration', today)
      .asked('consent.submit', agrees)
      .asked('consent.keepCopy', agrees)
      .asked('consent.ethnicity', refuses)
      .asked('consent.thumbprint', refuses)
      .asked('consent.contact', refuses)
      .asked('requester.relation', 'mother')
      .asked('requester.idKind', 'none')
      .isWarned('requester-without-id')
      .isNotAsked('requester.phone', 'mother.ethnicity', 'child.ethnicity', 'document.requesterId');
    theChild(table, 2026, 11, 1)
      .asked('child.situation', 'usual')
      .goesBackTo('signature.requester')
      .askedInVain('signature.requester', givesThumbprint, 'thumbprint-not-agreed');
  });
});
