import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, doesNotKnow, inVillage, leftAtHome, refuses, shows, signs } from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('certified-copy', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

/** One paper after the other, each in good condition. */
function papers(table: Interview, ...all: [name: string, pages: number, copies: number][]): Interview {
  table.asked('papers.number', all.length);
  for (const [index, [name, pages, copies]] of all.entries()) {
    table
      .asked(`paper.name.${index + 1}`, name)
      .asked(`paper.state.${index + 1}`, 'good')
      .asked(`paper.pages.${index + 1}`, pages)
      .asked(`paper.copies.${index + 1}`, copies);
  }
  return table;
}

const feeFor = (...all: [name: string, pages: number, copies: number][]) =>
  papers(atTheTable().asked('originals.have', 'all'), ...all).evaluation.case?.dong;

describe('what the copies cost (Circular 226/2016)', () => {
  it.each([
    ['one page', 1, 1, 2_000],
    ['two pages', 2, 1, 4_000],
    ['three pages: the third costs less', 3, 1, 5_000],
    ['two copies of three pages', 3, 2, 10_000],
    ['198 pages: the most that a copy may cost', 198, 1, 200_000],
    ['a whole book: no more than that', 500, 1, 200_000],
    ['three copies of a whole book', 500, 3, 600_000],
  ])('%s', (_, pages, copies, dong) => {
    expect(feeFor(['Giấy', pages, copies])).toBe(dong);
  });

  it('several papers are added up', () => {
    expect(feeFor(['Bằng tốt nghiệp', 2, 2], ['Học bạ', 12, 1], ['Thẻ căn cước', 2, 3])).toBe(34_000);
  });

  it('no sum is said while a paper is still without its pages', () => {
    const table = papers(atTheTable().asked('originals.have', 'all'), ['Bằng tốt nghiệp', 2, 2]);
    table.goesBackTo('papers.number').asked('papers.number', 2);
    expect(table.evaluation.case?.dong).toBeUndefined();
  });
});

describe('a diploma to be copied, prepared in the village', () => {
  const table = papers(atTheTable().asked('originals.have', 'some').isWarned('only-with-original'), [
    'Bằng tốt nghiệp',
    2,
    2,
  ])
    .asked('owner.name', 'Hà Văn Thoán')
    .asked('owner.sex', 'male')
    .asked('owner.birthDate', born(1996, 2, 3))
    .asked('owner.nationality', 'vietnam')
    .asked('owner.idKind', 'citizen-card')
    .asked('owner.nationalId', '038096000002')
    .asked('owner.idIssuedOn', doesNotKnow)
    .asked('owner.residence', inVillage('bản Đôn'))
    .asked('owner.residenceKind', 'permanent')
    .asked('requester.relation', 'other')
    .asked('requester.name', 'Lò Thị Mẩy');

  it('the day at the commune lies ahead, and the originals have to be taken along', () => {
    table
      .askedInVain('visit.on', born(2026, 11, 27), 'visit-in-the-past')
      .asked('visit.on', born(2026, 12, 1))
      .asked('document.originals', leftAtHome)
      .isWarned('document-at-home')
      .goesBackTo('document.originals')
      .asked('document.originals', shows)
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });

  it('sends what each paper costs, as the office would reckon it', () => {
    expect(table.evaluation.submission).toMatchObject({ 'paper.fee.1': 8_000 });
  });
});

describe('what the commune does not certify', () => {
  it('no original at all: stopped, and told where copies of lost papers come from', () => {
    atTheTable().asked('originals.have', 'none').isStopped('no-original');
  });

  it.each([
    ['a torn paper', 'damaged'],
    ['a paper with something erased', 'erased'],
    ['a paper stamped secret', 'secret'],
  ])('%s: said beside that paper, and the others may stay', (_, state) => {
    const table = papers(atTheTable().asked('originals.have', 'all'), ['Học bạ', 2, 1], ['Giấy cũ', 2, 1]);
    table.goesBackTo('paper.state.2').askedInVain('paper.state.2', state, `paper-${state}`);
    expect(table.evaluation.problems.map((one) => one.question)).toEqual(['paper.state.2']);
    table.goesBackTo('papers.number').asked('papers.number', 1);
    expect(table.evaluation.problems).toEqual([]);
  });
});
