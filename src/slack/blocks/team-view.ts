import type { Button, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Area } from '../../advisor/team/area.ts';
import type { Load, Member, Roster } from '../../advisor/team/roster.ts';
import { ACTIONS } from '../actions.ts';
import { memberName } from '../team-names.ts';
import { button } from './button.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

/** What the list of a team remembers: where it was opened, and which page it shows, from 0. */
export const TeamMemory = z.object({ channel: z.string(), page: z.int() });
export type TeamMemory = z.infer<typeof TeamMemory>;

/** So many members are shown at a time. */
const MEMBERS_A_PAGE = 20;

export interface TeamShown {
  roster: Roster;
  areas: readonly Pick<Area, 'id' | 'label'>[];
  /** How many gaps count now. */
  gaps: number;
  /** Whether whoever looks may change it. */
  mayEdit: boolean;
}

/** The team: who is in it, with what they own, a page at a time. */
export function teamView({ roster, areas, gaps, mayEdit }: TeamShown, memory: TeamMemory): ModalView {
  const { length } = roster.members;
  const pages = Math.max(1, Math.ceil(length / MEMBERS_A_PAGE));
  const page = Math.min(Math.max(0, memory.page), pages - 1);
  const shown = roster.members.slice(page * MEMBERS_A_PAGE, (page + 1) * MEMBERS_A_PAGE);
  const labels = new Map(areas.map(({ id, label }) => [id, escapeMrkdwn(label)]));
  return viewOf({
    title: 'Your team',
    remembers: { ...memory, page },
    blocks: [
      section(length === 0 ? EMPTY : `*${people(length)}*, ${gapCount(gaps)}.`),
      ...actionsOf(mainButtons(length, mayEdit)),
      ...(mayEdit && length > 0 ? [context(DIGEST)] : []),
      ...(mayEdit ? [] : [context('Only this workspace’s admins and managers change it.')]),
      ...(pages > 1 && mayEdit ? [finder(roster)] : []),
      ...shown.map((member) => memberBlock(member, labels, mayEdit)),
      ...(pages > 1 ? [pager(page, pages)] : []),
    ],
  });
}

/** Slack takes no row without buttons. */
const actionsOf = (elements: Button[]): KnownBlock[] =>
  elements.length > 0 ? [{ type: 'actions', elements }] : [];

const EMPTY =
  '*Who owns what in your team?* Add people, open seats, and the areas that each of them owns or helps with. Then I tell you what nobody owns, and a weekly digest can keep an eye on it.';

const DIGEST = 'To have this told in a channel every week: `/rolefit digest`.';

const people = (count: number): string => (count === 1 ? '1 member' : `${count} members`);
const gapCount = (count: number): string =>
  count === 0 ? 'no gaps' : count === 1 ? '1 gap' : `${count} gaps`;

const mainButtons = (length: number, mayEdit: boolean): Button[] => [
  ...(mayEdit
    ? [
        button(`${ACTIONS.teamAdd}:user`, 'Add from Slack', 'user'),
        button(`${ACTIONS.teamAdd}:person`, 'Add by name', 'person'),
        button(`${ACTIONS.teamAdd}:open-seat`, 'Add an open seat', 'open-seat'),
        button(ACTIONS.teamPaste, 'Import a table', 'paste'),
      ]
    : []),
  ...(length > 0
    ? [button(ACTIONS.teamGaps, 'Show the gaps', 'gaps'), button(ACTIONS.teamExport, 'Send me a CSV', 'csv')]
    : []),
];

export const LOAD_WORDS: Readonly<Record<Load, string>> = {
  light: 'has room',
  right: 'load is right',
  'too-much': 'has too much',
};

function memberBlock(member: Member, labels: ReadonlyMap<string, string>, mayEdit: boolean): KnownBlock {
  const { id, ref, title, owns, helps, load, successor } = member;
  const named = (ids: readonly string[]): string => ids.map((area) => labels.get(area) ?? area).join(', ');
  const parts = [
    owns.length > 0 ? `Owns ${named(owns)}` : 'Owns nothing yet',
    ...(helps.length > 0 ? [`helps with ${named(helps)}`] : []),
    ...(load === null ? [] : [LOAD_WORDS[load]]),
    ...(successor ? ['named as successor'] : []),
  ];
  const what = title === null || ref.kind === 'open-seat' ? '' : `, ${escapeMrkdwn(title)}`;
  return {
    ...section(`${memberName(member)}${what}\n${parts.join(' · ')}`),
    ...(mayEdit ? { accessory: button(`${ACTIONS.teamMember}:${id}`, 'Edit', id) } : {}),
  };
}

/** Where there are pages, somebody is found without turning them. */
const finder = ({ members }: Roster): KnownBlock => {
  const has = (kind: Member['ref']['kind']): boolean => members.some(({ ref }) => ref.kind === kind);
  return {
    type: 'actions',
    elements: [
      ...(has('person')
        ? [
            {
              type: 'external_select' as const,
              action_id: `${ACTIONS.teamFind}:person`,
              min_query_length: 0,
              placeholder: plain('Find by name or title'),
            },
          ]
        : []),
      ...(has('user')
        ? [
            {
              type: 'users_select' as const,
              action_id: `${ACTIONS.teamFind}:user`,
              placeholder: plain('Find on Slack'),
            },
          ]
        : []),
    ],
  };
};

const pager = (page: number, pages: number): KnownBlock => ({
  type: 'actions',
  elements: [
    ...(page > 0 ? [button(`${ACTIONS.teamPage}:back`, 'Back', String(page - 1))] : []),
    ...(page < pages - 1
      ? [button(`${ACTIONS.teamPage}:on`, `Page ${page + 2} of ${pages}`, String(page + 1))]
      : []),
  ],
});
