import { describe, expect, test } from 'vitest';
import type { LabelledCase } from '../../eval/case-file.ts';
import { seededRandom } from '../../eval/random.ts';
import { readCase } from '../../eval/reading.ts';
import { inAdvert } from '../../eval/transformations/advert.ts';
import { asBullets, withoutPunctuation } from '../../eval/transformations/layout.ts';
import { withNamesSwapped } from '../../eval/transformations/names.ts';
import { padded } from '../../eval/transformations/padding.ts';
import { withSpellingSwapped } from '../../eval/transformations/spelling.ts';
import { inThirdPerson } from '../../eval/transformations/third-person.ts';
import { withTypos } from '../../eval/transformations/typos.ts';
import { appliesTo, TRANSFORMATIONS, transformed } from '../../eval/transformations.ts';
import { theAdvisor } from '../support/advisor.ts';

describe('typos', () => {
  const text =
    'nobody keeps records here although every project depends upon them entirely and customers complain about delays daily';

  test('fall into one long word in every ten, and are the same for the same seed', () => {
    const typed = withTypos(text, seededRandom(3));
    const words = text.split(' ');
    const changed = typed.split(' ').flatMap((word, at) => (word === words[at] ? [] : [at]));
    expect(changed).toHaveLength(2);
    expect(changed.map((at) => Math.floor(at / 10))).toEqual([0, 1]);
    expect(withTypos(text, seededRandom(3))).toBe(typed);
  });

  test('swap, leave out or double letters, never the first', () => {
    const typed = new Set(Array.from({ length: 200 }, (_, seed) => withTypos('plan', seededRandom(seed))));
    expect(typed).toEqual(new Set(['paln', 'pan', 'pllan', 'plna', 'pln', 'plaan']));
  });

  test('pass over words that are too short', () => {
    expect(withTypos('we do it all, 24/7', seededRandom(1))).toBe('we do it all, 24/7');
  });
});

test.each([
  ['We organise the programme.', 'We organize the program.'],
  ['Organize the centers', 'Organise the centres'],
  ['CENTRE', 'CENTER'],
  ['Please check the plan', 'Please check the plan'],
])('the other spelling of "%s" is "%s"', (text, other) => {
  expect(withSpellingSwapped(text)).toBe(other);
});

test.each([
  ['I need help.', 'The founder needs help.'],
  ['We are ten and our plans fail.', 'They are ten and their plans fail.'],
  [
    "I'm the CEO and I never finish my work.",
    "The founder is the CEO and the founder never finishes the founder's work.",
  ],
  [
    'Yesterday I said we cannot go on; I cannot.',
    'Yesterday the founder said they cannot go on; the founder cannot.',
  ],
  [
    "They report to me. We've lost track, and I don't know why.",
    "They report to the founder. They have lost track, and the founder doesn't know why.",
  ],
  ['We sell in the US, they ask us.', 'They sell in the US, they ask them.'],
])('in the third person "%s" is "%s"', (text, told) => {
  expect(inThirdPerson(text)).toBe(told);
});

test('without punctuation words that were joined stay apart', () => {
  expect(withoutPunctuation("A 300-person firm: don't wait, decide!")).toBe(
    'A 300 person firm dont wait decide',
  );
});

test('sentences become points of a list', () => {
  expect(asBullets('We are ten. Who follows up? Nobody; I try.')).toBe(
    '- We are ten\n- Who follows up?\n- Nobody\n- I try',
  );
});

test('padding fills up to the length and keeps the text whole in the middle', () => {
  const text = 'Nobody follows up.';
  const long = padded(text);
  expect(long.length).toBeLessThanOrEqual(20_000);
  expect(long.length).toBeGreaterThan(19_800);
  const at = long.indexOf(`\n\n${text}\n\n`);
  expect(Math.abs(at - long.length / 2)).toBeLessThan(100);
});

test('an advert of about a thousand words surrounds the job', () => {
  const advert = inAdvert('Keep the minutes.');
  expect(advert).toContain('\n\nKeep the minutes.\n\n');
  expect(advert.split(/\s+/).length).toBeGreaterThan(900);
  expect(advert.split(/\s+/).length).toBeLessThan(1_200);
});

test('names are swapped for others and nothing else changes', () => {
  const swapped = withNamesSwapped('Maria and Tom lead; Marias is no name, and neither is Monday.');
  expect(swapped).toMatch(/^[A-Z][a-z]+ and [A-Z][a-z]+ lead; Marias is no name, and neither is Monday\.$/);
  expect(swapped).not.toMatch(/Maria |Tom /);
  expect(withNamesSwapped(swapped)).toContain('Maria and Tom lead');
});

test('a job changes line by line', () => {
  const job = { title: 'Organiser', duties: ['Keep minutes.', 'Book rooms.'] };
  const each = { id: 'x', text: '', label: 'mixed', accept: ['mixed'], job };
  expect(transformed({ change: (text) => text.toUpperCase() }, each).job).toEqual({
    title: 'ORGANISER',
    duties: ['KEEP MINUTES.', 'BOOK ROOMS.'],
  });
});

test('a job becomes a pasted advert, its duties as points among the text of a careers page', () => {
  const advert = TRANSFORMATIONS.find(({ name }) => name === 'in an advert');
  const job = {
    title: 'Organiser',
    duties: ['Keep the minutes.', 'Schedule the meetings.', 'File reports.'],
  };
  const family = 'hands-on-implementation';
  const each: LabelledCase = { id: 'x', text: '', label: family, accept: [family], job };
  const pasted = advert && transformed(advert, each);
  expect(pasted?.job).toBeUndefined();
  expect(pasted?.text).toMatch(/^Organiser\n\nAbout us\n/);
  expect(pasted?.text).toContain(
    'Your responsibilities\n- Keep the minutes.\n- Schedule the meetings.\n- File reports.\n\nWhat we offer',
  );
  expect(readCase(theAdvisor(), 'duties', pasted ?? each)).toEqual({ label: family, covered: true });
});

test('adverts are for jobs alone', () => {
  const jobsOnly = TRANSFORMATIONS.filter((each) => !appliesTo(each, { subject: 'candidate' }));
  expect(jobsOnly.map(({ name }) => name)).toEqual(['in an advert']);
  expect(jobsOnly.every((each) => appliesTo(each, { subject: 'job' }))).toBe(true);
});
