import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Advice } from '../../advisor/verdict.ts';
import { phraseAdvice } from '../../phrasing/template.ts';
import { renderText } from '../../phrasing/text.ts';
import { VIEWS } from '../actions.ts';
import { type BlockKnowledge, sharedBlocks } from './advice.ts';
import { INPUT_TEXT } from './limits.ts';
import { type Message, messageOf } from './message.ts';
import { bold, escapeMrkdwn, section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

/** What the preview remembers: the check to share. */
export const ShareMemory = z.object({ verdict: z.string(), aboutPerson: z.boolean(), channel: z.string() });
type ShareMemory = z.infer<typeof ShareMemory>;

export const CHANNEL_FIELD = 'channel';
const COMMENT = 'comment';
export const CONSENT_FIELD = 'consent';
const VALUE = 'value';

/** A preview of what others would read, with where to; about a person it asks once more. */
export function shareView(
  advice: Advice,
  knowledge: BlockKnowledge,
  memory: ShareMemory,
  notice?: string,
): ModalView {
  return viewOf({
    title: 'Share this verdict',
    callbackId: VIEWS.share,
    submit: 'Share',
    close: 'Cancel',
    remembers: memory,
    blocks: [
      ...(notice ? [section(`:warning: ${notice}`)] : []),
      {
        type: 'input',
        block_id: CHANNEL_FIELD,
        label: plain('Where?'),
        element: {
          type: 'conversations_select',
          action_id: VALUE,
          default_to_current_conversation: true,
          filter: { include: ['public', 'private', 'mpim'], exclude_bot_users: true },
        },
      },
      {
        type: 'input',
        block_id: COMMENT,
        optional: true,
        label: plain('Your comment'),
        element: { type: 'plain_text_input', action_id: VALUE, multiline: true, max_length: INPUT_TEXT },
      },
      ...(memory.aboutPerson ? [consentInput] : []),
      { type: 'divider' },
      section('*This is what they will read:*'),
      ...sharedBlocks(advice, knowledge).filter(({ type }) => type !== 'actions'),
    ],
  });
}

const consentInput: KnownBlock = {
  type: 'input',
  block_id: CONSENT_FIELD,
  label: plain('This speaks of a person'),
  element: {
    type: 'checkboxes',
    action_id: VALUE,
    options: [
      {
        text: plain('I have thought about it: others may read what is said of this person.'),
        value: 'yes',
      },
    ],
  },
};

const Field = z.looseObject({
  value: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_options: z.array(z.unknown()).nullish(),
});
const State = z.record(z.string(), z.record(z.string(), Field));

/** What was filled in, from Slack's `view.state.values`. */
export function shareInput(stateValues: unknown): { channel: string; comment: string; consent: boolean } {
  const state = State.parse(stateValues);
  const field = (name: string) => state[name]?.[VALUE];
  return {
    channel: field(CHANNEL_FIELD)?.selected_conversation ?? '',
    comment: field(COMMENT)?.value?.trim() ?? '',
    consent: (field(CONSENT_FIELD)?.selected_options?.length ?? 0) > 0,
  };
}

/** What is posted, signed by who shares it. */
export function sharedMessage(
  advice: Advice,
  knowledge: BlockKnowledge,
  { by, comment }: { by: string; comment: string },
): Message {
  const text = renderText(phraseAdvice(advice, knowledge), knowledge.passages);
  const said = comment === '' ? [] : [section(escapeMrkdwn(comment))];
  return messageOf(text, [
    section(`<@${by}> ${bold('shares a verdict')}`),
    ...said,
    ...sharedBlocks(advice, knowledge),
  ]);
}
