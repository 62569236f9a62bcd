import type { KnownBlock } from '@slack/types';
import { clip, FALLBACK_TEXT, MESSAGE_BLOCKS, MESSAGE_CHARACTERS } from './limits.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

/** What is posted: blocks for eyes, `text` for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

const SHORTENED: KnownBlock = {
  type: 'context',
  elements: [{ type: 'plain_text', text: 'Shortened.' }],
};

/** One sentence of ours, with `code` in it at the most. */
export const plainMessage = (words: string): Message =>
  messageOf(words.replaceAll('`', ''), [section(words)]);

/** The message with a sentence of ours at its end. */
export const noted = ({ text, blocks }: Message, words: string): Message => ({
  text: `${text} ${escapeMrkdwn(words)}`,
  blocks: messageOf(words, [...blocks, context(words)]).blocks,
});

/**
 * A message within Slack's limits. When the blocks are too many or too long, sections are dropped from the end, actions
 * and the first and last block last of all, and a line says that something was left out.
 */
export function messageOf(plainText: string, blocks: readonly KnownBlock[]): Message {
  const kept = [...blocks];
  const tooBig = (notes: number): boolean =>
    kept.length > MESSAGE_BLOCKS - notes ||
    JSON.stringify(kept).length > MESSAGE_CHARACTERS - notes * JSON.stringify([SHORTENED]).length;
  let left = 0;
  while (tooBig(Math.min(left, 1))) {
    const at = kept.findLastIndex(
      ({ type }, index) => type !== 'actions' && index > 0 && index < kept.length - 1,
    );
    if (at < 0) break;
    kept.splice(at, 1);
    left += 1;
  }
  if (left > 0) kept.splice(-1, 0, SHORTENED);
  return { text: escapeMrkdwn(clip(plainText, FALLBACK_TEXT)), blocks: kept };
}
