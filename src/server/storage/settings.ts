import { DevicePolicy, defaultDevicePolicy } from '../../contract/down/device-policy.ts';
import { Settings } from '../../contract/operations/office.ts';
import { defaultCalendar } from '../../domain/calendar/working-days.ts';
import { AnswerTimes, defaultAnswerTimes } from '../../domain/problem/answer-time.ts';
import type { DbOrTrx, Trx } from './connection.ts';

const KEY = 'office';

/**
 * Until an administrator saves others: the province's own code (the communes' codes since the merger are not known)
 * and the calendar that ships with the app, both marked as unconfirmed where they are.
 */
const DEFAULTS: Settings = {
  unitCode: { value: '000.00.00.H56', confirmed: false },
  closingTime: defaultCalendar.closingTime,
  years: defaultCalendar.years,
  tablets: defaultDevicePolicy,
  activation: { days: 90, confirmed: false },
  answerTimes: defaultAnswerTimes,
};

/** What earlier versions stored says nothing of tablets, of codes, or of problems from the field. */
const StoredSettings = Settings.extend({
  tablets: DevicePolicy.default(defaultDevicePolicy),
  activation: Settings.shape.activation.default(DEFAULTS.activation),
  answerTimes: AnswerTimes.default(defaultAnswerTimes),
});

export async function getOfficeSettings(db: DbOrTrx): Promise<Settings> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return row === undefined ? DEFAULTS : StoredSettings.parse(row.value);
}

export async function saveOfficeSettings(trx: Trx, settings: Settings, now: Date): Promise<void> {
  const value = JSON.stringify(settings);
  await trx
    .insertInto('settings')
    .values({ key: KEY, value, updated_at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, updated_at: now }))
    .execute();
}
