// An operator's main tasks with the keyboard alone: everything is reached by Tab, shows that it has the focus, and does its work.
import { expect, until, visit } from './stage.mjs';
import { REGION } from './seed.mjs';

/** More than any page has between two things of one task. */
const MOST_TABS = 250;

/** Goes on with Tab until something has the focus. */
async function tabTo(page, locator, what) {
  await locator.waitFor({ state: 'attached' });
  for (let tab = 0; tab < MOST_TABS; tab++) {
    if (await locator.evaluate((one) => one === document.activeElement)) {
      const seen = await locator.evaluate((one) => one.matches(':focus-visible') && getComputedStyle(one).outlineStyle !== 'none');
      expect('keyboard', seen, `${what} does not show that it has the focus`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached by Tab`);
}

/** Through the menu, as a mouse would go. */
async function goTo(page, name, title) {
  await page.evaluate(() => document.activeElement?.blur());
  await tabTo(page, page.locator('.bar nav').getByRole('link', { name, exact: true }), `the menu's ${name}`);
  await page.keyboard.press('Enter');
  await page.locator('main h1').filter({ hasText: title }).waitFor();
}

export async function worksWithTheKeyboard(operator, { callId, date, driverId }) {
  await visit(operator, '/console/tonight');
  await findsACall(operator, callId);
  await readsAStatement(operator, date, driverId);
  await changesAPolicy(operator);
}

/** The content is one step away, without going through the menu. */
async function findsACall(page, callId) {
  await page.evaluate(() => document.activeElement?.blur());
  const skip = page.locator('.skip');
  await tabTo(page, skip, 'the way past the menu');
  await goTo(page, 'Calls', 'Calls');
  await tabTo(page, page.locator('calls-page [name=id]'), 'the number of a call');
  await page.keyboard.type(callId);
  await page.keyboard.press('Enter');
  await page.locator('call-page .life li').first().waitFor();
  expect('keyboard', page.url().endsWith(`/calls/${callId}`), page.url());
}

async function readsAStatement(page, date, driverId) {
  await visit(page, `/console/settlement/${date}`);
  const link = page.locator('settlement-page table').getByRole('link', { name: driverId, exact: true });
  await tabTo(page, link, 'a statement');
  await page.keyboard.press('Enter');
  await page.locator('statement-card .large').waitFor();
  await tabTo(page, page.locator('statement-card [name=amount]'), 'the amount of a correction');
}

/** As far as the look at what changes; it is undone. */
async function changesAPolicy(page) {
  await visit(page, `/console/policies/${REGION}`);
  const rollout = page.getByLabel('Rollout (%)');
  await tabTo(page, rollout, 'the rollout');
  const before = await rollout.inputValue();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(before === '70' ? '71' : '70');
  await page.keyboard.press('Tab'); // only then the field is taken as filled in
  await tabTo(page, page.getByRole('button', { name: 'Look at 1 change' }), 'the look at the change');
  await page.keyboard.press('Enter');
  await page.locator('.changes ins').first().waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Put into force' }), 'the button that puts it into force');
  await visit(page, '/console/policies/night');
  await visit(page, `/console/policies/${REGION}`);
  await until('nothing was put', async () => (await page.getByLabel('Rollout (%)').inputValue()) === before);
}
