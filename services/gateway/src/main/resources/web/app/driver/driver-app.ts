import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { now } from '../core/clock';
import { ConsoleElement } from '../core/element';
import { clockTime, place, showTimesIn, shownZone } from '../core/format';
import { newKey } from '../core/keys';
import { dateIn, regionNamed, type Region } from '../core/regions';
import { serviceRegions } from '../core/service-regions';
import { request, RequestError } from '../graphql/client';
import {
  BeginWork,
  EndWork,
  MyCall,
  MyCommands,
  MyMembership,
  MyMoves,
  MyNotices,
  MyPay,
  MyShift,
  RespondToMove,
  Rest,
  Resume,
  type EngagementState,
  type EngagementView,
  type NoticeView,
  type Product,
  type StatementView,
  type WorkView,
} from '../graphql/operations';
import { subscribe } from '../graphql/socket';
import { t, tv } from '../i18n/texts';
import { failureNote, loadingNote, zoneNote } from '../parts/notes';
import './command-card';
import './joining-card';
import { keep, kept } from './kept';
import './notice-card';
import './month-card';
import { lateStep, onSteps, send, take, unsent, unsentTimes, type StepKind } from './outbox';
import './pay-card';
import { followPosition, position, reportPositions, staysNear } from './positions';
import { screenOf, stepAfter } from './screen';
import { TAP_MILLIS, Taps } from './taps';
import { allowTone, allowToneWhenTouched } from './tone';
import { ScreenLock } from './wake-lock';

type Shift = ReturnType<NonNullable<typeof MyShift.types>>;
type Move = NonNullable<Shift['activeMove']>;
type DrivenCall = NonNullable<ReturnType<NonNullable<typeof MyCall.types>>['call']>;

const PRODUCT: Product = 'DRIVER';
const APP_VERSION = '5.2.0';
const AFTER: Record<StepKind, EngagementState> = { arrive: 'ARRIVED', pickUp: 'DRIVING', complete: 'FREE' };

/** The supporter's app: one thing to do at a time, with large buttons. */
@customElement('driver-app')
export class DriverApp extends ConsoleElement {
  @state() work?: WorkView | null;
  @state() engagement?: EngagementView;
  @state() private move?: Move | null;
  @state() pay?: StatementView | null;
  @state() call?: DrivenCall | null;
  /** The newest of what operators decided of the driver. */
  @state() private notices: NoticeView[] = [];
  @state() private moreNotices = false;
  @state() private failure?: RequestError;
  /** What the driver did last and was refused; a reading does not take it away. */
  @state() private refused?: RequestError;
  @state() private busy = false;
  @state() private here?: { lat: number; lng: number };
  /** Where the driver works: its clock is the one that is shown. */
  @state() private region?: Region;
  private byHand?: { lat: number; lng: number };
  private readonly taps = new Taps();
  private readonly screen = new ScreenLock();

  protected override begin() {
    const before = kept<Pick<DriverApp, 'work' | 'engagement' | 'call' | 'pay'> & { zone?: string }>();
    if (before?.zone) {
      showTimesIn(before.zone);
    }
    this.work = before?.work;
    this.engagement = before?.engagement;
    this.call = before?.call;
    this.pay = before?.pay;
    void this.read();
    void send();
    this.until(
      subscribe(MyCommands, {}, ({ commands }) => {
        if (commands) {
          this.takeEngagement(commands);
        }
      }),
    );
    this.until(subscribe(MyMoves, { product: PRODUCT }, ({ moves }) => (this.move = moves?.move ?? null)));
    this.until(
      subscribe(MyNotices, {}, ({ driverNotices }) => {
        this.notices = driverNotices?.notices ?? [];
        this.moreNotices = driverNotices?.pageInfo.hasNextPage ?? false;
      }),
    );
    this.until(
      onSteps((refused) => {
        this.refused = refused;
        this.requestUpdate();
        void this.read();
      }),
    );
    this.until(followPosition((at) => (this.here = at)));
    this.until(allowToneWhenTouched());
    this.until(this.screen.follow());
    // with the phone in a pocket, too: a supporter whose positions do not come is one who cannot be reached
    this.always(10_000, () => reportPositions());
    this.every(15_000, () => this.read());
    this.every(1_000, () => {
      this.requestUpdate();
      if (this.call && !this.call.destination) {
        void this.readCall(this.call.callId);
      }
    });
  }

  private async read() {
    try {
      const shift = await request(MyShift, { product: PRODUCT });
      this.work = shift.workStatus;
      this.move = shift.activeMove;
      this.takeEngagement(shift.engagement);
      const date = shift.workStatus?.businessDate;
      this.pay = date ? await this.readPay(date) : null;
      this.failure = undefined;
      await this.follow(shift.workStatus?.region).catch(() => undefined); // then times are shown by the clock of before
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  /** Shows times by the clock of the shift's region, before the first shift by that of the membership's. */
  private async follow(region: string | null | undefined) {
    if (this.region && (!region || region === this.region.region)) {
      return;
    }
    const regions = await serviceRegions();
    const name = region ?? (await request(MyMembership, {})).driver?.memberships?.find((one) => one.product === PRODUCT)?.region;
    this.region = regionNamed(regions, name);
    if (this.region) {
      showTimesIn(this.region.timeZone);
      await staysNear(this.region);
    }
  }

  /** Null before a shift that has begun is in the ledger: a moment later it is. */
  private async readPay(businessDate: string): Promise<StatementView | null> {
    try {
      return (await request(MyPay, { product: PRODUCT, businessDate })).statement;
    } catch (problem) {
      if ((problem as RequestError).reason === 'STATEMENT_NOT_FOUND') {
        return null;
      }
      throw problem;
    }
  }

  private takeEngagement(engagement: EngagementView) {
    if (this.engagement && this.engagement.version > engagement.version) {
      return;
    }
    const before = this.engagement;
    this.engagement = engagement;
    const callId = engagement.command?.callId;
    if (!callId || engagement.state === 'COMMANDED') {
      this.call = undefined;
    } else if (this.call?.callId !== callId || before?.state !== engagement.state) {
      void this.readCall(callId);
    }
  }

  /** Until the call's own service knows that it is accepted, a moment after the command is, it has no destination yet. */
  private async readCall(callId: string) {
    try {
      const { call } = await request(MyCall, { id: callId });
      if (this.engagement?.command?.callId === callId && this.engagement.state !== 'COMMANDED') {
        this.call = call;
      }
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('work')) {
      this.screen.keep(screenOf(this.work, false, undefined) === 'atWork');
    }
    if (this.taps.show(stepAfter(this.shownState()), this.engagement?.command?.callId ?? '')) {
      window.setTimeout(() => this.requestUpdate(), TAP_MILLIS);
    }
  }

  protected override updated(changed: Map<string, unknown>) {
    if (this.engagement && ['work', 'engagement', 'call', 'pay'].some((name) => changed.has(name))) {
      keep({ work: this.work, engagement: this.engagement, call: this.call, pay: this.pay, zone: shownZone() });
    }
  }

  /** What the driver does, with the steps that are taken and not sent yet. */
  private shownState(): EngagementState | undefined {
    const callId = this.engagement?.command?.callId;
    const last = callId ? unsent(callId).at(-1) : undefined;
    return last ? AFTER[last] : (this.engagement?.state ?? undefined);
  }

  protected override render() {
    if (!this.engagement) {
      return html`<section class="phone"><h1>${t('nav.drive')}</h1>${this.failure ? failureNote(this.failure) : loadingNote()}</section>`;
    }
    return html`<section class="phone" @changed=${() => this.read()}>
      <header class="head">
        <h1>${t('nav.drive')}</h1>
        ${this.stateBadge()}
      </header>
      ${failureNote(this.failure)} ${failureNote(this.refused)} ${this.lateness()}
      ${this.work?.zoneWarning ? html`<p class="note warn">${t('drive.zone', { at: clockTime(this.work.zoneWarning.closesAt) })}</p>` : nothing} ${this.now()}
      ${this.pay ? keyed(this.pay.businessDate, html`<pay-card .pay=${this.pay}></pay-card>`) : this.pay === null && this.work ? html`<p class="quiet">${t('drive.noPay')}</p>` : nothing}
      ${repeat(
        this.notices,
        (one) => one.signalId,
        (one) => html`<notice-card .notice=${one}></notice-card>`,
      )}
      ${this.moreNotices ? html`<p class="quiet">${t('notice.more', { count: this.notices.length })}</p>` : nothing}
      <month-card .month=${dateIn(this.region, now()).slice(0, 7)}></month-card>
      <joining-card></joining-card>
    </section>`;
  }

  /** What waits for the network, and what came late: the time that is paid is the one at which a step arrives. */
  private lateness() {
    const times = unsentTimes();
    if (times.length) {
      return html`<p class="note warn" role="status">${t('drive.unsent', { count: times.length, at: clockTime(times[0], true) })}</p>`;
    }
    const late = lateStep();
    return late ? html`<p class="note" role="status">${t('drive.late', { step: t(`drive.${late.kind}`), taken: clockTime(late.takenAt, true), arrived: clockTime(late.arrivedAt, true) })}</p>` : nothing;
  }

  private stateBadge() {
    const { work } = this;
    const shown = this.shownState();
    switch (screenOf(work, Boolean(this.engagement?.command), shown)) {
      case 'unknown':
        return nothing;
      case 'off':
        return html`<p class="badge state">${tv('dispatch', 'OFF')}</p>`;
      default:
        return html`<p class="badge state">${work?.state === 'RESTING' ? tv('dispatch', 'RESTING') : tv('engagement', shown)}</p>`;
    }
  }

  private now() {
    const { work, engagement } = this;
    const command = engagement?.command;
    const shown = this.shownState();
    switch (screenOf(work, Boolean(command), shown)) {
      case 'command':
        return html`${keyed(command?.commandId, html`<command-card .engagement=${engagement}></command-card>`)}`;
      case 'drive':
        return this.drive(command?.callId ?? '', shown);
      case 'unknown':
        return this.failure ? nothing : loadingNote();
      case 'off':
        return this.beginCard(work);
      case 'atWork':
        return work ? this.atWork(work) : nothing;
    }
  }

  private atWork(work: WorkView) {
    return html`${this.move ? this.moveCard(this.move) : nothing}
      <section class="card">
        <p class="large">${work.state === 'RESTING' ? t('drive.resting') : work.state === 'ENDING' ? t('drive.ending') : t('drive.waiting')}</p>
        <p class="quiet">${t('drive.since', { began: clockTime(work.beganAt), ends: clockTime(work.windowEndsAt) })} ${shownZone() ? zoneNote() : nothing}</p>
        <div class="big">
          ${work.state === 'RESTING'
            ? html`<button class="main" ?disabled=${this.busy} @click=${() => this.act(() => request(Resume, { input: this.key() }))}>${t('drive.resume')}</button>`
            : html`<button ?disabled=${this.busy} @click=${() => this.act(() => request(Rest, { input: this.key() }))}>${t('drive.rest')}</button>`}
          <button class="danger" ?disabled=${this.busy} @click=${() => this.endShift()}>${t('drive.end')}</button>
        </div>
      </section>`;
  }

  private beginCard(work: WorkView | null | undefined) {
    return html`<section class="card">
      <p class="large">${t('drive.off')}</p>
      ${work?.endedAt ? html`<p class="quiet">${t('drive.ended', { at: clockTime(work.endedAt), why: tv('endReason', work.endReason) })}</p>` : nothing}
      <div class="big"><button class="main" ?disabled=${this.busy} @click=${() => this.beginShift()}>${t('drive.begin')}</button></div>
      <details>
        <summary>${t('drive.byHand')}</summary>
        <form class="row" @submit=${(event: SubmitEvent) => this.placeByHand(event)}>
          <label>${t('latitude')} <input name="lat" type="number" step="any" min="-90" max="90" required /></label>
          <label>${t('longitude')} <input name="lng" type="number" step="any" min="-180" max="180" required /></label>
          <button>${t('drive.begin')}</button>
        </form>
      </details>
    </section>`;
  }

  private drive(callId: string, shown: EngagementState | undefined) {
    const step = stepAfter(shown);
    const { call } = this;
    return html`<section class="card drive">
      <ol class="steps">
        ${(['ACCEPTED', 'ARRIVED', 'DRIVING'] as const).map((one) => html`<li aria-current=${one === shown ? 'step' : nothing}>${tv('engagement', one)}</li>`)}
      </ol>
      <p>${t('from')}: <b>${place(call?.origin ?? this.engagement?.command?.origin)}</b></p>
      <p class="large">${call?.destination ? html`${t('to')}: ${place(call.destination)}` : t('loading')}</p>
      ${call?.userName ? html`<p>${t('drive.callOut', { name: call.userName })}</p>` : nothing}
      ${step
        ? html`<div class="big"><button class="main" aria-disabled=${this.taps.meant() ? nothing : 'true'} @click=${() => this.take(step, callId)}>${t(`drive.${step}`)}</button></div>`
        : nothing}
    </section>`;
  }

  /** One tap, one step; the last one, which ends the drive and cannot be taken back, after a question. */
  private take(step: StepKind, callId: string) {
    if (this.taps.meant() && (step !== 'complete' || confirm(t('drive.completeAsk')))) {
      take(step, callId);
    }
  }

  private moveCard(move: Move) {
    const rest = move.kind === 'REST';
    return html`<section class="card move" aria-live="polite">
      <h2>${rest ? t('move.restTitle') : t('move.title')}</h2>
      <p class="large">${rest ? t('move.restText') : place(move.destinationInfo)}</p>
      <p class="quiet">${t('move.until', { at: clockTime(move.expiresAt) })}</p>
      ${move.state === 'PROPOSED'
        ? html`<div class="big pair">
            <button class="main" ?disabled=${this.busy} @click=${() => this.respond(move, true)}>${t('move.accept')}</button>
            <button ?disabled=${this.busy} @click=${() => this.respond(move, false)}>${t('move.decline')}</button>
          </div>`
        : html`<p class="badge">${tv('moveState', move.state)}</p>`}
    </section>`;
  }

  private key() {
    return { product: PRODUCT, clientMutationId: newKey() };
  }

  private placeByHand(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.byHand = { lat: Number(form.get('lat')), lng: Number(form.get('lng')) };
    return this.beginShift();
  }

  private async beginShift() {
    allowTone();
    this.busy = true;
    let location = this.byHand ?? this.here;
    if (!location) {
      try {
        location = await position();
      } catch {
        this.refused = new RequestError('NO_POSITION', '', '', true);
        this.busy = false;
        return;
      }
    }
    const at = location;
    await this.act(() =>
      request(BeginWork, {
        input: { location: at, appPlatform: /iPhone|iPad/.test(navigator.userAgent) ? 'IOS' : 'ANDROID', appVersion: APP_VERSION, ...this.key() },
      }),
    );
  }

  private async endShift() {
    if (confirm(t('drive.endAsk'))) {
      await this.act(() => request(EndWork, { input: this.key() }));
    }
  }

  private respond(move: Move, accept: boolean) {
    return this.act(() => request(RespondToMove, { input: { moveId: move.moveId, accept, clientMutationId: newKey() } }));
  }

  private async act(action: () => Promise<unknown>) {
    this.busy = true;
    this.refused = undefined;
    try {
      await action();
      await this.read();
    } catch (problem) {
      this.refused = problem as RequestError;
    }
    this.busy = false;
  }
}
