import { now } from '../core/clock';
import type { Region } from '../core/regions';
import { settings } from '../core/settings';
import { request } from '../graphql/client';
import { ReportLocation, type PositionInput } from '../graphql/operations';

/** The phone's positions, reported in batches. What could not be sent goes with the next batch; the oldest are left out first. */

const MOST = 100;
const KEEP_APART_MILLIS = 5_000;

/** So far outside of their region, in degrees, the people of a development issuer do not go: about 30 km. */
const FAR_DEGREES = 0.3;

let stage: Region['bounds'] | undefined;
const waiting: PositionInput[] = [];
/** The last one, as long as it is not kept: it came too soon after the one before. */
let newest: PositionInput | undefined;
let last = 0;

/** Follows the phone's position until the answer is called. */
export function followPosition(moved: (at: { lat: number; lng: number }) => void): () => void {
  if (!('geolocation' in navigator)) {
    return () => undefined;
  }
  const id = navigator.geolocation.watchPosition(
    ({ coords }) => {
      const at = { lat: coords.latitude, lng: coords.longitude };
      if (far(at)) {
        return;
      }
      moved(at);
      newest = { ...at, reportedAt: new Date(now()).toISOString() };
      if (performance.now() - last >= KEEP_APART_MILLIS) {
        keepNewest();
      }
    },
    () => undefined,
    { enableHighAccuracy: true, maximumAge: 5_000 },
  );
  return () => navigator.geolocation.clearWatch(id);
}

/** Whom one click signs in is played by somebody who may sit in another country: that position would take the driver along. */
export async function staysNear({ bounds }: Region): Promise<void> {
  const { people } = await settings();
  stage = people.length ? bounds : undefined;
}

function far({ lat, lng }: { lat: number; lng: number }): boolean {
  return stage !== undefined && (lat < stage.south - FAR_DEGREES || lat > stage.north + FAR_DEGREES || lng < stage.west - FAR_DEGREES || lng > stage.east + FAR_DEGREES);
}

function keepNewest() {
  if (newest) {
    last = performance.now();
    waiting.push(newest);
    waiting.splice(0, waiting.length - MOST);
    newest = undefined;
  }
}

/** Also the last one, however soon it came: whoever stands still then tells no other. */
export async function reportPositions(): Promise<void> {
  keepNewest();
  const batch = waiting.splice(0).filter((one) => !far(one));
  if (!batch.length) {
    return;
  }
  try {
    await request(ReportLocation, { input: { positions: batch } });
  } catch {
    waiting.unshift(...batch);
    waiting.splice(0, waiting.length - MOST);
  }
}

/** Where the phone is now. */
export function position(): Promise<{ lat: number; lng: number }> {
  return new Promise((found, failed) => {
    if (!('geolocation' in navigator)) {
      failed(new Error('geolocation'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ lat: coords.latitude, lng: coords.longitude }),
      (problem) => failed(new Error(problem.message)),
      { enableHighAccuracy: true, timeout: 8_000, maximumAge: 10_000 },
    );
  });
}
