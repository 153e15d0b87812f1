// What all browser tests share: who is signed in where, what went wrong, and the gateway's API for what a test needs beside the page.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { drawKorean } from './fonts.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const GATEWAY = process.env.GATEWAY;
export const ISSUER = process.env.ISSUER;
export const OUT = process.env.OUT ?? 'target/browser';
/** How long anything may take: a page that is slow fails no test. */
export const SOON = 60_000;
const AGAIN = 500;

/** In another time zone than any region of the night: the console shows and takes the region's times all the same. */
export const DESKTOP = { timezoneId: 'America/New_York', viewport: { width: 1280, height: 900 }, locale: 'en-US', colorScheme: 'light' };
export const PHONE = { viewport: { width: 390, height: 844 }, locale: 'ko-KR', colorScheme: 'dark' };

const problems = [];
let browser;

/** Notes what is not as it should be; the tests go on. */
export function problem(where, text) {
  problems.push(`${where}: ${text}`);
  console.log(`  not right: ${where}: ${text}`);
}

export function expect(where, right, text) {
  if (!right) {
    problem(where, text);
  }
}

/** One thing that the console does. What fails in it does not keep the others from being tried. */
export async function test(name, run) {
  const begin = performance.now();
  const before = problems.length;
  try {
    await run();
  } catch (failure) {
    problem(name, String(failure.message ?? failure).split('\n')[0]);
  }
  const passed = problems.length === before;
  console.log(`${passed ? 'passed' : 'FAILED'} ${((performance.now() - begin) / 1000).toFixed(1).padStart(5)} s  ${name}`);
  return passed;
}

export async function open() {
  mkdirSync(OUT, { recursive: true });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

export async function close() {
  await browser?.close();
  console.log(problems.length ? `${problems.length} things are not right` : 'the console works');
  return problems.length === 0;
}

/** A window of somebody who is signed in. Errors that it logs are problems, unless the network was taken from it, it is to be refused, or the page is not ours. */
export async function window(who, options, role, subject) {
  const context = await browser.newContext({ ...options, permissions: ['geolocation'] });
  context.setDefaultTimeout(SOON);
  await drawKorean(context);
  const page = await context.newPage();
  page.onLine = true;
  page.on('pageerror', (error) => problem(who, `error in the page: ${error.message}`));
  page.on('console', (message) => {
    const lost = !page.onLine && /Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket/.test(message.text());
    const refused = [page.refused ?? []].flat().some((status) => message.text().includes(`a status of ${status}`));
    if (message.type() === 'error' && !lost && !refused && !page.foreign) {
      problem(who, `in the browser's console: ${message.text()}`);
    }
  });
  page.on('dialog', (dialog) => dialog.accept());
  if (role) {
    const session = { token: await token(role, subject), subject, roles: [role], expiresAt: Date.now() + 3_600_000 };
    await context.addInitScript((text) => sessionStorage.setItem('supporters.session', text), JSON.stringify(session));
  }
  return page;
}

export async function token(role, subject) {
  return (await (await fetch(`${ISSUER}/token?role=${role}&sub=${subject}`)).text()).trim();
}

/** Asks the gateway as somebody; again, if a part that was slow or away is all that failed. */
export async function ask(role, subject, query, variables = {}) {
  const end = performance.now() + SOON;
  for (;;) {
    const { data, errors } = await answered(role, subject, query, variables);
    if (!errors) {
      return data;
    }
    if (!errors[0].extensions?.retryable || performance.now() > end) {
      throw new Error(errors.map((one) => `${one.message} ${JSON.stringify(one.extensions ?? {})}`).join('; '));
    }
    await new Promise((later) => setTimeout(later, AGAIN));
  }
}

async function answered(role, subject, query, variables) {
  const answer = await fetch(`${GATEWAY}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token(role, subject)}` },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

/** Reads until something is so. */
export async function until(what, read, millis = SOON) {
  const end = performance.now() + millis;
  for (;;) {
    const value = await read();
    if (value) {
      return value;
    }
    if (performance.now() > end) {
      throw new Error(`${what}: not within ${millis / 1000} s`);
    }
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** Goes to an address within the page, as a link does, and waits until nothing is loading. A page that says that something failed is read once more, as somebody would; if it says so still, it is not right. */
export async function visit(page, address) {
  if (!page.url().startsWith(`${GATEWAY}/console/`)) {
    await page.goto(GATEWAY + address);
  } else {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      window.dispatchEvent(new Event('supporters-route'));
    }, address);
  }
  await settled(page);
  const said = await text(page.locator('main .note.failed'));
  if (said) {
    await page.reload();
    await settled(page);
    const still = await text(page.locator('main .note.failed'));
    if (still) {
      problem(address, `a page with an error: ${still}`);
    } else {
      console.log(`  ${address}: ${said} (gone when it was read once more)`);
    }
  }
}

/** What is said now, on one line; nothing if it is gone already. */
async function text(note) {
  return (await note.allTextContents()).join(' ').replace(/\s+/g, ' ').trim();
}

export async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => ![...document.querySelectorAll('main [role=status].empty')].some((one) => one.checkVisibility())); // what is folded away is not waited for
}

/** A page that shows nothing: what a browser can do for the tests themselves. */
export async function emptyPage() {
  return (await browser.newContext()).newPage();
}

/** The whole page, also what is below the window's edge. */
export async function shot(page, name) {
  await page.screenshot({ path: `${OUT}/${name}.png`, fullPage: true });
}
