import { E_TIMEOUT, Mutex, withTimeout } from 'async-mutex';
import { StoreError } from './errors.ts';

/** One mutex a key, in this process; a key that nobody uses takes no memory. */
export class Mutexes {
  readonly #mutexes = new Map<string, Mutex>();
  readonly #running = new Set<Promise<unknown>>();

  /**
   * Runs the job after those before it under the same key.
   * @throws StoreError `busy` when its turn does not come within `timeoutMs`; what the job throws.
   */
  async run<T>(key: string, timeoutMs: number, job: () => Promise<T>): Promise<T> {
    const mutex = this.#mutexes.get(key) ?? new Mutex();
    this.#mutexes.set(key, mutex);
    const done = withTimeout(mutex, timeoutMs).runExclusive(job);
    this.#running.add(done);
    try {
      return await done;
    } catch (error) {
      throw error === E_TIMEOUT ? busy(key, timeoutMs) : error;
    } finally {
      this.#running.delete(done);
      if (!mutex.isLocked() && this.#mutexes.get(key) === mutex) this.#mutexes.delete(key);
    }
  }

  /** How many keys are in use. */
  get size(): number {
    return this.#mutexes.size;
  }

  /** Resolves when no job waits or runs. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}

/** The fault of a key that others keep in use. */
export const busy = (key: string, timeoutMs: number, cause?: unknown): StoreError =>
  new StoreError(
    'busy',
    `"${key}" has been in use for more than ${timeoutMs / 1000} s. Try again; if it lasts, an instance hangs.`,
    { cause },
  );
