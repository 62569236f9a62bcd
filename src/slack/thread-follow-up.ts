import { checkFollowUpIn } from './follow-ups.ts';
import type { Reply } from './reply.ts';

/** How long a thread is followed after the last answer in it, in ms. */
export const FOLLOWED_MS = 24 * 60 * 60 * 1000;

const STOP =
  /^(?:please )?(?:stop|stop (?:it|please|here|listening|answering|following(?: this(?: thread)?)?)|be quiet|quiet|leave|that's all)(?:,? role ?fit)?[.! ]*$/i;
const NAMES_US = /\brole ?fit\b/i;
/** The two roles by name: what speaks of them is spoken to us, where we are followed. */
const TOPIC = /\b(?:COOs?|chief operating officers?|implementers?)\b/i;
/** Words by which a question is about what was said, not about the roles in general. */
const ABOUT_THIS =
  /\b(?:we|us|our|ours|i|my|this|that|here|thread|above|think|opinion|thoughts?|view|advise|advice|recommend|suggest|need|role)\b/i;

/** When people meet they arrange among themselves, whatever words of ours they use for it. */
const ARRANGES =
  /\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|lunch|(?:at|until) \d{1,2})\b/i;

/** Is that all that somebody says: to stop? */
export const saysStop = (words: string): boolean => STOP.test(words.replace(/’/g, "'").trim());

/** Does a message mention anybody but us, or a group? */
export const mentionsOthers = (slackText: string, botUserId: string | undefined): boolean =>
  /<!|<@/.test(botUserId === undefined ? slackText : slackText.replaceAll(`<@${botUserId}>`, ''));

/** Is an answer to be looked for in the thread, and not in the words or the knowledge alone? */
export function wantsThread(words: string, reply: Reply): boolean {
  if (words === '' || reply.kind === 'offers' || reply.kind === 'advice') return true;
  return reply.kind === 'answer' && ABOUT_THIS.test(words);
}

/** Somebody's words in a followed thread, without a mention of us. */
export interface FollowUp {
  words: string;
  reply: Reply;
  /** A manager wrote an answer to it. */
  isWritten?: boolean;
}

/** `yes` and `no` are certain; `right-after` when it counts only as a reply right after our own message. */
export type IsForUs = 'yes' | 'no' | 'right-after';

/** Whether a follow-up is for us: people who talk to each other are let be, also where we could only say that we do not know. */
export function isForUs({ words, reply, isWritten = false }: FollowUp): IsForUs {
  if (checkFollowUpIn(words)) return 'right-after';
  if (reply.kind === 'advice') {
    if (reply.advice.facts.length === 0) return 'no';
    return NAMES_US.test(words) ? 'yes' : 'right-after';
  }
  if (reply.kind !== 'answer') return 'no';
  if (NAMES_US.test(words)) return 'yes';
  if (isWritten) return 'right-after';
  if (!reply.answer.answered) return 'no';
  if (TOPIC.test(words)) return 'yes';
  return ARRANGES.test(words) ? 'no' : 'right-after';
}
