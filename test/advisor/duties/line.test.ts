import { describe, expect, test } from 'vitest';
import { jobs } from './cases.ts';

const classOf = (text: string) => jobs.read({ duties: [text] }).duties[0]?.class;

describe('a line of work is told by its act and what it acts on', () => {
  test.each([
    'Direct and coordinate the activities of all departments.',
    'Lead a team of managers.',
    'Manage a team of managers.',
    'Set goals and policies for the company.',
    'Approve the yearly budget.',
    'Assign duties to staff and evaluate their performance.',
    'Own the P&L.',
    'Provide strategic leadership to the regional offices.',
    'Hire, coach and promote directors.',
  ])('executive: %s', (text) => {
    expect(classOf(text)).toBe('executive');
  });

  test.each([
    'Manage calendars.',
    'Prepare agendas and take minutes.',
    'Assist the director in developing the strategy.',
    'Under the supervision of the office manager, file contracts.',
    'Provide administrative support to the leadership team.',
    'Order office supplies.',
    'Compile weekly reports.',
    'Greet visitors and answer the phone.',
    'Coordinate travel and events.',
    'Schedule patients’ appointments.',
    'Prepare purchase orders.',
    'Follow up on action items.',
  ])('hands-on: %s', (text) => {
    expect(classOf(text)).toBe('hands-on');
  });

  test.each([
    'Administer medication to patients.',
    'Direct the nurses on the ward.',
    'Install wiring and test circuits.',
    'Represent clients in court.',
    'Write code and review merge requests.',
    'Reconcile accounts and prepare tax returns.',
    'Teach pupils and mark homework.',
    'Cook meals to recipes.',
    'Operate the cash register and sell merchandise.',
    'Drive heavy trucks.',
  ])('out of scope: %s', (text) => {
    expect(classOf(text)).toBe('out-of-scope');
  });
});

describe('the evidence', () => {
  test('is the words as they stand in the line', () => {
    const [duty] = jobs.read({ duties: ['Will APPROVE the yearly Budget.'] }).duties;
    expect(duty?.evidence.length).toBeGreaterThan(0);
    for (const words of duty?.evidence ?? []) expect('Will APPROVE the yearly Budget.').toContain(words);
  });

  test('is empty where a line says nothing, and the line goes with the rest of the job', () => {
    const { family, duties } = jobs.read({
      duties: ['Other duties as assigned.', 'Lead the heads of department.', 'Approve budgets.'],
    });
    expect(family).toBe('executive-operations');
    expect(duties[0]).toEqual({ text: 'Other duties as assigned.', class: 'executive', evidence: [] });
  });
});

test('a kitchen among departments is led, a kitchen by itself is cooked in', () => {
  expect(classOf('Lead reception, kitchen and housekeeping')).toBe('executive');
  expect(classOf('Prepare ingredients in the kitchen')).toBe('out-of-scope');
});
