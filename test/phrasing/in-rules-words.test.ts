import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenCases } from '../../eval/guard-corpus.ts';
import { knownParts } from '../../src/phrasing/guard/alignment.ts';
import { inRulesWords } from '../../src/phrasing/in-rules-words.ts';
import type { Given } from '../../src/phrasing/material.ts';

const cases = givenCases();
const given = cases.get('ideas') as Given;
const [first, second] = given.material.reasons;
if (!first || !second) throw new Error('The case needs two reasons.');
const own = ({ rule, says, passage }: typeof first) => ({ text: says, rules: [rule], passages: [passage] });

/** Any words of a case, its rules and its prompt, in any order. */
const anyWords = (id: string) => {
  const { material, question } = cases.get(id) as Given;
  const words = [
    question,
    ...material.reasons.map(({ says }) => says),
    'You, and ; not so because you your the a',
  ]
    .join(' ')
    .split(' ');
  const runs = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 24 }));
  return fc
    .array(runs, { minLength: 1, maxLength: 4 })
    .map(
      (parts) =>
        `${parts.map(([from, length]) => words.slice(from, from + length).join(' ')).join(', and ')}.`,
    );
};

test('whatever is put together, what is shown is known to say its rule, and shown again is the same', () => {
  for (const id of ['ideas', 'stuck', 'jewel', 'tom', 'planted', 'rarely', 'exceptions'])
    fc.assert(
      fc.property(fc.array(anyWords(id), { minLength: 1, maxLength: 4 }), (texts) => {
        const theirs = cases.get(id) as Given;
        const sentences = texts.map((text, at) => {
          const reason = theirs.material.reasons[at % theirs.material.reasons.length] as typeof first;
          return { text, rules: [reason.rule], passages: [reason.passage] };
        });
        const shown = inRulesWords({ sentences }, theirs);
        for (const sentence of shown.sentences) expect(knownParts(sentence, theirs).isWhole).toBe(true);
        expect(inRulesWords(shown, theirs)).toEqual(shown);
      }),
      { numRuns: 100 },
    );
});

describe('of what a model says', () => {
  test('a sentence that says what its rule says stays as it is, what is known of the reader before it', () => {
    const text =
      'Nothing gets finished, and turning ideas and plans into finished work is exactly what an implementer is for.';
    const output = { sentences: [{ ...own(first), text }, own(second)] };
    expect(inRulesWords(output, given)).toEqual(output);
  });

  test('one that is put together anew from its rule’s words gives way to the rule', () => {
    const text = 'An implementer is for turning your finished work into plans.';
    const { sentences } = inRulesWords({ sentences: [{ ...own(first), text }, own(second)] }, given);
    expect(sentences).toEqual([own(first), own(second)]);
  });

  test('one on two rules gives way to both, each with its own passage, and no rule speaks twice', () => {
    const rules = [first.rule, second.rule];
    const passages = [first.passage, second.passage];
    const text = 'Many ideas depend on finished work, and plans on people.';
    const { sentences } = inRulesWords(
      {
        sentences: [
          { text, rules, passages },
          { ...own(second), text },
        ],
      },
      given,
    );
    expect(sentences).toEqual([own(first), own(second)]);
  });
});
