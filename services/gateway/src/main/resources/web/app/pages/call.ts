import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { commandSteps, type CommandStep } from '../call/command-steps';
import '../call/decision-card';
import { ConsoleElement } from '../core/element';
import { clockTime, dateTime, duration, money, place, showTimesIn } from '../core/format';
import { newKey } from '../core/keys';
import { policies, presentPolicy } from '../core/policies';
import { dateIn, regionAt, zoneOf, type Region } from '../core/regions';
import { href } from '../core/router';
import { traceAddress } from '../core/settings';
import { pages, request, RequestError } from '../graphql/client';
import { CallDetails, CallDetailsChanged, CancelCall, DriverTimeline, ParkedCalls, ReleaseCall, type CallDetail } from '../graphql/operations';
import { subscribe } from '../graphql/socket';
import { t, tv } from '../i18n/texts';
import { position } from '../map/positions';
import { failureNote, loadingNote, zoneNote } from '../parts/notes';

type Parked = ReturnType<NonNullable<typeof ParkedCalls.types>>['parkedCalls']['calls'][number]['parked'][number];

interface Step {
  at: string;
  what: string;
  /** Whether the call's life ends with it. */
  ends?: boolean;
}

const MOST_PAGES = 5;
const LIVE = ['REQUESTED', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING'];
/** The end of a call, as the driver's timeline tells it, by the call's state. */
const ENDS: Record<string, string> = { COMPLETED: 'CALL_COMPLETED', CANCELLED: 'CALL_CANCELLED' };

/** One call: what became of it, and why. */
@customElement('call-page')
export class CallPage extends ConsoleElement {
  @property() callId = '';
  @state() private call?: CallDetail | null;
  @state() private driven: Step[] = [];
  @state() private commanded: CommandStep[] = [];
  @state() private parked: Parked[] = [];
  @state() private failure?: RequestError;
  @state() private done = '';
  @state() private trace?: string;
  private end?: () => void;

  protected override begin() {
    this.until(() => this.end?.());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('callId')) {
      this.call = undefined;
      this.driven = [];
      this.commanded = [];
      this.parked = [];
      this.done = '';
      this.failure = undefined;
      this.end?.();
      void this.read();
    }
  }

  private async read() {
    const { callId } = this;
    try {
      const trace = await traceAddress(callId);
      const { call } = await request(CallDetails, { id: callId });
      if (callId !== this.callId) {
        return; // another call is read already
      }
      this.trace = trace;
      this.failure = undefined;
      await this.take(call);
      await this.readParked();
      if (callId === this.callId && call?.state && LIVE.includes(call.state)) {
        this.end = subscribe(CallDetailsChanged, { callId }, ({ callChanged }) => void this.take(callChanged));
      }
    } catch (problem) {
      if (callId === this.callId) {
        this.failure = problem as RequestError;
      }
    }
  }

  private async take(call: CallDetail | null) {
    const region = await this.regionOf(call);
    if (call && call.callId !== this.callId) {
      return;
    }
    showTimesIn(zoneOf(region));
    this.call = call;
    if (call) {
      await this.readCommands(call.callId);
    }
    if (call?.driverId && call.path === 'SUPPORTERS' && call.createdAt) {
      try {
        this.driven = await this.steps(call.driverId, dateIn(region, Date.parse(call.createdAt)));
      } catch (problem) {
        this.failure = problem as RequestError;
      }
    }
  }

  private async readCommands(callId: string) {
    try {
      const steps = await commandSteps(callId);
      if (callId === this.callId) {
        this.commanded = steps;
      }
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private async readParked() {
    const { items } = await pages(MOST_PAGES, async (after) => {
      const { parkedCalls } = await request(ParkedCalls, { after });
      return { items: parkedCalls.calls, pageInfo: parkedCalls.pageInfo };
    });
    this.parked = items.find((one) => one.call.callId === this.callId)?.parked ?? [];
  }

  /** Where the customer waits: its zone and its business date are those of the call. */
  private async regionOf(call: CallDetail | null): Promise<Region | undefined> {
    return regionAt(await policies(), call?.origin) ?? (await presentPolicy());
  }

  /** What the driver's timeline has of this call. */
  private async steps(driverId: string, businessDate: string): Promise<Step[]> {
    const { items } = await pages(MOST_PAGES, async (after) => {
      const { timeline } = await request(DriverTimeline, { driverId, businessDate, after });
      return { items: timeline.entries, pageInfo: timeline.pageInfo };
    });
    return items.filter((entry) => entry.callId === this.callId && entry.at).map((entry) => ({ at: entry.at ?? '', what: tv('action', entry.action), ends: entry.action === ENDS[this.call?.state ?? ''] }));
  }

  protected override render() {
    const { call } = this;
    return html`<section>
      <header class="head">
        <h1>${t('call')} ${this.callId}</h1>
        ${call ? html`<p class="badge state">${tv('state', call.state)}</p>
              ${zoneNote()}` : nothing}
      </header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${call ? this.content(call) : call === null ? html`<p class="note">${t('call.none')}</p>` : this.failure ? nothing : loadingNote()}
    </section>`;
  }

  private content(call: CallDetail) {
    const row = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value ?? '–'}</dd></div>`;
    return html`<div class="two">
      <div class="stack">
        <section class="card">
          <h2>${t('call.life')}</h2>
          ${this.life(call)}
        </section>
        <decision-card .callId=${this.callId} .origin=${position(call.origin)} .callState=${call.state ?? ''}></decision-card>
      </div>
      <div class="stack">
        <section class="card">
          <h2>${t('call.decision')}</h2>
          <p>${this.decision(call)}</p>
          ${call.tagNames?.length ? html`<p>${t('call.tags')}: ${call.tagNames.map((tag) => html`<span class="badge">${tag}</span> `)}</p>` : nothing}
          ${this.trace ? html`<p><a href=${this.trace} target="_blank" rel="noreferrer">${t('call.trace')}</a></p>` : nothing}
        </section>
        <section class="card">
          <h2>${t('call.what')}</h2>
          <dl class="facts">
            ${row(t('customer'), `${call.userName ?? '–'} (${call.userId ?? '–'})`)} ${row(t('from'), place(call.origin))} ${row(t('to'), place(call.destination))}
            ${call.stopover ? row(t('call.stopover'), call.stopover) : nothing} ${row(t('distance'), call.distance === null ? '–' : `${(call.distance / 1000).toFixed(1)} km`)}
            ${row(t('fare'), money(call.price))}
            ${row(t('driver'), call.driverId ? html`<a href=${href('drivers', call.driverId)}>${call.driverName ?? call.driverId}</a>` : '–')}
            ${row(t('requested'), dateTime(call.createdAt))}
          </dl>
        </section>
        ${call.state && LIVE.includes(call.state)
          ? html`<section class="card">
              <h2>${t('actions')}</h2>
              <p class="row">
                <button class="danger" ?disabled=${call.state === 'DRIVING'} @click=${() => this.cancel()}>${t('call.cancel')}</button>
              </p>
              ${call.state === 'DRIVING' ? html`<small>${t('call.notDriving')}</small>` : nothing}
            </section>`
          : nothing}
        ${this.parked.length
          ? html`<section class="card">
              <h2>${t('call.parked')}</h2>
              <ul>
                ${this.parked.map((one) => html`<li>${tv('followUp', one.kind)}: ${tv('error', one.reason)} <small>${dateTime(one.since)}, ${t('call.attempts', { count: one.attempts })}</small></li>`)}
              </ul>
              <p class="row"><button @click=${() => this.release()}>${t('call.release')}</button></p>
              <small>${t('call.releaseNote')}</small>
            </section>`
          : nothing}
      </div>
    </div>`;
  }

  private life(call: CallDetail) {
    const own: Step[] = [
      { at: call.createdAt ?? '', what: t('life.requested') },
      { at: this.commanded.some((step) => step.held) ? '' : (call.waitingSince ?? ''), what: t('life.held') },
      { at: this.driven.length ? '' : (call.dispatchedAt ?? ''), what: t('life.accepted') },
      { at: this.driven.some((step) => step.ends) ? '' : (call.endAt ?? ''), what: t('life.ended', { state: tv('state', call.state) }) },
    ];
    const others = this.commanded.filter((step) => !this.driven.length || step.driverId !== call.driverId);
    const steps = [...own.filter((step) => step.at), ...this.driven, ...others].sort((one, other) => one.at.localeCompare(other.at));
    const begin = Date.parse(call.createdAt ?? '');
    return html`<ol class="life">
      ${steps.map(
        (step) => html`<li>
          <time class="number" datetime=${step.at}>${clockTime(step.at, true)}</time>
          <span>${step.what}</span>
          <small class="number">+${duration((Date.parse(step.at) - begin) / 1_000)}</small>
        </li>`,
      )}
    </ol>`;
  }

  private decision(call: CallDetail): string {
    if (call.waitingSince) {
      return t('decision.held');
    }
    const why = call.reason ? tv('reason', call.reason) : '';
    switch (call.path) {
      case 'SUPPORTERS':
        return t('decision.supporters', { driver: call.driverName ?? call.driverId ?? '–', eta: call.etaSeconds === null ? '–' : duration(call.etaSeconds) });
      case 'GENERAL':
        return t('decision.general', { why: why || '–' });
      default:
        return call.state === 'REQUESTED' ? t('decision.none') : t('decision.ended', { state: tv('state', call.state), why: why || '–' });
    }
  }

  private async cancel() {
    if (confirm(t('call.cancelAsk'))) {
      await this.act(async () => {
        const { cancelCall } = await request(CancelCall, { input: { callId: this.callId, clientMutationId: newKey() } });
        return cancelCall.call;
      }, t('call.cancelled'));
    }
  }

  private release() {
    return this.act(async () => {
      const { releaseCall } = await request(ReleaseCall, { input: { callId: this.callId, clientMutationId: newKey() } });
      this.parked = [];
      return releaseCall.call;
    }, t('call.released'));
  }

  private async act(action: () => Promise<CallDetail>, done: string) {
    this.failure = undefined;
    this.done = '';
    try {
      await this.take(await action());
      this.done = done;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
