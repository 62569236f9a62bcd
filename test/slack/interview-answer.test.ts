import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer, type TypedAnswer } from '../../src/slack/interview-answer.ts';
import { theAdvisor } from '../support/advisor.ts';

const advisor = theAdvisor();

function read(fact: string, text: string): TypedAnswer | null {
  const definition = advisor.rulebook.facts.find(({ name }) => name === fact);
  if (!definition) throw new Error(`no fact ${fact}`);
  return readAnswer(advisor, 'situation', definition, text);
}

const told = (fact: string, text: string) => {
  const answer = read(fact, text);
  return answer?.kind === 'value' ? answer.value : answer?.kind;
};

describe('a yes-or-no question', () => {
  test.each([
    'yes',
    'Yes!',
    'yep',
    'Sure.',
    'of course',
    'Yes, we do',
    'yes they do',
    'that’s right',
    'y',
    ':+1:',
  ])('"%s" is a yes', (text) => expect(told('cooInPlace', text)).toBe(true));
  test.each(['no', 'No.', 'nope', 'not yet', 'Not really', 'no, nobody', 'no we don’t', 'n'])(
    '"%s" is a no',
    (text) => expect(told('cooInPlace', text)).toBe(false),
  );

  test('"no one follows up" tells the fact that was asked for in the negative', () => {
    expect(told('followUpMissing', 'no one follows up')).toBe(true);
  });

  test('what else the same words state is taken too', () => {
    expect(read('cooInPlace', 'No, we are 40 people and nothing gets finished')).toMatchObject({
      value: false,
      more: expect.arrayContaining([expect.objectContaining({ name: 'companySize', value: 40 })]),
    });
  });
});

describe('a number', () => {
  test.each([
    ['40', 40],
    ['about 40', 40],
    ['~40', 40],
    ['roughly forty people', 40],
    ['we are 1,200', 1200],
    ['a dozen', 12],
    ['just me', 1],
    ['0', 0],
  ])('"%s" is %i', (text, value) => expect(told('companySize', text)).toBe(value));

  test.each(['40 to 50', '-5', 'many', 'yes', '99999999999', ''])('"%s" is none', (text) => {
    expect(read('companySize', text)).toBeNull();
  });
});

describe('a choice', () => {
  test.each([
    ['running the daily business', 'daily-operations'],
    ['strategy', 'strategy'],
    ['mostly customers', 'selling'],
    ['a good balance', 'balanced'],
    ['Investors.', 'selling'],
  ])('"%s" is %s', (text, value) => expect(told('ceoFocus', text)).toBe(value));

  test('"none" and "no" choose what says so, where there is one', () => {
    expect(told('strategicImperative', 'none')).toBe('none');
    expect(told('strategicImperative', 'no')).toBe('none');
    expect(read('ceoFocus', 'no')).toBeNull();
  });
});

test.each([
  "I don't know",
  'don’t know',
  'no idea',
  'not sure',
  'skip',
  'maybe',
  'it depends',
  'idk',
  'hard to say',
])('"%s" leaves any question open', (text) => {
  for (const fact of ['cooInPlace', 'companySize', 'ceoFocus'])
    expect(read(fact, text)).toEqual({ kind: 'dont-know' });
});

test.each(['stop', 'Stop!', 'please stop', 'enough', "that's all", 'cancel'])('"%s" stops', (text) => {
  expect(read('cooInPlace', text)).toEqual({ kind: 'stop' });
});

test.each(['What is a COO?', 'do we need one?', 'why do you ask?', 'purple bananas on a tuesday', 'thanks'])(
  '"%s" is no answer',
  (text) => {
    for (const fact of ['cooInPlace', 'companySize', 'ceoFocus']) expect(read(fact, text)).toBeNull();
  },
);

test('whatever is typed, an answer is a value that the fact can have', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...advisor.rulebook.facts),
      fc.oneof(
        fc.string(),
        fc.constantFrom('yes', 'no', '7', 'none', 'strategy'),
        fc.lorem({ maxCount: 12 }),
      ),
      (definition, text) => {
        const answer = readAnswer(advisor, 'situation', definition, text);
        if (answer?.kind !== 'value') return;
        const kind = { 'yes-no': 'boolean', count: 'number', choice: 'string' }[definition.kind];
        expect(typeof answer.value).toBe(kind);
        if (definition.kind === 'choice')
          expect(definition.choices?.map(({ value }) => value)).toContain(answer.value);
      },
    ),
    { numRuns: 150 },
  );
});
