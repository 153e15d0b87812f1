// What an operator sees of a night beside its figures: where demand is, who was near, what became of commands, and what a rule would do.
import { ask, expect, shot, until, visit } from './stage.mjs';
import { looksRight, openToAll } from './pages.mjs';
import { CUSTOMER, REGION, SUPPORTER } from './seed.mjs';

const RULE = 'browser';

/** The map's cells are shaded by what is chosen, and the table beside it says the same. */
export async function shadesTheCells(operator) {
  await visit(operator, '/console/tonight?region=night');
  const card = operator.locator('cell-demand');
  const told = card.locator('tbody tr, .empty:not([role])').first();
  await told.waitFor();
  const choice = operator.locator('.map-card .measures');
  for (const measure of ['Uncovered', 'Demand']) {
    await choice.getByRole('button', { name: measure }).click();
    await choice.locator('button[aria-pressed=true]').filter({ hasText: measure }).waitFor();
    await told.waitFor();
  }
  const rows = await card.locator('tbody tr').count();
  const shades = await operator.locator('.map-card .legend .key[class*=shade-demand]').count();
  expect('cells', rows ? shades >= 1 && shades <= 5 : shades === 0, `${rows} cells have demand, and the legend has ${shades} shades`);
  await looksRight(operator, 'tonight, cells');
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

/** An address names the region, and Back goes to the one before. */
export async function goesToAnotherRegion(operator) {
  const chosen = operator.locator('tonight-page .now select');
  const shows = (region) => until(`${region} is shown`, async () => (await chosen.count()) === 1 && (await chosen.inputValue()) === region);
  await visit(operator, '/console/tonight?region=night');
  await shows('night');
  await visit(operator, `/console/tonight?region=${REGION}`);
  await shows(REGION);
  await operator.goBack();
  await shows('night');
  await chosen.selectOption(REGION);
  await until('the address says it', () => operator.url().endsWith(`?region=${REGION}`));
  await operator.reload(); // as from a bookmark: nothing is loaded yet
  await shows(REGION);
  await operator.goBack();
  await shows('night');
}

/** What waits beside calls: those that are parked, events in outboxes, and what was given up. */
export async function tellsWhatWaits(operator) {
  await visit(operator, '/console/tonight?region=night');
  const card = operator.locator('backlog-card');
  await card.getByText('Parked calls').waitFor();
  await card.locator('tbody tr, .empty').first().waitFor();
  const { operations } = await ask('operator', 'you', '{ operations { services { name answers events { waiting oldestSeconds dead } } } }');
  const known = operations.services.filter((one) => one.events.waiting !== null).map((one) => one.name);
  expect('backlog', ['call', 'commander', 'work', 'settlement'].every((name) => known.includes(name)), `the outboxes of ${known.join(', ')} are known`);
}

/** The same night, looked back at: its cells as they were counted, and the calls that were requested before the moment. */
export async function looksBackAtCells(operator, { callId, date }) {
  await visit(operator, '/console/tonight?region=night');
  await operator.locator('tonight-page .figure').first().waitFor();
  await operator.getByRole('button', { name: 'Look back' }).click();
  await operator.getByLabel('Business date').fill(date);
  const slider = operator.getByRole('slider', { name: 'Moment of the night' });
  await slider.waitFor();
  const { call } = await ask('operator', 'you', 'query ($id: ID!) { call(id: $id) { createdAt } }', { id: callId });
  const requested = Date.parse(call.createdAt);
  const edges = async () => [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max'))];
  const [begin, end] = await until('the slider is of that night', async () => {
    const [first, last] = await edges();
    return first <= requested && requested <= last && [first, last];
  });
  const last = begin + Math.floor((end - begin) / 60_000) * 60_000;
  await slider.fill(String(Math.min(last, begin + Math.ceil((requested - begin) / 60_000 + 1) * 60_000)));
  const chart = operator.locator('night-replay path-chart svg');
  await until('the chart has the call', async () => /[1-9]/.test((await chart.getAttribute('aria-label')) ?? ''));
  await operator.locator('night-replay cell-demand tbody tr').first().waitFor();
  await operator.locator('night-replay .legend .key[class*=shade-demand]').first().waitFor();
  await looksRight(operator, 'tonight, cells of a night that is over');
  await shot(operator, 'tonight-replay-cells');
  await operator.getByRole('button', { name: 'Live', exact: true }).click();
}

/** Amounts of a policy are typed and shown as people write them, in whatever currency. Nothing is put. */
export async function editsAnAmountOfAPolicy(operator) {
  await visit(operator, '/console/policies/night');
  const { policies } = await ask('operator', 'you', '{ policies(first: 100) { policies { region hourlyWage { amount currency } } } }');
  const { amount, currency } = policies.policies.find((one) => one.region === 'night').hourlyWage;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits;
  const field = operator.getByLabel(`Hourly wage (${currency})`);
  const before = amount / 10 ** digits;
  expect('policy', (await field.inputValue()) === before.toFixed(digits), `the wage of ${amount} ${currency} is shown as ${await field.inputValue()}`);
  await field.fill((before + 1).toFixed(digits));
  await field.blur();
  await operator.getByRole('button', { name: 'Look at 1 change' }).click();
  await operator.locator('.changes ins').filter({ hasText: format.format(before + 1) }).first().waitFor();
  await operator.locator('.changes del').filter({ hasText: format.format(before) }).first().waitFor();
  await operator.getByRole('button', { name: 'Undo' }).click();
}

/** A signal is decided where the driver's work is seen. Not every night has one, so this one is invented: what would be written down is looked at. */
export async function decidesOnASignal(operator, { driverId, date }) {
  const signal = {
    signalId: 'browser-signal',
    driverId,
    product: 'DRIVER',
    region: 'night',
    businessDate: date,
    kind: 'REFUSALS',
    foundAt: `${date}T18:00:00Z`,
    policyVersion: 1,
    coldSeconds: 0,
    statistics: { happened: 9, occasions: 12, expected: 2.1, chance: 0.00001, threshold: 0.0001 },
    explanation: { english: 'The places were far away.', korean: '먼 곳이 많았습니다.' },
    evidence: [],
    places: [],
    nights: [],
    decisions: [],
  };
  const decided = [];
  await operator.route('**/graphql', async (route) => {
    const input = route.request().postDataJSON()?.variables?.input;
    if (input?.signalId === signal.signalId) {
      decided.push(input);
      signal.decisions = [{ decision: input.decision, reason: input.reason, actor: 'you', decidedAt: signal.foundAt, driverText: input.driverText ?? null }];
      await route.fulfill({ json: { data: { decideAbuseSignal: { signal } } } });
      return;
    }
    await answersWith(route, (data) => {
      if (data.abuseSignals) {
        data.abuseSignals.signals = [signal];
      }
    });
  });
  await visit(operator, `/console/drivers/${driverId}?date=${date}`);
  const card = operator.locator('driver-record signal-card');
  await card.getByText('not decided').waitFor();
  await card.locator('[name=reason]').fill('nine of twelve refused');
  await card.locator('[name=driverText]').fill('Please call us.');
  await looksRight(operator, 'driver, a signal');
  await card.getByRole('button', { name: 'Warn' }).click();
  await card.getByText('Written down: warned').waitFor();
  expect('signal', decided.length === 1 && decided[0].decision === 'WARN' && decided[0].reason === 'nine of twelve refused', JSON.stringify(decided));
  await card.getByText('Please call us.').waitFor();
  await shot(operator, 'driver-signal');
  await operator.unroute('**/graphql');
}

/** What is being written stays with its dispute when another one is answered by somebody else. That there are two is invented. */
export async function writesToOneDispute(operator, date) {
  const dispute = (disputeId, driverId) => ({ disputeId, driverId, businessDate: date, state: 'OPEN', text: `of ${driverId}`, answer: null, openedAt: new Date().toISOString(), ageSeconds: 60, adjusted: null });
  let open = [dispute('one', '11'), dispute('two', '22'), dispute('three', '33')];
  await operator.route('**/graphql', (route) =>
    answersWith(route, (data) => {
      if (data.openDisputes) {
        data.openDisputes.disputes = open;
      }
    }),
  );
  await visit(operator, `/console/settlement/${date}`);
  const card = (driverId) => operator.locator('dispute-card').filter({ hasText: `of ${driverId}` });
  await card('22').locator('[name=answer]').fill('to 22');
  open = open.slice(1);
  await operator.locator('settlement-page > section').evaluate((page) => page.dispatchEvent(new CustomEvent('changed')));
  await card('11').waitFor({ state: 'detached' });
  const written = async (driverId) => card(driverId).locator('[name=answer]').inputValue();
  expect('dispute', (await written('22')) === 'to 22' && (await written('33')) === '', `22: ${await written('22')}, 33: ${await written('33')}`);
  await operator.unroute('**/graphql');
}

/** What the legacy system did not take is on the call's page, and is sent again. That something is parked is invented; that it is asked for is not. */
export async function sendsAgainWhatIsParked(operator, callId) {
  const parked = [{ kind: 'HAND_OVER', reason: 'the legacy system does not answer', since: new Date().toISOString(), attempts: 12 }];
  let released;
  await operator.route('**/graphql', (route) =>
    answersWith(route, (data) => {
      data.parkedCalls?.calls.push({ call: { callId }, parked });
      released = data.releaseCall?.call.callId ?? released;
    }),
  );
  await visit(operator, `/console/calls/${callId}`);
  await operator.getByText('the legacy system does not answer').waitFor();
  await operator.getByRole('button', { name: 'Send again' }).click();
  await operator.getByText('It is sent again.').waitFor();
  expect('parked', released === callId, `released is ${released}`);
  expect('parked', (await operator.getByText('the legacy system does not answer').count()) === 0, 'it is parked still');
  await operator.unroute('**/graphql');
}

/** Lets the gateway answer, and changes what it says. The page that asked may be gone. */
export async function answersWith(route, change) {
  try {
    const answer = await route.fetch();
    const body = await answer.json();
    if (body.data) {
      change(body.data);
    }
    await route.fulfill({ status: answer.status(), json: body });
  } catch {
    await route.abort().catch(() => undefined);
  }
}

/** A call that is under way is cancelled by an operator. */
export async function cancelsACall(operator, callId) {
  await visit(operator, `/console/calls/${callId}`);
  await operator.getByRole('button', { name: 'Cancel the call' }).click();
  await operator.getByText('The call is cancelled.').waitFor();
  const { call } = await ask('operator', 'you', 'query ($id: ID!) { call(id: $id) { state } }', { id: callId });
  expect('cancel', call.state === 'CANCELLED', `the call is ${call.state}`);
  expect('cancel', (await operator.locator('.life li').filter({ hasText: /ancelled/ }).count()) >= 1, 'its life does not say so');
}

/** A correction of a statement is entered with its reason. */
export async function entersACorrection(operator, date) {
  await visit(operator, `/console/settlement/${date}/${SUPPORTER}`);
  const card = operator.locator('statement-card');
  await card.locator('[name=amount]').fill('500');
  await card.locator('[name=reason]').fill('the browser tries it');
  await card.getByRole('button', { name: 'Add a correction' }).click();
  await card.getByText('The correction is entered.').waitFor();
  await card.locator('li').filter({ hasText: 'the browser tries it' }).waitFor();
  const { statement } = await ask(
    'operator',
    'you',
    'query ($driverId: ID!, $date: Date!) { statement(driverId: $driverId, product: DRIVER, businessDate: $date) { adjustments { amount { amount currency } reason } } }',
    { driverId: SUPPORTER, date },
  );
  const entered = statement.adjustments.filter((one) => one.reason === 'the browser tries it').map(({ amount }) => `${amount.amount} ${amount.currency}`);
  expect('correction', entered.join() === '500 KRW', `entered is ${entered.join()}`);
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
