/** When a call began to wait for a supporter, and when one was chosen for it out of all held calls. */

export interface HeldStep {
  at: string;
  what: 'held' | 'chosen';
  /** Who was chosen; none where it was held. */
  driverId: string | null;
  /** How many calls waited then. */
  calls: number;
}

interface Recorded {
  decidedAt: string;
  reason: string;
}

interface Choice {
  decidedAt: string;
  driverId: string | null;
  calls: number;
}

const HELD = 'HELD';

/** Each time that it was held, until something else was decided of it; and each other supporter who was chosen for it. */
export function heldSteps(decisions: Recorded[], choices: Choice[]): HeldStep[] {
  const held = decisions.filter((one, index) => one.reason === HELD && decisions[index - 1]?.reason !== HELD);
  const chosen = choices.filter((one, index) => one.driverId !== null && choices[index - 1]?.driverId !== one.driverId);
  return [
    ...held.map(({ decidedAt }): HeldStep => ({ at: decidedAt, what: 'held', driverId: null, calls: 0 })),
    ...chosen.map(({ decidedAt, driverId, calls }): HeldStep => ({ at: decidedAt, what: 'chosen', driverId, calls })),
  ];
}
