import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { count, decimal, duration, money, signed } from '../core/format';
import { request, RequestError } from '../graphql/client';
import { DryRunPolicy, type PolicyDryRunFigureKind, type PutPolicyInput } from '../graphql/operations';
import { t, tv, type TextKey } from '../i18n/texts';
import { failureNote } from '../parts/notes';
import { FIELDS, GROUPS } from './fields';

type Run = ReturnType<NonNullable<typeof DryRunPolicy.types>>['policyDryRun'];
type Figure = Run['figures'][number];

/** The gateway gives it up before. */
const LONGEST_MILLIS = 140_000;
const NIGHTS = [2, 3, 4, 5, 6, 7, 8];
const USUAL_NIGHTS = 4;

/** Where less is better. Of no figure it is open. */
const LESS_IS_BETTER: PolicyDryRunFigureKind[] = ['PICKUP_MINUTES_MEAN', 'PICKUP_MINUTES_P95', 'CANCELLED_AFTER_ASSIGNMENT_PERCENT', 'GAVE_UP_PERCENT', 'GINI', 'WAGES_PER_COMPLETED_CALL'];

/** What a changed policy would have done to last night: its calls, or nights of the model, are played under both, which takes up to a minute. */
@customElement('policy-dry-run')
export class PolicyDryRun extends ConsoleElement {
  /** The policy as it would be put; another one makes what was said of the last one void. */
  @property({ attribute: false }) input?: PutPolicyInput;
  @state() private nights = USUAL_NIGHTS;
  /** Not last night, also where there is one. */
  @state() private modelNights = false;
  @state() private run?: Run;
  /** Whether the run that is shown was asked for nights of the model. */
  private ranModel = false;
  @state() private runs = false;
  @state() private beganAt = 0;
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(1_000, () => (this.runs ? this.requestUpdate() : undefined));
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('input') && JSON.stringify(changed.get('input')) !== JSON.stringify(this.input)) {
      this.run = undefined;
      this.failure = undefined;
    }
  }

  private async play() {
    const { input } = this;
    if (!input) {
      return;
    }
    this.runs = true;
    this.beganAt = now();
    this.run = undefined;
    this.ranModel = this.modelNights;
    this.failure = undefined;
    try {
      const { policyDryRun } = await request(DryRunPolicy, { input, nights: this.nights, modelNights: this.modelNights }, LONGEST_MILLIS);
      if (JSON.stringify(input) === JSON.stringify(this.input)) {
        this.run = policyDryRun;
      }
    } catch (problem) {
      this.failure = problem as RequestError;
    } finally {
      this.runs = false;
    }
  }

  protected override render() {
    return html`<section class="dry-run" aria-busy=${this.runs ? 'true' : 'false'}>
      <h3>${t('dryRun.title')}</h3>
      <p class="row">
        <button type="button" ?disabled=${this.runs} @click=${() => this.play()}>${t(this.modelNights ? 'dryRun.runModel' : 'dryRun.run')}</button>
        <label
          >${t('dryRun.calls')}
          <select ?disabled=${this.runs} @change=${(event: Event) => (this.modelNights = (event.target as HTMLSelectElement).value === 'model')}>
            <option value="night" ?selected=${!this.modelNights}>${t('dryRun.lastNight')}</option>
            <option value="model" ?selected=${this.modelNights}>${t('dryRun.modelNights')}</option>
          </select></label
        >
        <label
          >${t('dryRun.nights')}
          <select ?disabled=${this.runs} @change=${(event: Event) => (this.nights = Number((event.target as HTMLSelectElement).value))}>
            ${NIGHTS.map((one) => html`<option value=${one} ?selected=${one === this.nights}>${one}</option>`)}
          </select></label
        >
      </p>
      ${this.runs ? html`<p role="status"><progress aria-label=${t('dryRun.title')}></progress> ${t('dryRun.runs', { age: duration((now() - this.beganAt) / 1_000) })}</p>` : nothing}
      ${this.refused()} ${this.run ? this.table(this.run) : this.runs || this.failure ? nothing : html`<small>${t('dryRun.what')}</small>`}
    </section>`;
  }

  private refused() {
    const own: Record<string, TextKey> = { RESOURCE_EXHAUSTED: 'dryRun.busy', DEADLINE_EXCEEDED: 'dryRun.late' };
    const text = this.failure ? own[this.failure.reason] : undefined;
    return text ? html`<p class="note bad" role="alert">${t(text)}</p>` : failureNote(this.failure);
  }

  private table(run: Run) {
    const ofNight = run.playedCalls === 'NIGHT';
    return html`<p class="quiet">${this.played(run)} ${t('dryRun.size', { calls: count(run.calls), supporters: count(run.supporters) })}</p>
      ${run.leftOut.map((one) => html`<p class="note warn">${t(one.reason === 'TOO_MANY' ? 'dryRun.tooMany' : 'dryRun.notKept', { calls: count(one.calls) })}</p>`)}
      <div class="scroll" tabindex="0" role="region" aria-label=${t('dryRun.title')}>
        <table class="compared">
          <thead>
            <tr><th>${t('figures.figure')}</th><th class="number">${t('dryRun.present')}</th><th class="number">${t('dryRun.proposed')}</th><th class="number">${t('dryRun.difference')}</th></tr>
          </thead>
          <tbody>
            ${run.figures.map(
              (figure) => html`<tr>
                <th scope="row">${tv('dryRunFigure', figure.kind)}</th>
                <td class="number">${this.value(figure.kind, figure.present)}</td>
                <td class="number">${this.value(figure.kind, figure.proposed)}</td>
                <td class="number"><span class=${judged(figure)}>${this.change(figure)}</span> <small>± ${this.change(figure, figure.halfWidth)}</small></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t(ofNight ? 'dryRun.noteNight' : 'dryRun.note')}</p>
      ${run.notSimulated.length ? html`<p class="note warn">${t('dryRun.notSimulated', { fields: run.notSimulated.map(fieldName).join(', ') })}</p>` : nothing}`;
  }

  /** Which calls were played, and why not last night's if those were wanted. */
  private played(run: Run): string {
    if (run.playedCalls === 'NIGHT') {
      return t('dryRun.ofNight', { date: run.businessDate ?? '' });
    }
    const size = run.businessDate ? t('dryRun.asCounted', { date: run.businessDate }) : t('dryRun.usual');
    return this.ranModel ? size : `${t('dryRun.noNight')} ${size}`;
  }

  private value(kind: PolicyDryRunFigureKind, value: number): string {
    return kind === 'WAGES_PER_COMPLETED_CALL' ? money({ amount: Math.round(value), currency: this.currency() }) : t(`dryRunUnit.${unit(kind)}`, { value: decimal(value) });
  }

  /** A difference with its sign; a half width without one. */
  private change(figure: Figure, halfWidth?: number): string {
    const { kind, difference } = figure;
    if (kind === 'WAGES_PER_COMPLETED_CALL') {
      const shown = money({ amount: Math.round(halfWidth ?? difference), currency: this.currency() });
      return halfWidth === undefined && Math.round(difference) > 0 ? `+${shown}` : shown;
    }
    const of = unit(kind) === 'percent' ? 'points' : `dryRunUnit.${unit(kind)}`;
    return t(of as TextKey, { value: halfWidth === undefined ? signed(difference) : decimal(halfWidth) });
  }

  private currency(): string {
    return this.input?.hourlyWage.currency ?? 'KRW';
  }
}

function unit(kind: PolicyDryRunFigureKind): 'percent' | 'minutes' | 'plain' {
  return kind.endsWith('PERCENT') ? 'percent' : kind.startsWith('PICKUP_MINUTES') ? 'minutes' : 'plain';
}

/** A difference is called good or bad only if its interval leaves out zero. */
function judged({ kind, difference, halfWidth }: Figure): string {
  if (Math.abs(difference) <= halfWidth) {
    return '';
  }
  return difference > 0 !== LESS_IS_BETTER.includes(kind) ? 'good' : 'bad';
}

/** The console's name of a field that the services name as the protos do: `assignment.max_pickup`. */
function fieldName(name: string): string {
  const path = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const field = FIELDS.find((one) => one.path.replace(/(Seconds|Minutes|Hours)$/, '') === path || one.path.replace(/Minutes$/, 'Length') === path || one.path === path);
  const group = GROUPS.find((one) => one.name === path);
  return field ? t(`policy.${field.path}` as TextKey) : group ? t(`policyGroup.${group.name}`) : name;
}
