import type { Advisor } from '../advisor/advisor.ts';
import type { Answer } from '../advisor/answer.ts';
import type { Subject } from '../advisor/fact.ts';
import type { Advice } from '../advisor/verdict.ts';
import type { PinnedAnswer } from '../records/pinned-answers.ts';

export interface AnswerReply {
  kind: 'answer';
  question: string;
  /** What the knowledge says. */
  answer: Answer;
  /** What a manager wrote to it. */
  written?: PinnedAnswer;
  /** The asker may write an answer to it. */
  mayPin?: boolean;
}

export interface AdviceReply {
  kind: 'advice';
  advice: Advice;
  aboutPerson: boolean;
  /** The text that it is about. */
  text: string;
}

/** What the app has to say to a text. */
export type Reply =
  | AdviceReply
  | AnswerReply
  | { kind: 'offers'; text: string }
  | { kind: 'hello' }
  | { kind: 'help' }
  | { kind: 'welcome' }
  | { kind: 'not-english' };

/** All of the advisor that a conversation needs. */
export type ConversationAdvisor = Pick<
  Advisor,
  | 'rulebook'
  | 'passages'
  | 'check'
  | 'checkFacts'
  | 'nextStep'
  | 'ask'
  | 'intent'
  | 'speaksOfPerson'
  | 'isEnglish'
  | 'team'
>;

/** Words that say what is wanted before the text itself: "check we are 14 people", "ask what is a COO". */
const WISH = /^(check|ask)\b[:,]?\s+/i;
const HELP = /^(?:(?:please )?help(?: me)?|check|ask|(?:show (?:me )?)?(?:the |all )?commands)[.!?]*$/i;
const HELLO =
  /^(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))(?: there| rolefit| all)?|(?:who|what) are you|what (?:is rolefit|can you do|do you do)|how (?:do you work|does (?:this|it|rolefit) work))[.!?]*$/i;
const THANKS =
  /^(?:ok(?:ay)?,? )?(?:many )?(?:thanks|thank you|thx|ty|cheers|great|perfect)(?: (?:a lot|so much|very much|rolefit))?[.!]*$/i;

/**
 * What to say to a text: what asks is answered, what describes is checked, what is unclear gets both offers; nothing, or a
 * greeting, gets one with examples, and "help" all that can be done. Pure and without memory.
 */
export function replyTo(advisor: ConversationAdvisor, text: string): Reply {
  const words = text.trim();
  if (words === '' || HELLO.test(words)) return { kind: 'hello' };
  if (HELP.test(words)) return { kind: 'help' };
  if (THANKS.test(words)) return { kind: 'welcome' };
  if (!advisor.isEnglish(words)) return { kind: 'not-english' };
  const wish = WISH.exec(words);
  const rest = words.slice(wish?.[0].length ?? 0);
  const intent = wish ? wish[1]?.toLowerCase() : advisor.intent(words);
  if (intent === 'ask') return answerTo(advisor, rest);
  if (intent === 'check') return checkOf(advisor, rest);
  return { kind: 'offers', text: words };
}

/** The advice on a text, and whether one person is spoken of in it. The subject is recognised from the text unless given. */
export const checkOf = (advisor: ConversationAdvisor, text: string, subject?: Subject): Reply => ({
  kind: 'advice',
  advice: advisor.check(text, subject),
  aboutPerson: advisor.speaksOfPerson(text),
  text,
});

/** The answer of the knowledge to a question. */
export const answerTo = (advisor: ConversationAdvisor, question: string): AnswerReply => ({
  kind: 'answer',
  question,
  answer: advisor.ask(question),
});

/**
 * A verdict about a person is shown to nobody but the asker. What speaks of a person is private also where it was read as a
 * company's story or a job.
 */
export const isPrivate = (reply: Reply): boolean =>
  reply.kind === 'advice' && (reply.aboutPerson || reply.advice.subject === 'candidate');
