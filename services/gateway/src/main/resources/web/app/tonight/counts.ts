import { ageSeconds } from '../core/format';
import type { CallRow } from '../graphql/operations';
import type { NightData } from './night-data';

/** The night in figures. */

export interface Counts {
  waiting: number;
  oldestWaitSeconds: number;
  commanded: number;
  coming: number;
  driving: number;
  general: number;
  bySupporters: number;
  decided: number;
  cancelled: number;
}

export function counts(data: NightData): Counts {
  const live = [...data.live.values()];
  const recent = [...data.recent.values()];
  const waiting = live.filter((call) => call.state === 'REQUESTED');
  const of = (calls: CallRow[], ...states: string[]) => calls.filter((call) => states.includes(call.state ?? '')).length;
  return {
    waiting: waiting.length,
    oldestWaitSeconds: Math.max(0, ...waiting.map((call) => ageSeconds(call.createdAt))),
    commanded: of(live, 'COMMANDED'),
    coming: of(live, 'ACCEPTED', 'ARRIVED'),
    driving: of(live, 'DRIVING'),
    general: of(recent, 'GENERAL'),
    bySupporters: recent.filter((call) => call.path === 'SUPPORTERS').length,
    decided: recent.filter((call) => call.path).length,
    cancelled: of(recent, 'CANCELLED'),
  };
}

export interface MinuteOfCalls {
  minute: number;
  supporters: number;
  general: number;
  undecided: number;
}

/** Calls by the minute in which they were requested, oldest first; without the minute that goes on. */
export function callsByMinute(calls: Iterable<Pick<CallRow, 'createdAt' | 'path'>>, until: number, minutes: number): MinuteOfCalls[] {
  const last = Math.floor(until / 60_000);
  const counted = Array.from({ length: minutes }, (_, index) => ({ minute: last - minutes + index, supporters: 0, general: 0, undecided: 0 }));
  for (const call of calls) {
    const one = call.createdAt ? counted[Math.floor(Date.parse(call.createdAt) / 60_000) - (last - minutes)] : undefined;
    if (one) {
      one[call.path === 'SUPPORTERS' ? 'supporters' : call.path === 'GENERAL' ? 'general' : 'undecided']++;
    }
  }
  return counted;
}
