import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ACTIONS } from '../actions.ts';
import { MESSAGE_BLOCKS, MESSAGE_CHARACTERS } from './limits.ts';
import type { Message } from './message.ts';
import { plain } from './view.ts';

/** What is judged: a verdict, or the answer to the message of this ts by these passages. */
export const Judged = z.union([
  z.strictObject({ verdict: z.string() }),
  z.strictObject({ to: z.string(), passages: z.array(z.string()) }),
]);
export type Judged = z.infer<typeof Judged>;

/** What a feedback button carries. */
const FeedbackToken = z.strictObject({ helpful: z.boolean(), of: Judged });
export type FeedbackToken = z.infer<typeof FeedbackToken>;

/** Reads the value of such a button. */
export const feedbackToken = (value: string): FeedbackToken => FeedbackToken.parse(JSON.parse(value));

/**
 * A message with feedback buttons at its end, in place of the verdict card's own; as it was where that would make it too
 * long. Only messages can hold them, modals cannot.
 */
export function withFeedback({ text, blocks }: Message, of: Judged): Message {
  const own: readonly (string | undefined)[] = [ACTIONS.helpful, ACTIONS.notHelpful];
  const rest = blocks.map((block): KnownBlock => {
    if (block.type !== 'actions') return block;
    return {
      ...block,
      elements: block.elements.filter((each) => !('action_id' in each && own.includes(each.action_id))),
    };
  });
  const judged = [...rest.filter((block) => !isEmpty(block)), feedbackBlock(of)];
  const fits = judged.length <= MESSAGE_BLOCKS && JSON.stringify(judged).length <= MESSAGE_CHARACTERS;
  return fits ? { text, blocks: judged } : { text, blocks };
}

const isEmpty = (block: KnownBlock): boolean => block.type === 'actions' && block.elements.length === 0;

function feedbackBlock(of: Judged): KnownBlock {
  const button = (label: string, helpful: boolean) => ({
    text: plain(label),
    accessibility_label: helpful ? 'This was helpful' : 'This was not helpful',
    value: JSON.stringify({ helpful, of } satisfies FeedbackToken),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: button('Helpful', true),
        negative_button: button('Not helpful', false),
      },
    ],
  };
}

/** The verdict that a card's own feedback buttons are about; undefined for a message without them. */
export function verdictOf({ blocks }: Message): string | undefined {
  for (const block of blocks)
    for (const element of block.type === 'actions' ? block.elements : [])
      if (element.type === 'button' && element.action_id === ACTIONS.helpful) return element.value;
  return undefined;
}
