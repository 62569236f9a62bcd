import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { jobs, ownJobs } from './cases.ts';

const EXECUTIVE = ['Lead the department heads.', 'Approve budgets and set goals.'];
const HANDS_ON = ['Keep calendars and book travel.', 'File records and type letters.'];
const NURSING = ['Give patients their medication.', 'Dress wounds and take vital signs.'];

describe('the family of a job', () => {
  test.each([
    ['executive-operations', EXECUTIVE],
    ['hands-on-implementation', HANDS_ON],
    ['mixed', [...EXECUTIVE, ...HANDS_ON]],
    ['out-of-scope', NURSING],
  ])('%s', (family, duties) => {
    expect(jobs.read({ duties }).family).toBe(family);
  });

  test('is out of scope for a specialist of any rank', () => {
    const duties = ['Lead the nursing team of the ward.', 'Hire nurses.', 'Set standards of patient care.'];
    expect(jobs.read({ title: 'Head Nurse', duties }).family).toBe('out-of-scope');
  });

  test('is not swayed by lines that say nothing', () => {
    const weak = Array.from({ length: 20 }, () => 'Perform other related duties as required.');
    expect(jobs.read({ duties: [...EXECUTIVE, ...weak] }).family).toBe('executive-operations');
  });

  test('is out of scope where no line shows either role', () => {
    expect(jobs.read({ duties: [] })).toEqual({ family: 'out-of-scope', duties: [], titleFits: null });
  });
});

describe('a title', () => {
  test.each([
    ['COO', EXECUTIVE, true],
    ['COO', HANDS_ON, false],
    ['Head of Operations', EXECUTIVE, true],
    ['Integrator', EXECUTIVE, true],
    ['Integrator', NURSING, false],
    ['Implementer', HANDS_ON, true],
    ['Project Coordinator', EXECUTIVE, false],
    ['Executive Assistant to the COO', HANDS_ON, true],
    ['Assistant to the Director of Operations', HANDS_ON, true],
    ['Operations Administrator', HANDS_ON, true],
    ['Registered Nurse', NURSING, null],
    ['Chief Financial Officer', NURSING, null],
    ['System Administrator', HANDS_ON, null],
    ['Dental Assistant', HANDS_ON, null],
    ['EOS Implementer', HANDS_ON, null],
    ['Vice President of Engineering', EXECUTIVE, null],
    ['Vice President, Operations', EXECUTIVE, true],
    ['', EXECUTIVE, null],
  ])('%s', (title, duties, fits) => {
    expect(jobs.read({ title, duties }).titleFits).toBe(fits);
  });

  test('that fits neither half of a mixed job does not fit', () => {
    const duties = [...EXECUTIVE, ...HANDS_ON];
    expect(jobs.read({ title: 'COO', duties }).titleFits).toBe(false);
    expect(jobs.read({ title: 'Implementer', duties }).titleFits).toBe(false);
  });
});

describe('whatever comes in', () => {
  const lines = ownJobs().flatMap(({ duties }) => duties);
  const duty = fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'grapheme' }));
  const duties = fc.array(duty, { maxLength: 12 });

  test('a job comes out, the same each time, with one reading a line', () => {
    fc.assert(
      fc.property(duties, fc.option(fc.string(), { nil: undefined }), (given, title) => {
        const job = jobs.read(title === undefined ? { duties: given } : { title, duties: given });
        expect(job.duties.map(({ text }) => text)).toEqual(given);
        for (const { text, evidence } of job.duties)
          for (const words of evidence) expect(text).toContain(words);
        expect(jobs.read(title === undefined ? { duties: given } : { title, duties: given })).toEqual(job);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the lines does not change the family', () => {
    const shuffled = duties.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(jobs.read({ duties: other }).family).toBe(jobs.read({ duties: given }).family);
      }),
      { numRuns: 60 },
    );
  });

  test('the title does not change the family', () => {
    const title = fc.oneof(fc.string(), fc.constantFrom('COO', 'Implementer', 'Registered Nurse'));
    fc.assert(
      fc.property(duties, title, (given, name) => {
        expect(jobs.read({ title: name, duties: given }).family).toBe(jobs.read({ duties: given }).family);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['one word over and over', 'direct '.repeat(MAX_TEXT)],
    ['words that start many phrases', 'prepare maintain and update all the '.repeat(600)],
    ['no spaces', 'x'.repeat(MAX_TEXT)],
    ['nothing but line breaks', '\n'.repeat(MAX_TEXT)],
  ])('a very long line is read within a second: %s', (_, line) => {
    const start = performance.now();
    jobs.read({ duties: [line] });
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
