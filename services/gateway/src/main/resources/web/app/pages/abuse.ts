import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../abuse/signal-card';
import { ConsoleElement } from '../core/element';
import { presentDate } from '../core/policies';
import { go, href, route } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { AbuseSignals, type AbuseKind, type SignalView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

const KINDS: AbuseKind[] = ['REFUSALS', 'CANCELLATIONS', 'COLD_WAITING', 'DARK_GPS', 'UNFINISHED_DRIVES', 'CONTRADICTED_STEPS'];

/** Signals of abuse: what is unusual, with the numbers that say so and what an honest driver would say, until somebody has decided. */
@customElement('abuse-page')
export class AbusePage extends ConsoleElement {
  @state() private signals?: SignalView[];
  @state() private next: string | null = null;
  @state() private failure?: RequestError;

  protected override begin() {
    void this.read(false);
  }

  private filter() {
    const { query } = route();
    const kind = query.get('kind') as AbuseKind | null;
    return { undecided: query.get('decided') !== 'too', kind: kind && KINDS.includes(kind) ? kind : null, driverId: query.get('driver') || null };
  }

  private async read(more: boolean) {
    try {
      await presentDate();
      const { abuseSignals } = await request(AbuseSignals, { ...this.filter(), after: more ? this.next : null });
      this.signals = [...(more ? (this.signals ?? []) : []), ...abuseSignals.signals];
      this.next = abuseSignals.pageInfo.hasNextPage ? abuseSignals.pageInfo.endCursor : null;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const { undecided, kind, driverId } = this.filter();
    return html`<section>
      <header class="head"><h1>${t('nav.abuse')}</h1></header>
      <p class="lead">${t('abuse.what')}</p>
      <form class="row forms" @change=${(event: Event) => this.choose(event)} @submit=${(event: SubmitEvent) => event.preventDefault()}>
        <label
          >${t('abuse.kind')}
          <select name="kind">
            <option value="">${t('all')}</option>
            ${KINDS.map((one) => html`<option value=${one} ?selected=${one === kind}>${tv('abuse', one)}</option>`)}
          </select></label
        >
        <label>${t('driver')} <input name="driver" maxlength="64" .value=${driverId ?? ''} /></label>
        <label class="check"><input name="decided" type="checkbox" value="too" .checked=${!undecided} /> ${t('abuse.decidedToo')}</label>
      </form>
      ${failureNote(this.failure)} ${this.list()}
    </section>`;
  }

  private list() {
    if (!this.signals) {
      return this.failure ? nothing : loadingNote();
    }
    if (!this.signals.length) {
      return emptyNote(t('abuse.none'));
    }
    return html`<div class="stack">
      ${repeat(
        this.signals,
        ({ signalId }) => signalId,
        (one) => html`<signal-card .signal=${one}></signal-card>`,
      )} ${this.next ? html`<p><button @click=${() => this.read(true)}>${t('older')}</button></p>` : nothing}
    </div>`;
  }

  private choose(event: Event) {
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    const query = new URLSearchParams();
    for (const name of ['kind', 'driver', 'decided']) {
      const value = String(chosen.get(name) ?? '').trim();
      if (value) {
        query.set(name, value);
      }
    }
    go(`${href('abuse')}?${query}`, true);
    this.signals = undefined;
    void this.read(false);
  }
}
