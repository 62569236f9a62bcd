import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyMember, type Roster } from '../../src/advisor/team/roster.ts';
import { readTable, tableOf, withTable } from '../../src/slack/roster-table.ts';
import { team } from '../support/team.ts';

const { areas } = team;
const budget = areas.find(({ id }) => id === 'budget')?.label ?? '';
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `m${ids}`;
};

test('a table copied from a spreadsheet is read, with its headings in any order', () => {
  const { rows, faults } = readTable(
    `Title\tName\tOwns\tLoad\nCOO\tAda\t${budget}; scheduling\ttoo much\n\tBo\t\t`,
    areas,
  );
  expect(faults).toEqual([]);
  expect(rows).toEqual([
    { ref: { kind: 'person', name: 'Ada' }, title: 'COO', owns: ['budget', 'scheduling'], load: 'too-much' },
    { ref: { kind: 'person', name: 'Bo' }, title: null, owns: [], load: null },
  ]);
});

test('without headings the columns stand in their order; people on Slack and open seats are known by how they are written', () => {
  const { rows } = readTable(
    '<@U0123456|ada>,COO,budget\n@U0123457,\nopen seat,Implementer,scheduling',
    areas,
  );
  expect(rows.map(({ ref }) => ref)).toEqual([
    { kind: 'user', user: 'U0123456' },
    { kind: 'user', user: 'U0123457' },
    { kind: 'open-seat' },
  ]);
});

test('what is wrong is told with its line, also after cells of several lines', () => {
  const { faults } = readTable('who,owns,work\nAda,budgte,"one\ntwo"\n,budget,\nAda,,\nBo,budget,x,y', areas);
  expect(faults).toMatchObject([
    { line: 2, who: 'Ada', words: expect.stringContaining(`Did you mean “${budget}”?`) },
    { line: 4, words: expect.stringContaining('nobody’s name') },
    { line: 5, words: expect.stringContaining('line 2 already') },
    { line: 6, words: expect.stringContaining('4 cells') },
  ]);
});

test('of an area that is not known the one that is meant is named, by its name or another word for it, and none that is not like it', () => {
  const { faults } = readTable('who,owns\nAda,Minutes; Vision; follow-ups; Schedulling', areas);
  expect(faults.map(({ words }) => words)).toEqual([
    '“Minutes” is no area that I know. Did you mean “Records”?',
    '“Vision” is no area that I know.',
    '“follow-ups” is no area that I know. Did you mean “Follow-through”?',
    '“Schedulling” is no area that I know. Did you mean “Scheduling”?',
  ]);
});

test('a column that is not known is left out, and named', () => {
  const { rows, faults, leftOut } = readTable(
    'Name,Start date,Responsible for,\nAda,2024-03-01,Budget,',
    areas,
  );
  expect({ faults, leftOut }).toEqual({ faults: [], leftOut: ['Start date'] });
  expect(rows).toEqual([{ ref: { kind: 'person', name: 'Ada' }, owns: ['budget'] }]);
});

test.each(['', '\n\n', 'who,title', '"'])('nothing at all is a fault: %j', (text) => {
  expect(readTable(text, areas).faults).not.toEqual([]);
});

test('taken in, who is there is changed and keeps the rest, others are added, nobody is removed', () => {
  const before: Roster = {
    members: [
      { ...emptyMember('a', { kind: 'person', name: 'Ada' }), work: 'Everything', owns: ['budget'] },
      emptyMember('b', { kind: 'user', user: 'U0123456' }),
    ],
  };
  const { rows } = readTable('who,title\nADA,COO\nopen seat,Implementer', areas);
  const { roster, added, changed } = withTable(before, rows, newId);
  expect([added.length, changed.length]).toEqual([1, 1]);
  expect(roster.members.map(({ id }) => id).slice(0, 2)).toEqual(['a', 'b']);
  expect(roster.members[0]).toMatchObject({ title: 'COO', work: 'Everything', owns: ['budget'] });
  expect(withTable(roster, rows, newId)).toMatchObject({ added: [], changed: [] });
});

test('no cell of an export is a formula, and an export can be read again', () => {
  const roster: Roster = {
    members: [
      { ...emptyMember('a', { kind: 'person', name: 'Eve' }), title: '=HYPERLINK("x")', work: '@SUM(1)' },
    ],
  };
  const csv = tableOf(roster, areas);
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/);
});

test.each(['=', '+', '-', '@', '\t', '\r'])(
  'nor where it begins with %j and goes over several lines',
  (sign) => {
    const member = {
      ...emptyMember('a', { kind: 'person', name: 'Eve' }),
      work: `${sign}HYPERLINK("x")\nmore`,
    };
    const csv = tableOf({ members: [member] }, areas);
    expect(csv).toContain(`"'${sign}HYPERLINK(`);
  },
);

const name = fc
  .stringMatching(/^[A-Za-zÅé陳][\w ,;"'Åé陳-]{0,20}[a-z]$/)
  .filter((text) => !/open seat|^[UW][A-Z0-9]{6}/.test(text));

test('whatever stands in a roster comes through an export and an import', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          name,
          title: fc.option(name),
          owns: fc.subarray(areas.map(({ id }) => id)),
          load: fc.constantFrom('light' as const, 'right' as const, 'too-much' as const, null),
          work: fc.option(name),
        }),
        { minLength: 1, maxLength: 6, selector: (one) => one.name.toLowerCase() },
      ),
      (people) => {
        const members = people.map(({ name: called, ...rest }, n) => ({
          ...emptyMember(`m${n}`, { kind: 'person' as const, name: called }),
          ...rest,
        }));
        const { rows, faults } = readTable(tableOf({ members }, areas), areas);
        expect(faults).toEqual([]);
        const { added, changed } = withTable({ members }, rows, newId);
        expect([added, changed]).toEqual([[], []]);
      },
    ),
  );
});

test('no text is too odd to be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { rows, faults } = readTable(text, areas);
      expect(rows.length + faults.length).toBeGreaterThan(0);
    }),
  );
});

test.each([
  ['a hundred thousand lines', 'Ada\n'.repeat(75_000)],
  ['as many areas in a cell', `who,owns\nAda,${'budgte;'.repeat(42_000)}`],
])('of %s no more is read than a team can have', (_, text) => {
  const { rows, faults } = readTable(text, areas);
  expect(rows.length).toBeLessThanOrEqual(502);
  expect(faults.length).toBeLessThan(1_000);
  expect(faults.map(({ words }) => words).join()).toMatch(/at most/);
});

test('somebody whose title is "Employee" is no line of headings', () => {
  const { rows } = readTable('Ben,Employee,budget\nAda,CEO,budget', areas);
  expect(rows).toHaveLength(2);
});

test('of two columns that mean the same the second is named as left out', () => {
  const { rows, leftOut } = readTable('name,owns,areas\nAda,budget,budget', areas);
  expect(rows).toHaveLength(1);
  expect(leftOut).toEqual(['areas']);
});

test('responsibilities in free words are lines of work', () => {
  const { faults } = readTable('name,responsibilities\nAda,Runs payroll and hires', areas);
  expect(faults).toEqual([]);
});
