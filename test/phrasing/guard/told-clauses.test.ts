import { describe, expect, test } from 'vitest';
import { spelled } from '../../../src/phrasing/guard/spelled.ts';
import { clausesIn } from '../../../src/phrasing/guard/told-clauses.ts';

/** All that may be told of a sentence, without what comes twice. */
const told = (sentence: string, subject: 'situation' | 'candidate' | 'job' = 'situation'): string[] => [
  ...new Set(clausesIn(spelled(sentence), subject).map((words) => words.join(' '))),
];

describe('of a sentence its clauses may be told', () => {
  test('each by itself, and each run of them', () => {
    expect(told('plans wait, ideas grow and nobody helps')).toEqual([
      'plans wait',
      'plans wait , ideas grow',
      'plans wait and ideas grow',
      'plans wait , ideas grow and nobody helps',
      'ideas grow',
      'ideas grow and nobody helps',
      'nobody helps',
    ]);
  });

  test.each([';', ':', '–', '—', '-', '(', 'but', 'so', 'because'])('parted at "%s"', (sign) => {
    expect(told(`plans wait ${sign} ideas grow`)).toContain('ideas grow');
  });

  test('whatever comes after the next one', () => {
    expect(told('plans wait, ideas grow or so')).toContain('plans wait');
  });

  test('at most twelve of them', () => {
    const many = told(Array.from({ length: 14 }, (_, at) => `p${at} waits`).join('; '));
    expect(many).toContain('p11 waits');
    expect(many).not.toContain('p12 waits');
  });

  test('but "nobody but you" is one', () => {
    expect(told('nobody but you decides')).toEqual(['nobody but you decides']);
    expect(told('plans but you decides')).toContain('you decides');
  });
});

describe('is not told', () => {
  test.each([
    ['what comes after "if"', 'we wait if ideas grow, plans wait', 'plans wait'],
    ['what only may be', 'he may go, plans wait', 'plans wait'],
    ['what somebody says', 'they say, plans wait', 'plans wait'],
    ['what was', 'ideas were, plans wait', 'plans wait'],
    ['what comes before "if"', 'plans wait, if ideas grow', 'plans wait'],
    ['what comes before "than"', 'plans wait so than ever', 'plans wait'],
    ['what comes before "or"', 'plans wait, or so', 'plans wait'],
  ])('%s', (_, sentence, clause) => {
    expect(told(sentence)).not.toContain(clause);
  });

  test.each(['a job', 'a candidate'] as const)('"will" of %s', (subject) => {
    const of = subject === 'a job' ? 'job' : 'candidate';
    expect(told('you will lead, plans wait', of).includes('plans wait')).toBe(of === 'job');
  });
});

describe('the head of a clause is told without', () => {
  test.each([
    ['the people are few who decide', 'the people are few who decide'],
    ['plans pile up without becoming work', 'plans pile up'],
    ['you want somebody who decides', 'you want somebody'],
  ])('what hangs on it, but not where it counts or denies: %s', (sentence, head) => {
    expect(told(sentence)).toContain(head);
  });

  test.each([
    ['the people are few who decide', 'the people are few'],
    ['you want nobody who decides', 'you want nobody'],
    ['you might want somebody who decides', 'you might want somebody'],
    ['you all who decide', 'you all'],
    ['plans without work', 'plans'],
    ['plans wait without', 'plans'],
  ])('%s: not "%s"', (sentence, head) => {
    expect(told(sentence)).not.toContain(head);
  });
});

describe('who does what a later clause says is told with it', () => {
  test('"you", where the sentence begins so', () => {
    expect(told('you keep the files and book rooms')).toContain('you book rooms');
    expect(told('they keep the files and book rooms')).not.toContain('you book rooms');
    expect(told('files wait and you book rooms, send mail')).not.toContain('you send mail');
  });

  test('the name, whole or the first of it, of a candidate', () => {
    const all = told('NAME_1 NAME_2 keeps files and books rooms', 'candidate');
    expect(all).toContain('name_1 name_2 books rooms');
    expect(all).toContain('name_1 books rooms');
    expect(told('she keeps files and books rooms', 'candidate')).toEqual([
      'she keeps files',
      'she keeps files and books rooms',
      'books rooms',
    ]);
    expect(told('today NAME_1 keeps files and books rooms', 'candidate')).toContain('name_1 books rooms');
    expect(told('NAME_1 keeps files and books rooms')).not.toContain('name_1 books rooms');
  });

  test('the reader, of a job, also of the first clause', () => {
    expect(told('keep files and book rooms', 'job')).toEqual(
      expect.arrayContaining(['you keep files', 'you book rooms']),
    );
  });

  test('unless a clause before it denies', () => {
    expect(told('you never keep files and book rooms')).not.toContain('you book rooms');
  });
});

describe('a name stands for the post and for itself', () => {
  test.each([
    ['your head of sales NAME_1 leads', 'name_1 leads'],
    ['the new assistant NAME_1 leads', 'name_1 leads'],
    ['your coo NAME_1 leads', 'name_1 leads'],
    ['NAME_1 NAME_2 leads', 'name_1 leads'],
    ['the coo NAME_1 NAME_2 NAME_3 leads', 'name_1 leads'],
    ['the coo NAME_1 NAME_2 leads', 'name_1 name_2 leads'],
    ['the coo NAME_12 NAME_34 leads', 'name_12 leads'],
  ])('%s: "%s"', (sentence, short) => {
    expect(told(sentence)).toContain(short);
  });

  test.each([
    ['a friend of the coo leads', 'leads'],
    ['the friend NAME_1 leads', 'name_1 leads'],
    ['a coo NAME_1 leads', 'name_1 leads'],
  ])('%s: not "%s"', (sentence, short) => {
    expect(told(sentence)).not.toContain(short);
  });
});
