import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { Cadence, Zone } from '../../digest/schedule.ts';
import { weekdayName } from '../../digest/schedule-words.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { chosenIn, fieldsIn } from './field-state.ts';
import { context, section } from './mrkdwn.ts';
import { removalButton } from './removal-button.ts';
import { isTicked, tickBox } from './tick-box.ts';
import { plain, viewOf } from './view.ts';

/** What the form of a digest remembers. */
export const DigestMemory = z.object({
  channel: z.string(),
  /** The digest's id; absent for a new one. */
  id: z.string().optional(),
  /** A channel that was chosen and that the app may join; it is offered. */
  joins: z.string().optional(),
});
export type DigestMemory = z.infer<typeof DigestMemory>;

/** What stands in the form. */
export interface DigestInput {
  channel: string | null;
  every: Cadence['every'];
  weekdays: number[];
  time: string;
  zone: string;
  silentWhenUnchanged: boolean;
  owner: string | null;
  join: boolean;
}

export const DIGEST_FIELDS = {
  channel: 'digest-channel',
  every: 'every',
  weekdays: 'weekdays',
  time: 'time',
  zone: 'zone',
  silent: 'silent',
  owner: 'owner',
  join: 'join',
} as const;

const EVERY: Readonly<Record<Cadence['every'], string>> = {
  week: 'Every week',
  'two-weeks': 'Every second week',
  month: 'The first such day of each month',
};

/** The form of one digest, with when it comes `next` as it stands. */
export function digestFormView(input: DigestInput, memory: DigestMemory, next: string): ModalView {
  const fields = DIGEST_FIELDS;
  const offersJoin = memory.joins !== undefined && memory.joins === input.channel;
  return viewOf({
    title: memory.id === undefined ? 'New digest' : 'Edit a digest',
    callbackId: VIEWS.digest,
    submit: 'Save',
    close: 'Cancel',
    remembers: memory,
    blocks: [
      ...(offersJoin
        ? [
            section(
              `:warning: I am not in <#${memory.joins}> yet. Save again and I join it, or invite me there with \`/invite @Rolefit\`.`,
            ),
          ]
        : []),
      {
        type: 'input',
        block_id: fields.channel,
        label: plain('Channel'),
        element: {
          type: 'conversations_select',
          action_id: 'value',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(input.channel === null ? {} : { initial_conversation: input.channel }),
        },
      },
      ...(offersJoin ? [tickBox(fields.join, 'Not in it yet', 'Let me join this channel', input.join)] : []),
      everyInput(input.every),
      weekdaysInput(input.weekdays),
      {
        type: 'input',
        block_id: fields.time,
        dispatch_action: true,
        label: plain('Time'),
        element: { type: 'timepicker', action_id: ACTIONS.digestWhen, initial_time: input.time },
      },
      {
        type: 'input',
        block_id: fields.zone,
        dispatch_action: true,
        label: plain('Time zone'),
        element: {
          type: 'external_select',
          action_id: ACTIONS.digestZone,
          min_query_length: 0,
          initial_option: zoneOption(input.zone),
        },
      },
      context(next),
      tickBox(fields.silent, 'When nothing changed', 'Say nothing', input.silentWhenUnchanged),
      {
        type: 'input',
        block_id: fields.owner,
        label: plain('Who answers for it'),
        hint: plain('They are told when it cannot be posted.'),
        element: {
          type: 'users_select',
          action_id: 'value',
          ...(input.owner === null ? {} : { initial_user: input.owner }),
        },
      },
      ...(memory.id === undefined ? [] : [removal(memory.id)]),
    ],
  });
}

function everyInput(every: Cadence['every']): KnownBlock {
  const option = (value: Cadence['every']) => ({ text: plain(EVERY[value]), value });
  return {
    type: 'input',
    block_id: DIGEST_FIELDS.every,
    dispatch_action: true,
    label: plain('How often'),
    element: {
      type: 'static_select',
      action_id: ACTIONS.digestWhen,
      options: (Object.keys(EVERY) as Cadence['every'][]).map(option),
      initial_option: option(every),
    },
  };
}

function weekdaysInput(weekdays: readonly number[]): KnownBlock {
  const options = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ text: plain(weekdayName(day)), value: String(day) }));
  const initial = options.filter(({ value }) => weekdays.includes(Number(value)));
  return {
    type: 'input',
    block_id: DIGEST_FIELDS.weekdays,
    dispatch_action: true,
    label: plain('On'),
    element: {
      type: 'checkboxes',
      action_id: ACTIONS.digestWhen,
      options,
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    },
  };
}

const removal = (id: string): KnownBlock =>
  removalButton(button(`${ACTIONS.digestDo}:delete:${id}`, 'Delete this digest', `delete:${id}`), {
    title: 'Delete this digest?',
    text: 'No more of it are posted. What was posted stays in the channel.',
    confirm: 'Delete',
  });

export const zoneOption = (zone: string): PlainTextOption => ({ text: plain(zone), value: zone });

/** Zones by what a person types: "berl", "new york", "+05:30" finds none. */
export function zonesFor(typed: string): string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const all = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const found = all.filter((zone) => zone.toLowerCase().includes(wanted));
  // A zone that is known by an older name, such as Asia/Calcutta, can be chosen when it is typed in full.
  return found.length === 0 && Zone.safeParse(typed.trim()).success ? [typed.trim()] : found;
}

/** What the form says, from Slack's `view.state.values`. */
export function digestInput(stateValues: unknown): DigestInput {
  const field = fieldsIn(stateValues);
  const every = Cadence.options.map((option) => option.shape.every.value);
  const chosen = field(DIGEST_FIELDS.every).selected_option?.value;
  return {
    channel: field(DIGEST_FIELDS.channel).selected_conversation ?? null,
    every: every.find((one) => one === chosen) ?? 'week',
    weekdays: chosenIn(field(DIGEST_FIELDS.weekdays)).map(Number),
    time: field(DIGEST_FIELDS.time).selected_time ?? '09:00',
    zone: field(DIGEST_FIELDS.zone).selected_option?.value ?? 'UTC',
    silentWhenUnchanged: isTicked(field(DIGEST_FIELDS.silent)),
    owner: field(DIGEST_FIELDS.owner).selected_user ?? null,
    join: isTicked(field(DIGEST_FIELDS.join)),
  };
}
