/** So much older than a minute is no forecast of now. */
const OLD_MILLIS = 5 * 60_000;

/** What there is to show: a forecast of now, an old one of a night that is over, or none because nobody has worked. */
export type Forecast = 'present' | 'old' | 'none';

export function forecast(plan: { plannedAt: string | null; wagePerCall: { amount: number } | null }, now: number): Forecast {
  if (!plan.wagePerCall || !plan.plannedAt) {
    return 'none';
  }
  return now - Date.parse(plan.plannedAt) > OLD_MILLIS ? 'old' : 'present';
}
