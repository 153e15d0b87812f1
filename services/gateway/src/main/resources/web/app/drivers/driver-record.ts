import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../abuse/signal-card';
import { outcome } from '../call/command-steps';
import { ConsoleElement } from '../core/element';
import { dateTime, days, place } from '../core/format';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { AbuseSignals, DriverApplications, DriverCommands, DriverMoves, type ApplicationView, type CommandRow, type MoveView, type Product, type SignalView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

const PRODUCT: Product = 'DRIVER';
const EVERY_MILLIS = 15_000;

type Part = 'commands' | 'moves' | 'applications' | 'signals';

/** What became of a driver's commands and moves, and what there is of applications and signals. Each part is read for itself: one that fails hides no other. */
@customElement('driver-record')
export class DriverRecord extends ConsoleElement {
  @property() driverId = '';
  @state() private commands?: CommandRow[];
  @state() private moves?: MoveView[];
  @state() private applications?: ApplicationView[];
  @state() private signals?: SignalView[];
  @state() private moreSignals = false;
  @state() private failures: Partial<Record<Part, RequestError>> = {};

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.get('driverId')) {
      this.commands = this.moves = this.applications = this.signals = undefined;
      this.failures = {};
      void this.read();
    }
  }

  private async read() {
    const { driverId } = this;
    if (!driverId) {
      return;
    }
    await Promise.all([
      this.take('commands', driverId, async () => {
        const { driverCommands } = await request(DriverCommands, { driverId });
        return () => (this.commands = driverCommands);
      }),
      this.take('moves', driverId, async () => {
        const { driverMoves } = await request(DriverMoves, { driverId, product: PRODUCT });
        return () => (this.moves = driverMoves);
      }),
      this.take('applications', driverId, async () => {
        const { applications } = await request(DriverApplications, { driverId });
        return () => (this.applications = applications.applications);
      }),
      this.take('signals', driverId, async () => {
        const { abuseSignals } = await request(AbuseSignals, { undecided: false, kind: null, driverId, after: null });
        return () => {
          this.signals = abuseSignals.signals;
          this.moreSignals = abuseSignals.pageInfo.hasNextPage;
        };
      }),
    ]);
  }

  /** What is read of a driver who is not looked at any more is forgotten. */
  private async take(part: Part, driverId: string, read: () => Promise<() => unknown>) {
    let failure: RequestError | undefined;
    let found: (() => unknown) | undefined;
    try {
      found = await read();
    } catch (problem) {
      failure = problem as RequestError;
    }
    if (driverId === this.driverId) {
      found?.();
      this.failures = { ...this.failures, [part]: failure };
    }
  }

  protected override render() {
    const { driverId } = this;
    return html`<div class="two below">
      <section class="card">
        <h2>${t('record.commands')}</h2>
        ${this.content('commands', this.commands, 'record.noCommands', commandTable)}
      </section>
      <section class="card">
        <h2>${t('record.moves')}</h2>
        ${this.content('moves', this.moves, 'record.noMoves', moveTable)}
      </section>
      <section class="card">
        <h2>${t('nav.applications')}</h2>
        ${this.content('applications', this.applications, 'applications.none', (all) => html`<ul>
          ${all.map((one) => html`<li>${tv('product', one.product)} · ${one.region}: <b>${tv('application', one.state)}</b> <small>${t('application.since', { age: days(one.ageSeconds) })}</small></li>`)}
        </ul>`)}
        <p><a href="${href('applications')}?driver=${encodeURIComponent(driverId)}">${t('record.openApplications')}</a></p>
      </section>
    </div>
    <section class="card below">
      <h2>${t('nav.abuse')}</h2>
      ${this.content('signals', this.signals, 'abuse.none', signalCards)}
      ${this.moreSignals ? html`<p class="empty">${t('list.cut')}</p>` : nothing}
      <p><a href="${href('abuse')}?driver=${encodeURIComponent(driverId)}&decided=too">${t('record.openSignals')}</a></p>
    </section>`;
  }

  private content<T>(part: Part, all: T[] | undefined, none: 'record.noCommands' | 'record.noMoves' | 'applications.none' | 'abuse.none', shown: (all: T[]) => TemplateResult) {
    const failure = this.failures[part];
    return html`${failureNote(failure)} ${all ? (all.length ? shown(all) : emptyNote(t(none))) : failure ? nothing : loadingNote()}`;
  }
}

/** Decided where the driver's work is seen. What is being typed stays when the signals are read again. */
function signalCards(all: SignalView[]) {
  return html`<div class="stack">
    ${repeat(
      all,
      (one) => one.signalId,
      (one) => html`<signal-card .signal=${one}></signal-card>`,
    )}
  </div>`;
}

function commandTable(all: CommandRow[]) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('record.commands')}>
      <table>
        <thead>
          <tr><th>${t('call')}</th><th>${t('ended')}</th><th>${t('record.outcome')}</th></tr>
        </thead>
        <tbody>
          ${all.map(
            (one) => html`<tr>
              <td><a href=${href('calls', one.callId)}>${one.callId}</a></td>
              <td class="number">${dateTime(one.endedAt)}</td>
              <td>${outcome(one)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="quiet">${t('record.commandsNote')}</p>`;
}

function moveTable(all: MoveView[]) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('record.moves')}>
    <table>
      <thead>
        <tr><th>${t('record.proposed')}</th><th>${t('driver.move')}</th><th>${t('to')}</th><th>${t('record.outcome')}</th></tr>
      </thead>
      <tbody>
        ${all.map(
          (one) => html`<tr>
            <td class="number">${dateTime(one.createdAt)}</td>
            <td>${tv('move', one.kind)}</td>
            <td>${one.kind === 'REST' ? '–' : place(one.destinationInfo)}</td>
            <td>${tv('moveState', one.state)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
