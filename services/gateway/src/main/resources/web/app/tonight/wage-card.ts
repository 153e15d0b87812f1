import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { clockTime, count, money } from '../core/format';
import type { ZonePlan } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote, loadingNote } from '../parts/notes';
import { figure } from './lists';
import { forecast } from './wages';

/** What the guaranteed wages will have cost per completed call when the window ends: in the region, and in each zone beside its bound. */
@customElement('wage-card')
export class WageCard extends ConsoleElement {
  @property({ attribute: false }) plan?: ZonePlan;

  protected override render() {
    return html`<section class="card">
      <h2>${t('wage.title')}</h2>
      ${this.plan ? this.forecast(this.plan) : loadingNote()}
    </section>`;
  }

  private forecast(plan: ZonePlan) {
    switch (forecast(plan, now())) {
      case 'none':
        return emptyNote(t('wage.none'));
      case 'old':
        return emptyNote(t('wage.old', { at: clockTime(plan.plannedAt) }));
      default:
        return html`<dl class="figures">${figure(t('wage.region'), money(plan.wagePerCall), t('wage.at', { at: clockTime(plan.plannedAt) }))}</dl>
          ${plan.zones.length ? this.zones(plan) : nothing}
          <p class="quiet">${t('wage.note')}</p>`;
    }
  }

  private zones(plan: ZonePlan) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('wage.title')}>
      <table class="narrow">
        <thead>
          <tr><th>${t('wage.zone')}</th><th class="number">${t('figure.atWork')}</th><th class="number">${t('wage.perCall')}</th><th class="number">${t('wage.next')}</th><th class="number">${t('wage.most')}</th></tr>
        </thead>
        <tbody>
          ${plan.zones.map((zone) => row(zone))}
        </tbody>
      </table>
    </div>`;
  }
}

function row(zone: ZonePlan['zones'][number]) {
  return html`<tr>
    <td>${zone.zoneId} ${zone.overWageBound ? html`<small class="bad">${t('wage.over')}</small>` : nothing}</td>
    <td class="number">${count(zone.occupancy)}${zone.capacity === null ? nothing : html` / ${count(zone.capacity)}`}</td>
    <td class="number">${money(zone.wagePerCall)}</td>
    <td class="number ${zone.overWageBound ? 'bad' : ''}">${money(zone.nextWagePerCall)}</td>
    <td class="number">${money(zone.maxWagePerCall)}</td>
  </tr>`;
}
