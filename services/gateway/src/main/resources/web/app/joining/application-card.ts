import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count, dateTime, days, shownZone } from '../core/format';
import { KeptKey } from '../core/keys';
import { zoneIn } from '../core/policies';
import { href } from '../core/router';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { Eligibility, ReviewApplication, type ApplicationView, type CriterionView, type ReviewDecision } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { failureNote, loadingNote, zoneNote } from '../parts/notes';

type Judged = ReturnType<NonNullable<typeof Eligibility.types>>['eligibility'];

/** At least the limit, or at most. */
const AT_LEAST = ['COMPLETED_DRIVES', 'RATING'];
const UNITS: Record<string, string> = { CANCELLATION_PERCENT: ' %' };

/** One application: what eligibility comes to now, what happened so far, and the operator's decision. */
@customElement('application-card')
export class ApplicationCard extends ConsoleElement {
  @property({ attribute: false }) application!: ApplicationView;
  @state() private judged?: Judged;
  @state() private decision: ReviewDecision = 'APPROVE';
  @state() private failure?: RequestError;
  @state() private done = '';
  private readonly key = new KeptKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    const before = changed.get('application') as ApplicationView | undefined;
    if (changed.has('application') && before?.applicationId !== this.application.applicationId) {
      this.judged = undefined;
      void this.judge();
    }
  }

  private async judge() {
    const { driverId, product, region } = this.application;
    try {
      this.judged = (await request(Eligibility, { driverId, product: product ?? 'DRIVER', region })).eligibility;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const one = this.application;
    return html`<article class="card application" aria-label=${t('application.of', { driver: one.driverId })}>
      <header class="head">
        <h2>${has('operator') ? html`<a href=${href('drivers', one.driverId)}>${one.driverId}</a>` : one.driverId} · ${tv('product', one.product)} · ${one.region}</h2>
        <p class="badge state">${tv('application', one.state)}</p>
        <small>${t('application.since', { age: days(one.ageSeconds) })}</small>
      </header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      <div class="two">
        <div>
          <h3>${t('application.now')}</h3>
          ${this.judged ? this.eligibility(this.judged) : this.failure ? nothing : loadingNote()}
        </div>
        <div>
          <h3>${t('application.steps')}</h3>
          ${zoneNote(zoneIn(one.region) ?? shownZone())}
          <ol class="life">
            ${one.steps.map(
              (step) => html`<li>
                <time class="number" datetime=${step.happenedAt ?? ''}>${dateTime(step.happenedAt, zoneIn(one.region))}</time>
                <span>${tv('applicationStep', step.kind)}${step.text ? html`: ${step.text}` : nothing}</span>
                ${step.actor ? html`<small>${step.actor}</small>` : nothing} ${step.criteria.length ? html`<small>${t('application.met', this.met(step.criteria))}</small>` : nothing}
              </li>`,
            )}
          </ol>
          ${has('operator') && (one.state === 'SUBMITTED' || one.state === 'INFORMATION_REQUIRED') ? this.form() : nothing}
        </div>
      </div>
    </article>`;
  }

  private met(criteria: CriterionView[]) {
    return { met: criteria.filter((one) => one.met).length, all: criteria.length };
  }

  private eligibility(judged: Judged) {
    const { firstDate, lastDate } = judged.statistics;
    return html`<p>
        <strong class=${judged.eligible ? 'good' : 'bad'}>${judged.eligible ? t('application.eligible') : t('application.notEligible')}</strong>
        <small>${firstDate ? t('application.period', { from: firstDate, to: lastDate ?? '–' }) : t('application.noDates')}</small>
      </p>
      <table class="narrow">
        <thead>
          <tr><th>${t('criterion')}</th><th>${t('criterion.value')}</th><th>${t('criterion.limit')}</th><th>${t('criterion.met')}</th></tr>
        </thead>
        <tbody>
          ${judged.criteria.map(
            (one) => html`<tr>
              <td>${tv('criterion', one.kind)}</td>
              <td class="number">${value(one, one.value)}</td>
              <td class="number">${one.limit === null ? t('criterion.noLimit') : t(AT_LEAST.includes(one.kind ?? '') ? 'criterion.atLeast' : 'criterion.atMost', { limit: value(one, one.limit) })}</td>
              <td class=${one.met ? 'good' : 'bad'}>${one.met ? t('yes') : t('no')}</td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private form() {
    const needsText = this.decision !== 'APPROVE';
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.review(event)}>
      <label
        >${t('application.decision')}
        <select name="decision" @change=${(event: Event) => (this.decision = (event.target as HTMLSelectElement).value as ReviewDecision)}>
          ${(['APPROVE', 'REJECT', 'ASK'] as const).map((one) => html`<option value=${one} ?selected=${one === this.decision}>${tv('review', one)}</option>`)}
        </select></label
      >
      <label>${this.decision === 'ASK' ? t('application.question') : t('why')} <textarea name="text" rows="2" maxlength="1000" ?required=${needsText}></textarea></label>
      <button class=${this.decision === 'REJECT' ? 'danger' : 'main'}>${tv('review', this.decision)}</button>
    </form>`;
  }

  private async review(event: SubmitEvent) {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '').trim();
    const input = { applicationId: this.application.applicationId, decision: this.decision, ...(text ? { text } : {}) };
    if (this.decision === 'REJECT' && !confirm(t('application.rejectAsk', { driver: this.application.driverId }))) {
      return;
    }
    this.failure = undefined;
    this.done = '';
    try {
      const { reviewApplication } = await request(ReviewApplication, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      this.application = reviewApplication.application;
      this.done = t('application.reviewed', { state: tv('application', reviewApplication.application.state) });
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}

function value(criterion: CriterionView, number: number | null): string {
  if (number === null) {
    return t('criterion.unknown');
  }
  return count(Math.round(number * 100) / 100) + (UNITS[criterion.kind ?? ''] ?? '');
}
