import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count, decimal } from '../core/format';
import { request, RequestError } from '../graphql/client';
import { NightCells, type FleetRow, type PolicyView, type ZonePlan } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { point, type Position } from '../map/positions';
import { countedCells, plannedCells, shaded, withSupporters, type CellOutline, type Measure, type ShadedCell, type Shading } from '../map/shading';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

type Counted = ReturnType<NonNullable<typeof NightCells.types>>['kpis']['regions'][number]['cells'];

const MEASURES: Measure[] = ['demand', 'uncovered'];
const EVERY_MILLIS = 20_000;
const MOST_ROWS = 8;
/** The same each time, so that a map without cells is not drawn anew. */
export const NO_CELLS: Shading['cells'] = [];

/** Where demand is, and where nobody covers it: as the zones' plan expects it, or without zones, and of a night that is looked back at, as it was counted. It tells the map its cells. */
@customElement('cell-demand')
export class CellDemand extends ConsoleElement {
  @property({ attribute: false }) plan?: ZonePlan;
  @property({ attribute: false }) supporters?: FleetRow[];
  @property({ attribute: false }) region?: PolicyView;
  @property() date = '';
  /** Of which night the plan says nothing. */
  @property({ type: Boolean }) past = false;
  @property() measure: Measure = 'demand';
  @state() private counted?: Counted;
  @state() private failure?: RequestError;
  private outlines?: CellOutline[];
  private shading?: Shading;
  private read = '';

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.count());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if ((changed.has('region') && changed.get('region')) || (changed.has('date') && changed.get('date'))) {
      this.counted = undefined;
    }
    if (this.night() !== this.read) {
      void this.count();
    }
    if (['plan', 'counted', 'region', 'past'].some((name) => changed.has(name))) {
      this.outlines = this.outline();
      this.shade();
    } else if (changed.has('supporters') || changed.has('measure')) {
      this.shade();
    }
  }

  /** What is to be counted: nothing as long as zones apply, or it is not known whether they do. */
  private night(): string {
    return (this.past || this.plan) && !this.planned() && this.region ? `${this.region.region} ${this.date}` : '';
  }

  private planned(): boolean {
    return !this.past && this.plan?.basis === 'ZONES';
  }

  private async count() {
    const night = this.night();
    this.read = night;
    if (!night || !this.region) {
      return;
    }
    try {
      const { kpis } = await request(NightCells, { businessDate: this.date, product: this.region.product ?? 'DRIVER', region: this.region.region });
      if (night === this.read) {
        this.counted = kpis.regions[0]?.cells ?? [];
        this.failure = undefined;
      }
    } catch (problem) {
      if (night === this.read) {
        this.failure = problem as RequestError;
      }
    }
  }

  private shade() {
    const free = (this.supporters ?? []).filter((one) => one.state === 'FREE' && !one.unreachable).flatMap((one): Position[] => {
      const at = point(one.position);
      return at ? [at] : [];
    });
    this.shading = this.outlines && shaded(withSupporters(this.outlines, free), this.measure);
    this.dispatchEvent(new CustomEvent<Shading | undefined>('shaded', { detail: this.shading }));
  }

  private outline(): CellOutline[] | undefined {
    if (this.plan && this.planned()) {
      return plannedCells(this.plan.geoJson);
    }
    return this.counted && countedCells(this.counted);
  }

  protected override render() {
    return html`<section class="card">
      <h2>${t('demand.title')}</h2>
      ${failureNote(this.failure)} ${this.shading ? this.table(this.shading) : this.failure ? nothing : loadingNote()}
      ${this.note()}
    </section>`;
  }

  private note() {
    if (this.past) {
      return html`<p class="quiet">${t('demand.past')}</p>`;
    }
    return this.plan ? html`<p class="quiet">${this.planned() ? t('demand.planned') : t('demand.counted', { why: tv('zoneBasis', this.plan.basis) })}</p>` : nothing;
  }

  private table({ cells, measure }: Shading) {
    const most = cells.filter((one) => one[measure] > 0).sort((one, other) => other[measure] - one[measure]);
    if (!most.length) {
      return emptyNote(t(measure === 'demand' ? 'demand.none' : 'demand.allCovered'));
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('demand.title')}>
        <table class="narrow">
          <thead>
            <tr><th>${t('cell')}</th><th class="number">${t(this.planned() ? 'demand.expected' : 'demand.calls')}</th>${this.past ? nothing : html`<th class="number">${t('demand.free')}</th>`}<th class="number">${t('demand.uncovered')}</th></tr>
          </thead>
          <tbody>
            ${most.slice(0, MOST_ROWS).map((one) => row(one, this.past))}
          </tbody>
        </table>
      </div>
      ${most.length > MOST_ROWS ? html`<p class="empty">${t('more', { count: most.length - MOST_ROWS })}</p>` : nothing}`;
  }
}

/** Who was free where is not counted. */
function row(one: ShadedCell, past: boolean) {
  const calls = (value: number) => decimal(Math.round(value * 10) / 10);
  return html`<tr>
    <td><code>${one.cell}</code> ${one.closing ? html`<small>${t('demand.closing')}</small>` : nothing}</td>
    <td class="number">${calls(one.demand)}</td>
    ${past ? nothing : html`<td class="number">${count(one.free)}</td>`}
    <td class="number">${calls(one.uncovered)}</td>
  </tr>`;
}

/** By what the map shades its cells: beside the map, where it is seen what it does. */
export function measureChoice(measure: Measure, choose: (measure: Measure) => void) {
  return html`<div class="row measures" role="group" aria-label=${t('demand.by')}>
    ${MEASURES.map((one) => html`<button aria-pressed=${one === measure ? 'true' : 'false'} @click=${() => choose(one)}>${t(`demand.${one}`)}</button>`)}
  </div>`;
}

/** What the shades of the cells mean. */
export function cellLegend(shading: Shading | undefined) {
  if (!shading) {
    return nothing;
  }
  const { measure, steps, cells } = shading;
  return html`<p class="legend">
    <span>${t(cells.some((one) => one.planned) ? `legend.${measure}Planned` : `legend.${measure}Counted`)}</span>
    ${steps.map(({ step, most }) => html`<span><i class="key shade-${measure}-${step}"></i>≤ ${decimal(most)}</span>`)}
    ${cells.some((one) => one.closing) ? html`<span><i class="key cell-closing"></i>${t('demand.closing')}</span>` : nothing}
  </p>`;
}
