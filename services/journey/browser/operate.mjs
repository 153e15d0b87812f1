// What an operator does of people's data: profiles, statistics of the legacy system, erasure. And what a driver sees of a month.
import { ask, expect, shot, until, visit } from './stage.mjs';
import { REGION, SUPPORTER } from './seed.mjs';
import { openToAll } from './pages.mjs';

const NEWCOMER = '9100021';
const FORGOTTEN = '9200021';

/** A new profile with a membership, and then another name for it. */
export async function putsADriver(operator) {
  await visit(operator, '/console/drivers');
  const card = operator.locator('profile-card');
  await card.locator('summary').click();
  await card.locator('[name=driverId]').fill(NEWCOMER);
  await card.locator('[name=name]').fill('정기사');
  await card.locator('[name=region]').selectOption(REGION);
  await card.locator('[name=mode]').selectOption('OFF');
  await openToAll(operator, 'new driver');
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByRole('link', { name: NEWCOMER }).click();
  await operator.getByRole('heading', { name: `Driver ${NEWCOMER}` }).waitFor();
  const change = operator.locator('profile-card');
  await change.locator('summary').click();
  await change.locator('[name=name]').fill('정새기사');
  await change.getByRole('button', { name: 'Save' }).click();
  const { driver } = await until('the name is another one', async () => {
    const read = await ask('operator', 'you', 'query ($id: ID!) { driver(driverId: $id) { name memberships { region activityMode } } }', { id: NEWCOMER });
    return read.driver.name === '정새기사' ? read : undefined;
  });
  expect('profile', driver.memberships.length === 1 && driver.memberships[0].region === REGION && driver.memberships[0].activityMode === 'OFF', JSON.stringify(driver.memberships));
}

/** Of a file with a good and a wrong line the good one is taken, and the other one is named. */
export async function uploadsStatistics(operator) {
  await visit(operator, '/console/applications');
  const card = operator.locator('statistics-import');
  await card.locator('summary').click();
  const { now } = await (await fetch(`${process.env.GATEWAY}/console/clock`)).json();
  const date = new Date(Date.parse(now) - 5 * 86_400_000).toISOString().slice(0, 10);
  const file = `driver_id,date,completed_drives\n${NEWCOMER},${date},3\n${NEWCOMER},20/11/2026,3\n`;
  await card.locator('[name=file]').setInputFiles({ name: 'weeks.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await card.getByRole('button', { name: 'Upload' }).click();
  await card.getByText('1 row taken, 1 line refused.').waitFor();
  await card.locator('li').filter({ hasText: 'line 3' }).waitFor();
  await openToAll(operator, 'statistics');
  await shot(operator, 'statistics');
}

/** Whoever erases is asked first, and told how many calls it was. */
export async function erasesACustomer(operator) {
  await visit(operator, '/console/calls');
  const card = operator.locator('erasure-card');
  await card.locator('summary').click();
  await card.locator('[name=customer]').fill(FORGOTTEN);
  await card.locator('[name=reason]').fill('asked for it by letter');
  await openToAll(operator, 'erasure');
  await card.getByRole('button', { name: 'Erase for ever' }).click();
  await card.getByText(/Erased at .*: 0 calls\./).waitFor();
}

/** The month of a driver who has worked tonight has that shift. */
export async function seesTheMonth(driver) {
  await visit(driver, '/console/drive');
  const card = driver.locator('month-card');
  await card.locator('summary').click();
  await card.locator('tbody tr').first().waitFor();
  await openToAll(driver, 'month');
  await shot(driver, 'month');
  const { workStatus } = await ask('operator', 'you', 'query ($driverId: ID!) { workStatus(driverId: $driverId, product: DRIVER) { businessDate } }', { driverId: SUPPORTER });
  expect('month', (await card.locator('tbody').textContent()).includes(workStatus.businessDate), `the shift of ${workStatus.businessDate} is missing`);
}
