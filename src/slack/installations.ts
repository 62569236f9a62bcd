import { setTimeout } from 'node:timers/promises';
import type { AuthorizeResult } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { describeError, slackCodeOf } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';
import { UnreadableDocument } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { type Access, NotInstalled, ownerOf, type Source } from './access.ts';
import { type Departures, ownerKey } from './departures.ts';
import { ENTERPRISE_TEAM, INSTALLATION, INSTALLATION_ID, type Installation } from './installation.ts';
import { hasEnded, isDue, type Rotate } from './token-rotation.ts';

export interface InstallationsParts {
  store: Store;
  departures: Departures;
  rotate: Rotate;
  log: Logger;
  /** Ms since 1970. */
  now: () => number;
}

/** A request waits so long for a new token while the old one holds, in ms: Slack wants it acknowledged within three seconds. */
const PATIENCE_MS = 1_000;

/** So many teams of enterprises are remembered as noted, to spare the store. */
const MOST_NOTED = 10_000;

/** The workspaces and enterprises that installed the app, with their tokens; every process reads them from the store. */
export class Installations implements Access {
  readonly #parts: InstallationsParts;
  readonly #noted = new LRUCache<string, true>({ max: MOST_NOTED });

  constructor(parts: InstallationsParts) {
    this.#parts = parts;
  }

  async signIn(): Promise<void> {
    // Nothing to prove before a workspace is known.
  }

  /**
   * Keeps an installation in place of an earlier one, also of one that cannot be read any more; a workspace that had left is
   * back.
   * @throws StoreError
   */
  async add(installation: Installation): Promise<void> {
    const { owner } = installation;
    const { store, departures, log } = this.#parts;
    await store.exclusive(ownerKey(owner), async () => {
      await this.#of(owner).remove(INSTALLATION_ID);
      await this.#of(owner).write(INSTALLATION_ID, installation);
      await departures.cancel(owner);
    });
    log.info({ workspace: owner }, 'a workspace installed the app');
  }

  async authorize(source: Source): Promise<AuthorizeResult> {
    const found = await this.#find(source);
    const { owner, bot } = await this.#withToken(found);
    const { teamId, enterpriseId } = source;
    if (owner === enterpriseId && teamId !== undefined) await this.#noteTeam(found, teamId);
    return {
      botToken: bot.token,
      botId: bot.id,
      botUserId: bot.userId,
      ...(teamId === undefined ? {} : { teamId }),
      ...(enterpriseId === undefined ? {} : { enterpriseId }),
    };
  }

  /**
   * Removes the token at once. An event that is older than the installation came late, and is passed over. Slack tells of
   * one removal by two events; the second makes up for the first where a process died over it, as the owner is noted last.
   */
  async left(source: Source, at: number): Promise<void> {
    const owner = ownerOf(source);
    const { store, departures } = this.#parts;
    await store.exclusive(ownerKey(owner), async () => {
      const installation = await this.#readable(owner);
      if (installation && Math.floor(installation.installedAt / 1000) > Math.floor(at / 1000)) return;
      const removed = await this.#of(owner).remove(INSTALLATION_ID);
      if (!removed && (await departures.has(owner))) return;
      for await (const { id: team } of store.documents(ENTERPRISE_TEAM, owner).list())
        await departures.record(team, owner);
      await departures.record(owner, owner === source.enterpriseId ? undefined : source.enterpriseId);
    });
  }

  /** The team's own installation, or its enterprise's; the enterprise's first where Slack says so. */
  async #find({ teamId, enterpriseId, isEnterpriseInstall }: Source): Promise<Installation> {
    const owners = isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId];
    for (const owner of owners) {
      const found = owner ? await this.#of(owner).read(INSTALLATION_ID) : undefined;
      if (found) return found;
    }
    throw new NotInstalled(owners.find((owner) => owner !== undefined) ?? 'unknown');
  }

  /** The installation with a token that holds: the next one where it comes in time, or else the one that still holds. */
  async #withToken(found: Installation): Promise<Installation> {
    const { now } = this.#parts;
    if (!isDue(found, now())) return found;
    const rotated = this.#rotated(found.owner);
    if (hasEnded(found, now()))
      return rotated.catch((error: unknown) => Promise.reject(refusal(found, error)));
    const stillHolds = rotated.catch((error: unknown) => this.#goOnWith(found, error));
    const patience = new AbortController();
    const waited = setTimeout(PATIENCE_MS, found, { ref: false, signal: patience.signal });
    try {
      return await Promise.race([stillHolds, waited]);
    } finally {
      patience.abort();
    }
  }

  #goOnWith(found: Installation, error: unknown): Installation {
    if (error instanceof NotInstalled) throw error;
    const { log } = this.#parts;
    log.warn({ workspace: found.owner, failure: describeError(error) }, 'a token could not be renewed yet');
    return found;
  }

  /** Under the lock it is read anew, so that of many that come at once, in any process, one alone asks Slack. */
  #rotated(owner: string): Promise<Installation> {
    const { store, rotate, now } = this.#parts;
    return store.exclusive(ownerKey(owner), async () => {
      const current = await this.#of(owner).read(INSTALLATION_ID);
      if (current === undefined) throw new NotInstalled(owner);
      if (!isDue(current, now())) return current;
      const rotated = await rotate(current);
      await this.#of(owner).write(INSTALLATION_ID, rotated);
      return rotated;
    });
  }

  async #noteTeam({ owner, installedAt }: Installation, team: string): Promise<void> {
    const key = JSON.stringify([owner, installedAt, team]);
    if (this.#noted.has(key)) return;
    const teams = this.#parts.store.documents(ENTERPRISE_TEAM, owner);
    if ((await teams.read(team)) === undefined) await teams.write(team, {});
    this.#noted.set(key, true);
  }

  /** One that cannot be read, such as for want of its key, can be removed all the same. */
  async #readable(owner: string): Promise<Installation | undefined> {
    return this.#of(owner)
      .read(INSTALLATION_ID)
      .catch((error: unknown) => {
        if (error instanceof UnreadableDocument) return undefined;
        throw error;
      });
  }

  #of(owner: string) {
    return this.#parts.store.documents(INSTALLATION, owner);
  }
}

/** Why there is no token, when the last one has ended: Slack takes the refresh token no more, or something passing. */
const refusal = ({ owner }: Installation, error: unknown): unknown =>
  error instanceof Error && slackCodeOf(error) === 'invalid_refresh_token'
    ? new NotInstalled(owner, { cause: error })
    : error;
