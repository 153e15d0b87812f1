import { decimal, duration, percent } from '../core/format';
import { t } from '../i18n/texts';

/** What a model's score is: the time to the customer with a minus, the probability that a customer keeps the drive, or a number that only its model knows. */

type Meaning = 'time' | 'keep' | 'number';

function meaning(model: string | null): Meaning {
  const name = (model ?? '').split('@')[0];
  return name === 'nearest' ? 'time' : name === 'keep' ? 'keep' : 'number';
}

export function scoreText(model: string | null, score: number): string {
  switch (meaning(model)) {
    case 'time':
      return duration(-score);
    case 'keep':
      return percent(score);
    default:
      return decimal(score);
  }
}

/** Which score is the best. */
export function scoreNote(model: string | null): string {
  return t(`score.${meaning(model)}`);
}
