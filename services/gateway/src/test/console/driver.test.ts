import { Time } from './fakes.ts';
import { screenOf, stepAfter } from '../../../target/web-bundler/prod/web/app/driver/screen.ts';
import { TAP_MILLIS, Taps } from '../../../target/web-bundler/prod/web/app/driver/taps.ts';
import { ScreenLock } from '../../../target/web-bundler/prod/web/app/driver/wake-lock.ts';
import type { WorkView } from '../../../target/web-bundler/prod/web/app/graphql/operations.ts';
import { ok, same, test } from './expect.ts';

const time = new Time();

const shift = (state: string) => ({ state }) as unknown as WorkView;

test('the second tap of a finger is not meant for the step that came under it', async () => {
  const taps = new Taps();
  ok(taps.show('arrive', '254137'));
  await time.pass(TAP_MILLIS);
  ok(taps.meant());

  ok(taps.show('pickUp', '254137'));
  await time.pass(300);
  ok(!taps.meant());
  ok(!taps.show('pickUp', '254137'));
  await time.pass(TAP_MILLIS - 300);

  ok(taps.meant());
});

test('a clock that is set back keeps no driver from a step', async () => {
  const taps = new Taps();
  taps.show('arrive', '254137');
  const right = Date.now;
  Date.now = () => right() - 3_600_000;

  ok(taps.meant());

  Date.now = right;
});

test('each step of a drive follows from its state', () => {
  same(['COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING', 'FREE'].map((state) => stepAfter(state as 'FREE') ?? null), [null, 'arrive', 'pickUp', 'complete', null]);
});

test('whoever is at work or not is not known until the shift could be read, and nobody is told to begin one', () => {
  same(screenOf(undefined, false, 'FREE'), 'unknown');
  same(screenOf(undefined, true, 'COMMANDED'), 'command');
  same(screenOf(undefined, true, 'ARRIVED'), 'drive');
  same(screenOf(null, false, 'FREE'), 'off');
  same(screenOf(shift('ENDED'), false, 'FREE'), 'off');
  same(screenOf(shift('WORKING'), false, 'FREE'), 'atWork');
  same(screenOf(shift('RESTING'), true, 'FREE'), 'atWork');
});

/** A browser that keeps the screen on while a page is seen. */
class Screen {
  visibilityState = 'visible';
  asked = 0;
  on = 0;
  refuses = false;
  private seen = new Set<() => void>();
  private released = new Set<() => void>();

  constructor() {
    Object.assign(globalThis, {
      document: { addEventListener: (_: string, listener: () => void) => this.seen.add(listener), removeEventListener: (_: string, listener: () => void) => this.seen.delete(listener) },
    });
    Object.defineProperty(document, 'visibilityState', { get: () => this.visibilityState });
    Object.defineProperty(navigator, 'wakeLock', { value: { request: () => this.request() }, configurable: true });
  }

  async request() {
    this.asked++;
    if (this.refuses) {
      throw new Error('the battery is nearly empty');
    }
    this.on++;
    return { release: async () => this.release(), addEventListener: (_: string, listener: () => void) => this.released.add(listener) };
  }

  /** Somebody looks at another page, or at this one again. */
  become(state: 'visible' | 'hidden') {
    this.visibilityState = state;
    if (state === 'hidden' && this.on) {
      this.release();
    }
    this.seen.forEach((listener) => listener());
  }

  private release() {
    this.on--;
    const all = [...this.released];
    this.released.clear();
    all.forEach((listener) => listener());
  }
}

test('the screen stays on at work, and again once the page is seen again', async () => {
  const screen = new Screen();
  const lock = new ScreenLock();
  const end = lock.follow();
  lock.keep(true);
  lock.keep(true);
  await time.settle();
  same([screen.asked, screen.on], [1, 1]);

  screen.become('hidden');
  same(screen.on, 0);
  screen.become('visible');
  await time.settle();
  same([screen.asked, screen.on], [2, 1]);

  lock.keep(false);
  await time.settle();
  same(screen.on, 0);
  screen.become('visible');
  await time.settle();
  same(screen.asked, 2);
  end();
});

test('a shift that ends while the screen is asked for lets it go off', async () => {
  const screen = new Screen();
  const lock = new ScreenLock();

  lock.keep(true);
  lock.keep(false);
  await time.settle();

  same([screen.asked, screen.on], [1, 0]);
});

test('a browser that refuses to keep the screen on is asked again when the page is seen again', async () => {
  const screen = new Screen();
  screen.refuses = true;
  const lock = new ScreenLock();
  const end = lock.follow();
  lock.keep(true);
  await time.settle();
  same(screen.on, 0);

  screen.refuses = false;
  screen.become('visible');
  await time.settle();

  same(screen.on, 1);
  end();
});
