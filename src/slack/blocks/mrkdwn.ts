import type { ContextBlock, SectionBlock } from '@slack/types';
import { clip, SECTION_TEXT } from './limits.ts';

/**
 * Plain text as Slack's mrkdwn that means just that text: the three control characters are escaped as Slack asks, so that
 * no `<!channel>` or link survives, and a word joiner keeps `*`, `_`, `~` and backticks from turning into formatting.
 */
export const escapeMrkdwn = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, '$&\u2060');

/** A section of mrkdwn, clipped to Slack's limit; a cut that would split an escape is moved before it. */
export const section = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clipMrkdwn(mrkdwn) },
});

export const context = (mrkdwn: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: clipMrkdwn(mrkdwn) }],
});

const clipMrkdwn = (mrkdwn: string): string => {
  const clipped = clip(mrkdwn, SECTION_TEXT);
  return clipped === mrkdwn ? mrkdwn : clipped.replace(/&[a-z]{0,3}…$/, '…');
};

export const bold = (text: string): string => `*${escapeMrkdwn(text)}*`;
export const italic = (text: string): string => `_${escapeMrkdwn(text)}_`;
