import { LRUCache } from 'lru-cache';

/** Slack retries an event for some minutes at most. */
const REMEMBERED_MS = 60 * 60 * 1000;
const MOST_EVENTS = 10_000;

/**
 * Remembers what is or was handled, in the memory of one process, so that a retry, or the same message arriving as two
 * kinds of event, is handled once. Bolt acknowledges before its listeners run, so a retry means that Slack missed the
 * acknowledgement, not that the handling failed; but where it did fail, whoever comes next takes it over.
 */
export class SeenEvents {
  readonly #attempts = new LRUCache<string, Promise<void>>({ max: MOST_EVENTS, ttl: REMEMBERED_MS });

  /** Does the work unless it was or is being done under one of the keys; true when it was done by this call. */
  async once(keys: readonly string[], work: () => Promise<void>): Promise<boolean> {
    for (let earlier = this.#find(keys); earlier !== undefined; earlier = this.#find(keys)) {
      if (await succeeded(earlier)) return false;
    }
    const attempt = work();
    for (const key of keys) this.#attempts.set(key, attempt);
    try {
      await attempt;
      return true;
    } catch (error) {
      for (const key of keys) this.#attempts.delete(key);
      throw error;
    }
  }

  #find(keys: readonly string[]): Promise<void> | undefined {
    return keys.map((key) => this.#attempts.get(key)).find((attempt) => attempt !== undefined);
  }
}

const succeeded = (attempt: Promise<void>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  );
