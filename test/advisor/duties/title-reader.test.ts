import { expect, test } from 'vitest';
import { createTitleReader } from '../../../src/advisor/duties/title-reader.ts';
import { aMark } from './small-marks.ts';

const claimOf = createTitleReader([
  aMark('executive', 1, 'chief', 'head of operations'),
  aMark('hands-on', 1, 'assistant', 'operations assistant'),
  aMark('neither', 1, 'dental assistant', 'paint chief'),
]);
const [EXECUTIVE, HANDS_ON] = ['executive-operations', 'hands-on-implementation'];

test.each([
  ['Chief', EXECUTIVE],
  ['ASSISTANT', HANDS_ON],
  ['Painter', null],
  ['', null],
  ['Chief assistant', HANDS_ON],
  ['Assistant chief', EXECUTIVE],
  ['Chief of what is there', EXECUTIVE],
  ['Assistant to the chief', HANDS_ON],
  ['Painter to the chief', null],
  ['To chief', EXECUTIVE],
  ['Dental assistant', null],
  ['Paint chief', null],
  ['Dental assistant and chief', EXECUTIVE],
  ['Chief. Painter.', EXECUTIVE],
])('the title "%s" claims %s', (title, claim) => {
  expect(claimOf(title)).toBe(claim);
});

test('a very long title is not read to its end', () => {
  expect(claimOf(`${'x '.repeat(97)}chief`)).toBe(EXECUTIVE);
  expect(claimOf(`${'x '.repeat(98)}chief`)).toBeNull();
});
