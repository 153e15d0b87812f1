// An operator begins a shift by the form that the console makes of the request's message.
import { ask, expect, visit } from './stage.mjs';
import { BEGINNER, ORIGIN } from './seed.mjs';

export async function beginsAShiftByHand(operator) {
  await visit(operator, '/console/grpc/work/Begin');
  const form = operator.locator('grpc-page form');
  const field = (name) => form.locator('label').filter({ has: operator.locator('span', { hasText: new RegExp(`^\\s*${name}\\b`) }) });
  const fill = async (name, value) => {
    const input = field(name).getByRole('textbox');
    await input.fill(value);
    await input.blur();
  };
  await field('requestId').getByRole('button').click();
  await fill('driverId', BEGINNER);
  await field('product').getByRole('combobox').selectOption('PRODUCT_DRIVER');
  await field('workType').getByRole('combobox').selectOption('WORK_TYPE_HOURLY');
  await field('appPlatform').getByRole('combobox').selectOption('APP_PLATFORM_ANDROID');
  await fill('appVersion', '5.2.0');
  await form.locator('p.row').filter({ hasText: 'location' }).getByRole('button').click();
  await fill('lat', ORIGIN.lat);
  await fill('lng', ORIGIN.lng);
  const call = form.locator('button.main');
  await call.click();
  const answer = operator.locator('grpc-page section.card[role=status]');
  await answer.getByText('WORK_STATE_WORKING').waitFor();
  const { workStatus } = await ask('operator', 'you', 'query ($driverId: ID!) { workStatus(driverId: $driverId, product: DRIVER) { state } }', { driverId: BEGINNER });
  expect('gRPC by hand', workStatus.state === 'WORKING', `the shift is ${workStatus.state}`);
  await field('requestId').getByRole('button').click();
  operator.refused = 409;
  await call.click();
  await answer.getByText('ALREADY_WORKED').first().waitFor();
  operator.refused = undefined;
  // the next call is for another supporter
  await ask('driver', BEGINNER, 'mutation { endWork(input: {}) { work { state } } }');
  expect('gRPC by hand', (await operator.locator('grpc-page .history li').count()) === 2, 'what was called is not listed');
}
