import { Server, Time } from './fakes.ts';
import { lateStep, take, unsentTimes } from '../../../target/web-bundler/prod/web/app/driver/outbox.ts';
import { signOutAddress } from '../../../target/web-bundler/prod/web/app/core/oidc.ts';
import { endsSoon, keepSession } from '../../../target/web-bundler/prod/web/app/core/renewal.ts';
import { begin, end, has, session, sessionEnded } from '../../../target/web-bundler/prod/web/app/core/session.ts';
import { request } from '../../../target/web-bundler/prod/web/app/graphql/client.ts';
import { MyShift } from '../../../target/web-bundler/prod/web/app/graphql/operations.ts';
import { failure, ok, same, test } from './expect.ts';

const GROUPS = { path: ['groups'], prefix: '' };
const LIFE_SECONDS = 300;
const MINUTE = 60_000;

const time = new Time();
keepSession();

function signedIn(): Server {
  localStorage.clear();
  end(false);
  const server = new Server(LIFE_SECONDS);
  begin(server.grant(), GROUPS);
  return server;
}

const ask = () => request(MyShift, { product: 'DRIVER' });

test('asks for another token a minute before the present one ends, again and again', async () => {
  const server = signedIn();
  const first = session()?.token;

  await time.pass(4 * MINUTE - 1);
  same(server.forms.length, 0);
  await time.pass(1);

  same([...(server.forms[0] ?? [])], [
    ['grant_type', 'refresh_token'],
    ['refresh_token', 'refresh-1'],
    ['client_id', 'console'],
  ]);
  ok(session()?.token !== first);
  ok(has('driver'));
  await time.pass(30 * MINUTE);
  same(session()?.token, server.valid);
  ok(!endsSoon());
});

test('a request whose token the gateway takes no longer is sent again with another, and requests at once need one', async () => {
  const server = signedIn();
  const first = session()?.token;
  server.valid = 'of another key';

  await Promise.all([ask(), ask(), ask()]);

  same(server.forms.length, 1);
  same(server.requests.filter((one) => one.token === first).length, 3);
  same(server.requests.filter((one) => one.token === server.valid).length, 3);
});

test('a phone that slept beyond the end of its token asks for another one first', async () => {
  const server = signedIn();
  const slept = Date.now;
  Date.now = () => slept() + 60 * MINUTE;

  await ask();

  same(server.requests.map((one) => one.token), [server.valid]);
  Date.now = slept;
});

test('an issuer that does not answer ends no session, and is asked again', async () => {
  const server = signedIn();
  server.issuer = 'away';

  await time.pass(6 * MINUTE);
  server.valid = 'of another key';
  same((await failure(ask)).reason, 'UNREACHABLE');

  ok(session());
  server.issuer = 'answers';
  await time.pass(6_000);
  same(session()?.token, server.valid);
});

test('where the issuer gives no other token, the page says so before the session ends', async () => {
  const server = signedIn();
  server.issuer = 'refuses';
  ok(!endsSoon());

  await time.pass(4 * MINUTE);
  ok(endsSoon());
  await ask();
  server.valid = '';
  same((await failure(ask)).reason, 'UNAUTHENTICATED');

  same(session(), undefined);
  ok(sessionEnded());
  same(server.forms.length, 1);
});

test('steps of a drive that could not be sent are sent once the driver has signed in again, with their keys', async () => {
  const server = signedIn();
  server.issuer = 'refuses';
  server.valid = '';
  take('arrive', '254137');
  await time.pass(0);
  ok(!session());

  begin(server.grant(), GROUPS);
  same(unsentTimes().length, 1);
  take('pickUp', '254137');
  await time.pass(0);

  same(unsentTimes().length, 0);
  const keys = server.requests.map((one) => one.body.variables.input?.clientMutationId);
  same(keys[0], keys[1]);
  same(server.requests.length, 3);
});

test('whoever signs out here signs out at the issuer, too, and is led back', async () => {
  const server = signedIn();
  same(await signOutAddress(undefined), undefined);

  server.signsOut = true;
  const address = new URL((await signOutAddress('of.the.person')) ?? '');

  same(address.origin + address.pathname, 'https://issuer.example/end');
  same([...address.searchParams], [
    ['tenant', '1'],
    ['client_id', 'console'],
    ['post_logout_redirect_uri', 'http://127.0.0.1:8080/'],
    ['id_token_hint', 'of.the.person'],
  ]);
  server.issuer = 'away';
  same(await signOutAddress('of.the.person'), undefined);
});

test('by what the issuer knows a person is kept with each next token', async () => {
  const server = signedIn();
  end(false);
  begin({ ...server.grant(), idToken: 'of.the.person' }, GROUPS);

  await time.pass(4 * MINUTE);

  same(server.forms.length, 1);
  same(session()?.idToken, 'of.the.person');
});

test('a step that arrives late says when it was taken, and which time counts', async () => {
  const server = signedIn();
  server.issuer = 'refuses';
  server.valid = '';
  take('arrive', '254138');
  await time.pass(20_000);
  same(lateStep(), undefined);

  begin(server.grant(), GROUPS);
  take('pickUp', '254138');
  await time.pass(0);

  const late = lateStep();
  same(late?.kind, 'arrive');
  same(Date.parse(late?.arrivedAt ?? '') - Date.parse(late?.takenAt ?? ''), 20_000);
});
