/** Calls a minute of each tier of Slack's. */
const PER_MINUTE: Readonly<Record<number, number>> = { 1: 1, 2: 20, 3: 50, 4: 100 };

/** How often a workspace takes messages from an app, all channels together, a minute. */
const POSTS_PER_MINUTE = 300;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/** Slack's limits on the workspace's clock: how often each method, and how often each channel. Off until switched on. */
export class RateLimits {
  readonly #calls = new Map<string, number[]>();

  isOn = false;
  /** Ms since 1970. */
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /**
   * Counts a call of a method of this tier, or a message to `channel`. Returns the seconds to wait when it is one too many;
   * it is not counted then.
   */
  take(method: string, tier: number | undefined, channel?: string): number | undefined {
    if (!this.isOn) return undefined;
    const limits: (readonly [key: string, most: number, windowMs: number])[] = [];
    const most = PER_MINUTE[tier ?? 0];
    if (most !== undefined) limits.push([method, most, MINUTE_MS]);
    if (channel !== undefined) {
      limits.push([`in ${channel}`, 1, SECOND_MS], ['posts', POSTS_PER_MINUTE, MINUTE_MS]);
    }
    const waits = limits.map((limit) => this.#waitOf(...limit));
    const longest = Math.max(0, ...waits);
    if (longest > 0) return Math.ceil(longest / SECOND_MS);
    for (const [key] of limits) this.#calls.set(key, [...(this.#calls.get(key) ?? []), this.now()]);
    return undefined;
  }

  /** Ms until one more call is allowed; 0 when it is now. A clock that was put back counts no call of the future. */
  #waitOf(key: string, most: number, windowMs: number): number {
    const now = this.now();
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
    this.#calls.set(key, recent);
    const oldest = recent[recent.length - most];
    return oldest === undefined ? 0 : oldest + windowMs - now;
  }
}
