import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allKinds, houseKinds } from '../../src/records/all-kinds.ts';
import { DAY_MS, RETAINED_KINDS } from '../../src/retention.ts';

test('every kind that a source file defines and that holds persons is in the list that forgetting goes through', () => {
  const src = join(import.meta.dirname, '../../src');
  const personal = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(src, file), 'utf8').matchAll(/defineKind\(\{\s*kind: '([^']+)'.*?\}\)/gs),
    ])
    .filter(([definition]) => !definition.includes("'holds no person'"))
    .map(([, name]) => name);
  const listed = [...allKinds, ...houseKinds].map(({ name }) => name);
  expect(personal.length).toBeGreaterThan(5);
  expect(personal.filter((name) => name === undefined || !listed.includes(name))).toEqual([]);
  expect(allKinds.at(-1)?.name).toBe('forgettings');
});

test('the kinds whose time can be configured are those that are kept for days', () => {
  expect(
    [
      ...new Set(
        allKinds
          .filter(({ ttlMs }) => ttlMs !== undefined && ttlMs >= DAY_MS)
          .map(({ retainedAs }) => retainedAs),
      ),
    ].sort(),
  ).toEqual(RETAINED_KINDS.toSorted());
});
