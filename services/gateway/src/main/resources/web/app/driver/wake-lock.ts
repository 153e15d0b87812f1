/**
 * Keeps the screen on while a driver is at work, where the browser can: with the screen off a phone tells no positions, and a command comes
 * unseen. Browsers take it away from a page that nobody sees; it is asked for again once the page is seen.
 */

interface Held {
  release(): Promise<void>;
  addEventListener(type: 'release', listener: () => void): void;
}

export class ScreenLock {
  private wanted = false;
  private held?: Held;
  private asks = false;

  /** Follows whether the page is seen until the answer is called. */
  follow(): () => void {
    const seen = () => void this.ask();
    document.addEventListener('visibilitychange', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      this.keep(false);
    };
  }

  /** From now on the screen stays on, or may go off. */
  keep(wanted: boolean) {
    this.wanted = wanted;
    if (wanted) {
      void this.ask();
    } else {
      void this.held?.release().catch(() => undefined);
      this.held = undefined;
    }
  }

  private async ask() {
    if (!this.wanted || this.held || this.asks || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) {
      return;
    }
    this.asks = true;
    try {
      const lock: Held = await navigator.wakeLock.request('screen');
      this.held = lock;
      lock.addEventListener('release', () => {
        if (this.held === lock) {
          this.held = undefined;
        }
      });
      if (!this.wanted) {
        this.keep(false);
      }
    } catch {
      // a battery that is nearly empty, for one: then the screen goes off as it always did
    } finally {
      this.asks = false;
    }
  }
}
