import { LRUCache } from 'lru-cache';

/** How often something may happen: so much at once, and one more after each `everyMs`. */
interface Rate {
  atOnce: number;
  everyMs: number;
}

const A_PERSON: Rate = { atOnce: 20, everyMs: 3_000 };
const A_WORKSPACE: Rate = { atOnce: 200, everyMs: 300 };
/** Of so many people and workspaces it is remembered how much they asked. */
const MOST = 10_000;

/** Tokens left at a time, in ms since 1970. */
interface Bucket {
  tokens: number;
  at: number;
}

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
  readonly #buckets = new LRUCache<string, Bucket>({ max: MOST });
  readonly #told = new LRUCache<string, number>({ max: MOST });

  /** @param now gives ms since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one question of a person. Undefined when it may be answered. */
  take(team: string, user: string): TooMany | undefined {
    const person = `${team}:${user}`;
    const [own, all] = [this.#fill(person, A_PERSON), this.#fill(team, A_WORKSPACE)];
    if (own.tokens < 1) return this.#refuse('person', person, waitFor(own, A_PERSON));
    if (all.tokens < 1) return this.#refuse('workspace', person, waitFor(all, A_WORKSPACE));
    this.#buckets.set(person, { ...own, tokens: own.tokens - 1 });
    this.#buckets.set(team, { ...all, tokens: all.tokens - 1 });
    this.#told.delete(person);
    return undefined;
  }

  #fill(key: string, { atOnce, everyMs }: Rate): Bucket {
    const now = this.#now();
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: atOnce, at: now };
    return { tokens: Math.min(atOnce, tokens + Math.max(0, now - at) / everyMs), at: now };
  }

  #refuse(whose: TooMany['whose'], person: string, waitMs: number): TooMany {
    const now = this.#now();
    const wasTold = (this.#told.get(person) ?? 0) > now;
    if (!wasTold) this.#told.set(person, now + waitMs);
    return { whose, waitMs, wasTold };
  }
}

const waitFor = ({ tokens }: Bucket, { everyMs }: Rate): number => Math.ceil((1 - tokens) * everyMs);

/** What is said to who asks too much: when to try again. */
export function tooManyWords({ whose, waitMs }: TooMany): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const soon = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return whose === 'person'
    ? `That is a lot at once. Please try again in ${soon}.`
    : `This workspace asks me a lot at the moment. Please try again in ${soon}.`;
}
