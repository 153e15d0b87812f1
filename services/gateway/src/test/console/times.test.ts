import { momentOf, timeOf } from '../../../target/web-bundler/prod/web/app/core/business-date.ts';
import { dateIn, regionAt, regionNamed } from '../../../target/web-bundler/prod/web/app/core/regions.ts';
import { same, test } from './expect.ts';

const SEOUL = { region: 'seoul', timeZone: 'Asia/Seoul', windowBegin: '21:00', windowMinutes: 240, bounds: { south: 37, west: 126, north: 38, east: 128 } };
const GANGNAM = { ...SEOUL, region: 'gangnam', bounds: { south: 37.4, west: 127, north: 37.6, east: 127.2 } };
const NEW_YORK = { region: 'new-york', timeZone: 'America/New_York', windowBegin: '18:00', windowMinutes: 240, bounds: { south: 40, west: -75, north: 42, east: -72 } };
const REGIONS = [NEW_YORK, SEOUL, GANGNAM];

const at = (local: string, zone: string) => momentOf(local, zone).toISOString();

test('a time that is filled in is one of the region, wherever the browser is', () => {
  same(at('2026-11-20T21:00', 'Asia/Seoul'), '2026-11-20T12:00:00.000Z');
  same(at('2026-11-20T21:00:07', 'America/New_York'), '2026-11-21T02:00:07.000Z');
  same(at('2026-11-20T00:30', '+05:30'), '2026-11-19T19:00:00.000Z');
});

test('on the nights when clocks change, of a time that comes twice it is the first', () => {
  same(at('2026-10-25T02:30', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z');
  same(at('2026-11-01T01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z');
  same(at('2026-10-25T03:00', 'Europe/Berlin'), '2026-10-25T02:00:00.000Z');
  same(at('2026-03-29T03:00', 'Europe/Berlin'), '2026-03-29T01:00:00.000Z');
});

test('a time that the clock leaves out counts as if it had not been changed yet', () => {
  same(at('2026-03-29T02:30', 'Europe/Berlin'), '2026-03-29T01:30:00.000Z');
});

test('a window begins at its time on the wall, also on the day before clocks change', () => {
  same(new Date(timeOf('2026-03-28', '21:00', 'Europe/Berlin')).toISOString(), '2026-03-28T20:00:00.000Z');
});

test('a place is of the smallest region around it, as calls are assigned to one', () => {
  same(regionAt(REGIONS, { lat: '37.5', lng: '127.1' })?.region, 'gangnam');
  same(regionAt(REGIONS, { lat: '37.9', lng: '127.1' })?.region, 'seoul');
  same(regionAt(REGIONS, { lat: '40.7', lng: '-74.0' })?.region, 'new-york');
  same(regionAt(REGIONS, { lat: '0', lng: '0' }), undefined);
  same(regionAt(REGIONS, { lat: null, lng: null }), undefined);
});

test('the business date is that of the region, not of the largest one', () => {
  const moment = Date.parse('2026-11-20T15:30:00Z');
  same(dateIn(regionNamed(REGIONS, 'seoul'), moment), '2026-11-20');
  same(dateIn(regionNamed(REGIONS, 'new-york'), moment), '2026-11-19');
});
