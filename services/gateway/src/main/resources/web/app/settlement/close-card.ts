import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { KeptKey } from '../core/keys';
import { policies, presentPolicy } from '../core/policies';
import { regionNamed } from '../core/regions';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { BusinessDateClose, CloseBusinessDate, type CloseObstacleKind, type CloseView, type PolicyView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

const STATES = ['OPEN', 'CLOSING', 'CLOSED'] as const;
const MOST_SHIFTS = 10;
/** What an operator may say counts no more. */
const OVERRIDABLE: CloseObstacleKind[] = ['DISPUTED', 'UNPROVEN', 'BEGIN_MISSING'];

/** How far the close of a business date is in each region: open, closing, closed; what is in its way; and the operator's word. */
@customElement('close-card')
export class CloseCard extends ConsoleElement {
  @property() date = '';
  /** The region that is shown unless another one is chosen. */
  @property() preferred = '';
  @state() private regions: PolicyView[] = [];
  @state() private region = '';
  @state() private close?: CloseView;
  @state() private chosen: CloseObstacleKind[] = [];
  private byHand = false;
  @state() private failure?: RequestError;
  private readonly key = new KeptKey();

  protected override begin() {
    this.every(15_000, () => this.read());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    const another = !this.byHand && this.preferred !== '' && this.preferred !== this.region;
    if (another) {
      this.region = this.preferred;
      this.chosen = [];
    }
    if (this.date && (changed.has('date') || another)) {
      this.close = undefined;
      void this.read();
    }
  }

  private async read() {
    if (!this.date) {
      return;
    }
    try {
      this.regions = await policies();
      this.region ||= (await presentPolicy())?.region ?? '';
      const { region, date } = this;
      if (region) {
        const { businessDate } = await request(BusinessDateClose, { businessDate: date, product: this.product(), region });
        if (region !== this.region || date !== this.date) {
          return; // another one is read already
        }
        this.close = businessDate;
      }
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private zone() {
    return regionNamed(this.regions, this.region)?.timeZone;
  }

  private product() {
    return this.regions.find((one) => one.region === this.region)?.product ?? 'DRIVER';
  }

  protected override render() {
    return html`<section class="card close">
      <header class="head">
        <h2>${t('close.title', { date: this.date })}</h2>
        ${this.regions.length > 1
          ? html`<label
              >${t('region')}
              <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
                ${this.regions.map((one) => html`<option value=${one.region} ?selected=${one.region === this.region}>${one.region}</option>`)}
              </select></label
            >`
          : nothing}
      </header>
      ${failureNote(this.failure)} ${this.close ? this.content(this.close) : this.failure ? nothing : this.region ? loadingNote() : emptyNote(t('policies.none'))}
    </section>`;
  }

  private content(close: CloseView) {
    const kinds = [...new Set(close.obstacles.map((one) => one.kind))];
    return html`<ol class="steps">
        ${STATES.map((one) => html`<li aria-current=${one === close.state ? 'step' : nothing} class=${STATES.indexOf(one) < STATES.indexOf(close.state ?? 'OPEN') ? 'past' : ''}>${tv('close', one)}</li>`)}
      </ol>
      <p>${t(close.state === 'CLOSED' ? 'close.CLOSED.what' : close.state === 'CLOSING' ? 'close.CLOSING.what' : 'close.OPEN.what')}</p>
      ${close.closingSince ? html`<p class="quiet">${t('close.since', { at: dateTime(close.closingSince, this.zone()), by: close.actor ?? '–' })}</p>` : nothing}
      ${close.closedSince ? html`<p class="quiet">${t('close.closedSince', { at: dateTime(close.closedSince, this.zone()) })}</p>` : nothing}
      ${close.overrides.length
        ? html`<p class="note warn">${t('close.overridden', { what: close.overrides.map((one) => tv('obstacle', one)).join(', '), by: close.overriddenBy ?? '–', why: close.overrideReason ?? '–' })}</p>`
        : nothing}
      ${kinds.length
        ? html`<h3>${t('close.obstacles')}</h3>
            <ul>
              ${kinds.map((kind) =>
                obstacle(
                  kind,
                  close.obstacles.filter((one) => one.kind === kind).map((one) => one.workId),
                ),
              )}
            </ul>`
        : nothing}
      ${has('operator') && close.state !== 'CLOSED' ? this.form(close) : nothing}`;
  }

  private form(close: CloseView) {
    const offered = OVERRIDABLE.filter((kind) => close.obstacles.some((one) => one.kind === kind));
    const toggle = (kind: CloseObstacleKind, on: boolean) => (this.chosen = on ? [...this.chosen, kind] : this.chosen.filter((one) => one !== kind));
    if (close.state === 'CLOSING' && !offered.length) {
      return nothing;
    }
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.send(event)}>
      ${offered.map(
        (kind) => html`<label class="check"
          ><input type="checkbox" .checked=${this.chosen.includes(kind)} @change=${(event: Event) => toggle(kind, (event.target as HTMLInputElement).checked)} />
          ${t('close.override', { what: tv('obstacle', kind) })}</label
        >`,
      )}
      ${this.chosen.length ? html`<label>${t('why')} <input name="reason" maxlength="500" required /></label>` : nothing}
      <p class="row"><button class="main" ?disabled=${close.state === 'CLOSING' && !this.chosen.length}>${t(close.state === 'CLOSING' ? 'close.overrideNow' : 'close.now')}</button></p>
      <small>${t('close.note')}</small>
    </form>`;
  }

  private choose(region: string) {
    this.region = region;
    this.byHand = true;
    this.close = undefined;
    this.chosen = [];
    void this.read();
  }

  private async send(event: SubmitEvent) {
    event.preventDefault();
    if (!confirm(t('close.ask', { date: this.date, region: this.region }))) {
      return;
    }
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    const input = { businessDate: this.date, product: this.product(), region: this.region, overrides: this.chosen, ...(reason ? { overrideReason: reason } : {}) };
    try {
      this.close = (await request(CloseBusinessDate, { input: { ...input, clientMutationId: this.key.of(input) } })).closeBusinessDate.businessDate;
      this.key.done();
      this.chosen = [];
      this.failure = undefined;
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}

function obstacle(kind: CloseObstacleKind | null, works: string[]) {
  return html`<li>
    ${tv('obstacle', kind)}: <b>${works.length}</b> <small>${works.slice(0, MOST_SHIFTS).map((one) => html`<code>${one}</code> `)}${works.length > MOST_SHIFTS ? t('more', { count: works.length - MOST_SHIFTS }) : ''}</small>
  </li>`;
}
