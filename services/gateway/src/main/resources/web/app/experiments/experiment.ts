import { daysAfter, daysBetween } from '../core/business-date';
import { href } from '../core/router';
import type { ExperimentView, Product, RegionExperimentsView, SwitchbackInput } from '../graphql/operations';

/** An experiment, as its address says it: the same words give the same plan, whoever asks, whether it is stored or not. */

export interface Experiment extends SwitchbackInput {
  nights: number;
  product: Product;
  regions: string[];
}

/** Of addresses that name none. */
const PRODUCT: Product = 'DRIVER';

export const INTERVALS = [30, 35, 40, 45, 50, 55, 60];
export const MOST_NIGHTS = 60;
const STEP_MINUTES = 5;

/** Wash-outs of an interval: at most half of it. */
export function washOuts(intervalMinutes: number): number[] {
  return Array.from({ length: Math.floor(intervalMinutes / 2 / STEP_MINUTES) + 1 }, (_, index) => index * STEP_MINUTES);
}

export function address(experiment: Experiment): string {
  const query = new URLSearchParams({
    name: experiment.name,
    from: experiment.firstDate,
    interval: String(experiment.intervalMinutes),
    washOut: String(experiment.washOutMinutes),
    nights: String(experiment.nights),
    product: experiment.product,
  });
  experiment.regions.forEach((region) => query.append('region', region));
  return `${href('experiments')}?${query}`;
}

/** Undefined where an address names none. What is not right in it, the service refuses. */
export function ofAddress(query: URLSearchParams): Experiment | undefined {
  const [name, firstDate] = [query.get('name'), query.get('from')];
  const number = (key: string, other: number) => Number.parseInt(query.get(key) ?? '', 10) || other;
  if (!name || !firstDate || Number.isNaN(Date.parse(`${firstDate}T00:00:00Z`))) {
    return undefined;
  }
  return {
    name,
    firstDate,
    intervalMinutes: number('interval', 30),
    washOutMinutes: number('washOut', 0),
    nights: number('nights', 14),
    product: (query.get('product') as Product | null) ?? PRODUCT,
    regions: query.getAll('region'),
  };
}

export function asked({ name, firstDate, intervalMinutes, washOutMinutes }: Experiment): SwitchbackInput {
  return { name, firstDate, intervalMinutes, washOutMinutes };
}

export function lastDate({ firstDate, nights }: Experiment): string {
  return daysAfter(firstDate, nights - 1);
}

export type Phase = { name: 'before' } | { name: 'running'; night: number } | { name: 'over' };

export function phase(experiment: Experiment, today: string): Phase {
  const night = daysBetween(experiment.firstDate, today) + 1;
  return night < 1 ? { name: 'before' } : night > experiment.nights ? { name: 'over' } : { name: 'running', night };
}

/** A stored experiment as its address says it. */
export function ofStored({ product, region }: RegionExperimentsView, stored: ExperimentView): Experiment {
  const { name, firstDate, intervalMinutes, washOutMinutes, nights } = stored;
  return { name, firstDate, intervalMinutes, washOutMinutes, nights, product, regions: [region] };
}
