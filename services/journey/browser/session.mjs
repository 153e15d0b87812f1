// A session goes on with other tokens, ends where there are none, and subscriptions go on.
import { DESKTOP, expect, GATEWAY, ISSUER, until, visit, window } from './stage.mjs';

const TOKENS = '**/oidc/token';
/** Of the first token, as the issuer says here: the next one is asked for after two thirds of it. */
const LIFE_SECONDS = 30;
const PAGE = '/console/tonight?region=night';

const token = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('supporters.session') ?? '{}').token);

/** Signs in as people do, at the issuer's page. */
async function signIn(page) {
  await page.goto(GATEWAY + PAGE);
  await page.locator('.people button').first().click();
  await page.locator('tonight-page .figure').first().waitFor();
}

/** The first token lasts for seconds; the connection goes on with the second one, and nothing that is shown goes. */
export async function goesOnWithAnotherToken() {
  const page = await window('operator with a short token', DESKTOP);
  const grants = [];
  await page.route(TOKENS, async (route) => {
    const answer = await route.fetch();
    const granted = await answer.json();
    grants.push(new URLSearchParams(route.request().postData()).get('grant_type'));
    await route.fulfill({ response: answer, json: { ...granted, expires_in: grants.length === 1 ? LIFE_SECONDS : granted.expires_in } });
  });
  const connections = [];
  let renewed = false;
  page.on('websocket', (connection) => {
    connections.push(connection);
    connection.on('framereceived', ({ payload }) => (renewed ||= String(payload).includes('authorizedUntil')));
  });
  await signIn(page);
  await until('another token', () => grants.length === 2);
  expect('renewal', grants.join() === 'authorization_code,refresh_token', `the issuer was asked for ${grants.join(', ')}`);
  await until('the gateway takes it', () => renewed);
  await page.locator('.connection.is-live').waitFor();
  expect('renewal', connections.length === 1 && !connections[0].isClosed(), `there were ${connections.length} connections`);
  expect('renewal', (await page.locator('tonight-page .figure').count()) === 6, 'the figures are gone');
  expect('renewal', page.url() === GATEWAY + PAGE, page.url());
  await page.context().close();
}

/** The gateway takes the token no longer, and the issuer gives no other: a click leads back to the same page. */
export async function signsInAgain() {
  const page = await window('operator whose session ends', DESKTOP);
  await signIn(page);
  const before = await token(page);
  page.refused = [400, 401];
  await page.route('**/graphql', (route) => route.fulfill({ status: 401, json: { errors: [] } }));
  await page.route(TOKENS, (route) => route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' }, json: { error: 'invalid_grant' } }));
  await page.getByText('Your session has ended').waitFor();
  await page.unroute('**/graphql');
  await page.unroute(TOKENS);
  page.refused = undefined;
  await page.locator('.people button').first().click();
  await page.locator('tonight-page .figure').first().waitFor();
  expect('sign-in', page.url() === GATEWAY + PAGE, `it leads to ${page.url()}`);
  expect('sign-in', (await token(page)) !== before, 'the token is the old one');
  await page.context().close();
}

/** Whoever signs out here signs out at the issuer, too, where it has a page for it. The one of development has none, so it is invented. */
export async function signsOutAtTheIssuer() {
  const page = await window('operator who leaves', DESKTOP);
  const END = `${ISSUER}/end-of-session`;
  const asked = [];
  await page.route('**/.well-known/openid-configuration', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), end_session_endpoint: END } });
  });
  await page.route((url) => url.href.startsWith(END), async (route) => {
    asked.push(new URL(route.request().url()).searchParams);
    await route.fulfill({ contentType: 'text/html', body: '<title>signed out</title>' });
  });
  await signIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await until('the issuer is told', () => asked.length === 1);
  expect('sign-out', asked[0].get('post_logout_redirect_uri') === `${GATEWAY}/`, `it leads back to ${asked[0].get('post_logout_redirect_uri')}`);
  await page.goto(`${GATEWAY}/`);
  await page.locator('.people button').first().waitFor();
  await page.context().close();
}

/** An error of one subscription on a connection that stays: the gateway's answer to a first read that was too slow. */
export async function followsAgain() {
  const page = await window('operator whose subscription fails', DESKTOP, 'operator', 'you');
  const subscribed = [];
  let server;
  let connection;
  await page.routeWebSocket(/\/graphql$/, (route) => {
    connection = route;
    server = route.connectToServer();
    route.onMessage((text) => {
      const message = JSON.parse(text);
      if (message.type === 'subscribe' && message.payload.query.includes('subscription Fleet')) {
        subscribed.push(message.id);
      }
      server.send(text);
    });
  });
  await visit(page, PAGE);
  const [id] = await until('the fleet is followed', () => subscribed.length && subscribed);
  server.send(JSON.stringify({ id, type: 'complete' }));
  connection.send(JSON.stringify({ id, type: 'error', payload: [{ message: 'too slow', extensions: { reason: 'DEADLINE_EXCEEDED', retryable: true } }] }));
  await until('it is followed again', () => subscribed.length === 2);
  expect('subscription', subscribed[1] === id, `followed were ${subscribed.join(', ')}`);
  await page.locator('main .note.failed').waitFor({ state: 'detached' });
  await page.locator('.connection.is-live').waitFor();
  await page.context().close();
}
