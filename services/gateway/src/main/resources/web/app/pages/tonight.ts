import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { age, ageSeconds, clockTime, count, duration, place } from '../core/format';
import { rememberRegion } from '../core/policies';
import { go, href } from '../core/router';
import type { CallRow, FleetRow, OperationsView, PolicyView } from '../graphql/operations';
import { language, t } from '../i18n/texts';
import { namedPlaces, type NamedPlace } from '../map/named-places';
import '../map/night-map';
import type { MapBounds, MapCall, MapMove, MapSupporter } from '../map/night-map';
import { point, position } from '../map/positions';
import { emptyNote, failureNote, loadingNote, zoneNote } from '../parts/notes';
import type { Measure, Shading } from '../map/shading';
import '../parts/path-chart';
import '../tonight/alert-card';
import '../tonight/backlog-card';
import { cellLegend, measureChoice, NO_CELLS } from '../tonight/cell-demand';
import '../tonight/night-figures';
import '../tonight/night-replay';
import '../tonight/rollout-card';
import '../tonight/wage-card';
import { callsByMinute, counts } from '../tonight/counts';
import { figure, mapLegend, supportersByState } from '../tonight/lists';
import { MOST_CALLS, NightData, RECENT_MINUTES } from '../tonight/night-data';

const MOST_ROWS = 8;
const FIRST_LOOK_MILLIS = 3_600_000;
/** What happens now: the map, the figures, and what waits for how long. */
@customElement('tonight-page')
export class TonightPage extends ConsoleElement {
  /** Of which region the address is; empty for the one that was looked at last. */
  @property() region = '';
  private readonly data = new NightData(() => this.requestUpdate());
  private mapCalls: MapCall[] = [];
  private mapSupporters: MapSupporter[] = [];
  private mapMoves: MapMove[] = [];
  /** Of which region, in which language, the map has edges and places. */
  private base = '';
  private edges: MapBounds[] = [];
  private places: NamedPlace[] = [];
  @state() private measure: Measure = 'demand';
  @state() private shading?: Shading;
  @state() private operations?: OperationsView;
  /** What is looked at instead of now. */
  @state() private replay?: { date: string; at: number };

  protected override begin() {
    this.until(() => this.data.end());
    void this.follow();
    this.every(1_000, () => this.requestUpdate());
  }

  /** Another address, or back to the one before. */
  protected override willUpdate(changed: Map<string, unknown>) {
    if (this.hasUpdated && changed.has('region')) {
      void this.data.start(this.region).then(() => this.readAll());
    }
  }

  private async follow() {
    await this.data.start(this.region);
    if (!this.isConnected) {
      return;
    }
    if (!this.data.region) {
      this.every(5_000, () => (this.data.region ? undefined : this.data.start(this.region)));
    }
    this.every(4_000, () => this.data.readLive());
    this.every(10_000, () => this.data.readRecent());
    this.every(15_000, () => this.data.readWaiting());
    this.every(20_000, () => this.data.readNight());
  }

  protected override render() {
    const { data } = this;
    if (!data.region) {
      return html`<section><h1>${t('nav.tonight')}</h1>${failureNote(data.failure)}${data.failure ? nothing : data.loaded ? emptyNote(t('policies.none')) : loadingNote()}</section>`;
    }
    const date = this.replay?.date ?? data.today();
    this.fillBase(data.region);
    return html`<section class="tonight">
      <header class="head">
        <h1>${t('nav.tonight')}</h1>
        <p class="now">
          ${clockTime(new Date(now()).toISOString(), true)} ${zoneNote(data.region.timeZone)} · ${this.dateChoice(date)} · ${this.regionChoice()}
        </p>
        <button aria-pressed=${this.replay ? 'false' : 'true'} @click=${() => (this.replay = undefined)}>${t('replay.live')}</button>
        <button aria-pressed=${this.replay ? 'true' : 'false'} @click=${() => this.look(data.today())}>${t('replay.look')}</button>
      </header>
      ${this.replay
        ? html`<night-replay
            .region=${data.region}
            .date=${date}
            .at=${this.replay.at}
            .measure=${this.measure}
            @measure=${(event: CustomEvent<Measure>) => (this.measure = event.detail)}
            .edges=${this.edges}
            .places=${this.places}
            @moment=${(event: CustomEvent<{ date: string; at: number }>) => (this.replay = event.detail)}
          ></night-replay>`
        : this.live(data.region)}
      <night-figures .date=${date} .region=${data.region.region} .product=${data.region.product ?? 'DRIVER'}></night-figures>
    </section>`;
  }

  private live(region: PolicyView) {
    const { data } = this;
    const fleet = data.supporters ?? [];
    this.fillMap(fleet);
    return html`${failureNote(data.failure)} ${data.cut || data.recentCut ? html`<p class="note warn">${t('tonight.cut', { count: count(MOST_CALLS) })}</p>` : nothing} ${this.figures(fleet)}
      <div class="split">
        <div class="card map-card">
          <night-map
            .cells=${this.shading?.cells ?? NO_CELLS}
            .calls=${this.mapCalls}
            .supporters=${this.mapSupporters}
            .moves=${this.mapMoves}
            .bounds=${region.bounds}
            .regions=${this.edges}
            .places=${this.places}
          ></night-map>
          ${measureChoice(this.measure, (measure) => (this.measure = measure))} ${mapLegend(true)} ${cellLegend(this.shading)}
        </div>
        <div class="stack">
          <alert-card @operations=${(event: CustomEvent<OperationsView>) => (this.operations = event.detail)}></alert-card>
          <backlog-card .operations=${this.operations} .parked=${data.parked} .more=${data.moreParked} .parkedSince=${data.parkedSince}></backlog-card>
          <section class="card">
            <h2>${t('tonight.waiting')}</h2>
            ${this.waiting()}
          </section>
          <section class="card">
            <h2>${t('tonight.perMinute')}</h2>
            <path-chart .minutes=${callsByMinute(data.recent.values(), now(), RECENT_MINUTES)}></path-chart>
          </section>
          <section class="card">
            <h2>${t('tonight.supporters')}</h2>
            ${this.supporters(fleet)}
          </section>
          <rollout-card></rollout-card>
          <wage-card .plan=${data.zones}></wage-card>
          <cell-demand
            .plan=${data.zones}
            .supporters=${data.supporters}
            .region=${region}
            .date=${data.today()}
            .measure=${this.measure}
            @shaded=${(event: CustomEvent<Shading | undefined>) => (this.shading = event.detail)}
          ></cell-demand>
        </div>
      </div>`;
  }

  /** Another night is looked at as it was. */
  private dateChoice(date: string) {
    const today = this.data.today();
    return html`<label
      >${t('businessDate')}
      <input
        type="date"
        required
        max=${today}
        .value=${date}
        @change=${(event: Event) => {
          const chosen = (event.target as HTMLInputElement).value;
          if (chosen) {
            this.look(chosen);
          }
        }}
    /></label>`;
  }

  /** A night that goes on is looked at from now on back, another one from its first hour on. */
  private look(date: string) {
    const begin = this.data.windowBegin(date);
    const end = begin + (this.data.region?.windowMinutes ?? 0) * 60_000;
    this.replay = { date, at: now() < end ? Math.max(begin, now()) : begin + FIRST_LOOK_MILLIS };
  }

  private regionChoice() {
    const { regions, region } = this.data;
    if (regions.length === 1) {
      return html`${region?.region}`;
    }
    return html`<label
      >${t('region')}
      <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
        ${regions.map((one) => html`<option value=${one.region} .selected=${one.region === region?.region}>${one.region}</option>`)}
      </select></label
    >`;
  }

  private choose(region: string) {
    rememberRegion(region);
    go(`${href('tonight')}?region=${encodeURIComponent(region)}`);
  }

  private readAll() {
    void this.data.readLive();
    void this.data.readRecent();
    void this.data.readWaiting();
    void this.data.readNight();
  }

  private figures(fleet: FleetRow[]) {
    const { data } = this;
    const night = counts(data);
    const of = (...names: string[]) => fleet.filter((one) => names.includes(one.state ?? '')).length;
    const share = night.decided ? `${Math.round((100 * night.bySupporters) / night.decided)} %` : '–';
    return html`<dl class="figures">
      ${figure(t('figure.waiting'), count(night.waiting) + (data.cut ? '+' : ''), t('figure.oldest', { age: duration(night.oldestWaitSeconds) }), night.oldestWaitSeconds > 180)}
      ${figure(t('figure.underWay'), count(night.commanded + night.coming + night.driving), t('figure.underWayNote', { commanded: night.commanded, coming: night.coming, driving: night.driving }))}
      ${figure(t('figure.atWork'), count(fleet.length), t('figure.atWorkNote', { free: of('FREE'), resting: of('RESTING') }))}
      ${figure(t('figure.share'), share, t('figure.recent', { minutes: RECENT_MINUTES }))}
      ${figure(
        t('figure.completed'),
        data.night ? count(data.night.completedCalls) : '–',
        t(data.night ? 'figure.completedNote' : 'figure.cancelled', { calls: count(data.night?.calls ?? 0), cancelled: night.cancelled, minutes: RECENT_MINUTES }),
      )}
      ${figure(t('figure.open'), count(data.parked + data.openDisputes) + (data.moreDisputes || data.moreParked ? '+' : ''), t('figure.openNote', { parked: data.parked, disputes: data.openDisputes }), data.parked > 0)}
    </dl>`;
  }

  private waiting() {
    const waiting = [...this.data.live.values()]
      .filter((call) => call.state === 'REQUESTED')
      .sort((one, other) => (one.createdAt ?? '').localeCompare(other.createdAt ?? ''));
    if (!this.data.loaded) {
      return loadingNote();
    }
    if (!waiting.length) {
      return emptyNote(t('tonight.nothingWaits'));
    }
    return html`<div class="scroll">
      <table>
        <thead>
          <tr><th>${t('age')}</th><th>${t('call')}</th><th>${t('from')}</th><th>${t('why')}</th></tr>
        </thead>
        <tbody>
          ${waiting.slice(0, MOST_ROWS).map((call) => this.waitingRow(call))}
        </tbody>
      </table>
      ${waiting.length > MOST_ROWS ? html`<p class="empty">${t('more', { count: waiting.length - MOST_ROWS })}</p>` : nothing}
    </div>`;
  }

  private waitingRow(call: CallRow) {
    const why = call.waitingSince ? t('waiting.held', { age: age(call.waitingSince) }) : t('waiting.deciding');
    return html`<tr>
      <td class="number ${ageSeconds(call.createdAt) > 180 ? 'bad' : ''}">${age(call.createdAt)}</td>
      <td><a href=${href('calls', call.callId)}>${call.callId}</a></td>
      <td>${place(call.origin)}</td>
      <td>${why}</td>
    </tr>`;
  }

  private supporters(fleet: FleetRow[]) {
    if (!this.data.supporters) {
      return this.data.failure ? nothing : loadingNote();
    }
    return fleet.length ? supportersByState(fleet) : emptyNote(t('tonight.nobody'));
  }

  /** The same each time, so that the map is not drawn anew. */
  private fillBase({ region, bounds }: PolicyView) {
    const base = `${region} ${language()}`;
    if (base !== this.base) {
      this.base = base;
      this.edges = [bounds];
      this.places = namedPlaces([bounds]);
    }
  }

  private fillMap(fleet: FleetRow[]) {
    const { data } = this;
    this.mapCalls = [...data.live.values()].flatMap((call): MapCall[] => {
      const at = position(call.origin);
      return at ? [{ callId: call.callId, at, state: call.state ?? '', label: call.state === 'REQUESTED' ? age(call.createdAt) : '' }] : [];
    });
    this.mapSupporters = fleet.flatMap((one): MapSupporter[] => {
      const at = point(one.position);
      return at ? [{ driverId: one.driverId, at, state: one.state ?? '' }] : [];
    });
    this.mapMoves = fleet.flatMap((one): MapMove[] => {
      const [from, to] = [point(one.position), point(one.moveTo)];
      return from && to ? [{ from, to }] : [];
    });
  }
}
