import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count, money } from '../core/format';
import { request, RequestError } from '../graphql/client';
import { MyMonth, type MonthView, type Product } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

type Day = MonthView['days'][number];

const PRODUCT: Product = 'DRIVER';

/** What the shifts of a month are paid, each and together. */
@customElement('month-card')
export class MonthCard extends ConsoleElement {
  /** The month that goes on, like 2026-11. */
  @property() month = '';
  /** Another one that is looked at. */
  @state() private chosen = '';
  @state() private opened = false;
  @state() private statement?: MonthView;
  @state() private failure?: RequestError;

  private shown(): string {
    return this.chosen || this.month;
  }

  protected override render() {
    return html`<details class="card" @toggle=${(event: Event) => this.toggle((event.target as HTMLDetailsElement).open)}>
      <summary>${t('month.title')}</summary>
      ${this.opened ? this.inside() : nothing}
    </details>`;
  }

  private toggle(open: boolean) {
    this.opened = open;
    if (open) {
      void this.read();
    }
  }

  private inside() {
    return html`<label>${t('month')} <input type="month" required pattern="[0-9]{4}-[0-9]{2}" .value=${this.shown()} @change=${(event: Event) => this.choose(event)} /></label>
      ${failureNote(this.failure)} ${this.statement ? this.content(this.statement) : this.failure ? nothing : loadingNote()}`;
  }

  private content({ days, sums, settled }: MonthView) {
    if (!days.length) {
      return emptyNote(t('month.none'));
    }
    return html`${sums.map((sum) => html`<p class="large">${money(sum.total)} <small>${t('month.sum', { minutes: count(sum.paidMinutes), earned: money(sum.earned), adjusted: money(sum.adjusted) })}</small></p>`)}
      <p class="quiet">${t(settled ? 'month.settled' : 'month.open')}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('month.title')}>
        <table class="narrow">
          <thead>
            <tr><th>${t('businessDate')}</th><th class="number">${t('paidMinutes')}</th><th class="number">${t('total')}</th><th>${t('state')}</th></tr>
          </thead>
          <tbody>
            ${days.map(
              (day) => html`<tr>
                <td class="number">${day.businessDate}</td>
                <td class="number">${count(day.paidMinutes)}</td>
                <td class="number">${money(day.total)}</td>
                <td>${stateOf(day)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private choose(event: Event) {
    const field = event.target as HTMLInputElement;
    if (field.value && field.checkValidity()) {
      this.chosen = field.value;
      this.statement = undefined;
      void this.read();
    }
  }

  private async read() {
    const month = this.shown();
    try {
      const { monthStatement } = await request(MyMonth, { product: PRODUCT, month });
      if (month === this.shown()) {
        this.statement = monthStatement;
        this.failure = undefined;
      }
    } catch (problem) {
      if (month === this.shown()) {
        this.failure = problem as RequestError;
      }
    }
  }
}

function stateOf(day: Day): string {
  return [
    t(day.settled ? 'settlement.final' : 'settlement.running'),
    ...(day.disputed ? [t('month.disputed')] : []),
    ...(day.payment === 'HELD' ? [t('settlement.payHeld')] : []),
  ].join(' · ');
}
