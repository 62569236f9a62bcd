import { expect, test } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { openAdvisor } from '../../src/knowledge/open-advisor.ts';
import { aKnowledge, rewrite } from '../support/folders.ts';

/** What the check says of the knowledge with one of its files written otherwise, as `file: message`. */
function faultsAfter(name: string, from: string | RegExp, to: string): string[] {
  const dir = aKnowledge();
  rewrite(dir, name, (text) => {
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${name} has no ${from}.`);
    return edited;
  });
  return checkKnowledge(dir).faults.map(
    ({ file, line, message }) => `${file.slice(dir.length + 1)}:${line} ${message}`,
  );
}

test.each<[string, string, string | RegExp, string, string | RegExp]>([
  [
    'an area that cites no passage',
    'areas.yaml',
    'because: coo-daily-operation',
    'because: gone',
    /^areas\.yaml:\d+ There is no passage "gone"\. Write it or cite another\.$/,
  ],
  [
    'a fact that the passage does not carry',
    'areas.yaml',
    'facts: [B3]',
    'facts: [D4]',
    /^areas\.yaml:\d+ The passage "coo-daily-operation" does not carry the fact D4\./,
  ],
  [
    'a fact about companies that nobody knows',
    'areas.yaml',
    'highWhen: [decisionsStuck]',
    'highWhen: [companySize]',
    /^areas\.yaml:\d+ "companySize" is no yes-no fact about a situation\./,
  ],
  [
    'a fact that is told and is none about companies',
    'areas.yaml',
    'tells: { fact: followUpMissing, whenOwned: false }',
    'tells: { fact: companySize, whenOwned: false }',
    /^areas\.yaml:\d+ "companySize" is no yes-no fact about a situation\./,
  ],
  [
    'a fact that is told both ways',
    'areas.yaml',
    'tells: { fact: routineNeglected, whenOwned: false }',
    'tells: { fact: routineNeglected, whenOwned: true }',
    /^areas\.yaml:\d+ Areas tell "routineNeglected" both ways\./,
  ],
  ['an id that is taken', 'areas.yaml', '- id: budget', '- id: results', /The area id "results" is taken\./],
  [
    'a phrase with a word class that is not there',
    'areas.yaml',
    '- quarter to quarter',
    '- <quarters>',
    /^areas\.yaml:\d+ There is no word class <quarters>\./,
  ],
  [
    'a label that is too long',
    'areas.yaml',
    'label: Budget',
    `label: ${'Budget'.repeat(6)}`,
    /^areas\.yaml:\d+ /,
  ],
  [
    'a gap that cites no passage',
    'gaps.yaml',
    'because: coo-outside-scope',
    'because: gone',
    /^gaps\.yaml:\d+ There is no passage "gone"\./,
  ],
  [
    'a gap that rests on no fact about companies',
    'gaps.yaml',
    'highWhen: [ceoLeaving]',
    'highWhen: [becameCeo]',
    /^gaps\.yaml:\d+ "becameCeo" is no yes-no fact about a situation\./,
  ],
  [
    'a kind of gap that is missing',
    'gaps.yaml',
    'kind: two-owners',
    'kind: no-successor',
    /^gaps\.yaml:1 The kind "two-owners" is missing\./,
  ],
])('%s is a fault with its file and line', (_name, file, from, to, expected) => {
  expect(faultsAfter(file, from, to)).toContainEqual(expect.stringMatching(expected));
});

test('word classes that cannot be read are told alone', () => {
  const faults = faultsAfter('signals/words/duties.yaml', 'oversees: [', 'oversees: [[');
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/^signals\/words\/duties\.yaml/);
});

test('a passage that is there but cannot be read is no fault of the area that cites it', () => {
  const faults = faultsAfter('passages/coo-policies.md', 'id: coo-policies', 'id: coo-rules');
  expect(faults.filter((fault) => fault.startsWith('areas.yaml'))).toEqual([]);
});

test('knowledge with a fault in its areas is not opened', () => {
  const dir = aKnowledge();
  rewrite(dir, 'areas.yaml', (text) => text.replace('class: executive', 'class: boss'));
  expect(() => openAdvisor(dir)).toThrow(/areas\.yaml:\d+/);
});

test('every area has a passage and a sentence, and both kinds of work have areas', () => {
  const { team, passages } = openAdvisor();
  for (const { because } of team.areas) expect(passages.has(because)).toBe(true);
  expect(new Set(team.areas.map((area) => area.class))).toEqual(new Set(['executive', 'hands-on']));
});
