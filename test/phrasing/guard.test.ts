import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORPUS_FILES, givenCases, isShown, judged, readCorpus, reworded } from '../../eval/guard-corpus.ts';
import { isCommonWord, isEnglishWord } from '../../src/knowledge/english-words.ts';
import { guard } from '../../src/phrasing/guard.ts';
import { type Given, prepare } from '../../src/phrasing/material.ts';
import type { PhrasedSentence } from '../../src/phrasing/phrased.ts';
import { advisor, knownUnderOurRules } from '../properties/arbitraries.ts';

const english = { isWord: isEnglishWord, isCommon: isCommonWord };
const cases = givenCases();

function givenOf(id: string): Given {
  const given = cases.get(id);
  if (!given) throw new Error(`There is no case ${id}.`);
  return given;
}

/** Every rule in its own words: what the template says. */
const verbatim = ({ material }: Given): PhrasedSentence[] =>
  material.reasons.map(({ rule, says, passage }) => ({ text: says, rules: [rule], passages: [passage] }));

/** The verbatim answer of a case with one sentence said differently. */
function withFirst(id: string, text: string) {
  const given = givenOf(id);
  const [first, ...others] = verbatim(given);
  return guard({ sentences: [...(first ? [{ ...first, text }] : []), ...others] }, given, isEnglishWord);
}

test('what the rules themselves say passes, whatever is known', () => {
  fc.assert(
    fc.property(knownUnderOurRules, ({ subject, facts }) => {
      const { given } = prepare(advisor.checkFacts(subject, facts), advisor, english);
      fc.pre(given.rules.length > 0);
      const texts = [...new Set(given.material.reasons.map(({ says }) => says))];
      const sentences = texts.map((text) => {
        const same = given.material.reasons.filter(({ says }) => says === text);
        const passages = [...new Set(same.map(({ passage }) => passage))];
        return { text, rules: same.map(({ rule }) => rule), passages };
      });
      expect(guard({ sentences }, given, isEnglishWord)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

describe('of a company that needs an implementer', () => {
  test.each([
    ['You need a COO.', 'verdict'],
    ['You do not need an implementer.', 'verdict'],
    ['Turning ideas and plans into finished work is exactly what a COO is for.', 'polarity'],
    ['Turning ideas and plans into finished work is not what an implementer is for.', 'polarity'],
    ['You probably need an implementer.', 'hedge'],
    ['An implementer will turn ideas into finished work.', 'promise'],
    ['Turning ideas into finished work is what Asana is for.', 'name'],
    ['Turning 12 ideas into finished work is what an implementer is for.', 'number'],
    ['Turning *ideas* into finished work is what an implementer is for.', 'characters'],
    ['Your ideas and plans become finished work, and so an implementer is for that.', 'contradicts-fact'],
    ['Turning finished work into ideas is exactly what an implementer is for.', 'attribution'],
  ])('"%s" is not shown: %s', (text, kind) => {
    expect(withFirst('ideas', text)?.kind).toBe(kind);
  });

  test.each([
    'Turning ideas and plans into finished work is exactly what an implementer is for.',
    'Nothing gets finished, and an implementer is the person who turns ideas into finished work.',
    'You need an implementer rather than a COO, because ideas and plans do not become finished work.',
  ])('"%s" is shown', (text) => {
    expect(withFirst('ideas', text)).toBeUndefined();
  });
});

test('a reason that is left out, and one against the verdict that comes first, are found', () => {
  const given = givenOf('smallcoo');
  const sentences = verbatim(given);
  const against = sentences.findIndex(({ rules }) => rules[0] === 'small-companies-often-need-no-coo');
  expect(guard({ sentences: sentences.toSpliced(against, 1) }, given, isEnglishWord)?.kind).toBe('omission');
  const first = sentences[against];
  const turned = first ? [first, ...sentences.toSpliced(against, 1)] : [];
  expect(guard({ sentences: turned }, given, isEnglishWord)?.kind).toBe('order');
});

test('100 kB are too long', () => {
  expect(withFirst('ideas', `An implementer ${'turns ideas into finished work '.repeat(4_000)}.`)?.kind).toBe(
    'length',
  );
});

test('any sentences are judged, and the same twice', () => {
  const given = givenOf('bothneed');
  const ids = fc.constantFrom(...given.material.reasons.flatMap(({ rule, passage }) => [rule, passage]), 'x');
  const word = fc.constantFrom(
    ...'You need not a COO an implementer neither both never ideas work decisions wait , . NAME_1 rather than who'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word).map((words) => `${words.join(' ')}.`),
  );
  const sentence = fc.record({ text, rules: fc.array(ids), passages: fc.array(ids) });
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 4 }), (sentences) => {
      expect(guard({ sentences }, given, isEnglishWord)).toEqual(guard({ sentences }, given, isEnglishWord));
    }),
    { numRuns: 500 },
  );
});

describe('on the corpus', () => {
  /** Floors a little below the figures in docs/evaluation.md, so that a change for the worse is seen. */
  const FLOORS: Readonly<Record<(typeof CORPUS_FILES)[number], number>> = {
    bad: 0.97,
    faithful: 0.85,
    'tune-bad': 0.9,
    'tune-faithful': 0.88,
    'late-bad': 0.95,
    'late-faithful': 0.95,
    'last-bad': 0.97,
    'last-faithful': 0.85,
    'fresh1-bad': 0.71,
    'fresh1-faithful': 0.97,
    'fresh2-bad': 0.63,
    'fresh2-faithful': 0.98,
    'fresh3-bad': 0.65,
    'fresh3-faithful': 0.98,
    'fresh4-bad': 0.52,
    'fresh4-faithful': 0.93,
    'fresh5-bad': 0.56,
    'fresh5-faithful': 0.98,
    'fresh6-bad': 0.63,
    'fresh6-faithful': 0.98,
    'fresh7-bad': 0.54,
    'fresh7-faithful': 0.98,
    'answers-faithful': 1,
  };

  test.each(CORPUS_FILES)('%s is told as well as it was', (file) => {
    const entries = readCorpus(file);
    const right = entries.filter((entry) => (judged(entry, cases) === undefined) !== file.endsWith('bad'));
    expect(right.length / entries.length).toBeGreaterThanOrEqual(FLOORS[file]);
  });

  /** Of bad ones that pass, what is put together anew from a rule's words is read in the rule's own words. */
  test.each(CORPUS_FILES.filter((file) => file.endsWith('bad')))(
    '%s is not shown as it was written',
    (file) => {
      const entries = readCorpus(file);
      const shown = entries.filter((entry) => isShown(entry, cases));
      expect(shown).toEqual([]);
    },
  );

  /** A model of whose words nothing comes through is of no use. */
  test.each([
    ['fresh5-faithful', 0.64],
    ['fresh6-faithful', 0.9],
    ['fresh7-faithful', 0.87],
  ] as const)('most sentences of %s are shown as they were written', (file, least) => {
    const words = readCorpus(file).map((entry) => reworded(entry, cases));
    const sum = (part: 'all' | 'whole') => words.reduce((total, each) => total + each[part], 0);
    expect(sum('whole') / sum('all')).toBeGreaterThanOrEqual(least);
  });

  test('faithful answers that keep to the prompt are shown as they were written', () => {
    const entries = readCorpus('answers-faithful');
    expect(entries.filter((entry) => !isShown(entry, cases))).toEqual([]);
  });
});
