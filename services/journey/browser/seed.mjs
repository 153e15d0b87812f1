// What the tests need and a night does not leave behind: a region that is open all day, two supporters of it, and somebody who applies.
import { ask } from './stage.mjs';

export const REGION = 'browser';
export const SUPPORTER = '9100011';
export const APPLICANT = '9100012';
export const BEGINNER = '9100013';
export const CUSTOMER = '9200011';
export const ORIGIN = { lat: '33.4996', lng: '126.5312', poi: '제주시청' };
export const DESTINATION = { lat: '33.5104', lng: '126.4914', poi: '제주국제공항' };

const POLICY = {
  product: 'DRIVER',
  region: REGION,
  expectedVersion: -1,
  bounds: { south: 33.3, west: 126.3, north: 33.7, east: 126.8 },
  timeZone: 'Asia/Seoul',
  windowBegin: '12:00',
  windowMinutes: 1440,
  vetoSeconds: 20,
  onRefusal: 'GENERAL',
  rolloutPercent: 100,
  maxCandidates: 16,
  maxPickupSeconds: 1200,
  unreachableAfterSeconds: 86400,
  restPaid: false,
  hourlyWage: { amount: 14000, currency: 'KRW' },
};

export async function seed() {
  await ask('operator', 'you', 'mutation ($input: PutPolicyInput!) { putPolicy(input: $input) { policy { version } } }', { input: POLICY });
  for (const [driverId, name] of [
    [SUPPORTER, '김기사'],
    [BEGINNER, '최기사'],
  ]) {
    await ask('operator', 'you', 'mutation ($input: PutDriverInput!) { putDriver(input: $input) { driver { driverId } } }', {
      input: { driverId, name, memberships: [{ product: 'DRIVER', region: REGION, activityMode: 'ON' }] },
    });
  }
  await ask('operator', 'you', 'mutation ($input: PutDriverInput!) { putDriver(input: $input) { driver { driverId } } }', { input: { driverId: APPLICANT, name: '박지원', memberships: [] } });
  await ask('driver', APPLICANT, 'mutation ($input: ApplyToGroupInput!) { applyToGroup(input: $input) { application { state } } }', { input: { clientMutationId: 'browser-apply', region: REGION, text: '야간 근무를 원합니다' } });
}

/** A call from the region; its number. */
export async function order(customer, key) {
  const input = { origin: ORIGIN, destination: DESTINATION, userName: '이손님', fare: 9000, currency: 'KRW', distance: 5200, clientMutationId: key };
  const { requestCall } = await ask('customer', customer, 'mutation ($input: RequestCallInput!) { requestCall(input: $input) { call { callId } } }', { input });
  return requestCall.call.callId;
}

/** Milliseconds of the gateway's clock in a second of ours: 1,000 once a night is over and the clock runs as others do. */
export async function clockRate(gateway) {
  const read = async () => [performance.now(), Date.parse((await (await fetch(`${gateway}/console/clock`)).json()).now)];
  const [here, there] = await read();
  await new Promise((later) => setTimeout(later, 1_000));
  const [laterHere, laterThere] = await read();
  return (laterThere - there) / (laterHere - here);
}
