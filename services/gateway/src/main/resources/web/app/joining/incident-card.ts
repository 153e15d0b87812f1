import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { Incidents, RecordIncident, RevokeIncident, type IncidentKind, type IncidentView, type Product } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

const PRODUCT: Product = 'DRIVER';
const KINDS: IncidentKind[] = ['ACCIDENT', 'FINE'];

/** Accidents and fines of a driver, which count for joining the group: enter one, or take back one that was wrong. */
@customElement('incident-card')
export class IncidentCard extends ConsoleElement {
  @property() driverId = '';
  @state() private incidents?: IncidentView[];
  @state() private failure?: RequestError;
  @state() private busy = false;
  private readonly key = new KeptKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('driverId')) {
      this.incidents = undefined;
      void this.read();
    }
  }

  private async read() {
    try {
      this.incidents = (await request(Incidents, { driverId: this.driverId })).incidents;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<section class="card">
      <h2>${t('incident.title')}</h2>
      ${failureNote(this.failure)} ${this.incidents ? this.list(this.incidents) : this.failure ? nothing : loadingNote()}
      <details>
        <summary>${t('incident.record')}</summary>
        <form class="fields" @submit=${(event: SubmitEvent) => this.record(event)}>
          <label
            >${t('incident.kind')}
            <select name="kind">
              ${KINDS.map((one) => html`<option value=${one}>${tv('incident', one)}</option>`)}
            </select></label
          >
          <label>${t('incident.date')} <input name="date" type="date" required /></label>
          <label>${t('incident.note')} <textarea name="note" maxlength="500" rows="2" required></textarea></label>
          <button class="main" ?disabled=${this.busy}>${t('incident.record')}</button>
        </form>
      </details>
    </section>`;
  }

  private list(incidents: IncidentView[]) {
    if (!incidents.length) {
      return emptyNote(t('incident.none'));
    }
    return html`<ul class="life">
      ${incidents.map(
        (one) => html`<li>
          <time datetime=${one.date ?? ''}>${one.date}</time>
          <span>${tv('incident', one.kind)}: ${one.note}</span> <small>${one.actor}</small>
          ${one.revokedAt
            ? html`<small>${t('incident.revoked', { at: dateTime(one.revokedAt), by: one.revokedBy ?? '–', why: one.revokeReason ?? '–' })}</small>`
            : html`<form class="row" @submit=${(event: SubmitEvent) => this.revoke(event, one)}>
                <label>${t('why')} <input name="reason" maxlength="500" required /></label>
                <button ?disabled=${this.busy}>${t('incident.revoke')}</button>
              </form>`}
        </li>`,
      )}
    </ul>`;
  }

  private record(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const input = {
      driverId: this.driverId,
      product: PRODUCT,
      kind: fields.get('kind') as IncidentKind,
      date: String(fields.get('date')),
      note: String(fields.get('note')).trim(),
    };
    return this.act(() => request(RecordIncident, { input: { ...input, clientMutationId: this.key.of(input) } }), form);
  }

  private revoke(event: SubmitEvent, incident: IncidentView) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const input = { incidentId: incident.incidentId, reason: String(new FormData(form).get('reason')).trim() };
    return this.act(() => request(RevokeIncident, { input: { ...input, clientMutationId: this.key.of(input) } }), form);
  }

  private async act(send: () => Promise<unknown>, form: HTMLFormElement) {
    this.busy = true;
    this.failure = undefined;
    try {
      await send();
      this.key.done();
      form.reset();
      await this.read();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}
