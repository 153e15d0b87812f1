import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { OpenDispute, type Product } from '../graphql/operations';
import { t } from '../i18n/texts';
import { failureNote } from '../parts/notes';

const PRODUCT: Product = 'DRIVER';

/** Says against the statement of a business date that it is wrong. */
@customElement('dispute-form')
export class DisputeForm extends ConsoleElement {
  @property() date = '';
  @state() private failure?: RequestError;
  @state() private sent = false;
  @state() private busy = false;
  private readonly key = new KeptKey();

  protected override render() {
    if (this.sent) {
      return html`<p class="note good" role="status">${t('notice.disputed')}</p>`;
    }
    return html`<details>
      <summary>${t('notice.dispute')}</summary>
      ${failureNote(this.failure)}
      <form class="fields" @submit=${(event: SubmitEvent) => this.open(event)}>
        <label>${t('notice.text')} <textarea name="text" maxlength="1000" rows="3" required></textarea></label>
        <button class="main" ?disabled=${this.busy}>${t('notice.send')}</button>
      </form>
    </details>`;
  }

  private async open(event: SubmitEvent) {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text'));
    const input = { product: PRODUCT, businessDate: this.date, text };
    this.busy = true;
    this.failure = undefined;
    try {
      await request(OpenDispute, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      this.sent = true;
      this.dispatchEvent(new CustomEvent('disputed', { bubbles: true }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}
