import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import type { ModelView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';

const WIDTH = 400;
const HEIGHT = 14;
/** Of these more is better, of all others less. */
const MORE_IS_BETTER = ['auc'];

interface Scored {
  model: string;
  used: boolean;
  value: number;
}

/** The scores of models of one kind beside each other: they are of nights that the model had not learned from. */
@customElement('score-chart')
export class ScoreChart extends ConsoleElement {
  @property({ attribute: false }) models: ModelView[] = [];

  protected override render() {
    const kinds = [...new Set(this.models.map((one) => one.kind))];
    const charts = kinds.flatMap((kind) => {
      const ofKind = this.models.filter((one) => one.kind === kind);
      return [...new Set(ofKind.flatMap((one) => one.scores.map((score) => score.name)))].map((name) => this.chart(kind, name, scored(ofKind, name)));
    });
    return charts.length
      ? html`<section class="card">
          <h2>${t('models.compared')}</h2>
          ${charts}
        </section>`
      : nothing;
  }

  private chart(kind: ModelView['kind'], name: string, scores: Scored[]) {
    const most = Math.max(...scores.map((one) => one.value), Number.EPSILON);
    const better = t(MORE_IS_BETTER.includes(name) ? 'models.moreIsBetter' : 'models.lessIsBetter');
    return html`<figure class="chart bars">
      <h3>${tv('modelScore', name)} <small>${tv('modelKind', kind)}, ${better}</small></h3>
      ${scores.map(
        (one) => html`<div class="measured">
          <span>${one.model}${one.used ? html` <small>${t('models.inUse')}</small>` : nothing}</span>
          <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${t('models.scoreSaid', { model: one.model, score: tv('modelScore', name), value: precise(one.value) })}>
            ${svg`<rect class="measured-none" x="0" y="0" width=${WIDTH} height=${HEIGHT}></rect>
            <rect class="score-${one.used ? 'used' : 'other'}" x="0" y="0" width=${(WIDTH * Math.max(0, one.value)) / most} height=${HEIGHT}></rect>`}
          </svg>
          <b class="number">${precise(one.value)}</b>
        </div>`,
      )}
    </figure>`;
  }
}

function scored(models: ModelView[], name: string): Scored[] {
  return models.flatMap((one) => one.scores.filter((score) => score.name === name).map(({ value }) => ({ model: one.training ? `${one.model} · ${one.training.region}` : one.model, used: one.used, value })));
}

/** Scores of good models differ in the third digit. */
function precise(value: number): string {
  return value.toFixed(3);
}
