import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import type { CandidateView, DecisionView } from '../graphql/operations';
import { t } from '../i18n/texts';
import '../map/night-map';
import type { MapBounds, MapCall, MapSupporter } from '../map/night-map';
import { besides, point, type Position } from '../map/positions';

/** In degrees: so that candidates beside each other do not fill the map. */
const MARGIN = 0.006;

/** Where everybody was who might have got a call, when it was decided, and where the customer waited. The tables below say the same without places. */
@customElement('decision-map')
export class DecisionMap extends ConsoleElement {
  @property({ attribute: false }) decision?: DecisionView;
  @property({ attribute: false }) origin?: Position;
  @property() callId = '';
  private calls: MapCall[] = [];
  private supporters: MapSupporter[] = [];
  private bounds?: MapBounds;

  protected override willUpdate() {
    const { decision, origin } = this;
    this.calls = origin ? [{ callId: this.callId, at: origin, state: 'REQUESTED', label: '' }] : [];
    this.supporters = decision ? seen(decision) : [];
    this.bounds = around([...this.calls, ...this.supporters].map((one) => one.at));
  }

  protected override render() {
    if (!this.supporters.length) {
      return nothing;
    }
    return html`<div class="small-map"><night-map .calls=${this.calls} .supporters=${this.supporters} .bounds=${this.bounds} .label=${t('why.map')}></night-map></div>
      <p class="legend">
        ${this.calls.length ? html`<span><i class="shape triangle">▲</i>${t('customer')}</span>` : nothing}
        <span><i class="shape commanded">●</i>${t('why.commanded')}</span>
        <span><i class="shape free">○</i>${t('why.mapOffered')}</span>
        <span><i class="shape">●</i>${t('why.mapRemoved')}</span>
      </p>`;
  }
}

/** Everybody, whoever was commanded first: of those at the same place the first one stays there, and the others are drawn around it. */
function seen({ offered, removed, driverId }: DecisionView): MapSupporter[] {
  const commanded = offered.filter((one) => one.driverId === driverId);
  const others = offered.filter((one) => one.driverId !== driverId);
  const all = [...commanded.flatMap((one) => placed(one, 'COMMANDED')), ...others.flatMap((one) => placed(one, 'FREE')), ...removed.flatMap((one) => placed(one, 'REMOVED'))];
  const offsets = besides(all.map((one) => one.at));
  return all.map((one, index) => ({ ...one, beside: offsets[index] }));
}

/** With the place in the ranking. */
function placed(candidate: CandidateView, state: string): MapSupporter[] {
  const at = point(candidate.location);
  return at ? [{ driverId: candidate.driverId, at, state, label: candidate.rank ? String(candidate.rank) : '' }] : [];
}

function around(places: Position[]): MapBounds | undefined {
  if (!places.length) {
    return undefined;
  }
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
  return { south: Math.min(...lats) - MARGIN, north: Math.max(...lats) + MARGIN, west: Math.min(...lngs) - MARGIN, east: Math.max(...lngs) + MARGIN };
}
