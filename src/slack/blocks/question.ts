import type { ActionsBlock } from '@slack/types';
import { z } from 'zod';
import { type FactDefinition, FactValue } from '../../advisor/fact.ts';
import type { Rulebook } from '../../advisor/rulebook.ts';
import type { Advice } from '../../advisor/verdict.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';

/** What a button that answers a question carries. */
const AnswerToken = z.strictObject({ verdict: z.string(), fact: z.string(), value: FactValue });
export type AnswerToken = z.infer<typeof AnswerToken>;

/** Buttons that answer the advice's next question; none for a number. */
export function answerButtons(advice: Advice, rulebook: Rulebook): ActionsBlock[] {
  const definition = rulebook.facts.find(({ name }) => name === advice.nextQuestion?.fact);
  const options = definition ? optionsOf(definition) : [];
  const buttons = options.map(({ value, label }, at) => {
    const token: AnswerToken = { verdict: advice.id, fact: definition?.name ?? '', value };
    return button(`${ACTIONS.answerQuestion}:${at}`, label, JSON.stringify(token));
  });
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
}

/** Reads the value of such a button; null when it is none of ours. */
export function answerToken(value: string | undefined): AnswerToken | null {
  try {
    return AnswerToken.parse(JSON.parse(value ?? ''));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** The answers that a fact's question can have, in words; none for a number. */
export const optionsOf = ({ kind, choices }: FactDefinition): { value: FactValue; label: string }[] => {
  if (kind === 'count') return [];
  return kind === 'choice'
    ? (choices ?? []).map(({ value, label }) => ({ value, label: sentenceCase(label) }))
    : [
        { value: true, label: 'Yes' },
        { value: false, label: 'No' },
      ];
};

const sentenceCase = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
