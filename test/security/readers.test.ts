import { expect, test } from 'vitest';
import { advisor } from '../properties/arbitraries.ts';
import { ATTACKS, LENGTH, msOf, PLAIN_TEXT, readersOf } from './readers.ts';

/** These read with the advisor, whose own tests bound it (test/properties/any-text.test.ts). */
const BY_THE_ADVISOR = new Set([
  'check',
  'type',
  'duties',
  'reply',
  'areas of work',
  'answer in an interview',
]);
/**
 * What grows with the square of a text takes a hundred times as long as this and more, what grows with it some times. The times
 * themselves: `node bench/readers.ts`.
 */
const MOST_TIMES = 25;

test('no text of 20,000 characters takes a reader much longer than a plain one takes the redaction', () => {
  expect(PLAIN_TEXT).toHaveLength(LENGTH);
  const { redaction, ...readers } = readersOf(advisor);
  const bound = MOST_TIMES * msOf(() => redaction?.(PLAIN_TEXT));
  const slow = Object.entries({ ...readers, redaction })
    .filter(([name]) => !BY_THE_ADVISOR.has(name))
    .flatMap(([name, read]) =>
      ATTACKS.filter((text) => msOf(() => read?.(text), bound) > bound).map(
        (text) => `${name}: ${JSON.stringify(text.slice(0, 20))}`,
      ),
    );
  expect(slow).toEqual([]);
});
