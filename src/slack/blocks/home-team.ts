import type { KnownBlock, ModalView } from '@slack/types';
import { AREA_CLASSES, type Area, type AreaClass } from '../../advisor/team/area.ts';
import type { AreaCoverage } from '../../advisor/team/coverage.ts';
import type { Gap } from '../../advisor/team/gap.ts';
import type { Roster } from '../../advisor/team/roster.ts';
import { actionSentence, gapSentence, type TeamNames } from '../../phrasing/gap.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { clip } from './limits.ts';
import { listedFew, mentioned } from './mention.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { SEVERITY_NAMES } from './severity.ts';
import { viewOf } from './view.ts';

/** A team, who has what, and what is amiss. */
export interface TeamPicture {
  roster: Roster;
  areas: readonly Area[];
  coverage: readonly AreaCoverage[];
  /** The most severe first. */
  gaps: readonly Gap[];
}

/** Gaps shown in App Home, and in each page of all of them. */
const FIRST_GAPS = 5;
const GAPS_PAGE = 20;
/** Names and titles longer than this are cut. */
const LONGEST_NAME = 80;

const CLASS_NAMES: Readonly<Record<AreaClass, string>> = {
  executive: 'Executive areas',
  'hands-on': 'Hands-on areas',
};

/** What the team covers, and the gaps that matter most. */
export function teamBlocks(team: TeamPicture): KnownBlock[] {
  const { roster, coverage, gaps } = team;
  const seats = roster.members.filter(({ ref }) => ref.kind === 'open-seat').length;
  const people = counted(roster.members.length - seats, 'person', 'people');
  const size = seats > 0 ? `${people}, ${counted(seats, 'open seat', 'open seats')}` : people;
  return [
    section(`*Your team* (${size})`),
    section(AREA_CLASSES.map((work) => coverageLine(work, coverage)).join('\n')),
    section(gaps.length === 0 ? '*Open gaps:* none.' : `*Open gaps* (${gaps.length})`),
    ...gaps.slice(0, FIRST_GAPS).map((gap) => gapSection(gap, namesOf(team))),
    ...(gaps.length > FIRST_GAPS
      ? [{ type: 'actions' as const, elements: [button(ACTIONS.allGaps, `All ${gaps.length} gaps`, '0')] }]
      : []),
  ];
}

/** One page of all gaps, from the one at `from` on. */
export function gapsView(team: TeamPicture, from: number): ModalView {
  const { gaps } = team;
  const shown = gaps.slice(from, from + GAPS_PAGE);
  const buttons = [
    ...(from > 0 ? [button(ACTIONS.gapsPage, 'Before', String(Math.max(0, from - GAPS_PAGE)))] : []),
    ...(from + GAPS_PAGE < gaps.length ? [button(ACTIONS.gapsPage, 'Next', String(from + GAPS_PAGE))] : []),
  ].map((one, at) => ({ ...one, action_id: `${ACTIONS.gapsPage}:${at}` }));
  return viewOf({
    title: 'Open gaps',
    blocks: [
      context(
        shown.length === 0
          ? 'There are no more gaps.'
          : `${from + 1} to ${from + shown.length} of ${gaps.length}, the most pressing first.`,
      ),
      ...shown.map((gap) => gapSection(gap, namesOf(team))),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
    ],
  });
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How far the areas of one class have owners, as a bar and in words. */
function coverageLine(work: AreaClass, coverage: readonly AreaCoverage[]): string {
  const areas = coverage.filter(({ area }) => area.class === work);
  const open = areas.filter(({ owners }) => owners.length === 0);
  const owned = areas.length - open.length;
  const without = listedFew(open.map(({ area }) => escapeMrkdwn(area.label)));
  return [
    `${CLASS_NAMES[work]}: ${'▰'.repeat(owned)}${'▱'.repeat(open.length)} ${owned} of ${areas.length} have an owner.`,
    ...(open.length > 0 ? [`Without one: ${without}.`] : []),
  ].join(' ');
}

const gapSection = (gap: Gap, names: TeamNames): KnownBlock => ({
  ...section(
    `*${SEVERITY_NAMES[gap.severity]}:* ${gapSentence(gap, names)} ${actionSentence(gap.action, names)}`,
  ),
  accessory: button(ACTIONS.passage, 'Read why', gap.passage),
});

/** Names in mrkdwn: mentions of those on Slack. */
function namesOf({ roster, areas }: TeamPicture): TeamNames {
  const members = new Map(roster.members.map((member) => [member.id, member]));
  const labels = new Map(areas.map(({ id, label }) => [id, label]));
  return {
    member(id) {
      const member = members.get(id);
      if (!member) return 'somebody';
      const { ref, title } = member;
      if (ref.kind === 'user') return mentioned(ref.user);
      if (ref.kind === 'person') return escapeMrkdwn(clip(ref.name, LONGEST_NAME));
      return title ? `the seat “${escapeMrkdwn(clip(title, LONGEST_NAME))}”` : 'an open seat';
    },
    area: (id) => escapeMrkdwn(labels.get(id) ?? id),
  };
}
