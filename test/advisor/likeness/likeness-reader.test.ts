import { expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { createLikenessReader, LIKELY, type Sayings } from '../../../src/advisor/likeness/likeness-reader.ts';

const SAYINGS: readonly Sayings[] = [
  {
    states: { fact: 'executionGap', value: true },
    family: 'undone',
    sentences: [
      'Our plans end in a drawer.',
      'Plans are made and nothing comes of them.',
      'Every plan dies after the meeting.',
      'We plan and nothing gets built.',
    ],
  },
  {
    states: { fact: 'secondInCommandWanted', value: true },
    family: 'lead',
    sentences: [
      'I need a deputy at my side.',
      'A deputy should lead with me.',
      'There is no deputy at the top.',
      'I look for somebody to lead beside me.',
    ],
  },
  {
    states: null,
    family: 'neutral',
    sentences: [
      'We make hats.',
      'Our hats are sold in Rome.',
      'The shop is in the old town.',
      'We love hats.',
    ],
  },
];
const NOTHING = { facts: [], tentative: [], contradictions: [] };
const read = createLikenessReader(SAYINGS, () => [], tokenize);
const likelyIn = (text: string) => read(text, NOTHING).filter(({ likely }) => likely >= LIKELY);
const factsIn = (text: string) => likelyIn(text).map(({ fact: { name, value } }) => [name, value]);

test('a sentence like sayings states what they state, with the whole sentence for evidence', () => {
  const text = 'We make hats. Nothing ever comes of our plans after the meeting.';
  const [found, ...more] = likelyIn(text);
  expect(more).toEqual([]);
  const fact = found?.fact;
  expect(fact).toMatchObject({ name: 'executionGap', value: true, source: 'extracted' });
  const { start = 0, end = 0, text: quoted } = fact?.evidence ?? {};
  expect(text.slice(start, end)).toBe(quoted);
  expect(quoted).toBe('Nothing ever comes of our plans after the meeting');
});

test('sentences like those that say nothing state nothing', () => {
  expect(factsIn('We love our old shop in the town.')).toEqual([]);
});

test('a sentence of words that occur in no saying is like none', () => {
  expect(factsIn('Quantum chromodynamics deputy lattice gauge perturbation')).toEqual([]);
});

test('what is only wondered about is not read', () => {
  expect(factsIn('I wonder whether I need a deputy at my side.')).toEqual([]);
});

test('a fact that phrases read already is left to them', () => {
  const said = { ...NOTHING, facts: [{ name: 'executionGap', value: false, source: 'extracted' as const }] };
  expect(read('Our plans end in a drawer.', said)).toEqual([]);
});

test('the same text is always read alike, by whichever reader learned', () => {
  const text = 'There should be a deputy beside me. Plans die in our drawer.';
  const other = createLikenessReader(SAYINGS, () => [], tokenize);
  expect(other(text, NOTHING)).toEqual(read(text, NOTHING));
});

test('names and pronouns make no difference', () => {
  const [asked, ...others] = ['Maria', 'Will Chase', 'Ödegård'].flatMap((name) =>
    ['she', 'he', 'they'].map((they) => factsIn(`We have ${name} and ${they} plan and nothing gets built.`)),
  );
  for (const other of others) expect(other).toEqual(asked);
});

test('without sayings nothing is read', () => {
  expect(createLikenessReader([], () => [], tokenize)('Our plans end in a drawer.', NOTHING)).toEqual([]);
});
