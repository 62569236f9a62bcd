import type { KnownBlock } from '@slack/types';

/** The beginning of a message as Markdown, piece by piece, and the blocks that come after it. */
export interface Spoken {
  pieces: string[];
  rest: KnownBlock[];
}

/** Splits a message's blocks: the sections that it begins with and that are words alone can be shown as they grow. */
export function spokenFirst(blocks: readonly KnownBlock[]): Spoken {
  const words: string[] = [];
  for (const block of blocks) {
    if (block.type !== 'section' || block.accessory || block.fields || !block.text) break;
    words.push(markdownOf(block.text.text));
  }
  return { pieces: words.map((text) => `${text}\n\n`), rest: blocks.slice(words.length) };
}

/**
 * Our mrkdwn as the Markdown that looks the same: bold has two stars, a line ends where it ended, and what would be a link,
 * a heading or a table in Markdown alone stays as it is. Escapes of `<`, `>` and `&` mean the same in both.
 */
export const markdownOf = (mrkdwn: string): string =>
  mrkdwn
    .replace(/[\\[\]#|!]/g, '\\$&')
    .replace(/(^|[\s(])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?=$|[\s).,;:!?])/gm, '$1**$2**')
    .replace(/^([-+]|\d+\.)(?=\s)/gm, (mark) => mark.replace(/[-+.]/, '\\$&'))
    .replace(/\n/g, '  \n');
