import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { momentOf } from '../core/business-date';
import { now } from '../core/clock';
import { age, clockTime, dateTime, duration, money, place, showTimesIn, shownZone } from '../core/format';
import { newKey } from '../core/keys';
import { policies, presentDate } from '../core/policies';
import { dateIn, regionNamed, zoneOf, type Region } from '../core/regions';
import { go, href, route } from '../core/router';
import { has } from '../core/session';
import { pages, request, RequestError } from '../graphql/client';
import { AtWork, DriverDetails, DriverStatement, DriverTimeline, EndWorkByOperator, SetActivityMode, type ActivityMode, type Product } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import '../joining/incident-card';
import { shiftMinutes } from '../settlement/minutes';
import type { ClassSeconds, Minute } from '../parts/class-band';
import '../drivers/driver-record';
import '../drivers/mode-history';
import '../drivers/profile-card';
import '../parts/class-band';
import { emptyNote, failureNote, loadingNote, zoneNote } from '../parts/notes';

type Details = { [K in keyof NonNullable<ReturnType<NonNullable<typeof DriverDetails.types>>>]: ReturnType<NonNullable<typeof DriverDetails.types>>[K] };
type Statement = ReturnType<NonNullable<typeof DriverStatement.types>>['statement'];
type Entry = { action: string; at: string | null; callId: string | null };

const PRODUCT: Product = 'DRIVER';

/** One supporter: what the shift is, where its seconds went, what it is worth so far. Without a number: who has a shift tonight. */
@customElement('driver-page')
export class DriverPage extends ConsoleElement {
  @property() driverId = '';
  @state() private date = '';
  @state() private details?: Details;
  @state() private statement?: Statement;
  @state() private minutes: Minute[] = [];
  @state() private timeline: Entry[] = [];
  @state() private people?: string[];
  /** Whether there are more supporters, or entries of the timeline, than are read. */
  @state() private cut = false;
  @state() private failure?: RequestError;
  @state() private done = '';
  /** Where the driver works: its zone and its business date are those of the shift. */
  private region?: Region;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('driverId')) {
      this.details = undefined;
      this.region = undefined;
      void this.read();
    }
  }

  protected override begin() {
    this.every(15_000, () => (this.details ? this.read() : undefined));
  }

  private async read() {
    try {
      this.date = route().query.get('date') ?? (this.driverId && this.region ? dateIn(this.region, now()) : await presentDate());
      await (this.driverId ? this.readDriver() : this.readPeople());
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private async readPeople() {
    const { items, cut } = await pages(10, async (after) => {
      const { statements } = await request(AtWork, { businessDate: this.date, after });
      return { items: statements.statements, pageInfo: statements.pageInfo };
    });
    this.people = items.map((one) => one.driverId).sort();
    this.cut = cut;
  }

  private async readDriver() {
    const { driverId } = this;
    const details = await request(DriverDetails, { driverId, product: PRODUCT });
    this.region = await this.regionOf(details);
    showTimesIn(zoneOf(this.region));
    this.date = route().query.get('date') ?? dateIn(this.region, now());
    const where = { driverId, businessDate: this.date };
    const [statement, timeline, minutes] = await Promise.all([
      this.readStatement(),
      pages(5, async (after) => {
        const { timeline } = await request(DriverTimeline, { ...where, after });
        return { items: timeline.entries, pageInfo: timeline.pageInfo };
      }),
      shiftMinutes(driverId, this.date),
    ]);
    this.details = details;
    this.statement = statement;
    this.timeline = timeline.items;
    this.cut = timeline.cut;
    this.minutes = minutes;
  }

  /** Of a business date without a shift there is none, which is no failure. */
  private async readStatement(): Promise<Statement> {
    try {
      return (await request(DriverStatement, { driverId: this.driverId, businessDate: this.date, product: PRODUCT })).statement;
    } catch (problem) {
      if ((problem as RequestError).reason === 'STATEMENT_NOT_FOUND') {
        return null;
      }
      throw problem;
    }
  }

  /** That of the last shift, else the first of which the driver is a member. */
  private async regionOf({ workStatus, driver }: Details): Promise<Region | undefined> {
    const all = await policies();
    return regionNamed(all, workStatus?.region) ?? regionNamed(all, driver?.memberships?.[0]?.region) ?? all[0];
  }

  protected override render() {
    return html`<section>
      <header class="head">
        <h1>${this.driverId ? `${t('driver')} ${this.driverId}` : t('nav.drivers')}</h1>
        ${this.details?.driver?.name ? html`<p>${this.details.driver.name}</p>` : nothing} ${this.details ? zoneNote() : nothing}
        <form class="row" @submit=${(event: SubmitEvent) => this.open(event)}>
          <label>${t('driver.number')} <input name="id" required .value=${this.driverId} /></label>
          <label>${t('businessDate')} <input name="date" type="date" .value=${this.date} /></label>
          <button>${t('open')}</button>
        </form>
      </header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${this.driverId ? this.driver() : this.list()}
    </section>`;
  }

  private list() {
    if (!this.people) {
      return this.failure ? nothing : loadingNote();
    }
    return html`<section class="card">
      <h2>${t('drivers.tonight', { date: this.date })}</h2>
      ${this.people.length
        ? html`<ul class="columns">
              ${this.people.map((one) => html`<li><a href=${href('drivers', one)}>${one}</a></li>`)}
            </ul>
            ${this.cut ? html`<p class="empty">${t('list.cut')}</p>` : nothing}`
        : emptyNote(t('tonight.nobody'))}
    </section>
    ${has('operator') ? html`<profile-card></profile-card>` : nothing}`;
  }

  private driver() {
    const { details } = this;
    if (!details) {
      return this.failure ? nothing : loadingNote();
    }
    const work = details.workStatus;
    const { statement } = this;
    const status = details.dispatchStatus;
    const move = details.activeMove;
    const row = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value ?? '–'}</dd></div>`;
    return html`<div class="two">
      <div class="stack">
        <section class="card">
          <h2>${t('driver.pay', { date: this.date })}</h2>
          ${statement
            ? html`<p class="large">${money(statement.total)} <small>${t('driver.payNote', { minutes: statement.paidMinutes, wage: money(statement.hourlyWage) })}</small></p>
                <minute-band .minutes=${this.minutes}></minute-band>
                <class-band .classes=${statement.classes as ClassSeconds[]}></class-band>
                ${statement.notes.length
                  ? html`<ul>
                      ${statement.notes.map((note) => html`<li>${clockTime(note.at)} ${tv('note', note.kind)} ${note.seconds ? duration(note.seconds) : ''}</li>`)}
                    </ul>`
                  : nothing}
                <p><a href=${href('settlement', this.date, this.driverId)}>${t('statement.open')}</a></p>`
            : emptyNote(t('driver.noStatement'))}
        </section>
        <section class="card">
          <h2>${t('driver.timeline')}</h2>
          ${this.timeline.length
            ? html`<ol class="life">
                ${this.timeline.map(
                  (entry) => html`<li>
                    <time class="number">${clockTime(entry.at, true)}</time>
                    <span>${tv('action', entry.action)}</span>
                    ${entry.callId ? html`<a href=${href('calls', entry.callId)}>${entry.callId}</a>` : nothing}
                  </li>`,
                )}
              </ol>
              ${this.cut ? html`<p class="empty">${t('list.cut')}</p>` : nothing}`
            : emptyNote(t('driver.noTimeline'))}
        </section>
      </div>
      <div class="stack">
        <section class="card">
          <h2>${t('driver.now')}</h2>
          <dl class="facts">
            ${row(t('state'), html`${tv('dispatch', status?.state)} <small>${status?.since ? age(status.since) : ''}</small>`)}
            ${row(t('call'), status?.callId ? html`<a href=${href('calls', status.callId)}>${status.callId}</a>` : '–')} ${row(t('driver.drives'), status?.completedDrives ?? 0)}
            ${row(t('driver.move'), move ? `${tv('move', move.kind)}: ${place(move.destinationInfo)} (${tv('moveState', move.state)})` : '–')}
          </dl>
        </section>
        <section class="card">
          <h2>${t('driver.shift')}</h2>
          ${work
            ? html`<dl class="facts">
                ${row(t('state'), tv('work', work.state))} ${row(t('businessDate'), work.businessDate)} ${row(t('began'), clockTime(work.beganAt))}
                ${row(t('ended'), work.endedAt ? `${clockTime(work.endedAt)} (${tv('endReason', work.endReason)})` : '–')} ${row(t('driver.windowEnds'), clockTime(work.windowEndsAt))}
                ${row(t('driver.rested'), duration(work.restedSeconds))}
              </dl>`
            : emptyNote(t('driver.noShift'))}
          ${work && work.state === 'ENDING' ? this.endForm() : nothing}
        </section>
        <section class="card">
          <h2>${t('driver.memberships')}</h2>
          ${(details.driver?.memberships ?? []).map(
            (one) => html`<p class="row">
              <span>${tv('product', one.product)} · ${one.region} · ${tv('mode', one.activityMode)}</span>
              ${one.suspendedSince ? html`<span class="badge warn">${t('mode.suspended', { at: dateTime(one.suspendedSince) })}</span>` : nothing}
              <button @click=${() => this.setMode(one.activityMode === 'ON' ? 'OFF' : 'ON')}>${one.activityMode === 'ON' ? t('mode.turnOff') : t('mode.turnOn')}</button>
            </p>`,
          )}
        </section>
        ${has('operator')
          ? html`<profile-card .driverId=${this.driverId} .name=${details.driver?.name ?? ''} .memberships=${details.driver?.memberships ?? []} @changed=${() => this.read()}></profile-card>`
          : nothing}
        <mode-history .driverId=${this.driverId} .mode=${details.driver?.memberships?.[0]?.activityMode ?? ''}></mode-history>
        <incident-card .driverId=${this.driverId}></incident-card>
      </div>
    </div>
    <driver-record .driverId=${this.driverId}></driver-record>`;
  }

  /** For a drive that nobody completes: the shift waits for its end. */
  private endForm() {
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.endShift(event)}>
      <h3>${t('driver.end')}</h3>
      <label>${t('driver.endAt', { zone: shownZone() ?? '–' })} <input name="endedAt" type="datetime-local" step="1" required /></label>
      <label>${t('why')} <input name="reason" maxlength="500" required /></label>
      <button class="danger">${t('driver.end')}</button>
    </form>`;
  }

  private async endShift(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    if (!confirm(t('driver.endAsk', { driver: this.driverId }))) {
      return;
    }
    await this.act(
      () =>
        request(EndWorkByOperator, {
          input: {
            driverId: this.driverId,
            businessDate: this.details?.workStatus?.businessDate ?? this.date,
            endedAt: momentOf(String(form.get('endedAt')), zoneOf(this.region)).toISOString(),
            reason: String(form.get('reason')),
            clientMutationId: newKey(),
          },
        }),
      t('driver.endDone'),
    );
  }

  private setMode(mode: ActivityMode) {
    return this.act(() => request(SetActivityMode, { input: { driverId: this.driverId, mode, clientMutationId: newKey() } }), t('saved'));
  }

  private async act(action: () => Promise<unknown>, done: string) {
    this.done = '';
    try {
      await action();
      this.done = done;
      await this.read();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private open(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const date = String(form.get('date') ?? '');
    this.details = undefined;
    go(href('drivers', String(form.get('id'))) + (date ? `?date=${date}` : ''));
    void this.read();
  }
}
