import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime, shownZone } from '../core/format';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { EraseCustomer } from '../graphql/operations';
import { t } from '../i18n/texts';
import { failureNote } from '../parts/notes';

/** Erases a customer who wants to be forgotten, after a question that says what goes and what stays. */
@customElement('erasure-card')
export class ErasureCard extends ConsoleElement {
  @state() private done = '';
  @state() private busy = false;
  @state() private failure?: RequestError;
  private readonly key = new KeptKey();

  protected override render() {
    return html`<details class="card">
      <summary>${t('erase.title')}</summary>
      <p>${t('erase.what')}</p>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      <form class="fields" @submit=${(event: SubmitEvent) => this.erase(event)}>
        <label>${t('erase.customer')} <input name="customer" maxlength="64" required autocomplete="off" /></label>
        <label>${t('erase.why')} <input name="reason" maxlength="500" required /></label>
        <p class="row"><button class="danger" ?disabled=${this.busy}>${t('erase.erase')}</button></p>
      </form>
    </details>`;
  }

  private async erase(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const input = { userId: String(fields.get('customer')).trim(), reason: String(fields.get('reason')).trim() };
    if (!confirm(t('erase.ask', { customer: input.userId }))) {
      return;
    }
    this.busy = true;
    this.done = '';
    this.failure = undefined;
    try {
      const { eraseCustomer } = await request(EraseCustomer, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      form.reset();
      this.done = t('erase.done', { count: eraseCustomer.erasedCalls, at: `${dateTime(eraseCustomer.erasedAt)} ${shownZone() ?? ''}`.trim() });
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}
