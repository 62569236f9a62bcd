import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largerPassages } from '../../bench/larger-passages.ts';
import { createSearchers } from '../../bench/search-peers.ts';
import { PassageHead } from '../../src/advisor/passage.ts';
import { KNOWLEDGE_DIR, openAdvisor } from '../../src/knowledge/open-advisor.ts';
import { loadSearchConfig } from '../../src/knowledge/search-config.ts';

const passages = [...openAdvisor().passages.values()];
const config = loadSearchConfig(join(KNOWLEDGE_DIR, 'search.yaml'));

test('every searcher finds the passage whose title is asked for', async () => {
  for (const { name, nearest } of await createSearchers(passages, config))
    expect([name, await nearest('Why creative people need implementers')]).toEqual([
      name,
      'implementer-creative-people',
    ]);
});

test('larger knowledge has passages and words of its own in every copy, and is valid', () => {
  const larger = largerPassages(passages, 3);
  const wordsOf = (from: number) =>
    new Set(
      larger.slice(from, from + passages.length).flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? []),
    );
  const [first, second] = [wordsOf(0), wordsOf(passages.length)];
  expect(new Set(larger.map(({ id }) => id)).size).toBe(passages.length * 3);
  const shared = [...second].filter((word) => first.has(word)).length;
  expect(shared).toBeGreaterThan(100);
  expect(second.size - shared).toBeGreaterThan(100);
  for (const { text, ...head } of larger) expect(PassageHead.safeParse(head).success).toBe(true);
});
