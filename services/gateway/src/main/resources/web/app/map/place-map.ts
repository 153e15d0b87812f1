import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import VectorLayer from 'ol/layer/Vector';
import OlMap from 'ol/Map';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import View from 'ol/View';
import { ConsoleElement } from '../core/element';
import { t } from '../i18n/texts';
import { baseFeatures, point } from './base';
import type { NamedPlace } from './named-places';
import type { MapBounds } from './night-map';
import type { Position } from './positions';
import { MapStyles } from './styles';

/** On which to choose a place: the regions, places that many know, and what is chosen so far. Nothing is fetched from anywhere else. */
@customElement('place-map')
export class PlaceMap extends ConsoleElement {
  @property({ attribute: false }) regions: MapBounds[] = [];
  @property({ attribute: false }) places: NamedPlace[] = [];
  @property({ attribute: false }) origin?: Position;
  @property({ attribute: false }) destination?: Position;
  /** What is shown at first. */
  @property({ attribute: false }) bounds?: MapBounds;
  @property() label = '';

  private readonly styles = new MapStyles();
  private readonly base = new VectorSource();
  private readonly chosen = new VectorSource();
  private map?: OlMap;
  private shownBounds = '';

  protected override begin() {
    const restyled = () => {
      this.styles.read();
      [this.base, this.chosen].forEach((source) => source.changed());
    };
    window.addEventListener('supporters-theme', restyled);
    this.until(() => window.removeEventListener('supporters-theme', restyled));
    this.until(() => this.map?.setTarget(undefined));
  }

  /** What lies in the middle of the map: with the arrow keys every place comes there. */
  middle(): Position | undefined {
    const centre = this.map?.getView().getCenter();
    return centre && (toLonLat(centre) as Position);
  }

  protected override firstUpdated() {
    this.styles.read();
    this.map = new OlMap({
      target: this.querySelector<HTMLElement>('.map') ?? undefined,
      layers: [new VectorLayer({ source: this.base, style: (one) => this.styles.base(one), declutter: true }), new VectorLayer({ source: this.chosen, style: (one) => this.styles.end(one) })],
      view: new View({ center: fromLonLat([127.05, 37.45]), zoom: 11 }),
    });
    this.map.on('click', (event) => this.dispatchEvent(new CustomEvent<Position>('picked', { detail: toLonLat(event.coordinate) as Position })));
  }

  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('regions') || changed.has('places')) {
      this.base.clear(true);
      this.base.addFeatures(baseFeatures(this.regions, this.places));
    }
    if (changed.has('origin') || changed.has('destination')) {
      this.chosen.clear(true);
      this.chosen.addFeatures([
        ...(this.destination ? [point(this.destination, { name: t('order.mapTo'), end: 'destination' })] : []),
        ...(this.origin ? [point(this.origin, { name: t('order.mapFrom'), end: 'origin' })] : []),
      ]);
      this.showEnds();
    }
    this.showBounds();
  }

  /** What was chosen otherwise than on the map comes into its sight. */
  private showEnds() {
    const view = this.map?.getView();
    const extent = this.map?.getSize() && view?.calculateExtent(this.map.getSize());
    const [newest] = [this.destination, this.origin].filter((one) => one !== undefined).map((one) => fromLonLat(one));
    if (!view || !extent || !newest) {
      return;
    }
    const [x = 0, y = 0] = newest;
    if (x < (extent[0] ?? 0) || x > (extent[2] ?? 0) || y < (extent[1] ?? 0) || y > (extent[3] ?? 0)) {
      view.setCenter(newest);
    }
  }

  private showBounds() {
    const text = JSON.stringify(this.bounds ?? '');
    if (!this.bounds || !this.map || text === this.shownBounds) {
      return;
    }
    this.shownBounds = text;
    const { west, south, east, north } = this.bounds;
    this.map.getView().fit(transformExtent([west, south, east, north], 'EPSG:4326', 'EPSG:3857'), { padding: [12, 12, 12, 12] });
  }

  protected override render() {
    return html`<div class="map" tabindex="0" role="application" aria-label=${this.label}></div>`;
  }
}
