import { FakeSocket, refused, Server, Time, token } from './fakes.ts';
import { keepSession } from '../../../target/web-bundler/prod/web/app/core/renewal.ts';
import { begin, end, session, sessionEnded } from '../../../target/web-bundler/prod/web/app/core/session.ts';
import { MyCommands } from '../../../target/web-bundler/prod/web/app/graphql/operations.ts';
import { connection, subscribe } from '../../../target/web-bundler/prod/web/app/graphql/socket.ts';
import { ok, same, test } from './expect.ts';

const GROUPS = { path: ['groups'], prefix: '' };
const MINUTE = 60_000;
/** Longer than any pause. */
const LATER = 16_000;

const time = new Time();
FakeSocket.install();
keepSession();

/** Somebody who follows her commands; what came, and what failed. */
async function follows() {
  end(false);
  FakeSocket.made = [];
  const server = new Server(3_600);
  begin(server.grant(), GROUPS);
  const came: unknown[] = [];
  const failed: string[] = [];
  const stop = subscribe(MyCommands, {}, (value) => came.push(value), ({ reason }) => failed.push(reason));
  await time.settle();
  FakeSocket.newest().acknowledge();
  const [id = ''] = FakeSocket.newest().subscribed();
  return { server, came, failed, stop, id };
}

test('a subscription that failed because a service was slow is begun again, and brings what comes', async () => {
  const { came, failed, id } = await follows();
  const socket = FakeSocket.newest();

  socket.receive({ id, type: 'error', payload: [refused('DEADLINE_EXCEEDED', true)] });
  same(socket.subscribed(), [id]);
  await time.pass(LATER);
  same(socket.subscribed(), [id, id]);
  socket.receive({ id, type: 'error', payload: [refused('UNAVAILABLE', true)] });
  await time.pass(LATER);
  socket.receive({ id, type: 'next', payload: { data: { commands: 1 } } });

  same(socket.subscribed(), [id, id, id]);
  same(came, [{ commands: 1 }]);
  same(failed, ['DEADLINE_EXCEEDED', 'UNAVAILABLE']);
  same(connection(), 'live');
});

test('one that ends after a failure that passes is begun again as well', async () => {
  const { failed, id } = await follows();
  const socket = FakeSocket.newest();

  socket.receive({ id, type: 'next', payload: { data: null, errors: [refused('UNAVAILABLE', true)] } });
  socket.receive({ id, type: 'complete' });
  await time.pass(LATER);

  same(socket.subscribed(), [id, id]);
  same(failed, ['UNAVAILABLE']);
});

test('one that is refused, or over, is not begun again', async () => {
  const { failed, id, came } = await follows();
  const socket = FakeSocket.newest();
  socket.receive({ id, type: 'error', payload: [refused('PERMISSION_DENIED', false)] });
  let over = false;
  subscribe(MyCommands, {}, (value) => came.push(value), undefined, () => (over = true));
  const [, second] = socket.subscribed();
  socket.receive({ id: second, type: 'next', payload: { data: { commands: 2 } } });
  socket.receive({ id: second, type: 'complete' });

  await time.pass(LATER);

  same(socket.subscribed().length, 2);
  same(failed, ['PERMISSION_DENIED']);
  same(came, [{ commands: 2 }]);
  ok(over);
});

test('one that nobody wants any more is not begun again', async () => {
  const { id, stop } = await follows();
  const socket = FakeSocket.newest();

  socket.receive({ id, type: 'error', payload: [refused('UNAVAILABLE', true)] });
  stop();
  await time.pass(LATER);

  same(socket.subscribed(), [id]);
});

test('a failing subscription is begun once on a connection that is made anew', async () => {
  const { id } = await follows();
  const first = FakeSocket.newest();
  first.receive({ id, type: 'error', payload: [refused('UNAVAILABLE', true)] });

  first.end(1012);
  await time.settle();
  same(connection(), 'lost');
  await time.pass(LATER);
  const second = FakeSocket.newest();
  ok(second !== first);
  second.acknowledge();
  await time.pass(LATER);

  same(second.subscribed(), [id]);
  same(connection(), 'live');
});

test('a connection goes on with another token, and nothing is subscribed anew', async () => {
  const { server, came, id } = await follows();
  const socket = FakeSocket.newest();

  await time.pass(59 * MINUTE);
  same(socket.sent.at(-1), { type: 'ping', payload: { Authorization: `Bearer ${server.valid}` } });
  socket.receive({ type: 'pong', payload: { authorizedUntil: '2026-11-20T22:59:00Z' } });
  await time.pass(LATER);
  socket.receive({ id, type: 'next', payload: { data: { commands: 1 } } });

  same(FakeSocket.made.length, 1);
  same(socket.readyState, FakeSocket.OPEN);
  same(socket.subscribed(), [id]);
  same(came, [{ commands: 1 }]);
  same(connection(), 'live');
});

test('one that went on with another token, and is lost, is made anew with that one', async () => {
  const { server, id } = await follows();
  const first = FakeSocket.newest();
  await time.pass(59 * MINUTE);
  first.receive({ type: 'pong', payload: { authorizedUntil: '2026-11-20T22:59:00Z' } });

  first.end(1012);
  await time.pass(LATER);
  FakeSocket.newest().acknowledge();

  same(FakeSocket.made.length, 2);
  same(FakeSocket.newest().bearer(), server.valid);
  same(FakeSocket.newest().subscribed(), [id]);
});

test('where the gateway says nothing of another token, another connection follows', async () => {
  const { server, id } = await follows();

  await time.pass(59 * MINUTE);
  same(FakeSocket.made.length, 1);
  await time.pass(LATER);
  FakeSocket.newest().acknowledge();

  same(FakeSocket.made.length, 2);
  same(FakeSocket.newest().bearer(), server.valid);
  same(FakeSocket.newest().subscribed(), [id]);
  same(connection(), 'live');
});

test('a session of somebody else is another connection', async () => {
  await follows();
  const first = FakeSocket.newest();
  const another = token({ sub: '8', groups: ['driver'] });

  begin({ token: another, expiresInSeconds: 3_600 }, GROUPS);
  await time.settle();

  same(first.sent.filter((one) => one.type === 'ping').length, 0);
  same(FakeSocket.made.length, 2);
});

test('where the gateway does not take another token, another connection follows, and the first goes only when that one is there', async () => {
  const { server, came, id } = await follows();
  const first = FakeSocket.newest();

  await time.pass(59 * MINUTE);
  first.receive({ type: 'pong' });
  await time.settle();
  const second = FakeSocket.newest();
  same(FakeSocket.made.length, 2);
  same(first.readyState, FakeSocket.OPEN);
  first.receive({ id, type: 'next', payload: { data: { commands: 1 } } });
  second.acknowledge();
  first.receive({ id, type: 'complete' });
  await time.settle();
  second.receive({ id, type: 'next', payload: { data: { commands: 2 } } });

  same(second.bearer(), server.valid);
  same(second.subscribed(), [id]);
  same(first.readyState, 3);
  same(came, [{ commands: 1 }, { commands: 2 }]);
  same(connection(), 'live');
});

test('a connection whose token is taken no longer is made anew with another one', async () => {
  const { server, id } = await follows();
  server.valid = 'of another key';

  FakeSocket.newest().end(4403);
  await time.pass(LATER);
  FakeSocket.newest().acknowledge();

  same(FakeSocket.newest().bearer(), server.valid);
  same(FakeSocket.newest().subscribed(), [id]);
  same(connection(), 'live');
});

test('a session whose token is taken no longer ends, if no other token can be had', async () => {
  const { server } = await follows();
  server.issuer = 'refuses';

  FakeSocket.newest().end(4403);
  await time.pass(LATER);

  same(session(), undefined);
  ok(sessionEnded());
  same(connection(), 'off');
});
