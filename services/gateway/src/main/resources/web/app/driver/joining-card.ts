import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import {
  ApplyToGroup,
  LeaveGroup,
  MyMembership,
  SetActivityMode,
  SupplementApplication,
  WithdrawApplication,
  type ApplicationView,
  type Product,
} from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import '../joining/application-card';
import { failureNote, loadingNote } from '../parts/notes';

type Membership = NonNullable<NonNullable<ReturnType<NonNullable<typeof MyMembership.types>>['driver']>['memberships']>[number];

const PRODUCT: Product = 'DRIVER';

/** The driver and the group: apply, answer what an operator asked, withdraw; take part or not; leave. */
@customElement('joining-card')
export class JoiningCard extends ConsoleElement {
  @state() private membership?: Membership | null;
  @state() private application?: ApplicationView | null;
  @state() private failure?: RequestError;
  @state() private busy = false;
  private readonly key = new KeptKey();

  protected override begin() {
    void this.read();
  }

  private async read() {
    try {
      const { driver, applications } = await request(MyMembership, {});
      this.membership = driver?.memberships?.find((one) => one.product === PRODUCT) ?? null;
      this.application = applications.applications.find((one) => one.product === PRODUCT) ?? null;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<details class="card">
      <summary>${t('joining.title')}</summary>
      ${failureNote(this.failure)} ${this.membership === undefined ? (this.failure ? nothing : loadingNote()) : this.membership ? this.member(this.membership) : this.applicant()}
    </details>`;
  }

  private member(membership: Membership) {
    const on = membership.activityMode === 'ON';
    return html`<p>${membership.region} · ${tv('mode', membership.activityMode)}</p>
      <p class="quiet">${membership.suspendedSince ? t('joining.suspended', { at: dateTime(membership.suspendedSince) }) : on ? t('joining.on') : t('joining.off')}</p>
      ${membership.suspendedSince
        ? nothing
        : html`<div class="big"><button ?disabled=${this.busy} @click=${() => this.setMode(on ? 'OFF' : 'ON')}>${on ? t('mode.turnOff') : t('mode.turnOn')}</button></div>`}
      ${this.textForm(t('joining.leave'), t('why'), false, 'danger', (text) => this.leave(text))}`;
  }

  private applicant() {
    const { application } = this;
    const open = application?.state === 'SUBMITTED' || application?.state === 'INFORMATION_REQUIRED';
    return html`${application ? html`<application-card .application=${application}></application-card>` : nothing}
    ${application?.state === 'INFORMATION_REQUIRED'
      ? this.textForm(t('joining.answer'), t('application.question'), true, 'main', (text) =>
          this.act({ applicationId: application.applicationId, text }, (input) => request(SupplementApplication, { input })),
        )
      : nothing}
    ${open && application
      ? html`<div class="big"><button ?disabled=${this.busy} @click=${() => this.withdraw(application)}>${t('joining.withdraw')}</button></div>`
      : this.applyForm(application?.region ?? '')}`;
  }

  private applyForm(region: string) {
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.apply(event)}>
      <p class="quiet">${t('joining.what')}</p>
      <label>${t('joining.region')} <input name="region" maxlength="64" required .value=${region} /></label>
      <label>${t('joining.text')} <textarea name="text" maxlength="1000" rows="3"></textarea></label>
      <button class="main" ?disabled=${this.busy}>${t('joining.apply')}</button>
    </form>`;
  }

  private textForm(button: string, label: string, required: boolean, kind: string, send: (text: string) => unknown) {
    return html`<form
      class="fields"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        send(textOf(event));
      }}
    >
      <label>${label} <textarea name="text" maxlength="1000" rows="2" ?required=${required}></textarea></label>
      <button class=${kind} ?disabled=${this.busy}>${button}</button>
    </form>`;
  }

  private apply(event: SubmitEvent) {
    event.preventDefault();
    const text = textOf(event);
    const region = String(new FormData(event.target as HTMLFormElement).get('region')).trim();
    return this.act({ product: PRODUCT, region, ...(text ? { text } : {}) }, (input) => request(ApplyToGroup, { input }));
  }

  private async withdraw(application: ApplicationView) {
    if (!confirm(t('joining.withdrawAsk'))) {
      return;
    }
    await this.act({ applicationId: application.applicationId }, (input) => request(WithdrawApplication, { input }));
  }

  private setMode(mode: 'ON' | 'OFF') {
    return this.act({ product: PRODUCT, mode }, (input) => request(SetActivityMode, { input }));
  }

  private async leave(text: string) {
    if (confirm(t('joining.leaveAsk'))) {
      await this.act({ product: PRODUCT, ...(text ? { text } : {}) }, (input) => request(LeaveGroup, { input }));
    }
  }

  /** The same again, after a failure, has the same key. */
  private async act<I extends object>(input: I, send: (input: I & { clientMutationId: string }) => Promise<unknown>) {
    this.busy = true;
    this.failure = undefined;
    try {
      await send({ ...input, clientMutationId: this.key.of(input) });
      this.key.done();
      await this.read();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}

function textOf(event: SubmitEvent): string {
  return String(new FormData(event.target as HTMLFormElement).get('text') ?? '').trim();
}
