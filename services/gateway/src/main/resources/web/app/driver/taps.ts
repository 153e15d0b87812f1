import { type StepKind } from './outbox';

/**
 * One tap is one step. The button of the next step comes where that of the one before was, so the second tap of a finger that taps twice
 * would take it: a step is taken only once its button has been there for a while.
 */

/** Longer than between the taps of a finger that meant one, shorter than any step takes. */
export const TAP_MILLIS = 1_500;

export class Taps {
  private shown = '';
  private since = 0;

  /**
   * The step that can be taken now.
   *
   * @return whether it is another one than before
   */
  show(step: StepKind | undefined, callId: string): boolean {
    const shown = `${step} ${callId}`;
    if (shown === this.shown) {
      return false;
    }
    this.shown = shown;
    this.since = Date.now();
    return true;
  }

  /** Whether a tap is meant for the step that is shown. A clock that is set back keeps nobody waiting. */
  meant(): boolean {
    return Math.abs(Date.now() - this.since) >= TAP_MILLIS;
  }
}
