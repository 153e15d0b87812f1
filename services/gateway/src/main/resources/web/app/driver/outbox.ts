import { now } from '../core/clock';
import { session } from '../core/session';
import { newKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { Arrive, Complete, PickUp, type DriveInput, type Operation } from '../graphql/operations';

/**
 * Steps of a drive that the driver has taken, in order. They are kept until the gateway has them: where there is no network, they go
 * later, in the same order and with the same keys, so that each counts once. A step carries no time: pay is counted by the moment at which it
 * arrives, since a phone's clock proves nothing. When it was taken is kept only so that the driver is told of the difference.
 */

export type StepKind = 'arrive' | 'pickUp' | 'complete';

interface Step {
  kind: StepKind;
  callId: string;
  key: string;
  /** When the driver took it, in milliseconds since 1970. */
  takenAt?: number;
}

/** A step that came later than it was taken. */
export interface LateStep {
  kind: StepKind;
  takenAt: string;
  arrivedAt: string;
}

const OPERATIONS: Record<StepKind, Operation<unknown, { input: DriveInput }>> = { arrive: Arrive, pickUp: PickUp, complete: Complete };
const AGAIN_MILLIS = 4_000;
/** What an answer may take in a usual network: a step that takes longer is late. */
const LATE_MILLIS = 10_000;

let sending = false;
let timer = 0;
let late: LateStep | undefined;
const listeners = new Set<(refused?: RequestError) => void>();

function place(): string {
  return `supporters.steps.${session()?.subject ?? ''}`;
}

function read(): Step[] {
  return JSON.parse(localStorage.getItem(place()) ?? '[]') as Step[];
}

function write(steps: Step[]) {
  localStorage.setItem(place(), JSON.stringify(steps));
}

/** The steps of a call that are not sent yet. */
export function unsent(callId: string): StepKind[] {
  return read()
    .filter((step) => step.callId === callId)
    .map((step) => step.kind);
}

/** When the steps that wait were taken, the first one first. */
export function unsentTimes(): string[] {
  return read().map(({ takenAt }) => new Date(takenAt ?? now()).toISOString());
}

/** The last step that arrived late, until another one is taken. */
export function lateStep(): LateStep | undefined {
  return late;
}

export function onSteps(listener: (refused?: RequestError) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function take(kind: StepKind, callId: string) {
  const steps = read();
  if (!steps.some((step) => step.kind === kind && step.callId === callId)) {
    write([...steps, { kind, callId, key: newKey(), takenAt: now() }]);
    late = undefined;
  }
  tell();
  void send();
}

export async function send(): Promise<void> {
  if (sending || !session()) {
    return;
  }
  sending = true;
  window.clearTimeout(timer);
  try {
    for (let [step] = read(); step; [step] = read()) {
      const refused = await sendOne(step);
      if (refused?.retryable || refused?.reason === 'UNAUTHENTICATED') {
        timer = window.setTimeout(() => void send(), AGAIN_MILLIS);
        break;
      }
      write(read().filter((one) => one.key !== step?.key));
      late = refused ? late : (tooLate(step) ?? late);
      tell(refused);
    }
  } finally {
    sending = false;
  }
}

function tooLate({ kind, takenAt }: Step): LateStep | undefined {
  const arrivedAt = now();
  return takenAt && arrivedAt - takenAt > LATE_MILLIS ? { kind, takenAt: new Date(takenAt).toISOString(), arrivedAt: new Date(arrivedAt).toISOString() } : undefined;
}

async function sendOne(step: Step): Promise<RequestError | undefined> {
  try {
    await request(OPERATIONS[step.kind], { input: { callId: step.callId, clientMutationId: step.key } });
    return undefined;
  } catch (problem) {
    if (problem instanceof RequestError) {
      return problem;
    }
    throw problem;
  }
}

function tell(refused?: RequestError) {
  listeners.forEach((listener) => listener(refused));
}

window.addEventListener('online', () => void send());
