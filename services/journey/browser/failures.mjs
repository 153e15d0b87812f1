// What pages show where nothing can be read, and where there is nothing.
import { looksRight } from './pages.mjs';
import { DESKTOP, expect, GATEWAY, PHONE, settled, shot, visit, window } from './stage.mjs';

const NOBODY = '9999999';
const LONG_AGO = '2020-01-01';

const AWAY = { status: 503, contentType: 'text/html', body: 'no upstream' };
const LANGUAGES = { English: { locale: 'en-US', text: /[a-z]/ }, Korean: { locale: 'ko-KR', text: /[가-힣]/ } };

/** Nothing has come yet: each page says so, in both languages, and shows what there is once it comes. */
export async function saysThatItLoads(addresses) {
  for (const [language, { locale, text }] of Object.entries(LANGUAGES)) {
    const page = await window(`operator who waits, ${language}`, { ...DESKTOP, locale }, 'operator', 'you');
    let answered;
    await page.route('**/graphql', async (route) => {
      await answered;
      await route.continue().catch(() => undefined); // the page that asked may be gone
    });
    for (const [name, address] of Object.entries(addresses)) {
      let answer;
      answered = new Promise((done) => (answer = done));
      await page.goto(GATEWAY + address);
      const note = page.locator('main [role=status].empty').first();
      await note.waitFor();
      expect(`${name}, loading, ${language}`, text.test(await note.textContent()), `it says ${await note.textContent()}`);
      await looksRight(page, `${name}, loading, ${language}`);
      answer();
      await settled(page);
    }
    await page.context().close();
  }
}

/** The gateway answers nothing, as behind a proxy whose gateways are all away; then it answers again. */
export async function saysWhatFailed(addresses) {
  for (const [language, { locale, text }] of Object.entries(LANGUAGES)) {
    const page = await window(`operator whose gateway is away, ${language}`, { ...DESKTOP, locale }, 'operator', 'you');
    page.refused = 503;
    const note = page.locator('main .note.failed').first();
    for (const [name, address] of Object.entries(addresses)) {
      await page.route('**/graphql', (route) => route.fulfill(AWAY));
      await page.goto(GATEWAY + address);
      await note.waitFor();
      const said = await note.textContent();
      expect(`${name}, away, ${language}`, said.includes('status 503') && text.test(said.replace('status 503', '')), `it says ${said}`);
      expect(`${name}, away, ${language}`, (await page.locator('main h1').count()) > 0, 'the page has no title');
      await looksRight(page, `${name}, away, ${language}`);
      await page.unroute('**/graphql');
      await page.reload();
      await visit(page, address);
    }
    await page.context().close();
  }
}

/** The same of the apps, in the other language: a driver and a customer are told what failed, and not how. */
export async function tellsAppsWhatFailed(people) {
  for (const { role, subject, address } of people) {
    const page = await window(`${role} whose gateway is away`, PHONE, role, subject);
    page.refused = 503;
    await page.route('**/graphql', (route) => route.fulfill(AWAY));
    await page.goto(GATEWAY + address);
    const note = page.locator('main .note.failed').first();
    await note.waitFor();
    const said = await note.textContent();
    expect(`${role}, away`, /[가-힣]/.test(said) && !said.includes('503'), `it says ${said}`);
    if (role === 'driver') {
      // commands come by themselves: whether the driver is at work is not known all the same
      await page.locator('month-card').waitFor();
      expect(`${role}, away`, (await page.locator('driver-app .big .main').count()) === 0, 'the driver is told to begin a shift that may go on');
    }
    await looksRight(page, `${role}, away`);
    await shot(page, `${role}-away-phone`);
    await page.context().close();
  }
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
