import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { describeError } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';

const MOST_PEOPLE = 5_000;
/** What Slack said of a person is believed for so long, in ms. */
const BELIEVED_MS = 10 * 60 * 1000;

/** What is known of a person from Slack. */
export interface KnownPerson {
  user: string;
  /** All names that they go by, to be taken out of texts. */
  names: string[];
  /** A guest, or somebody of another company. */
  isGuest: boolean;
}

const Name = z.string().optional();
const Info = z.looseObject({
  user: z.looseObject({
    name: Name,
    real_name: Name,
    profile: z.looseObject({ real_name: Name, display_name: Name }).optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
  }),
});

/** Who people are, as Slack tells it; remembered in memory for some minutes. */
export class People {
  readonly #known = new LRUCache<string, KnownPerson>({ max: MOST_PEOPLE, ttl: BELIEVED_MS });
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** A person; undefined when Slack does not tell. */
  async find(client: WebClient, team: string, user: string): Promise<KnownPerson | undefined> {
    const key = `${team}:${user}`;
    const known = this.#known.get(key);
    if (known) return known;
    try {
      const found = knownFrom(user, Info.parse(await client.users.info({ user })));
      this.#known.set(key, found);
      return found;
    } catch (error) {
      this.#log.warn({ failure: describeError(error) }, 'Slack does not tell who somebody is');
      return undefined;
    }
  }
}

function knownFrom(user: string, { user: told }: z.infer<typeof Info>): KnownPerson {
  const { name, real_name, profile, is_restricted, is_ultra_restricted, is_stranger } = told;
  const names = [real_name, profile?.real_name, profile?.display_name, name];
  return {
    user,
    names: [...new Set(names.flatMap((each) => each?.trim() || []))],
    isGuest: [is_restricted, is_ultra_restricted, is_stranger].includes(true),
  };
}
