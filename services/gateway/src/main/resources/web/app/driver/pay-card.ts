import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { duration, money } from '../core/format';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { MyDisputes, WithdrawDispute, type Product, type StatementView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import type { ClassSeconds, Minute } from '../parts/class-band';
import '../parts/class-band';
import { failureNote, loadingNote } from '../parts/notes';
import { shiftMinutes } from '../settlement/minutes';
import './dispute-form';

type Disputes = NonNullable<ReturnType<NonNullable<typeof MyDisputes.types>>['statement']>['disputes'];

const PRODUCT: Product = 'DRIVER';

/** What a shift is paid, by class and minute by minute, and what the driver says against it. */
@customElement('pay-card')
export class PayCard extends ConsoleElement {
  @property({ attribute: false }) pay!: StatementView;
  @state() private minutes?: Minute[];
  @state() private disputes: Disputes = [];
  @state() private failure?: RequestError;
  @state() private busy = false;
  private readonly key = new KeptKey();

  protected override render() {
    const { pay } = this;
    return html`<section class="card" @disputed=${() => this.read()}>
      <h2>${t('drive.pay')}</h2>
      <p class="large">${money(pay.total)} <small>${t('driver.payNote', { minutes: pay.paidMinutes, wage: money(pay.hourlyWage) })}</small></p>
      ${pay.payment === 'HELD' ? html`<p class="note">${t('settlement.payHeld')}</p>` : nothing}
      <details @toggle=${(event: Event) => ((event.target as HTMLDetailsElement).open ? void this.read() : undefined)}>
        <summary>${t('drive.payDetails', { time: duration(pay.paidSeconds) })}</summary>
        ${failureNote(this.failure)} ${this.minutes ? html`<minute-band .minutes=${this.minutes}></minute-band>` : this.failure ? nothing : loadingNote()}
        <class-band .classes=${pay.classes as ClassSeconds[]}></class-band>
        ${this.disputes.map(
          (one) =>
            html`<blockquote>${one.text}</blockquote>
              <p><span class="badge">${tv('dispute', one.state)}</span> ${one.answer ?? ''} ${one.adjusted ? html`<b>${money(one.adjusted)}</b>` : nothing}</p>
              ${one.state === 'OPEN' ? html`<button ?disabled=${this.busy} @click=${() => this.withdraw(one.disputeId)}>${t('dispute.withdraw')}</button>` : nothing}`,
        )}
        ${this.mayDispute(pay)}
      </details>
    </section>`;
  }

  /** Not while the shift goes on, when it would be refused, and once at a time. */
  private mayDispute({ endedAt, businessDate }: StatementView) {
    if (!endedAt) {
      return html`<p class="quiet">${t('dispute.later')}</p>`;
    }
    return this.disputes.some((one) => one.state === 'OPEN') ? nothing : html`<dispute-form .date=${businessDate ?? ''}></dispute-form>`;
  }

  /** What is looked at goes on with the shift. */
  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('pay') && this.querySelector('details')?.open) {
      void this.read();
    }
  }

  private async withdraw(disputeId: string) {
    if (!confirm(t('dispute.withdrawAsk'))) {
      return;
    }
    this.busy = true;
    try {
      await request(WithdrawDispute, { input: { disputeId, clientMutationId: this.key.of({ disputeId }) } });
      this.key.done();
      await this.read();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }

  private async read() {
    const businessDate = this.pay.businessDate ?? '';
    try {
      const [minutes, { statement }] = await Promise.all([shiftMinutes(undefined, businessDate), request(MyDisputes, { product: PRODUCT, businessDate })]);
      this.minutes = minutes;
      this.disputes = statement?.disputes ?? [];
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
