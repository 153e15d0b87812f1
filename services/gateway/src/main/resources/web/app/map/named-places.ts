import { language } from '../i18n/texts';
import type { Position } from './positions';

/** Places that many know, by which somebody finds her way on a map without streets. Rough, a few hundred metres are nothing here; but Pangyo Station is where a local stand's own region is. */

export interface NamedPlace {
  name: string;
  at: Position;
}

type Row = [ko: string, en: string, lat: number, lng: number];

const KNOWN: Row[] = [
  ['서울역', 'Seoul Station', 37.555, 126.971],
  ['종각역', 'Jonggak Station', 37.57, 126.983],
  ['홍대입구역', 'Hongdae', 37.557, 126.924],
  ['신촌역', 'Sinchon Station', 37.555, 126.937],
  ['이태원역', 'Itaewon', 37.534, 126.994],
  ['여의도역', 'Yeouido Station', 37.522, 126.924],
  ['영등포역', 'Yeongdeungpo Station', 37.516, 126.907],
  ['왕십리역', 'Wangsimni Station', 37.561, 127.037],
  ['건대입구역', 'Konkuk University', 37.54, 127.069],
  ['사당역', 'Sadang Station', 37.477, 126.982],
  ['신사역', 'Sinsa Station', 37.516, 127.02],
  ['강남역', 'Gangnam Station', 37.498, 127.028],
  ['선릉역', 'Seolleung Station', 37.504, 127.049],
  ['삼성역', 'Samseong Station', 37.509, 127.063],
  ['잠실역', 'Jamsil Station', 37.513, 127.1],
  ['야탑역', 'Yatap Station', 37.411, 127.129],
  ['판교역', 'Pangyo Station', 37.39434, 127.11057],
  ['서현역', 'Seohyeon Station', 37.385, 127.123],
  ['정자역', 'Jeongja Station', 37.366, 127.108],
  ['수원역', 'Suwon Station', 37.266, 127.0],
  ['부평역', 'Bupyeong Station', 37.49, 126.723],
  ['제주시청', 'Jeju City Hall', 33.5, 126.531],
  ['제주국제공항', 'Jeju Airport', 33.507, 126.493],
  ['타임스 스퀘어', 'Times Square', 40.758, -73.986],
  ['그랜드 센트럴역', 'Grand Central', 40.753, -73.977],
  ['유니언 스퀘어', 'Union Square', 40.736, -73.991],
  ['콜럼버스 서클', 'Columbus Circle', 40.768, -73.982],
];

/** Those within one of several rectangles. */
export function namedPlaces(within: Array<{ south: number; west: number; north: number; east: number }>): NamedPlace[] {
  return KNOWN.filter(([, , lat, lng]) => within.some((box) => lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east)).map(([ko, en, lat, lng]) => ({
    name: language() === 'ko' ? ko : en,
    at: [lng, lat],
  }));
}
