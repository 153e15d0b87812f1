import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { OpenDispute, type NoticeView, type Product } from '../graphql/operations';
import { language, t, tv } from '../i18n/texts';
import { failureNote } from '../parts/notes';

/** What an operator decided of the driver, in words that say what it means; where pay is held, the driver can say that it is wrong. */
@customElement('notice-card')
export class NoticeCard extends ConsoleElement {
  @property({ attribute: false }) notice!: NoticeView;
  @property() product: Product = 'DRIVER';
  @state() private failure?: RequestError;
  @state() private disputed = false;
  @state() private busy = false;
  private readonly key = new KeptKey();

  protected override render() {
    const { notice } = this;
    const said = (text: NoticeView['noticed']) => (language() === 'ko' ? text.korean : text.english);
    const dates = notice.nights.length ? notice.nights.join(', ') : (notice.businessDate ?? '');
    return html`<article class="card notice" aria-label=${`${t('notice.title')}, ${dates}`}>
      <header class="head">
        <h2>${t('notice.title')}</h2>
        <p class="badge">${tv('abuseDecision', notice.decision)}</p>
      </header>
      <p class="quiet">${t('businessDate')} ${dates} · ${dateTime(notice.decidedAt)}</p>
      <p>${said(notice.noticed)}</p>
      <p>${said(notice.consequence)}</p>
      ${notice.message ? html`<blockquote>${notice.message}</blockquote>` : nothing} ${failureNote(this.failure)} ${notice.decision === 'HOLD_PAY' ? this.dispute() : nothing}
    </article>`;
  }

  private dispute() {
    if (this.disputed) {
      return html`<p class="note good" role="status">${t('notice.disputed')}</p>`;
    }
    return html`<details>
      <summary>${t('notice.dispute')}</summary>
      <form class="fields" @submit=${(event: SubmitEvent) => this.open(event)}>
        <label>${t('notice.text')} <textarea name="text" maxlength="1000" rows="3" required></textarea></label>
        <button class="main" ?disabled=${this.busy}>${t('notice.send')}</button>
      </form>
    </details>`;
  }

  private async open(event: SubmitEvent) {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text'));
    const input = { product: this.product, businessDate: this.notice.businessDate ?? '', text };
    this.busy = true;
    this.failure = undefined;
    try {
      await request(OpenDispute, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      this.disputed = true;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}
