import type { Fact } from '../advisor/fact.ts';
import type { Advice } from '../advisor/verdict.ts';
import { factsOf, recordedFacts } from '../records/facts.ts';
import type { Interview } from '../records/interviews.ts';
import type { Asking } from './blocks/interview.ts';
import { conversationKey, type Place } from './conversation-key.ts';
import type { ConversationAdvisor } from './reply.ts';

/** What names the interview of a direct conversation, or of one thread in it, such as a session of the agent view. */
export const interviewKey = (place: Place): string =>
  place.thread === undefined ? conversationKey(place) : `${conversationKey(place)}:${place.thread}`;

/** The interview that an advice leads into; null where nothing is left to ask. */
export function beginInterview(
  advice: Advice,
  about: Pick<Interview, 'asker' | 'aboutPerson' | 'heard' | 'since'>,
): Interview | null {
  const { subject, facts, nextQuestion } = advice;
  if (!nextQuestion) return null;
  return {
    ...about,
    subject,
    facts: recordedFacts(facts),
    asked: [nextQuestion.fact],
    skipped: [],
    state: 'asking',
  };
}

/** The name of the fact that is asked for; undefined when nothing is. */
export const openFact = ({ state, asked }: Interview): string | undefined =>
  state === 'done' ? undefined : asked.at(-1);

/** The interview when more facts are told, or the open one is skipped: with its next question, or done. */
export function goOn(
  advisor: ConversationAdvisor,
  interview: Interview,
  { told = [], skipped }: { told?: readonly Fact[]; skipped?: string },
): Interview {
  const names = new Set(told.map(({ name }) => name));
  const facts = [...interview.facts.filter(({ name }) => !names.has(name)), ...recordedFacts(told)];
  const left = [...interview.skipped, ...(skipped === undefined ? [] : [skipped])].filter(
    (name) => !names.has(name),
  );
  const { question } = advisor.nextStep(interview.subject, factsOf(facts), left);
  const next = { ...interview, facts, skipped: left };
  if (!question) return { ...next, state: 'done' };
  const asked = interview.asked.filter((name) => name !== question.fact);
  return { ...next, asked: [...asked, question.fact], state: 'asking' };
}

/** What the interview asks now; undefined when it is done. */
export function askingOf(advisor: ConversationAdvisor, interview: Interview): Asking | undefined {
  const name = openFact(interview);
  const definition = advisor.rulebook.facts.find((fact) => fact.name === name);
  if (!definition) return undefined;
  const { open } = advisor.nextStep(interview.subject, factsOf(interview.facts), interview.skipped);
  return { since: interview.since, definition, open: open.length };
}

/** The advice on what the interview knows. */
export const adviceOf = (advisor: ConversationAdvisor, { subject, facts }: Interview): Advice =>
  advisor.checkFacts(subject, factsOf(facts));
