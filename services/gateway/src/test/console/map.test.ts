import './fakes.ts';
import { besides, type Position } from '../../../target/web-bundler/prod/web/app/map/positions.ts';
import { shaded, type DemandCell } from '../../../target/web-bundler/prod/web/app/map/shading.ts';
import { ok, same, test } from './expect.ts';

const GANGNAM: Position = [127.028, 37.498];
const JAMSIL: Position = [127.1, 37.513];

test('of those at the same place the first stays there, and no sign lies on another', () => {
  const offsets = besides([GANGNAM, JAMSIL, ...Array.from({ length: 20 }, () => GANGNAM)]);

  same(offsets.slice(0, 2), [
    [0, 0],
    [0, 0],
  ]);
  const there = offsets.filter((_, index) => index !== 1);
  there.forEach(([x, y], index) =>
    there.slice(index + 1).forEach(([otherX, otherY]) => {
      ok(Math.hypot(x - otherX, y - otherY) > 20);
    }),
  );
});

function cells(...demand: number[]): DemandCell[] {
  return demand.map((calls, index) => ({ cell: String(index), ring: [], demand: calls, planned: false, closing: false, free: 0, uncovered: 0 }));
}

const steps = (...demand: number[]) => shaded(cells(...demand), 'demand').cells.map((one) => one.step);

test('a few cells with most of the demand leave the others with shades of their own', () => {
  same(steps(0, 1, 2, 3, 4, 100), [0, 1, 2, 3, 4, 5]);
  same(steps(...Array.from({ length: 60 }, () => 1), 2, 2, 3, 40, 200).slice(59), [1, 2, 2, 3, 4, 5]);
});

test('what has the same demand has the same shade, and the most the darkest', () => {
  same(steps(1, 1, 1, 9), [1, 1, 1, 5]);
  same(steps(1, 5, 9), [1, 3, 5]);
  same(steps(2, 2), [3, 3]);
  same(steps(0, 0), [0, 0]);
});

test('the legend tells the most of each shade, and what it says is so', () => {
  const shading = shaded(cells(0.21, 0.24, 1.26, 7.5, 7.52), 'demand');

  same(shading.steps, [
    { most: 0.3, step: 1 },
    { most: 1.3, step: 2 },
    { most: 7.5, step: 4 },
    { most: 7.6, step: 5 },
  ]);
  same(shading.cells.map((one) => one.step), [1, 1, 2, 4, 5]);
});
