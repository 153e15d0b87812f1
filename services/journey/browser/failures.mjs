// What pages show where nothing can be read, and where there is nothing.
import { DESKTOP, expect, GATEWAY, visit, window } from './stage.mjs';

const NOBODY = '9999999';
const LONG_AGO = '2020-01-01';

/** The gateway answers nothing, as behind a proxy whose gateways are all away; then it answers again. */
export async function saysWhatFailed(addresses) {
  const page = await window('operator whose gateway is away', DESKTOP, 'operator', 'you');
  page.refused = 503;
  const note = page.locator('main .note.failed').first();
  for (const [name, address] of Object.entries(addresses)) {
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'no upstream' }));
    await page.goto(GATEWAY + address);
    await note.waitFor();
    expect(`${name}, away`, (await note.textContent()).includes('status 503'), `it says ${await note.textContent()}`);
    expect(`${name}, away`, (await page.locator('main h1').count()) > 0, 'the page has no title');
    await page.unroute('**/graphql');
    await page.reload();
    await visit(page, address);
  }
  await page.context().close();
}

/** Pages without anything to show. */
export function nothingThere() {
  return {
    'tonight-empty': '/console/tonight?region=browser',
    'calls-empty': `/console/calls?driver=${NOBODY}`,
    'drivers-empty': `/console/drivers?date=${LONG_AGO}`,
    'applications-empty': `/console/applications?driver=${NOBODY}`,
    'abuse-empty': `/console/abuse?driver=${NOBODY}`,
    'settlement-empty': `/console/settlement/${LONG_AGO}`,
  };
}
