import './fakes.ts';
import { estimatedFare } from '../../../target/web-bundler/prod/web/app/customer/fare.ts';
import { namedPlaces } from '../../../target/web-bundler/prod/web/app/map/named-places.ts';
import { majorUnits, minorUnits, smallestStep } from '../../../target/web-bundler/prod/web/app/settlement/money-input.ts';
import { ok, same, test } from './expect.ts';

const SEOUL = {
  product: 'DRIVER' as const,
  region: 'seoul',
  timeZone: 'Asia/Seoul',
  windowBegin: '21:00',
  windowMinutes: 240,
  currency: 'KRW',
  bounds: { south: 37.2, west: 126.7, north: 37.7, east: 127.3 },
  baseFare: { amount: 10_000, currency: 'KRW' },
  farePerKm: { amount: 1_000, currency: 'KRW' },
};

test('a fare is estimated by the distance, where the region says how', () => {
  same(estimatedFare(SEOUL, 5_200), 15_200);
  same(estimatedFare({ ...SEOUL, farePerKm: null }, 5_200), undefined);
  same(estimatedFare(undefined, 5_200), undefined);
});

test('an amount goes into a field and comes back from it the same', () => {
  same(majorUnits(15_200, 'KRW'), '15200');
  same(majorUnits(1_250, 'USD'), '12.50');
  same(minorUnits(majorUnits(1_250, 'USD'), 'USD'), 1_250);
  same(['KRW', 'USD'].map(smallestStep), ['1', '0.01']);
});

test('known places are those of the regions', () => {
  const seoul = namedPlaces([SEOUL.bounds]);
  ok(seoul.length > 10);
  ok(seoul.every(({ at: [lng, lat] }) => lng > 126.7 && lng < 127.3 && lat > 37.2 && lat < 37.7));
  same(namedPlaces([]).length, 0);
});
