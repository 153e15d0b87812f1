import type { RegionView } from '../graphql/operations';

const KM = 1_000;

/** What a drive of so many metres costs about, in the minor unit, by the region's policy; undefined where it has no estimate. */
export function estimatedFare(region: RegionView | undefined, meters: number): number | undefined {
  const { baseFare, farePerKm } = region ?? {};
  return baseFare && farePerKm ? Math.round(baseFare.amount + (farePerKm.amount * meters) / KM) : undefined;
}
