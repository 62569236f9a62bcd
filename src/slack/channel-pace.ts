import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

/** Slack takes about one message a second in a channel, in ms. */
const CHANNEL_GAP_MS = 1_000;
const MOST_CHANNELS = 10_000;

/** Keeps what this process posts into one channel apart. */
export class ChannelPace {
  readonly #free = new LRUCache<string, number>({ max: MOST_CHANNELS });
  readonly #gapMs: number;

  constructor(gapMs: number = CHANNEL_GAP_MS) {
    this.#gapMs = gapMs;
  }

  /** Resolves when it is this message's turn. */
  async turn(channel: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#free.get(channel) ?? 0);
    this.#free.set(channel, at + this.#gapMs);
    if (at > now) await setTimeout(at - now);
  }
}
