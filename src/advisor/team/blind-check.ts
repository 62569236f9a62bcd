import type { Fact, FactDefinition, FactValue, FactValues, Subject } from '../fact.ts';
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
  const given = new Map(questions.map((fact) => [fact, distinct(all.map((one) => one[fact] ?? null))]));
  const role = roleIn(rulebook, subject);
  const agreed = questions.flatMap((name): Fact[] => {
    const [value, another] = given.get(name) ?? [];
    return value === undefined || value === null || another !== undefined
      ? []
      : [{ name, value, source: 'stated' }];
  });
  const common: FactValues = new Map(agreed.map(({ name, value }) => [name, value]));
  const knownTo = all.map((one) => new Map(questions.flatMap((fact) => entryOf(fact, one[fact] ?? null))));
  return {
    agreed,
    unknown: questions.filter((fact) => given.get(fact)?.every((value) => value === null)),
    differences: questions.flatMap((fact): Difference[] => {
      const values = given.get(fact) ?? [];
      if (values.length < 2) return [];
      const rolesBeside = (known: FactValues): Role[] =>
        values.map((value) => role(withFact(known, fact, value)));
      const alone = rolesBeside(common);
      return [
        {
          fact,
          alternatives: values.map((value, at) => ({ value, role: alone[at] ?? 'undecided' })),
          matters: areMany(alone)
            ? 'alone'
            : knownTo.some((known) => areMany(rolesBeside(known)))
              ? 'together'
              : 'no',
        },
      ];
    }),
  };
}

/** Each value once, what is known first, in an order that tells nothing of who said it. */
const distinct = (values: readonly (FactValue | null)[]): (FactValue | null)[] =>
  [...new Set(values)].sort((a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? 1 : -1;
  });

const areMany = (roles: readonly Role[]): boolean => new Set(roles).size > 1;

const entryOf = (fact: string, value: FactValue | null): [string, FactValue][] =>
  value === null ? [] : [[fact, value]];

const withFact = (known: FactValues, fact: string, value: FactValue | null): FactValues =>
  new Map([...[...known].filter(([name]) => name !== fact), ...entryOf(fact, value)]);

const roleIn = (rulebook: Rulebook, subject: Subject): ((known: FactValues) => Role) => {
  const rules = rulesFor(rulebook, subject);
  return (known) => roleOf(tally(rules, known), rulebook.threshold);
};
