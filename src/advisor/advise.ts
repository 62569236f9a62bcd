import { classify } from './classify.ts';
import { counterfactuals } from './counterfactual.ts';
import { type Fact, factValues, type Subject } from './fact.ts';
import { decisiveFacts, nextQuestion } from './next-question.ts';
import { openSpace } from './open-space.ts';
import type { Passage } from './passage.ts';
import { factsFor, type Rulebook } from './rulebook.ts';
import type { Advice, Citation, Contradiction, FiredRule } from './verdict.ts';
import { verdictId } from './verdict-id.ts';

/** What is known of a subject: facts, hints that do not count, and statements that cannot all be true. */
export interface Findings {
  facts: readonly Fact[];
  tentative: readonly Fact[];
  contradictions: readonly Contradiction[];
}

/** The full advice on what is known. Facts come back in the order of the rulebook, whatever order they came in. */
export function advise(
  rulebook: Rulebook,
  passages: ReadonlyMap<string, Passage>,
  subject: Subject,
  found: Findings,
): Advice {
  const definitions = factsFor(rulebook, subject);
  const position = new Map(definitions.map(({ name }, at) => [name, at]));
  const inOrder = (facts: readonly Fact[]): Fact[] =>
    facts
      .filter(({ name }) => position.has(name))
      .sort((a, b) => (position.get(a.name) ?? 0) - (position.get(b.name) ?? 0));
  const facts = inOrder(found.facts);
  const values = factValues(facts);
  const verdict = classify(rulebook, subject, values);
  const space = openSpace(rulebook, subject, values);
  const decisive = decisiveFacts(space, definitions);
  return {
    id: verdictId(subject, facts, rulebook.version),
    subject,
    facts,
    tentative: inOrder(found.tentative),
    contradictions: found.contradictions.filter(({ fact }) => position.has(fact)),
    verdict,
    counterfactuals: counterfactuals(rulebook, subject, values),
    nextQuestion: nextQuestion(space, decisive),
    unknown: decisive.map(({ name }) => name),
    citations: citationsOf(verdict.rules, passages),
  };
}

const citationsOf = (rules: readonly FiredRule[], passages: ReadonlyMap<string, Passage>): Citation[] =>
  [...new Set(rules.map(({ passage }) => passage))].map((passage) => ({
    passage,
    section: passages.get(passage)?.section ?? 'intro',
  }));
