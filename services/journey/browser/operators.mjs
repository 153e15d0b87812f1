// What an operator sees of a night beside its figures: where demand is, who was near, what became of commands, and what a rule would do.
import { ask, expect, shot, until, visit } from './stage.mjs';
import { openToAll } from './pages.mjs';
import { CUSTOMER, REGION, SUPPORTER } from './seed.mjs';

const RULE = 'browser';

/** The map's cells are shaded by what is chosen, and the table beside it says the same. */
export async function shadesTheCells(operator) {
  await visit(operator, '/console/tonight?region=night');
  const card = operator.locator('cell-demand');
  const told = card.locator('tbody tr, .empty:not([role])').first();
  await told.waitFor();
  for (const measure of ['Uncovered', 'Demand']) {
    const button = card.getByRole('button', { name: measure });
    await button.click();
    await card.locator(`button[aria-pressed=true]`).filter({ hasText: measure }).waitFor();
    await told.waitFor();
  }
  const rows = await card.locator('tbody tr').count();
  const shades = await operator.locator('.map-card .legend .key[class*=shade-demand]').count();
  expect('cells', shades === (rows ? 5 : 0), `${rows} cells have demand, and the legend has ${shades} shades`);
  await shot(operator, 'tonight-cells');
}

/** The night's figures by zone: as many rows as zones, or a word where none applied. */
export async function tellsFiguresByZone(operator, date) {
  await visit(operator, '/console/tonight?region=night');
  await operator.getByRole('button', { name: 'Look back' }).click();
  await operator.getByLabel('Business date').fill(date);
  const card = operator.locator('.zone-figures');
  await until('the zones of that night are shown', async () => (await operator.locator('night-figures th.number small').first().textContent()) === date && (await card.count()) === 1);
  const { kpis } = await ask('operator', 'you', 'query ($date: Date!) { kpis(businessDate: $date, product: DRIVER, region: "night") { regions { zones { area kpis { calls } } } } }', { date });
  const { zones } = kpis.regions[0];
  const applied = zones.some((one) => one.area !== 'REGION');
  const rows = await card.locator('tbody tr').count();
  expect('zones', rows === (applied ? Math.min(30, zones.length) : 0), `${rows} rows of ${zones.length} zones`);
  expect('zones', (await card.locator('.empty').count()) === (applied && zones.length <= 30 ? 0 : 1), 'that no zones apply, or that there are more, is not said');
  await card.scrollIntoViewIfNeeded();
  await shot(operator, 'tonight-zones');
  await operator.getByRole('button', { name: 'Live', exact: true }).click();
}

/** A call that was held: its page says when, among how many calls it was chosen for, and who might have taken it. */
export async function tellsWhyAHeldCallWaited(operator) {
  const held = await aHeldCall();
  await visit(operator, `/console/calls/${held.callId}`);
  const card = operator.locator('held-card');
  const newest = held.choices.findLast((one) => one.driverId) ?? held.choices.at(-1);
  const open = card.locator('.card > details[open]');
  await open.filter({ hasText: `${newest.calls} ${newest.calls === 1 ? 'call' : 'calls'} waited` }).waitFor();
  expect('held call', (await open.locator('tbody tr').count()) === newest.candidates.length, `not all ${newest.candidates.length} who might have taken it are listed`);
  expect('held call', !newest.driverId || (await open.getByText('chosen for this call').count()) === 1, 'who was chosen is not said');
  await operator.locator('.life li').filter({ hasText: 'it waits' }).first().waitFor();
  await card.scrollIntoViewIfNeeded();
  await shot(operator, 'call-held');
  await openToAll(operator, 'a held call');
}

/** Of the night: one for which somebody was chosen, else one for which nobody was. */
async function aHeldCall() {
  const { calls } = await ask('operator', 'you', '{ calls(first: 100, filter: {statuses: [COMPLETED, GENERAL, CANCELLED]}) { edges { node { callId } } } }');
  let found;
  for (const { callId } of calls.edges.map((edge) => edge.node)) {
    const read = await ask('operator', 'you', 'query ($id: ID!) { decision(callId: $id) { heldChoices { driverId calls candidates { driverId } } } }', { id: callId }).catch(() => undefined); // of a call that never reached routing no decision is kept
    const choices = read?.decision.heldChoices ?? [];
    if (choices.some((one) => one.driverId)) {
      return { callId, choices };
    }
    found ??= choices.length ? { callId, choices } : undefined;
  }
  if (!found) {
    throw new Error(`none of ${calls.edges.length} calls was held`);
  }
  return found;
}

/** Everybody who was near when a call was decided is on the map of its page. */
export async function showsCandidatesOnAMap(operator, callId) {
  await visit(operator, `/console/calls/${callId}`);
  const map = operator.locator('decision-map .map');
  await map.waitFor();
  expect('candidates', (await map.getAttribute('aria-label')).includes('everybody who was near'), 'the map does not say what it shows');
  await map.scrollIntoViewIfNeeded();
  await shot(operator, 'call-candidates');
}

/** A command that was refused is part of the call's life, and says who refused it. */
export async function tellsWhoRefused(operator) {
  const { calls } = await ask('operator', 'you', 'query ($id: ID!) { calls(first: 1, filter: {userId: $id}) { edges { node { callId } } } }', { id: CUSTOMER });
  await visit(operator, `/console/calls/${calls.edges[0].node.callId}`);
  await operator.locator('.life li').filter({ hasText: `Driver ${SUPPORTER}: refused` }).waitFor();
  await shot(operator, 'call-refused');
}

/** What became of a driver's commands is on the driver's page. */
export async function tellsWhatBecameOfCommands(operator, driverId) {
  await visit(operator, `/console/drivers/${driverId}`);
  const record = operator.locator('driver-record');
  await record.locator('tbody tr').filter({ hasText: 'driven' }).first().waitFor();
  expect('driver', (await record.getByRole('link', { name: 'All applications of this driver' }).getAttribute('href')).endsWith(`/applications?driver=${driverId}`), 'the applications are not linked');
  await shot(operator, 'driver-record');
}

/** A rule is tried before it is put: a mistake is pointed at, a right one tells what it makes of a call. Then it is put, and removed with a reason. */
export async function triesARule(operator) {
  await visit(operator, '/console/tags');
  const bench = operator.locator('rule-bench');
  const expression = bench.getByLabel('Expression (CEL)');
  await expression.fill('call.weight > 3');
  await bench.getByRole('button', { name: 'Try it' }).click();
  await bench.getByText('does not compile').waitFor();
  expect('bench', (await bench.locator('pre').textContent()).includes('^'), 'nothing points at the mistake');
  await shot(operator, 'rule-bench');
  await expression.fill('call.distance_meters > 3');
  await bench.getByLabel('Distance (m)').fill('12000');
  await bench.getByRole('button', { name: 'Try it' }).click();
  await bench.getByText('The rule would give its tag.').waitFor();
  await bench.getByText(/Cost: \d/).waitFor();
  await ask('operator', 'you', 'mutation ($input: PutTagRuleInput!) { putTagRule(input: $input) { rule { name } } }', {
    input: { name: RULE, tag: RULE, expression: 'call.distance_meters > 1000000', enabled: false, order: 10000, reason: 'a try', clientMutationId: 'browser-rule' },
  });
  const history = operator.locator('rule-history');
  await history.locator('input[name=rule]').fill(RULE);
  await history.getByRole('button', { name: 'Open' }).click();
  await history.locator('li').filter({ hasText: 'a try' }).waitFor();
  await history.getByLabel('Why it is removed').fill('tried enough');
  await history.getByRole('button', { name: `Remove ${RULE}` }).click();
  await history.locator('li').filter({ hasText: 'tried enough' }).waitFor();
  const { tagRules } = await ask('operator', 'you', '{ tagRules { name } }');
  expect('rules', !tagRules.some((rule) => rule.name === RULE), 'the rule is there still');
}

/** Lists of a policy are edited, and a change of them is among the differences. Nothing is put. */
export async function editsTheListsOfAPolicy(operator) {
  await visit(operator, `/console/policies/${REGION}`);
  const apps = operator.locator('rule-list').filter({ hasText: 'Apps that may begin a shift' });
  await apps.getByRole('button', { name: 'Add a rule' }).click();
  const version = apps.getByLabel('From version');
  await version.fill('1.0.0');
  await version.blur();
  await operator.getByRole('button', { name: 'Look at 1 change' }).click();
  await operator.locator('.changes ins').filter({ hasText: 'Android from 1.0.0 on' }).first().waitFor();
  await shot(operator, 'policy-lists');
}

/** Statements say their region, and the close is of the region with the most of them. */
export async function tellsTheRegionOfStatements(operator, date) {
  await visit(operator, `/console/settlement/${date}`);
  await operator.locator('settlement-page').getByRole('columnheader', { name: 'Region' }).waitFor();
  const close = operator.locator('close-card select');
  await operator.locator('close-card .steps').waitFor();
  await until('the close is of the region of the night', async () => (await close.count()) === 0 || (await close.inputValue()) === 'night');
}
