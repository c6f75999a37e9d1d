// @vitest-environment happy-dom
import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showLanguage, startTexts } from '../../../../src/client/i18n/i18n.ts';
import {
  countPackTexts,
  type PackText,
  reloadPackTexts,
  setPackSource,
} from '../../../../src/client/i18n/pack-texts.ts';
import { sayInVietnamese, shownLanguage, vietnameseSource } from '../../../../src/client/i18n/sentences.ts';

/* The words in this file are no words of any language: they stand where a translation would. */

const LANGUAGE = 'mtq-Latn-VN';
const SHARED = 'procedures/shared';
const text = (change: Partial<PackText>): PackText => ({
  phrase: 'interview:go.next',
  of: 'Tiếp',
  text: '‹next›',
  status: 'checked',
  ...change,
});

async function speak(...texts: readonly PackText[]): Promise<void> {
  setPackSource(async (language) => (language === LANGUAGE ? texts : []));
  await showLanguage(LANGUAGE);
  await reloadPackTexts(LANGUAGE);
}
const say = (key: string, ns = 'interview') => i18next.t(key, { ns });

beforeAll(async () => {
  await startTexts();
  await i18next.loadNamespaces(['interview', SHARED]);
});
afterEach(() => showLanguage('vi'));

describe('a language that is not whole', () => {
  it('says what its pack says, and Vietnamese phrase by phrase where it says nothing', async () => {
    await speak(text({ of: i18next.t('go.next', { ns: 'interview', lng: 'vi' }) }));
    expect(say('go.next')).toBe('‹next›');
    expect(say('go.back')).toBe(i18next.t('go.back', { ns: 'interview', lng: 'vi' }));
    expect(shownLanguage(LANGUAGE, 'interview:go.next')).toBe(LANGUAGE);
    expect(shownLanguage(LANGUAGE, 'interview:go.back')).toBe('vi');
  });

  it('a draft says of itself that it is one', async () => {
    await speak(text({ of: vietnameseSource('interview:go.next') ?? '', status: 'draft' }));
    expect(say('go.next')).toBe('‹next› (bản nháp)');
  });

  it('does not say what was translated of another sentence', async () => {
    await speak(text({ of: 'Đi tiếp' }));
    expect(say('go.next')).toBe(vietnameseSource('interview:go.next'));
  });

  it('a draft never serves for a consent; a checked one does', async () => {
    const phrase = `${SHARED}:consents.submit-dossier.title`;
    const of = vietnameseSource(phrase) ?? '';
    expect(of).not.toBe('');
    await speak(text({ phrase, of, text: '‹agree?›', status: 'draft' }));
    expect(say('consents.submit-dossier.title', SHARED)).toBe(of);
    expect(shownLanguage(LANGUAGE, phrase)).toBe('vi');
    await speak(text({ phrase, of, text: '‹agree?›', status: 'checked' }));
    expect(say('consents.submit-dossier.title', SHARED)).toBe('‹agree?›');
    expect(shownLanguage(LANGUAGE, phrase)).toBe(LANGUAGE);
  });

  it('is counted honestly', async () => {
    await speak(text({}), text({ phrase: 'interview:go.back', status: 'draft' }));
    expect(await countPackTexts(LANGUAGE)).toEqual({ draft: 1, checked: 1 });
    expect(await countPackTexts('hmn-Latn-VN')).toEqual({ draft: 0, checked: 0 });
  });

  it('keeps the Vietnamese sentence at hand for a Vietnamese voice', async () => {
    await speak(text({ of: vietnameseSource('interview:go.next') ?? '' }));
    expect(sayInVietnamese({ phrase: 'interview:go.next', text: '‹next›' })).toBe(
      vietnameseSource('interview:go.next'),
    );
    expect(sayInVietnamese({ text: 'Hà Thị Mẫu' })).toBe('Hà Thị Mẫu');
  });
});
