import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { VIEWS } from '../actions.ts';
import { INPUT_TEXT } from './limits.ts';
import { plain, viewOf } from './view.ts';

const REASON = 'reason';

/** The check that was no help. */
export const NotHelpfulMemory = z.object({ verdict: z.string(), asker: z.string() });

/** The answer that was no help: where the question stands, and the passages that were cited. */
export const AnswerMemory = z.object({ channel: z.string(), to: z.string(), passages: z.array(z.string()) });

/** Asks, of who found a verdict no help, what was wrong; they need not say. */
export const notHelpfulView = (check: z.infer<typeof NotHelpfulMemory>): ModalView =>
  askWhatIsWrong(VIEWS.notHelpful, check);

/** The same of an answer. */
export const answerNotHelpfulView = (answer: z.infer<typeof AnswerMemory>): ModalView =>
  askWhatIsWrong(VIEWS.answerNotHelpful, answer);

const askWhatIsWrong = (callbackId: string, remembers: object): ModalView =>
  viewOf({
    title: 'Not helpful',
    callbackId,
    submit: 'Send',
    close: 'Skip',
    remembers,
    blocks: [
      {
        type: 'input',
        block_id: REASON,
        optional: true,
        label: plain('What is wrong with it?'),
        hint: plain('Kept in this workspace, for those who look after Rolefit.'),
        element: { type: 'plain_text_input', action_id: REASON, multiline: true, max_length: INPUT_TEXT },
      },
    ],
  });

const State = z.object({ [REASON]: z.object({ [REASON]: z.looseObject({ value: z.string().nullish() }) }) });

/** The reason that was given, from Slack's `view.state.values`; undefined when none was. */
export const notHelpfulReason = (stateValues: unknown): string | undefined =>
  State.parse(stateValues)[REASON][REASON].value?.trim() || undefined;
