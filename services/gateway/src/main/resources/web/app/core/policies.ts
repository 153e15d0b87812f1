import { request } from '../graphql/client';
import { Regions, type PolicyView } from '../graphql/operations';
import { now } from './clock';
import { showTimesIn } from './format';
import { area, dateIn, regionNamed, zoneOf } from './regions';

const CHOSEN = 'supporters.region';

let read: Promise<PolicyView[]> | undefined;
let known: PolicyView[] = [];

/** All policies, the one of the largest region first; read once for all pages. */
export function policies(): Promise<PolicyView[]> {
  read ??= request(Regions, {}).then(({ policies }) => policies.policies.sort((one, other) => area(other) - area(one)));
  read.then(
    (all) => (known = all),
    () => (read = undefined),
  );
  return read;
}

/** The time zone of a region, of which a page has read that there is one; undefined for one that there is no more. */
export function zoneIn(region: string | null | undefined): string | undefined {
  return knownRegion(region)?.timeZone;
}

/** A region, of which a page has read that there is one. */
export function knownRegion(region: string | null | undefined): PolicyView | undefined {
  return regionNamed(known, region);
}

/** Whoever has changed a policy. */
export function forgetPolicies() {
  read = undefined;
}

/** Somebody looks at this region: other pages begin with it, too. */
export function rememberRegion(region: string) {
  localStorage.setItem(CHOSEN, region);
}

/** The policy of the region that was looked at last in this browser, else of the largest. */
export async function presentPolicy(): Promise<PolicyView | undefined> {
  const all = await policies();
  return regionNamed(all, localStorage.getItem(CHOSEN)) ?? all[0];
}

/** The business date that goes on, or the last one, in that region; times are shown in its zone from now on. */
export async function presentDate(): Promise<string> {
  const policy = await presentPolicy();
  showTimesIn(zoneOf(policy));
  return dateIn(policy, now());
}
