import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ConsoleElement } from '../core/element';
import { age, ageSeconds, dateTime, duration, money, place, showTimesIn } from '../core/format';
import { newKey } from '../core/keys';
import { regionAt } from '../core/regions';
import { serviceRegions } from '../core/service-regions';
import { request, RequestError } from '../graphql/client';
import { CancelMyCall, MyCallChanged, MyCalls, RequestCall, type OrderedCall, type RegionView } from '../graphql/operations';
import { subscribe } from '../graphql/socket';
import { t, tv } from '../i18n/texts';
import { failureNote, loadingNote } from '../parts/notes';
import { minorUnits } from '../settlement/money-input';
import './approach-card';
import { metersByRoad } from './distance';
import './rating-card';
import './trip-form';
import type { Trip } from './trip-form';

const LIVE = ['REQUESTED', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING', 'GENERAL'];
const RATED_WITHIN_SECONDS = 12 * 3_600;
const STEPS = ['REQUESTED', 'ACCEPTED', 'ARRIVED', 'DRIVING', 'COMPLETED'] as const;

/** The customer's page: order a driver, see who comes and when, cancel, say how it was. */
@customElement('order-page')
export class OrderPage extends ConsoleElement {
  @state() private calls?: OrderedCall[];
  /** Whether there were more before those that are read. */
  @state() private cut = false;
  @state() private regions: RegionView[] = [];
  @state() private failure?: RequestError;
  /** Why the last order or cancellation was refused; a reading does not take it away. */
  @state() private refused?: RequestError;
  @state() private busy = false;
  private watched = '';
  private end?: () => void;
  /** The same until the order is taken: sent twice, it is one call. */
  private key = newKey();

  protected override begin() {
    this.until(() => this.end?.());
    this.every(15_000, () => this.read());
    this.every(1_000, () => this.requestUpdate());
  }

  private async read() {
    try {
      const { calls } = await request(MyCalls, {});
      this.calls = calls.edges.map((edge) => edge.node);
      this.cut = calls.pageInfo.hasNextPage;
      this.watch();
      this.regions = await serviceRegions();
      this.showTimes();
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  /** By the clock of the place where the newest order begins. */
  private showTimes() {
    const region = regionAt(this.regions, (this.live() ?? this.calls?.[0])?.origin);
    if (region) {
      showTimesIn(region.timeZone);
    }
  }

  private live(): OrderedCall | undefined {
    return this.calls?.find((call) => LIVE.includes(call.state ?? ''));
  }

  private watch() {
    const callId = this.live()?.callId ?? '';
    if (callId !== this.watched) {
      this.watched = callId;
      this.end?.();
      this.end = callId
        ? subscribe(MyCallChanged, { callId }, ({ callChanged }) => {
            if (callChanged) {
              this.take(callChanged);
            }
          })
        : undefined;
    }
  }

  private take(call: OrderedCall) {
    const others = (this.calls ?? []).filter((one) => one.callId !== call.callId);
    this.calls = [call, ...others];
    this.showTimes();
    this.watch();
  }

  protected override render() {
    const live = this.live();
    return html`<section class="phone">
      <header class="head"><h1>${t('nav.order')}</h1></header>
      ${failureNote(this.failure)} ${failureNote(this.refused)} ${!this.calls ? (this.failure ? nothing : loadingNote()) : live ? this.coming(live) : html`${this.rating()} ${this.form()}`} ${this.earlier()}
    </section>`;
  }

  private coming(call: OrderedCall) {
    const reached = STEPS.indexOf((call.state === 'COMMANDED' || call.state === 'GENERAL' ? 'REQUESTED' : call.state) as (typeof STEPS)[number]);
    const mayCancel = call.state !== 'DRIVING';
    return html`<section class="card drive" aria-live="polite">
      <ol class="steps">
        ${STEPS.slice(0, 4).map((one, index) => html`<li class=${index < reached ? 'past' : ''} aria-current=${index === reached ? 'step' : nothing}>${tv('order', one)}</li>`)}
      </ol>
      <p class="large">${this.said(call)}</p>
      ${call.state === 'ACCEPTED' ? keyed(call.callId, html`<approach-card .callId=${call.callId} .origin=${call.origin}></approach-card>`) : nothing}
      <p>${t('from')}: <b>${place(call.origin)}</b></p>
      <p>${t('to')}: <b>${place(call.destination)}</b></p>
      <p>${t('fare')}: ${money(call.price)} <small>${t('order.number', { id: call.callId })}</small></p>
      ${mayCancel ? html`<div class="big"><button class="danger" ?disabled=${this.busy} @click=${() => this.cancel(call)}>${t('order.cancel')}</button></div>` : nothing}
    </section>`;
  }

  private said(call: OrderedCall): string {
    switch (call.state) {
      case 'ACCEPTED':
        return call.etaSeconds === null ? t('order.comes', { driver: call.driverName ?? t('driver') }) : t('order.coming', { driver: call.driverName ?? t('driver'), eta: duration(call.etaSeconds) });
      case 'ARRIVED':
        return t('order.there', { driver: call.driverName ?? t('driver') });
      case 'DRIVING':
        return t('order.driving', { driver: call.driverName ?? t('driver') });
      default:
        return t('order.looking', { age: age(call.createdAt) });
    }
  }

  private form() {
    return html`<trip-form
      .regions=${this.regions}
      .earlier=${this.calls ?? []}
      ?busy=${this.busy}
      @trip=${(event: CustomEvent<Trip>) => this.order(event.detail)}
      @lost=${() => (this.refused = new RequestError('NO_POSITION', '', '', true))}
    ></trip-form>`;
  }

  /** Of the last drive, as long as it is one of tonight. */
  private rating() {
    const last = this.calls?.[0];
    return last?.state === 'COMPLETED' && last.endAt && ageSeconds(last.endAt) < RATED_WITHIN_SECONDS ? html`<rating-card .call=${last}></rating-card>` : nothing;
  }

  private earlier() {
    const ended = (this.calls ?? []).filter((call) => !LIVE.includes(call.state ?? ''));
    return ended.length
      ? html`<section class="card">
          <h2>${t('order.earlier')}</h2>
          <ul>
            ${ended.map((call) => html`<li><time datetime=${call.createdAt ?? ''}>${dateTime(call.createdAt, regionAt(this.regions, call.origin)?.timeZone)}</time> ${place(call.origin)} → ${place(call.destination)} <small>${tv('state', call.state)}</small></li>`)}
          </ul>
          <p class="quiet">${t('times.ofEach')} ${this.cut ? t('order.cut', { count: (this.calls ?? []).length }) : nothing}</p>
        </section>`
      : nothing;
  }

  private async order({ origin, destination, name, fare, currency }: Trip) {
    await this.act(async () => {
      const { requestCall } = await request(RequestCall, {
        input: {
          origin,
          destination,
          userName: name,
          fare: minorUnits(fare, currency),
          currency,
          distance: metersByRoad(origin, destination),
          clientMutationId: this.key,
        },
      });
      this.key = newKey();
      this.take(requestCall.call);
    });
  }

  private async cancel(call: OrderedCall) {
    if (confirm(t('order.cancelAsk'))) {
      await this.act(async () => {
        const { cancelCall } = await request(CancelMyCall, { input: { callId: call.callId, clientMutationId: newKey() } });
        this.take(cancelCall.call);
      });
    }
  }

  private async act(action: () => Promise<void>) {
    this.busy = true;
    try {
      await action();
      this.refused = undefined;
    } catch (problem) {
      this.refused = problem as RequestError;
      // what is sent next may be another order, which needs a key of its own
      if (!(problem as RequestError).retryable) {
        this.key = newKey();
      }
    }
    this.busy = false;
  }
}
