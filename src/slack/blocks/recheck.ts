import { z } from 'zod';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { BUTTON_VALUE, clip } from './limits.ts';
import { type Message, messageOf } from './message.ts';
import { section } from './mrkdwn.ts';

/** What a button that looks at a changed message again carries: where it stands, and its words as Slack sent them. */
const RecheckToken = z.strictObject({
  ts: z.string(),
  thread: z.string().optional(),
  text: z.string(),
  /** The channel is shared with another company. */
  isShared: z.boolean(),
});
export type RecheckToken = z.infer<typeof RecheckToken>;

export const recheckToken = (value: string | undefined): RecheckToken =>
  RecheckToken.parse(JSON.parse(value ?? ''));

/** Characters that a text may take in the token, written as JSON at its worst. */
const MOST_TEXT = 300;

/** Offers to look again at a message that was changed. */
export function recheckMessage(token: RecheckToken): Message {
  const { text } = token;
  const fits = (most: number): string => JSON.stringify({ ...token, text: clip(text, most) });
  const whole = fits(text.length + 1);
  const value = whole.length <= BUTTON_VALUE ? whole : fits(MOST_TEXT);
  const words = `You changed your message. Shall I look at it again?${value === whole ? '' : ' I would read only the beginning of it; send it as a new message to have all of it read.'}`;
  return messageOf(words, [
    section(words),
    { type: 'actions', elements: [button(ACTIONS.recheck, 'Look at it again', value)] },
  ]);
}
