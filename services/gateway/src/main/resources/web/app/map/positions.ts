/** Longitude and latitude in degrees. */
export type Position = [lng: number, lat: number];

export function position(location: { lat: string | null; lng: string | null } | null | undefined): Position | undefined {
  return location?.lat && location.lng ? [Number(location.lng), Number(location.lat)] : undefined;
}

export function point(at: { lat: number; lng: number } | null | undefined): Position | undefined {
  return at ? [at.lng, at.lat] : undefined;
}
