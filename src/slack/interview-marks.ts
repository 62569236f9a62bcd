import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { FactValue } from '../advisor/fact.ts';
import { answeredBlocks, askedIn } from './blocks/interview.ts';
import { FALLBACK_TEXT } from './blocks/limits.ts';
import { optionsOf } from './blocks/question.ts';
import { logFailure } from './failure.ts';
import type { Talk } from './interview-turns.ts';
import type { ConversationAdvisor } from './reply.ts';

/** A question of an interview: since when that goes on, and the fact that is asked for. */
export interface Asked {
  since: number;
  fact: string;
}

const Shown = z.looseObject({
  ts: z.string(),
  text: z.string().optional(),
  blocks: z.array(z.looseObject({ type: z.string() })),
});
/** A message as Slack shows it. */
export type Shown = z.infer<typeof Shown>;

/** Among so many messages since the interview began its questions are looked for. */
const MOST_MESSAGES = 200;

/** An answer in the words of its button. */
export function answerWords({ rulebook }: ConversationAdvisor, fact: string, value: FactValue): string {
  const definition = rulebook.facts.find(({ name }) => name === fact);
  const option = definition && optionsOf(definition).find((each) => each.value === value);
  return option?.label ?? String(value);
}

/**
 * Puts an answer in place of the buttons, wherever the question stands: in the message where one was pressed, and where it was
 * asked before. That it fails matters little: a button pressed again is answered kindly.
 */
export async function markAnswered(
  talk: Talk,
  asked: Asked,
  answer: string,
  pressed?: Record<string, unknown>,
): Promise<void> {
  const { place, client } = talk.outlet;
  if (!client) return;
  try {
    for (const { ts, text = answer, blocks } of await asking(talk, asked, pressed))
      await client.chat.update({
        channel: place.channel,
        ts,
        text: text.slice(0, FALLBACK_TEXT),
        blocks: answeredBlocks(blocks as unknown as KnownBlock[], answer),
      });
  } catch (error) {
    logFailure(talk.parts.log, error, { in: 'interview' });
  }
}

/** The messages in which a question stands with its buttons. */
async function asking(
  { outlet: { place, client } }: Talk,
  asked: Asked,
  pressed: Record<string, unknown> | undefined,
): Promise<Shown[]> {
  const since = {
    channel: place.channel,
    oldest: String(asked.since / 1000 - MARGIN_SECONDS),
    limit: MOST_MESSAGES,
  };
  const found = client
    ? await (place.thread === undefined
        ? client.conversations.history(since)
        : client.conversations.replies({ ...since, ts: place.thread }))
    : undefined;
  const messages = [pressed, ...(found?.messages ?? [])].flatMap((each) => Shown.safeParse(each).data ?? []);
  const open = messages.filter(({ blocks }) => {
    const token = askedIn(blocks as unknown as KnownBlock[]);
    return token?.since === asked.since && token.fact === asked.fact;
  });
  return [...new Map(open.map((message) => [message.ts, message])).values()];
}

/** Our clock and Slack's may differ by so much. */
const MARGIN_SECONDS = 60;
