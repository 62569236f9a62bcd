import { describe, expect, test } from 'vitest';
import { replyTo } from '../../src/slack/reply.ts';
import { isForUs, mentionsOthers, saysStop, wantsThread } from '../../src/slack/thread-follow-up.ts';
import { threadTexts, understand } from '../../src/slack/thread-text.ts';
import { theAdvisor } from '../support/advisor.ts';

const advisor = theAdvisor();
const OMAR = { user: 'U0OMAR', names: ['Omar Ops', 'omar.ops'] };
const WILL = { user: 'U0WILL', names: ['Will Smith'] };

const forUs = (words: string) => isForUs({ words, reply: replyTo(advisor, words) });

describe('a follow-up without a mention', () => {
  test.each(['What is a COO?', 'Does an implementer decide?', 'Rolefit, what about us?'])(
    '"%s" is for us',
    (words) => {
      expect(forUs(words)).toBe('yes');
    },
  );
  test.each([
    'Nothing gets finished here',
    'Do we need both?',
    'And what would change that?',
    'why?',
    'but why is that',
  ])('"%s" is, right after our message', (words) => {
    expect(forUs(words)).toBe('right-after');
  });
  test.each(['I think we should order pizza', 'thanks!', 'ok', 'good morning', '', 'lunch anyone?'])(
    '"%s" is not',
    (words) => expect(forUs(words)).toBe('no'),
  );
  test.each([
    'what about time zones?',
    'Which laptop should I buy?',
    'lunch at noon?',
    'shall we meet at 3?',
    'is everyone ok with Friday?',
  ])('"%s" asks what the knowledge does not answer, and is left to people, whoever asks', (words) =>
    expect(forUs(words)).toBe('no'),
  );
  test('a question that calls us by name is for us, also one that we cannot answer', () => {
    expect(forUs('Rolefit, which laptop should I buy?')).toBe('yes');
  });
});

test.each(['stop', 'Stop.', 'please stop', 'stop, Rolefit', 'stop listening', 'That’s all'])(
  '"%s" stops',
  (words) => {
    expect(saysStop(words)).toBe(true);
  },
);
test.each(['we should stop hiring', 'nothing stops', ''])('"%s" does not stop', (words) => {
  expect(saysStop(words)).toBe(false);
});

test('a message that mentions another person, or a group, is not for us', () => {
  expect(mentionsOthers('<@U0BOT> what is a COO?', 'U0BOT')).toBe(false);
  expect(mentionsOthers('<@U0OMAR> what is a COO?', 'U0BOT')).toBe(true);
  expect(mentionsOthers('<!here> what is a COO?', 'U0BOT')).toBe(true);
  expect(mentionsOthers('what is a COO?', undefined)).toBe(false);
});

test.each([
  ['', true],
  ['what do you think?', true],
  ['thoughts?', true],
  ['which role do we need?', true],
  ['What is an implementer?', false],
  ['help', false],
])('"%s" asks for the thread: %s', (words, expected) => {
  expect(wantsThread(words, replyTo(advisor, words))).toBe(expected);
});

describe('the texts of a thread', () => {
  test('hold no mentions and no names, and say who is spoken of only by "this person"', () => {
    expect(
      threadTexts(['<@U0OMAR> we grow; Omar Ops agrees with <@U0BOT> and Omar too'], [OMAR], 'U0BOT'),
    ).toEqual(['we grow; this person agrees with and this person too']);
  });

  test('keep words that only look like a name', () => {
    expect(threadTexts(['Will we ever finish?', 'Will decides'], [WILL], undefined)).toEqual([
      'Will we ever finish?',
      'this person decides',
    ]);
  });

  test('are the newest when they are too long, in the order they were written', () => {
    const texts = Array.from({ length: 50 }, (_, at) => `${at} ${'word '.repeat(100)}`);
    const kept = threadTexts(texts, [], undefined);
    expect(kept.length).toBeLessThan(50);
    expect(kept.join('').length).toBeLessThanOrEqual(12_000);
    expect(kept.at(-1)).toMatch(/^49 /);
    expect(kept[0]).toMatch(new RegExp(`^${50 - kept.length} `));
  });
});

describe('what is understood of a thread', () => {
  const values = (texts: readonly string[]) =>
    Object.fromEntries(understand(advisor, texts).advice.facts.map(({ name, value }) => [name, value]));

  test('of two sizes, the one said last', () => {
    expect(values(['We are 14 people.', 'No, we are 50 people.'])).toMatchObject({ companySize: 50 });
    expect(values(['We are 50 people.', 'No, we are 14 people.'])).toMatchObject({ companySize: 14 });
  });

  test('questions and chat blur nothing', () => {
    const texts = ['How do we go on?', 'She keeps the minutes and schedules meetings.', 'lol', 'thoughts?'];
    expect(understand(advisor, texts)).toMatchObject({ aboutPerson: true, advice: { subject: 'candidate' } });
  });

  test('of a company it is no person’s matter, unless a message that tells something speaks of one', () => {
    expect(understand(advisor, ['We are 14 people.', 'thanks this person!']).aboutPerson).toBe(false);
    expect(understand(advisor, ['We are 14 people.', 'Dana keeps the minutes.']).aboutPerson).toBe(true);
  });

  test('of nothing is nothing', () => {
    expect(values([])).toEqual({});
  });
});
