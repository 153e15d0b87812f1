import type { RoleClaim } from './roles';

/** What the gateway tells its console. */
export interface Settings {
  /** The OIDC issuer's address, without a slash at its end. */
  authority: string;
  clientId: string;
  scope: string;
  /** Where the roles are in a token. */
  roles: RoleClaim;
  /** Whom a development issuer signs in with one click. */
  people: Array<{ role: string; subject: string }>;
  /** Whether operators may call the services' methods by hand. */
  grpc: boolean;
  /** Where the traces of a call are, with `{callId}` in place of its number; left out where there is no such place. */
  trace?: string;
}

let known: Promise<Settings> | undefined;

export function settings(): Promise<Settings> {
  known ??= fetch('/console/settings.json').then((answer) => {
    if (!answer.ok) {
      throw new Error(`settings: status ${answer.status}`);
    }
    return answer.json() as Promise<Settings>;
  });
  known.catch(() => (known = undefined));
  return known;
}

/** Where the traces of a call are, if there is such a place. */
export async function traceAddress(callId: string): Promise<string | undefined> {
  const { trace } = await settings();
  return trace?.replaceAll('{callId}', encodeURIComponent(callId));
}
