import type { Fact } from '../advisor/fact.ts';
import { saidOf } from '../phrasing/template.ts';
import { listed } from '../phrasing/wording.ts';
import type { Interview } from '../records/interviews.ts';
import { addedMessage } from './blocks/interview.ts';
import { replyMessage } from './blocks/reply.ts';
import { type ConversationParts, deliver, type Outlet } from './conversation.ts';
import { askingOf } from './interview.ts';
import { readAnswer } from './interview-answer.ts';
import {
  advance,
  interviewOf,
  pause,
  resume,
  sayAgain,
  sayAndAsk,
  sayNext,
  type Talk,
  WHERE_WERE_WE,
} from './interview-turns.ts';
import { type Reply, replyTo } from './reply.ts';

/** Something typed to the app where only the person and the app are. */
export interface Said {
  text: string;
  /** What names the message in its conversation. */
  ts: string;
}

const GO_ON = /^(?:please )?(?:go on|continue|resume|carry on|where were we)[.!? ]*$/i;
/** Words by which a description is meant to stand alone; "check" is left for `replyTo` to read. */
const ANEW = /^(?:(?:new|start (?:anew|over|again)|something else)\b[:,]?\s*|(?=check\b))/i;
const NOT_UNDERSTOOD = 'I could not read that as an answer.';

/**
 * Answers what is typed where only the person and the app are, in its turn: an answer to the interview's open question, a
 * question on the way, more facts, or something new, which an interview may follow. For any surface: the outlet says it.
 */
export const converseDirectly = (parts: ConversationParts, outlet: Outlet, said: Said): Promise<void> =>
  deliver(parts, outlet, () => answerDirectly({ parts, outlet }, said));

/** The same within a turn. */
export async function answerDirectly(talk: Talk, { text, ts }: Said): Promise<void> {
  const { advisor } = talk.parts;
  const interview = await interviewOf(talk);
  if (interview?.heard === ts) return sayAgain(talk, interview);
  if (interview && interview.state !== 'done' && GO_ON.test(text.trim())) return resume(talk, ts);
  const asking = interview?.state === 'asking' && !ANEW.test(text) && askingOf(advisor, interview);
  if (!asking) return sayAndAsk(talk, replyTo(advisor, text.replace(ANEW, '') || text), ts);
  const { definition } = asking;
  const answer = readAnswer(advisor, interview.subject, definition, text);
  if (answer?.kind === 'stop') return pause(talk, ts);
  if (answer?.kind === 'dont-know') return advance(talk, { skipped: definition.name }, ts);
  if (answer?.kind === 'value') {
    const told: Fact = { name: definition.name, value: answer.value, source: 'stated' };
    return advance(talk, { told: [told, ...answer.more] }, ts);
  }
  await interrupt(talk, interview, replyTo(advisor, text), { text, ts });
}

/** Answers what is no answer, and then asks again what was asked. */
async function interrupt(talk: Talk, interview: Interview, reply: Reply, said: Said): Promise<void> {
  if (reply.kind === 'advice') return describe(talk, interview, reply, said);
  if (reply.kind === 'offers') return sayNext(talk, interview, NOT_UNDERSTOOD);
  await talk.outlet.say(replyMessage(reply, talk.parts.advisor));
  await sayNext(talk, interview, WHERE_WERE_WE);
}

/** A description on the way: facts of the same subject are added, and said; another subject begins anew. */
async function describe(
  talk: Talk,
  interview: Interview,
  reply: Extract<Reply, { kind: 'advice' }>,
  { text, ts }: Said,
): Promise<void> {
  const { advisor } = talk.parts;
  if (reply.advice.subject !== interview.subject && reply.advice.facts.length > 0)
    return sayAndAsk(talk, reply, ts);
  const { facts } = advisor.check(text, interview.subject);
  if (facts.length === 0) return sayNext(talk, interview, NOT_UNDERSTOOD);
  const understood = listed(facts.map((fact) => saidOf(fact, advisor.rulebook)));
  await talk.outlet.say(addedMessage(`I understood: ${understood}.`, text));
  await advance(talk, { told: facts, aboutPerson: reply.aboutPerson }, ts);
}
