import { rolesOf, type RoleClaim } from './roles';

/** Who is signed in. The tokens are in the tab's sessionStorage only: they are gone with the tab, and no other tab or site has them. */

const KEY = 'supporters.session';
/** How long before its end the next token is asked for: at most, and as a part of its life. */
const EARLY_MILLIS = 60_000;
const EARLY_PART = 1 / 3;

export interface Session {
  token: string;
  subject: string;
  roles: string[];
  /** Milliseconds since 1970, by this machine's clock. */
  expiresAt: number;
  /** When the next token is to be asked for, in the same milliseconds. */
  renewAt?: number;
  /** By this the issuer gives the next token. Some issuers give none. */
  refresh?: string;
  /** By this the issuer knows who signs out. Some issuers give none. */
  idToken?: string;
}

/** What an issuer gave. */
export interface Granted {
  token: string;
  expiresInSeconds: number;
  refresh?: string;
  idToken?: string;
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

/** Somebody signs in, or goes on with another token. */
export function begin({ token, expiresInSeconds, refresh, idToken }: Granted, where: RoleClaim) {
  const claims = claimsOf(token);
  const life = expiresInSeconds * 1_000;
  const expiresAt = Date.now() + life;
  become({
    token,
    subject: String(claims.sub ?? ''),
    roles: rolesOf(claims, where),
    expiresAt,
    renewAt: expiresAt - Math.min(EARLY_MILLIS, life * EARLY_PART),
    refresh,
    idToken,
  });
}

/** The issuer gives no other token for this session: it ends when its token does. */
export function forgetRefresh() {
  if (present?.refresh) {
    become({ ...present, refresh: undefined });
  }
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

function become(next: Session) {
  present = next;
  ended = false;
  sessionStorage.setItem(KEY, JSON.stringify(present));
  tell();
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
