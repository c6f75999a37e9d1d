import { describe, expect, it } from 'vitest';
import { type KnownOffer, listOffered } from '../../../../src/client/procedures/list-offered.ts';
import type { OfficeNews } from '../../../../src/client/storage/model.ts';

const TODAY = '2026-11-23';
const known = (id: string, version: number, more: Partial<KnownOffer> = {}): KnownOffer => ({
  id,
  version,
  lifeEvents: [],
  reach: 'file',
  name: id,
  purpose: '',
  keywords: '',
  ...more,
});

type Said = Extract<OfficeNews['change'], { kind: 'catalogue' }>['procedures'][number];
const news = (...procedures: Said[]): readonly OfficeNews['change'][] => [
  { kind: 'catalogue', cursor: 1, procedures, languagePacks: [] },
];
const list = (...of: Parameters<typeof listOffered>) =>
  listOffered(...of).map(({ id, version, state }) => `${id} ${version} ${state}`);

describe('what can be begun', () => {
  it('is the newest version of each, before the office has said anything, by name', () => {
    expect(list([known('tree', 1), known('tree', 2), known('birth', 1)], [], TODAY)).toEqual([
      'birth 1 offered',
      'tree 2 offered',
    ]);
  });

  it('is the version that the office calls current, where this tablet has it', () => {
    const said = news(
      { id: 'tree', version: 1, state: 'current' },
      { id: 'tree', version: 2, state: 'superseded' },
    );
    expect(list([known('tree', 1), known('tree', 2)], said, TODAY)).toEqual(['tree 1 offered']);
  });

  it('is the one before, while the current one has not reached this tablet', () => {
    const said = news(
      { id: 'tree', version: 1, state: 'superseded' },
      { id: 'tree', version: 2, state: 'current' },
    );
    expect(list([known('tree', 1)], said, TODAY)).toEqual(['tree 1 offered']);
  });

  it('stays readable when the office takes no more of it, in any version', () => {
    const said = news(
      { id: 'tree', version: 1, state: 'superseded' },
      { id: 'tree', version: 2, state: 'retired' },
    );
    expect(list([known('tree', 1), known('tree', 2)], said, TODAY)).toEqual(['tree 2 retired']);
  });

  it('is the one before, where the newest was withdrawn, and nothing where none is left', () => {
    const versions = [known('tree', 1), known('tree', 2)];
    const back = news(
      { id: 'tree', version: 1, state: 'current' },
      { id: 'tree', version: 2, state: 'withdrawn' },
    );
    expect(list(versions, back, TODAY)).toEqual(['tree 1 offered']);
    const none = news(
      { id: 'tree', version: 1, state: 'superseded' },
      { id: 'tree', version: 2, state: 'withdrawn' },
    );
    expect(list(versions, none, TODAY)).toEqual(['tree 1 offered']);
    expect(list(versions.slice(1), none, TODAY)).toEqual(['tree 2 retired']);
  });

  it('is the next one when only an old version ended', () => {
    const said = news(
      { id: 'tree', version: 1, state: 'retired' },
      { id: 'tree', version: 2, state: 'current' },
    );
    expect(list([known('tree', 1), known('tree', 2)], said, TODAY)).toEqual(['tree 2 offered']);
  });

  it('is no version outside its dates: later ones wait, ended ones stay readable', () => {
    const versions = [
      known('tree', 1, { validTo: '2026-12-31' }),
      known('tree', 2, { validFrom: '2027-01-01', validTo: '2027-06-30' }),
    ];
    expect(list(versions, [], '2026-12-31')).toEqual(['tree 1 offered']);
    expect(list(versions, [], '2027-01-01')).toEqual(['tree 2 offered']);
    expect(list(versions, [], '2027-07-01')).toEqual(['tree 2 retired']);
    expect(list(versions.slice(1), [], '2026-12-31')).toEqual([]);
  });
});
