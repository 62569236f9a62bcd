import { expect, test } from 'vitest';
import { GAP_KINDS } from '../../src/advisor/team/gap.ts';
import { actionSentence, closedSentence, gapSentence, type TeamNames } from '../../src/phrasing/gap.ts';
import { AREA_IDS, aCoveredTeam, aMember, aTeam, team } from '../support/team.ts';

const labels = new Map(team.areas.map(({ id, label }) => [id, label]));
const names: TeamNames = { member: (id) => `@${id}`, area: (id) => labels.get(id) ?? id };

/** A team that has every kind of gap. */
const troubled = team.gaps(
  {
    members: [
      aMember('omar', { owns: ['budget', ...AREA_IDS.slice(0, 4)], load: 'too-much' }),
      aMember('fay', { owns: ['budget'], load: 'light' }),
      aMember('coo', { title: 'COO', owns: ['records'], cooTypes: ['mentor'] }),
      aMember('doer', { title: 'Implementer', owns: ['tough-decisions'], helps: ['scheduling'] }),
      aMember('seat', { ref: { kind: 'open-seat' }, owns: ['reporting'] }),
    ],
  },
  new Map<string, boolean | string>([
    ['successionPlanned', true],
    ['strategicImperative', 'merger'],
  ]),
);

test('every kind of gap is said in a sentence, with what to do and how it reads when it is closed', () => {
  expect(new Set(troubled.map(({ kind }) => kind))).toEqual(new Set(GAP_KINDS));
  const told = troubled.map((gap) => `${gapSentence(gap, names)} ${actionSentence(gap.action, names)}`);
  expect(told).toEqual(
    expect.arrayContaining([
      'Nobody owns Department coordination. Assign an owner to Department coordination.',
      'Nobody owns Scheduling; @doer only helps there. Assign an owner to Scheduling; @doer helps there already.',
      'Nobody owns Reporting; @seat is still open. Fill @seat, or assign an owner to Reporting until then.',
      'Budget has 2 owners: @fay and @omar. Choose one owner for Budget; the others can help.',
      'Ideas have no follow-through: nobody owns Follow-through. Assign an owner to Follow-through.',
      '@omar has too much to do and owns Budget, Daily operation, Finance review and 2 more. Move something from @omar to @fay, who has room.',
      "@coo has an executive's title and carries hands-on work: Records. Check whom the work of @coo fits.",
      "@doer has an implementer's title and is asked to decide: Tough decisions. Check whom the work of @doer fits.",
      'Only @omar has Daily operation, Finance review, Profitability and Quarterly results; nobody could step in. Name somebody who can step in for @omar.',
      'The situation asks for an agent of change and an heir, and @coo is another kind of COO. Check whom the work of @coo fits.',
      'Someone is to follow the CEO, and no successor is named. Name a successor.',
    ]),
  );
  for (const gap of troubled) expect(closedSentence(gap, names)).toMatch(/^[A-Z@].+\.$/);
});

test('a title against a description alone is said without areas', () => {
  const work = '- Keeps the minutes\n- Schedules meetings\n- Answers the phone\n- Files invoices';
  const [gap] = team.gaps(aTeam(...aCoveredTeam(), aMember('coo', { title: 'COO', work })));
  expect(gap && gapSentence(gap, names)).toBe(
    "@coo has an executive's title, and the work described is hands-on.",
  );
});
