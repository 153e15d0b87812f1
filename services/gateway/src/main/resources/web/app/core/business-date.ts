/** The business date: that on which the work window began. 00:30 on the 2nd belongs to the 1st. */
export function businessDate(at: number, timeZone: string, windowBegin: string): string {
  const local = wallClock(at, timeZone);
  return local.time >= windowBegin ? local.date : daysAfter(local.date, -1);
}

/** When a wall clock in a time zone shows a time of a date; to the minute, and to the hour on a night when clocks change. */
export function timeOf(date: string, time: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  const local = wallClock(asIfUtc, timeZone);
  return asIfUtc - (Date.parse(`${local.date}T${local.time}:00Z`) - asIfUtc);
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

const DAY_MILLIS = 86_400_000;

/** The date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** How many days the second date is after the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MILLIS);
}
