import type { Fact } from '../advisor/fact.ts';
import { changeInterview, type Interview, readInterview } from '../records/interviews.ts';
import { askingMessage, firstCard, lastCard, standing } from './blocks/interview.ts';
import { type ConversationParts, type Outlet, worded } from './conversation.ts';
import { adviceOf, askingOf, beginInterview, goOn, interviewKey } from './interview.ts';
import { isPrivate, type Reply } from './reply.ts';
import { keepAdvice } from './saved-checks.ts';
import { wordedCard } from './worded-card.ts';

/** A conversation where only the person and the app are. */
export interface Talk {
  parts: ConversationParts;
  outlet: Outlet;
  /** Names its interview. */
  interview: string;
}

/** The conversation at an outlet's place. */
export const talkAt = (parts: ConversationParts, outlet: Outlet): Talk => ({
  parts,
  outlet,
  interview: interviewKey(outlet.place),
});

export const WHERE_WERE_WE = 'Where were we:';
const STOPPED = 'All right, I stop here. Say “go on” to take it up again. This is where it stands:';
const SETTLED = 'That settles it: no other answer can change this.';
const NOTHING_LEFT = 'That is all that I can ask. This is where it stands, with what you left open:';

export const interviewOf = ({ parts, outlet, interview }: Talk): Promise<Interview | undefined> =>
  readInterview(parts.store, outlet.place.team, interview);

const changeOwn = (
  { parts, outlet, interview: key }: Talk,
  change: (interview: Interview | undefined) => Interview | null | undefined,
): Promise<Interview | undefined> => changeInterview(parts.store, outlet.place.team, key, change);

/** Says a reply to the message of this ts; an advice with an open question begins an interview. */
export async function sayAndAsk(talk: Talk, reply: Reply, ts: string): Promise<void> {
  const { parts, outlet } = talk;
  if (reply.kind !== 'advice') {
    const { message, shown } = await worded(parts, outlet, reply);
    return outlet.say(message, shown);
  }
  const { advice } = reply;
  await keepAdvice(parts, outlet.place, advice, isPrivate(reply));
  const about = { asker: outlet.place.user, aboutPerson: isPrivate(reply), heard: ts, since: parts.now() };
  const begun = beginInterview(advice, about);
  await changeOwn(talk, () => begun);
  const asking = begun && askingOf(parts.advisor, begun);
  const card = asking
    ? firstCard(advice, parts.advisor, asking, await wordedCard(parts, outlet, advice, reply.text))
    : (await worded(parts, outlet, reply)).message;
  await outlet.say(card, reply);
}

/** What is told or skipped in an interview. */
export interface Step {
  told?: readonly Fact[];
  skipped?: string;
  aboutPerson?: boolean;
}

/** Takes a step in the interview, which the message of this ts asked for, and says where it stands. */
export async function advance(talk: Talk, { aboutPerson = false, ...step }: Step, ts: string): Promise<void> {
  const { advisor } = talk.parts;
  let before: Interview | undefined;
  const after = await changeOwn(talk, (interview) => {
    before = interview;
    if (!interview) return undefined;
    const next = goOn(advisor, interview, step);
    return { ...next, heard: ts, aboutPerson: interview.aboutPerson || aboutPerson };
  });
  if (!before || !after) return;
  const [then, now] = [adviceOf(advisor, before), adviceOf(advisor, after)];
  const noted = step.skipped === undefined ? '' : 'I leave that open. ';
  await sayNext(talk, after, `${noted}${standing(then.verdict.role, now.verdict.role)}`);
}

/** Says the interview's next question, or the card that it ends with. */
export async function sayNext(talk: Talk, interview: Interview, lead: string): Promise<void> {
  const asking = askingOf(talk.parts.advisor, interview);
  if (asking) return talk.outlet.say(askingMessage(lead, asking));
  await sayEnd(talk, interview, interview.skipped.length > 0 ? NOTHING_LEFT : SETTLED);
}

/** Stops asking; the interview can be taken up again. */
export async function pause(talk: Talk, ts: string): Promise<void> {
  const paused = await changeOwn(
    talk,
    (interview) => interview && { ...interview, state: 'paused', heard: ts },
  );
  if (paused) await sayEnd(talk, paused, STOPPED);
}

/** Takes a stopped interview up again. */
export async function resume(talk: Talk, ts: string): Promise<void> {
  const resumed = await changeOwn(
    talk,
    (interview) =>
      interview && { ...interview, state: interview.state === 'done' ? 'done' : 'asking', heard: ts },
  );
  if (resumed) await sayNext(talk, resumed, WHERE_WERE_WE);
}

/** Says again what was to be said when the interview had taken the message that is handled anew. */
export async function sayAgain(talk: Talk, interview: Interview): Promise<void> {
  const { advisor } = talk.parts;
  if (interview.state === 'paused') return sayEnd(talk, interview, STOPPED);
  const asking = askingOf(advisor, interview);
  const isFirst = interview.asked.length === 1 && interview.skipped.length === 0;
  if (!asking || !isFirst) return sayNext(talk, interview, '');
  const advice = adviceOf(advisor, interview);
  await talk.outlet.say(
    firstCard(advice, advisor, asking, await wordedCard(talk.parts, talk.outlet, advice)),
  );
}

async function sayEnd(talk: Talk, interview: Interview, lead: string): Promise<void> {
  const { parts, outlet } = talk;
  const advice = adviceOf(parts.advisor, interview);
  await keepAdvice(parts, outlet.place, advice, interview.aboutPerson);
  const { account } = await wordedCard(parts, outlet, advice);
  const canGoOn = interview.state === 'paused';
  await outlet.say(lastCard(lead, advice, parts.advisor, { canGoOn, account }));
}
