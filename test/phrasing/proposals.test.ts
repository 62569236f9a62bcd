import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fact, isValueOf } from '../../src/advisor/fact.ts';
import { factsFor } from '../../src/advisor/rulebook.ts';
import { checkedProposals, proposeFacts } from '../../src/phrasing/proposals.ts';
import { advisor, aModel, english, prompts } from '../support/phrasing.ts';

const TEXT = 'Priya Nair told us that we are fourteen people. Whatever we begin stays in a drawer.';
const definitions = factsFor(advisor.rulebook, 'situation');
const DRAWER = { name: 'executionGap', value: true, quote: 'Whatever we begin stays in a drawer' };

const partsWith = (text: string) => {
  const { llm, asked } = aModel(() => ({ text, usage: { input: 1, output: 1 } }));
  return {
    asked,
    parts: { llm, prompt: prompts.facts, rulebook: advisor.rulebook, english, hasConsent: async () => true },
  };
};
const SITUATION = { workspace: 'T1', subject: 'situation' } as const;

test('a model proposes facts with the words that state them; a person’s confirmation makes them facts', async () => {
  const { parts, asked } = partsWith(
    JSON.stringify({
      facts: [
        DRAWER,
        { name: 'companySize', value: 14, quote: 'NAME_1 NAME_2 told us that we are fourteen people' },
      ],
    }),
  );
  const { proposals, usage } = await proposeFacts(parts, TEXT, SITUATION);
  expect(asked[0]?.prompt).not.toMatch(/Priya|Nair/);
  expect(usage).toEqual({ input: 1, output: 1 });
  expect(
    proposals.map(({ name, value, evidence }) => [name, value, TEXT.slice(evidence.start, evidence.end)]),
  ).toEqual([
    ['executionGap', true, DRAWER.quote],
    ['companySize', 14, 'Priya Nair told us that we are fourteen people'],
  ]);
  const facts = proposals.map((proposal): Fact => ({ ...proposal, source: 'confirmed' }));
  expect(advisor.checkFacts('situation', facts).verdict.role).toBe('implementer');
});

describe('a proposal is dropped', () => {
  test.each([
    ['whose words do not stand in the text', { ...DRAWER, quote: 'Nothing is ever finished' }],
    ['whose words are too few', { ...DRAWER, quote: 'we' }],
    ['of a fact that there is not', { ...DRAWER, name: 'shoeSize' }],
    ['of another subject', { ...DRAWER, name: 'otherTrade' }],
    ['with a value that the fact cannot have', { ...DRAWER, value: 'yes' }],
    [
      'with a number that its words do not hold',
      { name: 'companySize', value: 400, quote: 'we are fourteen people' },
    ],
  ])('%s', (_, proposal) => {
    expect(checkedProposals([proposal], TEXT, definitions)).toEqual([]);
  });

  test('of which there are two values', () => {
    expect(checkedProposals([DRAWER, { ...DRAWER, value: false }], TEXT, definitions)).toEqual([]);
    expect(checkedProposals([DRAWER, DRAWER], TEXT, definitions)).toHaveLength(1);
  });
});

test.each([
  ['no JSON', 'well', 'malformed'],
  ['JSON of another kind', '{"facts":{}}', 'malformed'],
])('%s gives no proposals and a reason', async (_, text, reason) => {
  expect(await proposeFacts(partsWith(text).parts, TEXT, SITUATION)).toMatchObject({ proposals: [], reason });
});

test('without consent nothing is asked', async () => {
  const { parts, asked } = partsWith('{}');
  const refused = { ...parts, hasConsent: async () => false };
  expect(await proposeFacts(refused, TEXT, SITUATION)).toEqual({ proposals: [], reason: 'no_consent' });
  expect(asked).toEqual([]);
});

test('whatever is proposed, what comes through is a legal value of a known fact in words of the text', () => {
  const proposal = fc.record({
    name: fc.oneof(fc.string(), fc.constantFrom(...definitions.map(({ name }) => name))),
    value: fc.oneof(fc.boolean(), fc.double(), fc.string(), fc.constantFrom('strategy', 14)),
    quote: fc.oneof(fc.string(), fc.constantFrom(TEXT, TEXT.slice(5, 50), 'we are fourteen people')),
  });
  fc.assert(
    fc.property(fc.array(proposal), (facts) => {
      for (const { name, value, evidence } of checkedProposals(facts, TEXT, definitions)) {
        const definition = definitions.find((each) => each.name === name);
        expect(definition && isValueOf(definition, value)).toBe(true);
        expect(TEXT.slice(evidence.start, evidence.end)).toBe(evidence.text);
      }
    }),
  );
});
