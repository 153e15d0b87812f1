import { request } from '../graphql/client';
import { CallCommanded, CallCommands, type CommandRow } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { heldSteps } from './held-steps';

export interface CommandStep {
  at: string;
  driverId: string;
  what: string;
  /** Whether it begins to wait for a supporter with this. */
  held?: boolean;
}

/** What became of a command, in words: its state, and why it was refused or cancelled. */
export function outcome(command: CommandRow): string {
  const { state, refusalReason, refusalComment, onRefusal, cancellationReason } = command;
  const parts = [
    tv('commandState', state),
    refusalReason ? tv('refused', refusalReason) : '',
    refusalComment ? `“${refusalComment}”` : '',
    onRefusal ? t('command.then', { consequence: tv('refusal', onRefusal) }) : '',
    cancellationReason ? tv('cancellation', cancellationReason) : '',
  ];
  return parts.filter((part) => part).join(', ');
}

/** Of a call that was never decided, or not long enough ago, no decision is kept. */
async function decided(callId: string) {
  try {
    return (await request(CallCommanded, { callId })).decision;
  } catch {
    return { decisions: [], heldChoices: [] };
  }
}

/** When the call was held and a supporter chosen for it; who else was commanded, and how these commands ended. The commands of a driver who took the call are told by that driver's timeline. */
export async function commandSteps(callId: string): Promise<CommandStep[]> {
  const { callCommands } = await request(CallCommands, { callId });
  const ended = callCommands.flatMap((one) =>
    one.endedAt && one.state !== 'COMPLETED' ? [{ at: one.endedAt, driverId: one.driverId, what: t('life.command', { driver: one.driverId, outcome: outcome(one) }) }] : [],
  );
  const { decisions, heldChoices } = await decided(callId);
  const given = decisions.flatMap((one) => (one.driverId ? [{ at: one.decidedAt, driverId: one.driverId, what: t('life.commanded', { driver: one.driverId }) }] : []));
  const held = heldSteps(decisions, heldChoices).map(({ at, what, driverId, calls }) => ({
    at,
    held: what === 'held',
    driverId: '', // also told where the driver's own timeline is
    what: what === 'held' ? t('life.held') : t('life.chosen', { driver: driverId ?? '–', calls }),
  }));
  return [...held, ...given, ...ended];
}
