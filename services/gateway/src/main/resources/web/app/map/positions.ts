import type { CallRow } from '../graphql/operations';

/** Longitude and latitude in degrees. */
export type Position = [lng: number, lat: number];

export function position(location: { lat: string | null; lng: string | null } | null | undefined): Position | undefined {
  return location?.lat && location.lng ? [Number(location.lng), Number(location.lat)] : undefined;
}

/**
 * Where a supporter was last, as far as calls tell it: where the last drive ended or goes, else where the customer waits. The gateway gives
 * nobody's position to operators.
 */
export function lastPlaces(calls: Iterable<CallRow>): Map<string, Position> {
  const newest = new Map<string, CallRow>();
  for (const call of calls) {
    if (call.driverId && call.path === 'SUPPORTERS') {
      const before = newest.get(call.driverId);
      if (!before || (before.createdAt ?? '') < (call.createdAt ?? '')) {
        newest.set(call.driverId, call);
      }
    }
  }
  const places = new Map<string, Position>();
  newest.forEach((call, driverId) => {
    const at = position(call.state === 'COMPLETED' ? call.destination : call.origin) ?? position(call.origin);
    if (at) {
      places.set(driverId, at);
    }
  });
  return places;
}
