import { now } from '../core/clock';
import { RequestError } from '../graphql/client';
import type { CallRow, PolicyView } from '../graphql/operations';
import { callsOf, isIn, RECENT_MINUTES } from './night-data';

const BLOCK_MILLIS = RECENT_MINUTES * 60_000;

interface Block {
  calls: CallRow[];
  cut: boolean;
}

interface Wanted {
  region: PolicyView;
  /** The number of the block with the moment: how many are before it since 1970. */
  last: number;
}

/**
 * The calls that were requested before a moment that is looked back at. They are read by blocks of half an hour and kept, so that who drags the
 * slider, or lets the night play, does not ask for the same again. A block that goes on is read again.
 */
export class PastCalls {
  failure?: RequestError;
  private readonly blocks = new Map<string, Block>();
  private wanted?: Wanted;
  private asks = false;

  constructor(private readonly changed: () => void) {}

  /** Those of the half hour before, and of some time around it. */
  calls(): CallRow[] {
    return this.shown().flatMap((block) => block.calls);
  }

  /** Whether there were more than are read. */
  get cut(): boolean {
    return this.shown().some((block) => block.cut);
  }

  async show(region: PolicyView | undefined, at: number): Promise<void> {
    this.wanted = region && { region, last: Math.floor(at / BLOCK_MILLIS) };
    if (this.asks) {
      return; // what is wanted last is read next
    }
    this.asks = true;
    try {
      for (let read: Wanted | undefined; this.wanted && this.wanted !== read; ) {
        read = this.wanted;
        await this.read(read.region, read.last - 1);
        await this.read(read.region, read.last);
      }
      this.failure = undefined;
    } catch (problem) {
      if (!(problem instanceof RequestError)) {
        throw problem;
      }
      this.failure = problem;
    } finally {
      this.asks = false;
    }
    this.changed();
  }

  private async read(region: PolicyView, block: number) {
    const [from, to] = [block * BLOCK_MILLIS, (block + 1) * BLOCK_MILLIS];
    if (from >= now() || (this.blocks.has(key(region, block)) && to < now())) {
      return;
    }
    const { items, cut } = await callsOf({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
    this.blocks.set(key(region, block), { calls: items.filter((call) => isIn(region, call)), cut });
  }

  private shown(): Block[] {
    const { wanted } = this;
    return wanted ? [wanted.last - 1, wanted.last].flatMap((block) => this.blocks.get(key(wanted.region, block)) ?? []) : [];
  }
}

function key({ region }: PolicyView, block: number): string {
  return `${region} ${block}`;
}
