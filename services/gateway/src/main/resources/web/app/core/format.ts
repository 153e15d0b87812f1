import { language, t } from '../i18n/texts';
import { now } from './clock';

let zone: string | undefined;

/** Times are shown in the time zone of the region that a page is about, wherever the browser is. */
export function showTimesIn(timeZone: string) {
  zone = timeZone;
}

/** The zone in which times are shown; undefined for the browser's own. */
export function shownZone(): string | undefined {
  return zone;
}

export function clockTime(at: string | null | undefined, seconds = false, timeZone = zone): string {
  if (!at) {
    return '–';
  }
  return new Intl.DateTimeFormat(language(), {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(Date.parse(at));
}

export function dateTime(at: string | null | undefined, timeZone = zone): string {
  if (!at) {
    return '–';
  }
  return new Intl.DateTimeFormat(language(), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(at));
}

/** A moment by the clock on the wall, whatever the product's clock says: since when a process runs. */
export function realTime(at: string | null | undefined): string {
  return at ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(at)) : '–';
}

/** Seconds as 0:45, 12:05 or 1:02:03. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : String(part))).join(':');
}

export function ageSeconds(at: string | null | undefined): number {
  return at ? Math.max(0, (now() - Date.parse(at)) / 1_000) : 0;
}

export function age(at: string | null | undefined): string {
  return at ? duration(ageSeconds(at)) : '–';
}

export function money(amount: { amount: number; currency: string } | null | undefined): string {
  if (!amount) {
    return '–';
  }
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency: amount.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(amount.amount / 10 ** digits);
}

export function count(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** At most two digits behind the point. */
export function decimal(value: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(value);
}

/** The same, with its sign: what something is more or less. */
export function signed(value: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(value);
}

/** A part of 1 in percent. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A small probability as one in so many. */
export function oneIn(chance: number): string {
  return chance > 0 ? `1 : ${new Intl.NumberFormat(language(), { maximumSignificantDigits: 3 }).format(1 / chance)}` : '0';
}

/** A long time: days and hours, else as other durations. */
export function days(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return hours < 24 ? duration(seconds) : t('days', { days: Math.floor(hours / 24), hours: hours % 24 });
}

export function place(location: { poi: string | null; address: string | null; lat: string | null; lng: string | null } | null | undefined): string {
  if (!location) {
    return '–';
  }
  return location.poi || location.address || (location.lat ? `${Number(location.lat).toFixed(4)}, ${Number(location.lng).toFixed(4)}` : t('unknown'));
}
