import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { isRefusal } from './failure.ts';

/** A page of a thread, and how many pages are read at most: 1,000 messages. */
const PAGE = 200;
const MOST_PAGES = 5;
/** The newest messages that are looked at. */
const MOST_LINES = 100;

/** A message of a thread, written by a person or by us. */
export interface ThreadLine {
  ts: string;
  user: string;
  /** As Slack sent it, with its markup. */
  text: string;
  isOurs: boolean;
}

export type ThreadRead =
  | { kind: 'read'; lines: ThreadLine[]; isWhole: boolean }
  /** Slack does not let us read it, with its word for why. */
  | { kind: 'refused'; because: string };

/** Messages that a person wrote themselves, by their subtype; every other subtype tells of something that happened. */
export const WRITTEN: readonly (string | undefined)[] = [
  undefined,
  'file_share',
  'thread_broadcast',
  'me_message',
];

const Line = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  text: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
});

/**
 * Reads a thread, oldest first: its newest messages where it is long. Other bots are left out. Slack gives a thread from its
 * beginning, so the pages are gone through up to a bound.
 * @throws what may pass, such as a timeout
 */
export async function readLines(
  client: WebClient,
  { channel, thread, botUserId }: { channel: string; thread: string; botUserId: string | undefined },
): Promise<ThreadRead> {
  const lines = new Map<string, ThreadLine>();
  let cursor: string | undefined;
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { messages = [], response_metadata } = await client.conversations.replies({
        channel,
        ts: thread,
        limit: PAGE,
        ...(cursor ? { cursor } : {}),
      });
      for (const line of messages.flatMap((message) => lineOf(message, botUserId))) lines.set(line.ts, line);
      cursor = response_metadata?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'refused', because: reasonOf(error) };
  }
  const all = [...lines.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return { kind: 'read', lines: all.slice(-MOST_LINES), isWhole: !cursor && all.length <= MOST_LINES };
}

/** Slack's word for a refusal; in a group message we lack a permission that we never ask for. */
function reasonOf(error: unknown): string {
  if (!(error instanceof WebAPIPlatformError)) return '';
  const { error: code } = error.data;
  const needed = 'needed' in error.data ? String(error.data.needed) : '';
  return code === 'missing_scope' && needed.includes('mpim') ? 'group_message' : code;
}

function lineOf(message: unknown, botUserId: string | undefined): ThreadLine[] {
  const { ts, user, text = '', bot_id, subtype } = Line.parse(message);
  const isOurs = user !== undefined && user === botUserId;
  if (!user || (bot_id !== undefined && !isOurs) || !WRITTEN.includes(subtype)) return [];
  return [{ ts, user, text, isOurs }];
}
