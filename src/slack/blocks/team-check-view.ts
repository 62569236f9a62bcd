import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { FactValue } from '../../advisor/fact.ts';
import type { Rulebook } from '../../advisor/rulebook.ts';
import type { MemberAnswers, TeamCheck } from '../../records/team-checks.ts';
import { VIEWS } from '../actions.ts';
import { FieldState, factInput, fieldValue, VALUE } from './fact-input.ts';
import { section } from './mrkdwn.ts';
import { tickBox } from './tick-box.ts';
import { viewOf } from './view.ts';

/** What the form remembers: the check that it answers. */
export const TeamCheckMemory = z.object({ check: z.string() });

const CONSENT = 'may_be_shown';
const questionField = (fact: string): string => `fact:${fact}`;

/** The form in which one member answers, with what they answered before. */
export function teamCheckView(
  { questions }: TeamCheck,
  id: string,
  { answers, mayBeShown }: MemberAnswers,
  { facts }: Rulebook,
): ModalView {
  return viewOf({
    title: 'Blind team check',
    callbackId: VIEWS.teamCheck,
    submit: 'Send',
    close: 'Cancel',
    remembers: { check: id } satisfies z.infer<typeof TeamCheckMemory>,
    blocks: [
      section(
        'Say how you see it yourself. The channel sees what you all agree on and where you differ, not who said what.',
      ),
      ...questions.flatMap((fact) => {
        const definition = facts.find(({ name }) => name === fact);
        const value = answers === null ? undefined : (answers[fact] ?? null);
        return definition
          ? [factInput(definition, { id: questionField(fact), value, unknown: 'I don’t know' })]
          : [];
      }),
      tickBox(
        CONSENT,
        'When the result is shown',
        'My single answers may be shown with my name.',
        mayBeShown,
      ),
    ],
  });
}

const Field = FieldState.extend({ selected_options: z.array(z.unknown()).nullish() });
const State = z.record(z.string(), z.record(z.string(), Field));

/** What a member answered, from Slack's `view.state.values`; null for "I don't know". */
export function teamCheckInput(
  stateValues: unknown,
  { questions }: TeamCheck,
): Pick<MemberAnswers, 'mayBeShown'> & { answers: Record<string, FactValue | null> } {
  const state = State.parse(stateValues);
  const answers = questions.map((fact) => [fact, fieldValue(state[questionField(fact)]?.[VALUE]) ?? null]);
  return {
    answers: Object.fromEntries(answers),
    mayBeShown: (state[CONSENT]?.[VALUE]?.selected_options?.length ?? 0) > 0,
  };
}
