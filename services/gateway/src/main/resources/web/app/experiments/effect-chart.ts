import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { signed } from '../core/format';
import { t } from '../i18n/texts';

const WIDTH = 200;
const HEIGHT = 36;
/** In points: so that next to nothing does not look like much. */
const LEAST_REACH = 2;

/** A difference in points with its confidence interval, on an axis with zero in its middle. */
@customElement('effect-chart')
export class EffectChart extends ConsoleElement {
  @property({ attribute: false }) difference = 0;
  @property({ attribute: false }) lower = 0;
  @property({ attribute: false }) upper = 0;

  protected override render() {
    const reach = Math.ceil(Math.max(LEAST_REACH, 1.15 * Math.abs(this.lower), 1.15 * Math.abs(this.upper)));
    const x = (points: number) => ((points / reach + 1) * WIDTH) / 2;
    const side = this.lower > 0 ? 'better' : this.upper < 0 ? 'worse' : 'open';
    const said = t('effect.said', { difference: signed(this.difference), lower: signed(this.lower), upper: signed(this.upper) });
    return html`<figure class="chart effect">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${said}>
        <line class="zero" x1=${x(0)} y1="0" x2=${x(0)} y2=${HEIGHT}></line>
        ${svg`<rect class="interval is-${side}" x=${x(this.lower)} y="12" width=${x(this.upper) - x(this.lower)} height="12"></rect>
        <line class="estimate is-${side}" x1=${x(this.difference)} y1="5" x2=${x(this.difference)} y2="31"></line>`}
      </svg>
      <figcaption>
        <span>${t('points', { value: signed(-reach) })} · ${t('effect.controlBetter')}</span>
        <span>0</span>
        <span>${t('effect.treatmentBetter')} · ${t('points', { value: signed(reach) })}</span>
      </figcaption>
    </figure>`;
  }
}
