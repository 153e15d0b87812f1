import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import type { NoticeView } from '../graphql/operations';
import { language, t, tv } from '../i18n/texts';
import './dispute-form';

/** What an operator decided of the driver, in words that say what it means; where pay is held, the driver can say that it is wrong. */
@customElement('notice-card')
export class NoticeCard extends ConsoleElement {
  @property({ attribute: false }) notice!: NoticeView;

  protected override render() {
    const { notice } = this;
    const said = (text: NoticeView['noticed']) => (language() === 'ko' ? text.korean : text.english);
    const decisions = [notice.decision, notice.stillCounts].filter((one) => one !== null);
    const dates = notice.nights.length ? notice.nights.join(', ') : (notice.businessDate ?? '');
    return html`<article class="card notice" aria-label=${`${t('notice.title')}, ${dates}`}>
      <header class="head">
        <h2>${t('notice.title')}</h2>
        <p class="badge">${decisions.map((one) => tv('abuseDecision', one)).join(', ')}</p>
      </header>
      <p class="quiet">${t('businessDate')} ${dates} · ${dateTime(notice.decidedAt)}</p>
      <p>${said(notice.noticed)}</p>
      <p>${said(notice.consequence)}</p>
      ${notice.message ? html`<blockquote>${notice.message}</blockquote>` : nothing} ${decisions.includes('HOLD_PAY') ? html`<dispute-form .date=${notice.businessDate ?? ''}></dispute-form>` : nothing}
    </article>`;
  }
}
