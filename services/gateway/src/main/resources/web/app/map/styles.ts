import type { FeatureLike } from 'ol/Feature';
import type LineString from 'ol/geom/LineString';
import Point from 'ol/geom/Point';
import CircleStyle from 'ol/style/Circle';
import Fill from 'ol/style/Fill';
import RegularShape from 'ol/style/RegularShape';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';
import type { MapSupporter } from './night-map';
import type { Offset } from './positions';
import type { Measure, ShadedCell } from './shading';

/**
 * How the map draws things, in the colours of the stylesheet. State shows in the shape, too, not by colour alone. What looks the same is the
 * same style: the map asks for one of each thing whenever it draws.
 */
export class MapStyles {
  private colours: Record<string, string> = {};
  private family = 'sans-serif';
  private readonly made = new Map<string, Style>();

  /** Reads the colours of the present theme. */
  read() {
    this.made.clear();
    this.family = getComputedStyle(document.body).fontFamily;
    const computed = getComputedStyle(document.documentElement);
    for (const name of ['ink', 'paper', 'demand', 'uncovered', 'closing', 'waiting', 'commanded', 'coming', 'driving', 'free', 'resting', 'move', 'quiet']) {
      this.colours[name] = computed.getPropertyValue(`--${name}`).trim();
    }
  }

  cell(feature: FeatureLike): Style {
    const { measure, step, planned, closing, label } = feature.getProperties() as ShadedCell;
    return this.once(`cell ${measure} ${step} ${planned} ${closing} ${label}`, () => this.cellStyle(measure, step, planned, closing, label));
  }

  call(feature: FeatureLike): Style {
    const state = String(feature.get('state'));
    const label = String(feature.get('label') || '');
    return label ? this.callStyle(state, label) : this.once(`call ${state}`, () => this.callStyle(state, ''));
  }

  supporter(feature: FeatureLike): Style {
    const state = String(feature.get('state'));
    const label = String(feature.get('label') || '');
    const beside = (feature.get('beside') as MapSupporter['beside']) ?? IN_PLACE;
    return this.once(`supporter ${state} ${label} ${beside}`, () => this.supporterStyle(state, label, beside));
  }

  /** What a map without streets has to find one's way by: the edges of regions, and places with their names. */
  base(feature: FeatureLike): Style {
    const name = String(feature.get('name') ?? '');
    return this.once(`base ${name}`, () =>
      name
        ? new Style({ image: new CircleStyle({ radius: 3, fill: new Fill({ color: this.colour('quiet') }) }), text: this.text(name, -11) })
        : new Style({ stroke: new Stroke({ color: this.colour('quiet'), width: 1.5, lineDash: [6, 4] }) }),
    );
  }

  /** Where a drive begins or ends. */
  end(feature: FeatureLike): Style {
    const name = String(feature.get('name') ?? '');
    const origin = feature.get('end') === 'origin';
    return this.once(`end ${name} ${origin}`, () =>
      new Style({
        image: new RegularShape({
          points: origin ? 3 : 4, // with a corner at the top
          radius: 9,
          fill: new Fill({ color: this.colour(origin ? 'waiting' : 'ink') }),
          stroke: new Stroke({ color: this.colour('paper'), width: 1.5 }),
        }),
        text: this.text(name, 18), // the names of places are above them
      }),
    );
  }

  private once(key: string, make: () => Style): Style {
    const style = this.made.get(key) ?? make();
    this.made.set(key, style);
    return style;
  }

  /** The number shows where it has room beside others: that of the fullest cell before that of its neighbours. */
  private cellStyle(measure: Measure, step: number, planned: boolean, closing: boolean, label: string): Style {
    const edge = this.colour(closing ? 'closing' : measure);
    return new Style({
      fill: new Fill({ color: `${this.colour(measure)}${SHADES[step] ?? SHADES[0]}` }),
      stroke: new Stroke({ color: `${edge}${planned ? 'b0' : '60'}`, width: planned ? 1 : 0.5, lineDash: closing ? [4, 4] : undefined }),
      text: label ? this.text(label, 0, 0, true) : undefined,
      zIndex: step,
    });
  }

  private callStyle(state: string, label: string): Style {
    const colour = this.colour(CALL_COLOURS[state] ?? 'quiet');
    const waits = state === 'REQUESTED';
    return new Style({
      image: new RegularShape({
        points: waits ? 3 : 4, // with a corner at the top: a triangle, or a diamond
        radius: waits ? 9 : 7,
        fill: new Fill({ color: colour }),
        stroke: new Stroke({ color: this.colour('paper'), width: 1.5 }),
      }),
      text: label ? this.text(label, -16) : undefined,
      zIndex: waits ? 2 : 1,
    });
  }

  /** Who is commanded lies above others. */
  private supporterStyle(state: string, label: string, [right, up]: Offset): Style {
    const colour = this.colour(SUPPORTER_COLOURS[state] ?? 'quiet');
    const hollow = state === 'FREE' || state === 'RESTING';
    return new Style({
      image: new CircleStyle({
        radius: 5,
        displacement: [right, up],
        fill: new Fill({ color: hollow ? this.colour('paper') : colour }),
        stroke: new Stroke({ color: colour, width: 2.5 }),
      }),
      text: label ? this.text(label, -14 - up, right) : undefined,
      zIndex: state === 'COMMANDED' ? 2 : state === 'REMOVED' ? 0 : 1,
    });
  }

  private text(text: string, offsetY: number, offsetX = 0, overflow = false): Text {
    return new Text({
      text,
      font: `600 11px ${this.family}`,
      offsetX,
      offsetY,
      overflow,
      fill: new Fill({ color: this.colour('ink') }),
      stroke: new Stroke({ color: this.colour('paper'), width: 3 }),
    });
  }

  move(feature: FeatureLike): Style[] {
    const line = feature.getGeometry() as LineString;
    const [from, to] = [line.getFirstCoordinate(), line.getLastCoordinate()];
    const colour = this.colour('move');
    return [
      new Style({ stroke: new Stroke({ color: colour, width: 2, lineDash: [6, 4] }) }),
      new Style({
        geometry: new Point(to),
        image: new RegularShape({
          points: 3,
          radius: 7,
          rotation: Math.PI / 2 - Math.atan2((to[1] ?? 0) - (from[1] ?? 0), (to[0] ?? 0) - (from[0] ?? 0)),
          fill: new Fill({ color: colour }),
        }),
      }),
    ];
  }

  private colour(name: string): string {
    return this.colours[name] || '#808080';
  }
}

/** How much of a step's colour covers the map, the lightest first: two digits behind a colour of six. */
const SHADES = ['00', '20', '3c', '60', '88', 'b4'];

const IN_PLACE: Offset = [0, 0];

const CALL_COLOURS: Record<string, string> = {
  REQUESTED: 'waiting',
  COMMANDED: 'commanded',
  ACCEPTED: 'coming',
  ARRIVED: 'coming',
  DRIVING: 'driving',
  GENERAL: 'quiet',
};

const SUPPORTER_COLOURS: Record<string, string> = {
  FREE: 'free',
  COMMANDED: 'commanded',
  ACCEPTED: 'coming',
  ARRIVED: 'coming',
  DRIVING: 'driving',
  RESTING: 'resting',
};
