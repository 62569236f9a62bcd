import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withConfiguration } from '../../scripts/configuration.ts';
import { readTable } from '../../src/slack/roster-table.ts';
import { SUBCOMMANDS } from '../../src/slack/subcommand.ts';
import { theAdvisor } from '../support/advisor.ts';
import { rolefit } from '../support/terminal.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const readme = read('README.md');
const section = (title: string): string =>
  new RegExp(`\n## ${title}\n([\\s\\S]*?)\n## `).exec(readme)?.[1] ?? '';

test('the terminal recording in the README is what the terminal prints', async () => {
  const [, command, recorded] =
    /```console\n\$ npm run -s rolefit -- check "(.+)"\n([\s\S]*?)```/.exec(readme) ?? [];
  expect((await rolefit(['check', String(command)])).out).toBe(recorded);
});

test('the table of variables is what src/environment.ts says; node scripts/configuration.ts --write mends it', () => {
  expect(withConfiguration(readme)).toBe(readme);
});

test('the table of commands has every subcommand', () => {
  const told = section('What to type');
  expect(SUBCOMMANDS.filter(({ name }) => !told.includes(`\`${name}`)).map(({ name }) => name)).toEqual([]);
});

test('the team of the README can be pasted as it stands', () => {
  const [, table = ''] = /```csv\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(readTable(table, theAdvisor().team.areas)).toMatchObject({
    rows: [{}, {}],
    faults: [],
    leftOut: [],
  });
});

test.each([
  ['20,000 characters', 'src/advisor/extract/extract.ts', 'MAX_TEXT = 20_000;'],
  ['newest 100 messages', 'src/slack/thread-reader.ts', 'MOST_LINES = 100;'],
  ['of 12,000 characters', 'src/slack/thread-text.ts', 'MOST_CHARACTERS = 12_000;'],
  ['30 times at once, then once every 2 seconds', 'src/slack/rates.ts', '{ atOnce: 30, everyMs: 2_000 }'],
  ['200 times, then once every 0.3 seconds', 'src/slack/rates.ts', '{ atOnce: 200, everyMs: 300 }'],
  ['250 questions in hand', 'src/slack/conversation-queue.ts', 'MOST_IN_HAND = 250;'],
  ['500 members', 'src/slack/roster-table.ts', 'MOST_MEMBERS = 500;'],
  ['30 people', 'src/slack/listeners/team-check.ts', 'MOST_PEOPLE = 30;'],
  ['40 a workspace', 'src/records/digests.ts', 'MOST_DIGESTS = 40;'],
  ['for a day', 'src/slack/thread-follow-up.ts', 'FOLLOWED_MS = 24 * 60 * 60 * 1000;'],
  ['for 7 days', 'src/retention.ts', 'interviews: 7,'],
  ['8 seconds an answer', 'src/phrasing/llm.ts', 'BUDGET_MS = 8_000;'],
])('the limit "%s" of the README is the one in %s', (limit, file, constant) => {
  expect(section('Limits')).toContain(limit);
  expect(read(file)).toContain(constant);
});
