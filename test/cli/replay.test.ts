import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { REPLAY_CASES } from '../../src/cli/replay.ts';
import { readReplayCases, record } from '../../src/knowledge/recording.ts';
import { isAsExpected } from '../../src/knowledge/replay.ts';
import { theAdvisor } from '../support/advisor.ts';
import { aFolder, aKnowledge, rewrite } from '../support/folders.ts';
import { rolefit } from '../support/terminal.ts';

/** A copy of the knowledge in which every rule for an outcome in a situation has this weight. */
function knowledgeWith(outcome: 'implementer' | 'coo', weight: number, whenDone?: typeof afterAll): string {
  const folder = aKnowledge(whenDone);
  const rules = new RegExp(`(supports: ${outcome}\\n +weight: )\\d`, 'g');
  rewrite(folder, 'rules/situation.yaml', (text) => text.replace(rules, `$1${weight}`));
  return folder;
}

/** A file of cases in a folder of its own. */
function casesFile(...lines: string[]): string {
  const file = join(aFolder(), 'cases.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
const aCase = (id: string, text: string, role: string): string =>
  JSON.stringify({ id, text, why: 'It is so.', expected: { role } });

describe('the cases that come with it', () => {
  const { cases, faults } = readReplayCases({
    file: REPLAY_CASES,
    text: readFileSync(REPLAY_CASES, 'utf8'),
    firstLine: 1,
  });
  const { verdicts } = record(theAdvisor(), cases);

  test('are many, about all three subjects, and in order', () => {
    const ofSubject = (prefix: string): number => cases.filter(({ id }) => id.startsWith(prefix)).length;
    expect(faults).toEqual([]);
    expect(ofSubject('s')).toBeGreaterThanOrEqual(40);
    expect(ofSubject('p')).toBeGreaterThanOrEqual(12);
    expect(ofSubject('j')).toBeGreaterThanOrEqual(12);
  });

  test('have no verdict that flipped since they were recorded', async () => {
    const { exitCode, out } = await rolefit(['knowledge', '--replay']);
    expect(out).toMatch(new RegExp(`${cases.length} cases: .+ 0 flipped\\.`));
    expect(exitCode).toBe(0);
  });

  test('get the verdict they expect, or name the difference', () => {
    const wrong = cases.filter(
      (each, at) => !verdicts[at] || (each.known === undefined && !isAsExpected(each.expected, verdicts[at])),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('after an edit of rules', () => {
  const edited = knowledgeWith('implementer', 1, afterAll);

  test('the verdicts that flipped are listed with the rule, and the exit code is 1', async () => {
    const { exitCode, out } = await rolefit(['knowledge', edited, '--replay']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^s\d+ flipped: implementer → \S+ \(expected implementer\)\n {2}“.+”\n/m);
    expect(out).toMatch(
      /^ {2}rule \S+ changed: supports implementer, weight 1; was: supports implementer, weight [2-4]$/m,
    );
    expect(out).toMatch(
      /cases: \d+ as recorded, (\d+ moved without a flip, )?[1-9]\d* flipped\. Recorded with rulebook /,
    );
  });

  test('what only moved is listed when more is asked for', async () => {
    const stronger = knowledgeWith('coo', 4);
    const brief = await rolefit(['knowledge', stronger, '--replay']);
    const long = await rolefit(['knowledge', stronger, '--replay', '--verbose']);
    expect(brief.out).not.toContain('moved: still');
    expect(long.out).toMatch(/^s\d+ moved: still coo \(/m);
    expect(long.out).toMatch(/rule \S+ changed: supports coo, weight 4; was: supports coo, weight [1-3]/);
  });
});

describe('cases of one’s own', () => {
  const STORY = 'I keep having ideas and nothing gets finished';

  test('are recorded beside them, and replayed', async () => {
    const file = casesFile(aCase('a', STORY, 'implementer'));
    expect(await rolefit(['knowledge', '--replay', file])).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(
        /^There is no recording ".+recorded\.jsonl" yet\. Make it with --record\.\n$/,
      ),
    });
    const recorded = await rolefit(['knowledge', '--replay', file, '--record']);
    expect(recorded).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^1 verdicts recorded in /) });
    writeFileSync(file, `${aCase('a', 'We did well.', 'implementer')}\n${aCase('b', STORY, 'coo')}\n`);
    const { exitCode, out } = await rolefit(['knowledge', '--replay', file]);
    expect(exitCode).toBe(1);
    expect(out).toContain('a flipped: implementer → undecided (expected implementer)');
    expect(out).toContain('fact executionGap = true is no longer read, was from “nothing gets finished”');
    expect(out).toContain('b is not as expected: expected coo, is implementer. It is so.');
    expect(out).toMatch(/2 cases: 0 as recorded, 1 flipped, 1 not recorded yet\.\n$/);
  });

  test('that cannot be read are named by file and line', async () => {
    const file = casesFile(aCase('a', STORY, 'implementer'), '{"id":"b"}');
    const { exitCode, out } = await rolefit(['knowledge', '--replay', file]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/cases\.jsonl:2 "text" is not as expected: /);
  });

  test('a knowledge with faults is not replayed', async () => {
    const broken = knowledgeWith('implementer', 9);
    const { exitCode, out } = await rolefit(['knowledge', broken, '--replay']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/rules\/situation\.yaml:\d+ /);
  });
});

test.each([
  [['knowledge', '--record'], '--record and --verbose go with --replay. Add it.'],
  [['knowledge', '--replay', '/nowhere.jsonl'], 'There is no file "/nowhere.jsonl".'],
])('%j is answered by one sentence and exit code 2', async (args, sentence) => {
  expect(await rolefit(args)).toEqual({ exitCode: 2, out: '', err: `${sentence}\n` });
});
