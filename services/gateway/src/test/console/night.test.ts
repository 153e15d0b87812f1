import { FakeSocket, refused, Time, token } from './fakes.ts';
import { goesOn } from '../../../target/web-bundler/prod/web/app/core/regions.ts';
import { begin, end } from '../../../target/web-bundler/prod/web/app/core/session.ts';
import { Calls, CallsChanged, Fleet, Regions, Waiting, Zones } from '../../../target/web-bundler/prod/web/app/graphql/operations.ts';
import { MOST_CALLS, NightData } from '../../../target/web-bundler/prod/web/app/tonight/night-data.ts';
import { ok, same, test } from './expect.ts';

const SEOUL = { product: 'DRIVER', region: 'seoul', timeZone: 'Asia/Seoul', windowBegin: '21:00', windowMinutes: 240, bounds: { south: 37, west: 126, north: 38, east: 128 } };

const time = new Time();
FakeSocket.install();

type Filter = { statuses?: string[] };

/** A gateway with so many calls; what cannot be read is refused. */
class Gateway {
  calls = 0;
  refuses = (_filter: Filter) => false;

  constructor() {
    globalThis.fetch = async (_address, options) => Response.json(this.answer(JSON.parse(String(options?.body))));
  }

  private answer({ extensions, variables }: { extensions: { persistedQuery: { sha256Hash: string } }; variables: { filter: Filter; after: string | null } }) {
    switch (extensions.persistedQuery.sha256Hash) {
      case Regions.hash:
        return { data: { policies: { policies: [SEOUL] } } };
      case Waiting.hash:
        return { data: { parkedCalls: { calls: [], pageInfo: { hasNextPage: false } }, openDisputes: { disputes: [], pageInfo: { hasNextPage: false } } } };
      case Zones.hash:
        return { data: { zones: null } };
      case Calls.hash:
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
  await data.start(null);
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

test('a night goes on until its window is over, by the clock of its region', () => {
  ok(goesOn(SEOUL, '2026-11-20', Date.parse('2026-11-20T15:59:00Z')));
  ok(!goesOn(SEOUL, '2026-11-20', Date.parse('2026-11-20T16:00:00Z')));
  ok(!goesOn(SEOUL, '2026-11-19', Date.parse('2026-11-20T12:00:00Z')));
});
