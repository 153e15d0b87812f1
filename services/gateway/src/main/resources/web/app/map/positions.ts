/** Longitude and latitude in degrees. */
export type Position = [lng: number, lat: number];

export function position(location: { lat: string | null; lng: string | null } | null | undefined): Position | undefined {
  return location?.lat && location.lng ? [Number(location.lng), Number(location.lat)] : undefined;
}

export function point(at: { lat: number; lng: number } | null | undefined): Position | undefined {
  return at ? [at.lng, at.lat] : undefined;
}

/** Pixels to the right and up. */
export type Offset = [right: number, up: number];

/** In pixels: so far apart that signs and the numbers above them do not lie on each other. */
const RING_PIXELS = 24;
const FIRST_RING = 6;

/** How far each of several places is drawn beside where it is, so that those at the same place are all seen: the first stays, others are around it. */
export function besides(places: Position[]): Offset[] {
  const before = new Map<string, number>();
  return places.map(([lng, lat]) => {
    const key = `${lng.toFixed(4)} ${lat.toFixed(4)}`;
    const index = before.get(key) ?? 0;
    before.set(key, index + 1);
    return around(index);
  });
}

/** The places of rings around a middle, each ring with as many more as it is longer. */
function around(index: number): Offset {
  if (index === 0) {
    return [0, 0];
  }
  let ring = 1;
  let left = index - 1;
  while (left >= FIRST_RING * ring) {
    left -= FIRST_RING * ring;
    ring++;
  }
  const angle = (2 * Math.PI * left) / (FIRST_RING * ring);
  return [Math.round(ring * RING_PIXELS * Math.cos(angle)), Math.round(ring * RING_PIXELS * Math.sin(angle))];
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
