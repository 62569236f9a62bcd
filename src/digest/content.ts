import type { Drift } from '../advisor/drift.ts';
import type { Area } from '../advisor/team/area.ts';
import { bySeverity, type Gap, type SuggestedAction } from '../advisor/team/gap.ts';
import { type GapChanges, gapChanges } from '../advisor/team/gap-changes.ts';
import type { Standing } from '../advisor/team/standing.ts';
import { type CoverageDay, type CoverageTrend, coverageTrend } from './coverage-trend.ts';
import { dayWords, type LocalDate } from './local-date.ts';
import { type AskedTheme, type ThemeCount, themesOf } from './themes.ts';

/** What a digest is made of. */
export interface DigestInput {
  /** The planned local date. */
  date: LocalDate;
  /** How many members the roster has. */
  members: number;
  /** The gaps as they stand on that date. */
  standing: Standing;
  /** The digest before this one; null for the first. */
  last: { date: LocalDate; standing: Standing } | null;
  areas: readonly Pick<Area, 'id' | 'label' | 'class'>[];
  /** Past digests' days and this one's. */
  coverage: readonly CoverageDay[];
  /** The week's questions. */
  asked: readonly AskedTheme[];
  /** Stored verdicts that would now differ; those about a person are not told in a channel. */
  drift: readonly Drift[];
  silentWhenUnchanged: boolean;
}

/** What a digest says, as data; its sentences are phrasing's. */
export interface DigestContent {
  headline: string;
  /** Two lines are the headline and the action. A silent one is not posted. */
  form: 'full' | 'two-lines' | 'silent';
  gaps: GapChanges;
  /** The one thing to do next, about the most severe gap; null when there is nothing to do. */
  action: { gap: Gap; action: SuggestedAction } | null;
  coverage: CoverageTrend;
  themes: readonly ThemeCount[];
  drift: readonly Drift[];
}

const NOTHING: Standing = { open: [], resting: [] };

/**
 * What a digest says. Pure: the same input gives the same content. The first digest is always a full one; afterwards, when
 * no gap and no stored verdict changed, it is two lines or, where so set, silent.
 */
export function digestContent(input: DigestInput): DigestContent {
  const { standing, last } = input;
  const drift = input.drift.filter(({ subject }) => subject !== 'candidate');
  const gaps = gapChanges(last?.standing ?? NOTHING, standing);
  const isChanged =
    [gaps.new, gaps.reopened, gaps.closed, gaps.accepted].some(({ length }) => length > 0) ||
    drift.length > 0;
  const [first] = [...standing.open].sort(bySeverity);
  return {
    headline: headlineOf(input, gaps),
    form: last === null || isChanged ? 'full' : input.silentWhenUnchanged ? 'silent' : 'two-lines',
    gaps,
    action: first ? { gap: first, action: first.action } : null,
    coverage: coverageTrend(input.coverage, input.areas),
    themes: themesOf(input.asked),
    drift,
  };
}

/** "3 gaps, 1 new, 2 closed since 23 Nov". */
function headlineOf({ members, standing, last, date }: DigestInput, gaps: GapChanges): string {
  if (members === 0) return 'The team has no members yet';
  const { length } = standing.open;
  const count = length === 0 ? 'No gaps' : length === 1 ? '1 gap' : `${length} gaps`;
  if (!last) return count;
  const changes = [
    counted(gaps.new, 'new'),
    counted(gaps.reopened, 'open again'),
    counted(gaps.closed, 'closed'),
    counted(gaps.accepted, 'accepted'),
  ].filter((part) => part !== '');
  const since = `since ${dayWords(last.date, date)}`;
  return `${[count, ...(changes.length > 0 ? changes : ['nothing new'])].join(', ')} ${since}`;
}

const counted = ({ length }: readonly Gap[], what: string): string => (length > 0 ? `${length} ${what}` : '');
