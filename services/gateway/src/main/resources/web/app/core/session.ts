/** Who is signed in. The token is in the tab's sessionStorage only: it is gone with the tab, and no other tab or site has it. */

const KEY = 'supporters.session';

export interface Session {
  token: string;
  subject: string;
  roles: string[];
  /** Milliseconds since 1970, by this machine's clock. */
  expiresAt: number;
}

type Listener = () => void;

const listeners = new Set<Listener>();
let present: Session | undefined = stored();
let ended = false;

function stored(): Session | undefined {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Session) : undefined;
}

export function session(): Session | undefined {
  return present;
}

/** Whether the last session ended by itself, so that somebody must sign in anew. */
export function sessionEnded(): boolean {
  return ended;
}

export function has(role: string): boolean {
  return present?.roles.includes(role) ?? false;
}

export function begin(token: string, expiresInSeconds: number) {
  const claims = claimsOf(token);
  present = {
    token,
    subject: String(claims.sub ?? ''),
    roles: Array.isArray(claims.groups) ? claims.groups.map(String) : [],
    expiresAt: Date.now() + expiresInSeconds * 1_000,
  };
  ended = false;
  sessionStorage.setItem(KEY, JSON.stringify(present));
  tell();
}

/** @param byItself that nobody asked for it: the token is no longer taken */
export function end(byItself: boolean) {
  if (!present) {
    return;
  }
  present = undefined;
  ended = byItself;
  sessionStorage.removeItem(KEY);
  tell();
}

export function onSession(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  listeners.forEach((listener) => listener());
}

/** Only to show who it is; whether the token is valid, the gateway says. */
function claimsOf(token: string): Record<string, unknown> {
  const part = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}
