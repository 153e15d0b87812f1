import { businessDate } from '../core/business-date';
import { now } from '../core/clock';
import { showTimesIn } from '../core/format';
import { policies } from '../core/policies';
import { pages, request, RequestError } from '../graphql/client';
import {
  AtWork,
  CallChanged,
  Calls,
  Supporter,
  Waiting,
  Zones,
  ZonesChanged,
  type CallFilter,
  type CallRow,
  type CallStatus,
  type DispatchState,
  type PolicyView,
  type ZonePlan,
} from '../graphql/operations';
import { subscribe } from '../graphql/socket';
import { position, type Position } from '../map/positions';

/** What is known of the night in one region: read again every few seconds, and at once where a subscription tells of a change. */

export interface SupporterState {
  driverId: string;
  state: DispatchState | null;
  since: string | null;
  completedDrives: number;
  moveTo?: Position;
}

export const RECENT_MINUTES = 30;

const LIVE: CallStatus[] = ['REQUESTED', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING'];
const CHANGING: CallStatus[] = ['REQUESTED', 'COMMANDED'];
const MOST_PAGES = 5;
/** The gateway takes 50 at once from one socket. */
const MOST_SUBSCRIPTIONS = 40;
const SUPPORTERS_AT_ONCE = 6;

export class NightData {
  regions: PolicyView[] = [];
  region?: PolicyView;
  zones?: ZonePlan;
  readonly live = new Map<string, CallRow>();
  readonly recent = new Map<string, CallRow>();
  readonly supporters = new Map<string, SupporterState>();
  parked = 0;
  openDisputes = 0;
  moreDisputes = false;
  /** Whether there are more live calls than are read. */
  cut = false;
  failure?: RequestError;
  loaded = false;

  private readonly watched = new Map<string, () => void>();
  private readonly readAt = new Map<string, number>();
  private endZones?: () => void;

  constructor(private readonly changed: () => void) {}

  async start(wanted: string | null): Promise<void> {
    await this.reading(async () => {
      this.regions = await policies();
      this.choose(this.regions.find((policy) => policy.region === wanted) ?? this.regions[0]);
    });
  }

  choose(region: PolicyView | undefined) {
    this.region = region;
    this.zones = undefined;
    this.supporters.clear();
    this.endZones?.();
    this.endZones = undefined;
    if (region) {
      showTimesIn(region.timeZone);
      const where = { product: region.product ?? 'DRIVER', region: region.region } as const;
      this.endZones = subscribe(ZonesChanged, where, ({ zonesChanged }) => {
        this.zones = zonesChanged ?? this.zones;
        this.changed();
      });
    }
    this.changed();
  }

  end() {
    this.endZones?.();
    this.watched.forEach((end) => end());
    this.watched.clear();
  }

  today(): string {
    return businessDate(now(), this.region?.timeZone ?? 'Asia/Seoul', this.region?.windowBegin ?? '21:00');
  }

  async readLive(): Promise<void> {
    await this.reading(async () => {
      const { items, cut } = await this.calls({ statuses: LIVE });
      this.cut = cut;
      this.live.clear();
      items.filter((call) => this.here(call)).forEach((call) => this.take(call));
      this.watch();
      this.loaded = true;
    });
  }

  async readRecent(): Promise<void> {
    await this.reading(async () => {
      const from = new Date(now() - RECENT_MINUTES * 60_000).toISOString();
      const { items } = await this.calls({ from });
      this.recent.clear();
      items.filter((call) => this.here(call)).forEach((call) => this.recent.set(call.callId, call));
    });
  }

  async readWaiting(): Promise<void> {
    await this.reading(async () => {
      const { parkedCalls, openDisputes } = await request(Waiting, {});
      this.parked = parkedCalls.calls.length;
      this.openDisputes = openDisputes.disputes.length;
      this.moreDisputes = openDisputes.pageInfo.hasNextPage;
      if (this.region) {
        const { zones } = await request(Zones, { product: this.region.product ?? 'DRIVER', region: this.region.region });
        this.zones = zones;
      }
    });
  }

  /** Who is at work, and of each what the driver does: a few at a time, those first that were read longest ago. */
  async readAtWork(): Promise<void> {
    await this.reading(async () => {
      const { items } = await pages(MOST_PAGES, async (after) => {
        const { statements } = await request(AtWork, { businessDate: this.today(), after });
        return { items: statements.statements, pageInfo: statements.pageInfo };
      });
      const atWork = new Set(items.filter((one) => !one.settled).map((one) => one.driverId));
      [...this.supporters.keys()].filter((driverId) => !atWork.has(driverId)).forEach((driverId) => this.supporters.delete(driverId));
      atWork.forEach((driverId) => {
        if (!this.supporters.has(driverId)) {
          this.supporters.set(driverId, { driverId, state: null, since: null, completedDrives: 0 });
        }
      });
    });
  }

  async readSupporters(): Promise<void> {
    const stalest = [...this.supporters.keys()]
      .sort((one, other) => (this.readAt.get(one) ?? 0) - (this.readAt.get(other) ?? 0))
      .slice(0, SUPPORTERS_AT_ONCE);
    await this.reading(async () => {
      await Promise.all(stalest.map((driverId) => this.readSupporter(driverId)));
    });
  }

  private async readSupporter(driverId: string): Promise<void> {
    this.readAt.set(driverId, performance.now());
    const { dispatchStatus, activeMove } = await request(Supporter, { driverId, product: this.region?.product ?? 'DRIVER' });
    if (!this.supporters.has(driverId)) {
      return;
    }
    const moves = activeMove?.kind === 'PLACE' && (activeMove.state === 'PROPOSED' || activeMove.state === 'ACCEPTED');
    this.supporters.set(driverId, {
      driverId,
      state: dispatchStatus?.state ?? null,
      since: dispatchStatus?.since ?? null,
      completedDrives: dispatchStatus?.completedDrives ?? 0,
      moveTo: moves ? position(activeMove.destinationInfo) : undefined,
    });
  }

  /** Waiting and commanded calls change soonest, so they are watched. */
  private watch() {
    const wanted = [...this.live.values()].filter((call) => call.state && CHANGING.includes(call.state)).slice(0, MOST_SUBSCRIPTIONS);
    const ids = new Set(wanted.map((call) => call.callId));
    this.watched.forEach((end, callId) => {
      if (!ids.has(callId)) {
        end();
        this.watched.delete(callId);
      }
    });
    for (const callId of ids) {
      if (!this.watched.has(callId)) {
        this.watched.set(
          callId,
          subscribe(CallChanged, { callId }, ({ callChanged }) => {
            if (callChanged) {
              this.take(callChanged);
              this.changed();
            }
          }),
        );
      }
    }
  }

  private take(call: CallRow) {
    if (call.state && LIVE.includes(call.state)) {
      this.live.set(call.callId, call);
    } else {
      this.live.delete(call.callId);
    }
    if (this.recent.has(call.callId) || (call.createdAt && Date.parse(call.createdAt) > now() - RECENT_MINUTES * 60_000)) {
      this.recent.set(call.callId, call);
    }
  }

  private calls(filter: CallFilter) {
    return pages(MOST_PAGES, async (after) => {
      const { calls } = await request(Calls, { filter, after });
      return { items: calls.edges.map((edge) => edge.node), pageInfo: calls.pageInfo };
    });
  }

  private here(call: CallRow): boolean {
    const at = position(call.origin);
    const bounds = this.region?.bounds;
    return !at || !bounds || (at[0] >= bounds.west && at[0] <= bounds.east && at[1] >= bounds.south && at[1] <= bounds.north);
  }

  /** A failure leaves what is known as it is, and is shown until a reading succeeds. */
  private async reading(read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.failure = undefined;
    } catch (problem) {
      if (!(problem instanceof RequestError)) {
        throw problem;
      }
      this.failure = problem;
    }
    this.changed();
  }
}
