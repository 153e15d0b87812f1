import { renewed } from './oidc';
import { end, forgetRefresh, onSession, session, type Session } from './session';

/**
 * Keeps a session going: the next token is asked for before the present one ends, and when the gateway takes it no longer. Where the issuer
 * does not answer, the session stays and it is tried again; where it gives no other token, the session ends with its token, and says so before.
 */

export type Outcome = 'renewed' | 'refused' | 'unreachable';

/** So near its end a token is not sent any more. */
const TOO_LATE_MILLIS = 5_000;
const AGAIN_MILLIS = 5_000;
/** For so long before its end a session that cannot go on says that it ends: at most, and what browsers can wait for. */
const SAID_BEFORE_MILLIS = 300_000;
const LONGEST_TIMER_MILLIS = 1_000_000_000;

const listeners = new Set<() => void>();
let running: Promise<Outcome> | undefined;
let notBefore = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Follows the session from now on. */
export function keepSession(): void {
  onSession(plan);
  window.addEventListener('online', soon);
  plan();
}

/** Whether the session ends soon and no other token can be had. */
export function endsSoon(): boolean {
  const present = session();
  return present !== undefined && !present.refresh && present.expiresAt - Date.now() <= SAID_BEFORE_MILLIS;
}

export function onEnding(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session, with another token if its own is about to end. */
export async function freshSession(): Promise<Session | undefined> {
  const present = session();
  if (present?.refresh && Date.now() >= present.expiresAt - TOO_LATE_MILLIS) {
    await renew();
  }
  return session();
}

/** The gateway does not take this token: whether there is another one now. */
export async function anotherThan(token: string): Promise<Outcome> {
  const present = session();
  if (present && present.token !== token) {
    return 'renewed';
  }
  return present?.refresh ? renew() : 'refused';
}

/** A session ends whose token is taken no longer, unless another token came meanwhile. */
export function endOf(token: string) {
  if (session()?.token === token) {
    end(true);
  }
}

/** Once at a time: an issuer takes what it gave for this once only. */
function renew(): Promise<Outcome> {
  running ??= ask().finally(() => (running = undefined));
  return running;
}

async function ask(): Promise<Outcome> {
  const refresh = session()?.refresh;
  if (!refresh) {
    return 'refused';
  }
  if (Date.now() < notBefore) {
    wait(notBefore - Date.now());
    return 'unreachable';
  }
  const outcome = await renewed(refresh);
  if (outcome === 'unreachable') {
    notBefore = Date.now() + AGAIN_MILLIS;
    wait(AGAIN_MILLIS);
  } else if (outcome === 'refused' && session()?.refresh === refresh) {
    forgetRefresh();
  }
  return outcome;
}

function soon() {
  notBefore = 0;
  plan();
}

/** Waits for what comes next: another token, or the end. */
function plan() {
  const present = session();
  clearTimeout(timer);
  listeners.forEach((listener) => listener());
  if (!present) {
    return;
  }
  const until = present.refresh ? (present.renewAt ?? present.expiresAt) : present.expiresAt - SAID_BEFORE_MILLIS;
  if (present.refresh || until > Date.now()) {
    wait(until - Date.now());
  }
}

function wait(millis: number) {
  clearTimeout(timer);
  timer = setTimeout(due, Math.max(0, Math.min(millis, LONGEST_TIMER_MILLIS)));
}

function due() {
  const present = session();
  if (present?.refresh && Date.now() >= (present.renewAt ?? present.expiresAt)) {
    void renew();
  } else {
    plan();
  }
}
