import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract, ownJobs } from './cases.ts';

const mixIn = (text: string, subject: 'job' | 'candidate' | 'situation' = 'job') =>
  extract(text, subject).facts.find(({ name }) => name === 'dutyMix');

const ADVERT = `Chief Operating Officer (m/f/d)

About us
We are a leading provider of toys. Our founders lead the company and set its strategy.

Your responsibilities:
• Keep the calendars of three partners
• Book travel and prepare expense reports
• Take minutes and file contracts

Requirements
- Experience in leading departments
- Budget responsibility and strategic thinking

What we offer
- A gym, 30 days of holiday
We are an equal opportunity employer and hire managers regardless of age.`;

describe('the work that a pasted job lists', () => {
  test('decides, not its title, its requirements or its praise of the company', () => {
    const fact = mixIn(ADVERT);
    expect(fact).toMatchObject({ value: 'hands-on', source: 'extracted' });
    expect(ADVERT.slice(fact?.evidence?.start, fact?.evidence?.end)).toBe(fact?.evidence?.text);
    expect(fact?.evidence?.text).toMatch(/calendars|travel|minutes/);
  });

  test.each([
    ['executive', 'You lead all department heads. You approve the budget. You set the goals of the company.'],
    ['hands-on', '- Answer the phone\n- Type letters\n- Order office supplies'],
    ['other', 'Duties\nGive patients medication\nDress wounds\nTake vital signs'],
    ['mixed', '1. Lead the department heads\n2. Approve budgets\n3. Book travel\n4. File records'],
  ])('%s', (value, text) => {
    expect(mixIn(text)?.value).toBe(value);
  });

  test('is read from one sentence that lists tasks', () => {
    expect(mixIn('Tasks: prepare agendas, write minutes, file contracts.')?.value).toBe('hands-on');
  });

  test('is not put down to another profession by one sentence', () => {
    expect(mixIn('Duties: give patients medication, dress wounds, take blood.')).toBeUndefined();
  });

  test('may be what is a perk elsewhere', () => {
    const text = 'Duties\n- Process benefits and vacation forms\n- Maintain pension records\n- Type letters';
    expect(mixIn(text)?.value).toBe('hands-on');
  });

  test.each([
    ['one line is too little', 'You lead all department heads.'],
    ['praise is no work', 'We are hiring! Competitive salary. Gym and free lunch. Apply now.'],
    ['an empty text', ''],
  ])('states nothing where %s', (_, text) => {
    expect(mixIn(text)).toBeUndefined();
  });
});

describe("a person's work", () => {
  test('is read from sentences', () => {
    const text = 'She keeps the calendars of four partners. She files the contracts and types letters.';
    expect(mixIn(text, 'candidate')?.value).toBe('hands-on');
  });

  test('counts nothing that is denied, over or asked', () => {
    const text = 'He does not lead the managers. He used to approve the budget. Does he set the goals?';
    expect(mixIn(text, 'candidate')).toBeUndefined();
  });
});

test("a company's story states no mix of duties", () => {
  const text = 'We lead all department heads. We approve the budget. We set the goals of the company.';
  expect(mixIn(text, 'situation')).toBeUndefined();
});

test('whatever is pasted, the evidence is the words at their place', () => {
  const lines = ownJobs().flatMap(({ duties }) => duties);
  const line = fc.oneof(
    fc.constantFrom(...lines),
    fc.constantFrom('About us', 'Responsibilities:', 'Benefits', 'Tasks: ', '', '- '),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (given) => {
      const text = given.join('\n');
      const evidence = mixIn(text)?.evidence;
      if (evidence) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }),
    { numRuns: 60 },
  );
});
