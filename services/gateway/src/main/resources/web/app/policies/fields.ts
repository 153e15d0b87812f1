import type { PolicyView, PutPolicyInput } from '../graphql/operations';
import { whole as isWhole, type Rules } from './rule-list';

/** The numbers of a policy, as a form has them. A path names a value: `moves.restPercent`. */

export interface PolicyField {
  path: string;
  kind: 'number' | 'text' | 'time' | 'boolean' | 'money' | 'refusal' | 'apps' | 'driverTags';
  min?: number;
  max?: number;
  step?: string;
  /** Whether it may be empty. */
  optional?: boolean;
}

export interface PolicyGroup {
  name: 'window' | 'apps' | 'command' | 'assignment' | 'pay' | 'moves' | 'zones' | 'join' | 'abuse' | 'calls' | 'bounds';
  fields: PolicyField[];
}

const whole = (path: string, min: number, max?: number, optional = false): PolicyField => ({ path, kind: 'number', min, max, step: '1', optional });
const flag = (path: string): PolicyField => ({ path, kind: 'boolean' });
const degrees = (path: string, most: number): PolicyField => ({ path, kind: 'number', min: -most, max: most, step: 'any' });

export const GROUPS: PolicyGroup[] = [
  {
    name: 'command',
    fields: [
      whole('rolloutPercent', 0, 100),
      { path: 'vetoSeconds', kind: 'number', min: 0, max: 120, step: 'any' },
      { path: 'onRefusal', kind: 'refusal' },
      whole('maxCandidates', 1, 128),
      whole('maxPickupSeconds', 1),
      whole('unreachableAfterSeconds', 1),
    ],
  },
  {
    name: 'assignment',
    fields: [
      whole('assignment.holdSeconds', 0, 600),
      whole('assignment.firstPickupSeconds', 0, undefined, true),
      whole('assignment.pickupGrowthSeconds', 0, 3600),
      whole('assignment.shiftEndToleranceSeconds', 0, 86400, true),
      flag('assignment.chaining'),
      whole('assignment.chainWithinSeconds', 0, 3600),
      { path: 'assignment.driverTags', kind: 'driverTags' },
    ],
  },
  {
    name: 'window',
    fields: [
      { path: 'timeZone', kind: 'text' },
      { path: 'windowBegin', kind: 'time' },
      whole('windowMinutes', 1, 1440),
      whole('overrunLimitSeconds', 1, 86400),
    ],
  },
  { name: 'apps', fields: [{ path: 'appRules', kind: 'apps' }] },
  { name: 'pay', fields: [{ path: 'hourlyWage', kind: 'money' }, flag('restPaid')] },
  {
    name: 'moves',
    fields: [
      flag('moves.enabled'),
      whole('moves.minIntervalSeconds', 0, 3600),
      whole('moves.afterDeclineSeconds', 0, 3600),
      flag('moves.restAdvice'),
      whole('moves.restBeginMinutes', 0, 1440),
      whole('moves.restEndMinutes', 0, 1440),
      whole('moves.restPercent', 0, 100),
    ],
  },
  {
    name: 'zones',
    fields: [
      flag('zones.enabled'),
      { path: 'zones.openDemand', kind: 'number', min: 0, max: 10000, step: 'any' },
      { path: 'zones.closeDemand', kind: 'number', min: 0, max: 10000, step: 'any' },
      whole('zones.minCells', 0, 10000),
      whole('zones.capacity', 0, 1000000),
      whole('zones.closingWarningSeconds', 0, 3600),
      { path: 'zones.maxWagePerCall', kind: 'money', optional: true },
    ],
  },
  {
    name: 'join',
    fields: [
      whole('join.minCompletedDrives', 0, 10000),
      whole('join.maxCancellationPercent', 0, 100, true),
      whole('join.maxAccidents', 0, 1000, true),
      whole('join.maxFines', 0, 1000, true),
      { path: 'join.minRating', kind: 'number', min: 0, max: 5, step: 'any' },
      whole('join.reapplyAfterHours', 0, 8784),
    ],
  },
  {
    name: 'abuse',
    fields: [
      flag('abuse.enabled'),
      whole('abuse.falseAlarmsPerMillion', 0, 100000),
      whole('abuse.leastEvents', 0, 1000),
      whole('abuse.cancelledWithinSeconds', 0, 3600),
      { path: 'abuse.coldCallsPerHour', kind: 'number', min: 0, max: 10000, step: 'any' },
      whole('abuse.leastColdWaitingSeconds', 0, 86400),
      whole('abuse.darkAfterSeconds', 0, 86400),
      whole('abuse.drivesBeyondSeconds', 0, 86400),
      whole('abuse.contradictedMeters', 0, 100000),
      whole('abuse.nights', 0, 30),
    ],
  },
  {
    name: 'calls',
    fields: [
      whole('calls.maxLiveCalls', 0, 100),
      whole('calls.distancePercent', 0, 1000),
      { path: 'calls.baseFare', kind: 'money', optional: true },
      { path: 'calls.farePerKm', kind: 'money', optional: true },
      whole('calls.farePercent', 0, 1000),
    ],
  },
  { name: 'bounds', fields: [degrees('bounds.south', 90), degrees('bounds.west', 180), degrees('bounds.north', 90), degrees('bounds.east', 180)] },
];

export const FIELDS = GROUPS.flatMap((group) => group.fields);

type Tree = { [name: string]: unknown };

export function valueAt(policy: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Tree | null | undefined)?.[name], policy);
}

/** The policy with one other value; the given one stays as it is. */
export function withValue<T extends object>(policy: T, path: string, value: unknown): T {
  const [name = '', ...rest] = path.split('.');
  const part = (policy as Tree)[name];
  return { ...policy, [name]: rest.length ? withValue((part ?? {}) as Tree, rest.join('.'), value) : value };
}

export interface Difference {
  path: string;
  before: unknown;
  after: unknown;
}

/** In what two policies differ. */
export function differences(before: object, after: object): Difference[] {
  return FIELDS.map(({ path }) => ({ path, before: valueAt(before, path), after: valueAt(after, path) })).filter(
    (one) => JSON.stringify(one.before ?? null) !== JSON.stringify(one.after ?? null),
  );
}

/** What cannot be, found before anybody is asked; the policy service checks all of it again. */
export function problems(policy: PolicyView): string[] {
  const numbers = FIELDS.filter((field) => field.kind === 'number' || field.kind === 'money')
    .filter((field) => {
      const given = valueAt(policy, field.path) as number | { amount: number } | null;
      const value = given !== null && typeof given === 'object' ? given.amount : given;
      if (value === null || value === undefined) {
        return !field.optional;
      }
      return Number.isNaN(value) || value < (field.min ?? 0) || value > (field.max ?? Infinity) || (field.step === '1' && !Number.isInteger(value));
    })
    .map((field) => field.path);
  const lists = FIELDS.filter((field) => field.kind === 'apps' || field.kind === 'driverTags')
    .filter((field) => !((valueAt(policy, field.path) ?? []) as Rules).every(isWhole))
    .map((field) => field.path);
  return [...numbers, ...lists];
}

export function input(policy: PolicyView, effectiveFrom: string | null, key: string, reason = ''): PutPolicyInput {
  const { version, updatedAt: _at, updatedBy: _by, updateReason: _why, effectiveFrom: _from, ...rest } = policy;
  return {
    ...rest,
    appRules: (rest.appRules ?? []).flatMap((rule) => (rule.platform ? [{ platform: rule.platform, minVersion: rule.minVersion }] : [])),
    effectiveFrom,
    expectedVersion: version,
    clientMutationId: key,
    ...(reason ? { reason } : {}),
  };
}
