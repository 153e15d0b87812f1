import { LitElement } from 'lit';
import { onLanguage } from '../i18n/texts';

/** An element of the console. It renders into the page itself, so that the one stylesheet reaches it. */
export class ConsoleElement extends LitElement {
  private readonly ends: Array<() => void> = [];
  private connection = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.until(onLanguage(() => this.requestUpdate()));
    const connection = ++this.connection;
    if (this.hasUpdated) {
      this.begin();
      return;
    }
    // what was in the page before its class was loaded gets its properties with the first update
    void this.updateComplete.then(() => (connection === this.connection ? this.begin() : undefined));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.connection++;
    this.ends.splice(0).forEach((end) => end());
  }

  /** What the element starts when it comes into the page; it has its properties. */
  protected begin() {}

  /** Something that ends with the element. */
  protected until(end: () => void) {
    this.ends.push(end);
  }

  /** Runs something now and again every so many milliseconds, never twice at once, and not while nobody sees the page. */
  protected every(millis: number, task: () => Promise<unknown> | void) {
    this.always(millis, () => (document.hidden ? undefined : task()));
  }

  /** The same, also while nobody sees the page: with the phone in a pocket, say. */
  protected always(millis: number, task: () => Promise<unknown> | void) {
    let timer = 0;
    let over = false;
    const run = async () => {
      await task();
      if (!over) {
        timer = window.setTimeout(run, millis);
      }
    };
    void run();
    this.until(() => {
      over = true;
      window.clearTimeout(timer);
    });
  }
}
