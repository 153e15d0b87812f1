import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { clockTime, count, decimal } from '../core/format';
import { presentDate } from '../core/policies';
import { request, RequestError } from '../graphql/client';
import { RemoteParts, type PartView } from '../graphql/operations';
import { t } from '../i18n/texts';
import { failureNote, loadingNote } from '../parts/notes';

type Reading = ReturnType<NonNullable<typeof RemoteParts.types>>['remoteParts'];

const EVERY_MILLIS = 5_000;
/** What is compared: far enough apart for a mean, near enough to be news. */
const APART = 6;

/** The services, as the gateway sees them: how long each took in the last half minute, and which of them fails. */
@customElement('services-page')
export class ServicesPage extends ConsoleElement {
  /** By process of the gateway: each has numbers of its own. */
  private readonly readings = new Map<string, Reading[]>();
  @state() private newest?: Reading;
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  private async read() {
    try {
      await presentDate();
      const { remoteParts } = await request(RemoteParts, {});
      const before = this.readings.get(remoteParts.process) ?? [];
      this.readings.set(remoteParts.process, [...before, remoteParts].slice(-APART - 1));
      this.newest = remoteParts;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<section>
      <header class="head"><h1>${t('nav.services')}</h1></header>
      <p class="lead">${t('services.what')}</p>
      ${failureNote(this.failure)} ${this.newest ? this.table(this.newest) : this.failure ? nothing : loadingNote()}
    </section>`;
  }

  private table(newest: Reading) {
    const before = this.readings.get(newest.process)?.[0];
    const known = newest.parts.map((part) => lately(part, before?.parts.find((one) => one.name === part.name)));
    const slowest = Math.max(1, ...known.map((one) => one.milliseconds ?? 0));
    return html`<div class="card scroll" tabindex="0" role="region" aria-label=${t('nav.services')}>
        <table>
          <thead>
            <tr><th>${t('services.service')}</th><th>${t('state')}</th><th class="number">${t('services.calls')}</th><th class="number">${t('services.failed')}</th><th>${t('services.mean')}</th><th>${t('why')}</th></tr>
          </thead>
          <tbody>
            ${known.map(
              (one) => html`<tr>
                <td>${one.part.name}</td>
                <td class=${one.part.breakerOpen || one.failed ? 'bad' : 'good'}>${one.part.breakerOpen ? t('services.away') : one.failed ? t('services.fails') : t('services.well')}</td>
                <td class="number">${count(one.calls)}</td>
                <td class="number ${one.failed ? 'bad' : ''}">${count(one.failed)}</td>
                <td class="number">
                  ${one.milliseconds === null ? '–' : html`<meter min="0" max=${slowest} value=${one.milliseconds} aria-hidden="true"></meter> ${decimal(one.milliseconds)} ms`}
                </td>
                <td>${one.part.failures.map((each) => html`<small>${each.reason} ${count(each.count)}</small> `)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t('services.note', { from: clockTime(before?.readAt, true), until: clockTime(newest.readAt, true) })}</p>`;
  }
}

/** What a part did between two readings; what it has done at all, where there is one reading only. */
function lately(part: PartView, before: PartView | undefined) {
  const since = before && before !== part ? before : undefined;
  const calls = part.answered + part.failed - (since ? since.answered + since.failed : 0);
  const milliseconds = calls ? Math.round((10 * (part.totalMilliseconds - (since?.totalMilliseconds ?? 0))) / calls) / 10 : null;
  return { part, calls, failed: part.failed - (since?.failed ?? 0), milliseconds };
}
