import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

/** Slack takes about one message a second in a channel. */
const GAP_MS = 1_000;
const MOST_CHANNELS = 10_000;

/** Keeps what this process posts into one channel a second apart. */
export class ChannelPace {
  readonly #free = new LRUCache<string, number>({ max: MOST_CHANNELS });

  /** Resolves when it is this message's turn. */
  async turn(channel: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#free.get(channel) ?? 0);
    this.#free.set(channel, at + GAP_MS);
    if (at > now) await setTimeout(at - now);
  }
}
