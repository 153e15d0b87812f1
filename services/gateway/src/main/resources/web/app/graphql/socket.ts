import { anotherThan, endOf, freshSession } from '../core/renewal';
import { onSession, session, type Session } from '../core/session';
import { refusal, type RequestError } from './client';
import type { Operation } from './operations';

/**
 * Subscriptions over one websocket (graphql-transport-ws). A connection that is lost is made anew, and everything is subscribed again. Another
 * token goes to the gateway in a ping, and the connection stays; where the gateway does not take it so, another connection follows, which is there
 * before the first one goes. A subscription that fails for a while is begun again.
 */

export type Connection = 'live' | 'connecting' | 'lost' | 'off';

interface Subscriber {
  operation: Operation<unknown, never>;
  variables: unknown;
  next: (value: never) => void;
  failed?: (error: RequestError) => void;
  ended?: () => void;
  /** Whether the last that came of it was a failure that passes. */
  failing: boolean;
  pause: number;
  timer?: ReturnType<typeof setTimeout>;
}

const LEAST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
/** Closed by the gateway because of the token. */
const TOKEN_CODES = [4401, 4403];
/** So long the gateway may take to say that it goes on with another token. */
const LONGEST_ANSWER = 10_000;

const subscribers = new Map<string, Subscriber>();
const listeners = new Set<() => void>();
/** The one that is subscribed on. */
let socket: WebSocket | undefined;
/** The one that is to follow it, until the gateway has taken its token. */
let opening: WebSocket | undefined;
/** With which token each goes on. */
const tokens = new WeakMap<WebSocket, string>();
/** Whose they are. */
let subject = '';
/** There while the gateway has not answered to another token. */
let renewal: ReturnType<typeof setTimeout> | undefined;
let attempts = 0;
let state: Connection = 'off';
let pause = LEAST_PAUSE;
let timer: ReturnType<typeof setTimeout> | undefined;
let number = 0;

export function connection(): Connection {
  return state;
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Begins a subscription; the answer ends it.
 *
 * @param failed told of every failure; where it passes, the subscription is begun again by itself
 */
export function subscribe<A, V>(
  operation: Operation<A, V>,
  variables: V,
  next: (value: A) => void,
  failed?: (error: RequestError) => void,
  ended?: () => void,
): () => void {
  const id = String(++number);
  subscribers.set(id, { operation, variables, next, failed, ended, failing: false, pause: LEAST_PAUSE } as unknown as Subscriber);
  if (state === 'live') {
    begin(id);
  } else if (state === 'off') {
    connect();
  }
  return () => {
    if (forget(id)) {
      send({ id, type: 'complete' });
    }
  };
}

function connect() {
  clearTimeout(timer);
  if (!session() || subscribers.size === 0) {
    become('off');
    return;
  }
  become(state === 'off' ? 'connecting' : state);
  const attempt = ++attempts;
  void freshSession().then((present) => {
    if (present && attempt === attempts) {
      open(present);
    }
  });
}

function open({ token, subject: whose }: Session) {
  const before = opening;
  const made = new WebSocket(location.origin.replace(/^http/, 'ws') + '/graphql', 'graphql-transport-ws');
  opening = made;
  tokens.set(made, token);
  subject = whose;
  before?.close();
  made.onopen = () => made.send(JSON.stringify({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } }));
  made.onmessage = (event) => {
    const message = JSON.parse(String(event.data)) as Message;
    if (made === opening && message.type === 'connection_ack') {
      use(made);
    } else if (made === socket) {
      take(message);
    }
  };
  made.onclose = (event) => closed(made, event.code, tokens.get(made) ?? token);
}

/** Goes on with another token of the same person, on the same connection. */
function renew(live: WebSocket, { token }: Session) {
  clearTimeout(renewal);
  tokens.set(live, token);
  renewal = setTimeout(replace, LONGEST_ANSWER);
  send({ type: 'ping', payload: { Authorization: `Bearer ${token}` } });
}

function answered(until: unknown) {
  if (renewal !== undefined && typeof until === 'string') {
    clearTimeout(renewal);
    renewal = undefined;
  } else if (renewal !== undefined) {
    replace();
  }
}

/** Another connection, as this one does not go on with the token. */
function replace() {
  clearTimeout(renewal);
  renewal = undefined;
  connect();
}

/** From now on everything comes by this one. */
function use(made: WebSocket) {
  const before = socket;
  socket = made;
  opening = undefined;
  clearTimeout(renewal);
  renewal = undefined;
  pause = LEAST_PAUSE;
  before?.close();
  become('live');
  [...subscribers.keys()].forEach(begin);
}

function closed(made: WebSocket, code: number, token: string) {
  if (made === socket) {
    socket = undefined;
    clearTimeout(renewal);
    renewal = undefined;
    become('lost');
    if (opening) {
      return; // that one follows
    }
  } else if (made === opening) {
    opening = undefined;
    if (!socket) {
      become('lost');
    }
  } else {
    return;
  }
  if (TOKEN_CODES.includes(code)) {
    void anotherThan(token).then((outcome) => (outcome === 'refused' ? endOf(token) : later()));
  } else {
    later();
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(connect, pause * (0.5 + Math.random()));
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

type Errors = Parameters<typeof refusal>[0][];

function take(message: Message) {
  const id = message.id ?? '';
  const subscriber = subscribers.get(id);
  if (message.type === 'ping') {
    send({ type: 'pong' });
  } else if (message.type === 'pong') {
    answered((message.payload as { authorizedUntil?: unknown } | undefined)?.authorizedUntil);
  }
  if (!subscriber) {
    return;
  }
  switch (message.type) {
    case 'next': {
      const payload = message.payload as { data?: unknown; errors?: Errors };
      if (payload.errors?.length) {
        failed(subscriber, payload.errors);
      } else {
        subscriber.failing = false;
        subscriber.pause = LEAST_PAUSE;
        subscriber.next(payload.data as never);
      }
      break;
    }
    case 'error':
      failed(subscriber, message.payload as Errors);
      over(id, subscriber);
      break;
    case 'complete':
      over(id, subscriber);
      if (!subscribers.has(id)) {
        subscriber.ended?.();
      }
      break;
  }
}

function failed(subscriber: Subscriber, errors: Errors) {
  const error = refusal(errors[0]);
  subscriber.failing = error.retryable;
  subscriber.failed?.(error);
}

/** The gateway has ended it: for good, or until what failed has passed. */
function over(id: string, subscriber: Subscriber) {
  if (!subscriber.failing) {
    forget(id);
    return;
  }
  clearTimeout(subscriber.timer);
  subscriber.timer = setTimeout(() => (state === 'live' ? begin(id) : undefined), subscriber.pause * (0.5 + Math.random()));
  subscriber.pause = Math.min(subscriber.pause * 2, LONGEST_PAUSE);
}

function begin(id: string) {
  const subscriber = subscribers.get(id);
  if (subscriber) {
    clearTimeout(subscriber.timer);
    subscriber.failing = false;
    send({ id, type: 'subscribe', payload: { query: subscriber.operation.text, variables: subscriber.variables } });
  }
}

function forget(id: string): boolean {
  clearTimeout(subscribers.get(id)?.timer);
  return subscribers.delete(id);
}

function send(message: object) {
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(message));
  }
}

function become(next: Connection) {
  if (state !== next) {
    state = next;
    listeners.forEach((listener) => listener());
  }
}

onSession(() => {
  const present = session();
  if (present) {
    const newest = opening ?? socket;
    if (newest && tokens.get(newest) !== present.token) {
      if (newest === socket && present.subject === subject) {
        renew(newest, present);
      } else {
        connect();
      }
    }
    return;
  }
  const old = [socket, opening];
  socket = opening = undefined;
  attempts++;
  clearTimeout(timer);
  clearTimeout(renewal);
  renewal = undefined;
  [...subscribers.keys()].forEach(forget);
  old.forEach((one) => one?.close());
  become('off');
});
