import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { signIn } from '../core/oidc';
import { sessionEnded } from '../core/session';
import { settings, type Settings } from '../core/settings';
import { t, tv } from '../i18n/texts';

/** Leads to the issuer; where that is a development issuer, with one click for each role. */
@customElement('sign-in-page')
export class SignInPage extends ConsoleElement {
  @property() failure = '';
  @state() private settings?: Settings;
  @state() private problem = '';
  @state() private busy = false;

  protected override begin() {
    settings()
      .then((known) => (this.settings = known))
      .catch(() => (this.problem = t('signIn.unreachable')));
  }

  protected override render() {
    const people = this.settings?.people ?? [];
    return html`<section class="sign-in card">
      <img src="/console/icon.svg" alt="" width="72" height="72" />
      <h1>Supporters</h1>
      <p>${t('signIn.what')}</p>
      ${sessionEnded() ? html`<p class="note warn" role="alert">${t('signIn.ended')}</p>` : nothing}
      ${this.failure ? html`<p class="note bad" role="alert">${t('signIn.failed', { why: this.failure })}</p>` : nothing}
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${people.length
        ? html`<p class="note warn">${t('signIn.development')}</p>
            <div class="people">
              ${people.map(
                (person) => html`<button
                  class="main"
                  ?disabled=${this.busy}
                  @click=${() => this.leave(`${person.role}:${person.subject}`)}
                >
                  ${tv('role', person.role)} <small>${person.subject}</small>
                </button>`,
              )}
            </div>`
        : html`<button class="main" ?disabled=${this.busy || !this.settings} @click=${() => this.leave()}>${t('signIn')}</button>`}
    </section>`;
  }

  private async leave(hint?: string) {
    this.busy = true;
    this.problem = '';
    try {
      await signIn(hint);
    } catch (failed) {
      this.problem = t('signIn.failed', { why: String((failed as Error).message) });
      this.busy = false;
    }
  }
}
