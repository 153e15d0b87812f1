// Waits until the stand's clock runs no faster than real time, as it does two hours after the night: a veto then is as long as it says.
import { setTimeout } from 'node:timers/promises';

import { gateway } from './stand.mjs';

const MOST_SECONDS = 300;

async function shown() {
  return Date.parse((await (await fetch(`${gateway}/console/clock`)).json()).now);
}

async function rate() {
  const [begin, from] = [performance.now(), await shown()];
  await setTimeout(1_000);
  return ((await shown()) - from) / (performance.now() - begin);
}

const end = performance.now() + MOST_SECONDS * 1_000;
while ((await rate()) > 1.5) {
  if (performance.now() > end) {
    throw new Error(`the clock still runs faster than real time after ${MOST_SECONDS} s`);
  }
}
