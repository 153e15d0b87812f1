import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { age, clockTime, decimal } from '../core/format';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { Operations, type AlertView, type OperationsView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

const EVERY_MILLIS = 10_000;

/** What somebody must do something about, since when and where it is said what to do; and which services are away or not asked. */
@customElement('alert-card')
export class AlertCard extends ConsoleElement {
  @state() private operations?: OperationsView;
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  private async read() {
    try {
      this.operations = (await request(Operations, {})).operations;
      this.dispatchEvent(new CustomEvent<OperationsView>('operations', { detail: this.operations }));
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const { operations } = this;
    return html`<section class="card">
      <h2>${t('alerts.title')}</h2>
      ${failureNote(this.failure)} ${operations?.readAt ? this.content(operations) : this.failure ? nothing : operations ? emptyNote(t('alerts.notYet')) : loadingNote()}
    </section>`;
  }

  private content({ alerts, services, readAt }: OperationsView) {
    const away = services.filter((one) => !one.answers);
    const open = services.flatMap((one) => one.openBreakers.map((part) => `${one.name} → ${part}`));
    return html`<div aria-live="polite">
        ${alerts.length ? html`<ul class="alerts">${alerts.map(alertRow)}</ul>` : html`<p class="note good">${t('alerts.none')}</p>`}
      </div>
      <dl class="facts">
        <div><dt>${t('alerts.away')}</dt><dd>${away.length ? away.map((one) => html`<span class="bad">${one.name} (${age(one.since)})</span> `) : t('alerts.nobody')}</dd></div>
        <div><dt>${t('alerts.breakers')}</dt><dd class=${open.length ? 'bad' : ''}>${open.length ? open.join(', ') : t('alerts.allClosed')}</dd></div>
      </dl>
      <p class="quiet">${t('alerts.note', { at: clockTime(readAt, true) })} <a href=${href('services')}>${t('nav.services')}</a></p>`;
  }
}

function alertRow(one: AlertView) {
  return html`<li class="note ${one.severity === 'CRITICAL' ? 'bad' : 'warn'}">
    <strong>${tv('severity', one.severity)}: ${tv('alert', one.name)}</strong>
    <span>${one.service}${one.subject ? `, ${one.subject}` : ''}${one.value === null ? '' : `: ${decimal(one.value)}`} · ${t('alerts.since', { at: clockTime(one.since), age: age(one.since) })}</span>
    <small>${t('alerts.runbook')}: <code>${one.runbook}</code></small>
  </li>`;
}
