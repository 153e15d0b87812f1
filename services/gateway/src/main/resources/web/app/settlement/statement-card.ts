import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { clockTime, dateTime, duration, money } from '../core/format';
import { newKey } from '../core/keys';
import { policies, zoneIn } from '../core/policies';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { AdjustStatement, RecomputeStatement, StatementDetails, type Product } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import type { ClassSeconds } from '../parts/class-band';
import '../parts/class-band';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import { driverZone } from './driver-zone';
import { minorUnits } from './money-input';

type Details = ReturnType<NonNullable<typeof StatementDetails.types>>['statement'];

const PRODUCT: Product = 'DRIVER';

/** One statement: classes, corrections, what the driver said, and a form for a correction. */
@customElement('statement-card')
export class StatementCard extends ConsoleElement {
  @property() date = '';
  @property() driverId = '';
  @state() private statement?: Details;
  @state() private zone?: string;
  @state() private failure?: RequestError;
  @state() private done = '';
  /** The same until the correction is made: sent twice, it is made once. */
  private key = newKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('date') || changed.has('driverId')) {
      this.statement = undefined;
      this.done = '';
      void this.read();
    }
  }

  private async read() {
    try {
      const { statement } = await request(StatementDetails, { driverId: this.driverId, product: PRODUCT, businessDate: this.date });
      await policies();
      // a statement of before statements had regions is of where the driver works now
      this.zone = zoneIn(statement?.region) ?? (await driverZone(this.driverId));
      this.statement = statement;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const one = this.statement;
    return html`<section class="card above">
      <header class="head">
        <h2>${t('statement.of', { driver: this.driverId, date: this.date })}</h2>
        <a href=${href('drivers', this.driverId)}>${t('driver')} ${this.driverId}</a>
        <a href=${href('settlement', this.date)}>${t('close')}</a>
      </header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${one ? this.content(one) : one === null ? emptyNote(t('driver.noStatement')) : this.failure ? nothing : loadingNote()}
    </section>`;
  }

  private content(one: NonNullable<Details>) {
    return html`<p class="large">
        ${money(one.total)}
        <small>${t('driver.payNote', { minutes: one.paidMinutes, wage: money(one.hourlyWage) })} · ${clockTime(one.beganAt, false, this.zone)}–${clockTime(one.endedAt, false, this.zone)} ${this.zone ?? ''}</small>
      </p>
      ${one.payment === 'HELD' ? html`<p class="note">${t('settlement.payHeld')}</p>` : nothing}
      <div class="two">
        <class-band .classes=${one.classes as ClassSeconds[]}></class-band>
        <div>
          <h3>${t('statement.adjustments')}</h3>
          ${one.adjustments.length
            ? html`<ul>
                ${one.adjustments.map((entry) => html`<li><b>${money(entry.amount)}</b> ${entry.reason} <small>${entry.actor}, ${dateTime(entry.createdAt, this.zone)}</small></li>`)}
              </ul>`
            : emptyNote(t('statement.noAdjustments'))}
          ${one.disputes.length ? html`<h3>${t('settlement.disputes')}</h3>${one.disputes.map((dispute) => html`<p>${tv('dispute', dispute.state)}: ${dispute.text}</p>`)}` : nothing}
          <form class="fields" @submit=${(event: SubmitEvent) => this.adjust(event, one)}>
            <h3>${t('statement.adjust')}</h3>
            <label>${t('amount')} (${one.total?.currency}) <input name="amount" type="number" step="any" required /></label>
            <label>${t('why')} <input name="reason" maxlength="500" required /></label>
            <p class="row">
              <button class="main">${t('statement.adjust')}</button>
              <button type="button" @click=${() => this.recompute()}>${t('statement.recompute')}</button>
            </p>
            <small>${t('statement.adjustNote')}</small>
          </form>
          ${one.entries.length
            ? html`<details>
                <summary>${t('statement.entries', { count: one.entries.length })}</summary>
                <ol class="life">
                  ${one.entries.map((entry) => html`<li><time class="number">${dateTime(entry.postedAt, this.zone)}</time><span>${tv('class', entry.timeClass)}</span><small class="number">${duration(entry.seconds)}</small></li>`)}
                </ol>
              </details>`
            : nothing}
        </div>
      </div>`;
  }

  private async adjust(event: SubmitEvent, one: NonNullable<Details>) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form);
    const currency = one.total?.currency ?? one.hourlyWage?.currency ?? '';
    const amount = { amount: minorUnits(String(values.get('amount')), currency), currency };
    if (!confirm(t('statement.adjustAsk', { amount: money(amount), driver: this.driverId, date: this.date }))) {
      return;
    }
    await this.act(async () => {
      await request(AdjustStatement, {
        input: {
          driverId: this.driverId,
          businessDate: this.date,
          amount,
          reason: String(values.get('reason')),
          clientMutationId: this.key,
        },
      });
      this.key = newKey();
      form.reset();
      return t('statement.adjusted');
    });
  }

  private recompute() {
    return this.act(async () => {
      const { recomputeStatement } = await request(RecomputeStatement, { input: { driverId: this.driverId, businessDate: this.date, clientMutationId: newKey() } });
      return recomputeStatement.same ? t('statement.same') : t('statement.notSame');
    });
  }

  private async act(action: () => Promise<string>) {
    this.done = '';
    try {
      const done = await action();
      await this.read();
      this.done = done;
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
