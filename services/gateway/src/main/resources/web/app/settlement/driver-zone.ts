import { policies, zoneIn } from '../core/policies';
import { request, RequestError } from '../graphql/client';
import { DriverDetails } from '../graphql/operations';

/** The time zone of the region in which a driver works; undefined if that cannot be known now. */
export async function driverZone(driverId: string): Promise<string | undefined> {
  try {
    await policies();
    const { workStatus, driver } = await request(DriverDetails, { driverId, product: 'DRIVER' });
    return zoneIn(workStatus?.region ?? driver?.memberships?.[0]?.region);
  } catch (problem) {
    if (problem instanceof RequestError) {
      return undefined;
    }
    throw problem;
  }
}
