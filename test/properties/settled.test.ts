import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advisor/advise.ts';
import { classify } from '../../src/advisor/classify.ts';
import type { FactDefinition, FactValue } from '../../src/advisor/fact.ts';
import { factValues } from '../../src/advisor/fact.ts';
import { nextStep } from '../../src/advisor/interview.ts';
import { factsFor } from '../../src/advisor/rulebook.ts';
import type { Advice } from '../../src/advisor/verdict.ts';
import {
  advisor,
  type Known,
  knownOf,
  knownUnderOurRules,
  knownUnderSmallRules,
  RULEBOOKS,
} from './arbitraries.ts';
import { completions, roleByTheBook } from './oracle.ts';

const adviceOn = ({ rulebook, subject, facts }: Known): Advice =>
  advise(rulebook, advisor.passages, subject, { facts, tentative: [], contradictions: [] });

describe.each(RULEBOOKS)('under %s', (_name, anyKnown) => {
  test('the role is what the rules that fire say', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const facts = factValues(known.facts);
        expect(classify(known.rulebook, known.subject, facts).role).toBe(roleByTheBook(known, facts));
      }),
      { numRuns: 300 },
    );
  });

  test('there is no next question exactly when the verdict is settled', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { verdict, nextQuestion, unknown } = adviceOn(known);
        expect(nextQuestion === null).toBe(verdict.settled);
        expect(unknown.length === 0).toBe(verdict.settled);
      }),
      { numRuns: 200 },
    );
  });

  test('the next question asks in its own words for an unknown fact that can still matter', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { nextQuestion, unknown, facts } = adviceOn(known);
        fc.pre(nextQuestion !== null);
        const asked = factsFor(known.rulebook, known.subject).find(({ name }) => name === nextQuestion?.fact);
        expect(nextQuestion?.text).toBe(asked?.question);
        expect(unknown).toContain(nextQuestion?.fact);
        for (const { name } of facts) expect(unknown).not.toContain(name);
      }),
      { numRuns: 100, maxSkipsPerRun: 200 },
    );
  });
});

describe('under any small rulebook', () => {
  test('a verdict is settled exactly when no completion of what is unknown, whole or in part, changes the role', () => {
    fc.assert(
      fc.property(knownUnderSmallRules, (known) => {
        const { rulebook, subject } = known;
        const facts = factValues(known.facts);
        const roles = new Set<string>();
        for (const each of completions(rulebook.facts, facts)) roles.add(roleByTheBook(known, each));
        expect(classify(rulebook, subject, facts).settled).toBe(roles.size === 1);
      }),
      { numRuns: 250 },
    );
  });

  test('a fact is named as unknown exactly when the role can hang on it alone, whatever else is known', () => {
    fc.assert(
      fc.property(knownUnderSmallRules, (known) => {
        const facts = factValues(known.facts);
        const open = known.rulebook.facts.filter(({ name }) => !facts.has(name));
        const decisive = open.filter((fact) => {
          const others = known.rulebook.facts.filter((each) => each !== fact);
          for (const partly of completions(others, facts)) {
            const roles = new Set<string>();
            for (const each of completions([fact], partly)) roles.add(roleByTheBook(known, each));
            if (roles.size > 1) return true;
          }
          return false;
        });
        expect(adviceOn(known).unknown).toEqual(decisive.map(({ name }) => name));
      }),
      { numRuns: 100 },
    );
  });
});

describe('under our rulebook', () => {
  /** What is known, and twenty sets of answers to all the rest. */
  const settledAndAnswers = knownUnderOurRules
    .filter(({ rulebook, subject, facts }) => classify(rulebook, subject, factValues(facts)).settled)
    .chain((known) =>
      fc.tuple(fc.constant(known), fc.array(knownOf(known.subject), { minLength: 20, maxLength: 20 })),
    );

  test('no answers to what is unknown, all or some, change the role of a settled verdict', () => {
    fc.assert(
      fc.property(settledAndAnswers, ([known, answers]) => {
        const facts = factValues(known.facts);
        const now = roleByTheBook(known, facts);
        for (const answer of answers)
          expect(roleByTheBook(known, new Map([...factValues(answer), ...facts]))).toBe(now);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(RULEBOOKS)('an interview under %s', (_name, anyKnown) => {
  const someSkipped = anyKnown.chain((known) => {
    const names = factsFor(known.rulebook, known.subject).map(({ name }) => name);
    return fc.record({ known: fc.constant(known), skipped: fc.subarray(names) });
  });

  test('asks what the advice asks while nothing is skipped', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { nextQuestion, unknown } = adviceOn(known);
        const step = nextStep(known.rulebook, known.subject, known.facts, []);
        expect(step).toEqual({ question: nextQuestion, open: unknown });
      }),
      { numRuns: 100 },
    );
  });

  test('never asks what is known or skipped, and is over exactly when nothing open is left', () => {
    fc.assert(
      fc.property(someSkipped, ({ known, skipped }) => {
        const told = new Set(known.facts.map(({ name }) => name));
        const { question, open } = nextStep(known.rulebook, known.subject, known.facts, skipped);
        expect(open.filter((name) => told.has(name) || skipped.includes(name))).toEqual([]);
        expect(question === null).toBe(open.length === 0);
        if (question) expect(open).toContain(question.fact);
      }),
      { numRuns: 200 },
    );
  });

  test('each answer, and each that is left open, leaves fewer that can change the role', () => {
    fc.assert(
      fc.property(someSkipped, fc.nat(), ({ known, skipped }, pick) => {
        const { rulebook, subject, facts } = known;
        const { question, open } = nextStep(rulebook, subject, facts, skipped);
        if (question === null) return;
        const name = question.fact;
        const choices = [undefined, ...valuesFor(definitionOf(known, name))];
        const value = choices[pick % choices.length];
        const next =
          value === undefined
            ? nextStep(rulebook, subject, facts, [...skipped, name])
            : nextStep(rulebook, subject, [...facts, { name, value, source: 'stated' }], skipped);
        expect(next.open.length).toBeLessThan(open.length);
      }),
      { numRuns: 200 },
    );
  });
});

const definitionOf = ({ rulebook, subject }: Known, name: string): FactDefinition => {
  const found = factsFor(rulebook, subject).find((definition) => definition.name === name);
  if (!found) throw new Error(`There is no fact ${name}.`);
  return found;
};

const valuesFor = ({ kind, choices = [] }: FactDefinition): FactValue[] => {
  if (kind === 'yes-no') return [true, false];
  return kind === 'count' ? [1, 14, 100, 5_000] : choices.map(({ value }) => value);
};
