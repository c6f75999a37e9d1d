import { groupThousands } from '../../../i18n/formats.ts';
import type { HowMany } from './known-voices.ts';

/** Numbers as the sentences under `progress` name them. */
export function sayMany({ voiced, all }: HowMany): Readonly<Record<'voiced' | 'all', string>> {
  return { voiced: groupThousands(voiced), all: groupThousands(all) };
}
