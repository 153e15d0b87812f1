import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { download } from '../core/download';
import { ConsoleElement } from '../core/element';
import { clockTime, count, dateTime, money } from '../core/format';
import { policies, presentDate, zoneIn } from '../core/policies';
import { go, href } from '../core/router';
import { pages, request, RequestError } from '../graphql/client';
import { OpenDisputes, Statements, type DisputeView, type StatementView } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote, zoneNote } from '../parts/notes';
import '../settlement/close-card';
import '../settlement/dispute-card';
import '../settlement/statement-card';

type Row = StatementView & { region: string | null; missingVersion: number | null };

interface Sum {
  region: string;
  currency: string;
  minutes: number;
  earned: number;
  total: number;
}

/** Drivers open disputes, and shifts end, while somebody looks. */
const EVERY_MILLIS = 30_000;

/** What supporters are paid for a business date: statements, disputes, corrections, the file for those who pay. */
@customElement('settlement-page')
export class SettlementPage extends ConsoleElement {
  @property() date = '';
  @property() driverId = '';
  @state() private statements?: Row[];
  @state() private disputes: DisputeView[] = [];
  @state() private failure?: RequestError;
  @state() private cut = false;
  @state() private moreDisputes = false;
  /** Only the statements of this region; empty: of all. */
  @state() private region = '';

  protected override begin() {
    this.every(EVERY_MILLIS, () => (this.hasUpdated && !this.driverId ? this.read() : undefined));
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('date')) {
      this.statements = undefined;
      this.region = '';
      void this.read();
    } else if (changed.has('driverId') && !this.driverId) {
      void this.read(); // whoever comes back from a statement has changed one
    }
  }

  private async read() {
    const businessDate = this.date;
    try {
      const present = await presentDate();
      await policies();
      if (!businessDate) {
        go(href('settlement', present), true);
        return;
      }
      const [statements, disputes] = await Promise.all([
        pages(20, async (after) => {
          const { statements } = await request(Statements, { businessDate, after });
          return { items: statements.statements as Row[], pageInfo: statements.pageInfo };
        }),
        pages(5, async (after) => {
          const { openDisputes } = await request(OpenDisputes, { after });
          return { items: openDisputes.disputes, pageInfo: openDisputes.pageInfo };
        }),
      ]);
      if (businessDate !== this.date) {
        return; // another date is read already
      }
      this.statements = statements.items;
      this.cut = statements.cut;
      this.disputes = disputes.items;
      this.moreDisputes = disputes.cut;
      this.failure = undefined;
    } catch (problem) {
      if (businessDate === this.date) {
        this.failure = problem as RequestError;
      }
    }
  }

  protected override render() {
    return html`<section @changed=${() => this.read()}>
      <header class="head">
        <h1>${t('nav.settlement')}</h1>
        ${this.statements ? (this.regions().length > 1 ? html`<small class="quiet">${t('times.ofRegions')}</small>` : zoneNote(zoneIn(this.regions()[0]))) : nothing}
        <label>${t('businessDate')} <input type="date" .value=${this.date} @change=${(event: Event) => this.choose(event)} /></label>
        <button ?disabled=${!this.date} @click=${() => this.export()}>${t('settlement.export')}</button>
      </header>
      ${failureNote(this.failure)}
      ${this.driverId ? html`<statement-card .date=${this.date} .driverId=${this.driverId}></statement-card>` : nothing}
      <div class="two">
        <section class="card">
          <h2>${t('settlement.statements', { count: count(this.shown().length) + (this.cut ? '+' : '') })}</h2>
          ${this.regionChoice()} ${this.table()} ${this.cut ? html`<p class="empty">${t('list.cut')}</p>` : nothing}
        </section>
        <div class="stack">
          <close-card .date=${this.date} .preferred=${this.region || this.regions()[0] || ''}></close-card>
          <section class="card">
            <h2>${t('settlement.disputes')}</h2>
            ${this.disputes.length
              ? repeat(
                  this.disputes,
                  ({ disputeId }) => disputeId, // what is being written stays with its dispute
                  (one) => html`<dispute-card .dispute=${one}></dispute-card>`,
                )
              : emptyNote(t('settlement.noDisputes'))}
            ${this.moreDisputes ? html`<p class="empty">${t('list.cut')}</p>` : nothing}
          </section>
        </div>
      </div>
    </section>`;
  }

  /** The regions of the statements, the one with the most of them first. */
  private regions(): string[] {
    const counted = new Map<string, number>();
    this.statements?.forEach(({ region }) => (region ? counted.set(region, (counted.get(region) ?? 0) + 1) : undefined));
    return [...counted].sort(([one, some], [other, others]) => others - some || one.localeCompare(other)).map(([region]) => region);
  }

  private shown(): Row[] {
    return (this.statements ?? [])
      .filter((one) => !this.region || one.region === this.region)
      .sort((one, other) => (one.region ?? '').localeCompare(other.region ?? '') || one.driverId.localeCompare(other.driverId, undefined, { numeric: true }));
  }

  private regionChoice() {
    const regions = this.regions();
    if (regions.length < 2) {
      return nothing;
    }
    return html`<p class="row">
      <label
        >${t('region')}
        <select name="region" @change=${(event: Event) => (this.region = (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${!this.region}>${t('all')}</option>
          ${regions.map((one) => html`<option value=${one} ?selected=${one === this.region}>${one}</option>`)}
        </select></label
      >
    </p>`;
  }

  private table() {
    if (!this.statements) {
      return this.failure ? nothing : loadingNote();
    }
    if (!this.statements.length) {
      return emptyNote(t('settlement.none'));
    }
    return html`<div class="scroll">
      <table>
        <thead>
          <tr><th>${t('driver')}</th><th>${t('region')}</th><th>${t('began')}</th><th>${t('ended')}</th><th>${t('paidMinutes')}</th><th>${t('earned')}</th><th>${t('total')}</th><th>${t('state')}</th></tr>
        </thead>
        <tbody>
          ${this.shown().map(
            (one) => html`<tr>
              <td><a href=${href('settlement', this.date, one.driverId)}>${one.driverId}</a></td>
              <td>${one.region ?? '–'}</td>
              ${this.time(one, one.beganAt)} ${this.time(one, one.endedAt)}
              <td class="number">${count(one.paidMinutes)}</td>
              <td class="number">${money(one.earned)}</td>
              <td class="number">${money(one.total)}</td>
              <td>${one.settled ? t('settlement.final') : one.missingVersion !== null ? t('settlement.heldBack') : t('settlement.running')}${one.payment === 'HELD' ? html` · <b>${t('settlement.payHeld')}</b>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot>
          ${this.sums().map(
            (sum) => html`<tr>
              <th scope="row">${t('settlement.sum')}</th>
              <td>${sum.region || '–'}</td>
              <td></td>
              <td></td>
              <td class="number">${count(sum.minutes)}</td>
              <td class="number">${money({ amount: sum.earned, currency: sum.currency })}</td>
              <td class="number">${money({ amount: sum.total, currency: sum.currency })}</td>
              <td></td>
            </tr>`,
          )}
        </tfoot>
      </table>
    </div>`;
  }

  /** By the clock of the region in which the shift was. */
  private time({ region }: Row, at: string | null) {
    const zone = zoneIn(region);
    return html`<td class="number" title="${dateTime(at, zone)} ${zone ?? ''}">${clockTime(at, false, zone)}</td>`;
  }

  /** What the statements that are shown come to: amounts of different regions and currencies are never added. */
  private sums(): Sum[] {
    const sums = new Map<string, Sum>();
    for (const { region, paidMinutes, earned, total } of this.shown()) {
      const currency = total?.currency ?? earned?.currency;
      if (currency) {
        const key = `${region ?? ''} ${currency}`;
        const sum = sums.get(key) ?? { region: region ?? '', currency, minutes: 0, earned: 0, total: 0 };
        sums.set(key, { ...sum, minutes: sum.minutes + paidMinutes, earned: sum.earned + (earned?.amount ?? 0), total: sum.total + (total?.amount ?? 0) });
      }
    }
    return [...sums.values()];
  }

  private choose(event: Event) {
    const date = (event.target as HTMLInputElement).value;
    if (date) {
      go(href('settlement', date));
    }
  }

  private async export() {
    try {
      await download(`/export/statements/${this.date}.csv`, `statements-${this.date}.csv`);
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
