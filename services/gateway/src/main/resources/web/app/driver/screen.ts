import type { EngagementState, WorkView } from '../graphql/operations';
import type { StepKind } from './outbox';

/**
 * What the driver's app is about now. Commands come by themselves, the shift is read: as long as it could not be read nobody knows whether the
 * driver is at work, and nobody is told to begin a shift that may go on.
 */
export type Screen = 'command' | 'drive' | 'unknown' | 'off' | 'atWork';

export function screenOf(work: WorkView | null | undefined, hasCommand: boolean, shown: EngagementState | undefined): Screen {
  if (hasCommand && shown === 'COMMANDED') {
    return 'command';
  }
  if (hasCommand && stepAfter(shown)) {
    return 'drive';
  }
  if (work === undefined) {
    return 'unknown';
  }
  return work === null || work.state === 'ENDED' ? 'off' : 'atWork';
}

/** The step of a drive that comes next. */
export function stepAfter(shown: EngagementState | undefined): StepKind | undefined {
  switch (shown) {
    case 'ACCEPTED':
      return 'arrive';
    case 'ARRIVED':
      return 'pickUp';
    case 'DRIVING':
      return 'complete';
    default:
      return undefined;
  }
}
