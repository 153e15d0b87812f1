import { decimal } from '../core/format';
import type { Position } from './positions';

/** Cells by how much demand they have, and by how much of it nobody covers. */

export type Measure = 'demand' | 'uncovered';

/** A cell with its demand, whoever is in it. */
export interface CellOutline {
  cell: string;
  /** Its corners; the first is not repeated. */
  ring: Position[];
  /** Calls: expected, or counted. */
  demand: number;
  /** Of counted calls, those that no supporter got. */
  missed?: number;
  /** Whether it is part of an active zone. */
  planned: boolean;
  closing: boolean;
}

export interface DemandCell extends CellOutline {
  /** Free supporters in it. */
  free: number;
  uncovered: number;
}

export interface ShadedCell extends DemandCell {
  measure: Measure;
  /** 0 is without a shade. */
  step: number;
  label: string;
}

export interface Shading {
  measure: Measure;
  cells: ShadedCell[];
  /** The upper limit of each step, the lightest first. */
  limits: number[];
}

export const STEPS = 5;

interface PlannedFeature {
  id: string;
  geometry: { coordinates: Position[][] };
  properties: { state: string | null; demand: number };
}

/** The cells of the active zones. */
export function plannedCells(geoJson: string): CellOutline[] {
  const { features } = JSON.parse(geoJson) as { features: PlannedFeature[] };
  return features.map(({ id, geometry, properties }) => ({
    cell: id,
    ring: (geometry.coordinates[0] ?? []).slice(0, -1),
    demand: properties.demand,
    planned: true,
    closing: properties.state === 'CLOSING',
  }));
}

interface CountedCell {
  cell: string;
  boundary: Array<{ lat: number; lng: number }>;
  calls: number;
  generalShare: number | null;
}

/** The cells of a night as it was counted. */
export function countedCells(cells: CountedCell[]): CellOutline[] {
  return cells
    .filter((one) => one.calls > 0 && one.boundary.length > 2)
    .map(({ cell, boundary, calls, generalShare }) => ({
      cell,
      ring: boundary.map(({ lat, lng }): Position => [lng, lat]),
      demand: calls,
      missed: Math.round(calls * (generalShare ?? 0)),
      planned: false,
      closing: false,
    }));
}

/** What is uncovered: of expected calls those that are more than the free supporters in the cell, of counted ones those that no supporter got. */
export function withSupporters(cells: CellOutline[], free: Position[]): DemandCell[] {
  return cells.map((one) => {
    const there = free.filter((at) => within(one.ring, at)).length;
    return { ...one, free: there, uncovered: one.missed ?? Math.max(0, one.demand - there) };
  });
}

/** Cells with their shades: five steps of the same width, the last of which has the cell with the most. */
export function shaded(cells: DemandCell[], measure: Measure): Shading {
  const width = round(Math.max(0, ...cells.map((one) => one[measure])) / STEPS, cells.every((one) => Number.isInteger(one[measure])));
  return {
    measure,
    limits: width ? Array.from({ length: STEPS }, (_, index) => width * (index + 1)) : [],
    cells: cells.map((one) => ({ ...one, measure, step: width ? Math.min(STEPS, Math.ceil(one[measure] / width - 1e-9)) : 0, label: one[measure] ? decimal(Math.round(one[measure] * 10) / 10) : '' })),
  };
}

/** The next larger 1, 2, 2.5 or 5 of its power of ten. */
function round(width: number, whole: boolean): number {
  if (width <= 0) {
    return 0;
  }
  const power = 10 ** Math.floor(Math.log10(width));
  const rounded = ([1, 2, 2.5, 5, 10].find((each) => each * power >= width - 1e-9) ?? 10) * power;
  return whole ? Math.ceil(rounded) : rounded;
}

/** Whether a place is in a cell; how many of its edges lie to the east of it says so. */
function within(ring: Position[], [lng, lat]: Position): boolean {
  let inside = false;
  ring.forEach(([x, y], index) => {
    const [beforeX, beforeY] = ring.at(index - 1) as Position;
    if (y > lat !== beforeY > lat && lng < ((beforeX - x) * (lat - y)) / (beforeY - y) + x) {
      inside = !inside;
    }
  });
  return inside;
}
