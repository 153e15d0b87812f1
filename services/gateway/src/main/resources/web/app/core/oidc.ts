import { begin } from './session';
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

async function discovery(): Promise<Discovery> {
  const { authority } = await settings();
  const answer = await fetch(`${authority}/.well-known/openid-configuration`);
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
  const { clientId } = await settings();
  const { token_endpoint } = await discovery();
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      redirect_uri: location.origin + REDIRECT,
      code_verifier: pending.verifier,
    }),
  });
  if (!answer.ok) {
    throw new Error(`issuer: status ${answer.status}`);
  }
  const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in?: number };
  begin(access_token, expires_in ?? 300);
  return pending.from;
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
