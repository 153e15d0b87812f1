// A customer orders, a supporter is commanded: refused with a reason, accepted by silence, driven without a network.
import { ask, expect, SOON, shot, until, visit } from './stage.mjs';
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
  await driver.locator('driver-app .drive .main').click();
  await driver.locator('driver-app .steps li:nth-child(2)[aria-current]').waitFor();
  await driver.locator('driver-app .drive .main').click();
  await driver.locator('driver-app .steps li:nth-child(3)[aria-current]').waitFor();
  expect('offline', (await driver.locator('.note.warn').textContent()).includes('2개'), 'the page does not say that two steps wait');
  await shot(driver, 'offline');
  await opensWithoutTheNetwork(driver);
  const { engagement } = await state();
  expect('offline', engagement.state === 'ACCEPTED', `the gateway has ${engagement.state} already`);
  await driver.context().setOffline(false);
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

function state() {
  return ask('operator', 'you', 'query ($driverId: ID!) { engagement(driverId: $driverId) { state } }', { driverId: SUPPORTER });
}

async function businessDate() {
  const { workStatus } = await ask('operator', 'you', 'query ($driverId: ID!) { workStatus(driverId: $driverId, product: DRIVER) { businessDate } }', { driverId: SUPPORTER });
  return workStatus.businessDate;
}
