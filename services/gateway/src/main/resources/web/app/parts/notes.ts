import { html, nothing, type TemplateResult } from 'lit';
import { shownZone } from '../core/format';
import { has } from '../core/session';
import type { RequestError } from '../graphql/client';
import { t, tv } from '../i18n/texts';

/** What a page says instead of content, or above it. */

/** What a service says beside its reason is English and for those who run it: drivers and customers are told the reason alone. */
export function failureNote(failure: RequestError | undefined): TemplateResult | typeof nothing {
  if (!failure) {
    return nothing;
  }
  return html`<p class="note bad failed" role="alert">
    <strong>${tv('error', failure.reason)}</strong>
    ${failure.offending && has('operator') ? html`<span lang="en">${failure.offending}${failure.expected ? ` – expected: ${failure.expected}` : ''}</span>` : nothing}
  </p>`;
}

export function emptyNote(text: string): TemplateResult {
  return html`<p class="empty">${text}</p>`;
}

/** In which zone the times of a page are: that of its region, which may not be the reader's. */
export function zoneNote(zone = shownZone()): TemplateResult {
  return html`<small class="quiet">${t('times.in', { zone: zone ?? '–' })}</small>`;
}

export function loadingNote(): TemplateResult {
  return html`<p class="empty" role="status">${t('loading')}</p>`;
}
