import { FakeSocket, refused, Time, token } from './fakes.ts';
import { goesOn } from '../../../target/web-bundler/prod/web/app/core/regions.ts';
import { policies } from '../../../target/web-bundler/prod/web/app/core/policies.ts';
import { begin, end } from '../../../target/web-bundler/prod/web/app/core/session.ts';
import { Calls, CallsChanged, Fleet, Regions, Waiting, Zones } from '../../../target/web-bundler/prod/web/app/graphql/operations.ts';
import { MOST_CALLS, NightData } from '../../../target/web-bundler/prod/web/app/tonight/night-data.ts';
import { PastCalls } from '../../../target/web-bundler/prod/web/app/tonight/past-calls.ts';
import { ok, same, test } from './expect.ts';

const SEOUL = { product: 'DRIVER', region: 'seoul', timeZone: 'Asia/Seoul', windowBegin: '21:00', windowMinutes: 240, bounds: { south: 37, west: 126, north: 38, east: 128 } };

const time = new Time();
FakeSocket.install();

type Filter = { statuses?: string[]; from?: string; to?: string };

/** A gateway with so many calls; what cannot be read is refused. */
class Gateway {
  calls = 0;
  refuses = (_filter: Filter) => false;
  /** Which calls were asked for, in order. */
  readonly filters: Filter[] = [];
  parked: { call: { callId: string }; parked: { since: string }[] }[] = [];

  constructor() {
    globalThis.fetch = async (_address, options) => Response.json(this.answer(JSON.parse(String(options?.body))));
  }

  private answer({ extensions, variables }: { extensions: { persistedQuery: { sha256Hash: string } }; variables: { filter: Filter; after: string | null } }) {
    switch (extensions.persistedQuery.sha256Hash) {
      case Regions.hash:
        return { data: { policies: { policies: [SEOUL] } } };
      case Waiting.hash:
        return { data: { parkedCalls: { calls: this.parked, pageInfo: { hasNextPage: false } }, openDisputes: { disputes: [], pageInfo: { hasNextPage: false } } } };
      case Zones.hash:
        return { data: { zones: null } };
      case Calls.hash:
        this.filters.push(variables.filter);
        return this.refuses(variables.filter) ? { errors: [refused('DEADLINE_EXCEEDED', true)] } : { data: { calls: this.page(Number(variables.after ?? 0)) } };
      default:
        throw new Error('nothing else is asked');
    }
  }

  private page(from: number) {
    const last = Math.min(from + 100, this.calls);
    const numbers = Array.from({ length: last - from }, (_, index) => from + index);
    return {
      edges: numbers.map((number) => ({ node: { callId: String(number), state: 'COMPLETED', path: 'SUPPORTERS', createdAt: new Date(Date.now()).toISOString(), origin: null } })),
      pageInfo: { hasNextPage: last < this.calls, endCursor: String(last) },
    };
  }
}

async function night() {
  end(false);
  const gateway = new Gateway();
  begin({ token: token({ sub: 'you', groups: ['operator'] }), expiresInSeconds: 3_600 }, { path: ['groups'], prefix: '' });
  const data = new NightData(() => {});
  await data.start('');
  return { gateway, data };
}

test('what cannot be read is said until it can be read again, whatever else can', async () => {
  const { gateway, data } = await night();
  gateway.refuses = ({ statuses }) => statuses === undefined;

  await data.readRecent();
  await data.readLive();
  await data.readWaiting();
  same(data.failure?.reason, 'DEADLINE_EXCEEDED');
  gateway.refuses = () => false;
  await data.readLive();
  same(data.failure?.reason, 'DEADLINE_EXCEEDED');
  await data.readRecent();

  same(data.failure, undefined);
});

test('the fleet that cannot be followed is said until it comes', async () => {
  const { data } = await night();
  await time.settle();
  const socket = FakeSocket.newest();
  socket.acknowledge();
  const id = socket.sent.find((one) => one.type === 'subscribe' && JSON.stringify(one).includes('subscription Fleet'))?.id;
  ok(id && Fleet.text.includes('subscription Fleet'));

  socket.receive({ id, type: 'error', payload: [refused('UNAVAILABLE', true)] });
  await data.readLive();
  same(data.failure?.reason, 'UNAVAILABLE');
  await time.pass(16_000);
  socket.receive({ id, type: 'next', payload: { data: { fleet: { supporters: [] } } } });

  same(data.failure, undefined);
  same(data.supporters, []);
});

test('calls that come by themselves are read no more, until the connection is away', async () => {
  const { gateway, data } = await night();
  await time.settle();
  const socket = FakeSocket.newest();
  socket.acknowledge();
  const id = socket.sent.find((one) => one.type === 'subscribe' && JSON.stringify(one).includes('subscription CallsChanged'))?.id;
  ok(id && CallsChanged.text.includes('subscription CallsChanged'));
  const call = (callId: string, state: string) => ({ callId, state, path: 'SUPPORTERS', createdAt: new Date(Date.now()).toISOString(), origin: null });
  await data.readRecent();
  gateway.refuses = () => true;

  socket.receive({ id, type: 'next', payload: { data: { callsChanged: { calls: [call('1', 'DRIVING'), call('2', 'COMPLETED')], more: true } } } });
  await data.readLive();
  await data.readRecent();
  same([...data.live.keys()], ['1']);
  same([...data.recent.keys()], ['1', '2']);
  ok(data.cut && data.failure === undefined);
  socket.close();
  await time.settle();
  await data.readLive();

  same(data.failure?.reason, 'DEADLINE_EXCEEDED');
  same([...data.live.keys()], ['1']);
});

test('calls whose subscription fails are read', async () => {
  const { gateway, data } = await night();
  await time.settle();
  const socket = FakeSocket.newest();
  socket.acknowledge();
  const id = socket.sent.find((one) => one.type === 'subscribe' && JSON.stringify(one).includes('subscription CallsChanged'))?.id;
  socket.receive({ id, type: 'next', payload: { data: { callsChanged: { calls: [], more: false } } } });

  socket.receive({ id, type: 'error', payload: [refused('UNAVAILABLE', true)] });
  gateway.calls = 3;
  await data.readRecent();

  same(data.recent.size, 3);
  same(data.failure, undefined);
});

test('more calls than are read are said to be more', async () => {
  const { gateway, data } = await night();

  gateway.calls = MOST_CALLS;
  await data.readRecent();
  ok(!data.recentCut);
  gateway.calls = MOST_CALLS + 1;
  await data.readRecent();

  ok(data.recentCut);
  same(data.recent.size, MOST_CALLS);
});

test('the oldest of the parked calls is told', async () => {
  const { gateway, data } = await night();
  gateway.parked = [
    { call: { callId: '1' }, parked: [{ since: '2026-11-20T12:05:00Z' }, { since: '2026-11-20T12:03:00Z' }] },
    { call: { callId: '2' }, parked: [{ since: '2026-11-20T12:04:00Z' }] },
  ];

  await data.readWaiting();

  same([data.parked, data.parkedSince], [2, '2026-11-20T12:03:00Z']);
});

test('another address shows another region, and one that is none the region that was looked at last', async () => {
  const { data } = await night();
  const busan = { ...SEOUL, region: 'busan', bounds: { south: 35, west: 128.9, north: 35.3, east: 129.3 } };
  (await policies()).push(busan as never);

  await data.start('busan');
  same(data.region?.region, 'busan');
  await data.start('nowhere');

  same(data.region?.region, 'seoul');
});

test('calls that are looked back at are read once for each half hour', async () => {
  const { gateway } = await night();
  const at = Date.now() - 24 * 3_600_000;
  const past = new PastCalls(() => {});
  const region = SEOUL as never;
  gateway.calls = 1;

  await past.show(region, at);
  await past.show(region, at + 60_000);
  await past.show(region, at + 29 * 60_000);

  same(gateway.filters.map(({ from, to }) => Date.parse(to ?? '') - Date.parse(from ?? '')), [1_800_000, 1_800_000]);
  same(past.calls().length, 2);
  await past.show(region, at + 30 * 60_000);
  same(gateway.filters.length, 3);
});

test('calls that are looked back at and cannot be read are said to be missing until they are read', async () => {
  const { gateway } = await night();
  const past = new PastCalls(() => {});
  const at = Date.now() - 24 * 3_600_000;
  gateway.refuses = () => true;

  await past.show(SEOUL as never, at);
  same([past.failure?.reason, past.calls().length], ['DEADLINE_EXCEEDED', 0]);
  gateway.refuses = () => false;
  await past.show(SEOUL as never, at + 60_000);

  same(past.failure, undefined);
});

test('a night goes on until its window is over, by the clock of its region', () => {
  ok(goesOn(SEOUL, '2026-11-20', Date.parse('2026-11-20T15:59:00Z')));
  ok(!goesOn(SEOUL, '2026-11-20', Date.parse('2026-11-20T16:00:00Z')));
  ok(!goesOn(SEOUL, '2026-11-19', Date.parse('2026-11-20T12:00:00Z')));
});
