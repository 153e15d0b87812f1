import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { businessDate, daysBetween } from '../core/business-date';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { count, dateTime, signed } from '../core/format';
import { newKey } from '../core/keys';
import { policies, presentDate, zoneIn } from '../core/policies';
import { go, href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { Experiments, PolicyHistory, PutExperiment, ReadExperiment, StopExperiment, type ExperimentView, type PolicyView, type Product, type RegionExperimentsView } from '../graphql/operations';
import '../experiments/effect-chart';
import { address, asked, INTERVALS, MOST_NIGHTS, ofAddress, ofStored, phase, washOuts, type Experiment } from '../experiments/experiment';
import '../experiments/plan-card';
import { t, tv } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';

type Readout = ReturnType<NonNullable<typeof ReadExperiment.types>>['switchbackReadout'];

/** Nights are counted a few times a minute. */
const EVERY_MILLIS = 30_000;
const POINTS = 100;

/** Experiments that switch between two versions of a policy: which are stored, which version applies when, what the nights say so far. */
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
  /** The product of the experiment that the form makes. */
  @state() private product: Product = 'DRIVER';
  @state() private stored?: RegionExperimentsView[];
  /** Versions of the policy of the first chosen region, the newest first. */
  @state() private versions: PolicyView[] = [];
  /** The versions in force where an experiment is stored that is neither stopped nor over. */
  @state() private inForce: PolicyView[] = [];

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('query')) {
      this.experiment = ofAddress(new URLSearchParams(this.query));
      this.interval = this.experiment?.intervalMinutes ?? 30;
      this.readout = undefined;
      this.failure = undefined;
      this.versions = [];
      if (this.hasUpdated) {
        void this.read();
      }
    }
  }

  private async read() {
    try {
      this.today = await presentDate();
      this.regions = await policies();
      if (this.regions.length && !this.regions.some((one) => one.product === this.product)) {
        this.product = this.regions[0]?.product ?? this.product;
      }
      this.stored = (await request(Experiments, {})).experiments.regions;
      this.inForce = await this.readInForce(this.stored);
      const first = this.firstChosen();
      if (!this.experiment && !this.versions.length && first) {
        await this.readVersions(first);
      }
      const { experiment } = this;
      if (experiment) {
        const { switchbackReadout } = await request(ReadExperiment, {
          experiment: asked(experiment),
          product: experiment.product,
          regions: experiment.regions,
          nights: experiment.nights,
        });
        if (experiment !== this.experiment) {
          return; // another one is looked at meanwhile
        }
        this.readout = switchbackReadout;
      }
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private async readVersions(chosen: PolicyView) {
    const versions = await history(chosen);
    const first = this.firstChosen();
    if (first?.region === chosen.region && first.product === chosen.product) {
      this.versions = versions; // else another region was chosen meanwhile
    }
  }

  /** The region for which the form stores. */
  private firstChosen(): PolicyView | undefined {
    const form = this.renderRoot.querySelector<HTMLFormElement>('form.fields');
    const chosen = form && new FormData(form).getAll('region').map(String);
    const regions = this.regions?.filter((one) => one.product === this.product);
    return chosen ? regions?.find((one) => chosen.includes(one.region)) : regions?.[0];
  }

  private async readInForce(stored: RegionExperimentsView[]): Promise<PolicyView[]> {
    const regions = stored.filter((region) => region.experiments.some((one) => !this.isDone(region, one)));
    const found = await Promise.all(regions.map(history));
    return found.flatMap((versions) => versions.find((one) => !one.effectiveFrom || Date.parse(one.effectiveFrom) <= now()) ?? []);
  }

  private isDone(region: RegionExperimentsView, one: ExperimentView): boolean {
    return one.stop !== null || phase(ofStored(region, one), this.today).name === 'over';
  }

  /** Where what is looked at is stored. */
  private storedIn(experiment: Experiment) {
    return (this.stored ?? [])
      .filter(({ product, region }) => product === experiment.product && experiment.regions.includes(region))
      .flatMap((region) => region.experiments.map((one) => ({ region, one })))
      .filter(({ region, one }) => address(ofStored(region, one)) === address({ ...experiment, regions: [region.region] }));
  }

  private stoppedIn(experiment: Experiment): string[] {
    return this.storedIn(experiment).flatMap(({ region, one }) => (one.stop ? region.region : []));
  }

  private withoutEffectIn(experiment: Experiment): string[] {
    return this.storedIn(experiment).flatMap(({ region, one }) => (this.withoutEffect(region, one) ? region.region : []));
  }

  protected override render() {
    const { experiment, regions } = this;
    return html`<section>
      <header class="head">
        <h1>${experiment ? t('experiment.of', { name: experiment.name }) : t('nav.experiments')}</h1>
        ${experiment ? html`<a href=${href('experiments')}>${t('experiment.new')}</a>` : nothing}
      </header>
      <p class="lead">${t('experiment.what')} <small>${t('times.ofEach')}</small></p>
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
              <experiment-plan .experiment=${experiment} .today=${this.today} .stoppedIn=${this.stoppedIn(experiment)} .withoutEffectIn=${this.withoutEffectIn(experiment)}></experiment-plan>`
          : this.form(regions)}
      </div>
      <div class="stack">${this.list()} ${experiment ? this.terms(experiment) : nothing}</div>
    </div>`;
  }

  /** What the nights say. */
  private said(experiment: Experiment) {
    const { readout } = this;
    const nights = this.nightsOver(experiment);
    return html`<section class="card">
      <h2>${t('experiment.readout')}</h2>
      <p class="quiet">${t('experiment.nightsOver', { nights, all: experiment.nights })}</p>
      ${!readout ? (this.failure ? nothing : loadingNote()) : this.effect(readout)}
    </section>`;
  }

  /** Where it was stopped in all regions: at most up to the night of the last stop. */
  private nightsOver(experiment: Experiment): number {
    const present = phase(experiment, this.today);
    const nights = present.name === 'before' ? 0 : present.name === 'over' ? experiment.nights : present.night - 1;
    const stops = this.storedIn(experiment).flatMap(({ region, one }) => (one.stop ? this.dateOf(region, one.stop.at) : []));
    const last = stops.sort().at(-1);
    return last && stops.length >= experiment.regions.length ? Math.min(nights, Math.max(0, daysBetween(experiment.firstDate, last) + 1)) : nights;
  }

  private dateOf({ product, region }: RegionExperimentsView, at: string): string {
    const policy = this.regions?.find((one) => one.region === region && one.product === product);
    return policy ? businessDate(Date.parse(at), policy.timeZone, policy.windowBegin) : this.today;
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
        ${this.several() ? fact(t('experiment.product'), tv('product', experiment.product)) : nothing} ${fact(t('experiment.regions'), experiment.regions.join(', '))}
      </dl>
    </section>`;
  }

  private form(all: PolicyView[]) {
    const regions = all.filter((one) => one.product === this.product);
    const products = this.several() ? [...new Set(all.map((one) => one.product))] : [];
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
      ${products.length
        ? html`<label
            >${t('experiment.product')}
            <select name="product" @change=${(event: Event) => this.chooseProduct((event.target as HTMLSelectElement).value as Product)}>
              ${products.map((one) => html`<option value=${one ?? ''} ?selected=${one === this.product}>${tv('product', one)}</option>`)}
            </select></label
          >`
        : nothing}
      <fieldset @change=${() => this.chooseRegion()}>
        <legend>${t('experiment.regions')}</legend>
        <p class="row">
          ${regions.map((one, index) => html`<label class="check"><input type="checkbox" name="region" value=${one.region} ?checked=${index === 0} /> ${one.region}</label>`)}
        </p>
      </fieldset>
      <p class="row"><button class="main" value="show">${t('experiment.show')}</button></p>
      <label
        >${t('experiment.treatmentVersion')}
        <select name="treatment">
          ${this.versions.slice(1).map((one) => html`<option value=${one.version}>${t('experiment.version', { version: one.version, at: dateTime(one.updatedAt, zoneIn(one.region)) })}</option>`)}
        </select></label
      >
      <label>${t('experiment.reason')} <input name="reason" maxlength="500" /></label>
      <p class="row"><button value="put" ?disabled=${this.versions.length < 2}>${t('experiment.put')}</button></p>
      <small>${t('experiment.putNote', { version: this.versions[0]?.version ?? '–' })}</small>
      <small>${t('experiment.nameNote')}</small>
      </form>
    </section>`;
  }

  /** The stored ones of all regions. */
  private list() {
    const all = (this.stored ?? []).flatMap((region) => region.experiments.map((one) => ({ region, one })));
    return html`<section class="card">
      <h2>${t('experiment.stored')}</h2>
      ${all.length
        ? html`<ul class="history">
            ${all.map(({ region, one }) => this.listed(region, one))}
          </ul>`
        : emptyNote(t('experiment.noneStored'))}
    </section>`;
  }

  /** Whether there are policies of more than one product. */
  private several(): boolean {
    return new Set(this.regions?.map((one) => one.product)).size > 1;
  }

  private listed(region: RegionExperimentsView, one: ExperimentView) {
    const experiment = ofStored(region, one);
    const over = this.isDone(region, one);
    return html`<li>
      <p class="row">
        <a href=${address(experiment)} aria-current=${one.name === this.experiment?.name ? 'true' : nothing}>${one.name}</a>
        <small>${this.several() ? `${tv('product', region.product)} · ` : ''}${region.region} · ${one.stop ? t('experiment.stopped') : this.phaseText(experiment)}${this.withoutEffect(region, one)}</small>
        ${over ? nothing : html`<button class="plain" aria-label=${t('experiment.stopOne', { name: one.name })} @click=${() => this.stop(region, one)}>${t('experiment.stop')}</button>`}
      </p>
      <small>${t('experiment.putBy', { by: one.putBy, at: dateTime(one.putAt, zoneIn(region.region)), control: one.controlVersion, treatment: one.treatmentVersion, reason: one.reason })}</small>
      ${one.stop ? html`<br /><small>${t('experiment.stoppedBy', { by: one.stop.stoppedBy, at: dateTime(one.stop.at, zoneIn(region.region)), reason: one.stop.reason })}</small>` : nothing}
    </li>`;
  }

  /** An experiment changes nothing while another version than its control is in force. A control may come into force until the first night. */
  private withoutEffect(region: RegionExperimentsView, one: ExperimentView): string {
    const version = this.inForce.find((policy) => policy.region === region.region && policy.product === region.product)?.version;
    if (this.isDone(region, one) || version === undefined || version === one.controlVersion) {
      return '';
    }
    const present = phase(ofStored(region, one), this.today);
    return present.name === 'before' && version < one.controlVersion ? '' : ` · ${t('experiment.withoutEffect', { version })}`;
  }

  private phaseText(experiment: Experiment): string {
    const present = phase(experiment, this.today);
    switch (present.name) {
      case 'before':
        return t('experiment.before', { date: experiment.firstDate });
      case 'running':
        return t('experiment.running', { night: present.night, all: experiment.nights });
      case 'over':
        return t('experiment.over');
    }
  }

  /** A region may have a policy for each product; an experiment is one of one product. */
  private async chooseProduct(product: Product) {
    this.product = product;
    await this.updateComplete;
    this.chooseRegion();
  }

  private chooseRegion() {
    this.versions = [];
    const first = this.firstChosen();
    if (first) {
      void this.readVersions(first).catch((problem) => (this.failure = problem as RequestError));
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
    const experiment = {
      name: text('name'),
      firstDate: text('firstDate'),
      intervalMinutes: Number(text('interval')),
      washOutMinutes: Number(text('washOut')),
      nights: Number(text('nights')),
      product: this.product,
      regions,
    };
    if ((event.submitter as HTMLButtonElement | null)?.value === 'put') {
      void this.put(experiment, Number(text('treatment')), text('reason'));
    } else {
      go(address(experiment));
    }
  }

  /** Of the first chosen region; each region has experiments of its own. */
  private async put(experiment: Experiment, treatmentVersion: number, reason: string) {
    const control = this.versions[0];
    if (!control || control.region !== experiment.regions[0] || control.product !== experiment.product) {
      this.failure = new RequestError('UNAVAILABLE', t('experiment.treatmentVersion'), '', true);
      return;
    }
    const { regions: _, product, ...terms } = experiment;
    const { region } = control;
    const expectedVersion = this.stored?.find((one) => one.region === region && one.product === product)?.version ?? 0;
    try {
      await request(PutExperiment, {
        input: { ...terms, clientMutationId: newKey(), product, region, controlVersion: control.version, treatmentVersion, reason, expectedVersion },
      });
      this.failure = undefined;
      go(address({ ...experiment, regions: [region] }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private async stop({ product, region }: RegionExperimentsView, { name }: ExperimentView) {
    const reason = window.prompt(t('experiment.stopAsk', { name }))?.trim();
    if (reason === undefined) {
      return;
    }
    if (!reason) {
      this.failure = new RequestError('INVALID_ARGUMENT', t('experiment.reason'), '', false);
      return;
    }
    try {
      await request(StopExperiment, { input: { clientMutationId: newKey(), product, region, name, reason } });
      await this.read();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}

/** The versions of a region's policy, the newest first. */
async function history({ product, region }: Pick<PolicyView, 'product' | 'region'>): Promise<PolicyView[]> {
  return (await request(PolicyHistory, { product: product ?? 'DRIVER', region, after: null })).policyHistory.policies;
}
