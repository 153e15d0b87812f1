import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count, signed } from '../core/format';
import { policies, presentDate } from '../core/policies';
import { go, href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { ReadExperiment, type PolicyView } from '../graphql/operations';
import '../experiments/effect-chart';
import { address, asked, forget, INTERVALS, keep, kept, MOST_NIGHTS, ofAddress, phase, washOuts, type Experiment } from '../experiments/experiment';
import '../experiments/plan-card';
import { t } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

type Readout = ReturnType<NonNullable<typeof ReadExperiment.types>>['switchbackReadout'];

/** Nights are counted a few times a minute. */
const EVERY_MILLIS = 30_000;
const POINTS = 100;

/** Experiments that switch between two policies: which applies when, what the nights say so far, and whether the treatment has lost. */
@customElement('experiments-page')
export class ExperimentsPage extends ConsoleElement {
  /** The query of the address, which says which experiment is looked at. */
  @property() query = '';
  @state() private regions?: PolicyView[];
  @state() private today = '';
  @state() private experiment?: Experiment;
  @state() private readout?: Readout;
  @state() private failure?: RequestError;
  @state() private interval = 30;

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('query')) {
      this.experiment = ofAddress(new URLSearchParams(this.query));
      this.interval = this.experiment?.intervalMinutes ?? 30;
      this.readout = undefined;
      this.failure = undefined;
      if (this.hasUpdated) {
        void this.read();
      }
    }
  }

  private async read() {
    try {
      this.today = await presentDate();
      this.regions = await policies();
      const { experiment } = this;
      if (experiment) {
        const { switchbackReadout } = await request(ReadExperiment, {
          experiment: asked(experiment),
          product: this.product(experiment),
          regions: experiment.regions,
          nights: experiment.nights,
        });
        if (experiment !== this.experiment) {
          return; // another one is looked at meanwhile
        }
        this.readout = switchbackReadout;
        keep(experiment);
      }
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private product(experiment: Experiment) {
    return this.regions?.find((one) => experiment.regions.includes(one.region))?.product ?? 'DRIVER';
  }

  protected override render() {
    const { experiment, regions } = this;
    return html`<section>
      <header class="head">
        <h1>${experiment ? t('experiment.of', { name: experiment.name }) : t('nav.experiments')}</h1>
        ${experiment ? html`<a href=${href('experiments')}>${t('experiment.new')}</a>` : nothing}
      </header>
      <p class="lead">${t('experiment.what')}</p>
      ${failureNote(this.failure)}
      ${!regions ? (this.failure ? nothing : loadingNote()) : !regions.length ? emptyNote(t('policies.none')) : this.content(regions)}
    </section>`;
  }

  private content(regions: PolicyView[]) {
    const { experiment } = this;
    return html`<div class="two wide">
      <div class="stack">
        ${experiment
          ? html`${this.said(experiment)}
              <experiment-plan .experiment=${experiment} .today=${this.today} .product=${this.product(experiment)}></experiment-plan>`
          : this.form(regions)}
      </div>
      <div class="stack">${this.list()} ${experiment ? this.terms(experiment) : nothing}</div>
    </div>`;
  }

  /** What the nights say. */
  private said(experiment: Experiment) {
    const { readout } = this;
    const now = phase(experiment, this.today);
    const nights = now.name === 'before' ? 0 : now.name === 'over' ? experiment.nights : now.night - 1;
    return html`<section class="card">
      <h2>${t('experiment.readout')}</h2>
      <p class="quiet">${t('experiment.nightsOver', { nights, all: experiment.nights })}</p>
      ${!readout ? (this.failure ? nothing : loadingNote()) : this.effect(readout)}
    </section>`;
  }

  private effect(readout: Readout) {
    const { difference, lower, upper } = readout;
    const known = difference !== null && lower !== null && upper !== null;
    const figure = (label: string, value: string, note: string, kind = '') =>
      html`<div class="figure ${kind}"><dt>${label}</dt><dd><b>${value}</b> <small>${note}</small></dd></div>`;
    return html`${readout.stopDate ? html`<p class="note bad" role="alert"><strong>${t('experiment.lost')}</strong> <span>${t('experiment.lostNote', { date: readout.stopDate })}</span></p>` : nothing}
      ${known ? html`<effect-chart .difference=${POINTS * difference} .lower=${POINTS * lower} .upper=${POINTS * upper}></effect-chart>` : emptyNote(t('experiment.tooFew', { blocks: count(readout.blocks) }))}
      <dl class="figures below">
        ${figure(t('experiment.difference'), known ? t('points', { value: signed(POINTS * difference) }) : '–', known ? t('experiment.interval', { lower: signed(POINTS * lower), upper: signed(POINTS * upper) }) : '')}
        ${figure(t('experiment.verdict'), known ? t(readout.differs ? 'experiment.differs' : 'experiment.differsNot') : '–', t('experiment.verdictNote'))}
        ${figure(t('experiment.guard'), t(readout.stopDate ? 'experiment.guardStops' : 'experiment.guardGoesOn'), t('experiment.guardNote'), readout.stopDate ? 'bad' : '')}
        ${figure(t('experiment.blocks'), count(readout.blocks), t('experiment.blocksNote'))}
      </dl>
      <p class="quiet">${t('experiment.readoutNote')}</p>`;
  }

  private terms(experiment: Experiment) {
    const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<section class="card">
      <h2>${t('experiment.terms')}</h2>
      <dl class="facts">
        ${fact(t('experiment.firstDate'), experiment.firstDate)} ${fact(t('experiment.nights'), count(experiment.nights))}
        ${fact(t('experiment.intervalMinutes'), t('minutes', { value: experiment.intervalMinutes }))}
        ${fact(t('experiment.washOutMinutes'), t('minutes', { value: experiment.washOutMinutes }))}
        ${fact(t('experiment.regions'), experiment.regions.join(', '))}
      </dl>
    </section>`;
  }

  private form(regions: PolicyView[]) {
    return html`<section class="card">
      <h2>${t('experiment.new')}</h2>
      <form class="fields" @submit=${(event: SubmitEvent) => this.submitted(event)}>
      <label>${t('experiment.name')} <input name="name" required maxlength="100" /></label>
      <label>${t('experiment.firstDate')} <input name="firstDate" type="date" required .value=${this.today} /></label>
      <label>${t('experiment.nights')} <input name="nights" type="number" required min="1" max=${MOST_NIGHTS} step="1" value="14" /></label>
      <label
        >${t('experiment.intervalMinutes')}
        <select name="interval" @change=${(event: Event) => (this.interval = Number((event.target as HTMLSelectElement).value))}>
          ${INTERVALS.map((one) => html`<option value=${one} ?selected=${one === this.interval}>${t('minutes', { value: one })}</option>`)}
        </select></label
      >
      <label
        >${t('experiment.washOutMinutes')}
        <select name="washOut">
          ${washOuts(this.interval).map((one) => html`<option value=${one} ?selected=${one === 10}>${t('minutes', { value: one })}</option>`)}
        </select></label
      >
      <fieldset>
        <legend>${t('experiment.regions')}</legend>
        <p class="row">
          ${regions.map((one, index) => html`<label class="check"><input type="checkbox" name="region" value=${one.region} ?checked=${index === 0} /> ${one.region}</label>`)}
        </p>
      </fieldset>
      <p class="row"><button class="main">${t('experiment.show')}</button></p>
      <small>${t('experiment.nameNote')}</small>
      </form>
    </section>`;
  }

  private list() {
    const all = kept();
    return html`<section class="card">
      <h2>${t('experiment.kept')}</h2>
      ${all.length
        ? html`<ul class="history">
            ${all.map(
              (one) => html`<li class="row">
                <a href=${address(one)} aria-current=${one.name === this.experiment?.name ? 'true' : nothing}>${one.name}</a>
                <small>${one.regions.join(', ')} · ${this.phaseText(one)}</small>
                <button class="plain" aria-label=${t('experiment.forgetOne', { name: one.name })} @click=${() => this.forget(one)}>${t('experiment.forget')}</button>
              </li>`,
            )}
          </ul>`
        : emptyNote(t('experiment.noneKept'))}
      <p class="quiet">${t('experiment.keptNote')}</p>
    </section>`;
  }

  private phaseText(experiment: Experiment): string {
    const now = phase(experiment, this.today);
    switch (now.name) {
      case 'before':
        return t('experiment.before', { date: experiment.firstDate });
      case 'running':
        return t('experiment.running', { night: now.night, all: experiment.nights });
      case 'over':
        return t('experiment.over');
    }
  }

  private submitted(event: SubmitEvent) {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const regions = given.getAll('region').map(String);
    if (!regions.length) {
      this.failure = new RequestError('INVALID_ARGUMENT', t('experiment.noRegion'), '', false);
      return;
    }
    go(
      address({
        name: text('name'),
        firstDate: text('firstDate'),
        intervalMinutes: Number(text('interval')),
        washOutMinutes: Number(text('washOut')),
        nights: Number(text('nights')),
        regions,
      }),
    );
  }

  private forget(experiment: Experiment) {
    if (window.confirm(t('experiment.forgetAsk', { name: experiment.name }))) {
      forget(experiment);
      this.requestUpdate();
    }
  }
}
