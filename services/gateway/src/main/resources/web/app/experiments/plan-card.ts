import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { daysBetween } from '../core/business-date';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { clockTime } from '../core/format';
import { zoneIn } from '../core/policies';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { PlanExperiment } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { failureNote, loadingNote, zoneNote } from '../parts/notes';
import { asked, lastDate, type Experiment } from './experiment';

type Interval = ReturnType<NonNullable<typeof PlanExperiment.types>>['switchbackPlan'][number];

/** Which policy an experiment has when, in one region and night: whoever runs it puts the policies at these times. */
@customElement('experiment-plan')
export class ExperimentPlan extends ConsoleElement {
  @property({ attribute: false }) experiment?: Experiment;
  @property() today = '';
  /** The regions in which it was stopped. */
  @property({ attribute: false }) stoppedIn: string[] = [];
  /** The regions in which it is stored and changes nothing, as another version than its control is in force. */
  @property({ attribute: false }) withoutEffectIn: string[] = [];
  @state() private region = '';
  @state() private date = '';
  @state() private intervals?: Interval[];
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(5_000, () => (this.failure?.retryable ? this.read() : this.requestUpdate()));
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (this.experiment && changed.has('experiment')) {
      this.region = this.experiment.regions[0] ?? '';
      const { firstDate } = this.experiment;
      this.date = daysBetween(firstDate, this.today) < 0 ? firstDate : [this.today, lastDate(this.experiment)].sort()[0] ?? firstDate;
      void this.read();
    }
  }

  private async read() {
    const { experiment, region, date } = this;
    if (!experiment) {
      return;
    }
    try {
      const { switchbackPlan } = await request(PlanExperiment, { experiment: asked(experiment), product: experiment.product, region, businessDate: date });
      this.intervals = switchbackPlan;
      this.failure = undefined;
    } catch (problem) {
      this.intervals = undefined;
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const { experiment } = this;
    if (!experiment) {
      return nothing;
    }
    return html`<section class="card">
      <header class="head">
        <h2>${t('experiment.plan')}</h2>
        ${zoneNote(zoneIn(this.region))}
      </header>
      <form class="row above" @submit=${(event: SubmitEvent) => event.preventDefault()} @change=${(event: Event) => this.choose(event)}>
        <label>${t('businessDate')} <input name="date" type="date" required min=${experiment.firstDate} max=${lastDate(experiment)} .value=${this.date} /></label>
        ${experiment.regions.length > 1
          ? html`<label>${t('region')} <select name="region">${experiment.regions.map((one) => html`<option value=${one} ?selected=${one === this.region}>${one}</option>`)}</select></label>`
          : html`<span>${t('region')} ${this.region}</span>`}
      </form>
      ${failureNote(this.failure)} ${this.intervals ? this.table(this.intervals) : this.failure ? nothing : loadingNote()}
      <p class="quiet">${t('experiment.planNote')} <a href=${href('policies', this.region)}>${t('experiment.policy', { region: this.region })}</a></p>
    </section>`;
  }

  private table(intervals: Interval[]) {
    const begin = time(intervals[0]?.beginsAt);
    const length = time(intervals.at(-1)?.endsAt) - begin || 1;
    const at = now();
    const idle = this.withoutEffectIn.includes(this.region);
    const applied = !idle && !this.stoppedIn.includes(this.region);
    const present = !applied ? undefined : intervals.find((one) => at >= time(one.beginsAt) && at < time(one.endsAt));
    return html`<svg class="band" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
        ${intervals.map(
          (one) => svg`<rect class="arm-${one.arm}" x=${(1000 * (time(one.beginsAt) - begin)) / length} y="0" width=${(1000 * (time(one.endsAt) - time(one.beginsAt))) / length - 3} height="40"></rect>`,
        )}
      </svg>
      ${idle ? html`<p class="note warn" role="status">${t('experiment.notApplied')}</p>` : nothing}
      ${present ? html`<p role="status">${t('experiment.now', { arm: tv('arm', present.arm), until: clockTime(present.endsAt, false, zoneIn(this.region)) })}</p>` : nothing}
      <table class="narrow">
        <thead>
          <tr><th>${t('experiment.from')}</th><th>${t('experiment.until')}</th><th>${t('experiment.arm')}</th></tr>
        </thead>
        <tbody>
          ${intervals.map(
            (one) => html`<tr aria-current=${one === present ? 'time' : nothing}>
              <td class="number">${clockTime(one.beginsAt, false, zoneIn(this.region))}</td>
              <td class="number">${clockTime(one.endsAt, false, zoneIn(this.region))}</td>
              <td><i class="key arm-${one.arm}"></i>${tv('arm', one.arm)}</td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private choose(event: Event) {
    const form = event.currentTarget as HTMLFormElement;
    if (form.reportValidity()) {
      const chosen = new FormData(form);
      this.date = String(chosen.get('date'));
      this.region = String(chosen.get('region') ?? this.region);
      void this.read();
    }
  }
}

function time(at: string | null | undefined): number {
  return at ? Date.parse(at) : 0;
}
