import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  inVillage,
  leftAtHome,
  photographs,
  refuses,
  shows,
  signs,
} from './said.ts';

const today = '2026-11-28';

function atTheTable(kind = 'move', ethnicity = true): Interview {
  return new Interview('permanent-residence', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', ethnicity ? agrees : refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', agrees)
    .asked('request.kind', kind);
}

function mover(table: Interview, birthDate = born(1994, 8, 20)): Interview {
  return table
    .asked('person.name', 'Lò Thị Mẩy')
    .asked('person.sex', 'female')
    .asked('person.birthDate', birthDate)
    .asked('person.residence', inVillage('bản Son', '14923'))
    .asked('person.nationalId', doesNotKnow)
    .asked('person.phone', '0912345678')
    .passes('person.email');
}

/** Moves into her parents-in-law's house; the old man is the head. */
function parentsInLaw(table: Interview): Interview {
  return table
    .asked('home.place', inVillage('bản Đôn'))
    .asked('home.owner', 'relatives')
    .asked('household.head', 'other')
    .asked('household.headName', 'Hà Văn Pản')
    .asked('household.headNationalId', '038061000003')
    .asked('household.relation', 'child-in-law');
}

const bringsHome = (table: Interview) => table.asked('document.homeProof', photographs('household-tie'));

describe('a woman who moves with two children to her parents-in-law', () => {
  const table = parentsInLaw(mover(atTheTable().asked('requester.relation', 'self')))
    .asked('household.agrees', 'yes')
    .asked('opinion.way', 'signature')
    .asked('members.number', 2)
    .asked('member.name.1', 'Hà Thị Xuân')
    .asked('member.birthDate.1', born(2019, 3, 1))
    .asked('member.sex.1', 'female')
    .asked('member.nationalId.1', '038319000007')
    .asked('member.relation.1', 'grandchild')
    .asked('member.name.2', 'Hà Văn Thu')
    .asked('member.birthDate.2', born(2022, 9, 12))
    .asked('member.sex.2', 'male')
    .doesNotKnow('member.nationalId.2')
    .asked('member.relation.2', 'grandchild');

  it('in person for 20,000 đồng, online for 10,000, within days that nobody has confirmed yet', () => {
    table.asked('filing.way', 'direct').asked('fee.exemption', 'none');
    expect(table.evaluation.case).toMatchObject({
      id: 'direct',
      dong: 20_000,
      fee: { confirmed: true },
      limit: { kind: 'working-days', days: 7, confirmed: false },
    });
    table.goesBackTo('filing.way').asked('filing.way', 'online');
    expect(table.evaluation.case).toMatchObject({ id: 'online', dong: 10_000 });
  });

  it('a poor household pays nothing, which the police are to confirm', () => {
    table.goesBackTo('fee.exemption').asked('fee.exemption', 'poor');
    expect(table.evaluation.case).toMatchObject({ id: 'exempt', fee: { kind: 'free', confirmed: false } });
  });

  it('the head of the household signs the form, which may be done at home', () => {
    bringsHome(table)
      .asked('document.headOpinion', leftAtHome)
      .isNotAsked('document.parentOpinion', 'document.authorisation')
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });

  it('a boy whose number was given for a girl is looked at again, beside his own name', () => {
    const looked = table.goesBackTo('member.nationalId.2').asked('member.nationalId.2', '038322000007');
    expect(looked.evaluation.problems).toContainEqual(
      expect.objectContaining({ question: 'member.nationalId.2', code: 'id-sex-differs' }),
    );
  });
});

describe('a house of one’s own', () => {
  it('asks nobody for an opinion', () => {
    const table = mover(atTheTable().asked('requester.relation', 'self'))
      .asked('home.place', inVillage('bản Đôn'))
      .asked('home.owner', 'self')
      .asked('household.head', 'self')
      .isNotAsked('household.headName', 'household.agrees', 'opinion.way')
      .asked('members.number', 0)
      .isNotAsked('member.name.1')
      .asked('filing.way', 'direct')
      .asked('fee.exemption', 'none')
      .asked('document.homeProof', photographs('dwelling-paper'))
      .asked('signature.requester', signs);
    table.isAtTheEnd().mayFinish();
  });

  it('where the ethnic group may not be recorded, no exemption that tells it is offered', () => {
    const offered = (table: Interview) =>
      table.evaluation.steps
        .flatMap((step) => step.questions)
        .find(({ question }) => question.id === 'fee.exemption')?.offered;
    expect(offered(atTheTable('move', false))).not.toContain('minority');
    expect(offered(atTheTable())).toContain('minority');
  });
});

describe('a boy of 16 who moves to his uncle', () => {
  const boy = () => mover(atTheTable().asked('requester.relation', 'self'), born(2010, 5, 1));

  it('his parents write their opinion into the form', () => {
    const table = boy().asked('parents.agree', 'not-yet').isWarned('parents-not-asked');
    expect(table.evaluation.missing).toContain('document.parentOpinion');
  });

  it('his parents do not agree: stopped, the draft is kept', () => {
    boy().asked('parents.agree', 'no').isStopped('parents-refuse');
  });

  it('a guardian who files for him is not asked for their own opinion, and goes for no grown-up', () => {
    const guardian = atTheTable().asked('requester.relation', 'guardian').goesBackTo('person.birthDate');
    guardian
      .askedInVain('person.birthDate', born(2008, 11, 28), 'parent-of-adult')
      .asked('person.birthDate', born(2010, 5, 1))
      .isNotAsked('parents.agree')
      .goesBackTo('document.parentOpinion');
  });

  it('only the year is known, and he may be 18 or not: staff are to look', () => {
    mover(atTheTable().asked('requester.relation', 'self'), born(2008))
      .isWarned('age-unclear')
      .isNotAsked('parents.agree');
  });
});

describe('what cannot be registered here', () => {
  it.each([
    ['a stay of some months: led to temporary residence', 'for-a-time', 'only-for-a-time'],
    ['a household split: another procedure of the police', 'split', 'split-household'],
    ['a residence removed: led to 1.003197', 'remove', 'removal-asked'],
  ])('%s', (_, kind, reason) => {
    atTheTable(kind).isStopped(reason);
  });

  it('a head of the household who does not agree: stopped, until they have talked', () => {
    parentsInLaw(mover(atTheTable().asked('requester.relation', 'self')))
      .asked('household.agrees', 'no')
      .isStopped('household-refuses')
      .goesBackTo('household.agrees')
      .asked('household.agrees', 'not-yet')
      .isWarned('household-not-asked');
  });
});

it('somebody authorised brings the paper that says so', () => {
  const table = atTheTable()
    .asked('requester.relation', 'authorised')
    .asked('requester.name', 'Vi Văn Y')
    .asked('requester.sex', 'male')
    .asked('requester.birthDate', born(1980))
    .asked('requester.idKind', 'none')
    .isWarned('requester-without-id')
    .asked('requester.residence', inVillage('bản Đôn'))
    .asked('requester.residenceKind', 'permanent');
  expect(table.evaluation.missing).toContain('document.authorisation');
  table.goesBackTo('document.authorisation').asked('document.authorisation', shows);
});
