import type { AnswerValue } from '../../src/domain/procedure/contract/answers.ts';

/** What people say and do at the table, as answers. */
export const yes = 'yes';
export const no = 'no';
export const doesNotKnow = { unknown: true } as const;

const at = '2026-11-22T09:10:00+07:00';
export const agrees = { granted: true, at } as const;
export const refuses = { granted: false, at } as const;

export const born = (year: number, month?: number, day?: number) => ({
  year,
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
});

export const inVillage = (village: string, commune = '14956') => ({ province: '38', commune, village });

const picture = (n: number) => `01934c5e-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const photographs = (alternative?: string): AnswerValue => ({
  ...(alternative === undefined ? {} : { alternative }),
  attachments: [picture(1), picture(2)],
  paper: 'photographed',
});
export const shows: AnswerValue = { attachments: [], paper: 'shown' };
export const leftAtHome: AnswerValue = { attachments: [], paper: 'at-home' };
export const hasNone: AnswerValue = { attachments: [], paper: 'none' };

export const signs: AnswerValue = { method: 'signature', attachment: picture(3), at };
export const givesThumbprint: AnswerValue = { method: 'thumbprint', attachment: picture(4), at };
export const witnessSigns = (witnessName?: string): AnswerValue => ({
  method: 'witness',
  attachment: picture(5),
  ...(witnessName === undefined ? {} : { witnessName }),
  at,
});
