import { LRUCache } from 'lru-cache';

/** How often something may happen: so much at once, and one more after each `everyMs`. */
interface Rate {
  atOnce: number;
  everyMs: number;
}

const A_PERSON: Rate = { atOnce: 30, everyMs: 2_000 };
const A_WORKSPACE: Rate = { atOnce: 200, everyMs: 300 };
/** Of so many people and workspaces it is remembered how much they asked. */
const MOST = 10_000;

/** Why something may not happen now. */
export interface TooMany {
  whose: 'person' | 'workspace';
  waitMs: number;
  /** They were told so already, and should not be told with each further try. */
  wasTold: boolean;
}

/**
 * How much people and workspaces ask, as token buckets in the memory of this process: after a restart, and in each of several
 * processes, they begin full.
 */
export class Rates {
  readonly #now: () => number;
  /** When each bucket will be full again, in ms since 1970; that says how full it is. */
  readonly #fullAt = new LRUCache<string, number>({ max: MOST });
  readonly #told = new LRUCache<string, number>({ max: MOST });

  /** @param now gives ms since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one question of a person. Undefined when it may be answered. */
  take(team: string, user: string): TooMany | undefined {
    const person = `${team}:${user}`;
    const ownWait = this.#waitFor(person, A_PERSON);
    if (ownWait > 0) return this.#refuse('person', person, ownWait);
    const wait = this.#waitFor(team, A_WORKSPACE);
    if (wait > 0) return this.#refuse('workspace', person, wait);
    this.#fullAt.set(person, this.#fullAfterOneMore(person, A_PERSON));
    this.#fullAt.set(team, this.#fullAfterOneMore(team, A_WORKSPACE));
    this.#told.delete(person);
    return undefined;
  }

  #fullAfterOneMore(key: string, { everyMs }: Rate): number {
    return Math.max(this.#now(), this.#fullAt.get(key) ?? 0) + everyMs;
  }

  #waitFor(key: string, rate: Rate): number {
    return this.#fullAfterOneMore(key, rate) - this.#now() - rate.atOnce * rate.everyMs;
  }

  #refuse(whose: TooMany['whose'], person: string, waitMs: number): TooMany {
    const now = this.#now();
    const wasTold = (this.#told.get(person) ?? 0) > now;
    if (!wasTold) this.#told.set(person, now + waitMs);
    return { whose, waitMs, wasTold };
  }
}

/** What is said to who asks too much: when to try again. */
export function tooManyWords({ whose, waitMs }: TooMany): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const soon = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return whose === 'person'
    ? `That is a lot at once. Please try again in ${soon}.`
    : `This workspace asks me a lot at the moment. Please try again in ${soon}.`;
}
