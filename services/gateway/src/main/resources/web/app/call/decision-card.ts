import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { clockTime, duration } from '../core/format';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { CallDecisions, type CandidateView, type DecisionView, type HeldChoiceView } from '../graphql/operations';
import { language, t, tv } from '../i18n/texts';
import type { Position } from '../map/positions';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import './decision-map';
import './held-card';
import { scoreNote, scoreText } from './score';

/** What was decided is known here a moment after the call itself has changed. */
const EVERY_MILLIS = 15_000;
const GOES_ON = ['REQUESTED', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING', 'GENERAL'];

/** Why a call was decided as it was: in plain words, with everybody who was near, and what comes out when it is decided again. */
@customElement('decision-card')
export class DecisionCard extends ConsoleElement {
  @property() callId = '';
  /** Where the customer waits. */
  @property({ attribute: false }) origin?: Position;
  /** When it changes, there may be another decision. */
  @property() callState = '';
  @state() private decisions?: DecisionView[];
  /** If it was held: the choices for all held calls in which it took part. */
  @state() private choices: HeldChoiceView[] = [];
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(EVERY_MILLIS, () => (this.decisions && GOES_ON.includes(this.callState) ? this.read() : undefined));
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('callId')) {
      this.decisions = undefined;
      this.choices = [];
    }
    if (changed.has('callId') || changed.has('callState')) {
      void this.read();
    }
  }

  private async read() {
    try {
      const { callId } = this;
      const { decisions, heldChoices } = (await request(CallDecisions, { callId })).decision;
      if (callId !== this.callId) {
        return; // another one is read already
      }
      this.decisions = decisions;
      this.choices = heldChoices;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<section class="card decisions">
        <h2>${t('why.title')}</h2>
        ${failureNote(this.failure)}
        ${this.decisions ? (this.decisions.length ? [...this.decisions].reverse().map((one, index) => this.decision(one, index === 0)) : emptyNote(t('why.none'))) : this.failure ? nothing : loadingNote()}
      </section>
      <held-card .callId=${this.callId} .choices=${this.choices}></held-card>`;
  }

  private decision(one: DecisionView, newest: boolean) {
    const lines = one.explanations.find((each) => each.language === language())?.lines ?? [];
    return html`<details ?open=${newest}>
      <summary><time class="number" datetime=${one.decidedAt}>${clockTime(one.decidedAt, true)}</time> ${tv('reason', one.reason)}</summary>
      ${lines.map((line) => html`<p>${line}</p>`)}
      <p class="quiet">
        ${t('why.by', { region: one.region ?? '–', version: one.policyVersion, model: one.model ?? '–' })}
        ${one.experiment ? t('why.experiment', { name: one.experiment.name, arm: tv('arm', one.experiment.arm) }) : nothing}
        <span class=${one.replay === 'DIFFERENT' ? 'bad' : ''}>${tv('replay', one.replay)}</span>
      </p>
      ${one.differences.length
        ? html`<ul class="bad">
            ${one.differences.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing}
      ${newest ? html`<decision-map .decision=${one} .origin=${this.origin} .callId=${this.callId}></decision-map>` : nothing}
      ${this.candidates(t('why.offered'), one.offered, one)} ${one.offered.length ? html`<p class="quiet">${scoreNote(one.model)}</p>` : nothing} ${this.candidates(t('why.removed'), one.removed, one)} ${this.shadows(one)}
    </details>`;
  }

  /** What models would have chosen that only try. */
  private shadows({ shadows, offered }: DecisionView) {
    if (!shadows.length) {
      return nothing;
    }
    const first = offered.find((one) => one.rank === 1)?.driverId;
    return html`<h3>${t('why.shadows')}</h3>
      <div class="scroll">
        <table class="narrow">
          <thead>
            <tr><th>${t('models.model')}</th><th>${t('driver')}</th><th>${t('why.eta')}</th><th>${t('why.score')}</th><th>${t('why')}</th></tr>
          </thead>
          <tbody>
            ${shadows.map(
              (one) => html`<tr>
                <td>${one.model}</td>
                <td>${one.driverId ? html`<a href=${href('drivers', one.driverId)}>${one.driverId}</a>` : '–'}</td>
                <td class="number">${one.etaSeconds === null ? '–' : duration(one.etaSeconds)}</td>
                <td class="number">${one.score === null ? '–' : scoreText(one.model, one.score)}</td>
                <td>${one.driverId ? t(one.driverId === first ? 'why.shadowSame' : 'why.shadowOther') : tv('fallback', one.fallback)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private candidates(title: string, candidates: CandidateView[], { driverId: commanded, model }: DecisionView) {
    if (!candidates.length) {
      return nothing;
    }
    const place = candidates.findIndex((one) => one.driverId === commanded);
    return html`<h3>${title}</h3>
      <div class="scroll">
        <table class="narrow">
          <thead>
            <tr><th>${t('driver')}</th><th>${t('why.eta')}</th><th>${t('why.rank')}</th><th>${t('why.score')}</th><th>${t('why')}</th></tr>
          </thead>
          <tbody>
            ${candidates.map(
              (one, index) => html`<tr>
                <td><a href=${href('drivers', one.driverId)}>${one.driverId}</a></td>
                <td class="number">${duration(one.etaSeconds)}</td>
                <td class="number">${one.rank || '–'}</td>
                <td class="number">${one.rank ? scoreText(model, one.score) : '–'}</td>
                <td>${index === place ? html`<b>${t('why.commanded')}</b>` : one.filter ? tv('filter', one.filter) : t(place < 0 || index < place ? 'why.taken' : 'why.behind')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}
