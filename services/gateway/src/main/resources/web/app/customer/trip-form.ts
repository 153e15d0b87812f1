import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { regionAt } from '../core/regions';
import { session } from '../core/session';
import type { OrderedCall, RegionView } from '../graphql/operations';
import { t } from '../i18n/texts';
import { namedPlaces, type NamedPlace } from '../map/named-places';
import '../map/place-map';
import type { PlaceMap } from '../map/place-map';
import { position, type Position } from '../map/positions';
import { majorUnits } from '../settlement/money-input';
import { metersByRoad } from './distance';
import { estimatedFare } from './fare';

type End = 'origin' | 'destination';

interface Where {
  poi: string;
  lat: string;
  lng: string;
}

/** What somebody orders: from where to where, for whom, for how much. */
export interface Trip {
  origin: Where;
  destination: Where;
  name: string;
  fare: string;
  currency: string;
}

const ENDS: End[] = ['origin', 'destination'];
const NOWHERE: Where = { poi: '', lat: '', lng: '' };
/** How near a known place is, in metres by road, so that a place is called by its name. */
const NEAR_METERS = 3_000;
/** As exact as a doorway. */
const DIGITS = 5;

/** From where to where: each end is chosen on the map, from a list, by the phone's position or by its coordinates. The region fills in currency and fare. */
@customElement('trip-form')
export class TripForm extends ConsoleElement {
  @property({ attribute: false }) regions: RegionView[] = [];
  @property({ attribute: false }) earlier: OrderedCall[] = [];
  @property({ type: Boolean }) busy = false;
  /** Which end a place on the map is for. */
  @state() private choosing: End = 'origin';
  @state() private chosen: Record<End, Where> = { origin: NOWHERE, destination: NOWHERE };
  @state() private fare = '';
  @state() private currency = '';
  private places: NamedPlace[] = [];
  private bounds: Array<RegionView['bounds']> = [];
  private origin?: Position;
  private destination?: Position;
  /** What somebody has written is not replaced by an estimate. */
  private readonly byHand = { fare: false, currency: false };

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('regions') || changed.has('earlier')) {
      this.bounds = this.regions.map((one) => one.bounds);
      this.places = known(this.bounds, this.earlier);
    }
    if (changed.has('chosen')) {
      this.origin = position(this.chosen.origin);
      this.destination = position(this.chosen.destination);
    }
    if (changed.has('chosen') || changed.has('regions')) {
      this.estimate();
    }
  }

  private region(): RegionView | undefined {
    return regionAt(this.regions, this.chosen.origin);
  }

  private estimate() {
    const region = this.region();
    if (region && !this.byHand.currency && this.currency !== region.currency) {
      this.byHand.fare &&= !this.currency; // else it was an amount of another currency
      this.currency = region.currency;
    }
    const fare = this.origin && this.destination ? estimatedFare(region, metersByRoad(this.chosen.origin, this.chosen.destination)) : undefined;
    if (!this.byHand.fare && region) {
      this.fare = fare === undefined ? '' : majorUnits(fare, region.currency);
    }
  }

  /** What the map shows at first: where somebody was before, else the largest region. */
  private firstBounds(): RegionView['bounds'] | undefined {
    const last = regionAt(this.regions, this.earlier[0]?.origin);
    return (last ?? this.regions.toSorted((one, other) => size(other) - size(one))[0])?.bounds;
  }

  protected override render() {
    return html`<form class="card fields" @submit=${(event: SubmitEvent) => this.order(event)}>
      <fieldset>
        <legend>${t('order.onMap')}</legend>
        <div class="row" role="group" aria-label=${t('order.mapFor')}>
          ${ENDS.map((end) => html`<button type="button" aria-pressed=${end === this.choosing ? 'true' : 'false'} @click=${() => (this.choosing = end)}>${t(`order.${end}`)}</button>`)}
        </div>
        <place-map
          .regions=${this.bounds}
          .places=${this.places}
          .origin=${this.origin}
          .destination=${this.destination}
          .bounds=${this.firstBounds()}
          .label=${t('order.mapLabel')}
          @picked=${(event: CustomEvent<Position>) => this.pick(event.detail)}
        ></place-map>
        <button type="button" class="middle" @click=${() => this.pickMiddle()}>${t('order.middle')}</button>
      </fieldset>
      ${ENDS.map((end) => this.end(end))}
      <label>${t('order.name')} <input name="name" maxlength="100" required .value=${session()?.subject ?? ''} /></label>
      <div class="row">
        <label
          >${t('fare')}
          <input name="fare" type="number" min="0" step="any" required .value=${this.fare} @input=${(event: Event) => this.write('fare', event)}
        /></label>
        <label
          >${t('currency')}
          <input name="currency" pattern="[A-Z]{3}" size="4" required .value=${this.currency} @input=${(event: Event) => this.write('currency', event)}
        /></label>
      </div>
      <p class="quiet" role="status">${this.said()}</p>
      <div class="big"><button class="main" ?disabled=${this.busy}>${t('order.order')}</button></div>
    </form>`;
  }

  private end(end: End) {
    const where = this.chosen[end];
    const put = (part: keyof Where) => (event: Event) => this.put(end, { ...this.chosen[end], [part]: (event.target as HTMLInputElement).value });
    return html`<fieldset>
      <legend>${t(`order.${end}`)}</legend>
      <label
        >${t('order.list')}
        <select name="${end}-place" @change=${(event: Event) => this.choose(end, Number((event.target as HTMLSelectElement).value))}>
          <option value="-1">–</option>
          ${this.places.map(({ name }, index) => html`<option value=${index} ?selected=${name === where.poi}>${name}</option>`)}
        </select></label
      >
      <label>${t('order.poi')} <input name="${end}-poi" maxlength="200" required .value=${where.poi} @input=${put('poi')} /></label>
      <div class="row">
        <label>${t('latitude')} <input name="${end}-lat" type="number" step="any" min="-90" max="90" required inputmode="decimal" .value=${where.lat} @input=${put('lat')} /></label>
        <label>${t('longitude')} <input name="${end}-lng" type="number" step="any" min="-180" max="180" required inputmode="decimal" .value=${where.lng} @input=${put('lng')} /></label>
      </div>
      ${end === 'origin' ? html`<button type="button" @click=${() => this.here()}>${t('order.here')}</button>` : nothing}
    </fieldset>`;
  }

  private said(): string {
    if (!this.origin || !this.regions.length) {
      return '';
    }
    const region = this.region();
    if (!region) {
      return t('order.nowhere');
    }
    return t(region.baseFare && region.farePerKm ? 'order.estimate' : 'order.noEstimate', { region: region.region });
  }

  private write(field: 'fare' | 'currency', event: Event) {
    const { value } = event.target as HTMLInputElement;
    this.byHand[field] = value !== '';
    this[field] = value;
  }

  private put(end: End, where: Where) {
    this.chosen = { ...this.chosen, [end]: where };
  }

  private choose(end: End, index: number) {
    const place = this.places[index];
    if (place) {
      this.put(end, located(place.at, place.name));
      this.choosing = 'destination';
    }
  }

  /** After the origin comes the destination. */
  private pick(at: Position) {
    this.put(this.choosing, located(at, this.nameOf(at)));
    this.choosing = 'destination';
  }

  private pickMiddle() {
    const at = this.querySelector<PlaceMap>('place-map')?.middle();
    if (at) {
      this.pick(at);
    }
  }

  private nameOf(at: Position): string {
    const from = located(at, '');
    const [nearest] = this.places
      .map(({ name, at: there }) => ({ name, meters: metersByRoad(from, located(there, '')) }))
      .sort((one, other) => one.meters - other.meters);
    return nearest && nearest.meters <= NEAR_METERS ? t('order.near', { name: nearest.name }) : t('order.place');
  }

  private here() {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => this.put('origin', located([coords.longitude, coords.latitude], this.chosen.origin.poi || t('order.myPosition'))),
      () => this.dispatchEvent(new CustomEvent('lost')),
    );
  }

  private order(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const where = (end: End): Where => ({ poi: text(`${end}-poi`), lat: text(`${end}-lat`), lng: text(`${end}-lng`) });
    const detail: Trip = { origin: where('origin'), destination: where('destination'), name: text('name'), fare: text('fare'), currency: text('currency') };
    this.dispatchEvent(new CustomEvent<Trip>('trip', { detail }));
  }
}

function located([lng, lat]: Position, poi: string): Where {
  return { poi, lat: lat.toFixed(DIGITS), lng: lng.toFixed(DIGITS) };
}

/** Where somebody was before comes first, each place once. */
function known(within: Array<RegionView['bounds']>, earlier: OrderedCall[]): NamedPlace[] {
  const before = earlier.flatMap((call): NamedPlace[] =>
    [call.origin, call.destination].flatMap((one) => {
      const at = position(one);
      return at && one?.poi ? [{ name: one.poi, at }] : [];
    }),
  );
  const all = new Map([...namedPlaces(within), ...before].map((one) => [one.name, one]));
  return [...new Map([...before.map((one): [string, NamedPlace] => [one.name, one]), ...all]).values()];
}

function size({ bounds }: RegionView): number {
  return (bounds.north - bounds.south) * (bounds.east - bounds.west);
}
