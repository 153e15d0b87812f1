import type { ZoneFiguresView } from '../graphql/operations';

/** In which order the zones of a night are shown, and whether there is anything to show. */

type Zone = Pick<ZoneFiguresView, 'area' | 'zoneId'> & { kpis: Pick<ZoneFiguresView['kpis'], 'calls'> };

const PLACES = { ZONE: 0, OUTSIDE_ZONES: 1, REGION: 2 };

/** Zones with the most calls first; then what was outside of them, and what took place while the whole region applied. */
export function sortedZones<Z extends Zone>(zones: Z[]): Z[] {
  const place = ({ area }: Zone) => PLACES[area ?? 'REGION'];
  return zones.toSorted((one, other) => place(one) - place(other) || other.kpis.calls - one.kpis.calls || (one.zoneId ?? '').localeCompare(other.zoneId ?? ''));
}

/** Whether zones applied at any time of the night: without them there is nothing to compare. */
export function zonesApplied(zones: Zone[]): boolean {
  return zones.some((one) => one.area === 'ZONE' || one.area === 'OUTSIDE_ZONES');
}
