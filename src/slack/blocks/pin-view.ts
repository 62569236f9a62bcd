import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { PinnedAnswer } from '../../records/pinned-answers.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { unpinButton, writtenAnswer } from './answer.ts';
import { button } from './button.ts';
import { clip, WRITTEN_ANSWER, WRITTEN_QUESTION } from './limits.ts';
import { bold, section } from './mrkdwn.ts';
import { type PageShown, pageButtons } from './pages.ts';
import { plain, viewOf } from './view.ts';

/** What the form remembers: the question whose answer is edited, if one is. */
export const PinMemory = z.object({ edits: z.string().optional() });

export const QUESTION_FIELD = 'question';
export const ANSWER_FIELD = 'answer';
const VALUE = 'value';

/** The form for a written answer to a question; filled in with the one there is, or with a proposal. */
export function pinView(question: string, proposal: string, written: PinnedAnswer | undefined): ModalView {
  return viewOf({
    title: 'Written answer',
    callbackId: VIEWS.pin,
    submit: written ? 'Save' : 'Pin it',
    close: 'Cancel',
    remembers: written ? { edits: question } : {},
    blocks: [
      section(
        'Whoever asks this question in this workspace sees your answer first, with your name and the date; below it, what my own knowledge says.',
      ),
      textInput(QUESTION_FIELD, 'Question', written?.question ?? question, WRITTEN_QUESTION),
      textInput(ANSWER_FIELD, 'Answer', written?.answer ?? proposal, WRITTEN_ANSWER),
      ...(written ? [{ type: 'actions' as const, elements: [unpinButton(written.question)] }] : []),
    ],
  });
}

const textInput = (id: string, label: string, value: string, most: number): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline: id === ANSWER_FIELD,
    max_length: most,
    ...(value === '' ? {} : { initial_value: clip(value, most) }),
  },
});

const Text = z.object({ [VALUE]: z.looseObject({ value: z.string().nullish() }) });
const State = z.object({ [QUESTION_FIELD]: Text, [ANSWER_FIELD]: Text });

/** What was filled in, from Slack's `view.state.values`. */
export function pinInput(stateValues: unknown): { question: string; answer: string } {
  const state = State.parse(stateValues);
  const text = (field: z.infer<typeof Text>): string => field[VALUE].value?.trim() ?? '';
  return { question: text(state[QUESTION_FIELD]), answer: text(state[ANSWER_FIELD]) };
}

/** Written answers shown at a time, and how much of each. */
export const WRITTEN_PAGE = 10;
const LONGEST_SHOWN = 500;

/** One page of the written answers of a workspace, for managers. */
export function writtenView(written: readonly PinnedAnswer[], page: PageShown): ModalView {
  return viewOf({
    title: 'Written answers',
    blocks: [
      ...(written.length === 0
        ? [section('There are none. Ask me something, then press “Write your own answer” under what I say.')]
        : written.flatMap((each): KnownBlock[] => [
            { ...section(bold(each.question)), accessory: button(ACTIONS.pin, 'Edit', each.question) },
            ...writtenAnswer({ ...each, answer: clip(each.answer, LONGEST_SHOWN) }),
          ])),
      ...pageButtons(ACTIONS.writtenPage, page, { first: 'From the beginning', next: 'Next' }),
    ],
  });
}
