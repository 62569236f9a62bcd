import type { Advisor } from '../advisor/advisor.ts';
import type { FactValues } from '../advisor/fact.ts';
import type { Roster } from '../advisor/team/roster.ts';
import { type Standing, standing } from '../advisor/team/standing.ts';
import { type Chart, coverageChart } from '../digest/chart.ts';
import { type DigestContent, digestContent } from '../digest/content.ts';
import { type CoverageDay, coverageDay } from '../digest/coverage-trend.ts';
import type { LocalDate } from '../digest/local-date.ts';
import { readAcceptedGaps } from '../records/accepted-gaps.ts';
import { listShared } from '../records/checks.ts';
import { type DigestRun, listRuns, type TeamSnapshot } from '../records/digest-runs.ts';
import type { Digest } from '../records/digests.ts';
import { questionsSince } from '../records/questions.ts';
import { readRoster } from '../records/roster.ts';
import type { Store } from '../store/store.ts';
import { driftName, driftOfShared, latestOfCompany } from './shared-drift.ts';

/** A digest that is ready to be posted. */
export interface MadeDigest {
  content: DigestContent;
  roster: Roster;
  /** When it was made, in ms. */
  now: number;
  /** Null where there is nothing to draw. */
  chart: Chart | null;
  snapshot: TeamSnapshot;
}

export interface MakingParts {
  store: Store;
  advisor: Pick<Advisor, 'team' | 'passages' | 'rulebook' | 'checkFacts'>;
}

/** So many of the latest runs are looked through for those before. */
const LOOKED_AT = 40;
/** So many of the verdicts that were shared last are judged anew. */
const MOST_DRIFT = 20;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** How a team stands on a local date: its gaps, by the facts of the situation that was shared last. @throws StoreError */
export async function teamStanding(
  { store, advisor }: MakingParts,
  workspace: string,
  date: LocalDate,
): Promise<{ roster: Roster; standing: Standing }> {
  const roster = await readRoster(store, workspace);
  const facts = await companyFacts(store, workspace);
  const gaps = advisor.team.gaps(roster, facts);
  return { roster, standing: standing(gaps, await readAcceptedGaps(store, workspace), date) };
}

/** Makes the digest of a local date, as of an instant (ms), from what is recorded. @throws StoreError */
export async function makeDigest(
  parts: MakingParts,
  workspace: string,
  digest: Pick<Digest, 'id' | 'channel' | 'silentWhenUnchanged'>,
  { name, date, now }: { name: string; date: LocalDate; now: number },
): Promise<MadeDigest> {
  const { store, advisor } = parts;
  const { areas } = advisor.team;
  const { roster, standing } = await teamStanding(parts, workspace, date);
  const past = await pastRuns(store, workspace, digest.id, name);
  const day = coverageDay(date, roster, areas);
  const before = past[0];
  const shared = await listShared(store, workspace, MOST_DRIFT);
  const drift = driftOfShared(shared, digest.channel, advisor.team.facts(roster), advisor);
  const content = digestContent({
    date,
    members: roster.members.length,
    standing,
    last: before ? { date: before.date, standing: before.snapshot } : null,
    areas,
    coverage: [
      ...past.map(({ date, snapshot }): CoverageDay => ({ date, states: snapshot.coverage })).reverse(),
      day,
    ],
    asked: (await questionsSince(store, workspace, now - WEEK_MS)).map(({ passage, asker }) => ({
      theme: advisor.passages.get(passage)?.title ?? passage,
      asker,
    })),
    // A drift is told of once.
    drift: drift.filter((one) => !before?.snapshot.drift.includes(driftName(one))),
    silentWhenUnchanged: digest.silentWhenUnchanged,
  });
  return {
    content,
    roster,
    now,
    chart: roster.members.length > 0 && content.form === 'full' ? coverageChart(content.coverage) : null,
    snapshot: {
      open: [...standing.open],
      resting: [...standing.resting],
      coverage: { ...day.states },
      drift: drift.map(driftName),
    },
  };
}

/** Earlier runs that looked at the team, the newest first. */
async function pastRuns(store: Store, workspace: string, digest: string, name: string) {
  const { documents } = await listRuns(store, workspace, digest, { limit: LOOKED_AT });
  return documents
    .map(({ value }) => value)
    .filter((run): run is DigestRun & { snapshot: TeamSnapshot } => run.snapshot !== null)
    .filter((run) => run.name < name && (run.state === 'posted' || run.reason === 'unchanged'));
}

/** What is known of the company's situation to all: the facts of the situation check that was shared last. */
async function companyFacts(store: Store, workspace: string): Promise<FactValues> {
  const situation = latestOfCompany(await listShared(store, workspace, MOST_DRIFT));
  return new Map((situation?.facts ?? []).map(({ name, value }) => [name, value]));
}
