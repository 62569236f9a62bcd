import type { Member } from '../../src/advisor/team/roster.ts';
import { type Schedule, weekly } from '../../src/digest/schedule.ts';
import type { PosterFor } from '../../src/digest-runner/poster.ts';
import { DigestRunner } from '../../src/digest-runner/runner.ts';
import type { RunnerParts } from '../../src/digest-runner/runner-parts.ts';
import { DigestSetUp } from '../../src/digest-runner/set-up.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { Message } from '../../src/playground/message.ts';
import { type DigestRun, listRuns } from '../../src/records/digest-runs.ts';
import type { Digest, DigestSettings } from '../../src/records/digests.ts';
import { editRoster } from '../../src/records/roster.ts';
import { singleWorkspace } from '../../src/slack/access.ts';
import { Departures } from '../../src/slack/departures.ts';
import { digestPosters } from '../../src/slack/digest-poster.ts';
import type { Store } from '../../src/store/store.ts';
import { theAdvisor } from './advisor.ts';
import { silent } from './rolefit.ts';
import { aMember } from './team.ts';

export const advisor = theAdvisor();
export const TEAM = 'T0ACMESTD';
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Monday, 23 November 2026, eight o'clock in UTC: nine in Berlin. */
export const MONDAY = Date.UTC(2026, 10, 23, 8);
export const WEEK_MS = 7 * 24 * HOUR_MS;

/** A PNG of one dot: drawing is not what these tests are about. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** What posts into a local Slack. */
export function postersIn(
  { apiUrl: slackApiUrl, botToken }: Pick<LocalSlack, 'apiUrl' | 'botToken'>,
  store: Store,
): PosterFor {
  const departures = new Departures({ store, log: silent, eraseAfterMs: 0, now: Date.now });
  const access = singleWorkspace(botToken, departures);
  return digestPosters({ access, advisor, log: silent, slackApiUrl, channelGapMs: 0 });
}

/** The runner over a local Slack, as the app has it. */
export function aRunner(
  slack: Pick<LocalSlack, 'apiUrl' | 'botToken'>,
  store: Store,
  now: () => number,
  more: Partial<RunnerParts> = {},
): DigestRunner {
  return new DigestRunner({
    store,
    advisor,
    posterFor: postersIn(slack, store),
    log: silent,
    now,
    random: () => 0.5,
    spreadMs: 0,
    concurrency: 8,
    png: async () => DOT,
    ...more,
  });
}

/** A weekly digest of Omar's in #general at nine in Berlin, but for what is told. */
export const aDigest = (
  store: Store,
  at: number,
  { schedule, ...more }: Partial<Omit<DigestSettings, 'schedule'>> & { schedule?: Partial<Schedule> } = {},
): Promise<Digest> =>
  new DigestSetUp({ store, spreadMs: 0 }).create(
    TEAM,
    { by: 'U0OMAROPS', at },
    {
      channel: 'C0GENERAL',
      owner: 'U0OMAROPS',
      silentWhenUnchanged: false,
      enterprise: null,
      ...more,
      schedule: { ...weekly('Europe/Berlin'), ...schedule },
    },
  );

export const setTeam = (store: Store, members: readonly Member[]) =>
  editRoster(store, TEAM, { by: 'U0OMAROPS', at: MONDAY }, () => ({ members }));

/** A founder who owns the budget, so that a digest has something to say. */
export const aSmallTeam = (store: Store) =>
  setTeam(store, [
    aMember('fay', { ref: { kind: 'user', user: 'U0FOUNDER' }, title: 'CEO', owns: ['budget'] }),
  ]);

/** All that became of a digest, the newest first. */
export const runsOf = async (store: Store, digest: string): Promise<DigestRun[]> =>
  (await listRuns(store, TEAM, digest, { limit: 1_000 })).documents.map(({ value }) => value);

/** The digests that stand in a channel. */
export const digestsIn = (slack: LocalSlack, channel = 'C0GENERAL'): readonly Message[] =>
  slack.workspace
    .messages(channel)
    .filter(
      ({ metadata }) => (metadata as { event_type?: string } | undefined)?.event_type === 'rolefit_digest',
    );
