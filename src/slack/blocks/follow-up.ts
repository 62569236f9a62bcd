import type { KnownBlock } from '@slack/types';
import type { Advice } from '../../advisor/verdict.ts';
import { phraseAdvice } from '../../phrasing/template.ts';
import {
  type BlockKnowledge,
  changeSections,
  doubtSections,
  reasonSections,
  unknownSections,
} from './advice.ts';
import { type Message, messageOf, plainMessage } from './message.ts';
import { bold, section } from './mrkdwn.ts';
import { answerButtons } from './question.ts';

/** What somebody may want to know of the check they just made. */
export type CheckFollowUp = 'changes' | 'question' | 'reasons';

/** So many things that would change a verdict are said; "Why" shows all. */
const MOST_CHANGES = 4;

const SETTLED = 'Nothing that you could still tell me would change this answer.';
const NO_REASON = 'No rule speaks for or against anything yet.';

/** More on an advice: what would change it, what to ask next, or every reason. */
export function followUpMessage(wanted: CheckFollowUp, advice: Advice, knowledge: BlockKnowledge): Message {
  const phrasing = phraseAdvice(advice, knowledge);
  const { headline, reasons, wouldChange, unknown, question } = phrasing;
  const lead = section(bold(headline));
  if (wanted === 'changes') {
    const changes = wouldChange.slice(0, MOST_CHANGES);
    const blocks = changes.length > 0 ? changeSections(changes) : unknownSections(phrasing);
    const lines = changes.length > 0 ? changes : unknown;
    return blocks.length > 0
      ? said([headline, ...lines], [lead, ...blocks])
      : said([headline, SETTLED], [lead, section(SETTLED)]);
  }
  if (wanted === 'question')
    return question
      ? said([question], [section(bold(question)), ...answerButtons(advice, knowledge.rulebook)])
      : plainMessage(SETTLED);
  return reasons.length > 0
    ? said(
        [headline, ...reasons.map(({ text }) => text)],
        [lead, ...reasonSections(reasons, knowledge), ...doubtSections(phrasing)],
      )
    : said([headline, NO_REASON], [lead, section(NO_REASON)]);
}

const said = (lines: readonly string[], blocks: readonly KnownBlock[]): Message =>
  messageOf(lines.join('\n'), blocks);

/** How the app is used in a channel. */
export const channelMessage = (): Message =>
  plainMessage(
    `Mention me there, \`@Rolefit\` and your words, and I answer in a thread; first \`/invite @Rolefit\` if I am not in it. ` +
      'What speaks of a person I show to you alone. Or use `/rolefit`, whose answers only you see, or “Check role fit” in the menu of a message.',
  );
