import { describe, expect, test } from 'vitest';
import { isEnglish } from '../../../src/advisor/extract/language.ts';
import { meantOpener } from '../../../src/advisor/extract/openers.ts';
import { stem } from '../../../src/advisor/extract/spelling.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { createMendingTokenizer } from '../../../src/advisor/extract/typos.ts';

describe('British and American spelling have one stem:', () => {
  test.each([
    ['organisation', 'organization'],
    ['organisations', 'organizations'],
    ['organise', 'organize'],
    ['organises', 'organizes'],
    ['organised', 'organized'],
    ['organising', 'organizing'],
    ['organiser', 'organizer'],
    ['organisers', 'organizers'],
    ['realisation', 'realization'],
    ['realise', 'realize'],
    ['advertise', 'advertize'],
    ['analyse', 'analyze'],
    ['analysing', 'analyzing'],
    ['colour', 'color'],
    ['colours', 'colors'],
    ['coloured', 'colored'],
    ['favourite', 'favorite'],
    ['favourable', 'favorable'],
    ['catalogue', 'catalog'],
    ['catalogues', 'catalogs'],
    ['centre', 'center'],
    ['centres', 'centers'],
    ['programme', 'program'],
    ['programmes', 'programs'],
  ])('%s and %s', (british, american) => {
    expect(stem(british)).toBe(stem(american));
    expect(stem(british)).toBe(stem(american));
  });

  test('not where they are other words', () => {
    expect(stem('rise')).toBe('rise');
    expect(stem('our')).toBe('our');
    expect(stem('four')).toBe('four');
    expect(stem('hour')).toBe('hour');
    expect(stem('flour')).toBe('flour');
    expect(stem('wise')).not.toBe('wiz');
    expect(stem('records')).toBe(stem('record'));
    expect(stem('records')).not.toBe(stem('reports'));
  });
});

test.each([
  ['disease', 'diseas'],
  ['outsource', 'outsour'],
  ['entrepreneur', 'entrep'],
  ['programmer', 'programm'],
  ['roguery', 'rogu'],
  ['keyseat', 'keysea'],
])('a word that only looks British within stays as it is: %s', (word, beginning) => {
  expect(stem(word).startsWith(beginning)).toBe(true);
});

describe('the word that opens a sentence is', () => {
  test.each([
    ['waht', 'what'],
    ['whatt', 'what'],
    ['wwhat', 'wwhat'],
    ['hwat', 'hwat'],
    ['wht', 'wht'],
    ['nobdy', 'nobody'],
    ['nobodyy', 'nobody'],
    ['sice', 'sice'],
    ['befor', 'before'],
    ['tehre', 'there'],
    ['thsoe', 'those'],
    ['these', 'these'],
    ['those', 'those'],
    ['sven', 'sven'],
    ['toString', 'toString'],
  ])('%s: %s', (typed, word) => {
    expect(meantOpener(typed)).toBe(word);
  });
});

describe('slips are mended in', () => {
  const split = createMendingTokenizer((word) =>
    word === 'planz' ? 'plans' : word === 'ownz' ? 'owns' : word,
  );
  const words = (text: string) =>
    split(text).flatMap((tokens) => tokens.map((token) => `${token.word}/${token.stem}`));

  test.each([
    ['planz wait', ['plans/plan', 'wait/wait']],
    ['We like planz', ['we/we', 'like/like', 'plans/plan']],
    ['Waht planz', ['what/what', 'plans/plan']],
    ['so; Waht planz', ['so/so', 'what/what', 'plans/plan']],
  ])('%s', (text, mended) => {
    expect(words(text)).toEqual(mended);
  });

  test.each(['Planz', 'So Planz', 'So Waht', 'WAHT', 'planz2', 'waht', "planz's"])('not in %s', (text) => {
    expect(split(text)).toEqual(tokenize(text));
  });

  test('the text as it is split', () => {
    const lines = createMendingTokenizer(
      (word) => word,
      () => [[]],
    );
    expect(lines('planz')).toEqual([[]]);
  });
});

describe('a text reads as English', () => {
  const english = new Set('we have so many plans and nobody company waits'.split(' '));
  const reads = (text: string) => isEnglish(text, (word) => english.has(word));

  test.each([
    'We have so many plans.',
    'Nous avons plans.',
    'Nous avons',
    '',
    'We have nous avons',
    'Company’s plans and nobody’s nous avons',
    'WE HAVE SO MANY PLANS',
    'and we have so many, Rio Grande Norte Sul Verde Mar',
    '1 2 3 4 5 nous avons',
  ])('%s', (text) => {
    expect(reads(text)).toBe(true);
  });

  test.each([
    'Nous avons trop de plans.',
    'nous avons trop many',
    'Nous Avons Trop De',
    'nous avons trop we have, Rio Grande Plans And Company',
    '我们 有 很多 的 计划 和',
  ])('not: %s', (text) => {
    expect(reads(text)).toBe(false);
  });

  test('by its beginning', () => {
    expect(reads(`${'we have plans '.repeat(2_000)}${'nous avons '.repeat(9_000)}`)).toBe(true);
  });
});
