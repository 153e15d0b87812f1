/** The gateway's time: a phone's clock may be wrong, and the clock of a local night runs faster. */

interface Reading {
  here: number;
  there: number;
}

const EVERY_MILLIS = 20_000;

let first: Reading | undefined;
let last: Reading | undefined;
let rate = 1;

async function read() {
  const before = performance.now();
  const answer = await fetch('/console/clock');
  if (!answer.ok) {
    return;
  }
  const { now } = (await answer.json()) as { now: string };
  const reading = { here: (before + performance.now()) / 2, there: Date.parse(now) };
  if (first && reading.here - first.here > 1_000) {
    const measured = (reading.there - first.there) / (reading.here - first.here);
    // a little off is the network, not the clock; a clock that stands does not run yet
    rate = Math.abs(measured - 1) < 0.05 ? 1 : Math.max(0, measured);
  }
  if (last && reading.there - last.there > 100 * (reading.here - last.here)) {
    first = reading;
  }
  first ??= reading;
  if (last) {
    const measured = (reading.there - last.there) / (reading.here - last.here);
    // a little off is the network, not the clock
    rate = Math.abs(measured - 1) < 0.05 ? 1 : Math.max(0, measured);
  }
  last = reading;
}

/** Milliseconds since 1970, as the gateway has it. */
export function now(): number {
  return last ? last.there + (performance.now() - last.here) * rate : Date.now();
}

/** How many of its milliseconds pass in one of ours. */
export function clockRate(): number {
  return rate;
}

export async function startClock(): Promise<void> {
  const again = () => read().catch(() => undefined);
  await again();
  window.setTimeout(again, 2_000);
export async function startClock(): Promise<void> {
  const again = () => read().catch(() => undefined);
  await again();
  window.setTimeout(again, 5_000);
  window.setInterval(again, EVERY_MILLIS);
}
