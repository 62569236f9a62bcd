import { LRUCache } from 'lru-cache';

/** Slack retries an event for some minutes at most. */
const REMEMBERED_MS = 60 * 60 * 1000;
const MOST_EVENTS = 10_000;

/**
 * Remembers what is or was handled, so that a retry, or the same message arriving as two kinds of event, is handled once.
 * In the memory of one process. An event whose handling failed is forgotten, so that its retry is not lost.
 */
export class SeenEvents {
  readonly #seen = new LRUCache<string, true>({ max: MOST_EVENTS, ttl: REMEMBERED_MS });

  /** Does the work unless one of the keys was seen; true when it was done. */
  async once(keys: readonly string[], work: () => Promise<void>): Promise<boolean> {
    if (keys.some((key) => this.#seen.has(key))) return false;
    for (const key of keys) this.#seen.set(key, true);
    try {
      await work();
      return true;
    } catch (error) {
      for (const key of keys) this.#seen.delete(key);
      throw error;
    }
  }
}
