import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { isFollowed, readThread } from '../../records/threads.ts';
import { plainMessage } from '../blocks/message.ts';
import { recheckMessage } from '../blocks/recheck.ts';
import { type ConversationParts, deliver } from '../conversation.ts';
import { conversationKey } from '../conversation-key.ts';
import { isRefusal, logFailure } from '../failure.ts';
import { interviewOf, talkAt } from '../interview-turns.ts';
import { type Asked, directOutlet, threadOutlet } from '../message-outlet.ts';
import { answersTo, type MessagePlace, threadOfAnswers, withdrawAnswers } from '../own-answers.ts';
import { plainText } from '../plain-text.ts';
import { replyTo } from '../reply.ts';

const AsItWas = z.looseObject({
  ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
});
const AsItIs = z.looseObject({ text: z.string().default(''), subtype: z.string().optional() });

const ChangeEvent = z.union([
  z.looseObject({
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: AsItIs,
    previous_message: AsItWas,
  }),
  z.looseObject({
    subtype: z.literal('message_deleted'),
    channel: z.string(),
    message: z.undefined().optional(),
    previous_message: AsItWas,
  }),
]);

/** What became of a message of a person's: its words changed, or it is gone. */
export interface Change {
  channel: string;
  before: z.infer<typeof AsItWas>;
  /** Undefined when it was deleted. */
  text: string | undefined;
}

/** The change that an event tells of, if it tells of one that a person made. */
export function changeIn(event: unknown): Change | undefined {
  const parsed = ChangeEvent.safeParse(event);
  if (!parsed.success) return undefined;
  const { channel, message, previous_message: before } = parsed.data;
  /** A deleted message that has replies stays as a tombstone. */
  const text = message?.subtype === 'tombstone' ? undefined : message?.text;
  return text === before.text ? undefined : { channel, before, text };
}

interface Changed {
  parts: ConversationParts;
  client: WebClient;
  team: string;
  botUserId: string | undefined;
  /** The channel is shared with another company. */
  isShared: boolean;
  change: Change;
}

const WITHDRAWN = 'The message that this answered was deleted, so I took my answer back.';
const KEPT = 'I keep your answer as it was at first. To change it, press “Edit facts” under the verdict.';

/** Meets a change of a message that we answered or may have: a new check is offered, or the answer taken back. */
export async function onChange(changed: Changed): Promise<void> {
  const { parts, client, team, botUserId, isShared, change } = changed;
  const { channel, before, text } = change;
  if (!(await concernsUs(changed))) return;
  const { ts, user, thread_ts: thread } = before;
  const answers: MessagePlace = {
    channel,
    ts,
    thread: await threadOfAnswers(client, { channel, ts, thread }),
  };
  const isDirect = channel.startsWith('D');
  const asked: Asked = {
    team,
    channel,
    user,
    ts,
    thread: isDirect ? answers.thread : thread === ts ? undefined : thread,
    takenOver: false,
  };
  if (text === undefined) return takeBack(changed, asked, answers);
  const outlet = isDirect ? directOutlet(client, asked) : threadOutlet(client, asked);
  await deliver(parts, outlet, async () => {
    const words = plainText(text, botUserId);
    if (words === plainText(before.text, botUserId)) return;
    const interview = isDirect ? await interviewOf(talkAt(parts, outlet)) : undefined;
    if (interview?.state === 'asking' && replyTo(parts.advisor, words).kind === 'offers')
      return outlet.sayPrivately(plainMessage(KEPT));
    const isOurs = isDirect || mentions(text, botUserId) || (await answersTo(client, answers)).length > 0;
    const inThread = asked.thread === undefined ? {} : { thread: asked.thread };
    if (isOurs) await outlet.sayPrivately(recheckMessage({ ts, ...inThread, text, isShared }));
  });
}

/** Whether we may have answered a message, or should now. */
async function concernsUs({ parts, team, botUserId, change }: Changed): Promise<boolean> {
  const { channel, before, text = '' } = change;
  if (channel.startsWith('D') || mentions(before.text, botUserId) || mentions(text, botUserId)) return true;
  const place = { channel, ts: before.thread_ts ?? before.ts };
  return isFollowed(await readThread(parts.store, team, place), parts.now());
}

const mentions = (slackText: string, botUserId: string | undefined): boolean =>
  botUserId !== undefined && slackText.includes(`<@${botUserId}>`);

/** Whoever deletes a message is not bothered when our answer cannot go with it; the log has it. */
const takeBack = ({ parts, client }: Changed, asked: Asked, place: MessagePlace): Promise<void> =>
  parts.queue.run(conversationKey(asked), async () => {
    try {
      await withdrawAnswers(client, place, WITHDRAWN);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      logFailure(parts.log, error, { in: 'withdrawal' });
    }
  });
