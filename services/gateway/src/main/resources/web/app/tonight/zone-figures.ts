import { html, nothing } from 'lit';
import { count, decimal, money, percent } from '../core/format';
import type { ZoneFiguresView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { emptyNote } from '../parts/notes';
import { sortedZones, zonesApplied } from './zone-order';

/** The figures of a night by zone: which of them has the calls, and where the wages go. */

/** More zones than anybody compares. */
const MOST_ROWS = 30;

export function zoneFigures(zones: ZoneFiguresView[]) {
  return html`<section class="card zone-figures">
    <h2>${t('zones.title')}</h2>
    ${zonesApplied(zones) ? table(sortedZones(zones)) : emptyNote(t(zones.length ? 'zones.none' : 'zones.unknown'))}
  </section>`;
}

function table(zones: ZoneFiguresView[]) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('zones.title')}>
      <table class="compared">
        <thead>
          <tr>
            <th>${t('zones.zone')}</th>
            ${[t('figures.calls'), t('figures.completionRate'), t('figures.supporterCompletionRate'), t('figures.generalShare'), t('figures.pickupMinutesMean'), t('zones.shifts'), t('figures.tripsPerPaidHour'), t('figures.costPerCompletedCall')].map(
              (name) => html`<th class="number wraps">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${zones.slice(0, MOST_ROWS).map(row)}
        </tbody>
      </table>
    </div>
    ${zones.length > MOST_ROWS ? html`<p class="empty">${t('more', { count: zones.length - MOST_ROWS })}</p>` : nothing}
    <p class="quiet">${t('zones.note')}</p>`;
}

function row({ area, zoneId, kpis }: ZoneFiguresView) {
  return html`<tr>
    <th scope="row">${area === 'ZONE' ? html`<code>${zoneId}</code>` : tv('kpiArea', area)}</th>
    <td class="number">${count(kpis.calls)}</td>
    <td class="number">${percent(kpis.completionRate)}</td>
    <td class="number">${percent(kpis.supporterCompletionRate)}</td>
    <td class="number">${percent(kpis.generalShare)}</td>
    <td class="number">${kpis.pickupMinutesMean === null ? '–' : t('minutes', { value: decimal(kpis.pickupMinutesMean) })}</td>
    <td class="number">${count(kpis.shifts)}</td>
    <td class="number">${kpis.tripsPerPaidHour === null ? '–' : decimal(kpis.tripsPerPaidHour)}</td>
    <td class="number">${money(kpis.costPerCompletedCall)}</td>
  </tr>`;
}
