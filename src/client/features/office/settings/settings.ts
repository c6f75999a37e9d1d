import type * as z from 'zod';
import type { Settings as SettingsShape } from '../../../../contract/operations/office.ts';

export type Settings = z.infer<typeof SettingsShape>;
