import type { Settings } from '../../contract/operations/office.ts';
import { isClosingTime } from '../../domain/calendar/closing-time.ts';
import { isUnitCode } from '../../domain/dossier/official-code.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../policies/reach.ts';
import { mayChangeSettings } from '../policies/settings.ts';
import { inTransaction } from '../storage/connection.ts';
import { deleteDraftBackups } from '../storage/draft-backups.ts';
import { appendAudit } from '../storage/journal.ts';
import { getOfficeSettings, saveOfficeSettings } from '../storage/settings.ts';

export type SaveSettingsOutcome =
  | { readonly kind: 'saved'; readonly settings: Settings }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'settings-invalid'; readonly detail: string };

/** Replaces the office's settings. Codes and dates already given stay as they were given. */
export async function saveSettings(deps: Deps, by: Actor, settings: Settings): Promise<SaveSettingsOutcome> {
  const verdict = mayChangeSettings(by);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: 'role' };
  const problem = settingsProblem(settings);
  if (problem !== undefined) return { kind: 'settings-invalid', detail: problem };

  const now = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const before = await getOfficeSettings(trx);
    await saveOfficeSettings(trx, settings, now);
    // A commune that keeps no drafts keeps none from this moment on.
    const deletedDrafts = settings.tablets.backups ? 0 : await deleteDraftBackups(trx);
    await appendAudit(trx, {
      at: now,
      staffId: by.staffId,
      deviceId: null,
      action: 'settings-saved',
      subject: 'office',
      detail: { before, after: settings, ...(deletedDrafts > 0 && { deletedDrafts }) },
    });
    return { kind: 'saved', settings };
  });
}

/** What no schema of single fields sees: days outside their year, a day both off and worked, a year twice. */
export function settingsProblem(settings: Settings): string | undefined {
  if (!isClosingTime(settings.closingTime)) return 'closingTime is no time of day after 15:00';
  if (!isUnitCode(settings.unitCode.value)) return 'unitCode is nothing that official codes may begin with';
  const { freeBytes, unsentDays } = settings.tablets.guard;
  if (freeBytes.warn < freeBytes.hold || unsentDays.warn > unsentDays.hold)
    return 'tablets hold before they warn';
  const years = settings.years.map(({ year }) => year);
  if (new Set(years).size !== years.length) return 'a year stands there twice';
  for (const { year, off, makeup } of settings.years) {
    const days = [...off, ...makeup].map(({ date }) => date);
    const strange = days.find((date) => !date.startsWith(`${year}-`));
    if (strange !== undefined) return `${strange} is not in ${year}`;
    if (new Set(days).size !== days.length) return `a day of ${year} stands there twice`;
    if (off.length > 100) return `${year} has more than 100 days off`;
  }
  return undefined;
}
