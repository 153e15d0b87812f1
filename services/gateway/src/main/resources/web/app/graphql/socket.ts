import { end, onSession, session } from '../core/session';
import { refusal, type RequestError } from './client';
import type { Operation } from './operations';

/** Subscriptions over one websocket (graphql-transport-ws). A connection that is lost is made anew, and everything is subscribed again. */

export type Connection = 'live' | 'connecting' | 'lost' | 'off';

interface Subscriber {
  operation: Operation<unknown, never>;
  variables: unknown;
  next: (value: never) => void;
  failed?: (error: RequestError) => void;
  ended?: () => void;
}

const LEAST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

const subscribers = new Map<string, Subscriber>();
const listeners = new Set<() => void>();
let socket: WebSocket | undefined;
let state: Connection = 'off';
let pause = LEAST_PAUSE;
let timer = 0;
let number = 0;

export function connection(): Connection {
  return state;
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Begins a subscription; the answer ends it. */
export function subscribe<A, V>(
  operation: Operation<A, V>,
  variables: V,
  next: (value: A) => void,
  failed?: (error: RequestError) => void,
  ended?: () => void,
): () => void {
  const id = String(++number);
  subscribers.set(id, { operation, variables, next, failed, ended } as unknown as Subscriber);
  if (state === 'live') {
    begin(id);
  } else if (state === 'off') {
    connect();
  }
  return () => {
    if (subscribers.delete(id)) {
      send({ id, type: 'complete' });
    }
  };
}

function connect() {
  const present = session();
  if (!present || subscribers.size === 0) {
    become('off');
    return;
  }
  become(state === 'lost' ? 'lost' : 'connecting');
  const made = new WebSocket(location.origin.replace(/^http/, 'ws') + '/graphql', 'graphql-transport-ws');
  socket = made;
  made.onopen = () => send({ type: 'connection_init', payload: { Authorization: `Bearer ${present.token}` } });
  made.onmessage = (event) => take(JSON.parse(String(event.data)) as Message);
  made.onclose = (event) => {
    if (socket !== made) {
      return;
    }
    socket = undefined;
    if (event.code === 4401 || event.code === 4403) {
      become('off');
      end(true);
      return;
    }
    become('lost');
    window.clearTimeout(timer);
    timer = window.setTimeout(connect, pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };
}

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

function take(message: Message) {
  const subscriber = message.id ? subscribers.get(message.id) : undefined;
  switch (message.type) {
    case 'connection_ack':
      pause = LEAST_PAUSE;
      become('live');
      [...subscribers.keys()].forEach(begin);
      break;
    case 'ping':
      send({ type: 'pong' });
      break;
    case 'next': {
      const payload = message.payload as { data?: unknown; errors?: Parameters<typeof refusal>[0][] };
      if (payload.errors?.length) {
        subscriber?.failed?.(refusal(payload.errors[0]));
      } else {
        subscriber?.next(payload.data as never);
      }
      break;
    }
    case 'error':
      subscribers.delete(message.id ?? '');
      subscriber?.failed?.(refusal((message.payload as Parameters<typeof refusal>[0][])[0]));
      break;
    case 'complete':
      subscribers.delete(message.id ?? '');
      subscriber?.ended?.();
      break;
  }
}

function begin(id: string) {
  const subscriber = subscribers.get(id);
  if (subscriber) {
    send({ id, type: 'subscribe', payload: { query: subscriber.operation.text, variables: subscriber.variables } });
  }
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
  if (!session()) {
    const old = socket;
    socket = undefined;
    subscribers.clear();
    old?.close();
    become('off');
  }
});
