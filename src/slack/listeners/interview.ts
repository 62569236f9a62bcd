import type { App } from '@slack/bolt';
import { ACTIONS } from '../actions.ts';
import { DONT_KNOW, type InterviewToken, interviewToken, STOP } from '../blocks/interview.ts';
import { plainMessage } from '../blocks/message.ts';
import type { ConversationParts } from '../conversation.ts';
import { openFact } from '../interview.ts';
import { answerWords, markAnswered } from '../interview-marks.ts';
import {
  advance,
  interviewOf,
  pause,
  resume,
  sayAndAsk,
  sayNext,
  type Talk,
  talkAt,
  WHERE_WERE_WE,
} from '../interview-turns.ts';
import { standingOutlet } from '../message-outlet.ts';
import { checkOf } from '../reply.ts';
import { onPress, type Pressed } from './pressed.ts';

const OVER =
  'These questions are over. Describe your situation again, or press “Edit facts” under the verdict.';
const ANSWERED = 'You have answered this one. To change it, press “Edit facts” under the verdict.';

/** The buttons of an interview. What they lead to stands in the conversation, as if it had been typed. */
export function registerInterview(app: App, parts: ConversationParts): void {
  const talkOf = ({ client, place }: Pressed): Talk => talkAt(parts, standingOutlet(client, place));

  /** Hears a button of an open question; one that is pressed late is answered kindly. */
  const onQuestion = (
    action: string | RegExp,
    handler: (talk: Talk, token: InterviewToken, ts: string) => Promise<void>,
    words: (token: InterviewToken) => string,
  ): void =>
    onPress(app, parts, action, async (pressed) => {
      const talk = talkOf(pressed);
      const token = interviewToken(pressed.action.value);
      const interview = await interviewOf(talk);
      if (interview?.since !== token.since || interview.state === 'done')
        return pressed.outlet.sayPrivately(plainMessage(OVER));
      if (openFact(interview) !== token.fact) {
        await pressed.outlet.sayPrivately(plainMessage(ANSWERED));
        return interview.state === 'asking' ? sayNext(talk, interview, WHERE_WERE_WE) : undefined;
      }
      await handler(talk, token, pressed.action.action_ts);
      await markAnswered(talk, token, words(token), pressed.message);
    });

  const wordsFor = ({ fact, value }: InterviewToken): string =>
    value === null ? DONT_KNOW : answerWords(parts.advisor, fact, value);

  onQuestion(
    new RegExp(`^${ACTIONS.interviewAnswer}:`),
    (talk, { fact, value }, ts) =>
      value === null
        ? advance(talk, { skipped: fact }, ts)
        : advance(talk, { told: [{ name: fact, value, source: 'stated' }] }, ts),
    wordsFor,
  );
  onQuestion(ACTIONS.interviewSkip, (talk, { fact }, ts) => advance(talk, { skipped: fact }, ts), wordsFor);
  onQuestion(
    ACTIONS.interviewStop,
    (talk, _token, ts) => pause(talk, ts),
    () => STOP,
  );
  onPress(app, parts, ACTIONS.interviewGoOn, async (pressed) => {
    const talk = talkOf(pressed);
    const interview = await interviewOf(talk);
    if (interview?.state !== 'paused') return pressed.outlet.sayPrivately(plainMessage(OVER));
    await resume(talk, pressed.action.action_ts);
  });
  onPress(app, parts, ACTIONS.interviewAnew, (pressed) =>
    sayAndAsk(talkOf(pressed), checkOf(parts.advisor, pressed.action.value ?? ''), pressed.action.action_ts),
  );
}
