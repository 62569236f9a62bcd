import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../src/advisor/passage.ts';
import { loadPassages, parsePassage, readPassages } from '../../src/knowledge/passages.ts';

const root = join(import.meta.dirname, '../..');
const passages = loadPassages(join(root, 'knowledge/passages'));
// Reference material that is not part of the project; its tests are skipped where it is absent.
const articleFacts = join(root, '../shared/ARTICLE-FACTS.md');

const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`);
const FACTS = [
  ...range('A', 1, 3),
  ...range('B', 1, 7),
  ...range('C', 0, 17),
  ...range('D', 1, 7),
  ...range('E', 1, 8),
];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - 7)).map((_, at) => words.slice(at, at + 8).join(' '));
};

const file = (head: string, body = 'word '.repeat(50)) => `---\n${head}\n---\n${body}\n`;
const HEAD = 'id: one\nsection: jewel\nfacts: [C16]\ntitle: One\nquestions: [a, b, c]';

describe('the passages', () => {
  test('carry every fact of the article, and no other', () => {
    const carried = [...new Set(passages.flatMap(({ facts }) => facts))].sort();
    expect(carried).toEqual([...FACTS].sort());
  });

  test('handle all seven traps', () => {
    expect([...new Set(passages.flatMap(({ traps }) => traps))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('cover every section', () => {
    expect(new Set(passages.map(({ section }) => section))).toEqual(new Set(SECTIONS));
  });

  test.each(passages.map((passage) => [passage.id, passage] as const))(
    '%s is 40 to 120 words',
    (_, { text }) => {
      const { length } = text.split(/\s+/);
      expect(length).toBeGreaterThanOrEqual(40);
      expect(length).toBeLessThanOrEqual(120);
    },
  );

  test('list each question once, six to twenty-six a passage', () => {
    const questions = passages.flatMap((passage) => passage.questions.map((each) => each.toLowerCase()));
    expect(new Set(questions).size).toBe(questions.length);
    for (const passage of passages) {
      expect(passage.questions.length, passage.id).toBeGreaterThanOrEqual(6);
      expect(passage.questions.length, passage.id).toBeLessThanOrEqual(26);
    }
  });

  test.skipIf(!existsSync(articleFacts))(
    'share no run of eight words with the list of facts (needs ../shared)',
    () => {
      const source = new Set(runsOf(readFileSync(articleFacts, 'utf8')));
      for (const { id, text } of passages) {
        expect(
          runsOf(text).filter((run) => source.has(run)),
          id,
        ).toEqual([]);
      }
    },
  );
});

describe('reading a passage', () => {
  test('takes the front matter and joins the wrapped lines of the body', () => {
    const { passage, faults } = parsePassage(
      'x/one.md',
      file(HEAD, `${'word '.repeat(30)}\n${'more '.repeat(20)}`),
    );
    expect(faults).toEqual([]);
    expect(passage).toMatchObject({ id: 'one', section: 'jewel', facts: ['C16'], terms: [], traps: [] });
    expect(passage?.text).not.toContain('\n');
  });

  test.each([
    ['a section that does not exist', file(HEAD.replace('jewel', 'gem')), 3, 'section'],
    ['a fact that cannot be', file(HEAD.replace('C16', 'Z1')), 4, 'facts.0'],
    ['an id that is not the name of the file', file(HEAD.replace('one', 'two')), 2, "the file's name"],
    ['a passage for no fact', file(HEAD.replace('[C16]', '[]')), 4, 'No fact'],
    ['a body that is too short', file(HEAD, 'Short.'), 8, '1 words'],
    ['YAML that cannot be read', file(`${HEAD}\nterms: [a`), 7, 'not valid YAML'],
    ['a file without front matter', 'Just text.', 1, 'front matter'],
  ])('names the line of %s', (_, source, line, message) => {
    const { passage, faults } = parsePassage('x/one.md', source);
    expect(passage).toBeUndefined();
    expect(faults[0]).toMatchObject({ file: 'x/one.md', line });
    expect(faults[0]?.message).toContain(message);
  });

  test('throws with file and line when a folder has a fault, and only lists it when asked to', () => {
    const dir = join(import.meta.dirname);
    expect(readPassages(dir).faults).toHaveLength(1);
    expect(() => loadPassages(dir)).toThrow(/:1 There is no passage/);
  });
});
