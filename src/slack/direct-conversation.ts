import type { Fact } from '../advisor/fact.ts';
import { saidOf } from '../phrasing/template.ts';
import { listed } from '../phrasing/wording.ts';
import type { Interview } from '../records/interviews.ts';
import { addedMessage, DONT_KNOW, STOP } from './blocks/interview.ts';
import { plainMessage } from './blocks/message.ts';
import { type ConversationParts, deliver, type Outlet, worded } from './conversation.ts';
import { askingOf, interviewKey, openFact } from './interview.ts';
import { readAnswer } from './interview-answer.ts';
import { answerWords, markAnswered } from './interview-marks.ts';
import {
  advance,
  interviewOf,
  pause,
  resume,
  sayAgain,
  sayAndAsk,
  sayNext,
  type Talk,
  talkAt,
  WHERE_WERE_WE,
} from './interview-turns.ts';
import { type Reply, replyTo } from './reply.ts';
import { saysStop } from './thread-follow-up.ts';

/** Something typed to the app where only the person and the app are. */
export interface Said {
  text: string;
  /** What names the message in its conversation. */
  ts: string;
}

const GO_ON = /^(?:please )?(?:go on|continue|resume|carry on|where were we)[.!? ]*$/i;
/** Words by which a description is meant to stand alone; "check" is left for `replyTo` to read. */
const ANEW = /^(?:(?:new|start (?:anew|over|again)|something else)\b[:,]?\s*|(?=check\b))/i;
const NOT_ASKING = 'I am not asking anything at the moment. Describe or ask whenever you like.';
const NOT_UNDERSTOOD = 'I could not read that as an answer.';

/**
 * Answers what is typed where only the person and the app are, in its turn: an answer to the interview's open question, a
 * question on the way, more facts, or something new, which an interview may follow. For any surface: the outlet says it.
 */
export const converseDirectly = (parts: ConversationParts, outlet: Outlet, said: Said): Promise<void> =>
  deliver(parts, outlet, async () => answerDirectly(await talkFor(parts, outlet, said), said));

/** Asks again, in its turn, what the interview that goes on there asks, after something else was said. */
export const askAgain = (parts: ConversationParts, outlet: Outlet): Promise<void> =>
  deliver(parts, outlet, async () => {
    const talk = talkAt(parts, outlet);
    const interview = await interviewOf(talk);
    if (interview?.state === 'asking') await sayNext(talk, interview, WHERE_WERE_WE);
  });

/**
 * The conversation that words belong to: that of their thread; in a thread without an interview, what answers the question
 * that is open outside belongs to that, as people reply under the question.
 */
async function talkFor(parts: ConversationParts, outlet: Outlet, { text }: Said): Promise<Talk> {
  const own = talkAt(parts, outlet);
  if (outlet.place.thread === undefined || (await interviewOf(own))) return own;
  const outside = { ...own, interview: interviewKey({ ...outlet.place, thread: undefined }) };
  const interview = await interviewOf(outside);
  const asking = interview?.state === 'asking' && askingOf(parts.advisor, interview);
  if (!asking) return own;
  return readAnswer(parts.advisor, interview.subject, asking.definition, text) ? outside : own;
}

async function answerDirectly(talk: Talk, { text, ts }: Said): Promise<void> {
  const { advisor } = talk.parts;
  const interview = await interviewOf(talk);
  if (interview?.heard === ts) return sayAgain(talk, interview);
  if (interview && interview.state !== 'done' && GO_ON.test(text.trim())) return resume(talk, ts);
  const asking = interview?.state === 'asking' && !ANEW.test(text) && askingOf(advisor, interview);
  if (!asking) return begin(talk, { text, ts });
  const { definition } = asking;
  const answer = readAnswer(advisor, interview.subject, definition, text);
  const asked = { since: interview.since, fact: definition.name };
  if (answer?.kind === 'stop') {
    await pause(talk, ts);
    return markAnswered(talk, asked, STOP);
  }
  if (answer?.kind === 'dont-know') {
    await advance(talk, { skipped: definition.name }, ts);
    return markAnswered(talk, asked, DONT_KNOW);
  }
  if (answer?.kind === 'value') {
    const told: Fact = { name: definition.name, value: answer.value, source: 'stated' };
    await advance(talk, { told: [told, ...answer.more] }, ts);
    return markAnswered(talk, asked, answerWords(advisor, definition.name, answer.value));
  }
  await interrupt(talk, interview, replyTo(advisor, text), { text, ts });
}

/** Answers what belongs to no interview; an interview may follow. */
async function begin(talk: Talk, { text, ts }: Said): Promise<void> {
  if (GO_ON.test(text.trim()) || saysStop(text)) return talk.outlet.say(plainMessage(NOT_ASKING));
  await sayAndAsk(talk, replyTo(talk.parts.advisor, text.replace(ANEW, '') || text), ts);
}

/** Answers what is no answer, and then asks again what was asked. */
async function interrupt(talk: Talk, interview: Interview, reply: Reply, said: Said): Promise<void> {
  if (reply.kind === 'advice') return describe(talk, interview, reply, said);
  if (reply.kind === 'offers') return sayNext(talk, interview, NOT_UNDERSTOOD);
  const { message, shown } = await worded(talk.parts, talk.outlet, reply);
  await talk.outlet.say(message, shown);
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
  const fact = openFact(interview);
  const answer = facts.find(({ name }) => name === fact);
  if (fact === undefined || !answer) return;
  await markAnswered(talk, { since: interview.since, fact }, answerWords(advisor, fact, answer.value));
}
