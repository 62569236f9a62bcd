import { describe, expect, test } from 'vitest';
import { createExtractor, MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import type { IntentMark } from '../../../src/advisor/extract/intent-reader.ts';
import type { Mark } from '../../../src/advisor/extract/mark.ts';
import { Pattern } from '../../../src/advisor/extract/pattern.ts';
import type { Signal } from '../../../src/advisor/extract/signal.ts';
import { createTextReader } from '../../../src/advisor/extract/text-reader.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import type { FactDefinition, Subject } from '../../../src/advisor/fact.ts';

const patterns = (phrases: readonly string[]) => phrases.map((phrase) => new Pattern(phrase, {}));
const mark = <Means extends string>(means: Means, points: number, ...phrases: string[]): Mark<Means> => ({
  means,
  points,
  phrases: patterns(phrases),
});

const SUBJECT: readonly Mark<Subject>[] = [
  mark('situation', 2, 'our shop'),
  mark('candidate', 2, 'years of experience'),
  mark('candidate', 1, 'cv'),
  mark('job', 2, 'apply by'),
];
const INTENT: readonly Mark<IntentMark>[] = [
  mark('case', 1, 'judge this'),
  mark('question', 1, '^ what'),
  mark('topic', 1, 'coo', 'type of coo', 'mentor', 'good plan'),
  mark('statement', 1, 'it is so'),
  mark('chat', 1, 'hello', 'thank you'),
];
const WEIGHTS = {
  headStart: 0,
  phrases: { situation: 1, work: 1, mostSituation: 6, mostWork: 6 },
  told: {},
  leaderAlone: 0,
  mostly: 0,
  only: 0,
  noFirstPerson: 0,
};
const SIGNALS: readonly Signal[] = [
  {
    fact: 'plans',
    value: true,
    negated: false,
    subjects: ['situation', 'candidate', 'job'],
    phrases: patterns(['plan', 'mentor', 'big mentor', 'mentor here']),
  },
];
const extract = createExtractor([{ name: 'plans' }] as unknown as readonly FactDefinition[], SIGNALS);
const signals = {
  subject: SUBJECT,
  told: WEIGHTS,
  intent: INTENT,
  onePerson: [mark('one-person', 1, 'she')],
};
const reader = createTextReader(signals, extract, tokenize, (word) => word !== 'berta');

describe('a text is about', () => {
  test.each([
    ['situation', 'Our shop grows.'],
    ['situation', ''],
    ['situation', 'Our shop, 5 years of experience.'],
    ['candidate', 'Five years of experience.'],
    ['job', 'Apply by noon.'],
    ['candidate', 'Apply by noon: years of experience.'],
    ['situation', 'Plans; my cv.'],
    ['candidate', 'Plans; my cv; years of experience.'],
    ['situation', 'Plans. No plans. My cv.'],
  ] as const)('%s: "%s"', (subject, text) => {
    expect(reader.subjectOf(text)).toBe(subject);
  });

  test('what stands before the limit', () => {
    expect(reader.subjectOf(`${' '.repeat(MAX_TEXT)}Apply by noon.`)).toBe('situation');
    expect(reader.intentOf(`${' '.repeat(MAX_TEXT)}What?`)).toBe('unclear');
    expect(reader.speaksOfPerson(`${' '.repeat(MAX_TEXT)}She.`)).toBe(false);
  });
});

describe('a text speaks of one person', () => {
  test.each([
    ['by a name', 'We like Maria.'],
    ['by a phrase', 'As she does.'],
    ['by a phrase of a later sentence', 'We wait. As she does.'],
    ['by what is clearly a candidate’s', 'With years of experience.'],
    ['by a word with a capital that is none', 'Berta keeps files.'],
    ['by such a word at the head of a later sentence', 'We wait. Berta keeps files.'],
  ])('%s: %s', (_, text) => {
    expect(reader.speaksOfPerson(text)).toBe(true);
  });

  test.each([
    ['by what is hardly a candidate’s', 'A cv waits.'],
    ['by what is a job’s', 'Apply by noon.'],
    ['by a word', 'Somebody keeps files.'],
    ['by small letters', 'berta keeps files.'],
    ['by a capital of another word', 'berta Keeps files.'],
    ['by a capital of another sentence', 'We wait. berta keeps files.'],
    ['by capitals', 'BERTA keeps files.'],
    ['by nothing', ''],
  ])('not %s: %s', (_, text) => {
    expect(reader.speaksOfPerson(text)).toBe(false);
  });

  test('where every word is one, by no capital', () => {
    expect(createTextReader(signals, extract).speaksOfPerson('Berta keeps files.')).toBe(false);
  });
});

describe('a text wants', () => {
  test.each([
    ['check', 'Our plans wait.', 'it states facts'],
    ['check', 'My plan?', 'it states facts of the writer’s'],
    ['check', 'Maybe our plan.', 'it hints at facts of the writer’s'],
    ['check', 'Judge this.', 'it gives a case'],
    ['check', 'What of it? Judge this.', 'one part gives a case'],
    ['check', 'Files: judge this.', 'a part after a colon gives a case'],
    ['check', 'It is so.', 'it says something'],
    ['check', 'Years of experience.', 'it describes somebody'],
    ['check', 'Apply by noon.', 'it describes a job'],
    ['check', 'Our shop grows.', 'it describes a company'],
    ['check', 'A plan.', 'it states a fact'],
    ['check', 'As she has a plan?', 'it tells of a person'],
    ['check', 'The mentor has no plan.', 'it states more than a topic'],
    ['check', '14 people plan a coo?', 'it counts'],
    ['ask', 'What now?', 'it asks'],
    ['ask', 'What is a plan.', 'it asks by a phrase, whatever is stated'],
    ['ask', 'Does it work?', 'it has a question mark'],
    ['ask', 'Does it work ?', 'its question mark stands apart'],
    ['ask', 'COO', 'it names a topic'],
    ['ask', 'The COO', 'it names a topic among others'],
    ['ask', 'A plan for a COO?', 'it asks about a topic'],
    ['ask', 'Mentor', 'it names a topic that is a fact'],
    ['ask', 'Does a person with a plan wait, COO?', 'it asks of just anybody'],
    ['ask', 'Does anybody wait for her plan, COO?', 'it asks of anybody’s'],
    ['check', 'A plan?', 'it states a fact of no topic'],
    ['check', 'She has a plan, COO?', 'it tells of a person first'],
    ['check', 'Our mentor?', 'it names a topic as the writer’s'],
    ['check', 'A big mentor.', 'it says more before a topic'],
    ['check', 'A mentor here.', 'it says more after a topic'],
    ['ask', 'A mentor.', 'what it states is a topic'],
    ['ask', 'A good plan.', 'what it states is part of a topic'],
    ['ask', 'What of my files.', 'it states nothing of the writer’s'],
    ['ask', 'Hello COO', 'it greets and names a topic'],
    ['ask', 'My files. A plan for a COO?', 'another sentence is the writer’s'],
    ['ask', 'A plan for a COO? My files.', 'another sentence is the writer’s'],
    ['ask', 'My files: a plan for a COO?', 'another part is the writer’s'],
    ['ask', 'Maybe a plan for a COO? My files.', 'another sentence is the writer’s'],
    ['unclear', 'Hello', 'it only greets'],
    ['unclear', 'Hello, thank you!', 'it greets and thanks'],
    ['unclear', 'Hello?', 'it greets'],
    ['unclear', 'Files wait.', 'it says nothing known'],
    ['unclear', 'A cv.', 'it hardly describes anything'],
    ['unclear', '', 'it says nothing'],
    ['ask', 'Hello. What now?', 'a part of it asks'],
    ['ask', 'Hello there, COO.', 'not all of it greets'],
  ] as const)('%s: "%s", since %s', (intent, text, _why) => {
    expect(reader.intentOf(text)).toBe(intent);
  });

  test.each(['we', 'our', 'us', 'i', 'my', 'she', 'he', 'her', 'his'])(
    'check, though it asks, of "%s"',
    (word) => {
      expect(reader.intentOf(`What of ${word} plan.`)).toBe('check');
      expect(reader.intentOf('What of the plan.')).toBe('ask');
    },
  );

  test.each(['a', 'an', 'any', 'someone', 'somebody', 'anyone', 'anybody'])('ask, of "%s"', (word) => {
    expect(reader.intentOf(`What of ${word} owner and her plan.`)).toBe('ask');
    expect(reader.intentOf(`What of her plan for ${word} owner.`)).toBe('check');
  });
});
