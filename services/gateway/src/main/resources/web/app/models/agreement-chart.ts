import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count, percent } from '../core/format';
import { t } from '../i18n/texts';

const WIDTH = 400;
const HEIGHT = 14;

export interface Agreement {
  model: string;
  same: number;
  different: number;
  withoutChoice: number;
}

const PARTS = ['same', 'different', 'withoutChoice'] as const;

/** How often each model that is tried would have chosen the same supporter: a bar each, all of the same length. The table has the numbers. */
@customElement('agreement-chart')
export class AgreementChart extends ConsoleElement {
  @property({ attribute: false }) shadows: Agreement[] = [];

  protected override render() {
    return html`<figure class="chart bars">
      ${this.shadows.map((one) => this.bar(one))}
      <figcaption>
        <span class="legend">${PARTS.map((part) => html`<span><i class="key agree-${part}"></i>${t(`models.${part}`)}</span> `)}</span>
      </figcaption>
    </figure>`;
  }

  private bar(one: Agreement) {
    const all = PARTS.reduce((sum, part) => sum + one[part], 0);
    const shares = PARTS.map((part) => (all ? one[part] / all : 0));
    const said = all ? t('models.agreementSaid', { model: one.model, same: percent(shares[0]), different: percent(shares[1]), none: percent(shares[2]), all: count(all) }) : t('models.agreementNone', { model: one.model });
    let x = 0;
    return html`<div class="measured">
      <span>${one.model}</span>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${said}>
        ${svg`<rect class="measured-none" x="0" y="0" width=${WIDTH} height=${HEIGHT}></rect>`}
        ${PARTS.map((part, index) => {
          const width = (shares[index] ?? 0) * WIDTH;
          const from = x;
          x += width;
          return svg`<rect class="agree-${part}" x=${from} y="0" width=${width} height=${HEIGHT}></rect>`;
        })}
      </svg>
      <b class="number">${all ? percent(shares[0]) : '–'}</b>
    </div>`;
  }
}
