import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { age, clockTime, count } from '../core/format';
import { request, RequestError } from '../graphql/client';
import { MyApproach } from '../graphql/operations';
import { t } from '../i18n/texts';

type Approach = NonNullable<ReturnType<NonNullable<typeof MyApproach.types>>['approach']>;

const EVERY_MILLIS = 5_000;
const RADIUS = 90;
/** The outer ring of the picture in metres: the first that the driver is within. */
const RINGS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];
const KM = 1_000;

/** Where the driver is who comes: around the customer, north at the top, and in words. */
@customElement('approach-card')
export class ApproachCard extends ConsoleElement {
  @property() callId = '';
  @property({ attribute: false }) origin?: { lat: string | null; lng: string | null } | null;
  @state() private approach?: Approach | null;
  @state() private unknown = false;

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
    this.every(1_000, () => this.requestUpdate());
  }

  private async read() {
    try {
      this.approach = (await request(MyApproach, { callId: this.callId })).approach;
      this.unknown = !this.approach;
    } catch (problem) {
      // the order itself says what is wrong; the last position has its age
      this.unknown = !(problem as RequestError).retryable;
    }
  }

  protected override render() {
    const { approach } = this;
    if (!approach || this.unknown) {
      return this.unknown ? html`<p class="quiet">${t('approach.unknown')}</p>` : nothing;
    }
    const { meters } = approach;
    return html`<figure class="approach">
      ${meters === null ? nothing : this.picture(approach, meters)}
      <figcaption>
        ${meters === null ? nothing : html`<p>${t('approach.away', { distance: distance(meters), age: age(approach.locatedAt) })}</p>`}
        ${approach.expectedAt ? html`<p>${t('approach.expected', { at: clockTime(approach.expectedAt) })}</p>` : nothing}
      </figcaption>
    </figure>`;
  }

  private picture({ position }: Approach, meters: number) {
    const ring = RINGS.find((one) => one >= meters) ?? meters;
    const origin = { lat: Number(this.origin?.lat), lng: Number(this.origin?.lng) };
    // a small part of the earth is flat; east grows with the cosine of the latitude
    const east = (position.lng - origin.lng) * Math.cos((origin.lat * Math.PI) / 180);
    const north = position.lat - origin.lat;
    const length = Math.hypot(east, north) || 1;
    const far = (RADIUS * meters) / ring;
    const x = 100 + (east / length) * far;
    const y = 100 - (north / length) * far;
    return svg`<svg viewBox="0 0 200 200" width="200" height="200" role="img" aria-label=${t('approach.picture')}>
      <circle class="circle" cx="100" cy="100" r=${RADIUS} />
      <circle class="circle" cx="100" cy="100" r=${RADIUS / 2} />
      <text x="100" y="24" text-anchor="middle">${distance(ring)}</text>
      <circle class="you" cx="100" cy="100" r="6" />
      <line class="way" x1="100" y1="100" x2=${x} y2=${y} />
      <circle class="comes" cx=${x} cy=${y} r="8" />
    </svg>`;
  }
}

function distance(meters: number): string {
  return meters < KM ? `${count(meters)} m` : `${count(Math.round(meters / 100) / 10)} km`;
}
