import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { clockTime, count, dateTime, decimal, duration, oneIn, shownZone } from '../core/format';
import { KeptKey } from '../core/keys';
import { zoneIn } from '../core/policies';
import { href } from '../core/router';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { DecideAbuseSignal, type AbuseDecision, type SignalView } from '../graphql/operations';
import { language, t, tv } from '../i18n/texts';
import { failureNote, zoneNote } from '../parts/notes';

const DECISIONS: AbuseDecision[] = ['DISMISS', 'WARN', 'HOLD_PAY', 'SUSPEND'];

/** One signal: the numbers, the events, what an honest driver would say, and what was decided. */
@customElement('signal-card')
export class SignalCard extends ConsoleElement {
  @property({ attribute: false }) signal!: SignalView;
  @state() private failure?: RequestError;
  @state() private done = '';
  private readonly key = new KeptKey();

  protected override render() {
    const { signal } = this;
    const numbers = signal.statistics;
    const last = signal.decisions.at(-1);
    // what was dismissed at once, the driver never hears of
    const told = signal.decisions.some((one) => one.decision !== 'DISMISS');
    return html`<article class="card signal" aria-label=${`${tv('abuse', signal.kind)}, ${signal.driverId}`}>
      <header class="head">
        <h2>${tv('abuse', signal.kind)}: <a href=${href('drivers', signal.driverId)}>${signal.driverId}</a></h2>
        <p class="badge ${last ? '' : 'state'}">${last ? tv('abuseDecision', last.decision) : t('abuse.undecided')}</p>
        <small>${t('businessDate')} ${signal.businessDate} · ${signal.region}</small>
        ${zoneNote(zoneIn(signal.region) ?? shownZone())}
      </header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      <div class="two">
        <div>
          <p>
            ${t('abuse.numbers', {
              happened: count(numbers.happened),
              occasions: decimal(numbers.occasions),
              unit: t(signal.kind === 'DARK_GPS' ? 'abuse.hours' : 'abuse.occasions'),
              expected: decimal(numbers.expected),
            })}
          </p>
          <p>${t('abuse.chance', { chance: oneIn(numbers.chance), threshold: oneIn(numbers.threshold), version: signal.policyVersion })}</p>
          ${signal.coldSeconds ? html`<p>${t('abuse.cold', { time: duration(signal.coldSeconds) })}</p>` : nothing}
          <h3>${t('abuse.honest')}</h3>
          <blockquote>${language() === 'ko' ? signal.explanation.korean : signal.explanation.english}</blockquote>
          ${this.nights()} ${this.evidence()} ${this.places()}
        </div>
        <div>
          <h3>${t('abuse.decisions')}</h3>
          ${signal.decisions.length
            ? html`<ol class="life">
                ${signal.decisions.map(
                  (one) => html`<li>
                    <time class="number" datetime=${one.decidedAt ?? ''}>${dateTime(one.decidedAt, zoneIn(signal.region))}</time>
                    <span>${tv('abuseDecision', one.decision)}: ${one.reason}</span>
                    ${one.driverText && told ? html`<blockquote>${t('abuse.told')}: ${one.driverText}</blockquote>` : nothing}
                    <small>${one.actor}</small>
                  </li>`,
                )}
              </ol>`
            : html`<p class="empty">${t('abuse.noDecision')}</p>`}
          ${has('operator') ? this.form() : nothing}
        </div>
      </div>
    </article>`;
  }

  private evidence() {
    const { evidence, kind } = this.signal;
    if (!evidence.length) {
      return nothing;
    }
    const shown = (value: number) => (kind === 'CONTRADICTED_STEPS' ? `${count(Math.round(value))} m` : value ? duration(value) : '–');
    return html`<details>
      <summary>${t('abuse.evidence', { count: evidence.length })}</summary>
      <div class="scroll">
        <table class="narrow">
          <thead>
            <tr><th>${t('time')}</th><th>${t('call')}</th><th>${t('cell')}</th><th>${tv('abuseValue', kind)}</th></tr>
          </thead>
          <tbody>
            ${evidence.map(
              (one) => html`<tr>
                <td class="number">${clockTime(one.at, true, zoneIn(this.signal.region))}</td>
                <td>${one.callId ? html`<a href=${href('calls', one.callId)}>${one.callId}</a>` : '–'}</td>
                <td><code>${one.cell}</code></td>
                <td class="number">${shown(one.value)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  private nights() {
    const { nights } = this.signal;
    if (!nights.length) {
      return nothing;
    }
    return html`<h3>${t('abuse.nights', { count: nights.length })}</h3>
      <div class="scroll">
        <table class="narrow">
          <thead>
            <tr><th>${t('businessDate')}</th><th>${t('abuse.happened')}</th><th>${t('abuse.of')}</th><th>${t('abuse.expected')}</th></tr>
          </thead>
          <tbody>
            ${nights.map(
              (one) => html`<tr>
                <td class="number">${one.businessDate}</td>
                <td class="number">${count(one.happened)}</td>
                <td class="number">${decimal(one.occasions)}</td>
                <td class="number">${decimal(one.expected)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private places() {
    const { places } = this.signal;
    if (!places.length) {
      return nothing;
    }
    return html`<details>
      <summary>${t('abuse.places', { count: places.length })}</summary>
      <div class="scroll">
        <table class="narrow">
          <thead>
            <tr><th>${t('cell')}</th><th>${t('abuse.hour')}</th><th>${t('abuse.happened')}</th><th>${t('abuse.of')}</th><th>${t('abuse.expected')}</th></tr>
          </thead>
          <tbody>
            ${places.map(
              (one) => html`<tr>
                <td><code>${one.cell}</code></td>
                <td class="number">${one.hour + 1}</td>
                <td class="number">${count(one.happened)}</td>
                <td class="number">${decimal(one.occasions)}</td>
                <td class="number">${decimal(one.expected)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  private form() {
    const { signal } = this;
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.decide(event)}>
      <label>${t('why')} <input name="reason" maxlength="500" required /></label>
      <label>${t('abuse.driverText')} <input name="driverText" maxlength="500" /></label>
      <p class="row">
        ${DECISIONS.map((one) => html`<button name="decision" value=${one} class=${one === 'SUSPEND' || one === 'HOLD_PAY' ? 'danger' : ''}>${tv('decide', one)}</button>`)}
      </p>
      <small
        >${t('abuse.effect')} <a href=${href('settlement', signal.businessDate ?? '', signal.driverId)}>${t('statement.open')}</a> ·
        <a href=${href('drivers', signal.driverId)}>${t('driver')} ${signal.driverId}</a></small
      >
    </form>`;
  }

  private async decide(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const decision = (event.submitter as HTMLButtonElement | null)?.value as AbuseDecision;
    const given = new FormData(form);
    const driverText = String(given.get('driverText') ?? '').trim();
    const input = { signalId: this.signal.signalId, decision, reason: String(given.get('reason')), ...(driverText ? { driverText } : {}) };
    // what is dismissed the driver does not hear of; all else is told at once
    if (decision !== 'DISMISS' && !confirm(t('abuse.decideAsk', { decision: tv('decide', decision), driver: this.signal.driverId }))) {
      return;
    }
    this.failure = undefined;
    this.done = '';
    try {
      const { decideAbuseSignal } = await request(DecideAbuseSignal, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      this.signal = decideAbuseSignal.signal;
      this.done = t('abuse.done', { decision: tv('abuseDecision', decision) });
      form.reset();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
