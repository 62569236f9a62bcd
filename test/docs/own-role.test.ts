import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adviceText } from '../../src/advisor-api.ts';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { openAdvisor } from '../../src/knowledge/open-advisor.ts';
import { aKnowledge } from '../support/folders.ts';
import { GUIDES } from './guides.ts';

const guide = String(GUIDES.get('docs/knowledge-authoring.md'));
const [, lesson = ''] = /\n## A role of your own in 15 minutes\n([\s\S]*?)\n## /.exec(guide) ?? [];

test('who follows the guide has a role of their own, that Rolefit answers about, reads and judges by', () => {
  const folder = aKnowledge();
  const edits = [...lesson.matchAll(/`knowledge\/([\w./-]+)`:\n\n```(?:yaml|markdown)\n([\s\S]*?)```/g)];
  expect(edits).toHaveLength(5);
  const faultsAfter = edits.map(([, file = '', text = '']) => {
    appendFileSync(join(folder, file), text);
    return checkKnowledge(folder).faults.map(({ message }) => message);
  });
  const told = 'No rule reads the fact "deliveryLeadWanted". Write one or remove it.';
  expect(faultsAfter).toEqual([[], [told], [], [], []]);

  const advisor = openAdvisor(folder);
  expect(advisor.ask('What does a delivery lead do?').citations[0]?.passage).toBe('delivery-lead');
  const [, text = '', printed = ''] = /check "(.+)"\n([\s\S]*?)```/.exec(lesson) ?? [];
  expect(adviceText(advisor.check(text), advisor).startsWith(printed)).toBe(true);
  for (const open of ["We don't need a delivery lead.", 'Maybe we need a delivery lead.'])
    expect(advisor.check(open).verdict.role).toBe('undecided');
  const duties = ['directs all departments and decides on budgets'];
  expect(advisor.duties({ title: 'Delivery lead', duties }).titleFits).toBe(false);
});
