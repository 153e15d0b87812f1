/** What the console finds around it in a browser, for its tests: time, an issuer and a gateway, websockets. */

type Task = () => void;

/** By the machine's time, for what the tests wait for themselves. */
const later = globalThis.setTimeout;
/** More than anything of the console needs that waits for nothing but itself. */
const TURNS = 10;

/** A browser's own store, which no other test sees. */
class FakeStorage {
  private readonly items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string) {
    this.items.set(key, value);
  }

  removeItem(key: string) {
    this.items.delete(key);
  }

  clear() {
    this.items.clear();
  }
}

Object.assign(globalThis, { window: globalThis });
for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(globalThis, name, { value: new FakeStorage() });
}

/** Time that passes only when it is told to. */
export class Time {
  private now = Date.parse('2026-11-20T21:00:00Z');
  private number = 0;
  private readonly waiting = new Map<number, { at: number; task: Task }>();

  constructor() {
    const start = (task: Task, millis = 0) => {
      this.waiting.set(++this.number, { at: this.now + millis, task });
      return this.number;
    };
    Object.assign(globalThis, { setTimeout: start, clearTimeout: (id: number) => this.waiting.delete(id) });
    Date.now = () => this.now;
  }

  /** Lets time pass, and what waits for it happen in its order. */
  async pass(millis: number): Promise<void> {
    const end = this.now + millis;
    await this.settle();
    for (let next = this.first(end); next; next = this.first(end)) {
      const [id, { at, task }] = next;
      this.waiting.delete(id);
      this.now = Math.max(this.now, at);
      task();
      await this.settle();
    }
    this.now = end;
    await this.settle();
  }

  /** Lets what is under way come to where it waits. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn++) {
      await new Promise<void>((done) => later(done, 0));
    }
  }

  private first(until: number) {
    return [...this.waiting].filter(([, one]) => one.at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

/** An issuer, and a gateway that takes its newest token and no other. */
export class Server {
  /** What was asked of the issuer, newest last. */
  readonly forms: URLSearchParams[] = [];
  /** With which tokens the gateway was asked, and what. */
  readonly requests: { token: string; body: { variables: { input?: { clientMutationId?: string } } } }[] = [];
  issuer: 'answers' | 'refuses' | 'away' = 'answers';
  /** Whether the issuer has a page by which one signs out. */
  signsOut = false;
  valid = '';
  private tokens = 0;

  constructor(private readonly lifeSeconds: number) {
    globalThis.fetch = async (address, options) => this.answer(String(address), options ?? {});
  }

  /** A token of the supporter 7, and by what the next one is had. */
  grant(): { token: string; expiresInSeconds: number; refresh: string } {
    this.valid = token({ sub: '7', groups: ['driver'], jti: String(++this.tokens) });
    return { token: this.valid, expiresInSeconds: this.lifeSeconds, refresh: `refresh-${this.tokens}` };
  }

  private answer(address: string, options: RequestInit): Response {
    if (address === '/console/settings.json') {
      return Response.json({ authority: 'https://issuer.example', clientId: 'console', scope: 'openid', roles: { path: ['groups'], prefix: '' }, people: [], grpc: false });
    }
    if (address === '/graphql') {
      const bearer = new Headers(options.headers).get('authorization')?.replace('Bearer ', '') ?? '';
      this.requests.push({ token: bearer, body: JSON.parse(String(options.body)) });
      return bearer === this.valid ? Response.json({ data: {} }) : new Response('{}', { status: 401 });
    }
    if (this.issuer === 'away') {
      throw new TypeError('network');
    }
    if (address.endsWith('/.well-known/openid-configuration')) {
      return Response.json({ token_endpoint: 'https://issuer.example/token', ...(this.signsOut ? { end_session_endpoint: 'https://issuer.example/end?tenant=1' } : {}) });
    }
    const form = options.body as URLSearchParams;
    this.forms.push(form);
    if (this.issuer === 'refuses' || form.get('refresh_token') !== `refresh-${this.tokens}`) {
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    }
    const { token: access_token, expiresInSeconds: expires_in, refresh: refresh_token } = this.grant();
    return Response.json({ access_token, expires_in, refresh_token });
  }
}

/** As a gateway reads it: only the middle part has claims. */
export function token(claims: object): string {
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims))));
  return `e30.${text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}.signature`;
}

interface SentMessage {
  type: string;
  id?: string;
  payload?: { Authorization?: string; variables?: object };
}

/** A websocket whose other end is the test. */
export class FakeSocket {
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  readonly sent: SentMessage[] = [];
  onopen?: Task;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;

  constructor() {
    FakeSocket.made.push(this);
  }

  static install() {
    Object.assign(globalThis, { WebSocket: FakeSocket });
  }

  static newest(): FakeSocket {
    return FakeSocket.made[FakeSocket.made.length - 1]!;
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.end(1000);
  }

  /** The gateway lets it in. */
  acknowledge() {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
    this.receive({ type: 'connection_ack' });
  }

  receive(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  end(code: number) {
    if (this.readyState !== 3) {
      this.readyState = 3;
      queueMicrotask(() => this.onclose?.({ code }));
    }
  }

  /** With which token it came. */
  bearer(): string | undefined {
    return this.sent[0]?.payload?.Authorization?.replace('Bearer ', '');
  }

  /** The ids of what is subscribed on it, in the order in which it was. */
  subscribed(): string[] {
    return this.sent.filter((one) => one.type === 'subscribe').map((one) => one.id ?? '');
  }
}

/** An error of GraphQL, as the gateway shapes it. */
export function refused(reason: string, retryable: boolean) {
  return { message: reason, extensions: { reason, retryable } };
}
