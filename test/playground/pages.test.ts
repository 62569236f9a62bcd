import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../src/playground/web-api/call.ts';
import { pageOf } from '../../src/playground/web-api/pages.ts';

const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 });

test('pages put together hold every item once and in order, whatever their size and the keys', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 20 }), fc.boolean(), (items, limit, descending) => {
      const sorted = descending ? items.toSorted().reverse() : items.toSorted();
      const read: string[] = [];
      let cursor = '';
      do {
        const call = { arguments: { limit, cursor } } as unknown as Call;
        const paging = { usual: 10, most: 20, keyOf: (item: string) => item, descending };
        const page = pageOf(call, sorted, paging);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        read.push(...page.items);
        cursor = page.response_metadata.next_cursor;
      } while (cursor !== '');
      expect(read).toEqual(sorted);
    }),
  );
});
