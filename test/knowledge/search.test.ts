import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPassages } from '../../src/knowledge/passages.ts';
import { createSearchIndex } from '../../src/knowledge/search.ts';
import { loadSearchConfig } from '../../src/knowledge/search-config.ts';
import { createVocabulary, holds } from '../../src/knowledge/words.ts';

const knowledge = join(import.meta.dirname, '../../knowledge');
const passages = loadPassages(join(knowledge, 'passages'));
const config = loadSearchConfig(
  join(knowledge, 'search.yaml'),
  passages.map(({ id }) => id),
);
const index = createSearchIndex(passages, config);
const best = (question: string) => index.search(question).ranked[0]?.passage.id;

describe('the search', () => {
  test('finds the passage that lists the question, for every question listed', () => {
    const listed = passages.flatMap(({ id, questions }) => questions.map((question) => ({ id, question })));
    const lost = listed.filter(({ id, question }) => {
      const { ranked } = index.search(question);
      return !ranked.slice(0, 3).some(({ passage }) => passage.id === id);
    });
    expect(lost.map(({ question }) => question)).toEqual([]);
  });

  test('takes other words for the same', () => {
    expect(index.search('2ic').topics).toEqual(['coo']);
    expect(index.search('our second-in-command').topics).toEqual(['coo']);
    expect(index.search("the Chief Operating Officer's").topics).toEqual(['coo']);
  });

  test('forgives a slip of spelling, but not another word', () => {
    expect(index.search('what is an implimenter').topics).toEqual(['implementer']);
    expect(best('budgte and proffit')).toBe('coo-finances');
    expect(index.search('lasagne').topics).toEqual(['lasagn']);
  });

  test('reads a form of a synonym as the synonym, but not a word that shares its stem', () => {
    expect(index.search('she mentored us').topics).toContain('mentor');
    expect(index.search('a retainer').topics).not.toContain('retain');
  });

  test('lets everyday words say little', () => {
    const { topics, light } = index.search('a good day for our company');
    expect({ topics, light }).toEqual({ topics: [], light: 3 });
  });

  test('keeps a passage on one role behind for a question on another', () => {
    expect(best('does an implementer have to be patient')).toBe('implementer-skills');
    expect(best('does a coo have to be patient')).toBe('coo-qualities');
  });

  test('scores between 0 and 1, best first, equals by id', () => {
    for (const question of ['coo', 'which type for a merger', 'qwerty', '']) {
      const { ranked } = index.search(question);
      expect(ranked).toHaveLength(passages.length);
      ranked.slice(1).forEach((each, at) => {
        const before = ranked[at];
        expect(each.score).toBeLessThanOrEqual(before?.score ?? 0);
        if (each.score === before?.score) expect(each.passage.id > before.passage.id).toBe(true);
      });
      expect(ranked[0]?.score).toBeLessThanOrEqual(1);
      expect(ranked.at(-1)?.score).toBeGreaterThanOrEqual(0);
    }
  });

  test('does not depend on the order in which passages are given', () => {
    const turned = createSearchIndex([...passages].reverse(), config);
    const ids = (from: typeof index) =>
      from.search('who makes tough decisions').ranked.map((each) => each.passage.id);
    expect(ids(turned)).toEqual(ids(index));
  });
});

describe('phrases', () => {
  const { terms, phrase } = createVocabulary({
    stopWords: 'the a',
    lightWords: 'good',
    synonyms: [['coo', 'number two']],
  });

  test('are found as a run of words, whatever the synonym', () => {
    expect(holds(terms('The number two of Acme'), phrase('coo of'))).toBe(true);
    expect(holds(terms('of the coo'), phrase('coo of'))).toBe(false);
  });

  test('may leave a gap', () => {
    expect(holds(terms('how much would an ops person cost'), phrase('how much ... cost'))).toBe(true);
    expect(holds(terms('cost: how much'), phrase('how much ... cost'))).toBe(false);
  });
});
