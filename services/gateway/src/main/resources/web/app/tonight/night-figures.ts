import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { clockTime, count, decimal, money, percent } from '../core/format';
import { knownRegion } from '../core/policies';
import { goesOn } from '../core/regions';
import { recent, RequestError } from '../graphql/client';
import { NightFigures as Figures, type FiguresView, type Product } from '../graphql/operations';
import { t, type TextKey } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import { zoneFigures } from './zone-figures';

type Compared = ReturnType<NonNullable<typeof Figures.types>>['kpis']['regions'][number];

interface Figure {
  name: keyof FiguresView;
  shown: (value: number, night: FiguresView) => string;
  /** Whether more is better, worse, or neither. */
  more: 'good' | 'bad' | 'neither';
  value: (night: FiguresView) => number | null;
  /** Whether only a whole night has it: as long as the night goes on it is less, which says nothing. */
  whole?: boolean;
}

/** How old figures may be that another viewer was given. */
const OLDEST_SECONDS = 10;

const share = (name: keyof FiguresView, more: Figure['more']): Figure => ({ name, more, shown: percent, value: (night) => night[name] as number | null });
const minutes = (value: number) => t('minutes', { value: decimal(value) });

const FIGURES: Figure[] = [
  { name: 'calls', more: 'neither', shown: count, value: (night) => night.calls, whole: true },
  share('completionRate', 'good'),
  share('supporterCompletionRate', 'good'),
  share('generalShare', 'neither'),
  { name: 'pickupMinutesMean', more: 'bad', shown: minutes, value: (night) => night.pickupMinutesMean },
  { name: 'pickupMinutesP95', more: 'bad', shown: minutes, value: (night) => night.pickupMinutesP95 },
  share('cancellationAfterAssignmentRate', 'bad'),
  { ...share('attendanceRate', 'good'), whole: true },
  share('autoAcceptShare', 'neither'),
  { name: 'tripsPerPaidHour', more: 'good', shown: decimal, value: (night) => night.tripsPerPaidHour },
  { name: 'gini', more: 'bad', shown: decimal, value: (night) => night.gini },
  {
    name: 'costPerCompletedCall',
    more: 'bad',
    shown: (value, night) => money({ amount: Math.round(value), currency: night.costPerCompletedCall?.currency ?? 'KRW' }),
    value: (night) => night.costPerCompletedCall?.amount ?? null,
  },
];

/** The figures of the night beside those of the night before, of the same weekday a week before, and of the simulated legacy; and its figures by zone. */
@customElement('night-figures')
export class NightFigures extends ConsoleElement {
  @property() date = '';
  @property() region = '';
  @property() product: Product = 'DRIVER';
  @state() private compared?: Compared | null;
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(20_000, () => this.read());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (this.hasUpdated && (changed.has('date') || changed.has('region'))) {
      this.compared = undefined;
      void this.read();
    }
  }

  private async read() {
    if (!this.date || !this.region) {
      return;
    }
    try {
      const { kpis } = await recent(Figures, { businessDate: this.date, product: this.product, region: this.region }, OLDEST_SECONDS);
      this.compared = kpis.regions[0] ?? null;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<section class="card">
        <h2>${t('figures.title')}</h2>
        ${failureNote(this.failure)} ${this.compared ? this.table(this.compared) : this.compared === null ? emptyNote(t('figures.none')) : this.failure ? nothing : loadingNote()}
      </section>
      ${this.compared?.night ? zoneFigures(this.compared.zones) : nothing}`;
  }

  private table({ night, nightBefore, weekBefore, legacy, missingLegacyReason }: Compared) {
    const region = knownRegion(this.region);
    const running = region !== undefined && goesOn(region, this.date, now());
    const compared = (figure: Figure, before: FiguresView | null) => (running && figure.whole ? nothing : trend(figure, night, before));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('figures.title')}>
        <table class="compared">
          <thead>
            <tr>
              <th>${t('figures.figure')}</th>
              ${[night, nightBefore, weekBefore, legacy].map(
                (one, index) => html`<th class="number">${t((['figures.night', 'figures.nightBefore', 'figures.weekBefore', 'figures.legacy'] as const)[index] as TextKey)} <small>${one?.businessDate ?? ''}</small></th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${FIGURES.map(
              (figure) => html`<tr>
                <th scope="row">${t(`figures.${figure.name}` as TextKey)}</th>
                <td class="number">${shown(figure, night)}</td>
                <td class="number">${shown(figure, nightBefore)} ${compared(figure, nightBefore)}</td>
                <td class="number">${shown(figure, weekBefore)} ${compared(figure, weekBefore)}</td>
                <td class="number">${shown(figure, legacy)} ${compared(figure, legacy)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t(running ? 'figures.running' : 'figures.note', { at: clockTime(night?.updatedAt, true) })}</p>
      <p class="quiet">${t(missingLegacyReason ? `figures.legacy.${missingLegacyReason}` : 'figures.legacy.note')}</p>`;
  }
}

function shown(figure: Figure, night: FiguresView | null): string {
  const value = night ? figure.value(night) : null;
  return night && value !== null ? figure.shown(value, night) : '–';
}

/** How tonight differs from an earlier night, in percent of that night. */
function trend(figure: Figure, night: FiguresView | null, before: FiguresView | null) {
  const [is, was] = [night ? figure.value(night) : null, before ? figure.value(before) : null];
  if (is === null || was === null || was === 0) {
    return nothing;
  }
  const change = Math.round((100 * (is - was)) / was);
  const better = change === 0 || figure.more === 'neither' ? '' : (change > 0) === (figure.more === 'good') ? 'good' : 'bad';
  const said = t(change === 0 ? 'figures.same' : change > 0 ? 'figures.more' : 'figures.less', { percent: Math.abs(change) });
  return html`<small class=${better} title=${said} aria-label=${said}>${change === 0 ? '=' : `${change > 0 ? '▲' : '▼'} ${Math.abs(change)} %`}</small>`;
}
