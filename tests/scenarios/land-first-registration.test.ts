import { describe, expect, it } from 'vitest';
import { getCurrentProcedure } from '../../src/procedures/catalogue.ts';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  hasNone,
  inVillage,
  no,
  photographs,
  refuses,
  shows,
  signs,
  yes,
} from './said.ts';

function atTheTable(): Interview {
  return new Interview('land-first-registration', '2026-11-28')
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .passes('land.prepared');
}

const withoutCertificate = (users: string) =>
  atTheTable().asked('land.certified', no).asked('land.users', users);

function theUser(table: Interview): Interview {
  return table
    .asked('user.name', 'Hà Văn Thoán')
    .asked('user.sex', 'male')
    .asked('user.birthDate', born(1996, 2, 3))
    .asked('user.idKind', 'identity-card')
    .asked('user.nationalId', '038096000002')
    .asked('user.residence', inVillage('bản Đôn'));
}

function plot(table: Interview, number: number, origin: string, dispute = no): Interview {
  return table
    .asked(`plot.place.${number}`, inVillage('bản Đôn'))
    .doesNotKnow(`plot.number.${number}`)
    .doesNotKnow(`plot.sheet.${number}`)
    .asked(`plot.area.${number}`, 412.5)
    .asked(`plot.purpose.${number}`, 'house')
    .asked(`plot.origin.${number}`, origin)
    .asked(`plot.since.${number}`, born(1985))
    .asked(`plot.dispute.${number}`, dispute)
    .asked(`plot.building.${number}`, no);
}

const wishes = (table: Interview, papers: string) =>
  table
    .asked('request.wish', 'certificate')
    .asked('land.papers', papers)
    .asked('land.mapExtract', doesNotKnow)
    .asked('land.paid', no)
    .asked('result.way', 'paper');

describe('a couple with the plot the grandparents left, and one they cleared', () => {
  const table = theUser(withoutCertificate('several'))
    .asked('coUser.number', 1)
    .asked('coUser.name.1', 'Lò Thị Mẩy')
    .asked('coUser.sex.1', 'female')
    .asked('coUser.birthDate.1', born(1999))
    .asked('coUser.idKind.1', 'identity-card')
    .asked('coUser.nationalId.1', '038199000001')
    .asked('coUser.residence.1', inVillage('bản Đôn'))
    .asked('plot.count', 2);
  wishes(plot(plot(table, 1, 'inherited'), 2, 'cleared'), yes)
    .asked('document.landPapers', photographs('allocation-paper'))
    .asked('document.inheritance', hasNone)
    .asked('document.userId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('has prepared every plot and every user, and the dossier may be looked at', () => {
    table.mayFinish();
    expect(table.evaluation.submission).toMatchObject({
      'plot.origin.1': 'inherited',
      'plot.origin.2': 'cleared',
      'coUser.name.1': 'Lò Thị Mẩy',
    });
  });

  it('hears that this only prepares, and that nobody has confirmed limit and fee', () => {
    expect(getCurrentProcedure('land-first-registration').reach).toBe('prepare');
    expect(table.evaluation.case).toMatchObject({
      limit: { kind: 'working-days', days: 30, confirmed: false },
      fee: { kind: 'province-table', confirmed: false },
    });
  });

  it('is not asked about an inheritance where no plot was inherited or given', () => {
    table.goesBackTo('plot.origin.1').asked('plot.origin.1', 'bought').isNotAsked('document.inheritance');
  });
});

it('land used by one person asks for no others, and without old papers it is still prepared', () => {
  const table = plot(
    theUser(withoutCertificate('one')).isNotAsked('coUser.number').asked('plot.count', 1),
    1,
    'cleared',
  );
  wishes(table, no)
    .isWarned('no-land-papers')
    .isNotAsked('document.landPapers', 'document.inheritance')
    .asked('document.userId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd()
    .mayFinish();
});

it('a dispute is named beside the plot it is about, and beside no other', () => {
  const table = theUser(withoutCertificate('one')).asked('plot.count', 2);
  plot(plot(table, 1, 'inherited'), 2, 'cleared', yes).isWarned('plot-in-dispute');
  const disputed = table.evaluation.problems.filter(({ code }) => code === 'plot-in-dispute');
  expect(disputed.map(({ question }) => question)).toEqual(['plot.dispute.2']);
});

it('the land has a certificate already: stopped, and told about corrections', () => {
  atTheTable().asked('land.certified', yes).isStopped('already-certified');
});

it('nobody is sure about a certificate: warned to have it looked up before filing', () => {
  atTheTable().asked('land.certified', 'unsure').isWarned('certified-unsure');
});

it('an organisation: stopped, because it needs other papers', () => {
  withoutCertificate('organisation').isStopped('organisation');
});
