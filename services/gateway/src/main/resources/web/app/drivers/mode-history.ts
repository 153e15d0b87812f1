import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { ModeHistory, type ActivityMode } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

type Change = ReturnType<NonNullable<typeof ModeHistory.types>>['modeChanges'][number];

/** How a driver's activity mode was switched, by whom, and because of which signal, the newest first. */
@customElement('mode-history')
export class ModeHistoryCard extends ConsoleElement {
  @property() driverId = '';
  /** The mode as it is shown beside: another one is a new change. */
  @property() mode: ActivityMode | '' = '';
  @state() private changes?: Change[];
  @state() private failure?: RequestError;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('driverId')) {
      this.changes = undefined;
    }
    if (changed.has('driverId') || changed.has('mode')) {
      void this.read();
    }
  }

  private async read() {
    const { driverId } = this;
    try {
      const { modeChanges } = await request(ModeHistory, { driverId });
      if (driverId === this.driverId) {
        this.changes = modeChanges;
        this.failure = undefined;
      }
    } catch (problem) {
      if (driverId === this.driverId) {
        this.failure = problem as RequestError;
      }
    }
  }

  protected override render() {
    return html`<section class="card">
      <h2>${t('modes.title')}</h2>
      ${failureNote(this.failure)} ${this.changes ? this.list(this.changes) : this.failure ? nothing : loadingNote()}
    </section>`;
  }

  private list(changes: Change[]) {
    return changes.length
      ? html`<ol class="history">
          ${changes.map(
            (one) => html`<li>
              <b>${tv('mode', one.activityMode)}</b> ${dateTime(one.at)} <small>${one.product} · ${one.actor ?? t('modes.unknown')}</small>
              ${one.signalId ? html`<br /><a href="${href('abuse')}?driver=${encodeURIComponent(this.driverId)}&decided=too">${t('modes.signal')}</a>` : nothing}
            </li>`,
          )}
        </ol>`
      : emptyNote(t('modes.none'));
  }
}
