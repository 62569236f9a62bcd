import type { Advisor } from '../advisor/advisor.ts';
import type { Answer } from '../advisor/answer.ts';
import type { Advice } from '../advisor/verdict.ts';

/** What the app has to say to a text. */
export type Reply =
  | { kind: 'advice'; advice: Advice }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'offers'; text: string }
  | { kind: 'help' };

/** All of the advisor that a conversation needs. */
export type ConversationAdvisor = Pick<
  Advisor,
  'rulebook' | 'passages' | 'check' | 'checkFacts' | 'ask' | 'intent'
>;

/** Words that say what is wanted before the text itself: "check we are 14 people", "ask what is a COO". */
const WISH = /^(check|ask)\b[:,]?\s+/i;

/**
 * What to say to a text: what asks is answered, what describes is checked, what is unclear gets both offers; nothing or
 * "help" gets help. Pure and without memory.
 */
export function replyTo(advisor: ConversationAdvisor, text: string): Reply {
  const words = text.trim();
  if (words === '' || /^help[.!?]?$/i.test(words)) return { kind: 'help' };
  const wish = WISH.exec(words);
  const rest = words.slice(wish?.[0].length ?? 0);
  const intent = wish ? wish[1]?.toLowerCase() : advisor.intent(words);
  if (intent === 'ask') return { kind: 'answer', answer: advisor.ask(rest) };
  if (intent === 'check') return { kind: 'advice', advice: advisor.check(rest) };
  return { kind: 'offers', text: words };
}

/** A verdict about a person is shown to nobody but the asker until they share it. */
export const isPrivate = (reply: Reply): boolean =>
  reply.kind === 'advice' && reply.advice.subject === 'candidate';
