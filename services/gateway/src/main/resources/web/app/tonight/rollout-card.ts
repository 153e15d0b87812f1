import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { KeptKey } from '../core/keys';
import { forgetPolicies } from '../core/policies';
import { href } from '../core/router';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { PolicyHistory, PutPolicy, Regions, type PolicyView } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import { input } from '../policies/fields';

/** What is in force in a region, and the newest version, which may wait for its time. */
interface Rollout {
  present: PolicyView;
  newest: PolicyView;
}

/** What an operator is about to put. */
interface Proposal {
  policy: string;
  percent: number;
}

const EVERY_MILLIS = 15_000;

/** How many of the calls go to supporters in each region, who said so and why; and the control, down to none at all. */
@customElement('rollout-card')
export class RolloutCard extends ConsoleElement {
  @state() private rollouts?: Rollout[];
  @state() private failure?: RequestError;
  @state() private proposal?: Proposal;
  @state() private refused?: RequestError;
  @state() private sending = false;
  @state() private done = '';
  private readonly key = new KeptKey();

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  private async read() {
    try {
      const { policies } = await request(Regions, {});
      this.rollouts = await Promise.all(policies.policies.map(async (newest) => ({ newest, present: waits(newest) ? await inForce(newest) : newest })));
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  protected override render() {
    const { rollouts } = this;
    return html`<section class="card">
      <h2>${t('rollout.title')}</h2>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${rollouts?.length ? html`<ul class="rollouts">${rollouts.map((one) => this.region(one))}</ul>` : rollouts ? emptyNote(t('policies.none')) : this.failure ? nothing : loadingNote()}
      ${this.proposal ? this.dialog(this.proposal) : nothing}
    </section>`;
  }

  private region({ present, newest }: Rollout) {
    const { region, rolloutPercent } = present;
    const propose = (percent: number) => {
      this.refused = undefined;
      this.done = '';
      this.proposal = { policy: name(present), percent };
    };
    return html`<li>
      <p class="row">
        <a href=${href('policies', region)}>${region}</a>
        <b class="number">${rolloutPercent} %</b>
        ${has('operator')
          ? html`<button aria-label=${t('rollout.changeOf', { region })} @click=${() => propose(rolloutPercent)}>${t('rollout.change')}</button>
              <button class="danger" aria-label=${t('rollout.stopOf', { region })} ?disabled=${rolloutPercent === 0 && newest === present} @click=${() => propose(0)}>${t('rollout.stop')}</button>`
          : nothing}
      </p>
      <small>
        ${t('policy.version', { version: present.version, at: dateTime(present.updatedAt), by: present.updatedBy ?? '–' })}
        ${present.updateReason ? html`${t('why')}: ${present.updateReason}` : nothing}
      </small>
      ${newest === present ? nothing : html`<p class="note warn">${t('rollout.waits', { version: newest.version, percent: newest.rolloutPercent, at: dateTime(newest.effectiveFrom) })}</p>`}
    </li>`;
  }

  private dialog({ policy, percent }: Proposal) {
    const rollout = this.rollouts?.find((one) => name(one.present) === policy);
    if (!rollout) {
      return nothing;
    }
    const { present, newest } = rollout;
    const { region, rolloutPercent: before } = present;
    const same = percent === before && newest === present;
    return html`<dialog aria-labelledby="rollout-heading" @close=${() => (this.proposal = undefined)}>
      <form class="fields" @submit=${(event: SubmitEvent) => this.put(event, rollout, percent)}>
        <h3 id="rollout-heading">${t('rollout.heading', { region, before })}</h3>
        ${failureNote(this.refused)}
        <label
          >${t('policy.rolloutPercent')}
          <input
            type="number"
            min="0"
            max="100"
            step="1"
            required
            .value=${String(percent)}
            @input=${(event: Event) => this.typed(policy, event.target as HTMLInputElement)}
        /></label>
        <p role="status">${same ? t('rollout.same') : percent === 0 ? t('rollout.none') : percent < before ? t('rollout.less', { before, percent }) : t('rollout.more', { before, percent })}</p>
        <p class="quiet">${t('rollout.note')}</p>
        ${newest === present ? nothing : html`<p class="note warn">${t('rollout.replaces', { version: newest.version, at: dateTime(newest.effectiveFrom) })}</p>`}
        <label>${t('why')} <input name="reason" maxlength="500" required pattern=".*\\S.*" autocomplete="off" /></label>
        <p class="row">
          <button class=${percent === 0 ? 'danger' : 'main'} ?disabled=${same || this.sending}>${percent === 0 ? t('rollout.stopNow') : t('rollout.put', { percent })}</button>
          <button type="button" @click=${() => this.querySelector('dialog')?.close()}>${t('back')}</button>
        </p>
      </form>
    </dialog>`;
  }

  /** Nothing is proposed while a number is being typed that cannot be. */
  private typed(policy: string, field: HTMLInputElement) {
    if (field.validity.valid) {
      this.proposal = { policy, percent: field.valueAsNumber };
    }
  }

  private async put(event: SubmitEvent, { present, newest }: Rollout, percent: number) {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    const proposed = { ...present, rolloutPercent: percent, version: newest.version };
    this.sending = true;
    try {
      const { putPolicy } = await request(PutPolicy, { input: input(proposed, null, this.key.of({ proposed, reason }), reason) });
      this.key.done();
      forgetPolicies();
      this.querySelector('dialog')?.close();
      this.done = t('rollout.done', { region: present.region, percent: putPolicy.policy.rolloutPercent, version: putPolicy.policy.version });
    } catch (problem) {
      this.refused = problem as RequestError;
    }
    this.sending = false;
    // also after a refusal: somebody else may have put another version meanwhile
    await this.read();
  }
}

function name({ product, region }: PolicyView): string {
  return `${product}/${region}`;
}

function waits(policy: PolicyView): boolean {
  return policy.effectiveFrom !== null && Date.parse(policy.effectiveFrom) > now();
}

/** The newest version that does not wait for its time. */
async function inForce(newest: PolicyView): Promise<PolicyView> {
  const { policyHistory } = await request(PolicyHistory, { product: newest.product ?? 'DRIVER', region: newest.region });
  return policyHistory.policies.find((one) => !waits(one)) ?? newest;
}
