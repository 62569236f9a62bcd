import { withEmoji } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.tsx';
import { objectIn, textIn } from './reading.ts';

/** A text object: mrkdwn or plain. */
export function Text({ of }: { readonly of: unknown }) {
  const { type, text } = objectIn(of);
  if (type === 'mrkdwn') return <Mrkdwn text={textIn(text)} />;
  return <span className="text">{withEmoji(textIn(text))}</span>;
}
