// What the console costs a browser and what viewers cost the gateway, on the local stand that runs: see the README of load-tests.
// Nothing is asserted. GATEWAY, ISSUER and CHROMIUM say where they are, VIEWERS and SECONDS how much is measured. It prints rows for the README's table, then
// all figures as JSON.
import { cpus } from 'node:os';
import { chromium } from 'playwright-core';

const GATEWAY = process.env.GATEWAY ?? 'http://127.0.0.1:8080';
const ISSUER = process.env.ISSUER ?? 'http://127.0.0.1:8191';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const VIEWERS = Number(process.env.VIEWERS ?? 100);
const SECONDS = Number(process.env.SECONDS ?? 20);
const SUPPORTERS = 2_000;
const CALLS = 500;
const LOOKS = 7;
/** How often a viewer is told something in a second, in what is to be reached. */
const UPDATES = 10;
/** After so long the viewers have what there was, and are told only what changes. */
const SETTLED_MILLIS = 5_000;
/** What a browser loads before it asks for anything of the night. */
const BUNDLE = ['Document', 'Script', 'Stylesheet', 'Image', 'Font', 'Manifest'];

const token = await tokenOf('you');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const on = { date: new Date().toISOString().slice(0, 10), cores: cpus().length, chromium: browser.version() };
const result = { on, paint: await paint(), panning: await panning(), viewers: await viewers() };
await browser.close();
rows(result).forEach((row) => console.log(`| ${row.join(' | ')} |`));
console.log(JSON.stringify(result, undefined, 2));

/** As the README has them: what, measured, to be reached, when and on what. */
function rows({ on: { date, cores, chromium: version }, paint: painted, panning: { many }, viewers: told }) {
  const where = `${date}, ${cores} cores, Chromium ${version.split('.')[0]}`;
  const scaled = told.updatesPerSecondOfEach < UPDATES ? `, scaled from ${told.updatesPerSecondOfEach} updates a second` : '';
  return [
    ['first paint', `${painted.consoleMillis} ms`, 'at most 1,000 ms', where],
    ['files of *Tonight*, with map and charts, over the network', `${painted.bundleKilobytes} kB`, 'at most 300 kB', where],
    [`panning with ${count(SUPPORTERS)} supporters and ${count(CALLS)} calls`, `${many.framesPerSecond} frames a second, 95 % within ${many.p95Millis} ms, the longest ${many.longestMillis} ms`, '60 frames a second', where],
    [`viewers at once`, `${told.viewersToTheEnd} of ${told.viewers}, the last told after ${told.lastToldFirstMillis} ms`, '100', where],
    [`gateway, for a viewer at ${UPDATES} updates a second`, `${told.percentOfACorePerViewerAtTenUpdates} % of a core${scaled}`, 'less than 3 % of a core', where],
  ];
}

function count(value) {
  return value.toLocaleString('en');
}

/** A page in a browser that has nothing in its cache, signed in. */
async function page() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const session = { token, subject: 'you', roles: ['operator'], expiresAt: Date.now() + 3_600_000 };
  await context.addInitScript((text) => sessionStorage.setItem('supporters.session', text), JSON.stringify(session));
  return context.newPage();
}

/** Median of first contentful paints, and of those of a page that is one word, in milliseconds; what came over the network, in kB: all of it, and the files alone. */
async function paint() {
  const console = [];
  const word = [];
  let bytes = 0;
  let bundle = 0;
  for (let look = 0; look < LOOKS; look++) {
    bytes = 0;
    bundle = 0;
    const types = new Map();
    const shown = await page();
    const network = await shown.context().newCDPSession(shown);
    await network.send('Network.enable');
    network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      bundle += BUNDLE.includes(types.get(requestId)) ? encodedDataLength : 0;
    });
    await shown.goto(`${GATEWAY}/console/tonight`);
    await shown.locator('night-map .ol-viewport').waitFor();
    console.push(await firstPaint(shown));
    await shown.context().close();
    const blank = await page();
    await blank.route('**/word', (route) => route.fulfill({ contentType: 'text/html', body: '<p>word</p>' }));
    await blank.goto(`${GATEWAY}/word`);
    word.push(await firstPaint(blank));
    await blank.context().close();
  }
  return { consoleMillis: median(console), oneWordMillis: median(word), kilobytes: Math.round(bytes / 1000), bundleKilobytes: Math.round(bundle / 1000) };
}

function firstPaint(shown) {
  return shown.evaluate(
    () =>
      new Promise((found) =>
        new PerformanceObserver((list) => found(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }),
      ),
  );
}

/** Frames a second while the map is dragged: with nothing on it, and with many supporters and calls that are told again each second. */
async function panning() {
  const shown = await page();
  await shown.goto(`${GATEWAY}/console/tonight`);
  await shown.locator('night-map .ol-viewport').waitFor();
  await shown.waitForTimeout(3_000);
  const empty = await dragged(shown);
  const full = await shown.evaluate(
    ([supporters, calls]) => {
      const map = document.querySelector('night-map');
      const { south, west, north, east } = map.bounds;
      const at = () => [west + Math.random() * (east - west), south + Math.random() * (north - south)];
      const any = (states) => states[Math.floor(Math.random() * states.length)];
      const fill = () => {
        map.supporters = Array.from({ length: supporters }, (_, id) => ({ driverId: String(id), at: at(), state: any(['FREE', 'COMMANDED', 'DRIVING', 'RESTING']) }));
        map.calls = Array.from({ length: calls }, (_, id) => ({ callId: String(id), at: at(), state: any(['REQUESTED', 'ACCEPTED', 'DRIVING', 'GENERAL']), label: id % 5 ? '' : `${id % 9}:00` }));
      };
      // what the page itself tells the map is less
      Object.getPrototypeOf(document.querySelector('tonight-page')).fillMap = () => {};
      fill();
      setInterval(fill, 1_000);
      return true;
    },
    [SUPPORTERS, CALLS],
  );
  await shown.waitForTimeout(2_000);
  const many = full && (await dragged(shown));
  await shown.context().close();
  return { empty, many };
}

async function dragged(shown) {
  const box = await shown.locator('night-map .ol-viewport').boundingBox();
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  await shown.mouse.move(...middle);
  await shown.mouse.down();
  const frames = shown.evaluate(
    (millis) =>
      new Promise((found) => {
        const times = [];
        const frame = (time) => {
          times.push(time);
          if (time - times[0] < millis) {
            requestAnimationFrame(frame);
          } else {
            const gaps = times.slice(1).map((one, index) => one - times[index]);
            gaps.sort((one, other) => one - other);
            found({ framesPerSecond: Math.round(((times.length - 1) / (time - times[0])) * 1_000), longestMillis: Math.round(gaps.at(-1)), p95Millis: Math.round(gaps[Math.floor(gaps.length * 0.95)]) });
          }
        };
        requestAnimationFrame(frame);
      }),
    5_000,
  );
  let done = false;
  void frames.then(() => (done = true));
  for (let step = 0; !done; step++) {
    await shown.mouse.move(middle[0] + 150 * Math.sin(step / 10), middle[1] + 100 * Math.cos(step / 10));
  }
  await shown.mouse.up();
  return frames;
}

/** Processor time of the gateway with so many viewers of tonight's page on their websockets, less what it takes without them. */
async function viewers() {
  const { policies } = await ask('{ policies { policies { region product } } }');
  // that of the night: a stand has others for its demo and for tests
  const { region, product } = policies.policies.find((policy) => policy.region === 'night') ?? policies.policies[0];
  const before = await processorShare();
  const shown = await page();
  await shown.goto(`${GATEWAY}/console/clock`);
  // each is somebody else, as operators are: what they share they share by their role
  const tokens = await Promise.all(Array.from({ length: VIEWERS }, (_, viewer) => tokenOf(`viewer-${viewer}`)));
  await shown.evaluate(watch, [tokens, product, region]);
  await shown.waitForTimeout(SETTLED_MILLIS);
  const first = await shown.evaluate(() => globalThis.updates);
  const withThem = await processorShare();
  const { updates: last, open, lastFirst } = await shown.evaluate(() => ({ updates: globalThis.updates, open: globalThis.sockets.filter((one) => one.readyState === WebSocket.OPEN).length, lastFirst: Math.max(...globalThis.firsts) }));
  const updates = last - first;
  await shown.context().close();
  // the night changes meanwhile: what the gateway takes without viewers is the mean of before and after
  const after = await processorShare();
  const without = (before + after) / 2;
  const updatesPerSecond = updates / SECONDS / VIEWERS;
  return {
    viewers: VIEWERS,
    viewersToTheEnd: open,
    lastToldFirstMillis: Math.round(lastFirst),
    region,
    updatesPerSecondOfEach: round(updatesPerSecond),
    gatewayPercentOfACoreBefore: round(before),
    gatewayPercentOfACoreAfter: round(after),
    gatewayPercentOfACoreWith: round(withThem),
    percentOfACorePerViewer: round((withThem - without) / VIEWERS),
    // only if it grows with the updates: what is measured is the line above
    percentOfACorePerViewerAtTenUpdates: updates ? round((((withThem - without) / VIEWERS) * UPDATES) / updatesPerSecond) : null,
  };
}

async function processorShare() {
  const before = await processorNanos();
  const begin = performance.now();
  await new Promise((later) => setTimeout(later, SECONDS * 1_000));
  return ((await processorNanos()) - before) / (performance.now() - begin) / 10_000;
}

async function processorNanos() {
  const metrics = await (await fetch(`${GATEWAY}/q/metrics`)).text();
  return Number(/^process_cpu_time_ns_total\S* (\S+)$/m.exec(metrics)[1]);
}

/** In the browser: so many websockets that follow what the page follows; counts what they are told, and when each was told first. */
async function watch([tokens, product, region]) {
  globalThis.updates = 0;
  globalThis.sockets = [];
  globalThis.firsts = [];
  const begin = performance.now();
  const fleet = 'subscription ($product: Product!, $region: String!) { fleet(product: $product, region: $region) { supporters { driverId state since callId position { lat lng } unreachable moveTo { lat lng } } } }';
  const zones = 'subscription ($product: Product!, $region: String!) { zonesChanged(product: $product, region: $region) { geoJson } }';
  const calls = 'subscription ($product: Product!, $region: String!) { callsChanged(product: $product, region: $region) { more calls { callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin { lat lng poi address } destination { lat lng poi address } } } }';
  const one = (token) =>
    new Promise((opened, failed) => {
      const socket = new WebSocket(location.origin.replace('http', 'ws') + '/graphql', 'graphql-transport-ws');
      globalThis.sockets.push(socket);
      let told = false;
      socket.onclose = (closed) => failed(new Error(`closed ${closed.code}`));
      socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } }));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === 'connection_ack') {
          [fleet, zones, calls].forEach((query, id) => socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query, variables: { product, region } } })));
          opened();
        } else if (message.type === 'ping') {
          socket.send(JSON.stringify({ type: 'pong' }));
        } else if (message.type === 'next') {
          globalThis.updates++;
          if (!told) {
            told = true;
            globalThis.firsts.push(performance.now() - begin);
          }
        } else {
          failed(new Error(data));
        }
      };
    });
  await Promise.all(tokens.map(one));
}

async function tokenOf(subject) {
  return (await (await fetch(`${ISSUER}/token?role=operator&sub=${subject}`)).text()).trim();
}

async function ask(query) {
  const answer = await fetch(`${GATEWAY}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()).data;
}

function median(values) {
  return Math.round(values.sort((one, other) => one - other)[Math.floor(values.length / 2)]);
}

function round(value) {
  return Math.round(value * 1_000) / 1_000;
}
