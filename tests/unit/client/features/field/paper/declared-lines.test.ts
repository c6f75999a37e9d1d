import { describe, expect, it } from 'vitest';
import { findDeclared } from '../../../../../../src/client/features/field/paper/declared/declared-lines.ts';
import type { Answers } from '../../../../../../src/domain/procedure/contract/answers.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { vietnamese } from '../../../../../support/procedures/vietnamese.ts';

const words = vietnamese('procedures/marriage-registration', 'procedures/shared', 'answers');
const names = { province: () => undefined, commune: () => undefined, country: () => undefined };
const answers: Answers = {
  'groom.name': 'Nguyễn Hoàng Thị Phương Ánh Nguyệt',
  'groom.idKind': 'citizen-card',
  'groom.nationalId': '038096000002',
  'groom.idIssuedOn': { unknown: true },
  'bride.name': 'Lò Thị Mẩy',
  'signature.groom': {
    method: 'signature',
    attachment: '0190a1b2-0000-7000-8000-000000000009',
    at: '2026-11-22T10:00:00Z',
  },
};
const declared = findDeclared(
  getCurrentProcedure('marriage-registration'),
  answers,
  '2026-11-23',
  words,
  names,
);
const line = (question: string) =>
  declared.steps.flatMap(({ lines }) => lines).find((one) => one.question === question);

describe('what was declared, on paper', () => {
  it('goes in the order of the form, under its headings', () => {
    const titles = declared.steps.map(({ title }) => title);
    expect(titles.indexOf('Bên nam')).toBeGreaterThanOrEqual(0);
    expect(titles.indexOf('Bên nữ')).toBeGreaterThan(titles.indexOf('Bên nam'));
  });

  it('shows numbers whole: somebody signs for them', () => {
    expect(line('groom.nationalId')?.said?.replaceAll(' ', '')).toBe('038096000002');
  });

  it('leaves a line for what is not known and what was not answered, and never guesses', () => {
    expect(line('groom.idIssuedOn')).toMatchObject({ said: undefined });
    expect(line('bride.birthDate')).toMatchObject({ said: undefined });
    expect(line('bride.name')?.said).toBe('Lò Thị Mẩy');
  });

  it('has a place for each of the two, with the name the form asked for, and no signature from the screen', () => {
    expect(declared.places.map(({ name }) => name)).toEqual([
      'Nguyễn Hoàng Thị Phương Ánh Nguyệt',
      'Lò Thị Mẩy',
    ]);
    expect(line('signature.groom')).toBeUndefined();
  });
});
