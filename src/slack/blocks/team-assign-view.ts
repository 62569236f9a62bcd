import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Gap } from '../../advisor/team/gap.ts';
import type { Roster } from '../../advisor/team/roster.ts';
import { gapSentence, type TeamNames } from '../../phrasing/gap.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { fieldsIn } from './field-state.ts';
import { clip, OPTION_TEXT } from './limits.ts';
import { personOption } from './member-options.ts';
import { section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

/** What the form remembers: the gap that it closes. */
export const AssignMemory = z.object({ channel: z.string(), gap: z.string() });

export const USER_FIELD = 'user';
export const MEMBER_FIELD = 'member';
const AREA_FIELD = 'area';
/** Slack shows this many radio buttons (@slack/types). */
const MOST_RADIOS = 10;

/** What is asked for each action: what the person chosen becomes, and whether one of several areas is to be chosen. */
const ASKS = {
  'assign-owner': { title: 'Assign an owner', who: 'New owner' },
  'fill-seat': { title: 'Assign an owner', who: 'Owner until the seat is filled' },
  'choose-one-owner': { title: 'Choose one owner', who: 'The one owner; the others help from then on' },
  rebalance: { title: 'Move an area', who: 'New owner' },
  'name-helper': { title: 'Name a helper', who: 'Who can step in' },
  'name-successor': { title: 'Name a successor', who: 'Who is to follow the CEO' },
} as const;
type Assignable = keyof typeof ASKS;

const isAssignable = (kind: Gap['action']['kind']): kind is Assignable => Object.hasOwn(ASKS, kind);

/** Asks who takes something over, somebody first whom the gap proposes. Null where nobody can be asked for. */
export function assignView(
  gap: Gap,
  roster: Roster,
  names: TeamNames,
  { channel }: { channel: string },
): ModalView | null {
  const { action } = gap;
  if (!isAssignable(action.kind)) return null;
  const { title, who } = ASKS[action.kind];
  const areas = areasOf(gap);
  const areaOptions = areas.map((id) => ({
    text: plain(clip(unescaped(names.area(id)), OPTION_TEXT)),
    value: id,
  }));
  const first = areaOptions[0];
  const areaInput: KnownBlock[] =
    areas.length > 1 && first
      ? [
          {
            type: 'input',
            block_id: AREA_FIELD,
            label: plain('Area'),
            element: {
              type: 'static_select',
              action_id: 'value',
              options: areaOptions,
              initial_option: first,
            },
          },
        ]
      : [];
  return viewOf({
    title,
    callbackId: VIEWS.assign,
    submit: 'Save',
    close: 'Cancel',
    remembers: { channel, gap: gap.id },
    blocks: [
      section(gapSentence(gap, names)),
      ...areaInput,
      ...(action.kind === 'choose-one-owner'
        ? [ownersInput(action.owners, names, who)]
        : whoInputs(gap, roster, who)),
    ],
  });
}

/** Options of radio buttons may hold mentions; there are few owners of one area. */
const ownersInput = (owners: readonly string[], names: TeamNames, label: string): KnownBlock => ({
  type: 'input',
  block_id: MEMBER_FIELD,
  label: plain(label),
  element: {
    type: 'radio_buttons',
    action_id: 'value',
    options: owners
      .slice(0, MOST_RADIOS)
      .map((id) => ({ text: { type: 'mrkdwn' as const, text: names.member(id) }, value: id })),
  },
});

/** Somebody on Slack, who need not be in the team yet, or one of those who are known by name alone. */
function whoInputs({ action }: Gap, { members }: Roster, label: string): KnownBlock[] {
  const [proposed] = 'candidates' in action ? action.candidates : [];
  const candidate = members.find(({ id }) => id === proposed);
  const named = members.some(({ ref }) => ref.kind === 'person');
  const [initial] = candidate ? personOption(candidate) : [];
  const user: KnownBlock = {
    type: 'input',
    block_id: USER_FIELD,
    optional: named,
    label: plain(label),
    element: {
      type: 'users_select',
      action_id: 'value',
      ...(candidate?.ref.kind === 'user' ? { initial_user: candidate.ref.user } : {}),
    },
  };
  if (!named) return [user];
  return [
    user,
    {
      type: 'input',
      block_id: MEMBER_FIELD,
      optional: true,
      label: plain('Or somebody outside Slack'),
      element: {
        type: 'external_select',
        action_id: ACTIONS.gapPerson,
        min_query_length: 0,
        placeholder: plain('Search by name or title …'),
        ...(initial ? { initial_option: initial } : {}),
      },
    },
  ];
}

const unescaped = (mrkdwn: string): string =>
  mrkdwn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The areas that the gap's action is about. */
function areasOf({ action }: Gap): readonly string[] {
  if ('area' in action) return [action.area];
  return 'areas' in action ? action.areas : [];
}

/** What was chosen, from Slack's `view.state.values`; nobody where no field says. */
export function assigned(stateValues: unknown): Assigned {
  const field = fieldsIn(stateValues);
  return {
    member: field(MEMBER_FIELD).selected_option?.value ?? null,
    user: field(USER_FIELD).selected_user ?? null,
    area: field(AREA_FIELD).selected_option?.value ?? null,
  };
}

/** Who was chosen: a member by their id, or somebody on Slack; and which of several areas. */
export interface Assigned {
  member: string | null;
  user: string | null;
  area: string | null;
}
