import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { clockTime, count, duration } from '../core/format';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { NightAt, type MomentCallView, type PolicyView } from '../graphql/operations';
import { t } from '../i18n/texts';
import type { NamedPlace } from '../map/named-places';
import '../map/night-map';
import type { MapBounds, MapCall, MapSupporter } from '../map/night-map';
import { spread } from '../map/positions';
import type { Measure, Shading } from '../map/shading';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import '../parts/path-chart';
import { cellLegend, measureChoice, NO_CELLS } from './cell-demand';
import { callsByMinute } from './counts';
import { figure, mapLegend, supportersByState } from './lists';
import { RECENT_MINUTES } from './night-data';
import { PastCalls } from './past-calls';

type Moment = ReturnType<NonNullable<typeof NightAt.types>>['nightMoment'];

const MINUTE = 60_000;
const MOST_ROWS = 8;
const LONG_WAIT_SECONDS = 180;

/** The night as it was at a moment that is chosen: who waited, who was where, to the cell. */
@customElement('night-replay')
export class NightReplay extends ConsoleElement {
  @property({ attribute: false }) region?: PolicyView;
  @property() date = '';
  /** Milliseconds since 1970. */
  @property({ attribute: false }) at = 0;
  @property() measure: Measure = 'demand';
  @property({ attribute: false }) edges: MapBounds[] = [];
  @property({ attribute: false }) places: NamedPlace[] = [];
  @state() private shading?: Shading;
  @state() private moment?: Moment;
  @state() private failure?: RequestError;
  @state() private plays = false;
  private asked = '';
  private asks = false;
  private calls: MapCall[] = [];
  private supporters: MapSupporter[] = [];
  /** What was requested before the moment. */
  private readonly past = new PastCalls(() => this.requestUpdate());

  protected override begin() {
    this.every(1_000, () => {
      if (this.plays) {
        this.step();
      } else if (this.failure?.retryable) {
        void this.read();
      } else if (this.past.failure?.retryable) {
        void this.past.show(this.region, this.at);
      }
    });
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('region') || changed.has('date')) {
      this.moment = undefined;
      this.plays = false;
    }
    if (changed.has('region') || changed.has('date') || changed.has('at')) {
      void this.read();
      void this.past.show(this.region, this.at);
    }
  }

  /** One request at a time: who drags the slider wants the last moment, not all of them. */
  private async read() {
    if (!this.region || this.asks) {
      return;
    }
    this.asks = true;
    const { region, date, at } = this;
    this.asked = `${region.region} ${date} ${at}`;
    try {
      const { nightMoment } = await request(NightAt, { product: region.product ?? 'DRIVER', region: region.region, businessDate: date, at: new Date(at).toISOString() });
      this.moment = nightMoment;
      this.show(nightMoment);
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
      this.plays = false;
    }
    this.asks = false;
    if (`${this.region?.region} ${this.date} ${this.at}` !== this.asked) {
      await this.read();
    }
  }

  private show(moment: Moment) {
    const places = (cell: { lat: number; lng: number } | null, id: string) => (cell ? [spread([cell.lng, cell.lat], id)] : []);
    this.calls = moment.calls.flatMap((call) =>
      places(call.cell, call.callId).map((at) => ({ callId: call.callId, at, state: call.state ?? '', label: call.state === 'REQUESTED' ? duration(this.waited(call)) : '' })),
    );
    this.supporters = moment.supporters.flatMap((one) => places(one.cell, one.driverId).map((at) => ({ driverId: one.driverId, at, state: one.state ?? '' })));
  }

  private waited(call: MomentCallView): number {
    return call.requestedAt ? Math.max(0, (this.at - Date.parse(call.requestedAt)) / 1_000) : 0;
  }

  private step() {
    const last = this.last();
    this.plays = this.at + MINUTE < last;
    this.choose(Math.min(this.at + MINUTE, last));
  }

  /** The slider ends where the night does, or now. */
  private last(): number {
    const { moment } = this;
    return Math.min(now(), Math.max(...[moment?.endsAt, moment?.lastAt].map((at) => (at ? Date.parse(at) : 0))));
  }

  private choose(at: number) {
    this.dispatchEvent(new CustomEvent('moment', { detail: { at, date: this.date } }));
  }

  protected override render() {
    return html`${failureNote(this.failure)} ${this.moment ? this.content(this.moment) : this.failure ? nothing : loadingNote()}`;
  }

  private content(moment: Moment) {
    if (!moment.beginsAt) {
      return emptyNote(t('replay.unknown', { date: this.date }));
    }
    return html`${this.slider(Date.parse(moment.beginsAt))} ${moment.cut ? html`<p class="note warn">${t('list.cut')}</p>` : nothing} ${this.figures(moment)}
      <div class="split">
        <div class="card map-card">
          <night-map
            .cells=${this.shading?.cells ?? NO_CELLS}
            .calls=${this.calls}
            .supporters=${this.supporters}
            .bounds=${this.region?.bounds}
            .regions=${this.edges}
            .places=${this.places}
          ></night-map>
          ${measureChoice(this.measure, (measure) => this.dispatchEvent(new CustomEvent<Measure>('measure', { detail: measure })))} ${mapLegend(false)}
          ${cellLegend(this.shading)}
        </div>
        <div class="stack">
          <section class="card">
            <h2>${t('tonight.waiting')}</h2>
            ${this.waiting(moment)}
          </section>
          <section class="card">
            <h2>${t('tonight.perMinute')}</h2>
            ${failureNote(this.past.failure)} ${this.past.cut ? html`<p class="note warn">${t('list.cut')}</p>` : nothing}
            <path-chart .minutes=${callsByMinute(this.past.calls(), this.at, RECENT_MINUTES)}></path-chart>
          </section>
          <section class="card">
            <h2>${t('tonight.supporters')}</h2>
            ${moment.supporters.length ? supportersByState(moment.supporters) : emptyNote(t('tonight.nobody'))}
          </section>
          <cell-demand
            past
            .region=${this.region}
            .date=${this.date}
            .measure=${this.measure}
            @shaded=${(event: CustomEvent<Shading | undefined>) => (this.shading = event.detail)}
          ></cell-demand>
          <p class="quiet">${t('replay.note')}</p>
        </div>
      </div>`;
  }

  private slider(begin: number) {
    const last = Math.max(begin, this.last());
    const shown = clockTime(new Date(this.at).toISOString());
    return html`<div class="card replay">
      <button aria-pressed=${this.plays ? 'true' : 'false'} @click=${() => (this.plays = !this.plays)}>${t(this.plays ? 'replay.pause' : 'replay.play')}</button>
      <label class="slider"
        >${t('replay.moment')}
        <input
          type="range"
          min=${begin}
          max=${last}
          step=${MINUTE}
          .value=${String(this.at)}
          aria-valuetext=${shown}
          @input=${(event: Event) => {
            this.plays = false;
            this.choose(Number((event.target as HTMLInputElement).value));
          }}
      /></label>
      <output class="number large">${shown}</output>
    </div>`;
  }

  private figures({ calls, supporters }: Moment) {
    const of = (...states: string[]) => calls.filter((call) => states.includes(call.state ?? ''));
    const doing = (state: string) => supporters.filter((one) => one.state === state).length;
    const [waiting, commanded, coming, driving] = [of('REQUESTED'), of('COMMANDED').length, of('ACCEPTED', 'ARRIVED').length, of('DRIVING').length];
    const oldest = Math.max(0, ...waiting.map((call) => this.waited(call)));
    return html`<dl class="figures">
      ${figure(t('figure.waiting'), count(waiting.length), t('figure.oldest', { age: duration(oldest) }), oldest > LONG_WAIT_SECONDS)}
      ${figure(t('figure.underWay'), count(commanded + coming + driving), t('figure.underWayNote', { commanded, coming, driving }))}
      ${figure(t('figure.atWork'), count(supporters.length), t('figure.atWorkNote', { free: doing('FREE'), resting: doing('RESTING') }))}
    </dl>`;
  }

  private waiting({ calls }: Moment) {
    const waiting = calls.filter((call) => call.state === 'REQUESTED').sort((one, other) => this.waited(other) - this.waited(one));
    if (!waiting.length) {
      return emptyNote(t('replay.nothingWaited'));
    }
    return html`<table>
        <thead>
          <tr><th>${t('age')}</th><th>${t('call')}</th></tr>
        </thead>
        <tbody>
          ${waiting.slice(0, MOST_ROWS).map(
            (call) => html`<tr>
              <td class="number ${this.waited(call) > LONG_WAIT_SECONDS ? 'bad' : ''}">${duration(this.waited(call))}</td>
              <td><a href=${href('calls', call.callId)}>${call.callId}</a></td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${waiting.length > MOST_ROWS ? html`<p class="empty">${t('more', { count: waiting.length - MOST_ROWS })}</p>` : nothing}`;
  }
}
