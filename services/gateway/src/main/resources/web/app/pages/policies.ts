import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { momentOf } from '../core/business-date';
import { ConsoleElement } from '../core/element';
import { dateTime, money, showTimesIn } from '../core/format';
import { newKey } from '../core/keys';
import { forgetPolicies, policies, presentPolicy } from '../core/policies';
import { go, href } from '../core/router';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { PolicyHistory, PutPolicy, type PolicyView } from '../graphql/operations';
import { t, tv, type TextKey } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote, zoneNote } from '../parts/notes';
import '../policies/dry-run';
import { told, type Rules } from '../policies/rule-list';
import { differences, GROUPS, input, problems, valueAt, withValue, type Difference, type PolicyField } from '../policies/fields';
import { majorUnits, minorUnits, smallestStep } from '../settlement/money-input';

/** The numbers that operators turn: read, changed with a look at what changes, and every version there was. */
@customElement('policies-page')
export class PoliciesPage extends ConsoleElement {
  @property() region = '';
  @state() private all?: PolicyView[];
  @state() private policy?: PolicyView;
  @state() private edited?: PolicyView;
  @state() private history: PolicyView[] = [];
  /** Where the versions before those that are shown begin; null if there are none. */
  @state() private older: string | null = null;
  @state() private effectiveFrom = '';
  @state() private why = '';
  @state() private failure?: RequestError;
  @state() private done = '';
  @state() private reviewing = false;
  /** What is shown is of another region still. */
  @state() private reads = true;
  private key = newKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('region')) {
      this.reads = true;
      void this.read();
    }
  }

  private async read() {
    const { region } = this;
    try {
      forgetPolicies(); // somebody else may have put one meanwhile
      const all = await policies();
      if (region !== this.region) {
        return; // another one is read already
      }
      this.all = all;
      this.policy = region ? all.find((one) => one.region === region) : await presentPolicy();
      if (this.policy) {
        showTimesIn(this.policy.timeZone);
      }
      this.edited = this.policy;
      this.reads = false;
      this.reviewing = false;
      this.key = newKey();
      this.history = [];
      this.older = null;
      await this.readHistory();
      this.failure = undefined;
    } catch (problem) {
      if (region !== this.region) {
        return;
      }
      this.all = this.policy = this.edited = undefined;
      this.history = [];
      this.failure = problem as RequestError;
      this.reads = false;
    }
  }

  /** The newest versions, then each time those before. */
  private async readHistory() {
    const { policy, older } = this;
    if (policy) {
      const { policyHistory } = await request(PolicyHistory, { product: policy.product ?? 'DRIVER', region: policy.region, after: older });
      if (policy === this.policy && older === this.older) {
        this.history = [...this.history, ...policyHistory.policies];
        this.older = policyHistory.pageInfo.hasNextPage ? policyHistory.pageInfo.endCursor : null;
      }
    }
  }

  private async readOlder() {
    try {
      await this.readHistory();
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    const { all, policy, edited } = this;
    return html`<section>
      <header class="head">
        <h1>${t('nav.policies')}</h1>
        ${(all ?? []).map(
          (one) => html`<a class="badge" href=${href('policies', one.region)} aria-current=${one === policy ? 'page' : nothing}>${tv('product', one.product)} · ${one.region}</a>`,
        )}
      </header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${this.reads ? loadingNote() : !all ? nothing : !policy || !edited ? emptyNote(this.region ? t('policies.notOf', { region: this.region }) : t('policies.none')) : this.content(policy, edited)}
    </section>`;
  }

  private content(policy: PolicyView, edited: PolicyView) {
    const changes = differences(policy, edited);
    const wrong = problems(edited);
    return html`<p class="quiet">
        ${t('policy.version', { version: policy.version, at: dateTime(policy.updatedAt), by: policy.updatedBy ?? '–' })}
        ${policy.effectiveFrom ? t('policy.effective', { at: dateTime(policy.effectiveFrom) }) : ''} ${zoneNote(policy.timeZone)}
      </p>
      <div class="two wide">
        <form class="policy" @submit=${(event: SubmitEvent) => this.review(event)}>
          ${GROUPS.map(
            (group) => html`<fieldset class="card">
              <legend>${t(`policyGroup.${group.name}`)}</legend>
              ${group.fields.map((field) => this.field(field, edited, wrong))}
            </fieldset>`,
          )}
          ${has('operator') ? html`<p class="row stick"><button class="main" ?disabled=${!changes.length || wrong.length > 0}>${t('policy.review', { count: changes.length })}</button>
            <button type="button" ?disabled=${!changes.length} @click=${() => (this.edited = policy)}>${t('policy.undo')}</button>
            ${wrong.length ? html`<span class="bad" role="alert">${t('policy.wrong')}: ${wrong.map(label).join(', ')}</span>` : nothing}
          </p>` : nothing}
        </form>
        <div class="stack">
          ${this.reviewing ? this.confirmation(edited, changes) : nothing}
          <section class="card">
            <h2>${t('policy.history')}</h2>
            <ol class="history">
              ${this.history.map((one, index) => {
                const older = this.history[index + 1];
                return html`<li>
                  <b>${one.version}</b> ${dateTime(one.updatedAt)} <small>${one.updatedBy}</small>
                  ${one.updateReason ? html`<br /><small>${t('why')}: ${one.updateReason}</small>` : nothing}
                  ${older ? this.changes(differences(older, one)) : nothing}
                </li>`;
              })}
            </ol>
            ${this.older ? html`<p><button @click=${() => this.readOlder()}>${t('policy.older')}</button></p>` : nothing}
          </section>
        </div>
      </div>`;
  }

  private confirmation(edited: PolicyView, changes: Difference[]) {
    return html`<section class="card" role="region" aria-label=${t('policy.confirm')}>
      <h2>${t('policy.confirm')}</h2>
      ${this.changes(changes)}
      <policy-dry-run .input=${input(edited, null, this.key)}></policy-dry-run>
      <div class="fields">
        <label
          >${t('policy.from', { zone: this.zone() })}
          <input type="datetime-local" .value=${this.effectiveFrom} @input=${(event: Event) => (this.effectiveFrom = (event.target as HTMLInputElement).value)}
        /></label>
        <small>${t('policy.fromNote')}</small>
        <label>${t('why')} <input maxlength="500" .value=${this.why} @input=${(event: Event) => (this.why = (event.target as HTMLInputElement).value)} /></label>
        <p class="row">
          <button class="main" @click=${() => this.save()}>${t('policy.save')}</button>
          <button @click=${() => (this.reviewing = false)}>${t('back')}</button>
        </p>
      </div>
    </section>`;
  }

  private changes(changes: Difference[]) {
    return html`<ul class="changes">
      ${changes.map((one) => html`<li>${label(one.path)}: <del>${shown(one.before, one.path)}</del> → <ins>${shown(one.after, one.path)}</ins></li>`)}
    </ul>`;
  }

  private field(field: PolicyField, policy: PolicyView, wrong: string[]) {
    const value = valueAt(policy, field.path);
    const invalid = wrong.includes(field.path) ? 'true' : nothing;
    const changed = (next: unknown) => {
      this.edited = withValue(policy, field.path, next);
      this.reviewing = false;
    };
    const text = (event: Event) => (event.target as HTMLInputElement).value;
    switch (field.kind) {
      case 'apps':
      case 'driverTags':
        return html`<rule-list .kind=${field.kind} .name=${label(field.path)} .rules=${(value ?? []) as Rules} @rules=${(event: CustomEvent<Rules>) => changed(event.detail)}></rule-list>`;
      case 'boolean':
        return html`<label class="check"><input type="checkbox" .checked=${value === true} @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)} /> ${label(field.path)}</label>`;
      case 'refusal':
        return html`<label
          >${label(field.path)}
          <select @change=${(event: Event) => changed(text(event))}>
            ${['GENERAL', 'NEXT_SUPPORTER', 'FAIL'].map((one) => html`<option value=${one} ?selected=${one === value}>${tv('refusal', one)}</option>`)}
          </select></label
        >`;
      case 'money': {
        const given = value as { amount: number; currency: string } | null;
        const currency = given?.currency ?? policy.hourlyWage.currency;
        return html`<label
          >${label(field.path)} (${currency})
          <input
            type="number"
            step=${smallestStep(currency)}
            min="0"
            aria-invalid=${invalid}
            .value=${given ? majorUnits(given.amount, currency) : ''}
            @change=${(event: Event) => changed(text(event) === '' ? null : { amount: minorUnits(text(event), currency), currency })}
        /></label>`;
      }
      case 'number':
        return html`<label
          >${label(field.path)}
          <input
            type="number"
            min=${field.min ?? nothing}
            max=${field.max ?? nothing}
            step=${field.step ?? 'any'}
            aria-invalid=${invalid}
            .value=${value === null || value === undefined ? '' : String(value)}
            @change=${(event: Event) => changed(text(event) === '' ? null : Number(text(event)))}
        /></label>`;
      default:
        return html`<label>${label(field.path)} <input type=${field.kind} required .value=${String(value ?? '')} @change=${(event: Event) => changed(text(event))} /></label>`;
    }
  }

  /** That of the policy in force, in which all times of the page are. */
  private zone(): string {
    return this.policy?.timeZone ?? '';
  }

  private review(event: SubmitEvent) {
    event.preventDefault();
    this.reviewing = true;
    this.done = '';
  }

  private async save() {
    if (!this.edited) {
      return;
    }
    try {
      const from = this.effectiveFrom ? momentOf(this.effectiveFrom, this.zone()).toISOString() : null;
      const { putPolicy } = await request(PutPolicy, { input: input(this.edited, from, this.key, this.why.trim()) });
      this.why = '';
      forgetPolicies();
      this.done = t('policy.saved', { version: putPolicy.policy.version });
      await this.read();
      go(href('policies', putPolicy.policy.region), true);
    } catch (problem) {
      this.failure = problem as RequestError;
      // the same key with other values would be refused
      this.key = newKey();
    }
  }
}

function label(path: string): string {
  return t(`policy.${path}` as TextKey);
}

function shown(value: unknown, path: string): string {
  if (value === null || value === undefined) {
    return '–';
  }
  if (typeof value === 'boolean') {
    return value ? t('yes') : t('no');
  }
  if (path === 'onRefusal') {
    return tv('refusal', String(value));
  }
  if (Array.isArray(value)) {
    return value.length ? (value as Rules).map(told).join('; ') : t('rules.none');
  }
  if (typeof value === 'object') {
    return money(value as { amount: number; currency: string });
  }
  return String(value);
}
