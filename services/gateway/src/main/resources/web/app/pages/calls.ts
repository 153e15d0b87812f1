import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../calls/erasure-card';
import { ConsoleElement } from '../core/element';
import { clockTime, dateTime, place } from '../core/format';
import { go, href, route } from '../core/router';
import { policies, presentDate } from '../core/policies';
import { regionAt, type Region } from '../core/regions';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { Calls, ParkedCalls, type CallFilter, type CallRow, type CallStatus } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import './call';

const STATES: CallStatus[] = ['REQUESTED', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING', 'COMPLETED', 'GENERAL', 'CANCELLED', 'FAILED'];

/** Calls, newest first, and the way to one of them. */
@customElement('calls-page')
export class CallsPage extends ConsoleElement {
  @state() private calls?: CallRow[];
  @state() private next: string | null = null;
  @state() private parked: string[] = [];
  @state() private moreParked = false;
  @state() private failure?: RequestError;
  private regions: Region[] = [];

  protected override begin() {
    void this.read(false);
  }

  private filter(): CallFilter {
    const { query } = route();
    const status = query.get('state') as CallStatus | null;
    return {
      ...(status && STATES.includes(status) ? { statuses: [status] } : {}),
      ...(query.get('driver') ? { driverId: query.get('driver') } : {}),
    };
  }

  private async read(more: boolean) {
    try {
      await presentDate();
      this.regions = await policies();
      const { calls } = await request(Calls, { filter: this.filter(), after: more ? this.next : null });
      const read = calls.edges.map((edge) => edge.node);
      this.calls = more ? [...(this.calls ?? []), ...read] : read;
      this.next = calls.pageInfo.hasNextPage ? calls.pageInfo.endCursor : null;
      const { parkedCalls } = await request(ParkedCalls, { after: null });
      this.parked = parkedCalls.calls.map((one) => one.call.callId);
      this.moreParked = parkedCalls.pageInfo.hasNextPage;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const { query } = route();
    return html`<section>
      <header class="head">
        <h1>${t('nav.calls')}</h1>
        <small class="quiet">${t('times.ofEach')}</small>
      </header>
      <div class="forms">
        <form class="row" @submit=${(event: SubmitEvent) => this.open(event)}>
          <label>${t('call.number')} <input name="id" inputmode="numeric" pattern="[0-9]{1,18}" required /></label>
          <button>${t('open')}</button>
        </form>
        <form class="row" @change=${(event: Event) => this.choose(event)} @submit=${(event: SubmitEvent) => event.preventDefault()}>
          <label
            >${t('state')}
            <select name="state">
              <option value="">${t('all')}</option>
              ${STATES.map((one) => html`<option value=${one} ?selected=${query.get('state') === one}>${tv('state', one)}</option>`)}
            </select></label
          >
          <label>${t('driver')} <input name="driver" .value=${query.get('driver') ?? ''} /></label>
        </form>
      </div>
      ${failureNote(this.failure)}
      ${this.parked.length
        ? html`<p class="note warn">${t('calls.parked')} ${this.parked.map((id) => html`<a href=${href('calls', id)}>${id}</a> `)} ${this.moreParked ? t('list.cut') : nothing}</p>`
        : nothing}
      ${this.table()} ${has('operator') ? html`<erasure-card></erasure-card>` : nothing}
    </section>`;
  }

  private table() {
    if (!this.calls) {
      return this.failure ? nothing : loadingNote();
    }
    if (!this.calls.length) {
      return emptyNote(t('calls.none'));
    }
    return html`<div class="card scroll">
        <table>
          <thead>
            <tr><th>${t('call')}</th><th>${t('requested')}</th><th>${t('state')}</th><th>${t('path')}</th><th>${t('why')}</th><th>${t('from')}</th><th>${t('to')}</th><th>${t('driver')}</th></tr>
          </thead>
          <tbody>
            ${this.calls.map(
              (call) => html`<tr>
                <td><a href=${href('calls', call.callId)}>${call.callId}</a></td>
                ${this.requested(call)}
                <td>${tv('state', call.state)}</td>
                <td>${tv('path', call.path)}</td>
                <td>${tv('reason', call.reason)}</td>
                <td>${place(call.origin)}</td>
                <td>${place(call.destination)}</td>
                <td>${call.driverId ? html`<a href=${href('drivers', call.driverId)}>${call.driverId}</a>` : '–'}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.next ? html`<p><button @click=${() => this.read(true)}>${t('older')}</button></p>` : nothing}`;
  }

  /** By the clock of the place where the customer waited. */
  private requested({ createdAt, origin }: CallRow) {
    const zone = regionAt(this.regions, origin)?.timeZone;
    return html`<td class="number" title="${dateTime(createdAt, zone)} ${zone ?? ''}">${clockTime(createdAt, true, zone)}</td>`;
  }

  private open(event: SubmitEvent) {
    event.preventDefault();
    const id = new FormData(event.target as HTMLFormElement).get('id');
    go(href('calls', String(id)));
  }

  private choose(event: Event) {
    const chosen = new FormData((event.currentTarget as HTMLFormElement) ?? undefined);
    const query = new URLSearchParams();
    for (const name of ['state', 'driver']) {
      const value = String(chosen.get(name) ?? '').trim();
      if (value) {
        query.set(name, value);
      }
    }
    go(`${href('calls')}?${query}`, true);
    this.calls = undefined;
    void this.read(false);
  }
}
