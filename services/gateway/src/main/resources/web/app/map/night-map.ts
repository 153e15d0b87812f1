import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import Feature from 'ol/Feature';
import LineString from 'ol/geom/LineString';
import Polygon from 'ol/geom/Polygon';
import VectorLayer from 'ol/layer/Vector';
import OlMap from 'ol/Map';
import { fromLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import View from 'ol/View';
import { ConsoleElement } from '../core/element';
import { go, href } from '../core/router';
import { t } from '../i18n/texts';
import { baseFeatures, point } from './base';
import type { NamedPlace } from './named-places';
import type { Offset, Position } from './positions';
import type { ShadedCell } from './shading';
import { MapStyles } from './styles';

export interface MapCall {
  callId: string;
  at: Position;
  state: string;
  label: string;
}

export interface MapSupporter {
  driverId: string;
  at: Position;
  state: string;
  label?: string;
  /** Beside where it is, because another one is at the same place. */
  beside?: Offset;
}

export interface MapMove {
  from: Position;
  to: Position;
}

export interface MapBounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** Cells, calls, supporters and moves. There are no streets: nothing is fetched from anywhere else. */
@customElement('night-map')
export class NightMap extends ConsoleElement {
  @property({ attribute: false }) cells: ShadedCell[] = [];
  @property({ attribute: false }) calls: MapCall[] = [];
  @property({ attribute: false }) supporters: MapSupporter[] = [];
  @property({ attribute: false }) moves: MapMove[] = [];
  /** Whose edges are drawn. */
  @property({ attribute: false }) regions: MapBounds[] = [];
  /** By which one finds one's way. */
  @property({ attribute: false }) places: NamedPlace[] = [];
  @property({ attribute: false }) bounds?: MapBounds;
  /** What a screen reader says of it. */
  @property() label = '';

  private readonly styles = new MapStyles();
  private readonly base = new VectorSource();
  private readonly areas = new VectorSource();
  private readonly arrows = new VectorSource();
  private readonly people = new VectorSource();
  private readonly points = new VectorSource();
  private map?: OlMap;
  private shownBounds = '';

  protected override begin() {
    const restyled = () => {
      this.styles.read();
      [this.base, this.areas, this.arrows, this.people, this.points].forEach((source) => source.changed());
    };
    window.addEventListener('supporters-theme', restyled);
    this.until(() => window.removeEventListener('supporters-theme', restyled));
    this.until(() => this.map?.setTarget(undefined));
  }

  protected override firstUpdated() {
    this.styles.read();
    this.map = new OlMap({
      target: this.querySelector<HTMLElement>('.map') ?? undefined,
      layers: [
        new VectorLayer({ source: this.areas, style: (cell) => this.styles.cell(cell), declutter: true }),
        new VectorLayer({ source: this.base, style: (one) => this.styles.base(one), declutter: true }),
        new VectorLayer({ source: this.arrows, style: (arrow) => this.styles.move(arrow) }),
        new VectorLayer({ source: this.people, style: (supporter) => this.styles.supporter(supporter) }),
        new VectorLayer({ source: this.points, style: (call) => this.styles.call(call) }),
      ],
      view: new View({ center: fromLonLat([127.05, 37.45]), zoom: 11 }),
    });
    this.map.on('click', (event) => {
      const hit = this.map?.forEachFeatureAtPixel(event.pixel, (feature) => feature, { hitTolerance: 6 });
      const address = hit?.get('address') as string | undefined;
      if (address) {
        go(address);
      }
    });
  }

  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('regions') || changed.has('places')) {
      refill(this.base, baseFeatures(this.regions, this.places));
    }
    if (changed.has('cells')) {
      refill(this.areas, this.cells.map(area));
    }
    if (changed.has('calls')) {
      refill(
        this.points,
        this.calls.map((call) => point(call.at, { ...call, address: href('calls', call.callId) })),
      );
    }
    if (changed.has('supporters')) {
      refill(
        this.people,
        this.supporters.map((one) => point(one.at, { ...one, address: href('drivers', one.driverId) })),
      );
    }
    if (changed.has('moves')) {
      refill(
        this.arrows,
        this.moves.map((move) => new Feature(new LineString([fromLonLat(move.from), fromLonLat(move.to)]))),
      );
    }
    this.showBounds();
  }

  /** Shows the whole region once, and leaves the view alone from then on. */
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
    return html`<div class="map" tabindex="0" role="application" aria-label=${this.label || t('map.label')}></div>`;
  }
}

function area({ ring, ...properties }: ShadedCell): Feature {
  const feature = new Feature(new Polygon([[...ring, ...ring.slice(0, 1)].map((corner) => fromLonLat(corner))]));
  feature.setProperties(properties);
  return feature;
}

function refill(source: VectorSource, features: Feature[]) {
  source.clear(true);
  source.addFeatures(features);
}
