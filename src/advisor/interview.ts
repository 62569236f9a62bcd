import { type Fact, factValues, type Subject } from './fact.ts';
import { decisiveFacts, nextQuestion } from './next-question.ts';
import { openSpace } from './open-space.ts';
import { factsFor, type Rulebook } from './rulebook.ts';
import type { NextQuestion } from './verdict.ts';

/** Where an interview stands. */
export interface Step {
  /** The question that splits the outcomes best; null exactly when no answer can change the role any more. */
  question: NextQuestion | null;
  /** The facts whose answers can still change the role, in the order of the rulebook. */
  open: string[];
}

/** The next question of an interview in which some facts stay unknown for good, because the person will not tell them. */
export function nextStep(
  rulebook: Rulebook,
  subject: Subject,
  facts: readonly Fact[],
  skipped: readonly string[],
): Step {
  const space = openSpace(rulebook, subject, factValues(facts), new Set(skipped));
  const decisive = decisiveFacts(space, factsFor(rulebook, subject));
  return { question: nextQuestion(space, decisive), open: decisive.map(({ name }) => name) };
}
