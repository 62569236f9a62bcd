import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latest } from '../../src/advisor/latest.ts';

test('whatever it is asked, and how often, it gives what the function gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', '')),
      fc.integer({ min: 1, max: 3 }),
      (texts, count) => {
        const read = latest(count, (text) => (text === '' ? undefined : `${text}!`));
        for (const text of texts) expect(read(text)).toBe(text === '' ? undefined : `${text}!`);
      },
    ),
  );
});

test('the latest texts are read once, and those before them are let go', () => {
  const asked: string[] = [];
  const read = latest(2, (text) => asked.push(text));
  for (const text of ['a', 'b', 'a', 'b', 'c', 'a']) read(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
