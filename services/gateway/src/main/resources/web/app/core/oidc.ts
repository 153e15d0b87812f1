import { begin, session, type Granted } from './session';
import { settings } from './settings';

/** Signing in at the configured issuer: OIDC's code flow with PKCE (RFC 7636). */

const KEY = 'supporters.sign-in';
const REDIRECT = '/console/signed-in';

interface Pending {
  state: string;
  verifier: string;
  /** Where somebody was before. */
  from: string;
}

interface Discovery {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

const LONGEST_MILLIS = 10_000;

async function discovery(): Promise<Discovery> {
  const { authority } = await settings();
  const answer = await fetch(`${authority}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(LONGEST_MILLIS) });
  if (!answer.ok) {
    throw new Error(`issuer: status ${answer.status}`);
  }
  return (await answer.json()) as Discovery;
}

/**
 * Leads to the issuer.
 *
 * @param hint whom a development issuer signs in at once
 */
export async function signIn(hint?: string): Promise<void> {
  const { clientId, scope } = await settings();
  const { authorization_endpoint } = await discovery();
  const pending: Pending = {
    state: random(),
    verifier: random(),
    from: location.pathname.startsWith('/console/') && location.pathname !== REDIRECT ? location.pathname + location.search : '/',
  };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  const address = new URL(authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: location.origin + REDIRECT,
    scope,
    state: pending.state,
    code_challenge: await challenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(hint ? { login_hint: hint } : {}),
  };
  Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
  location.assign(address);
}

/** Whether the issuer has just sent somebody back to this page. */
export function isReturn(): boolean {
  return location.pathname === REDIRECT;
}

/** Takes the code for a token; says where to go on. */
export async function returned(): Promise<string> {
  const parameters = new URLSearchParams(location.search);
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (parameters.has('error')) {
    throw new Error(parameters.get('error_description') ?? parameters.get('error') ?? '');
  }
  const pending = text ? (JSON.parse(text) as Pending) : undefined;
  const code = parameters.get('code');
  if (!pending || !code || parameters.get('state') !== pending.state) {
    throw new Error('state');
  }
  const answer = await askForToken({ grant_type: 'authorization_code', code, redirect_uri: location.origin + REDIRECT, code_verifier: pending.verifier });
  if (!answer.ok) {
    throw new Error(`issuer: status ${answer.status}`);
  }
  begin(await granted(answer), (await settings()).roles);
  return pending.from;
}

/**
 * Goes on with another token.
 *
 * @param refresh what the issuer gave for this with the present one
 */
export async function renewed(refresh: string): Promise<'renewed' | 'refused' | 'unreachable'> {
  try {
    const answer = await askForToken({ grant_type: 'refresh_token', refresh_token: refresh });
    if (!answer.ok) {
      // an issuer that is overloaded says so with other states
      return answer.status === 400 || answer.status === 401 || answer.status === 403 ? 'refused' : 'unreachable';
    }
    const next = await granted(answer);
    const { roles } = await settings();
    if (session()?.refresh !== refresh) {
      return 'refused'; // whoever it was for has left meanwhile
    }
    begin({ ...next, refresh: next.refresh ?? refresh, idToken: next.idToken ?? session()?.idToken }, roles);
    return 'renewed';
  } catch {
    return 'unreachable';
  }
}

async function askForToken(form: Record<string, string>): Promise<Response> {
  const { clientId } = await settings();
  const { token_endpoint } = await discovery();
  return fetch(token_endpoint, { method: 'POST', body: new URLSearchParams({ ...form, client_id: clientId }), signal: AbortSignal.timeout(LONGEST_MILLIS) });
}

/**
 * Where somebody signs out at the issuer, too, who has signed out here; the issuer leads back. Undefined where it has no such page, or does not
 * answer: then it may sign the same person in again without asking.
 *
 * @param idToken by which the issuer knows whom it is about, without asking
 */
export async function signOutAddress(idToken: string | undefined): Promise<string | undefined> {
  try {
    const { clientId } = await settings();
    const { end_session_endpoint } = await discovery();
    if (!end_session_endpoint) {
      return undefined;
    }
    const address = new URL(end_session_endpoint);
    const parameters = { client_id: clientId, post_logout_redirect_uri: `${location.origin}/`, ...(idToken ? { id_token_hint: idToken } : {}) };
    Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
    return address.href;
  } catch {
    return undefined;
  }
}

async function granted(answer: Response): Promise<Granted> {
  const { access_token, expires_in, refresh_token, id_token } = (await answer.json()) as { access_token: string; expires_in?: number; refresh_token?: string; id_token?: string };
  return { token: access_token, expiresInSeconds: expires_in ?? 300, refresh: refresh_token, idToken: id_token };
}

function random(): string {
  return encoded(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier: string): Promise<string> {
  return encoded(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function encoded(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
