import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { FactValue } from '../advisor/fact.ts';
import { answeredBlocks, askedIn } from './blocks/interview.ts';
import { FALLBACK_TEXT } from './blocks/limits.ts';
import { optionsOf } from './blocks/question.ts';
import { logFailure } from './failure.ts';
import { interviewKey } from './interview.ts';
import type { Talk } from './interview-turns.ts';
import type { ConversationAdvisor } from './reply.ts';

/** A question of an interview: since when that goes on, and the fact that is asked for. */
export interface Asked {
  since: number;
  fact: string;
}

/** A message as Slack shows it. */
const Shown = z.looseObject({
  ts: z.string(),
  text: z.string().optional(),
  blocks: z.array(z.looseObject({ type: z.string() })),
});

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
  const mark = async (messages: readonly unknown[]): Promise<void> => {
    for (const { ts, text = answer, blocks } of messages.flatMap(
      (each) => Shown.safeParse(each).data ?? [],
    )) {
      const shown = blocks as unknown as KnownBlock[];
      const token = askedIn(shown);
      if (token?.since !== asked.since || token.fact !== asked.fact) continue;
      await client.chat.update({
        channel: place.channel,
        ts,
        text: text.slice(0, FALLBACK_TEXT),
        blocks: answeredBlocks(shown, answer),
      });
    }
  };
  try {
    if (pressed) await mark([pressed]);
    await mark(await messagesSince(talk, client, asked));
  } catch (error) {
    logFailure(talk.parts.log, error, { in: 'interview' });
  }
}

/** What was said since an interview began, where it goes on: in its thread, or outside of all. */
async function messagesSince(
  { outlet: { place }, interview }: Talk,
  client: WebClient,
  { since }: Asked,
): Promise<readonly unknown[]> {
  const oldest = String(since / 1000 - MARGIN_SECONDS);
  const asked = { channel: place.channel, oldest, limit: MOST_MESSAGES };
  const isOutside = place.thread === undefined || interview === interviewKey({ ...place, thread: undefined });
  const { messages = [] } = isOutside
    ? await client.conversations.history(asked)
    : await client.conversations.replies({ ...asked, ts: String(place.thread) });
  return messages;
}

/** Our clock and Slack's may differ by so much. */
const MARGIN_SECONDS = 60;
