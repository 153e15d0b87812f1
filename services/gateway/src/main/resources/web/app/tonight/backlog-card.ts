import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { age, count, duration } from '../core/format';
import { href } from '../core/router';
import type { OperationsView } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote } from '../parts/notes';
import { backlogs, type Backlog } from './backlog';

/** What waits and for how long, beside calls: those that are parked for an operator, and events of each service. */
@customElement('backlog-card')
export class BacklogCard extends ConsoleElement {
  @property({ attribute: false }) operations?: OperationsView;
  @property({ attribute: false }) parked = 0;
  /** Since when the first of them is. */
  /** Whether there are more of them than were read. */
  @property({ type: Boolean }) more = false;
  @property({ attribute: false }) parkedSince?: string;

  protected override render() {
    const { parked, more, parkedSince, operations } = this;
    return html`<section class="card">
      <h2>${t('backlog.title')}</h2>
      <dl class="facts">
        <div>
          <dt>${t('backlog.parked')}</dt>
          <dd class=${parked ? 'bad' : ''}>${parked ? html`<a href=${href('calls')}>${count(parked)}${more ? '+' : ''}</a>, ${t('figure.oldest', { age: age(parkedSince) })}` : count(0)}</dd>
        </div>
      </dl>
      ${operations?.readAt ? this.events(backlogs(operations)) : operations ? emptyNote(t('alerts.notYet')) : nothing}
    </section>`;
  }

  private events(all: Backlog[]) {
    if (!all.length) {
      return emptyNote(t('backlog.none'));
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('backlog.title')}>
        <table class="narrow">
          <thead>
            <tr><th>${t('services.service')}</th><th class="number">${t('backlog.outbox')}</th><th class="number">${t('backlog.oldest')}</th><th class="number">${t('backlog.dead')}</th></tr>
          </thead>
          <tbody>
            ${all.map(
              (one) => html`<tr>
                <th scope="row">${one.service}</th>
                <td class="number">${one.waiting === null ? '–' : count(one.waiting)}</td>
                <td class="number ${one.late ? 'bad' : ''}">${one.oldestSeconds ? duration(one.oldestSeconds) : '–'}</td>
                <td class="number ${one.dead ? 'bad' : ''}">${one.dead === null ? '–' : count(one.dead)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t('backlog.note')}</p>`;
  }
}
