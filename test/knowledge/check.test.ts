import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knowledgeReport } from '../../src/cli/knowledge.ts';
import { aKnowledge, rewrite } from '../support/folders.ts';

const PASSAGE = 'passages/implementer-definition.md';
const RULES = 'rules/situation.yaml';

/** What is reported of the knowledge when one of its files is written otherwise. */
function reportAfter(name: string, edit: (text: string) => string): { lines: string[]; dir: string } {
  const dir = aKnowledge();
  rewrite(dir, name, edit);
  return { dir, lines: knowledgeReport(dir, dir).lines };
}

/** The number of the first line of a file that begins with these words. */
const lineOf = (dir: string, name: string, begin: string): number =>
  readFileSync(join(dir, name), 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(begin)) + 1;

test('a passage that cannot be read is one fault, and what it cites or covers none', () => {
  const { lines } = reportAfter(PASSAGE, (text) => text.replace('section:', 'section'));
  expect(lines).toEqual([
    'Whether the passages cover every fact, trap and section is checked once all of them can be read.',
    expect.stringMatching(/^passages\/implementer-definition\.md:\d+ This is not valid YAML/),
    '1 fault.',
  ]);
});

test('a passage that is not there is still missed beside one that cannot be read', () => {
  const dir = aKnowledge();
  rewrite(dir, PASSAGE, (text) => text.replace('section:', 'section'));
  rewrite(dir, RULES, (text) => text.replace(/because: .+/, 'because: no-such-passage'));
  expect(knowledgeReport(dir, dir).lines.join('\n')).toContain('There is no passage "no-such-passage".');
});

test('a key that is missing is to be added, and stands where its owner begins', () => {
  const { lines } = reportAfter(PASSAGE, (text) => text.replace(/questions:\n( {2}- .+\n)+/, ''));
  expect(lines).toContain(`${PASSAGE}:2 "questions" is missing. Add it.`);
});

test('a key that nobody knows is named with its own line', () => {
  const { dir, lines } = reportAfter(PASSAGE, (text) =>
    text.replace('\nquestions:', '\nauthor: me\nquestions:'),
  );
  expect(lines).toContain(
    `${PASSAGE}:${lineOf(dir, PASSAGE, 'author')} "author" is not known here. Mend its name or take it out.`,
  );
});

test('a value beyond its range names its rule, its own line and the range', () => {
  const { dir, lines } = reportAfter(RULES, (text) => text.replace(/weight: \d/, 'weight: 9'));
  const [, id] = /id: (.+)/.exec(readFileSync(join(dir, RULES), 'utf8')) ?? [];
  expect(lines).toContain(
    `${RULES}:${lineOf(dir, RULES, '    weight: 9')} "weight" of "${id}" is too big. Give at most 4.`,
  );
});

test('a list is named by the line of its key', () => {
  const { dir, lines } = reportAfter(PASSAGE, (text) =>
    text.replace(/questions:\n( {2}- .+\n)+/, 'questions:\n  - what is it\n'),
  );
  expect(lines).toContain(
    `${PASSAGE}:${lineOf(dir, PASSAGE, 'questions')} "questions" has too few entries. Give at least 3.`,
  );
});

test('an id that is taken tells where, as seen from here', () => {
  const { lines } = reportAfter('rules/types.yaml', (text) =>
    text.replace(/id: .+/, 'id: ideas-do-not-become-work'),
  );
  expect(lines.join('\n')).toMatch(
    /^rules\/types\.yaml:\d+ The rule id "ideas-do-not-become-work" is taken\. Rename one\. See rules\/situation\.yaml:\d+\.$/m,
  );
});

test.each(['(|a|b) word', 'word (a||b)', '(a|b|) word', 'word ()'])(
  'an empty alternative is refused: %s',
  (phrase) => {
    const { lines } = reportAfter('signals/facts/work-undone.yaml', (text) =>
      text.replace(/( {4}- ).+/, `$1${phrase}`),
    );
    expect(lines).toEqual([
      expect.stringContaining(`"${phrase}" has an empty alternative. Take it out`),
      '1 fault.',
    ]);
  },
);

test('a word class that is not there is named where it is written, once', () => {
  const { dir, lines } = reportAfter(
    'signals/words/common.yaml',
    (text) => `${text}\nspoilt:\n  - <nosuch> thing\n`,
  );
  const line = lineOf(dir, 'signals/words/common.yaml', '  - <nosuch>');
  expect(lines).toEqual([
    `signals/words/common.yaml:${line} There is no word class <nosuch>. Add it to a file of signals/words or mend its name.`,
    '1 fault.',
  ]);
});

test.each([
  ['words that begin with a star', '*really*'],
  ['references that make a short file endless', `[&a [x], ${'*a, '.repeat(60)}x]`],
])('%s, where YAML takes them for references, are told with their line', (_, value) => {
  const { dir, lines } = reportAfter(RULES, (text) => text.replace(/because: .+/, `because: ${value}`));
  const line = lineOf(dir, RULES, '    because: ');
  expect(lines[0]).toMatch(new RegExp(`^${RULES}:${line} \\*\\S+ refers to nothing .*in quotes\\.$`));
});
