import type { ModalView } from '@slack/types';
import type { Passage } from '../../advisor/passage.ts';
import { bold, context, escapeMrkdwn, section } from './mrkdwn.ts';
import { viewOf } from './view.ts';

/** A passage of the knowledge, with what it rests on. */
export const passageView = ({ title, text, section: of, facts }: Passage): ModalView =>
  viewOf({
    title: 'What this rests on',
    blocks: [
      section(bold(title)),
      section(escapeMrkdwn(text.replace(/\s*\n\s*/g, ' '))),
      context(`Section \`${of}\`${facts.length > 0 ? `, facts ${facts.join(', ')}` : ''} of the source.`),
    ],
  });
