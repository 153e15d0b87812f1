import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { clockTime } from '../core/format';
import { t } from '../i18n/texts';
import type { MinuteOfCalls } from '../tonight/counts';

const HEIGHT = 90;
const STEP = 10;

/** Calls per minute as stacked bars, by path. */
@customElement('path-chart')
export class PathChart extends ConsoleElement {
  @property({ attribute: false }) minutes: MinuteOfCalls[] = [];

  protected override render() {
    const most = Math.max(4, ...this.minutes.map((one) => one.supporters + one.general + one.undecided));
    const scale = HEIGHT / most;
    const sum = (name: 'supporters' | 'general' | 'undecided') => this.minutes.reduce((total, one) => total + one[name], 0);
    const said = t('chart.said', { supporters: sum('supporters'), general: sum('general'), undecided: sum('undecided') });
    const first = this.minutes[0];
    const last = this.minutes.at(-1);
    return html`<figure class="chart">
      <svg viewBox="0 0 ${this.minutes.length * STEP} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${said}>
        ${this.minutes.map((one, index) => {
          const heights = [one.supporters, one.general, one.undecided].map((value) => value * scale);
          let top = HEIGHT;
          return heights.map((height, part) => {
            top -= height;
            return svg`<rect class="bar-${part}" x=${index * STEP + 1} y=${top} width=${STEP - 2} height=${height}></rect>`;
          });
        })}
      </svg>
      <figcaption>
        <span>${first ? clockTime(new Date(first.minute * 60_000).toISOString()) : ''}</span>
        <span class="legend"><i class="key bar-0"></i>${t('path.SUPPORTERS')} <i class="key bar-1"></i>${t('path.GENERAL')} <i class="key bar-2"></i>${t('path.none')}</span>
        <span>${t('chart.most', { most })} · ${last ? clockTime(new Date((last.minute + 1) * 60_000).toISOString()) : ''}</span>
      </figcaption>
    </figure>`;
  }
}
