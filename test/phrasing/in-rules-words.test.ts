import { describe, expect, test } from 'vitest';
import { givenCases } from '../../eval/guard-corpus.ts';
import { inRulesWords } from '../../src/phrasing/in-rules-words.ts';
import type { Given } from '../../src/phrasing/material.ts';

const given = givenCases().get('ideas') as Given;
const [first, second] = given.material.reasons;
if (!first || !second) throw new Error('The case needs two reasons.');
const own = ({ rule, says, passage }: typeof first) => ({ text: says, rules: [rule], passages: [passage] });

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
