import { Time } from './fakes.ts';
import { allowTone, ring } from '../../../target/web-bundler/prod/web/app/driver/tone.ts';
import { same, test } from './expect.ts';

const time = new Time();
let shaken = 0;
let beeps: { hertz: number; begin: number; end: number }[] = [];

/** As much of a browser's audio as the tone needs. */
class FakeAudio {
  static made = 0;
  state = 'suspended';
  currentTime = 0;
  destination = {};

  constructor() {
    FakeAudio.made++;
  }

  async resume() {
    this.state = 'running';
  }

  createGain() {
    return { gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} }, connect: () => {} };
  }

  createOscillator() {
    const beep = { hertz: 0, begin: -1, end: -1 };
    beeps.push(beep);
    return {
      frequency: {
        set value(hertz: number) {
          beep.hertz = hertz;
        },
      },
      connect: (next: { connect: () => void }) => next,
      start: (at: number) => (beep.begin = at),
      stop: (at: number) => (beep.end = at),
    };
  }
}

Object.assign(globalThis, { AudioContext: FakeAudio });
const touched = { hasBeenActive: false };
Object.assign(navigator, { userActivation: touched, vibrate: (pattern: number | number[]) => (shaken += Array.isArray(pattern) ? 1 : 0) });

test('before the page was touched a command neither sounds nor shakes the phone, as no browser lets it', async () => {
  const silence = ring();
  await time.pass(3_000);
  silence();

  same(shaken, 0);
  same(beeps, []);
  same(FakeAudio.made, 0);
});

test('a command sounds until it is decided, and no longer', async () => {
  touched.hasBeenActive = true;
  allowTone();
  allowTone();
  await time.settle();

  const silence = ring();
  same(beeps.map((one) => one.hertz), [660, 880]);
  same(beeps.every((one) => one.end > one.begin), true);
  await time.pass(3_000);
  silence();
  await time.pass(60_000);

  same(beeps.length, 6);
  same(shaken, 3);
  same(FakeAudio.made, 1);
});

test('the next command sounds again', async () => {
  beeps = [];
  ring()();
  await time.pass(10_000);

  same(beeps.length, 2);
});
