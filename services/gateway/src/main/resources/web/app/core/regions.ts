import { businessDate, timeOf } from './business-date';

/** Which region something is of: its policy says the time zone and when a business date begins. */

export interface Region {
  region: string;
  timeZone: string;
  windowBegin: string;
  windowMinutes: number;
  bounds: { south: number; west: number; north: number; east: number };
}

/** Where nobody has put a policy yet. */
const ZONE = 'Asia/Seoul';
const WINDOW_BEGIN = '21:00';
const MINUTE_MILLIS = 60_000;

/** The region of a place, as calls are assigned to one: the smallest of those that contain it. */
export function regionAt<R extends Region>(regions: R[], place: { lat: string | null; lng: string | null } | null | undefined): R | undefined {
  if (!place?.lat || !place.lng) {
    return undefined;
  }
  const [lat, lng] = [Number(place.lat), Number(place.lng)];
  return regions
    .filter(({ bounds }) => lat >= bounds.south && lat <= bounds.north && lng >= bounds.west && lng <= bounds.east)
    .sort((one, other) => area(one) - area(other) || one.region.localeCompare(other.region))[0];
}

/** The region of a name. */
export function regionNamed<R extends Region>(regions: R[], name: string | null | undefined): R | undefined {
  return regions.find((one) => one.region === name);
}

export function zoneOf(region: Region | undefined): string {
  return region?.timeZone ?? ZONE;
}

/** The business date to which a moment belongs in a region. */
export function dateIn(region: Region | undefined, at: number): string {
  return businessDate(at, zoneOf(region), region?.windowBegin ?? WINDOW_BEGIN);
}

/** Whether the window of a business date is not over at a moment. */
export function goesOn(region: Region, date: string, at: number): boolean {
  return at < timeOf(date, region.windowBegin, region.timeZone) + region.windowMinutes * MINUTE_MILLIS;
}

export function area({ bounds }: Region): number {
  return (bounds.north - bounds.south) * (bounds.east - bounds.west);
}
