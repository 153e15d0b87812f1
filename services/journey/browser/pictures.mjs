// The pictures of the READMEs, taken from a local stand that somebody has started:
//
//   ./mvnw -Plocal                 and, while its night plays:  node services/journey/browser/pictures.mjs night
//   ./mvnw -Plocal -Dincident=2019 and, while its night plays:  node services/journey/browser/pictures.mjs incident
//
// Before: npm install --no-package-lock --prefix services/journey/browser. Pictures of the night go on after it, once its clock runs as others do; the script waits.
// GATEWAY, ISSUER and CHROMIUM say where they are, if elsewhere than usual; PICTURES is the folder, else services/gateway/images.
process.env.GATEWAY ??= 'http://127.0.0.1:8080';
process.env.ISSUER ??= 'http://127.0.0.1:8191';
process.env.OUT ??= new URL('../target/browser', import.meta.url).pathname;

const { mkdirSync, writeFileSync } = await import('node:fs');
const { beginsTheShift, cancels, ordersUntilCommanded } = await import('./drive.mjs');
const { clockRate, CUSTOMER, DESTINATION, ORIGIN, REGION, seed, SUPPORTER } = await import('./seed.mjs');
const { ask, close, DESKTOP, emptyPage, expect, GATEWAY, open, PHONE, test, until, visit, window } = await import('./stage.mjs');

const FOLDER = process.env.PICTURES ?? new URL('../../gateway/images', import.meta.url).pathname;
const MOST_BYTES = 40_000;
const WIDE = 860;
const NARROW = 300;
/** A whole night, and what is before it. */
const LONG = 40 * 60_000;
const NIGHT = 'night';

const ENGLISH = { ...PHONE, locale: 'en-US', colorScheme: 'light' };
const customerAt = { latitude: Number(ORIGIN.lat), longitude: Number(ORIGIN.lng) };
/** So far from the customer that the way shows, and so near that a car is there within the next report. */
const driverAt = { ...customerAt, latitude: customerAt.latitude + 0.004 };
/** By the names that somebody knows who reads the README. */
const places = { origin: { ...ORIGIN, poi: 'Jeju City Hall' }, destination: { ...DESTINATION, poi: 'Jeju Airport' } };
/** Of calls that are driven, so that the map shows a night in its middle. */
const MANY = 5;
/** Of candidates, so that a decision has something to say. */
const SEVERAL = 3;
/** So many calls are looked at, and again after a while: a stand that plays a night is busy. */
const FEW = 15;
const PAUSE_MILLIS = 5_000;
/** The app says where it is every ten seconds. */
const REPORTED_MILLIS = 12_000;
const desktop = { ...DESKTOP, viewport: { width: 1280, height: 800 } };

await open();
mkdirSync(FOLDER, { recursive: true });
const studio = await emptyPage();

/** A picture of what a window shows, small enough for a README. */
async function picture(page, name, width) {
  const png = (await page.screenshot()).toString('base64');
  const webp = await studio.evaluate(small, { png, width, most: MOST_BYTES });
  const bytes = Buffer.from(webp, 'base64');
  expect(name, bytes.length <= MOST_BYTES, `${bytes.length} bytes (expected: at most ${MOST_BYTES})`);
  writeFileSync(`${FOLDER}/${name}.webp`, bytes);
  console.log(`  ${name}.webp: ${Math.round(bytes.length / 1000)} kB`);
}

/** In the browser: scaled, as good as its size allows, and smaller only where no quality does. */
async function small({ png, width, most }) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  for (let wide = width; ; wide = Math.round(wide * 0.9)) {
    canvas.width = wide;
    canvas.height = Math.round((image.height * wide) / image.width);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    for (let quality = 0.9; quality >= 0.5; quality -= 0.1) {
      const data = canvas.toDataURL('image/webp', quality).split(',')[1];
      if (atob(data).length <= most) {
        return data;
      }
    }
  }
}

/** What a wall clock in Seoul shows in the night that is played. */
async function nightClock() {
  const { now } = await (await fetch(`${GATEWAY}/console/clock`)).json();
  return new Date(Date.parse(now) + 9 * 3_600_000).toISOString().slice(11, 16);
}

async function callsIn(statuses, most = 100) {
  const { calls } = await ask('operator', 'you', 'query ($most: Int!, $filter: CallFilter) { calls(first: $most, filter: $filter) { edges { node { callId path reason driverId } } } }', { most, filter: { statuses } });
  return calls.edges.map((edge) => edge.node);
}

/** A call that a supporter drove and for which several were near. */
async function decidedAmongSeveral() {
  const driven = (await callsIn(['COMPLETED'])).filter((call) => call.path === 'SUPPORTERS' && call.driverId).slice(0, FEW);
  for (const call of driven) {
    const read = await ask('operator', 'you', 'query ($id: ID!) { decision(callId: $id) { decisions { offered { driverId } } } }', { id: call.callId }).catch(() => undefined); // not recorded yet
    if ((read?.decision.decisions.at(-1)?.offered.length ?? 0) >= SEVERAL) {
      return call;
    }
  }
  await new Promise((later) => setTimeout(later, PAUSE_MILLIS)); // the night goes on meanwhile
  return undefined;
}

/** Brings something to the top of the window, so that what is below it is in the picture. */
function toTheTop(locator) {
  return locator.evaluate((one) => one.scrollIntoView({ block: 'start' }));
}

async function night() {
  const operator = await window('operator', desktop, 'operator', 'you');
  await test('the night, while it plays', async () => {
    await until('the middle of the night', async () => /^(22|23|00):/.test(await nightClock()), LONG);
    await visit(operator, `/console/tonight?region=${NIGHT}`);
    await operator.waitForTimeout(5_000); // so that the map and the chart have something to show
    const figure = async (index) => Number.parseInt((await operator.locator('tonight-page .figure b').nth(index).textContent()).replace(/\D/g, ''), 10);
    await until('calls wait, and others are under way', async () => (await figure(0)) > 0 && (await figure(1)) >= MANY, LONG);
    await picture(operator, 'see-tonight', WIDE);
  });
  let driven;
  await test('a decision', async () => {
    driven = await until('a supporter has driven', decidedAmongSeveral, LONG);
    await visit(operator, `/console/calls/${driven.callId}`);
    await operator.locator('decision-card table').first().waitFor();
    await toTheTop(operator.locator('decision-card section').first());
    await operator.waitForTimeout(1_000); // the map draws
    await picture(operator, 'see-decision', WIDE);
  });
  await test('the clock runs as others do', () => until('the night is over', async () => (await clockRate(GATEWAY)) < 1.5, LONG));
  await seed();
  await test('the pay of a whole shift', async () => {
    const paid = await window('driver of the night', ENGLISH, 'driver', driven.driverId);
    await visit(paid, '/console/drive');
    await paid.locator('pay-card summary').first().click();
    await paid.locator('pay-card minute-band').waitFor();
    await toTheTop(paid.locator('pay-card section').first());
    await picture(paid, 'see-pay', NARROW);
  });
  const driver = await window('driver', { ...ENGLISH, geolocation: driverAt }, 'driver', SUPPORTER);
  const customer = await window('customer', { ...ENGLISH, geolocation: customerAt }, 'customer', CUSTOMER);
  await test('an order and its drive', async () => {
    await visit(customer, '/console/order');
    if (await customer.locator('order-page .danger').count()) {
      await cancels(customer);
    }
    await customer.locator('[name=origin-place]').selectOption({ label: 'Jeju City Hall' });
    await customer.locator('[name=destination-place]').selectOption({ label: 'Jeju Airport' });
    await customer.waitForTimeout(1_000); // the map draws
    await picture(customer, 'see-order', NARROW);
    await visit(driver, '/console/drive');
    if ((await driver.locator('driver-app .big .danger').count()) === 0) {
      await beginsTheShift(driver); // else it goes on from the pictures before
    }
    await ordersUntilCommanded(customer, places);
    await driver.locator('command-card').waitFor();
    await picture(driver, 'see-command', NARROW);
    await driver.locator('command-card .main').click();
    await driver.locator('driver-app .drive .main').waitFor();
    await customer.locator('approach-card svg').waitFor();
    await toTheTop(customer.locator('order-page .drive'));
    await picture(customer, 'see-coming', NARROW);
    await driver.context().setGeolocation(customerAt);
    await driver.waitForTimeout(REPORTED_MILLIS);
    for (let step = 0; step < 3; step++) {
      await driver.locator('driver-app .drive .main').click();
      await driver.waitForTimeout(3_000); // a step takes a moment to be known
    }
    await driver.locator('driver-app .drive').waitFor({ state: 'detached' }); // so that nobody is left in a car
  });
  await test('a policy', async () => {
    await visit(operator, `/console/policies/${REGION}`);
    const rollout = operator.getByLabel('Rollout (%)');
    await rollout.fill('50');
    await rollout.blur();
    await operator.getByRole('button', { name: 'Look at 1 change' }).click();
    await operator.locator('.changes ins').first().waitFor();
    await toTheTop(operator.locator('section[aria-label="What changes"]'));
    await picture(operator, 'see-policy', WIDE);
  });
}

async function incident() {
  const operator = await window('operator', desktop, 'operator', 'you');
  await test('general dispatch takes over', async () => {
    await until('it goes on for a while', async () => /^(23:[45]|00:0)/.test(await nightClock()), LONG);
    await visit(operator, `/console/tonight?region=${NIGHT}`);
    await toTheTop(operator.locator('tonight-page .split')); // the chart is in the column beside the map
    await operator.waitForTimeout(3_000); // the map and the chart draw
    await picture(operator, 'incident-tonight', WIDE);
  });
  await test('the hop is named', async () => {
    await visit(operator, '/console/services');
    await operator.getByText('routing → tagging is slow or fails').waitFor({ timeout: 120_000 });
    await picture(operator, 'incident-services', WIDE);
  });
  await test('a decision says why', async () => {
    const late = await until('a call went another way', async () => (await callsIn(['GENERAL', 'CANCELLED', 'COMPLETED'])).find((call) => call.reason === 'TAGGING_UNAVAILABLE'));
    await visit(operator, `/console/calls/${late.callId}`);
    await operator.getByText('tagging failed or was late').first().waitFor();
    await picture(operator, 'incident-call', WIDE);
  });
}

const wanted = { night, incident }[process.argv[2]];
if (!wanted) {
  throw new Error(`${process.argv[2]} (expected: night or incident)`);
}
await wanted();
process.exit((await close()) ? 0 : 1);
