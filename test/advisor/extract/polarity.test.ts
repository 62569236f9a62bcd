import { describe, expect, test } from 'vitest';
import { PatternIndex } from '../../../src/advisor/extract/match.ts';
import { Pattern } from '../../../src/advisor/extract/pattern.ts';
import { POLAR_WORDS, polarityOf } from '../../../src/advisor/extract/polarity.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';

/** How the first "plan" in a sentence is meant; another phrase may stand for it. */
function polarity(text: string, phrase = 'plan'): string | undefined {
  const [tokens = []] = tokenize(text);
  const [found] = new PatternIndex([[new Pattern(phrase, {}), null]]).matches(tokens);
  return found && polarityOf(found[0], tokens, text.trimEnd().endsWith('?'));
}

describe('is denied:', () => {
  test.each([
    'We do not have a plan.',
    "We don't have a plan.",
    'We never make a plan.',
    'Nobody makes plans.',
    'We work without plans.',
    'We lack plans.',
    'It is unlikely that plans wait.',
    'We guess rather than plan.',
    'We guess instead of plans.',
    'A plan is not needed.',
    'A plan does not exist.',
    'We make plans any more.',
    'We plan anymore.',
    'Not what we plan.',
    'Nobody of us here can plan.',
    'We have no one plan and the staff waits.',
    'We have no good, clear plan.',
  ])('%s', (text) => {
    expect(polarity(text)).toBe('negated');
  });

  test('also by a word within the phrase', () => {
    expect(polarity('We keep no files.', 'keep .. file')).toBe('negated');
    expect(polarity('We keep all files.', 'keep .. file')).toBe('asserted');
    expect(polarity('We keep rather than lose files.', 'keep ... file')).toBe('negated');
    expect(polarity('We keep anything but files.', 'keep .. file')).toBe('negated');
  });
});

describe('is said to be so:', () => {
  test.each([
    'We plan.',
    'We do not have no plan.',
    'It is not only a plan.',
    'It is not just a plan.',
    'It is not merely a plan.',
    'It is not simply a plan.',
    'We do this and nothing else, we plan.',
    'We do nothing else but plan.',
    'A plan is not only wanted.',
    'A plan is needed.',
    'A plan, not more.',
    'We do not wait, we plan.',
    'We do not wait, plans are made.',
    'We do not wait, all the plans are made.',
    'We do not wait and we plan.',
    'We do not wait but plan.',
    'Nobody waits because plans wait.',
    'We never wait: plans wait.',
    'Never did all of us here just wait for plans.',
    'We use plans too.',
    'Used by us to plan.',
    'Rather more plans than we need.',
  ])('%s', (text) => {
    expect(polarity(text)).toBe('asserted');
  });

  test('though another clause denies something', () => {
    expect(polarity('We plan, nobody waits.')).toBe('asserted');
    expect(polarity('We plan but do not wait.')).toBe('asserted');
    expect(polarity('Plans grow and nothing is not done.')).toBe('asserted');
  });
});

describe('a comma begins a clause where words with a verb of their own follow, so that a denial ends there:', () => {
  test.each([
    ['We do not wait, plans come.', 'asserted'],
    ['We do not wait, new plans come.', 'asserted'],
    ['We do not wait, plans, notes come.', 'negated'],
    ['We do not wait, good new plans come.', 'negated'],
    ['We do not need notes, plans or files.', 'negated'],
    ['We do not wait, the plans.', 'asserted'],
    ['We do not wait, must plan.', 'negated'],
    ['We do not wait, should plan.', 'asserted'],
    ['We do not wait and should plan.', 'asserted'],
    ['We do not wait and plan.', 'negated'],
    ['We do not, nobody plans.', 'negated'],
  ])('%s: %s', (text, meant) => {
    expect(polarity(text)).toBe(meant);
  });
});

describe('is only possible:', () => {
  test.each([
    'Maybe we plan.',
    'Perhaps plans wait.',
    'If we plan, it is good.',
    'We wonder whether to plan.',
    'We are not sure to plan.',
    'We have no idea of plans.',
    'It could be a plan.',
    'Maybe not a plan.',
    'Do we plan?',
    'Should we plan?',
    'Is it a plan that we need?',
    'What plan?',
    'How do they plan?',
    'How would we plan?',
    'What use is a plan?',
    'We wait, but do we plan?',
  ])('%s', (text) => {
    expect(polarity(text)).toBe('tentative');
  });
});

describe('is taken for granted by a question how it is met:', () => {
  test.each([
    'Who should plan?',
    'Whom do plans help?',
    'How can we plan?',
    'How do i plan?',
    'How could we plan?',
    'How should we plan?',
    'What kind of plan?',
    'Which type of plan?',
    'What sort of plan?',
    'Which post has plans?',
    'What position has plans?',
    'Which role has plans?',
    'We plan, so do we wait?',
    'Plans wait, what now?',
    'Plans?',
  ])('%s', (text) => {
    expect(polarity(text)).toBe('asserted');
  });

  test('but not without the question mark', () => {
    expect(polarity('Do we plan.')).toBe('asserted');
  });
});

describe('is past:', () => {
  test.each([
    'We used to plan.',
    'We previously made plans.',
    'Formerly plans helped.',
    'We had plans years ago.',
    'We had plans back then.',
    'We had plans until May.',
  ])('%s', (text) => {
    expect(polarity(text)).toBe('past');
  });

  test('also by a word within the phrase', () => {
    expect(polarity('We keep formerly lost files.', 'keep .. =lost file')).toBe('past');
  });

  test('but not in another clause', () => {
    expect(polarity('We plan, it was years ago.')).toBe('asserted');
    expect(polarity('We used it to plan.')).toBe('asserted');
  });
});

test('a denial reaches six words, and so does what comes after', () => {
  const apart = (count: number) => 'x '.repeat(count);
  expect(polarity(`never ${apart(5)}plan`)).toBe('negated');
  expect(polarity(`never ${apart(6)}plan`)).toBe('asserted');
  expect(polarity(`plan ${apart(5)}anymore`)).toBe('negated');
  expect(polarity(`plan ${apart(6)}anymore`)).toBe('asserted');
});

test('words that decide how others are meant are told', () => {
  for (const word of ['not', 'maybe', 'but', 'nobody', 'which', 'have', 'came', 'dont'])
    expect(POLAR_WORDS).toContain(word);
  expect(POLAR_WORDS).not.toContain('plan');
});
