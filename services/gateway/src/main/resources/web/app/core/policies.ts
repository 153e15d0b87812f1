import { request } from '../graphql/client';
import { Regions, type PolicyView } from '../graphql/operations';
import { businessDate } from './business-date';
import { now } from './clock';
import { showTimesIn } from './format';

let read: Promise<PolicyView[]> | undefined;

/** All policies, the one of the largest region first; read once for all pages. */
export function policies(): Promise<PolicyView[]> {
  read ??= request(Regions, {}).then(({ policies }) => policies.policies.sort((one, other) => area(other) - area(one)));
  read.catch(() => (read = undefined));
  return read;
}

/** Whoever has changed a policy. */
export function forgetPolicies() {
  read = undefined;
}

/** The business date that goes on, or the last one, in the largest region. */
export async function presentDate(): Promise<string> {
  const policy = (await policies())[0];
  if (policy) {
    showTimesIn(policy.timeZone);
  }
  return businessDate(now(), policy?.timeZone ?? 'Asia/Seoul', policy?.windowBegin ?? '21:00');
}

function area({ bounds }: PolicyView): number {
  return (bounds.north - bounds.south) * (bounds.east - bounds.west);
}
