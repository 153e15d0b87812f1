import { html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { duration, place } from '../core/format';
import { newKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { AcceptCall, RefuseCall, type EngagementView, type RefusalReason } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { failureNote } from '../parts/notes';
import { ring } from './tone';

/** All of them, in the order in which they are offered. */
const REASONS = Object.keys({
  TOO_FAR: 1,
  UNREACHABLE_PLACE: 2,
  HEALTH: 3,
  SAFETY: 4,
  OTHER: 5,
} satisfies Record<RefusalReason, number>) as RefusalReason[];
const ROUND = 2 * Math.PI * 54;

/** A command: where the customer waits, how long it may be refused, and not where the drive goes. Silence accepts. */
@customElement('command-card')
export class CommandCard extends ConsoleElement {
  @property({ attribute: false }) engagement!: EngagementView;
  @state() private refusing = false;
  @state() private busy = false;
  @state() private failure?: RequestError;
  private readonly keys = { accept: newKey(), refuse: newKey() };

  private silence = () => {};

  /** Rings until the driver has decided, or silence has. */
  protected override begin() {
    this.silence = ring();
    this.until(() => this.silence());
    const decided = window.setTimeout(() => this.silence(), this.left());
    this.until(() => window.clearTimeout(decided));
    this.every(200, () => this.requestUpdate());
  }

  private left(): number {
    return Math.max(0, Date.parse(this.engagement.command?.deadlineAt ?? '') - now()) || 0;
  }

  protected override render() {
    const command = this.engagement.command;
    if (!command) {
      return html``;
    }
    const begin = Date.parse(command.createdAt ?? '');
    const end = Date.parse(command.deadlineAt ?? '');
    const left = this.left();
    const part = end > begin ? left / (end - begin) : 0;
    return html`<section class="card command" aria-labelledby="command-title">
      <h2 id="command-title" role="alert">${t('command.new')}</h2>
      <svg class="ring" viewBox="0 0 120 120" role="timer" aria-label=${t('command.left', { seconds: Math.ceil(left / 1_000) })}>
        <circle class="ring-rest" cx="60" cy="60" r="54"></circle>
        ${svg`<circle class="ring-left" cx="60" cy="60" r="54" stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - Math.min(1, part))} transform="rotate(-90 60 60)"></circle>`}
        <text x="60" y="72" text-anchor="middle">${Math.ceil(left / 1_000)}</text>
      </svg>
      <p class="large">${place(command.origin)}</p>
      <p>${t('command.eta', { eta: command.etaSeconds === null ? '–' : duration(command.etaSeconds) })}</p>
      <p class="quiet">${t('command.silence')}</p>
      ${failureNote(this.failure)} ${this.refusing ? this.reasons() : this.choice()}
    </section>`;
  }

  private choice() {
    return html`<div class="big">
      <button class="main" ?disabled=${this.busy} @click=${() => this.accept()}>${t('command.accept')}</button>
      <button class="danger" ?disabled=${this.busy} @click=${() => (this.refusing = true)}>${t('command.refuse')}</button>
    </div>`;
  }

  private reasons() {
    return html`<div class="big" role="group" aria-label=${t('command.why')}>
      ${REASONS.map((reason) => html`<button ?disabled=${this.busy} @click=${() => this.refuse(reason)}>${tv('refuse', reason)}</button>`)}
      <button class="plain" @click=${() => (this.refusing = false)}>${t('back')}</button>
    </div>`;
  }

  private accept() {
    return this.decide(() => request(AcceptCall, { input: { commandId: this.engagement.command?.commandId, clientMutationId: this.keys.accept } }));
  }

  private refuse(reason: RefusalReason) {
    return this.decide(() => request(RefuseCall, { input: { commandId: this.engagement.command?.commandId, reason, clientMutationId: this.keys.refuse } }));
  }

  private async decide(action: () => Promise<unknown>) {
    this.busy = true;
    this.failure = undefined;
    this.silence();
    try {
      await action();
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}
