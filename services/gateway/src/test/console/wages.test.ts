import { forecast } from '../../../target/web-bundler/prod/web/app/tonight/wages.ts';
import { same, test } from './expect.ts';

const PLANNED = '2026-11-20T13:00:00Z';
const AT = Date.parse(PLANNED);

test('the forecast of the wages is that of the newest minute', () => {
  same(forecast({ plannedAt: PLANNED, wagePerCall: { amount: 14_000 } }, AT + 60_000), 'present');
});

test('a forecast of a night that is over is not shown as that of now', () => {
  same(forecast({ plannedAt: PLANNED, wagePerCall: { amount: 14_000 } }, AT + 6 * 60_000), 'old');
});

test('before anybody has worked, and before the first plan, there is no forecast', () => {
  same(forecast({ plannedAt: PLANNED, wagePerCall: null }, AT), 'none');
  same(forecast({ plannedAt: null, wagePerCall: null }, AT), 'none');
});
