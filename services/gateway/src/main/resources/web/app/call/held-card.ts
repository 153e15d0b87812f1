import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { clockTime, count, duration, percent } from '../core/format';
import { href } from '../core/router';
import type { HeldChoiceView } from '../graphql/operations';
import { language, t, tv } from '../i18n/texts';
import { emptyNote } from '../parts/notes';

type Candidate = HeldChoiceView['candidates'][number];

/** So many are shown until more are asked for. */
const FEW = 5;
/** So many the gateway gives at most. */
const MOST = 20;

/** How it was chosen for a call that was held: together with all others that waited then, so that its page alone does not show why. */
@customElement('held-card')
export class HeldCard extends ConsoleElement {
  @property() callId = '';
  /** The oldest first. */
  @property({ attribute: false }) choices: HeldChoiceView[] = [];
  @state() private all = false;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('callId')) {
      this.all = false;
    }
  }

  protected override render() {
    const { choices } = this;
    if (!choices.length) {
      return nothing;
    }
    const newestFirst = choices.toReversed();
    const shown = this.all ? newestFirst : newestFirst.slice(0, FEW);
    // the newest that chose somebody says what became of the call
    const open = newestFirst.find((one) => one.driverId !== null) ?? newestFirst[0];
    return html`<section class="card decisions">
      <h2>${t('held.title')}</h2>
      <p class="quiet">${t('held.what')}</p>
      ${shown.map((one) => this.choice(one, one === open))}
      ${shown.length < choices.length ? html`<p class="row"><button @click=${() => (this.all = true)}>${t('held.all', { count: choices.length - shown.length })}</button></p>` : nothing}
      ${choices.length >= MOST ? html`<p class="quiet">${t('held.newest', { count: MOST })}</p>` : nothing}
    </section>`;
  }

  private choice(one: HeldChoiceView, open: boolean) {
    const lines = one.explanations.find((each) => each.language === language())?.lines ?? [];
    return html`<details ?open=${open}>
      <summary><time class="number" datetime=${one.decidedAt}>${clockTime(one.decidedAt, true)}</time> ${this.outcome(one)}</summary>
      <p>${t('held.among', { calls: count(one.calls), age: duration(one.ageSeconds), candidates: count(one.candidates.length), pairs: count(one.pairs.length) })}</p>
      ${one.candidates.length ? this.table(one) : emptyNote(t('held.nobodyNear'))}
      ${lines.length
        ? html`<details>
            <summary>${t('held.words')}</summary>
            ${lines.map((line) => html`<p>${line}</p>`)}
          </details>`
        : nothing}
      <p class="quiet"><span class=${one.replay === 'DIFFERENT' ? 'bad' : ''}>${tv('replay', one.replay)}</span></p>
      ${one.differences.length
        ? html`<ul class="bad">
            ${one.differences.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing}
    </details>`;
  }

  private outcome({ driverId, candidates }: HeldChoiceView): string {
    if (driverId === null) {
      return t('held.waits');
    }
    return t(candidates.some((one) => one.driverId === driverId && one.stillDrives) ? 'held.chosenDrives' : 'held.chosen', { driver: driverId });
  }

  /** Who might have taken it, the likeliest to keep the customer first. */
  private table(one: HeldChoiceView) {
    const sorted = one.candidates.toSorted((first, second) => second.keepProbability - first.keepProbability || first.etaSeconds - second.etaSeconds);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('held.candidates', { at: clockTime(one.decidedAt, true) })}>
      <table class="narrow">
        <thead>
          <tr><th>${t('driver')}</th><th class="number">${t('why.eta')}</th><th class="number">${t('held.keep')}</th><th>${t('why')}</th></tr>
        </thead>
        <tbody>
          ${sorted.map(
            (candidate) => html`<tr>
              <td><a href=${href('drivers', candidate.driverId)}>${candidate.driverId}</a></td>
              <td class="number">${duration(candidate.etaSeconds)}</td>
              <td class="number">${percent(candidate.keepProbability)}</td>
              <td>${this.fate(candidate, one)} ${candidate.stillDrives ? html`<small>${t('held.stillDrives')}</small>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private fate({ driverId }: Candidate, { pairs }: HeldChoiceView) {
    const call = pairs.find((pair) => pair.driverId === driverId)?.callId;
    if (call === this.callId) {
      return html`<b>${t('held.this')}</b>`;
    }
    return call === undefined ? t('held.nobody') : html`${t('held.other')} <a href=${href('calls', call)}>${call}</a>`;
  }
}
