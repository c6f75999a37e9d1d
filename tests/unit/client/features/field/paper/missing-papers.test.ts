import { describe, expect, it } from 'vitest';
import {
  hasOpenQuestions,
  missingPapers,
  papersSaid,
} from '../../../../../../src/client/features/field/common/papers/papers-said.ts';
import { sayMissing } from '../../../../../../src/client/features/field/paper/bring/say-papers.ts';
import type { Answers } from '../../../../../../src/domain/procedure/contract/answers.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { vietnamese, vietnameseOf } from '../../../../../support/procedures/vietnamese.ts';

const TODAY = '2026-11-23';
const wedding = getCurrentProcedure('marriage-registration');
const paper = (where: 'photographed' | 'shown' | 'at-home' | 'none', more = {}) => ({
  paper: where,
  attachments: [],
  ...more,
});
const missing = (answers: Answers) => missingPapers(papersSaid(wedding, answers, TODAY));
const widower: Answers = {
  'groom.idKind': 'citizen-card',
  'bride.idKind': 'citizen-card',
  'groom.status': 'widowed',
};

describe('the papers of a wedding that are still missing', () => {
  it('are those that are needed and were not asked for yet', () => {
    expect(missing(widower).map(({ document, paper: said }) => [document.id, said])).toEqual([
      ['groom-id', undefined],
      ['bride-id', undefined],
      ['groom-status', undefined],
    ]);
  });

  it('are what lies at home and what is needed and not there, and nothing that was shown or photographed', () => {
    const said = missing({
      ...widower,
      'document.groomId': paper('shown'),
      'document.brideId': paper('at-home'),
      'document.groomStatus': paper('none'),
      'document.brideStatus': paper('none'),
    });
    expect(said.map(({ document, paper: where }) => [document.id, where])).toEqual([
      ['bride-id', 'at-home'],
      ['groom-status', 'none'],
    ]);
  });

  it('are none once all is there', () => {
    const shown = { 'document.groomId': paper('shown'), 'document.brideId': paper('photographed') };
    expect(missing({ ...widower, ...shown, 'document.groomStatus': paper('photographed') })).toEqual([]);
  });

  it('are fetched from home even where nobody needs them', () => {
    const said = missing({ 'groom.status': 'never', 'document.groomStatus': paper('at-home') });
    expect(said.find(({ document }) => document.id === 'groom-status')?.required).toBe(false);
  });
});

describe('a missing paper in words', () => {
  const t = vietnamese('paper');
  const words = vietnameseOf('marriage-registration');
  const say = (answers: Answers, id: string) => {
    const found = missing(answers).find(({ document }) => document.id === id);
    return found && sayMissing(found, t, words);
  };

  it('says why it is needed in the words of the procedure, and what may stand in for it', () => {
    const said = say(widower, 'groom-status');
    expect(said).toMatchObject({
      name: 'Giấy tờ về tình trạng hôn nhân của bên nam',
      state: 'Chưa hỏi đến giấy này',
      why: 'Đã ly hôn thì cần giấy của tòa án. Vợ đã mất thì cần trích lục khai tử.',
    });
    expect(said?.alternatives).toHaveLength(3);
  });

  it('names the one paper that was meant, and what to do where there is none', () => {
    const atHome = paper('at-home', { alternative: 'spouse-death-extract' });
    expect(say({ ...widower, 'document.groomStatus': atHome }, 'groom-status')?.alternatives).toHaveLength(1);
    expect(say({ ...widower, 'document.groomStatus': paper('none') }, 'groom-status')?.notes).toContain(
      'Hãy hỏi cán bộ xã cách làm giấy này.',
    );
  });

  it('is heard in the same words as it is read', () => {
    const said = say(widower, 'groom-status');
    const heard = said?.sentences.map(({ text }) => text) ?? [];
    expect(heard).toEqual([
      said?.name,
      said?.state,
      t('bring.oneOf'),
      ...(said?.alternatives ?? []),
      said?.why,
    ]);
  });
});

describe('a list that may still grow', () => {
  it('says so while questions are open', () => {
    expect(hasOpenQuestions(wedding, widower, TODAY)).toBe(true);
  });
});
