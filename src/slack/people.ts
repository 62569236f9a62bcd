import { setTimeout } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { describeError } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';
import type { Place } from './conversation-key.ts';

/** So long is believed what Slack says of somebody, in ms; a new admin waits no longer to be one here. */
const BELIEVED_MS = 60_000;
/** So long is waited for it, in ms; a window can be opened for 3 seconds after a press. */
const PATIENCE_MS = 1_500;
const MOST_PEOPLE = 5_000;

/** What Slack says of somebody. */
export interface PersonInfo {
  user: string;
  /** What people call them: names for display and their handle. */
  names: readonly string[];
  /** Admin or owner of the workspace. */
  isAdmin: boolean;
  isGuest: boolean;
  isBot: boolean;
  isDeactivated: boolean;
  /** From another company, here through a shared channel. */
  isStranger: boolean;
}

const Flag = z.boolean().default(false);
const Name = z.string().default('');
const User = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: Name,
  real_name: Name,
  deleted: Flag,
  is_bot: Flag,
  is_admin: Flag,
  is_owner: Flag,
  is_restricted: Flag,
  is_ultra_restricted: Flag,
  is_stranger: Flag,
  /** In an organisation, the teams that somebody is in. */
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).default({ teams: [] }),
  profile: z.object({ real_name: Name, display_name: Name }).default({ real_name: '', display_name: '' }),
});

/** The people of the workspaces, as Slack tells of them when asked, remembered for a short while. */
export class People {
  readonly #known = new LRUCache<string, PersonInfo>({ max: MOST_PEOPLE, ttl: BELIEVED_MS });
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** What Slack says of somebody; undefined where it does not, for want of a permission or of an answer in time. */
  async info(
    client: WebClient,
    { team, user }: Pick<Place, 'team' | 'user'>,
  ): Promise<PersonInfo | undefined> {
    const known = this.#known.get(`${team}/${user}`);
    if (known) return known;
    const end = new AbortController();
    const late = setTimeout(PATIENCE_MS, undefined, { signal: end.signal, ref: false }).catch(
      () => undefined,
    );
    try {
      return await Promise.race([this.#ask(client, team, user), late]);
    } finally {
      end.abort();
    }
  }

  async #ask(client: WebClient, team: string, user: string): Promise<PersonInfo | undefined> {
    try {
      const told = personInfo(User.parse((await client.users.info({ user })).user), team);
      this.#known.set(`${team}/${user}`, told);
      return told;
    } catch (error) {
      this.#log.warn({ failure: describeError(error) }, 'Slack does not say who somebody is');
      return undefined;
    }
  }

  /** Remembers nothing more of somebody. */
  forget({ team, user }: Pick<Place, 'team' | 'user'>): void {
    this.#known.delete(`${team}/${user}`);
  }
}

function personInfo(user: z.infer<typeof User>, team: string): PersonInfo {
  const { real_name, display_name } = user.profile;
  return {
    user: user.id,
    names: [...new Set([user.real_name, real_name, display_name, user.name].filter((name) => name !== ''))],
    isAdmin: user.is_admin || user.is_owner,
    isGuest: user.is_restricted || user.is_ultra_restricted,
    isBot: user.is_bot || user.id === 'USLACKBOT',
    isDeactivated: user.deleted,
    isStranger: user.is_stranger || isElsewhere(user, team),
  };
}

/** The workspace may be told by its organisation's id, in which nobody of the organisation is a stranger. */
const isElsewhere = ({ team_id, enterprise_user }: z.infer<typeof User>, team: string): boolean =>
  team.startsWith('T') && team_id !== undefined && team_id !== team && !enterprise_user.teams.includes(team);
