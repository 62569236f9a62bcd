import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { COO_TYPES, CooType } from '../../advisor/rule.ts';
import type { Area } from '../../advisor/team/area.ts';
import { LOADS, Member } from '../../advisor/team/roster.ts';
import { TYPE_NAMES } from '../../phrasing/template.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { chosenIn, fieldsIn, wordsIn } from './field-state.ts';
import { clip, INPUT_TEXT, OPTION_TEXT } from './limits.ts';
import { context, section } from './mrkdwn.ts';
import { removalButton } from './removal-button.ts';
import { isTicked, tickBox } from './tick-box.ts';
import { plain, viewOf } from './view.ts';

/** What the form of a member remembers. */
export const MemberMemory = z.object({
  channel: z.string(),
  page: z.int(),
  /** The member's id; absent for a new one. */
  id: z.string().optional(),
  kind: z.enum(['user', 'person', 'open-seat']),
  /** Slack keeps what stands in a field of the same id; filling fields in anew takes new ids. */
  revision: z.int(),
});
export type MemberMemory = z.infer<typeof MemberMemory>;

/** What the form's fields say; a member without its id and, while nobody is chosen, without whom it is. */
export const MemberInput = Member.omit({ id: true, ref: true }).extend({ ref: Member.shape.ref.nullable() });
export type MemberInput = z.infer<typeof MemberInput>;

export const WHO_FIELD = 'who';
const TITLE_LENGTH = 100;

type Areas = readonly Pick<Area, 'id' | 'label' | 'explanation'>[];

/** The form of one member. */
export function memberView(
  input: MemberInput,
  memory: MemberMemory,
  areas: Areas,
  notice?: string,
): ModalView {
  const field = (name: string): string => `${name}:${memory.revision}`;
  return viewOf({
    title: memory.id === undefined ? 'Add to the team' : 'Edit a member',
    callbackId: VIEWS.member,
    submit: 'Save',
    close: 'Cancel',
    remembers: memory,
    blocks: [
      ...(notice ? [section(notice)] : []),
      ...whoInput(input, memory),
      {
        type: 'input',
        block_id: field('title'),
        optional: memory.kind !== 'open-seat',
        label: plain(memory.kind === 'open-seat' ? 'Title of the seat' : 'Title'),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: TITLE_LENGTH,
          ...(input.title === null ? {} : { initial_value: clip(input.title, TITLE_LENGTH) }),
        },
      },
      areasInput(field('owns'), 'Owns', input.owns, areas),
      areasInput(field('helps'), 'Helps with', input.helps, areas),
      loadInput(field('load'), input.load),
      {
        type: 'input',
        block_id: 'work',
        optional: true,
        label: plain('The actual work, in your own words'),
        hint: plain('I can propose areas from it; nothing is taken before you save.'),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: INPUT_TEXT,
          ...(input.work === null ? {} : { initial_value: clip(input.work, INPUT_TEXT) }),
        },
      },
      {
        type: 'actions',
        elements: [button(ACTIONS.memberPropose, 'Propose areas from this work', 'propose')],
      },
      ...roleInputs(input, memory),
      ...(memory.id === undefined ? [] : [removal(memory.id)]),
    ],
  });
}

function whoInput({ ref }: MemberInput, { kind }: MemberMemory): KnownBlock[] {
  if (kind === 'open-seat') return [context('An open seat: nobody yet.')];
  const block = { type: 'input' as const, block_id: WHO_FIELD };
  if (kind === 'person')
    return [
      {
        ...block,
        label: plain('Name'),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: TITLE_LENGTH,
          ...(ref?.kind === 'person' ? { initial_value: ref.name } : {}),
        },
      },
    ];
  return [
    {
      ...block,
      dispatch_action: true,
      label: plain('Who'),
      element: {
        type: 'users_select',
        action_id: ACTIONS.memberUser,
        ...(ref?.kind === 'user' ? { initial_user: ref.user } : {}),
      },
    },
  ];
}

/** An area as a picker offers it. */
export const areaOption = ({ id, label, explanation }: Areas[number]): PlainTextOption => ({
  text: plain(clip(label, OPTION_TEXT)),
  description: plain(clip(explanation, OPTION_TEXT)),
  value: id,
});

function areasInput(id: string, label: string, chosen: readonly string[], areas: Areas): InputBlock {
  const initial = areas.filter((area) => chosen.includes(area.id)).map(areaOption);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    element: {
      type: 'multi_external_select',
      action_id: ACTIONS.memberAreas,
      min_query_length: 0,
      placeholder: plain('Search areas …'),
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    },
  };
}

const LOAD_OPTIONS = { light: 'Light: has room', right: 'Right', 'too-much': 'Too much' } as const;

function loadInput(id: string, load: MemberInput['load']): InputBlock {
  const options = LOADS.map((value) => ({ text: plain(LOAD_OPTIONS[value]), value }));
  const initial = options.find(({ value }) => value === load);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain('Load'),
    element: {
      type: 'static_select',
      action_id: 'value',
      placeholder: plain('Not known'),
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}

function roleInputs({ cooTypes, successor }: MemberInput, { kind }: MemberMemory): KnownBlock[] {
  if (kind === 'open-seat') return [];
  const types = COO_TYPES.map((value) => ({ text: plain(TYPE_NAMES[value]), value }));
  const initial = types.filter(({ value }) => cooTypes.includes(value));
  return [
    {
      type: 'input',
      block_id: 'types',
      optional: true,
      label: plain('For a COO: of which kind'),
      element: {
        type: 'multi_static_select',
        action_id: 'value',
        placeholder: plain('Not known, or no COO'),
        options: types,
        ...(initial.length > 0 ? { initial_options: initial } : {}),
      },
    },
    tickBox('successor', 'Succession', 'Named as the one to follow the CEO', successor),
  ];
}

const removal = (id: string): KnownBlock =>
  removalButton(button(ACTIONS.teamRemove, 'Remove from the team', id), {
    title: 'Remove from the team?',
    text: 'What they own will be nobody’s then.',
    confirm: 'Remove',
  });

/** What the form says, from Slack's `view.state.values`. */
export function memberInput(stateValues: unknown, { kind, revision }: MemberMemory): MemberInput {
  const field = fieldsIn(stateValues);
  const load = LOADS.find((one) => one === field(`load:${revision}`).selected_option?.value) ?? null;
  return {
    ref: refIn(field(WHO_FIELD), kind),
    title: wordsIn(field(`title:${revision}`)),
    owns: chosenIn(field(`owns:${revision}`)),
    helps: chosenIn(field(`helps:${revision}`)),
    load,
    work: wordsIn(field('work')),
    cooTypes: chosenIn(field('types')).map((type) => CooType.parse(type)),
    successor: isTicked(field('successor')),
  };
}

function refIn(
  field: ReturnType<ReturnType<typeof fieldsIn>>,
  kind: MemberMemory['kind'],
): MemberInput['ref'] {
  if (kind === 'open-seat') return { kind };
  if (kind === 'user') return field.selected_user ? { kind, user: field.selected_user } : null;
  const name = wordsIn(field);
  return name === null ? null : { kind, name };
}
