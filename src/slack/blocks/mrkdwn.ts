import type { ContextBlock, SectionBlock } from '@slack/types';
import { clip, SECTION_TEXT } from './limits.ts';

/** Marks that would format, and signs that look alike and do not. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * Plain text as Slack's mrkdwn that means just that text: the three control characters are escaped as Slack asks, so that
 * no `<!channel>` or link survives, and marks that would format become signs that look alike.
 */
export const escapeMrkdwn = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (mark) => LOOKALIKES[mark] ?? mark);

/**
 * A section of mrkdwn, clipped to Slack's limit. Verbatim: Slack makes
 * no links or mentions of words that look like some.
 */
export const section = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clipMrkdwn(mrkdwn), verbatim: true },
});

export const context = (mrkdwn: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: clipMrkdwn(mrkdwn), verbatim: true }],
});

/** Cuts mrkdwn to at most `most` characters, never inside an escape. */
export const clipMrkdwn = (mrkdwn: string, most = SECTION_TEXT): string => {
  const clipped = clip(mrkdwn, most);
  return clipped === mrkdwn ? mrkdwn : clipped.replace(/&[a-z]{0,3}…$/, '…');
};

export const bold = (text: string): string => `*${escapeMrkdwn(text)}*`;
export const italic = (text: string): string => `_${escapeMrkdwn(text)}_`;
