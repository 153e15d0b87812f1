// The browser tests of the console. They are run by PlayedNightTest on the stand of a night that is over; GATEWAY and ISSUER say where it is.
import { beginsAShiftByHand } from './byhand.mjs';
import {
  beginsTheShift,
  cancels,
  choosesPlaces,
  disputesTheStatement,
  endsTheShift,
  goesWhereItIsTold,
  mayBeInstalled,
  ordersUntilCommanded,
  presentCall,
  refusesWithAReason,
  rests,
  seesTheDriverCome,
  silenceAccepts,
  stepsWaitForTheNetwork,
  takesOneStepForTwoTaps,
  tellsPositionsUnseen,
} from './drive.mjs';
import { nothingThere, saysThatItLoads, saysWhatFailed, tellsAppsWhatFailed } from './failures.mjs';
import { worksWithTheKeyboard } from './keyboard.mjs';
import { erasesACustomer, putsADriver, seesTheMonth, uploadsStatistics } from './operate.mjs';
import { graphiqlAnswers, swaggerAnswers } from './others.mjs';
import {
  cancelsACall,
  decidesOnASignal,
  editsAnAmountOfAPolicy,
  editsTheListsOfAPolicy,
  entersACorrection,
  goesToAnotherRegion,
  looksBackAtCells,
  sendsAgainWhatIsParked,
  shadesTheCells,
  showsCandidatesOnAMap,
  tellsFiguresByZone,
  tellsTheRegionOfStatements,
  tellsWhatBecameOfCommands,
  tellsWhatWaits,
  tellsWhoRefused,
  tellsWhyAHeldCallWaited,
  triesARule,
  writesToOneDispute,
} from './operators.mjs';
import { keepLayout, looksRight, lookAt } from './pages.mjs';
import { APPLICANT, clockRate, CUSTOMER, order, ORIGIN, REGION, seed, SUPPORTER } from './seed.mjs';
import { followsAgain, goesOnWithAnotherToken, signsInAgain, signsOutAtTheIssuer } from './session.mjs';
import { ask, close, DESKTOP, expect, GATEWAY, open, PHONE, shot, test, until, visit, window } from './stage.mjs';

const here = { geolocation: { latitude: Number(ORIGIN.lat), longitude: Number(ORIGIN.lng) } };

await open();
await seed();

let operator;
await test('an operator signs in with one click and sees the night live', async () => {
  operator = await window('operator', DESKTOP);
  await operator.routeWebSocket(/\/graphql$/, (page) => {
    operator.server = page.connectToServer();
    operator.socket = page;
  });
  await operator.goto(GATEWAY);
  await operator.locator('.people button').first().waitFor();
  await shot(operator, 'sign-in-desktop');
  await looksRight(operator, 'sign-in');
  await operator.locator('.people button').first().click();
  await operator.locator('tonight-page .figure').first().waitFor();
  await operator.locator('.connection.is-live').waitFor();
  expect('sign-in', operator.url().endsWith('/console/tonight'), operator.url());
});

await test('what is shown stays while the connection is away, and is live again by itself', async () => {
  const before = await operator.locator('.figure').count();
  await operator.socket.close({ code: 1012, reason: 'restart' });
  await operator.locator('.connection.is-lost, .connection.is-live').first().waitFor();
  expect('reconnect', (await operator.locator('.figure').count()) === before, 'the view is gone');
  await operator.locator('.connection.is-live').waitFor();
});

await test('a session goes on with another token, and what is shown stays live', () => goesOnWithAnotherToken());

await test('where no other token is given, somebody signs in again and is back where she was', () => signsInAgain());

await test('whoever signs out signs out at the issuer, too', () => signsOutAtTheIssuer());

await test('a subscription that fails for a moment is begun again', () => followsAgain());

let phone;
let known;
await test('every page fits, is open to all, and looks as before: desktop, English, light', async () => {
  known = await somethingOfTheNight();
  await lookAt(operator, 'desktop', pages(known));
});

await test('every page fits, is open to all, and looks as before: phone, Korean, dark', async () => {
  phone = await window('operator on a phone', PHONE, 'operator', 'you');
  await lookAt(phone, 'phone', pages(known));
});

await test('every page fits and is open to all: desktop, Korean', async () => {
  const korean = await window('operator in Korean', { ...DESKTOP, locale: 'ko-KR' }, 'operator', 'you');
  await lookAt(korean, 'desktop-korean', pages(known));
  await lookAt(korean, 'desktop-korean', nothingThere(), '.empty');
  await korean.context().close();
});

await test('every page fits and is open to all: desktop, English, dark', async () => {
  const dark = await window('operator in the dark', { ...DESKTOP, colorScheme: 'dark' }, 'operator', 'you');
  await lookAt(dark, 'desktop-dark', pages(known));
  await dark.context().close();
});

await test('the apps say what failed, in Korean and without what only operators understand', () =>
  tellsAppsWhatFailed([
    { role: 'driver', subject: SUPPORTER, address: '/console/drive' },
    { role: 'customer', subject: CUSTOMER, address: '/console/order' },
  ]));

await test('every page says that it waits, in both languages', () => saysThatItLoads(pages(known)));

await test('every page says what failed, and shows what there is once it can be read', () => saysWhatFailed(pages(known)));

await test('where there is nothing, pages say so', () => lookAt(operator, 'desktop', nothingThere(), '.empty'));

await test('cells are shaded by demand and by what is uncovered', () => shadesTheCells(operator));

await test('an address shows its region, and Back the one before', () => goesToAnotherRegion(operator));

await test('what waits beside calls is on tonight', () => tellsWhatWaits(operator));

await test('an operator decides on a signal where the driver is seen', () => decidesOnASignal(operator, known));

await test('what the legacy system did not take is sent again', () => sendsAgainWhatIsParked(operator, known.callId));

await test('who was near when a call was decided is on a map', () => showsCandidatesOnAMap(operator, known.callId));

await test('the night is told by zone, or that no zones applied', () => tellsFiguresByZone(operator, known.date));

await test('a call that was held says when and why somebody was chosen for it', () => tellsWhyAHeldCallWaited(operator));

await test("what became of a driver's commands is on the driver's page", () => tellsWhatBecameOfCommands(operator, known.driverId));

await test('statements say their region, and the close is of the right one', () => tellsTheRegionOfStatements(operator, known.date));

await test('a rule for tags is tried, put, and removed with a reason', () => triesARule(operator));

await test('the lists of a policy are edited', () => editsTheListsOfAPolicy(operator));

await test('an amount of a policy is typed and shown as people write it', () => editsAnAmountOfAPolicy(operator));

await test("an operator's main tasks need no mouse", () => worksWithTheKeyboard(operator, known));

await test('an operator puts the profile of a driver', () => putsADriver(operator));

await test('statistics of drivers are uploaded, and each wrong line is named', () => uploadsStatistics(operator));

await test('a customer is erased after a question', () => erasesACustomer(operator));

await test('an operator asks an applicant for more', async () => {
  await visit(operator, '/console/applications');
  const card = operator.locator('application-card').filter({ hasText: APPLICANT });
  await card.getByRole('row', { name: /Completed drives/ }).waitFor();
  await card.getByRole('combobox').selectOption('ASK');
  await card.getByRole('textbox').fill('Which nights?');
  await card.getByRole('button', { name: 'Ask for more' }).click();
  await card.getByText('waits for the driver').first().waitFor();
  const { applications } = await ask('operator', 'you', 'query ($driverId: ID!) { applications(driverId: $driverId) { applications { state steps { text } } } }', { driverId: APPLICANT });
  expect('application', applications.applications[0].state === 'INFORMATION_REQUIRED', applications.applications[0].state);
  expect('application', applications.applications[0].steps.at(-1).text === 'Which nights?', 'the question is not in its history');
});

let driver;
let customer;
await test('a driver and a customer have their own page, and no page of an operator', async () => {
  driver = await window('driver', { ...PHONE, ...here }, 'driver', SUPPORTER);
  customer = await window('customer', { ...PHONE, ...here, locale: 'en-US', colorScheme: 'light' }, 'customer', CUSTOMER);
  for (const [page, own] of [
    [driver, '/console/drive'],
    [customer, '/console/order'],
  ]) {
    for (const other of ['/console/tonight', '/console/settlement', '/console/abuse', own === '/console/drive' ? '/console/order' : '/console/drive']) {
      await visit(page, other);
      expect(own, (await page.locator('main .card, main table').count()) === 0, `${other} shows something`);
    }
    expect(own, (await page.locator('.bar nav').count()) === 0, 'the pages of operators are offered');
    await lookAt(page, 'phone', { [own.split('/').at(-1)]: own });
  }
});

await test('once the night is over, the clock runs as others do', () => until('real time', async () => (await clockRate(GATEWAY)) < 1.5, 90_000));

await test('a shift is begun by a form that is made of its message', async () => {
  await beginsAShiftByHand(operator);
  await looksRight(operator, 'gRPC by hand');
  await shot(operator, 'grpc-desktop');
});

await test('a customer chooses places on the map and from a list', () => choosesPlaces(customer));

await test('the app of a driver may be installed', () => mayBeInstalled(driver));

await test('a command is refused with a reason, and the call goes to general dispatch', async () => {
  await beginsTheShift(driver);
  await ordersUntilCommanded(customer);
  await refusesWithAReason(driver);
  await cancels(customer);
  await tellsWhoRefused(operator);
});

await test('silence accepts, and only then the destination shows', async () => {
  await ordersUntilCommanded(customer);
  await silenceAccepts(driver);
});

await test('steps without a network are kept and sent in their order', () => stepsWaitForTheNetwork(driver));

await test('a driver sees the month', () => seesTheMonth(driver));

await test('a customer rates the drive, once', async () => {
  await visit(customer, '/console/order');
  const card = customer.locator('rating-card');
  await card.getByRole('button', { name: '4 of 5 stars' }).click();
  await shot(customer, 'rating');
  await card.getByRole('button', { name: 'Give 4 stars' }).click();
  await card.getByText('Thank you').waitFor();
  const { calls } = await ask('customer', CUSTOMER, '{ calls(first: 1) { edges { node { callId } } } }');
  const again = await ask('customer', CUSTOMER, 'mutation ($input: RateDriveInput!) { rateDrive(input: $input) { stars } }', { input: { callId: calls.edges[0].node.callId, stars: 1 } }).catch((refused) => String(refused));
  expect('rating', String(again).includes('DRIVE_RATED'), `a second rating: ${JSON.stringify(again)}`);
});

await test('a supporter rests and works again', () => rests(driver));

await test('positions are told while nobody sees the page', () => tellsPositionsUnseen(driver));

await test('a supporter is told where to go, and goes', () => goesWhereItIsTold(driver));

await test('a customer sees the driver come', () => seesTheDriverCome(customer, driver));

await test('two taps of a finger take one step of a drive', () => takesOneStepForTwoTaps(driver, customer));

await test('an operator cancels a call that is under way', async () => cancelsACall(operator, await presentCall()));

let ended;
await test('a supporter ends the shift', async () => (ended = await endsTheShift(driver)));

await test('an operator enters a correction of a statement', () => entersACorrection(operator, ended));

await test('a driver disputes a statement, and reads the answer', () => disputesTheStatement(driver, operator));

await test('an answer stays with its dispute', () => writesToOneDispute(operator, ended));

await test('a night that is over is looked back at with its cells and its calls per minute', () => looksBackAtCells(operator, known));

await test('the night is looked at as it was, with the keyboard, and is live again', async () => {
  await visit(operator, '/console/tonight?region=night');
  await operator.locator('tonight-page .figure').first().waitFor();
  await operator.getByRole('button', { name: 'Look back' }).click();
  await operator.getByLabel('Business date').fill(known.date);
  const slider = operator.getByRole('slider', { name: 'Moment of the night' });
  await slider.waitFor();
  const { call } = await ask('operator', 'you', 'query ($id: ID!) { call(id: $id) { dispatchedAt } }', { id: known.callId });
  const begin = Number(await slider.getAttribute('min'));
  const minutes = Math.ceil((Date.parse(call.dispatchedAt) - begin) / 60_000);
  await slider.fill(String(begin + minutes * 60_000));
  await until('somebody is at work then', async () => Number(await operator.locator('night-replay .figure b').nth(2).textContent()) > 0);
  await shot(operator, 'tonight-replay');
  await looksRight(operator, 'tonight, replay');
  await slider.press('ArrowLeft');
  await until('the moment moves', async () => Number(await slider.inputValue()) === begin + (minutes - 1) * 60_000);
  await operator.getByRole('button', { name: 'Live', exact: true }).click();
  await operator.locator('night-replay').waitFor({ state: 'detached' });
  await until('the live figures are back', async () => (await operator.locator('tonight-page .figure').count()) === 6);
});

await test('an experiment says which policy applies when', async () => {
  await visit(operator, '/console/experiments');
  await operator.getByLabel('Name').fill('browser');
  await operator.getByLabel('Nights').fill('2');
  await operator.getByRole('button', { name: 'Show' }).click();
  await operator.locator('experiment-plan tbody tr').first().waitFor();
  const arms = await operator.locator('experiment-plan tbody tr td:last-child').allTextContents();
  expect('experiment', new Set(arms.map((arm) => arm.trim())).size === 2, `its arms are ${arms.join(', ')}`);
  expect('experiment', operator.url().includes('name=browser'), `its address is ${operator.url()}`);
});

await test('a changed policy is tried on last night before it is put', async () => {
  await visit(operator, '/console/policies/night');
  const hold = operator.getByLabel('Call waits for a supporter (s)');
  await hold.fill(String((Number(await hold.inputValue()) + 60) % 600));
  await hold.blur();
  await operator.getByRole('button', { name: 'Look at 1 change' }).click();
  const card = operator.locator('policy-dry-run');
  expect('dry run', (await card.getByLabel('Which calls').inputValue()) === 'night', 'it is not last night that is offered first');
  await card.getByLabel('How often').selectOption('2');
  await card.getByRole('button', { name: 'Try it on last night' }).click();
  await card.locator('progress').waitFor();
  await card.locator('tbody tr').first().waitFor({ timeout: 180_000 });
  expect('dry run', (await card.locator('tbody tr').count()) === 8, 'there are not eight figures');
  await shot(operator, 'policy-dry-run');
});

await test('tonight says what is wrong, and which services answer', async () => {
  await visit(operator, '/console/tonight?region=night');
  const card = operator.locator('alert-card');
  await card.getByText('Services that do not answer').waitFor();
  await visit(operator, '/console/services');
  const row = operator.locator('.service-states tbody tr').filter({ has: operator.getByRole('rowheader', { name: 'gateway', exact: true }) });
  await row.waitFor();
  expect('services', !/^\s*–/.test(await row.locator('td').first().textContent()), 'the gateway has no version');
  const { operations } = await ask('operator', 'you', '{ operations { services { name answers version } } }');
  const silent = operations.services.filter((one) => !one.answers || !one.version).map((one) => one.name);
  expect('services', silent.length === 0, `${silent.join(', ')} tell no version`);
});

await test('the rollout is changed on tonight, with the keyboard, a question and a reason', async () => {
  await visit(operator, '/console/tonight');
  const card = operator.locator('rollout-card');
  await card.getByRole('button', { name: `Change the rollout of ${REGION}`, exact: true }).press('Enter');
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('Rollout (%)').fill('40');
  await dialog.getByText('40 % of the new calls').waitFor();
  await dialog.getByRole('button', { name: 'Put 40 % into force' }).click();
  expect('rollout', await dialog.isVisible(), 'it is put without a reason');
  await dialog.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await card.getByRole('button', { name: `0 %: all calls to general dispatch, in ${REGION}` }).click();
  await dialog.getByLabel('Why').fill('the browser tries it');
  await shot(operator, 'rollout-stop');
  await looksRight(operator, 'rollout');
  await dialog.getByRole('button', { name: 'All calls to general dispatch' }).press('Enter');
  await card.locator('.note.good').waitFor();
  const { policyHistory } = await ask('operator', 'you', 'query ($region: String!) { policyHistory(product: DRIVER, region: $region, first: 2) { policies { rolloutPercent updateReason } } }', { region: REGION });
  const [newest, before] = policyHistory.policies;
  expect('rollout', newest.rolloutPercent === 0 && newest.updateReason === 'the browser tries it', JSON.stringify(newest));
  await card.getByText('the browser tries it').waitFor();
  await card.getByRole('button', { name: `Change the rollout of ${REGION}`, exact: true }).click();
  await dialog.getByLabel('Rollout (%)').fill(String(before.rolloutPercent));
  await dialog.getByLabel('Why').fill('as it was');
  await dialog.getByRole('button', { name: `Put ${before.rolloutPercent} % into force` }).click();
  await dialog.waitFor({ state: 'detached' });
});

await test('a policy that is put in the console is in force', async () => {
  await visit(operator, `/console/policies/${REGION}`);
  const rollout = operator.getByLabel('Rollout (%)');
  await rollout.fill('0');
  await rollout.blur();
  await operator.getByRole('button', { name: 'Look at 1 change' }).click();
  await shot(operator, 'policy-change');
  await looksRight(operator, 'policy, review');
  await operator.getByRole('button', { name: 'Put into force' }).click();
  await operator.locator('.note.good').waitFor();
  let number = 0;
  await until('calls keep out', async () => {
    const id = await order('9200002', `rollout-${++number}`);
    const { call } = await ask('operator', 'you', 'query ($id: ID!) { call(id: $id) { reason } }', { id });
    await ask('customer', '9200002', 'mutation ($input: CancelCallInput!) { cancelCall(input: $input) { call { callId } } }', { input: { callId: id } });
    return call.reason === 'ROLLED_OUT_NOT';
  });
});

await test('a policy that is put for later comes by the clock of its region, wherever the browser is', async () => {
  await visit(operator, `/console/policies/${REGION}`);
  const rollout = operator.getByLabel('Rollout (%)');
  await rollout.fill('50');
  await rollout.blur();
  await operator.getByRole('button', { name: 'Look at 1 change' }).click();
  const { now } = await (await fetch(`${GATEWAY}/console/clock`)).json();
  const date = new Date(Date.parse(now) + 40 * 86_400_000).toISOString().slice(0, 10);
  await operator.getByLabel('In force from (time in Asia/Seoul').fill(`${date}T21:00`);
  await operator.getByRole('button', { name: 'Put into force' }).click();
  const put = await until('the version is put', async () => {
    const { policyHistory } = await ask('operator', 'you', 'query ($region: String!) { policyHistory(product: DRIVER, region: $region) { policies { rolloutPercent effectiveFrom } } }', { region: REGION });
    return policyHistory.policies.find((one) => one.rolloutPercent === 50);
  });
  expect('policy', Date.parse(put.effectiveFrom) === Date.parse(`${date}T12:00:00Z`), `it is in force from ${put.effectiveFrom}`);
});

const tools = await window('the tools of others', DESKTOP);
tools.foreign = true;
await test('GraphiQL, signed in by one click, gets an answer', () => graphiqlAnswers(tools));
await test('Swagger UI sends a request of REST', () => swaggerAnswers(tools));

keepLayout();
process.exit((await close()) ? 0 : 1);

/** A call of the night that a supporter drove, and that supporter; other clients have ordered in regions of their own. */
async function somethingOfTheNight() {
  const { calls } = await ask('operator', 'you', '{ calls(first: 100, filter: {statuses: [COMPLETED]}) { edges { node { callId driverId path } } } }');
  const driven = calls.edges.map((edge) => edge.node).filter((call) => call.path === 'SUPPORTERS');
  for (const { callId, driverId } of driven) {
    const { workStatus } = await ask('operator', 'you', 'query ($driverId: ID!) { workStatus(driverId: $driverId, product: DRIVER) { businessDate region } }', { driverId });
    if (workStatus?.region === 'night') {
      return { callId, driverId, date: workStatus.businessDate };
    }
  }
  throw new Error(`of ${driven.length} calls that supporters drove none is of the night`);
}

function pages({ callId, driverId, date }) {
  return {
    tonight: '/console/tonight?region=night',
    calls: '/console/calls',
    call: `/console/calls/${callId}`,
    drivers: `/console/drivers?date=${date}`,
    driver: `/console/drivers/${driverId}?date=${date}`,
    applications: '/console/applications',
    abuse: '/console/abuse',
    settlement: `/console/settlement/${date}`,
    statement: `/console/settlement/${date}/${driverId}`,
    policies: '/console/policies/night',
    experiments: '/console/experiments',
    experiment: `/console/experiments?name=browser&from=${date}&interval=30&washOut=10&nights=2&region=night`,
    models: '/console/models',
    tags: '/console/tags',
    services: '/console/services',
  };
}
