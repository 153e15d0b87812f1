import Feature from 'ol/Feature';
import Point from 'ol/geom/Point';
import Polygon from 'ol/geom/Polygon';
import { fromLonLat } from 'ol/proj';
import type { NamedPlace } from './named-places';
import type { MapBounds } from './night-map';
import type { Position } from './positions';

/** What maps without streets have to find one's way by: the edges of regions, and places that many know. */
export function baseFeatures(regions: MapBounds[], places: NamedPlace[]): Feature[] {
  return [...regions.map(edge), ...places.map(({ name, at }) => point(at, { name }))];
}

export function point(at: Position, properties: object): Feature {
  const feature = new Feature(new Point(fromLonLat(at)));
  feature.setProperties(properties);
  return feature;
}

function edge({ south, west, north, east }: MapBounds): Feature {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return new Feature(new Polygon([corners.map((corner) => fromLonLat(corner))]));
}
