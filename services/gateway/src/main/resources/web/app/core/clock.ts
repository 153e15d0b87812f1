/** The gateway's time: a phone's clock may be wrong, and the clock of a local night runs faster. */

interface Reading {
  here: number;
  there: number;
}

const EVERY_MILLIS = 20_000;

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

export async function startClock(): Promise<void> {
  const again = () => read().catch(() => undefined);
  await again();
  window.setTimeout(again, 5_000);
  window.setInterval(again, EVERY_MILLIS);
}
