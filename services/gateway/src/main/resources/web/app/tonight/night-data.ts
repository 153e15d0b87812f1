import { timeOf } from '../core/business-date';
import { now } from '../core/clock';
import { showTimesIn } from '../core/format';
import { policies, presentPolicy } from '../core/policies';
import { dateIn, regionNamed, zoneOf } from '../core/regions';
import { pages, recent, RequestError } from '../graphql/client';
import {
  Calls,
  CallsChanged,
  Fleet,
  NightFigures,
  Waiting,
  Zones,
  ZonesChanged,
  type CallFilter,
  type CallRow,
  type CallStatus,
  type FiguresView,
  type FleetRow,
  type PolicyView,
  type ZonePlan,
} from '../graphql/operations';
import { connection, subscribe } from '../graphql/socket';
import { position } from '../map/positions';

/** What is known of the night in one region: told by subscriptions. Calls are read again every few seconds only while the subscription to them is away, and else seldom. */

export const RECENT_MINUTES = 30;

const LIVE: CallStatus[] = ['REQUESTED', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING'];
const MOST_PAGES = 5;
const PAGE_SIZE = 100;
/** So many calls are read at most. */
export const MOST_CALLS = MOST_PAGES * PAGE_SIZE;
/** How old an answer may be that another viewer was given: less than until it is asked for again. */
const OLDEST_SECONDS = 3;
/** Viewers ask for the same time, so that they share an answer. */
const SAME_MILLIS = 10_000;
/** So long nothing may be told before the calls are read. */
const QUIET_MILLIS = 15_000;
/** How often the calls of the last minutes are read although they are followed: a message that was missed is made good then. */
const SELDOM_MILLIS = 60_000;

/** What is read by itself. */
type Read = 'regions' | 'live' | 'recent' | 'waiting' | 'fleet' | 'night';

/** Calls, as many as are read at most. */
export function callsOf(filter: CallFilter) {
  return pages(MOST_PAGES, async (after) => {
    const { calls } = await recent(Calls, { filter, after }, OLDEST_SECONDS);
    return { items: calls.edges.map((edge) => edge.node), pageInfo: calls.pageInfo };
  });
}

/** Whether a call's customer waits in a region, as far as it is known where she does. */
export function isIn({ bounds }: PolicyView, call: CallRow): boolean {
  const at = position(call.origin);
  return !at || (at[0] >= bounds.west && at[0] <= bounds.east && at[1] >= bounds.south && at[1] <= bounds.north);
}

export class NightData {
  regions: PolicyView[] = [];
  region?: PolicyView;
  zones?: ZonePlan;
  readonly live = new Map<string, CallRow>();
  readonly recent = new Map<string, CallRow>();
  /** What is counted since the window began; unknown until it could be read. */
  night?: FiguresView;
  /** The supporters at work; unknown until the gateway has told. */
  supporters?: FleetRow[];
  parked = 0;
  moreParked = false;
  /** Since when the first of the parked calls is. */
  parkedSince?: string;
  openDisputes = 0;
  moreDisputes = false;
  /** Whether there are more live calls than are read. */
  cut = false;
  /** The same of the calls of the last minutes: then shares and the calls per minute leave the earlier ones out. */
  recentCut = false;
  loaded = false;

  /** What failed last, by what was read; that something else can be read says nothing of it. */
  private readonly failures = new Map<Read, RequestError>();
  /** Whether the calls of the region have come by subscription, and nothing failed since. */
  private told = false;
  /** When they were told or read last: nothing is told where nothing changes, and where the gateway itself cannot read. By the page's own clock: the night's may jump. */
  private toldAt = -Infinity;
  /** When each call was told last, by the same clock. */
  private readonly callToldAt = new Map<string, number>();
  private recentReadAt = -Infinity;
  private endRegion: Array<() => void> = [];

  constructor(private readonly changed: () => void) {}

  /** Reads which regions there are, and follows the one of a name; without one, or of one that is none, the one that was looked at last. */
  async start(wanted: string): Promise<void> {
    await this.reading('regions', async () => {
      this.regions = await policies();
      const region = regionNamed(this.regions, wanted) ?? (await presentPolicy());
      if (region?.region === this.region?.region) {
        this.region = region;
      } else {
        this.choose(region);
      }
    });
  }

  choose(region: PolicyView | undefined) {
    this.region = region;
    this.zones = undefined;
    this.supporters = undefined;
    this.night = undefined;
    this.told = false;
    this.toldAt = -Infinity;
    this.callToldAt.clear();
    this.recentReadAt = -Infinity;
    this.failures.delete('fleet');
    this.endRegion.splice(0).forEach((end) => end());
    if (region) {
      showTimesIn(region.timeZone);
      const where = { product: region.product ?? 'DRIVER', region: region.region } as const;
      this.endRegion = [
        subscribe(ZonesChanged, where, ({ zonesChanged }) => {
          this.zones = zonesChanged ?? this.zones;
          this.changed();
        }),
        subscribe(
          CallsChanged,
          where,
          ({ callsChanged }) => {
            if (callsChanged) {
              this.follow(callsChanged.calls, callsChanged.more);
              this.changed();
            }
          },
          () => (this.told = false), // then they are read, and reading says what fails
        ),
        subscribe(
          Fleet,
          where,
          ({ fleet }) => {
            this.supporters = fleet?.supporters ?? this.supporters;
            this.failures.delete('fleet');
            this.changed();
          },
          (failure) => {
            this.failures.set('fleet', failure);
            this.changed();
          },
        ),
      ];
    }
    this.changed();
  }

  end() {
    this.endRegion.splice(0).forEach((end) => end());
  }

  /** The first of what cannot be read now. */
  get failure(): RequestError | undefined {
    return [...this.failures.values()][0];
  }

  today(): string {
    return dateIn(this.region, now());
  }

  /** When the window of a business date began, in milliseconds since 1970. */
  windowBegin(date: string): number {
    return timeOf(date, this.region?.windowBegin ?? '21:00', zoneOf(this.region));
  }

  /** Whether calls come by themselves. */
  private followed(): boolean {
    return this.told && connection() === 'live';
  }

  async readLive(): Promise<void> {
    const begun = performance.now();
    if (this.followed() && begun - this.toldAt < QUIET_MILLIS) {
      return;
    }
    await this.reading('live', async () => {
      const { items, cut } = await this.calls({ statuses: LIVE });
      if (this.toldAt >= begun) {
        return; // what was told meanwhile is newer
      }
      this.toldAt = begun;
      this.cut = cut;
      this.live.clear();
      items.filter((call) => this.here(call)).forEach((call) => this.take(call));
      this.loaded = true;
    });
  }

  async readRecent(): Promise<void> {
    if (this.followed() && performance.now() - this.recentReadAt < SELDOM_MILLIS) {
      return;
    }
    await this.reading('recent', async () => {
      const begun = performance.now();
      const from = new Date(Math.floor(now() / SAME_MILLIS) * SAME_MILLIS - RECENT_MINUTES * 60_000).toISOString();
      const { items, cut } = await this.calls({ from });
      this.recentCut = cut;
      this.recentReadAt = performance.now();
      // what was told meanwhile is newer; all else is as it was read, or is gone
      const newer = [...this.recent].filter(([callId]) => (this.callToldAt.get(callId) ?? -Infinity) >= begun);
      this.recent.clear();
      items.filter((call) => this.here(call)).forEach((call) => this.recent.set(call.callId, call));
      newer.forEach(([callId, call]) => this.recent.set(callId, call));
    });
  }

  async readWaiting(): Promise<void> {
    await this.reading('waiting', async () => {
      const { parkedCalls, openDisputes } = await recent(Waiting, {}, OLDEST_SECONDS);
      this.parked = parkedCalls.calls.length;
      this.moreParked = parkedCalls.pageInfo.hasNextPage;
      this.parkedSince = parkedCalls.calls.flatMap((one) => one.parked.flatMap(({ since }) => since ?? [])).sort()[0];
      this.openDisputes = openDisputes.disputes.length;
      this.moreDisputes = openDisputes.pageInfo.hasNextPage;
      const { region } = this;
      if (region) {
        const { zones } = await recent(Zones, { product: region.product ?? 'DRIVER', region: region.region }, OLDEST_SECONDS);
        // a plan that was told meanwhile is newer
        if (region === this.region && (zones?.version ?? 0) >= (this.zones?.version ?? 0)) {
          this.zones = zones;
        }
      }
    });
  }

  async readNight(): Promise<void> {
    const { region } = this;
    if (!region) {
      return;
    }
    await this.reading('night', async () => {
      const { kpis } = await recent(NightFigures, { businessDate: this.today(), product: region.product ?? 'DRIVER', region: region.region }, OLDEST_SECONDS);
      if (region === this.region) {
        this.night = kpis.regions[0]?.night ?? undefined;
      }
    });
  }

  /** The gateway tells all that are under way, and what became of those that have changed last. */
  private follow(calls: CallRow[], more: boolean) {
    this.live.clear();
    calls.filter((call) => this.here(call)).forEach((call) => this.take(call));
    this.forgetOld();
    this.cut = more;
    this.told = true;
    this.toldAt = performance.now();
    calls.forEach((call) => this.callToldAt.set(call.callId, this.toldAt));
    this.loaded = true;
    this.failures.delete('live');
  }

  private forgetOld() {
    const earliest = now() - RECENT_MINUTES * 60_000;
    this.recent.forEach((call, callId) => {
      if (call.createdAt && Date.parse(call.createdAt) < earliest) {
        this.recent.delete(callId);
        this.callToldAt.delete(callId);
      }
    });
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
    return callsOf(filter);
  }

  private here(call: CallRow): boolean {
    return !this.region || isIn(this.region, call);
  }

  /** A failure leaves what is known as it is, and is shown until the same can be read again. */
  private async reading(what: Read, read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.failures.delete(what);
    } catch (problem) {
      if (!(problem instanceof RequestError)) {
        throw problem;
      }
      this.failures.set(what, problem);
    }
    this.changed();
  }
}
