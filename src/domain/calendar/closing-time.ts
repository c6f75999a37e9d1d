const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Until when a dossier is taken that is answered the same day: an office that had closed by then would be late at once. */
const LAST_SAME_DAY = '15:00';

/** Whether an office can close at this time of day (`HH:MM`); 5:00 is a slip for 17:00. */
export function isClosingTime(text: string): boolean {
  return CLOCK.test(text) && text > LAST_SAME_DAY;
}
