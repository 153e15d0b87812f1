/** The one radius of the house: ConsoleNumbersTest compares it. */
const EARTH_METERS = 6_371_008.8;
/** How much longer roads are than a straight line, as cities are on average. */
const DETOUR = 1.3;

/** Metres between two places by road, estimated from the straight line. */
export function metersByRoad(one: { lat: string; lng: string }, other: { lat: string; lng: string }): number {
  const radians = (degrees: string) => (Number(degrees) * Math.PI) / 180;
  const [lat1, lat2] = [radians(one.lat), radians(other.lat)];
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((radians(other.lng) - radians(one.lng)) / 2) ** 2;
  return Math.round(2 * EARTH_METERS * Math.asin(Math.sqrt(half)) * DETOUR);
}
