import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../src/advisor/extract/extract.ts';
import type { Subject } from '../../src/advisor/fact.ts';
import { type AllSignals, openReaders } from '../../src/advisor/readers.ts';
import { ROLES } from '../../src/advisor/verdict.ts';
import { aMark, LINE_MARKS, phrases } from './duties/small-marks.ts';
import { aRulebook } from './small-rulebook.ts';

const saying = (fact: string, ...sentences: string[]) => ({
  states: { fact, value: true },
  family: fact,
  sentences,
});
const nothing = (...sentences: string[]) => ({ states: null, family: 'nothing', sentences });
const WEATHER = nothing('Rain falls on green fields.', 'Snow covers old hills.');

const SIGNALS: AllSignals = {
  facts: [
    {
      fact: 'led',
      value: true,
      negated: false,
      subjects: ['situation', 'candidate'],
      phrases: phrases('lead .. team'),
    },
    { fact: 'late', value: true, negated: null, subjects: ['job'], phrases: phrases('late') },
  ],
  texts: {
    subject: [aMark('candidate', 9, 'curriculum')],
    told: {
      headStart: 0,
      phrases: { situation: 1, work: 1, mostSituation: 9, mostWork: 9 },
      told: {},
      leaderAlone: 0,
      mostly: 0,
      only: 0,
      noFirstPerson: 0,
    },
    intent: [aMark('question', 1, 'explain'), aMark('topic', 1, 'officer')],
    onePerson: [],
  },
  duties: {
    lines: LINE_MARKS,
    titles: [aMark('executive', 1, 'chief')],
    sections: [aMark('work', 1, 'duties'), aMark('aside', 1, 'benefits')],
  },
  sayings: {
    situation: [
      saying('late', 'Orders arrive behind schedule.', 'Orders always slip behind schedule.'),
      WEATHER,
    ],
    person: [saying('late', 'Reports wait on desks unread.', 'Unread reports pile on desks.'), WEATHER],
    beside: [nothing('Enjoy free fruit daily.', 'Free fruit awaits everybody daily.')],
  },
  stories: {
    situation: [
      { text: 'Orders slip, invoices wait.', role: 'implementer' },
      { text: 'Orders slip, deliveries wait.', role: 'implementer' },
      { text: 'Mountains glow, rivers shine.', role: 'coo' },
      { text: 'Mountains glow, valleys shine.', role: 'coo' },
    ],
    person: [
      { text: 'Orders slip, invoices wait.', role: 'coo' },
      { text: 'Orders slip, deliveries wait.', role: 'coo' },
      { text: 'Mountains glow, rivers shine.', role: 'implementer' },
      { text: 'Mountains glow, valleys shine.', role: 'implementer' },
    ],
  },
  classes: {},
};
const WORDS = new Set('we lead the team a they do and it with of'.split(' '));
const readers = openReaders(aRulebook(['led', 'late']).facts, SIGNALS, (word) =>
  WORDS.has(word) ? 1 : undefined,
);

const factsIn = (text: string, subject: Subject = 'situation') =>
  readers.extract(text, subject).facts.map(({ name, value }) => `${name} ${value}`);
const NOBODY = { facts: [], tentative: [], contradictions: [] };
const likely = (said: 'situation' | 'person', text: string): string[] =>
  readers.alike[said](text, NOBODY).map(({ fact }) => fact.name);
const likeliest = (said: 'situation' | 'person', text: string): string => {
  const outlook = readers.outlooks[said](text);
  return ROLES.reduce((best, role) => (outlook[role] > outlook[best] ? role : best));
};

describe('facts are read', () => {
  test('from phrases, for the subjects that these are about, however often a text is asked about', () => {
    for (const _ of [1, 2]) {
      expect(factsIn('We lead the team.')).toEqual(['led true']);
      expect(factsIn('We lead the team.', 'candidate')).toEqual(['led true']);
      expect(factsIn('We lead the team.', 'job')).toEqual([]);
      expect(factsIn('Late.', 'job')).toEqual(['late true']);
    }
  });

  test('from the lines of work of a person or a job', () => {
    const work = '- Type\n- Type it';
    expect(factsIn(work, 'candidate')).toEqual(['dutyMix hands-on']);
    expect(factsIn(work, 'job')).toEqual(['dutyMix hands-on']);
    expect(factsIn(work)).toEqual([]);
  });
});

describe('slips are mended in words', () => {
  test('of phrases, and not in words that say nothing here', () => {
    expect(factsIn('We laed the team.')).toEqual(['led true']);
    expect(readers.split('we whte it')[0]?.map(({ word }) => word)).toEqual(['we', 'whte', 'it']);
  });

  test('that turn a phrase to its opposite', () => {
    expect(factsIn('We nevre lead the team.')).toEqual(['led false']);
  });

  test('of lines of work, of what a text is about and wants, and of sayings', () => {
    const mended = (word: string) => readers.split(`we ${word}`)[0]?.[1]?.word;
    expect(mended('aprove')).toBe('approve');
    expect(mended('curiculum')).toBe('curriculum');
    expect(mended('explian')).toBe('explain');
    expect(mended('schedlue')).toBe('schedule');
    expect(mended('fruti')).toBe('fruit');
    expect(readers.jobs.line('They aprove it.').points.executive).toBe(3);
  });
});

describe('by likeness to sayings', () => {
  test('a situation and a person are each compared with their own', () => {
    expect(likely('situation', 'Our orders slip behind schedule.')).toEqual(['late']);
    expect(likely('person', 'Our orders slip behind schedule.')).toEqual([]);
    expect(likely('person', 'His unread reports wait on desks.')).toEqual(['late']);
    expect(likely('situation', 'Rain covers green hills.')).toEqual([]);
  });
});

describe('by likeness to stories', () => {
  test('a situation and a person are each compared with their own', () => {
    expect(likeliest('situation', 'Orders slip and deliveries wait.')).toBe('implementer');
    expect(likeliest('person', 'Orders slip and deliveries wait.')).toBe('coo');
    expect(likeliest('situation', 'Mountains glow and rivers shine.')).toBe('coo');
  });
});

describe('in a long text that was pasted', () => {
  const AROUND = 'Enjoy free fruit daily. '.repeat(100);

  test('what stands around the matter is not read', () => {
    const beside = 'Orders of free fruit slip daily behind schedule.';
    expect(likely('situation', beside)).toEqual(['late']);
    expect(likely('situation', `${AROUND}${beside}`)).toEqual([]);
  });

  test('the matter is, and what is neither goes with what stands around it', () => {
    const among = (sentence: string): string => `${AROUND}${sentence} ${AROUND}`;
    expect(likely('situation', among('Orders arrive behind schedule.'))).toEqual(['late']);
    expect(factsIn(among('Rain falls on green fields, we lead the team.'))).toEqual([]);
    expect(factsIn('Rain falls on green fields, we lead the team.')).toEqual(['led true']);
  });
});

test('nothing is read beyond what is read of a text', () => {
  const far = ' '.repeat(MAX_TEXT);
  expect(
    new Set(Object.values(readers.outlooks.situation(`${far}Orders slip and deliveries wait.`))).size,
  ).toBe(1);
  expect(likely('situation', `${far}Our orders slip behind schedule.`)).toEqual([]);
  expect(factsIn(`${far}We lead the team.`)).toEqual([]);
});

test('what a text is about and wants is read', () => {
  expect(readers.reader.subjectOf('A curriculum.')).toBe('candidate');
  expect(readers.reader.subjectOf('We lead the team.')).toBe('situation');
  expect(readers.reader.intentOf('Explain the officer.')).toBe('ask');
  expect(readers.reader.intentOf('We lead the team.')).toBe('check');
  expect(readers.reader.speaksOfPerson('We lead.')).toBe(false);
  expect(readers.reader.speaksOfPerson('Zorbla lead.')).toBe(true);
});

test('work, its family and what a title claims are read', () => {
  const work = '- Type\n- Benefits\n- Type it';
  expect(readers.workIn(work).map(({ text }) => text)).toEqual(['Type', 'Type it']);
  expect(readers.workOf(work)?.family).toBe('hands-on-implementation');
  expect(readers.claimOf('Chief')).toBe('executive-operations');
  expect(readers.jobs.read({ title: 'Chief', duties: ['Approve it'] }).titleFits).toBe(true);
});
