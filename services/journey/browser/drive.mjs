// A customer orders, a supporter is commanded: refused with a reason, accepted by silence, driven without a network.
import { ask, expect, SOON, shot, until, visit } from './stage.mjs';
import { answersWith } from './operators.mjs';
import { openToAll } from './pages.mjs';
import { CUSTOMER, DESTINATION, ORIGIN, SUPPORTER } from './seed.mjs';

const AGAIN = 90_000;

/** Counts the beeps that the page makes from now on. */
async function hears(driver) {
  await driver.evaluate(() => {
    globalThis.beeps = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      globalThis.beeps++;
      return start.apply(this, when);
    };
  });
}

export async function beginsTheShift(driver) {
  await visit(driver, '/console/drive');
  await hears(driver);
  await driver.locator('driver-app .big .main').click();
  await driver.locator('driver-app .big .danger').waitFor();
}

async function orders(customer, places) {
  await visit(customer, '/console/order');
  if (await customer.locator('order-page .danger').count()) {
    await cancels(customer); // what a test before left
  }
  for (const [name, place] of [
    ['origin', places.origin],
    ['destination', places.destination],
  ]) {
    for (const part of ['poi', 'lat', 'lng']) {
      await customer.locator(`[name=${name}-${part}]`).fill(place[part]);
    }
  }
  await until("the currency is the region's", async () => (await customer.locator('[name=currency]').inputValue()) === 'KRW');
  await customer.locator('[name=fare]').fill('9000');
  await customer.locator('order-page form .main').click();
  await customer.locator('order-page .drive').waitFor();
}

/** An origin in the middle of the map by the keyboard, a destination from the list: both come with their names and coordinates. Nothing is ordered. */
export async function choosesPlaces(customer) {
  await visit(customer, '/console/order');
  const map = customer.locator('place-map .map');
  await map.focus();
  await map.press('ArrowRight');
  const middle = customer.locator('trip-form .middle');
  await middle.press('Enter');
  await until('the origin is chosen', async () => (await customer.locator('[name=origin-lat]').inputValue()) !== '');
  expect('order', (await customer.locator('[name=origin-poi]').inputValue()) !== '', 'the origin has no name');
  await customer.locator('[name=destination-place]').selectOption({ label: 'Jeju Airport' });
  await until('the destination is chosen', async () => (await customer.locator('[name=destination-lat]').inputValue()).startsWith('33.5'));
  expect('order', (await customer.locator('[name=destination-poi]').inputValue()) === 'Jeju Airport', 'the destination has another name');
  await shot(customer, 'order-places');
  await openToAll(customer, 'order, places chosen');
}

/** Routing knows of a shift a moment after it has begun: until then calls go to general dispatch, and are ordered again. */
export async function ordersUntilCommanded(customer, places = { origin: ORIGIN, destination: DESTINATION }) {
  await until(
    'a call is for the supporters',
    async () => {
      await orders(customer, places);
      const { calls } = await ask('operator', 'you', 'query ($id: ID!) { calls(first: 1, filter: {userId: $id}) { edges { node { path } } } }', { id: CUSTOMER });
      if (calls.edges[0].node.path === 'SUPPORTERS') {
        return true;
      }
      await cancels(customer);
      return false;
    },
    AGAIN,
  );
}

export async function cancels(customer) {
  await customer.locator('order-page .danger').click();
  await customer.locator('order-page form').waitFor();
}

/** The countdown falls; a refusal needs a reason, and the call goes on to general dispatch. */
export async function refusesWithAReason(driver) {
  await driver.locator('command-card').waitFor({ timeout: AGAIN });
  const left = async () => Number(await driver.locator('command-card .ring text').textContent());
  const first = await left();
  await until('the countdown falls', async () => (await left()) < first);
  await until('it sounds again and again', () => driver.evaluate(() => globalThis.beeps >= 4));
  await keepsTheSecret(driver);
  await shot(driver, 'command');
  await openToAll(driver, 'command');
  await driver.locator('command-card .danger').click();
  expect('refusal', (await driver.locator('command-card [role=group] button:not(.plain)').count()) === 5, 'there are not five reasons to choose from');
  await driver.locator('command-card [role=group] button').first().click();
  await driver.locator('command-card').waitFor({ state: 'detached' });
  const date = await businessDate();
  await until('the timeline has the refusal', async () => {
    const { timeline } = await ask('operator', 'you', 'query ($driverId: ID!, $date: Date!) { timeline(driverId: $driverId, businessDate: $date) { entries { action } } }', { driverId: SUPPORTER, date });
    return timeline.entries.at(-1)?.action === 'CALL_REFUSED';
  });
}

/** Nobody presses anything: when the time is over the call is the driver's, and the destination shows. */
export async function silenceAccepts(driver) {
  await driver.locator('command-card').waitFor({ timeout: AGAIN });
  await keepsTheSecret(driver);
  await driver.locator('driver-app .drive .main').waitFor({ timeout: AGAIN });
  await driver.getByText(DESTINATION.poi).waitFor();
}

/** As long as the command is shown: it may be accepted at any moment. */
async function keepsTheSecret(driver) {
  const shown = await driver.evaluate(() => ({ command: document.querySelector('command-card') !== null, page: document.documentElement.outerHTML }));
  expect('command', !shown.command || ![DESTINATION.poi, DESTINATION.lat].some((secret) => shown.page.includes(secret)), 'the destination is in the page before the command is accepted');
}

/** Two steps without a network are kept, shown, and sent in their order once it is back. */
export async function stepsWaitForTheNetwork(driver) {
  driver.onLine = false;
  await driver.context().setOffline(true);
  try {
    await stepsAreKept(driver);
  } finally {
    await driver.context().setOffline(false);
  }
  await until('the steps arrive', async () => (await state()).engagement.state === 'DRIVING', AGAIN);
  await driver.locator('.note.warn').waitFor({ state: 'detached', timeout: SOON });
  driver.onLine = true;
  await driver.locator('driver-app .drive .main').click();
  await until('the drive ends', async () => (await state()).engagement.state === 'FREE');
  const { timeline } = await until('the timeline has the end', async () => {
    const read = await ask('operator', 'you', 'query ($driverId: ID!, $date: Date!) { timeline(driverId: $driverId, businessDate: $date) { entries { action } } }', {
      driverId: SUPPORTER,
      date: await businessDate(),
    });
    return read.timeline.entries.at(-1)?.action === 'CALL_COMPLETED' ? read : undefined;
  });
  const last = timeline.entries.slice(-4).map((entry) => entry.action.replace('CALL_', ''));
  expect('offline', last.join() === 'ACCEPTED,ARRIVED,PICKED_UP,COMPLETED', `the steps came as ${last.join(', ')}`);
}

/** Taken without a network: the page says so, and the gateway has none of them. */
async function stepsAreKept(driver) {
  await driver.locator('driver-app .drive .main').click();
  await driver.locator('driver-app .steps li:nth-child(2)[aria-current]').waitFor();
  await driver.locator('driver-app .drive .main').click();
  await driver.locator('driver-app .steps li:nth-child(3)[aria-current]').waitFor();
  expect('offline', (await driver.locator('.note.warn').textContent()).includes('2개'), 'the page does not say that two steps wait');
  const { engagement } = await state();
  expect('offline', engagement.state === 'ACCEPTED', `the gateway has ${engagement.state} already`);
  await shot(driver, 'offline');
  await opensWithoutTheNetwork(driver);
}

/** What the browser keeps of the app is enough to open it, with the drive and the steps that wait. */
async function opensWithoutTheNetwork(driver) {
  await driver.reload();
  await driver.locator('driver-app .steps li:nth-child(3)[aria-current]').waitFor();
  const opened = await driver.evaluate(() => ({ onLine: navigator.onLine, byWorker: performance.getEntriesByType('navigation')[0].workerStart > 0 }));
  expect('offline', !opened.onLine && opened.byWorker, `opened: ${JSON.stringify(opened)}`);
  expect('offline', (await driver.locator('.note.warn').textContent()).includes('2개'), 'after a reload the page does not say that two steps wait');
}

/** What a browser asks for before it offers to install the app, and that it keeps all that the app needs. */
export async function mayBeInstalled(driver) {
  await visit(driver, '/console/drive');
  const devTools = await driver.context().newCDPSession(driver);
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // a window of tests has no profile of its own
  const wrong = installabilityErrors.map((one) => one.errorId).filter((one) => one !== 'in-incognito');
  expect('installation', wrong.length === 0, `what is in its way: ${wrong.join(', ')}`);
  const { errors } = await devTools.send('Page.getAppManifest');
  expect('installation', errors.length === 0, `its manifest: ${errors.map((one) => one.message).join(', ')}`);
  await devTools.detach();
  await until('the browser keeps the app', () => driver.evaluate(async () => navigator.serviceWorker.controller !== null && (await caches.match('/console/drive')) !== undefined));
}

/** A call of the customer that the supporter is driving to: another one, unless there is one. */
async function comesToTheCustomer(driver, customer) {
  if ((await state()).engagement.state !== 'ACCEPTED') {
    await ordersUntilCommanded(customer);
    await driver.locator('command-card .main').click({ timeout: AGAIN });
  }
  await driver.locator('driver-app .drive .main').waitFor();
}

/** The customer sees how far away the driver is, and that this changes. */
export async function seesTheDriverCome(customer, driver) {
  await comesToTheCustomer(driver, customer);
  await visit(customer, '/console/order');
  const far = customer.locator('approach-card figcaption p').first();
  const says = async () => (await far.count()) === 1 && (await far.textContent()).match(/^[\d.,]+ k?m/)?.[0];
  await isNorthOfTheCustomer(driver, 220);
  const first = await until('the customer sees how far away the driver is', says);
  await isNorthOfTheCustomer(driver, 60);
  await until('the customer sees the driver come', async () => {
    const now = await says();
    return now && now !== first;
  });
  await shot(customer, 'approach-phone');
  await openToAll(customer, 'order, the driver comes');
}

/** The second tap of a finger comes where the button of the next step is now. */
export async function takesOneStepForTwoTaps(driver, customer) {
  await comesToTheCustomer(driver, customer);
  const button = driver.locator('driver-app .drive .main:not([aria-disabled=true])');
  await button.waitFor();
  await button.dblclick();
  await driver.locator('driver-app .steps li:nth-child(2)[aria-current]').waitFor();
  await until('the step arrives', async () => (await state()).engagement.state === 'ARRIVED');
  await button.waitFor(); // the next step may be taken now
  const { engagement } = await state();
  expect('taps', engagement.state === 'ARRIVED', `two taps led to ${engagement.state}`);
}

/** The call of the customer that goes on. */
export async function presentCall() {
  const { calls } = await ask('operator', 'you', 'query ($id: ID!) { calls(first: 1, filter: {userId: $id}) { edges { node { callId } } } }', { id: CUSTOMER });
  return calls.edges[0].node.callId;
}

/** Rest, and work again. */
export async function rests(driver) {
  await visit(driver, '/console/drive');
  await driver.getByRole('button', { name: '휴식하기' }).click();
  const again = driver.getByRole('button', { name: '다시 근무' });
  await again.waitFor();
  expect('rest', (await workState()) === 'RESTING', `the shift is ${await workState()}`);
  await shot(driver, 'rest-phone');
  await again.click();
  await driver.getByRole('button', { name: '휴식하기' }).waitFor();
  expect('rest', (await workState()) === 'WORKING', `the shift is ${await workState()}`);
}

/** With the phone in a pocket nobody sees the page: its positions are told all the same. */
export async function tellsPositionsUnseen(driver) {
  await visit(driver, '/console/drive');
  await driver.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
  try {
    const told = driver.waitForRequest((one) => one.url().endsWith('/graphql') && one.postDataJSON()?.variables?.input?.positions?.some(({ lat }) => lat > Number(ORIGIN.lat)));
    await isNorthOfTheCustomer(driver, 30);
    await told;
  } finally {
    await driver.evaluate(() => delete document.hidden);
  }
}

function isNorthOfTheCustomer(driver, meters) {
  return driver.context().setGeolocation({ latitude: Number(ORIGIN.lat) + meters / 111_320, longitude: Number(ORIGIN.lng) });
}

/** A move is proposed and accepted. No plan proposes one here, so the proposal is invented: what would be answered is looked at. */
export async function goesWhereItIsTold(driver) {
  const move = {
    moveId: 'browser-move',
    driverId: SUPPORTER,
    kind: 'PLACE',
    state: 'PROPOSED',
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    destinationInfo: { lat: DESTINATION.lat, lng: DESTINATION.lng, poi: DESTINATION.poi, address: null },
  };
  const answers = [];
  await driver.route('**/graphql', async (route) => {
    const input = route.request().postDataJSON()?.variables?.input;
    if (input?.moveId === move.moveId) {
      answers.push(input.accept);
      move.state = 'ACCEPTED';
      await route.fulfill({ json: { data: { respondToMove: { move } } } });
      return;
    }
    await answersWith(route, (data) => {
      if ('activeMove' in data) {
        data.activeMove = move;
      }
    });
  });
  const card = driver.locator('driver-app .card.move');
  await card.getByText(DESTINATION.poi).waitFor();
  await openToAll(driver, 'move');
  await shot(driver, 'move-phone');
  await card.getByRole('button', { name: '이동', exact: true }).click();
  await card.locator('.badge').waitFor();
  expect('move', answers.join() === 'true', `answered was ${answers.join()}`);
  await driver.unroute('**/graphql');
}

/** The shift ends, after a question. Only then its statement may be disputed. */
export async function endsTheShift(driver) {
  await visit(driver, '/console/drive');
  await driver.getByRole('button', { name: '퇴근하기' }).click();
  await until('the shift is over', async () => (await workState()) === 'ENDED');
  const date = await businessDate();
  await until('the statement knows', async () => {
    const { statement } = await ask('operator', 'you', 'query ($driverId: ID!, $date: Date!) { statement(driverId: $driverId, product: DRIVER, businessDate: $date) { endedAt } }', { driverId: SUPPORTER, date });
    return statement?.endedAt;
  });
  return date;
}

/** The driver says that a statement is wrong, an operator answers, and the driver reads it. */
export async function disputesTheStatement(driver, operator) {
  const [wrong, answer] = ['대기 시간이 빠졌습니다', '확인했습니다. 정산이 맞습니다.'];
  const date = await businessDate();
  const details = async () => {
    await driver.reload();
    await driver.locator('pay-card summary').first().click();
  };
  await visit(driver, '/console/drive');
  await details();
  await driver.locator('pay-card dispute-form summary').click();
  await driver.locator('pay-card dispute-form [name=text]').fill(wrong);
  await openToAll(driver, 'dispute');
  await driver.locator('pay-card dispute-form .main').click();
  await driver.locator('pay-card blockquote').filter({ hasText: wrong }).waitFor();
  await shot(driver, 'dispute-phone');
  await visit(operator, `/console/settlement/${date}`);
  const card = operator.locator('dispute-card').filter({ hasText: wrong });
  await card.locator('[name=answer]').fill(answer);
  await card.getByRole('button', { name: 'Answer', exact: true }).click();
  await card.waitFor({ state: 'detached' });
  await details();
  await driver.locator('pay-card').getByText(answer).waitFor();
}

async function workState() {
  const { workStatus } = await ask('operator', 'you', 'query ($driverId: ID!) { workStatus(driverId: $driverId, product: DRIVER) { state } }', { driverId: SUPPORTER });
  return workStatus.state;
}

function state() {
  return ask('operator', 'you', 'query ($driverId: ID!) { engagement(driverId: $driverId) { state } }', { driverId: SUPPORTER });
}

async function businessDate() {
  const { workStatus } = await ask('operator', 'you', 'query ($driverId: ID!) { workStatus(driverId: $driverId, product: DRIVER) { businessDate } }', { driverId: SUPPORTER });
  return workStatus.businessDate;
}
