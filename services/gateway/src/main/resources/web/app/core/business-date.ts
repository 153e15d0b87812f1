const DAY_MILLIS = 86_400_000;
const MINUTE_MILLIS = 60_000;

/** The business date: that on which the work window began. 00:30 on the 2nd belongs to the 1st. */
export function businessDate(at: number, timeZone: string, windowBegin: string): string {
  const local = wallClock(at, timeZone);
  return local.time >= windowBegin ? local.date : daysAfter(local.date, -1);
}

/** When a wall clock in a time zone shows a time of a date. */
export function timeOf(date: string, time: string, timeZone: string): number {
  return momentOf(`${date}T${time}`, timeZone).getTime();
}

/**
 * When a wall clock in a time zone shows this: whoever fills in a form means the clock of the region, not that of the browser. On a night when
 * clocks change, of a time that comes twice it is the first; one that is left out counts as if the clock had not been changed yet.
 *
 * @param local as a field for a date with a time has it: 2026-11-20T21:00, with or without seconds
 */
export function momentOf(local: string, timeZone: string): Date {
  const shown = Date.parse(`${local}Z`);
  const before = shown - ahead(shown - DAY_MILLIS, timeZone);
  const after = shown - ahead(shown + DAY_MILLIS, timeZone);
  const right = [before, after].filter((at) => at + ahead(at, timeZone) === shown);
  return new Date(right.length ? Math.min(...right) : before);
}

/** How far a wall clock in a time zone is ahead of UTC at a moment, in milliseconds. */
function ahead(at: number, timeZone: string): number {
  const minute = Math.floor(at / MINUTE_MILLIS) * MINUTE_MILLIS;
  const { date, time } = wallClock(minute, timeZone);
  return Date.parse(`${date}T${time}:00Z`) - minute;
}

function wallClock(at: number, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** How many days the second date is after the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MILLIS);
}
