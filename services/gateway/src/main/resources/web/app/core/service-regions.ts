import { request } from '../graphql/client';
import { ServiceRegions, type RegionView } from '../graphql/operations';

let read: Promise<RegionView[]> | undefined;

/** What everybody may know of regions; read once. */
export function serviceRegions(): Promise<RegionView[]> {
  read ??= request(ServiceRegions, {}).then(({ regions }) => regions);
  read.catch(() => (read = undefined));
  return read;
}
