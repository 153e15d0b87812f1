/** What the gateway tells its console. */
export interface Settings {
  /** The OIDC issuer's address, without a slash at its end. */
  authority: string;
  clientId: string;
  scope: string;
  /** Whom a development issuer signs in with one click. */
  people: Array<{ role: string; subject: string }>;
  /** Whether operators may call the services' methods by hand. */
  grpc: boolean;
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
