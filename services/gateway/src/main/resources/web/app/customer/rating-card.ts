import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { RateDrive, type OrderedCall } from '../graphql/operations';
import { t } from '../i18n/texts';
import { failureNote } from '../parts/notes';

const STARS = [1, 2, 3, 4, 5];

/** How the drive was, in one to five stars; once. */
@customElement('rating-card')
export class RatingCard extends ConsoleElement {
  @property({ attribute: false }) call!: OrderedCall;
  @state() private stars = 0;
  /** The call that was rated. */
  @state() private rated = '';
  /** By another request than the last one: how, nobody knows here. */
  @state() private earlier = false;
  @state() private failure?: RequestError;
  private readonly key = new KeptKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    const before = changed.get('call') as OrderedCall | undefined;
    if (before && before.callId !== this.call.callId) {
      this.stars = 0;
      this.earlier = false;
      this.failure = undefined;
    }
  }

  protected override render() {
    if (this.rated === this.call.callId) {
      return html`<p class="note good" role="status">${t(this.earlier ? 'rating.before' : 'rating.thanks')}</p>`;
    }
    return html`<section class="card">
      <h2>${t('rating.title', { driver: this.call.driverName ?? t('driver') })}</h2>
      ${failureNote(this.failure)}
      <p class="stars" role="group" aria-label=${t('rating.label')}>
        ${STARS.map(
          (star) =>
            html`<button class="plain ${star <= this.stars ? 'given' : ''}" aria-label=${t('rating.stars', { count: star })} aria-pressed=${star === this.stars ? 'true' : 'false'} @click=${() => (this.stars = star)}>★</button>`,
        )}
      </p>
      ${this.stars ? html`<div class="big"><button class="main" @click=${() => this.send()}>${t('rating.send', { count: this.stars })}</button></div>` : nothing}
    </section>`;
  }

  private async send() {
    const { callId } = this.call;
    const input = { callId, stars: this.stars };
    try {
      await request(RateDrive, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.rated = callId;
      this.failure = undefined;
    } catch (problem) {
      const refused = problem as RequestError;
      if (refused.reason === 'DRIVE_RATED') {
        this.rated = callId;
        this.earlier = true;
      } else {
        this.failure = refused;
      }
    }
  }
}
