import type { ActionsBlock } from '@slack/types';
import type { FactValue } from '../../advisor/fact.ts';
import type { Rulebook } from '../../advisor/rulebook.ts';
import type { Advice } from '../../advisor/verdict.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { encodeCheckToken } from './check-token.ts';

/** Buttons that answer the advice's next question; none for a number, nor where the facts do not fit into a button. */
export function answerButtons(advice: Advice, rulebook: Rulebook): ActionsBlock[] {
  const { nextQuestion } = advice;
  const definition = rulebook.facts.find(({ name }) => name === nextQuestion?.fact);
  if (!definition || definition.kind === 'count') return [];
  const options: { value: FactValue; label: string }[] = definition.choices ?? [
    { value: true, label: 'Yes' },
    { value: false, label: 'No' },
  ];
  const buttons = options.flatMap(({ value, label }, at) => {
    const token = encodeCheckToken(advice, { name: definition.name, value });
    return token === null ? [] : [button(`${ACTIONS.answerQuestion}:${at}`, sentenceCase(label), token)];
  });
  return buttons.length === options.length ? [{ type: 'actions', elements: buttons }] : [];
}

const sentenceCase = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
