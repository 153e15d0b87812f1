/** What was called from this tab, the newest first. It may contain what is said of people, so it is gone with the tab, as its token is. */

const KEY = 'supporters.grpc';
const MOST = 20;

export interface Call {
  /** Milliseconds since 1970, by this machine's clock. */
  at: number;
  service: string;
  method: string;
  request: string;
  metadata: Array<[string, string]>;
  status: number;
}

export function calls(): Call[] {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Call[]) : [];
}

export function remember(call: Call) {
  sessionStorage.setItem(KEY, JSON.stringify([call, ...calls()].slice(0, MOST)));
}

export function forget() {
  sessionStorage.removeItem(KEY);
}
