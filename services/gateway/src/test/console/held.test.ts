import { heldSteps } from '../../../target/web-bundler/prod/web/app/call/held-steps.ts';
import { sortedZones, zonesApplied } from '../../../target/web-bundler/prod/web/app/tonight/zone-order.ts';
import { ok, same, test } from './expect.ts';

const at = (second: number) => new Date(Date.parse('2026-11-20T13:00:00Z') + second * 1_000).toISOString();

test('a call that is held and chosen for later says when, who, and among how many calls', () => {
  const decisions = [
    { decidedAt: at(0), reason: 'HELD' },
    { decidedAt: at(5), reason: 'HELD' },
    { decidedAt: at(42), reason: 'ASSIGNED' },
  ];
  const choices = [
    { decidedAt: at(20), driverId: null, calls: 3 },
    { decidedAt: at(40), driverId: '7', calls: 4 },
  ];

  same(heldSteps(decisions, choices), [
    { at: at(0), what: 'held', driverId: null, calls: 0 },
    { at: at(40), what: 'chosen', driverId: '7', calls: 4 },
  ]);
});

test('a call that is held again after a refusal says so again, and a supporter who is awaited is told once', () => {
  const decisions = [
    { decidedAt: at(0), reason: 'HELD' },
    { decidedAt: at(10), reason: 'ASSIGNED' },
    { decidedAt: at(20), reason: 'HELD' },
  ];
  const choices = [
    { decidedAt: at(30), driverId: '7', calls: 2 },
    { decidedAt: at(32), driverId: '7', calls: 2 },
    { decidedAt: at(34), driverId: '8', calls: 1 },
  ];

  same(
    heldSteps(decisions, choices).map((step) => `${step.at.slice(17, 19)} ${step.driverId ?? step.what}`),
    ['00 held', '20 held', '30 7', '34 8'],
  );
});

test('a call that was decided at once has no such step', () => same(heldSteps([{ decidedAt: at(0), reason: 'ASSIGNED' }], []), []));

const zone = (area: 'ZONE' | 'OUTSIDE_ZONES' | 'REGION', zoneId: string | null, calls: number) => ({ area, zoneId, kpis: { calls } });

test('zones with the most calls come first, what is outside of them last', () => {
  const zones = [zone('REGION', null, 900), zone('ZONE', 'b', 7), zone('OUTSIDE_ZONES', null, 80), zone('ZONE', 'c', 12), zone('ZONE', 'a', 7)];

  same(sortedZones(zones).map((one) => one.zoneId ?? one.area), ['c', 'a', 'b', 'OUTSIDE_ZONES', 'REGION']);
});

test('a night in which the whole region applied has no zones to compare', () => {
  ok(!zonesApplied([zone('REGION', null, 440)]));
  ok(!zonesApplied([]));
  ok(zonesApplied([zone('REGION', null, 440), zone('OUTSIDE_ZONES', null, 1)]));
});
