import { expect, test } from 'vitest';
import { createJobReader } from '../../../src/advisor/duties/job-reader.ts';
import { aMark, LINE_MARKS } from './small-marks.ts';

const { read, line } = createJobReader({
  lines: LINE_MARKS,
  titles: [aMark('executive', 1, 'chief'), aMark('hands-on', 1, 'clerk')],
  sections: [],
});

test('each line goes by its own words, and one without any with the rest of the job', () => {
  expect(read({ duties: ['Approve, and approve.', 'Approve it all.', 'Type.', 'Walk.'] })).toEqual({
    family: 'executive-operations',
    duties: [
      { text: 'Approve, and approve.', class: 'executive', evidence: ['Approve', 'approve'] },
      { text: 'Approve it all.', class: 'executive', evidence: ['Approve'] },
      { text: 'Type.', class: 'hands-on', evidence: ['Type'] },
      { text: 'Walk.', class: 'executive', evidence: [] },
    ],
    titleFits: null,
  });
});

test('a line without words of its own is out of scope where the job is', () => {
  expect(read({ duties: ['Type.', 'Walk.', 'Run.', 'Jump.'] }).duties.map((duty) => duty.class)).toEqual([
    'hands-on',
    'out-of-scope',
    'out-of-scope',
    'out-of-scope',
  ]);
});

test('it is so too where the job has as much leading in it', () => {
  const duties = ['Approve.', 'Approve it.', 'Walk.', 'Run.', 'Jump.', 'Hop.'];
  const { family, duties: classed } = read({ duties });
  expect([family, ...classed.slice(2).map((duty) => duty.class)]).toEqual(Array(5).fill('out-of-scope'));
});

test('words that stand twice in a line are given once', () => {
  expect(read({ duties: ['Type and type.'] }).duties[0]?.evidence).toEqual(['Type', 'type']);
  expect(read({ duties: ['type and type.'] }).duties[0]?.evidence).toEqual(['type']);
});

test.each([
  ['Chief', 'Approve.', true],
  ['Chief', 'Type.', false],
  ['Clerk', 'Type.', true],
  ['Painter', 'Type.', null],
  [undefined, 'Type.', null],
])('the title %s is held against work such as "%s"', (title, duty, fits) => {
  expect(read({ ...(title === undefined ? {} : { title }), duties: [duty] }).titleFits).toBe(fits);
});

test('a single line can be read by itself', () => {
  expect(line('Approve.').points.executive).toBe(3);
});
