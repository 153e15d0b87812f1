import type { OperationsView } from '../graphql/operations';

/** What waits of a service's events, and what it gave up. */
export interface Backlog {
  service: string;
  /** Documents with events that wait to be published; null where it has none, or nobody knows. */
  waiting: number | null;
  oldestSeconds: number | null;
  /** Whether they wait for too long, as the alert has it. */
  late: boolean;
  /** Dead letters since its process began. */
  dead: number | null;
}

/** As EventsWaitInOutboxes has it. */
const LATE_SECONDS = 60;

/** Of the services of which something waits or was given up, what waits longest first. */
export function backlogs({ services }: Pick<OperationsView, 'services'>): Backlog[] {
  return services
    .map(({ name, events }) => ({
      service: name,
      waiting: events.waiting,
      oldestSeconds: events.oldestSeconds,
      late: (events.oldestSeconds ?? 0) > LATE_SECONDS,
      dead: events.dead,
    }))
    .filter((one) => one.waiting || one.dead)
    .sort((one, other) => (other.oldestSeconds ?? 0) - (one.oldestSeconds ?? 0) || (other.dead ?? 0) - (one.dead ?? 0) || one.service.localeCompare(other.service));
}
