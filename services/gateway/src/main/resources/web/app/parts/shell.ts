import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { startClock } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { isReturn, returned, signIn, signOutAddress } from '../core/oidc';
import { endsSoon, keepSession, onEnding } from '../core/renewal';
import { go, href, onRoute, route } from '../core/router';
import { end, has, onSession, session } from '../core/session';
import { settings } from '../core/settings';
import { applyTheme, chooseTheme, theme } from '../core/theme';
import { connection, onConnection } from '../graphql/socket';
import { applyLanguage, chooseLanguage, language, t, type TextKey } from '../i18n/texts';
import { pageOf } from '../pages/pages';
import '../pages/sign-in';

/** The frame of every page: where one can go, who is signed in, whether what is shown is live. */
@customElement('supporters-shell')
export class Shell extends ConsoleElement {
  @state() private failure = '';
  @state() private busy = true;
  @state() private grpc = false;
  /** Which entry of the menu was brought into sight, and in which language. */
  private inSight = '';

  protected override begin() {
    applyTheme();
    applyLanguage();
    this.until(onRoute(() => this.routed()));
    this.until(onSession(() => this.requestUpdate()));
    this.until(onEnding(() => this.requestUpdate()));
    this.until(onConnection(() => this.requestUpdate()));
    void this.start();
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register('/console/sw.js', { scope: '/console/' }).catch(() => undefined);
    }
  }

  private async start() {
    void startClock();
    settings().then(
      (told) => (this.grpc = told.grpc),
      () => undefined, // signing in says so
    );
    if (isReturn()) {
      try {
        go(await returned(), true);
      } catch (problem) {
        this.failure = String((problem as Error).message);
        go('/', true);
      }
    }
    keepSession();
    this.busy = false;
  }

  private routed() {
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
  }

  protected override updated() {
    this.showPresent();
  }

  /** The menu may be wider than the screen: it is scrolled to the present page, once, and left alone then. */
  private showPresent() {
    const menu = this.querySelector('.bar nav');
    const entry = menu?.querySelector('[aria-current]');
    const present = `${language()} ${entry?.getAttribute('href') ?? ''}`;
    if (!menu || !entry || present === this.inSight) {
      return;
    }
    this.inSight = present;
    const [room, box] = [menu.getBoundingClientRect(), entry.getBoundingClientRect()];
    menu.scrollLeft += box.left + box.width / 2 - (room.left + room.width / 2);
  }

  protected override render() {
    if (this.busy) {
      return html`<main class="center"><p role="status">${t('loading')}</p></main>`;
    }
    if (!session()) {
      return html`${this.tools()}
        <main id="main"><sign-in-page .failure=${this.failure}></sign-in-page></main>`;
    }
    const { page, rest } = route();
    const name = page || home();
    if (!page) {
      history.replaceState(null, '', href(name));
    }
    document.title = `${t(`nav.${name}` as TextKey) ?? name} – Supporters`;
    return html`
      <a class="skip" href="#main">${t('skip')}</a>
      <header class="bar">
        <a class="brand" href=${href(home())}><img src="/console/icon.svg" alt="" width="24" height="24" /> Supporters</a>
        ${has('operator') || has('service')
          ? html`<nav aria-label=${t('nav')}>
              ${[...OPERATOR, ...(this.grpc && has('operator') ? ['grpc'] : [])].map(
                (one) => html`<a href=${href(one)} aria-current=${one === name ? 'page' : nothing}>${t(`nav.${one}` as TextKey)}</a>`,
              )}
            </nav>`
          : nothing}
        ${this.live()} ${this.tools()}
      </header>
      ${endsSoon()
        ? html`<p class="note warn row ending" role="alert">${t('signIn.endsSoon')} <button @click=${() => this.signInAgain()}>${t('signIn.again')}</button></p>`
        : nothing}
      <main id="main" tabindex="-1">${pageOf(name, rest)}</main>
      <footer class="foot"><a href="/console/licenses.txt" target="_blank" rel="noreferrer">${t('licences')}</a></footer>
    `;
  }

  private live() {
    const now = connection();
    return html`<span class="connection is-${now}" role="status">${t(`live.${now}`)}</span>`;
  }

  private tools() {
    const other = language() === 'en' ? 'ko' : 'en';
    const next = theme() === 'dark' ? 'light' : 'dark';
    return html`<div class="tools">
      <button class="plain" lang=${other} @click=${() => chooseLanguage(other)}>${other === 'ko' ? '한국어' : 'English'}</button>
      <button
        class="plain"
        aria-label=${t(`theme.${next}`)}
        title=${t(`theme.${next}`)}
        @click=${() => {
          chooseTheme(next);
          this.requestUpdate();
        }}
      >
        ${next === 'dark' ? '☾' : '☀'}
      </button>
      ${session()
        ? html`<span class="who">${session()?.subject}</span>
            <button class="plain" @click=${() => this.leave()}>${t('signOut')}</button>`
        : nothing}
    </div>`;
  }

  /** Leads back to this page. */
  private async signInAgain() {
    const person = (await settings()).people.find((one) => has(one.role) && one.subject === session()?.subject);
    await signIn(person && `${person.role}:${person.subject}`);
  }

  /** Signs out here at once, and then at the issuer, where it can be. */
  private async leave() {
    const { idToken } = session() ?? {};
    this.failure = '';
    end(false);
    go('/', true);
    const address = await signOutAddress(idToken);
    if (address && !session()) {
      location.assign(address);
    }
  }
}

const OPERATOR = ['tonight', 'calls', 'drivers', 'applications', 'abuse', 'settlement', 'policies', 'experiments', 'models', 'tags', 'services'];

/** The first page of whoever is signed in. */
function home(): string {
  if (has('operator') || has('service')) {
    return 'tonight';
  }
  return has('driver') ? 'drive' : 'order';
}
