import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';

/** So many workspaces keep their clients ready. */
const MOST_WORKSPACES = 500;
/** A workspace's clients are let go after this time, in ms, since each new token brings one more. */
const KEPT_MS = 12 * 60 * 60 * 1000;

/**
 * Bounds what Bolt keeps for ever: the Web API clients of every workspace and every token. A client that was let go still
 * finishes what it is at. Bolt's field is private: test/slack/client-pool.test.ts fails if it changes.
 */
export function boundClients(app: App, mostWorkspaces: number = MOST_WORKSPACES): void {
  const clients = new LRUCache<string, object>({ max: mostWorkspaces, ttl: KEPT_MS });
  (app as unknown as { clients: object }).clients = new Proxy(
    {},
    {
      get: (_, team) => clients.get(String(team)),
      set: (_, team, pool: object) => {
        clients.set(String(team), pool);
        return true;
      },
      ownKeys: () => [...clients.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
}
