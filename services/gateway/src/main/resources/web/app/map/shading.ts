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

export interface ShadeStep {
  /** The darkest is the last of all steps. */
  step: number;
  /** The most that a cell of this step has. */
  most: number;
}

export interface Shading {
  measure: Measure;
  cells: ShadedCell[];
  /** Those that cells have, the lightest first. */
  steps: ShadeStep[];
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

/**
 * Cells with their shades. Demand is unlike: a few cells have most of it. So each step has about as many cells as others, and the last one has
 * the cell with the most; what has the same demand has the same shade.
 */
export function shaded(cells: DemandCell[], measure: Measure): Shading {
  const steps = stepsOf(cells.map((one) => one[measure]).filter((value) => value > 0));
  const stepFor = (value: number) => (value > 0 ? (steps.find(({ most }) => value <= most)?.step ?? STEPS) : 0);
  return { measure, steps, cells: cells.map((one) => ({ ...one, measure, step: stepFor(one[measure]), label: one[measure] ? decimal(Math.round(one[measure] * 10) / 10) : '' })) };
}

function stepsOf(values: number[]): ShadeStep[] {
  let left = [...values].sort((one, other) => one - other);
  const limits: number[] = [];
  while (left.length && limits.length < STEPS) {
    const most = upToATenth(left[Math.ceil(left.length / (STEPS - limits.length)) - 1] ?? 0);
    limits.push(most);
    left = left.filter((value) => value > most);
  }
  // few different values are as far apart as the shades allow; a single one is neither little nor much
  return limits.map((most, index) => ({ most, step: limits.length === 1 ? Math.ceil(STEPS / 2) : Math.round(1 + (index * (STEPS - 1)) / (limits.length - 1)) }));
}

/** As it is shown. */
function upToATenth(value: number): number {
  return Math.ceil(value * 10 - 1e-9) / 10;
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
