import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ConsoleElement } from '../core/element';
import { presentDate } from '../core/policies';
import { go, href, route } from '../core/router';
import { has } from '../core/session';
import { pages, request, RequestError } from '../graphql/client';
import { DriverApplications, OpenApplications, type ApplicationView } from '../graphql/operations';
import { t } from '../i18n/texts';
import '../joining/application-card';
import '../joining/statistics-import';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

const MOST_PAGES = 5;

/** Who wants to join the supporters: the applications that wait, or all of one driver. */
@customElement('applications-page')
export class ApplicationsPage extends ConsoleElement {
  @state() private applications?: ApplicationView[];
  @state() private cut = false;
  @state() private failure?: RequestError;

  protected override begin() {
    void this.read();
  }

  private driver(): string {
    return route().query.get('driver') ?? '';
  }

  private async read() {
    try {
      await presentDate();
      const driverId = this.driver();
      if (driverId) {
        this.applications = (await request(DriverApplications, { driverId })).applications.applications;
        this.cut = false;
      } else {
        const { items, cut } = await pages(MOST_PAGES, async (after) => {
          const { openApplications } = await request(OpenApplications, { after });
          return { items: openApplications.applications, pageInfo: openApplications.pageInfo };
        });
        this.applications = items;
        this.cut = cut;
      }
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<section>
      <header class="head">
        <h1>${t('nav.applications')}</h1>
        <form class="row" @submit=${(event: SubmitEvent) => this.choose(event)}>
          <label>${t('driver.number')} <input name="driver" maxlength="64" .value=${this.driver()} /></label>
          <button>${t('open')}</button>
        </form>
      </header>
      <p class="lead">${this.driver() ? t('applications.ofDriver', { driver: this.driver() }) : t('applications.waiting')}</p>
      ${failureNote(this.failure)} ${this.list()} ${has('operator') ? html`<statistics-import></statistics-import>` : nothing}
    </section>`;
  }

  private list() {
    if (!this.applications) {
      return this.failure ? nothing : loadingNote();
    }
    if (!this.applications.length) {
      return emptyNote(t('applications.none'));
    }
    return html`<div class="stack">
      ${repeat(
        this.applications,
        ({ applicationId }) => applicationId,
        (one) => html`<application-card .application=${one}></application-card>`,
      )} ${this.cut ? html`<p class="empty">${t('list.cut')}</p>` : nothing}
    </div>`;
  }

  private choose(event: SubmitEvent) {
    event.preventDefault();
    const driver = String(new FormData(event.target as HTMLFormElement).get('driver') ?? '').trim();
    go(href('applications') + (driver ? `?driver=${encodeURIComponent(driver)}` : ''));
    this.applications = undefined;
    void this.read();
  }
}
