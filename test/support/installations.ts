import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { Source } from '../../src/slack/access.ts';
import { Departures } from '../../src/slack/departures.ts';
import type { Installation } from '../../src/slack/installation.ts';
import { Installations } from '../../src/slack/installations.ts';
import { rotationBy } from '../../src/slack/token-rotation.ts';
import { clientOptions } from '../../src/slack/web-api-options.ts';
import type { Store } from '../../src/store/store.ts';
import { DAY_MS, silent } from './rolefit.ts';
import { aHome, aKey, type Backend, opened } from './stores.ts';

/* Installations and departures without a running app. */

export const HOUR_MS = 60 * 60 * 1000;
/** When the clock of `aClock` begins, in ms of UTC. */
export const START = Date.UTC(2026, 0, 5);

export const aClock = () => {
  const clock = { at: START };
  return { clock, now: () => clock.at };
};

export const inTeam = (teamId: string, enterpriseId?: string): Source => ({
  teamId,
  enterpriseId,
  isEnterpriseInstall: false,
});
export const inOrg = (enterpriseId: string, teamId?: string): Source => ({
  teamId,
  enterpriseId,
  isEnterpriseInstall: true,
});

export const installation = (owner: string, installedAt = START): Installation => ({
  owner,
  name: owner,
  bot: { id: 'B1', userId: 'U1', token: `xoxb-of-${owner}`, scopes: [] },
  installedAt,
});

/** All of what start.ts puts together over a store, without Slack's events. */
export function over(store: Store, now: () => number, slack?: LocalSlack) {
  const departures = new Departures({ store, log: silent, eraseAfterMs: 30 * DAY_MS, now });
  const rotate = slack
    ? rotationBy({ ...slack, clientOptions: clientOptions(slack.apiUrl), now })
    : () => Promise.reject(new Error('There is no Slack in this test.'));
  return { departures, installations: new Installations({ store, departures, rotate, log: silent, now }) };
}

/** The same over an empty store that has a key, with the clock that they go by. */
export async function aHouse(backend: Backend) {
  const { store } = await opened(await aHome(backend, [aKey()]));
  const { clock, now } = aClock();
  return { store, clock, ...over(store, now) };
}
