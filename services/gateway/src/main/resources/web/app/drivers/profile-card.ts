import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { KeptKey } from '../core/keys';
import { policies } from '../core/policies';
import { href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { PutDriver, type ActivityMode, type PolicyView, type Product } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { failureNote, loadingNote } from '../parts/notes';

const PRODUCT: Product = 'DRIVER';
const MODES: ActivityMode[] = ['ON', 'OFF'];

interface Membership {
  product: Product | null;
  region: string;
  activityMode: ActivityMode | null;
}

/** A driver's profile, which is put as a whole: a new one, or an existing one with another name or membership. */
@customElement('profile-card')
export class ProfileCard extends ConsoleElement {
  /** Empty for a new one. */
  @property() driverId = '';
  @property() name = '';
  @property({ attribute: false }) memberships: Membership[] = [];
  @state() private opened = false;
  @state() private regions?: PolicyView[];
  /** Empty for no member. */
  @state() private region?: string;
  /** Whose profile was put. */
  @state() private put = '';
  @state() private busy = false;
  @state() private failure?: RequestError;
  private readonly key = new KeptKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('driverId')) {
      this.region = undefined;
      this.put = '';
      this.failure = undefined;
    }
  }

  private member(): Membership | undefined {
    return this.memberships.find((one) => one.product === PRODUCT);
  }

  private toggle(open: boolean) {
    this.opened = open;
    if (open && !this.regions) {
      void this.read();
    }
  }

  private async read() {
    try {
      this.regions = await policies();
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<details class="card" @toggle=${(event: Event) => this.toggle((event.target as HTMLDetailsElement).open)}>
      <summary>${t(this.driverId ? 'profile.change' : 'profile.new')}</summary>
      ${failureNote(this.failure)}
      ${this.put ? html`<p class="note good" role="status">${t('profile.done')} <a href=${href('drivers', this.put)}>${this.put}</a></p>` : nothing}
      ${!this.opened ? nothing : this.regions ? this.form(this.regions) : this.failure ? nothing : loadingNote()}
    </details>`;
  }

  private form(regions: PolicyView[]) {
    const member = this.member();
    const region = this.region ?? member?.region ?? '';
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.save(event)}>
      ${this.driverId ? nothing : html`<label>${t('driver.number')} <input name="driverId" maxlength="64" pattern="[^\\/]+" required autocomplete="off" /></label>`}
      <label>${t('profile.name')} <input name="name" maxlength="100" required .value=${this.name} /></label>
      <label
        >${t('profile.member')}
        <select name="region" @change=${(event: Event) => (this.region = (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${!region}>${t('profile.none')}</option>
          ${[...new Set([...regions.map((one) => one.region), ...(member ? [member.region] : [])])].map((one) => html`<option value=${one} ?selected=${one === region}>${one}</option>`)}
        </select></label
      >
      ${region
        ? html`<label
            >${t('profile.mode')}
            <select name="mode">
              ${MODES.map((one) => html`<option value=${one} ?selected=${one === (member?.activityMode ?? 'ON')}>${tv('mode', one)}</option>`)}
            </select></label
          >`
        : nothing}
      <label>${t('profile.why')} <input name="reason" maxlength="1000" /></label>
      <small>${t('profile.note')}</small>
      <p class="row"><button class="main" ?disabled=${this.busy}>${t('save')}</button></p>
    </form>`;
  }

  private async save(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const driverId = this.driverId || text('driverId');
    const region = text('region');
    const reason = text('reason');
    if (this.member() && !region && !confirm(t('profile.removeAsk', { driver: driverId }))) {
      return;
    }
    const others = this.memberships.flatMap(({ product, region: where, activityMode }) => (product && product !== PRODUCT ? [{ product, region: where, activityMode: activityMode ?? 'OFF' }] : []));
    const input = {
      driverId,
      name: text('name'),
      memberships: [...others, ...(region ? [{ product: PRODUCT, region, activityMode: text('mode') as ActivityMode }] : [])],
      ...(reason ? { reason } : {}),
    };
    this.busy = true;
    this.put = '';
    this.failure = undefined;
    try {
      await request(PutDriver, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      this.put = driverId;
      if (!this.driverId) {
        form.reset();
      }
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}
