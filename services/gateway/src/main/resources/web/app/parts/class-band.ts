import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { duration } from '../core/format';
import type { TimeClass } from '../graphql/operations';
import { t, tv } from '../i18n/texts';

export interface ClassSeconds {
  timeClass: TimeClass | null;
  seconds: number;
  paid: boolean;
}

/** The seconds of a shift by class, as a band and as a table. */
@customElement('class-band')
export class ClassBand extends ConsoleElement {
  @property({ attribute: false }) classes: ClassSeconds[] = [];

  protected override render() {
    const shown = this.classes.filter((one) => one.seconds > 0);
    const total = shown.reduce((sum, one) => sum + one.seconds, 0) || 1;
    let left = 0;
    return html`<svg class="band" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
        ${shown.map((one) => {
          const width = (1000 * one.seconds) / total;
          left += width;
          return svg`<rect class="class-${one.timeClass}" x=${left - width} y="0" width=${width} height="40"></rect>`;
        })}
      </svg>
      <table class="narrow">
        <thead>
          <tr><th>${t('class')}</th><th>${t('time')}</th><th>${t('paid')}</th></tr>
        </thead>
        <tbody>
          ${this.classes.map(
            (one) => html`<tr>
              <td><i class="key class-${one.timeClass}"></i>${tv('class', one.timeClass)}</td>
              <td class="number">${duration(one.seconds)}</td>
              <td>${one.paid ? t('yes') : t('no')}</td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

export interface Minute {
  number: number;
  timeClass: TimeClass | null;
  label: string;
}

/** A shift minute by minute. */
@customElement('minute-band')
export class MinuteBand extends ConsoleElement {
  @property({ attribute: false }) minutes: Minute[] = [];

  protected override render() {
    const width = Math.max(60, this.minutes.length) * 4;
    return html`<svg class="band" viewBox="0 0 ${width} 40" preserveAspectRatio="none" role="img" aria-label=${t('minutes.label')}>
      ${this.minutes.map(
        (one, index) => svg`<rect class="class-${one.timeClass}" x=${index * 4} y="0" width="4" height="40"><title>${one.label}</title></rect>`,
      )}
    </svg>`;
  }
}
