import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { duration, money } from '../core/format';
import { KeptKey } from '../core/keys';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { AnswerDispute, StatementDetails, type DisputeDecision, type DisputeView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { failureNote } from '../parts/notes';
import { minorUnits } from './money-input';

/** What a driver says against a statement, and the answer. */
@customElement('dispute-card')
export class DisputeCard extends ConsoleElement {
  @property({ attribute: false }) dispute!: DisputeView;
  @state() private failure?: RequestError;
  @state() private accepts = false;
  @state() private currency = '';
  private readonly key = new KeptKey();

  protected override render() {
    const { dispute } = this;
    return html`<article class="dispute">
      <p>
        <a href=${href('settlement', dispute.businessDate ?? '', dispute.driverId)}>${dispute.driverId} · ${dispute.businessDate}</a>
        <small>${t('age')} ${duration(dispute.ageSeconds)}</small>
      </p>
      <blockquote>${dispute.text}</blockquote>
      ${failureNote(this.failure)}
      <form class="fields" @submit=${(event: SubmitEvent) => this.answer(event)}>
        <label
          >${t('dispute.decision')}
          <select name="decision" @change=${(event: Event) => this.decide((event.target as HTMLSelectElement).value === 'ACCEPTED')}>
            <option value="REJECTED">${t('dispute.REJECTED')}</option>
            <option value="ACCEPTED">${t('dispute.ACCEPTED')}</option>
          </select></label
        >
        ${this.accepts && this.currency ? html`<label>${t('amount')} (${this.currency}) <input name="amount" type="number" step="any" /></label>` : nothing}
        <label>${t('dispute.answer')} <textarea name="answer" maxlength="500" rows="2" required></textarea></label>
        <button class="main">${t('dispute.send')}</button>
      </form>
    </article>`;
  }

  /** What is added is in the currency of the statement. */
  private async decide(accepts: boolean) {
    this.accepts = accepts;
    if (!accepts || this.currency) {
      return;
    }
    const { driverId, businessDate } = this.dispute;
    try {
      const { statement } = await request(StatementDetails, { driverId, product: 'DRIVER', businessDate: businessDate ?? '' });
      this.currency = statement?.total?.currency ?? statement?.hourlyWage?.currency ?? '';
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private async answer(event: SubmitEvent) {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    const { currency } = this;
    const amount = String(values.get('amount') ?? '');
    const said = tv('dispute', this.accepts ? 'ACCEPTED' : 'REJECTED');
    const added = amount ? `, ${money({ amount: minorUnits(amount, currency), currency })}` : '';
    if (!confirm(t('dispute.answerAsk', { decision: said + added, driver: this.dispute.driverId }))) {
      return;
    }
    const input = {
      disputeId: this.dispute.disputeId,
      decision: (this.accepts ? 'ACCEPTED' : 'REJECTED') as DisputeDecision,
      answer: String(values.get('answer')),
      ...(amount ? { adjustment: { amount: minorUnits(amount, currency), currency } } : {}),
    };
    try {
      await request(AnswerDispute, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
