import {
  type Fact,
  type FactDefinition,
  type FactValue,
  type FactValues,
  factValues,
  type Subject,
} from '../fact.ts';
import { decisiveFacts, mostTelling } from '../next-question.ts';
import { openSpace } from '../open-space.ts';
import { factsFor, type Rulebook, rulesFor } from '../rulebook.ts';
import { roleOf, tally } from '../tally.ts';
import type { Role } from '../verdict.ts';

/** More questions than this nobody answers. */
const MOST_QUESTIONS = 10;

/** The questions that tell the most of a subject of which nothing is known, the best first. */
export function blindQuestions(rulebook: Rulebook, subject: Subject): FactDefinition[] {
  const space = openSpace(rulebook, subject, new Map());
  return mostTelling(space, decisiveFacts(space, factsFor(rulebook, subject)), MOST_QUESTIONS);
}

/** What one person answered, by fact; null for "I do not know". */
export type Answers = Readonly<Record<string, FactValue | null>>;

/** One of the answers that were given, and the role that it leads to beside what all agree on. */
export interface Alternative {
  /** Null for "I do not know". */
  value: FactValue | null;
  role: Role;
}

/** A question that was not answered alike. */
export interface Difference {
  fact: string;
  /** Each answer once: what is known first. */
  alternatives: readonly Alternative[];
  /**
   * Whether it would change the verdict which answer is right: beside what all agree on (`alone`), only beside the other
   * answers that somebody gave (`together`), or in neither (`no`).
   */
  matters: 'alone' | 'together' | 'no';
}

/** How the answers of several people compare. */
export interface Comparison {
  /** What all answered alike and know. */
  agreed: readonly Fact[];
  /** Facts that nobody knows. */
  unknown: readonly string[];
  /** In the order of the questions. */
  differences: readonly Difference[];
}

/** Compares what several people answered to the same questions; one left out counts as "I do not know". */
export function compareAnswers(
  rulebook: Rulebook,
  subject: Subject,
  questions: readonly string[],
  all: readonly Answers[],
): Comparison {
  const given = questions.map((fact) => ({ fact, values: distinct(all.map((one) => one[fact] ?? null)) }));
  const role = roleIn(rulebook, subject);
  const agreed = given.flatMap(({ fact, values: [value, another] }): Fact[] =>
    value === undefined || value === null || another !== undefined
      ? []
      : [{ name: fact, value, source: 'stated' }],
  );
  const common = factValues(agreed);
  const knownTo = all.map((one) => new Map(questions.flatMap((fact) => entryOf(fact, one[fact] ?? null))));
  return {
    agreed,
    unknown: given.filter(({ values }) => values.every((value) => value === null)).map(({ fact }) => fact),
    differences: given.flatMap(({ fact, values }): Difference[] => {
      if (values.length < 2) return [];
      const beside = (known: FactValues): Alternative[] =>
        values.map((value) => ({ value, role: role(withFact(known, fact, value)) }));
      const alternatives = beside(common);
      const together = (): boolean => knownTo.some((known) => areMany(beside(known)));
      return [
        { fact, alternatives, matters: areMany(alternatives) ? 'alone' : together() ? 'together' : 'no' },
      ];
    }),
  };
}

/** Each value once, what is known first, in an order that tells nothing of who said it. */
const distinct = (values: readonly (FactValue | null)[]): (FactValue | null)[] =>
  [...new Set(values)].sort((a, b) => {
    if (a === null) return 1;
    if (b === null) return -1;
    if (typeof a === 'number') return a - Number(b);
    return String(a) < String(b) ? 1 : -1;
  });

const areMany = (alternatives: readonly Alternative[]): boolean =>
  new Set(alternatives.map(({ role }) => role)).size > 1;

const entryOf = (fact: string, value: FactValue | null): [string, FactValue][] =>
  value === null ? [] : [[fact, value]];

const withFact = (known: FactValues, fact: string, value: FactValue | null): FactValues =>
  new Map([...[...known].filter(([name]) => name !== fact), ...entryOf(fact, value)]);

const roleIn = (rulebook: Rulebook, subject: Subject): ((known: FactValues) => Role) => {
  const rules = rulesFor(rulebook, subject);
  return (known) => roleOf(tally(rules, known), rulebook.threshold);
};
