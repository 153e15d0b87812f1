/** Longitude and latitude in degrees. */
export type Position = [lng: number, lat: number];

export function position(location: { lat: string | null; lng: string | null } | null | undefined): Position | undefined {
  return location?.lat && location.lng ? [Number(location.lng), Number(location.lat)] : undefined;
}

export function point(at: { lat: number; lng: number } | null | undefined): Position | undefined {
  return at ? [at.lng, at.lat] : undefined;
}

const METERS_OF_DEGREE = 111_320;
/** Well within a cell of about a kilometre. */
const SPREAD_METERS = 320;

/** A place beside the middle of a cell, the same for the same id: what shares a cell does not lie on one point. */
export function spread([lng, lat]: Position, id: string): Position {
  let hash = 7;
  for (const letter of id) {
    hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  }
  // ids that follow each other are alike
  hash = (hash * 7_919) % 1_000_003;
  const angle = 2 * Math.PI * ((hash % 1_009) / 1_009);
  const meters = SPREAD_METERS * Math.sqrt((hash % 499) / 499);
  const degrees = meters / METERS_OF_DEGREE;
  return [lng + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + degrees * Math.sin(angle)];
}
